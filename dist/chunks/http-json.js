import { t as Temporal } from "./temporal-polyfill.js";
import { t as valueAt } from "./json-pointer.js";
import { t as ProbeFailure } from "./failure.js";
import { t as isFromCache } from "./cache.js";
import { i as numberOf, n as jsonOf } from "./reply.js";
import { a as isoOfUtc, i as isoOfSeconds, r as isoOfMilliseconds } from "./times.js";

// src/providers/http-json/index.ts
/** A number that is larger is in milliseconds: as seconds it would be a time after the year 5100. */
const mostSeconds = 1e11;
/**
* Any JSON document that says when a backup was made, read by JSON Pointers. A pointer that leads to nothing is an
* answer that was not expected, since the document may have changed its form; null in place of the time of the only
* backup (and of its state) says that there is none yet. A word for a state that the ledger does not list is unknown, and
* not good. An answer out of a cache may be an older one: it proves no absence of a newer backup.
*/
const provider = {
	hosts: ({ url }) => [new URL(url).hostname],
	async listRestorePoints(target, edge, signal) {
		const headers = {
			accept: "application/json",
			"cache-control": "no-cache",
			...edge.headersFor(new URL(target.url).hostname)
		};
		const reply = await edge.send({
			url: target.url,
			headers
		}, signal);
		const document = jsonOf(reply);
		const isCached = isFromCache(reply);
		return {
			points: itemsOf(document, target).flatMap((item) => pointOf(item, target)),
			isComplete: !isCached,
			isNewestOnly: target.list === void 0,
			clock: isCached ? null : reply.date,
			evidence: target.status === void 0 ? "existence" : "status",
			notes: [...target.status === void 0 ? ["failures-leave-no-trace"] : [], ...isCached ? ["maybe-cached"] : []]
		};
	}
};
function itemsOf(document, { list }) {
	if (list === void 0) return [document];
	const items = valueAt(document, list);
	if (!Array.isArray(items)) throw new ProbeFailure("response-unexpected", list);
	return items;
}
function pointOf(item, target) {
	const value = valueAt(item, target.time);
	if (value === void 0) throw new ProbeFailure("response-unexpected", target.time);
	const word = target.status === void 0 ? null : wordOf(valueAt(item, target.status));
	const state = stateOf(word, target);
	if (value === null && word === null && target.list === void 0) return [];
	if (value === null && state === "good") throw new ProbeFailure("response-unexpected", target.time);
	const at = value === null ? null : isoOf(value, target);
	return [{
		id: at ?? "",
		state,
		rawState: word,
		at,
		meaning: "created",
		sizeBytes: target.size === void 0 ? null : numberOf(valueAt(item, target.size)),
		sizeMeaning: "unknown"
	}];
}
function stateOf(word, { status, good, failed, running }) {
	if (status === void 0) return "good";
	const isOneOf = (words) => word !== null && words?.map(String).includes(word);
	if (isOneOf(good)) return "good";
	if (isOneOf(failed)) return "failed";
	return isOneOf(running) ? "in-progress" : "unknown";
}
function wordOf(value) {
	return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
function isoOf(value, { "time-format": format = "auto", zone }) {
	const number = typeof value === "string" && /^\d{9,14}(?:\.\d+)?$/.test(value) ? Number(value) : value;
	if (typeof number === "number" && format !== "iso") return format === "seconds" || format === "auto" && number <= mostSeconds ? isoOfSeconds(number) : isoOfMilliseconds(number);
	if (typeof value !== "string" || format === "seconds" || format === "milliseconds") throw new ProbeFailure("response-unexpected", "time");
	const written = value.trim();
	if (/[Zz]$|[+-]\d{2}(?::?\d{2})?$/.test(written.slice(10))) return isoOfUtc(written);
	if (written.includes("[")) throw new ProbeFailure("response-unexpected", "time");
	if (zone === void 0) throw new ProbeFailure("response-unexpected", "time without zone");
	try {
		return Temporal.PlainDateTime.from(written.replace(" ", "T")).toZonedDateTime(zone).toInstant().toString();
	} catch {
		throw new ProbeFailure("response-unexpected", "time");
	}
}

export { provider };