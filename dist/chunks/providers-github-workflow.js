import { n as isEnoughFor, r as openRepository, t as apiHosts } from "./providers-github-repository.js";
import { c as textOf } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/github-workflow/index.ts
const running = /* @__PURE__ */ new Set([
	"queued",
	"requested",
	"waiting",
	"pending",
	"in_progress"
]);
const conclusions = {
	success: "good",
	failure: "failed",
	timed_out: "failed",
	startup_failure: "failed",
	cancelled: "failed",
	stale: "failed"
};
/**
* The runs of a workflow. A run has no time at which it ended (`updated_at` moves later), so its time is the start of
* its latest attempt. Left out: runs whose every job was skipped, and those of pull requests, which anybody can start
* with a workflow of their own. A workflow that GitHub or a person has disabled counts as switched off.
*
* Fields, statuses, paging and the workflow's states: GitHub's OpenAPI description (`@octokit/openapi`). It calls
* `conclusion` an open text: a word that is not above is unknown, and not good.
*/
const provider = {
	hosts: (_target, edge) => apiHosts(edge),
	async listRestorePoints(target, edge, signal, wish) {
		const repository = openRepository(target.repository, edge, signal);
		const path = `actions/workflows/${target.workflow}`;
		const workflow = await repository.read(path);
		const runs = await repository.list(`${path}/runs`, "workflow_runs", {
			branch: target.branch,
			exclude_pull_requests: "true",
			per_page: "50"
		}, isEnoughFor(wish.keep, ({ created_at }) => created_at, (run) => isAttempt(run) && stateOf(run) === "good"));
		const state = textOf(workflow.state);
		return {
			points: runs.items.filter(isAttempt).map(pointOf),
			isComplete: runs.isComplete,
			clock: repository.clock,
			evidence: "status",
			automatic: state === "active" ? "on" : /^(disabled_\w+|deleted)$/.test(state ?? "") ? "off" : null,
			notes: ["run-is-no-backup"]
		};
	}
};
function isAttempt({ event, conclusion }) {
	return !String(event).startsWith("pull_request") && conclusion !== "skipped";
}
function pointOf(run) {
	const state = stateOf(run);
	const at = isoOfInstant(run.run_started_at ?? run.created_at);
	return {
		id: textOf(run.id) ?? "",
		state,
		rawState: textOf(run.conclusion) ?? textOf(run.status),
		at,
		meaning: "started",
		...state === "in-progress" ? { startedAt: at } : {}
	};
}
function stateOf({ status, conclusion }) {
	if (running.has(String(status))) return "in-progress";
	const word = String(conclusion);
	return status === "completed" && Object.hasOwn(conclusions, word) ? conclusions[word] : "unknown";
}

export { provider };