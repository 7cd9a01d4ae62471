import { t as pointsOfFiles } from "./providers-files-points.js";
import { n as tokenHosts, t as openService } from "./providers-google-parts.js";
import { t as pathOf } from "./providers-objects.js";
import { t as readNamedPages } from "./providers-pages.js";
import { t as isReadableByAnyone } from "./providers-public.js";
import { a as numberOf, c as textOf, i as listOf } from "./providers-reply.js";
import { n as isoOfInstant } from "./providers-times.js";

// src/providers/gcs/index.ts
const host = "storage.googleapis.com";
/**
* Objects below a prefix, as `pointsOfFiles` takes them for backups. The time of one is that of its generation:
* `updated` changes with the metadata too. Every storage class, ARCHIVE too, is read at once: none has to thaw
* (https://cloud.google.com/storage/docs/storage-classes).
* https://cloud.google.com/storage/docs/json_api/v1/objects/list
*/
const provider = {
	hosts: () => [host, ...tokenHosts],
	async listRestorePoints(target, edge, signal) {
		const storage = await openService(host, "devstorage.read_only", edge, signal);
		const objects = `/storage/v1/b/${encodeURIComponent(target.bucket)}/o`;
		const { items, isComplete } = await readNamedPages(async (token) => {
			const answer = await storage.read(objects, {
				prefix: target.prefix ?? null,
				maxResults: "1000",
				fields: "nextPageToken,items(name,size,timeCreated)",
				userProject: target.project ?? null,
				pageToken: token
			});
			return {
				items: (answer.items === void 0 ? [] : listOf(answer.items, "items")).map(storedObject),
				next: textOf(answer.nextPageToken)
			};
		});
		const listing = pointsOfFiles(items, target, "created");
		const [newest] = listing.points;
		const path = newest === void 0 ? null : pathOf(encodeURIComponent(newest.id), (name) => name);
		const url = path === null ? null : `https://${host}${objects}/${path}?fields=name`;
		return {
			...listing,
			isComplete,
			clock: storage.clock,
			evidence: "existence",
			isPublic: url === null ? null : await isReadableByAnyone({ url }, edge, signal),
			notes: ["failures-leave-no-trace"]
		};
	}
};
function storedObject(object) {
	return {
		name: textOf(object.name) ?? "",
		at: isoOfInstant(object.timeCreated),
		sizeBytes: numberOf(object.size)
	};
}

export { provider };