import { t as withoutEnd } from "./text-ends.js";
import { l as minuteMs } from "./text-values.js";
import { n as awsCredentials } from "./providers-aws-parts.js";
import { n as storeHosts, r as listObjects, t as requireBucket } from "./providers-s3-parts.js";

// src/providers/restic-s3/index.ts
/**
* From when on restic itself takes a lock for one that nobody holds.
* https://restic.readthedocs.io/en/stable/design.html#locks
*/
const longestLockMs = 30 * minuteMs;
/**
* The snapshots of a restic repository, seen from outside and without its password. Each is one object below
* `snapshots/`, named by its SHA-256, which `backup` writes last: its time is when that backup ended. An object below
* `locks/` is a command that runs, maybe another than a backup: restic replaces it every few minutes while it does, and
* one that got old was left behind.
* Whose backup it is, and of what, stands encrypted in the object; and `tag` and `rewrite` write a new one of an old backup.
* https://restic.readthedocs.io/en/stable/100_references.html#repository-layout
*/
const provider = {
	hosts: storeHosts,
	async listRestorePoints(target, edge, signal) {
		const bucket = requireBucket(target, edge);
		const credentials = await awsCredentials(edge, bucket.region, signal);
		const root = target.prefix === void 0 ? "" : `${withoutEnd(target.prefix, "/")}/`;
		const below = (folder) => listObjects(bucket, `${root}${folder}/`, credentials, edge, signal);
		const snapshots = await below("snapshots");
		const locks = await below("locks");
		const clock = locks.clock ?? snapshots.clock;
		const now = Date.parse(clock ?? edge.now());
		const named = (folder, key) => key.startsWith(`${root}${folder}/`) && /^[0-9a-f]{64}$/.test(key.slice(root.length + folder.length + 1));
		return {
			points: [...snapshots.objects.filter(({ name }) => named("snapshots", name)).map(({ name, at }) => ({
				id: name.slice(-64),
				state: "good",
				rawState: null,
				at,
				meaning: "modified"
			})), ...locks.objects.filter(({ name }) => named("locks", name)).filter(({ at }) => now - Date.parse(at) <= longestLockMs).map(({ name, at }) => ({
				id: name.slice(root.length),
				state: "in-progress",
				rawState: null,
				at,
				meaning: "modified"
			}))],
			isComplete: snapshots.isComplete && locks.isComplete,
			clock,
			evidence: "existence",
			location: target.endpoint === void 0 ? bucket.region : bucket.host,
			notes: ["failures-leave-no-trace", "one-repository-for-all"]
		};
	}
};

export { provider };