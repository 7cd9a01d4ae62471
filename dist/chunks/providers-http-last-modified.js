import { t as ProbeFailure } from "./edge-failure.js";
import { t as isoOfHttpDate } from "./protocols-http-date.js";
import { i as placeName, t as hostAndPort } from "./protocols-parts.js";
import { t as isFromCache } from "./providers-cache.js";
import { t as isReadableByAnyone } from "./providers-public.js";
import { a as numberOf, t as failureOfStatus } from "./providers-reply.js";
import { t as isPlausible } from "./providers-times.js";

// src/providers/http-last-modified/index.ts
/** A page that is made at each request bears the moment of the request. */
const madeAtRequestMs = 2e3;
/**
* When a file was last written, by the header `Last-Modified` (RFC 9110 §8.8.2): one header's word, and the weakest
* evidence there is. Nothing is believed where the header is missing, or tells the moment of the request, as pages do
* that are made for it. An answer out of a cache may be of an older file, so it proves no absence of a newer one.
*/
const provider = {
	hosts: ({ url }) => [placeName(hostAndPort(new URL(url)))],
	async listRestorePoints({ url }, edge, signal) {
		const own = edge.headersFor(new URL(url));
		const reply = await askForHeaders(url, own, edge, signal);
		const modified = isoOfHttpDate(reply.header("last-modified"));
		if (modified === null || !isPlausible(modified)) throw new ProbeFailure("response-unexpected", "Last-Modified");
		const { date } = reply;
		if (date !== null && Math.abs(Date.parse(date) - Date.parse(modified)) <= madeAtRequestMs) throw new ProbeFailure("response-unexpected", "Last-Modified = Date");
		const isWithCredentials = Object.keys(own).length > 0;
		const isCached = isFromCache(reply);
		return {
			points: [{
				id: new URL(url).pathname,
				state: "good",
				rawState: null,
				at: modified,
				meaning: "modified",
				sizeBytes: sizeOf(reply),
				sizeMeaning: "full"
			}],
			isComplete: !isCached,
			isNewestOnly: true,
			clock: isCached ? null : date,
			evidence: "header",
			isPublic: isWithCredentials ? await isReadableByAnyone({
				method: "HEAD",
				url
			}, edge, signal) : reply.isFromInternet || null,
			notes: ["failures-leave-no-trace", ...isCached ? ["maybe-cached"] : []]
		};
	}
};
/** A HEAD; where the server knows none, or leaves the time out of it, a GET of the first byte. @throws ProbeFailure */
async function askForHeaders(url, own, edge, signal) {
	const headers = {
		"accept-encoding": "identity",
		"cache-control": "no-cache",
		...own
	};
	const head = await edge.send({
		method: "HEAD",
		url,
		headers
	}, signal);
	const isAnswered = head.status >= 200 && head.status < 300 && head.header("last-modified") !== null;
	const isUnknown = head.status === 405 || head.status === 501 || head.status < 300;
	const reply = isAnswered || !isUnknown ? head : await edge.send({
		url,
		headers: {
			...headers,
			range: "bytes=0-0"
		},
		maxBytes: 65536
	}, signal);
	const failure = failureOfStatus(reply.status);
	if (failure !== null) throw failure;
	return reply;
}
/** Of the whole file; null where no header tells it. */
function sizeOf(reply) {
	if (reply.header("content-encoding") !== null) return null;
	if (reply.status !== 206) return numberOf(reply.header("content-length"));
	return numberOf(/\/(\d+)$/.exec(reply.header("content-range") ?? "")?.[1]);
}

export { provider };