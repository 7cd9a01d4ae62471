import { t as Temporal } from "./temporal-polyfill.js";

// src/protocols/http-date.ts
/** A date as HTTP headers hold it (RFC 9110 §5.6.7), as ISO 8601 in UTC; null for anything else. */
function isoOfHttpDate(text) {
	if (text === null || !/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/.test(text)) return null;
	const milliseconds = Date.parse(text);
	if (Number.isNaN(milliseconds)) return null;
	return Temporal.Instant.fromEpochMilliseconds(milliseconds).toString();
}

export { isoOfHttpDate as t };