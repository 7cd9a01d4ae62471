import { n as awsCredentials, r as tokenServiceHosts } from "./signature.js";
import { n as requireBucket, r as listObjects, t as bucketOf } from "./store.js";

// src/providers/restic-s3/index.ts
/**
* The snapshots of a restic repository, seen from outside and without its password. Each is one object below
* `snapshots/`, named by its SHA-256, which `backup` writes last: its time is when that backup ended. An object below
* `locks/` is a command that runs, or one that was broken off: restic writes a new one every few minutes while it runs.
* Whose backup it is, and of what, stands encrypted in the object; and `tag` and `rewrite` write a new one of an old backup.
* https://restic.readthedocs.io/en/stable/100_references.html#repository-layout
*/
const provider = {
	hosts(target, edge) {
		const bucket = bucketOf(target, edge);
		return bucket === null ? [] : [bucket.host, ...tokenServiceHosts(bucket.region)];
	},
	async listRestorePoints(target, edge, signal) {
		const bucket = requireBucket(target, edge);
		const credentials = await awsCredentials(edge, bucket.region, signal);
		const root = (target.prefix ?? "").replace(/\/*$/, target.prefix === void 0 ? "" : "/");
		const below = (folder) => listObjects(bucket, `${root}${folder}/`, credentials, edge, signal);
		const snapshots = await below("snapshots");
		const locks = await below("locks");
		const named = (folder, key) => key.startsWith(`${root}${folder}/`) && /^[0-9a-f]{64}$/.test(key.slice(root.length + folder.length + 1));
		return {
			points: [...snapshots.objects.filter(({ key }) => named("snapshots", key)).map(({ key, modified }) => ({
				id: key.slice(-64),
				state: "good",
				rawState: null,
				at: modified,
				meaning: "modified"
			})), ...locks.objects.filter(({ key }) => named("locks", key)).map(({ key, modified }) => ({
				id: key.slice(root.length),
				state: "in-progress",
				rawState: null,
				at: modified,
				meaning: "started",
				startedAt: modified
			}))],
			isComplete: snapshots.isComplete && locks.isComplete,
			clock: locks.clock ?? snapshots.clock,
			evidence: "existence",
			location: target.endpoint === void 0 ? bucket.region : bucket.host,
			notes: ["failures-leave-no-trace", "one-repository-for-all"]
		};
	}
};

export { provider };