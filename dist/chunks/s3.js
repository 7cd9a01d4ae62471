import { n as awsCredentials, r as tokenServiceHosts } from "./signature.js";
import { t as isReadableByAnyone } from "./public.js";
import { t as seriesOfName } from "./series.js";
import { i as objectUrl, n as requireBucket, r as listObjects, t as bucketOf } from "./store.js";

// src/providers/s3/index.ts
/**
* Objects below a prefix, each taken for one backup. A listed object is an upload that ended; whether what was
* uploaded is whole, nobody says. Its time is the last write: a copy or a move makes it new.
*/
const provider = {
	hosts(target, edge) {
		const bucket = bucketOf(target, edge);
		return bucket === null ? [] : [bucket.host, ...tokenServiceHosts(bucket.region)];
	},
	async listRestorePoints(target, edge, signal) {
		const bucket = requireBucket(target, edge);
		const credentials = await awsCredentials(edge, bucket.region, signal);
		const { objects, isComplete, clock } = await listObjects(bucket, target.prefix ?? "", credentials, edge, signal);
		const points = objects.filter(({ key, size }) => !(key.endsWith("/") && size === 0)).filter(({ key }) => target.suffix === void 0 || key.endsWith(target.suffix)).sort((a, b) => Date.parse(b.modified) - Date.parse(a.modified)).map(({ key, modified, size }) => ({
			id: key,
			series: seriesOfName(key),
			state: "good",
			rawState: null,
			at: modified,
			meaning: "modified",
			sizeBytes: size,
			sizeMeaning: "full"
		}));
		const newest = points[0] === void 0 ? null : objectUrl(bucket, points[0].id);
		return {
			points,
			isComplete,
			clock,
			evidence: "existence",
			isPublic: newest === null ? null : await isReadableByAnyone(newest, edge, signal),
			location: target.endpoint === void 0 ? bucket.region : bucket.host,
			notes: ["failures-leave-no-trace"]
		};
	}
};

export { provider };