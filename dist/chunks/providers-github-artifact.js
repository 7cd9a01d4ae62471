import { n as isEnoughFor, r as openRepository, t as apiHosts } from "./providers-github-repository.js";
import { a as numberOf, c as textOf, o as objectOf } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/github-artifact/index.ts
/**
* What workflows uploaded under one name. An upload that failed leaves nothing; one that is over is listed for some
* time as expired. Left out: what runs from forks uploaded, which could bear any name. Fields and paging: GitHub's
* OpenAPI description (`@octokit/openapi`).
*/
const provider = {
	hosts: (_target, edge) => apiHosts(edge),
	async listRestorePoints(target, edge, signal, wish) {
		const repository = openRepository(target.repository, edge, signal);
		const isMeant = (artifact) => artifact.name === target.name && isOf(artifact, target.branch);
		const { items, isComplete } = await repository.list("actions/artifacts", "artifacts", {
			name: target.name,
			per_page: "100"
		}, isEnoughFor(wish.keep, ({ created_at }) => created_at, (artifact) => isMeant(artifact) && artifact.expired === false));
		return {
			points: items.filter(isMeant).map(pointOf),
			isComplete,
			clock: repository.clock,
			evidence: "existence",
			notes: ["failures-leave-no-trace"]
		};
	}
};
/** Whether a run of the repository itself, of this branch if one is wanted, uploaded it. */
function isOf({ workflow_run: run }, branch) {
	if (run === null || run === void 0) return branch === void 0;
	const { head_branch, head_repository_id, repository_id } = objectOf(run);
	return head_repository_id === repository_id && (branch === void 0 || head_branch === branch);
}
function pointOf(artifact) {
	const { expired } = artifact;
	return {
		id: textOf(artifact.id) ?? "",
		state: expired === false ? "good" : expired === true ? "expired" : "unknown",
		rawState: null,
		at: isoOfInstant(artifact.created_at),
		meaning: "created",
		expiresAt: artifact.expires_at == null ? null : isoOfInstant(artifact.expires_at),
		sizeBytes: numberOf(artifact.size_in_bytes),
		sizeMeaning: "full"
	};
}

export { provider };