import { t as ProbeFailure } from "./failure.js";
import { n as tokenHosts, t as openService } from "./service2.js";
import { t as readPages } from "./pages.js";
import { i as numberOf, o as textOf, r as listOf } from "./reply.js";
import { t as seriesOfName } from "./series.js";
import { n as isoOfInstant } from "./times.js";

// src/providers/gcs/index.ts
const host = "storage.googleapis.com";
/**
* Objects below a prefix, each taken for one backup. A listed object is an upload that ended; whether what was
* uploaded is whole, nobody says. Its time is that of its generation: `updated` changes with the metadata too.
* https://cloud.google.com/storage/docs/json_api/v1/objects/list
*/
const provider = {
	hosts: () => [host, ...tokenHosts],
	async listRestorePoints(target, edge, signal) {
		const storage = await openService(host, "devstorage.read_only", edge, signal);
		const objects = `/storage/v1/b/${encodeURIComponent(target.bucket)}/o`;
		const { items, isComplete } = await readPages(async (token) => {
			const answer = await storage.read(objects, {
				prefix: target.prefix ?? null,
				maxResults: "1000",
				fields: "nextPageToken,items(name,size,timeCreated)",
				userProject: target.project ?? null,
				pageToken: token
			});
			return {
				items: (answer.items === void 0 ? [] : listOf(answer.items, "items")).map(pointOf),
				next: textOf(answer.nextPageToken)
			};
		});
		const points = items.filter(({ id, sizeBytes }) => !(id.endsWith("/") && sizeBytes === 0)).filter(({ id }) => target.suffix === void 0 || id.endsWith(target.suffix)).sort((a, b) => Date.parse(b.at ?? "") - Date.parse(a.at ?? ""));
		const newest = points[0];
		return {
			points,
			isComplete,
			clock: storage.clock,
			evidence: "existence",
			isPublic: newest === void 0 ? null : await isReadableByAnyone(`https://${host}${objects}/${encodeURIComponent(newest.id)}`, edge, signal),
			notes: ["failures-leave-no-trace"]
		};
	}
};
function pointOf(object) {
	const name = textOf(object.name) ?? "";
	return {
		id: name,
		series: seriesOfName(name),
		state: "good",
		rawState: null,
		at: isoOfInstant(object.timeCreated),
		meaning: "created",
		sizeBytes: numberOf(object.size),
		sizeMeaning: "full"
	};
}
/** Whether somebody without any credentials gets the object; null where that could not be seen. */
async function isReadableByAnyone(url, edge, signal) {
	try {
		const { status } = await edge.send({ url: `${url}?fields=name` }, signal);
		if (status === 200) return true;
		return status === 401 || status === 403 || status === 404 ? false : null;
	} catch (error) {
		if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
		return null;
	}
}

export { provider };