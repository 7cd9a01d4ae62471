import { t as Temporal } from "./temporal-polyfill.js";
import { t as ProbeFailure } from "./edge-failure.js";
import { t as valueAt } from "./protocols-json-pointer.js";
import { i as placeName, t as hostAndPort } from "./protocols-parts.js";
import { t as isFromCache } from "./providers-cache.js";
import { a as numberOf, r as jsonOf } from "./providers-reply.js";
import { a as isoOfUtc, i as isoOfSeconds, r as isoOfMilliseconds, t as isPlausible } from "./providers-times.js";

// src/providers/http-json/index.ts
/** From 2000 to 2100: in seconds, milliseconds, microseconds and nanoseconds no number means two moments in there. */
const firstSecond = Date.UTC(2e3) / 1e3;
const endSecond = Date.UTC(2100) / 1e3;
/**
* Any JSON document that says when a backup was made, read by JSON Pointers. A pointer that leads to nothing is an
* answer that was not expected, since the document may have changed its form; null in place of the time of the only
* backup (and of its state) says that there is none yet. A word for a state that the ledger does not list is unknown, and
* not good. An answer out of a cache may be an older one: it proves no absence of a newer backup.
*/
const provider = {
	hosts: ({ url }) => [placeName(hostAndPort(new URL(url)))],
	async listRestorePoints(target, edge, signal) {
		const headers = {
			accept: "application/json",
			"cache-control": "no-cache",
			...edge.headersFor(new URL(target.url))
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
function isoOf(value, target) {
	const at = typeof value === "number" ? isoOfNumber(value, target) : isoOfText(value, target);
	if (!isPlausible(at)) throw notUnderstood();
	return at;
}
function isoOfNumber(number, target) {
	const format = target["time-format"] ?? "auto";
	if (format === "seconds") return isoOfSeconds(number);
	if (format === "milliseconds") return isoOfMilliseconds(number);
	const at = Number.isInteger(number) ? isoOfMarkless(String(number), target) : null;
	if (at !== null) return at;
	if (format === "iso") throw notUnderstood();
	for (const perSecond of [
		1,
		1e3,
		1e6,
		1e9
	]) {
		const inSeconds = number / perSecond;
		if (inSeconds >= firstSecond && inSeconds < endSecond) return isoOfSeconds(inSeconds);
	}
	throw notUnderstood();
}
function isoOfText(value, target) {
	if (typeof value !== "string") throw notUnderstood();
	const written = value.trim();
	if (/^\d{8,19}(?:\.\d+)?$/.test(written)) {
		if (target["time-format"] === "iso") {
			const at = isoOfMarkless(written, target);
			if (at === null) throw notUnderstood();
			return at;
		}
		return isoOfNumber(Number(written), target);
	}
	if (target["time-format"] === "seconds" || target["time-format"] === "milliseconds") throw notUnderstood();
	const markless = /^(\d{8})[-_ T](\d{4}(?:\d{2})?)$/.exec(written);
	const at = markless === null ? null : isoOfMarkless(`${markless[1]}${markless[2]}`, target);
	if (at !== null) return at;
	if (/[Zz]$|[+-]\d{2}(?::?\d{2})?$/.test(written.slice(10))) return isoOfUtc(written);
	if (written.includes("[")) throw notUnderstood();
	return isoOfLocal(written.replace(" ", "T"), target);
}
/** `YYYYMMDD`, with `hhmm` or `hhmmss` behind it, in the ledger's zone; null for digits that are no such date. */
function isoOfMarkless(digits, target) {
	const match = /^(20\d{2})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/.exec(digits);
	if (match === null) return null;
	const [, year, month, day, hour = "00", minute = "00", second = "00"] = match;
	const written = `${year}-${month}-${day}T${hour}:${minute}:${second}`;
	try {
		Temporal.PlainDateTime.from(written);
	} catch {
		return null;
	}
	return isoOfLocal(written, target);
}
function isoOfLocal(written, { zone }) {
	if (zone === void 0) throw new ProbeFailure("response-unexpected", "time without zone");
	try {
		return Temporal.PlainDateTime.from(written).toZonedDateTime(zone).toInstant().toString();
	} catch {
		throw notUnderstood();
	}
}
function notUnderstood() {
	return new ProbeFailure("response-unexpected", "time");
}

export { provider };