import { t as Temporal } from "./temporal-polyfill.js";
import { t as ProbeFailure } from "./edge-failure.js";
import { i as instantOf } from "./text-time.js";

// src/providers/times.ts
/** An ISO 8601 or RFC 3339 time with its zone. @throws ProbeFailure `response-unexpected` */
function isoOfInstant(text) {
	try {
		return Temporal.Instant.from(requireText(text)).toString();
	} catch {
		throw unreadable();
	}
}
/**
* A time that the vendor writes without a zone and documents as UTC: `2018-01-01T00:01:01`, `2014-10-14 12:40:40`.
* One that has a zone is read as such.
*
* @throws ProbeFailure `response-unexpected`
*/
function isoOfUtc(text) {
	const spaced = requireText(text).trim().replace(/^(\d{4}-\d{2}-\d{2}) /, "$1T").replace(/ ([+-]\d{2})(?::?(\d{2}))?$/, (_all, hours, minutes = "00") => `${hours}:${minutes}`);
	return isoOfInstant(/(?:Z|[+-]\d{2}(?::?\d{2})?)$/i.test(spaced.slice(10)) ? spaced : `${spaced}Z`);
}
/** Seconds since 1970, whole or not. @throws ProbeFailure `response-unexpected` */
function isoOfSeconds(seconds) {
	return isoOfMilliseconds(typeof seconds === "number" ? seconds * 1e3 : seconds);
}
/** Milliseconds since 1970. @throws ProbeFailure `response-unexpected` */
function isoOfMilliseconds(milliseconds) {
	if (typeof milliseconds !== "number" || !Number.isFinite(milliseconds)) throw unreadable();
	try {
		return instantOf(milliseconds).toString();
	} catch {
		throw unreadable();
	}
}
/** Whether a moment can be that of a backup: from 2000 to 2099. Outside it stands for nothing, or was misread. */
function isPlausible(iso) {
	return iso.startsWith("20");
}
function requireText(value) {
	if (typeof value !== "string" || value === "") throw unreadable();
	return value;
}
function unreadable() {
	return new ProbeFailure("response-unexpected", "time");
}

export { isoOfUtc as a, isoOfSeconds as i, isoOfInstant as n, isoOfMilliseconds as r, isPlausible as t };