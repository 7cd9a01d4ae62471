import { n as awsCredentials } from "./providers-aws-parts.js";
import { t as pointsOfFiles } from "./providers-files-points.js";
import { t as isReadableByAnyone } from "./providers-public.js";
import { i as objectUrl, n as storeHosts, r as listObjects, t as requireBucket } from "./providers-s3-parts.js";

// src/providers/s3/index.ts
/** Objects below a prefix, as `pointsOfFiles` takes them for backups. The time of one is the last write: a copy or a move makes it new. */
const provider = {
	hosts: storeHosts,
	async listRestorePoints(target, edge, signal) {
		const bucket = requireBucket(target, edge);
		const credentials = await awsCredentials(edge, bucket.region, signal);
		const { objects, isComplete, clock } = await listObjects(bucket, target.prefix ?? "", credentials, edge, signal);
		const listing = pointsOfFiles(objects, target, "modified");
		const [newest] = listing.points;
		const url = newest === void 0 ? null : objectUrl(bucket, newest.id);
		return {
			...listing,
			isComplete,
			clock,
			evidence: "existence",
			isPublic: url === null ? null : await isReadableByAnyone({
				method: "HEAD",
				url
			}, edge, signal),
			location: target.endpoint === void 0 ? bucket.region : bucket.host,
			notes: ["failures-leave-no-trace"]
		};
	}
};

export { provider };