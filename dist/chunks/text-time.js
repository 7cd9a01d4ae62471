import { t as Temporal } from "./temporal-polyfill.js";

// src/text/time.ts
/** The moment `span` after `at`: months and years by the calendar of `zone` (IANA), the rest as exact time. */
function after(at, span, zone) {
	return at.toZonedDateTimeISO(zone).add({ months: span.months }).toInstant().add({ milliseconds: span.milliseconds });
}
/** The day that it is at that moment in `zone` (IANA). */
function dayIn(zone, at) {
	return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}
/** The moment a day in `zone` (IANA) is over: the first of the next day. */
function endOfDay(day, zone) {
	return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}
/** The last second of a day in `zone` (IANA): a date that lasts to the end of its day is shown as that day. */
function lastSecondOf(day, zone) {
	return endOfDay(day, zone).subtract({ seconds: 1 });
}
/** The moment so many milliseconds, whole or not, after 1970. */
function instantOf(epochMilliseconds) {
	return Temporal.Instant.fromEpochMilliseconds(Math.round(epochMilliseconds));
}
/** ISO 8601 in UTC, to the second. */
function isoTime(at) {
	return at.toString({ smallestUnit: "second" });
}
/** Whether the text is a moment in UTC, to the second: `2026-11-02T00:00:00Z`. */
function isMoment(text) {
	if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return false;
	try {
		Temporal.Instant.from(text);
		return true;
	} catch {
		return false;
	}
}
/** Whether one moment (texts in ISO 8601) is after the other. */
function isAfter(one, other) {
	return Temporal.Instant.compare(one, other) > 0;
}

export { isAfter as a, lastSecondOf as c, instantOf as i, dayIn as n, isMoment as o, endOfDay as r, isoTime as s, after as t };