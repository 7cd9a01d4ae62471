import { s as hourMs } from "./text-values.js";
import { i as placeName, t as hostAndPort } from "./protocols-parts.js";
import { t as ProbeFailure } from "./edge-failure.js";
import { r as regionOf, t as domainOf } from "./providers-aws-region.js";
import { a as numberOf } from "./providers-reply.js";
import { t as readXml } from "./providers-xml.js";
import { i as awsFailure, r as tokenServiceHosts, t as sendSigned } from "./providers-aws-parts.js";
import { t as readNamedPages } from "./providers-pages.js";
import { n as isoOfInstant } from "./providers-times.js";
import { t as pathOf } from "./providers-objects.js";

// src/providers/s3/objects.ts
/**
* All objects whose keys start with `prefix`, in the order of their names.
* https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
*
* @throws ProbeFailure
*/
async function listObjects(bucket, prefix, credentials, edge, signal) {
	let clock = null;
	const { items, isComplete } = await readNamedPages(async (token) => {
		const query = [
			"list-type=2",
			"encoding-type=url",
			"max-keys=1000",
			`prefix=${encoded(prefix)}`,
			...token === null ? [] : [`continuation-token=${encoded(token)}`]
		];
		const scope = {
			service: "s3",
			region: bucket.region
		};
		const reply = await sendSigned({ url: `${bucket.url}?${query.join("&")}` }, scope, credentials, edge, signal);
		const region = reply.status === 200 ? null : reply.header("x-amz-bucket-region");
		if (region !== null && region !== bucket.region && /^[a-z0-9-]{1,40}$/.test(region)) throw new ProbeFailure("wrong-region", region);
		const failure = awsFailure(reply);
		if (failure !== null) throw failure;
		clock = reply.date ?? clock;
		const answer = readXml(reply.text);
		if (answer.name !== "ListBucketResult") throw new ProbeFailure("response-unexpected", "ListBucketResult");
		const isEncoded = answer.textAt("EncodingType") === "url";
		const objects = answer.children("Contents").map((each) => {
			const key = each.textAt("Key") ?? "";
			return {
				name: isEncoded ? decoded(key) : key,
				at: isoOfInstant(each.textAt("LastModified")),
				sizeBytes: numberOf(each.textAt("Size")),
				tier: archiveTier(each.textAt("StorageClass"))
			};
		});
		const isTruncated = answer.textAt("IsTruncated") === "true";
		const next = answer.textAt("NextContinuationToken");
		return {
			items: objects,
			next: isTruncated ? next ?? token ?? "" : null
		};
	});
	return {
		objects: items,
		isComplete,
		clock
	};
}
/** An object's URL; null for a key that URLs would change on the way. */
function objectUrl(bucket, key) {
	const path = pathOf(key, encoded);
	return path === null ? null : `${bucket.url}${path}`;
}
function encoded(text) {
	return encodeURIComponent(text).replace(/[!'()*]/g, (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`);
}
function decoded(text) {
	try {
		return decodeURIComponent(text.replaceAll("+", " "));
	} catch {
		return text;
	}
}
/**
* Where an object must be restored by S3 first, and how long the standard way takes at most. The classes that are read at
* once (GLACIER_IR among them) are none; of INTELLIGENT_TIERING the list does not tell whether an object has been left
* alone for long enough to be archived.
* https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html
*/
function archiveTier(storageClass) {
	const hours = storageClass === "GLACIER" ? 5 : storageClass === "DEEP_ARCHIVE" ? 12 : null;
	return hours === null ? null : {
		name: storageClass,
		thawMs: hours * hourMs
	};
}

// src/providers/s3/store.ts
/** Stores that the operator need not name: their hosts, exactly, and the regions that they sign by. */
const knownStores = [
	{
		host: /^s3\.([a-z]{2}(?:-[a-z]+){1,3}-\d{1,2})\.amazonaws\.com(?:\.cn)?$/,
		region: ([, region]) => region
	},
	{
		host: /^[0-9a-f]{32}(?:\.(?:eu|fedramp))?\.r2\.cloudflarestorage\.com$/,
		region: () => "auto"
	},
	{
		host: /^s3\.([a-z]{2}-[a-z]+-\d{3})\.backblazeb2\.com$/,
		region: ([, region]) => region
	},
	{
		host: /^s3(?:\.([a-z]{2}-[a-z]+-\d))?\.wasabisys\.com$/,
		region: ([, region]) => region ?? "us-east-1"
	},
	{
		host: /^[a-z]{3}\d\.digitaloceanspaces\.com$/,
		region: (_match, written) => written ?? "us-east-1"
	},
	{
		host: /^s3\.(?:isk01|tky01|arc02)\.sakurastorage\.jp$/,
		region: (_match, written) => written ?? "jp-north-1"
	}
];
/**
* Where the target's bucket is. A store that is not a known one is used where `credentials` names its place and the
* provider alone; null otherwise.
*
* @throws ProbeFailure `credentials-missing` where no region is known; `response-unexpected` for an endpoint that is no
* URL
*/
function bucketOf(target, edge) {
	const { bucket, endpoint } = target;
	if (endpoint === void 0) {
		const region = regionOf(target.region, edge);
		const service = `s3.${region}.${domainOf(region)}`;
		const host = bucket.includes(".") ? service : `${bucket}.${service}`;
		return {
			host,
			url: `https://${host}/${bucket.includes(".") ? `${bucket}/` : ""}`,
			region
		};
	}
	const place = URL.parse(endpoint);
	if (place === null) throw new ProbeFailure("response-unexpected", "endpoint");
	const { hostname, host } = place;
	const url = `https://${host}/${bucket}/`;
	for (const store of knownStores) {
		const match = store.host.exec(hostname);
		if (match !== null) return {
			host: hostname,
			url,
			region: store.region(match, target.region)
		};
	}
	if (!edge.isNamed(place)) return null;
	return {
		host: placeName(hostAndPort(place)),
		url,
		region: target.region ?? "us-east-1"
	};
}
/** The hosts that a place in a store leads to; none where the operator has not named it. */
function storeHosts(target, edge) {
	const bucket = bucketOf(target, edge);
	return bucket === null ? [] : [bucket.host, ...tokenServiceHosts(bucket.region)];
}
/** As `bucketOf`. @throws ProbeFailure `host-not-named` for a store that the operator has not named */
function requireBucket(target, edge) {
	const bucket = bucketOf(target, edge);
	if (bucket === null) throw new ProbeFailure("host-not-named", placeName(hostAndPort(new URL(target.endpoint ?? ""))));
	return bucket;
}

export { objectUrl as i, storeHosts as n, listObjects as r, requireBucket as t };