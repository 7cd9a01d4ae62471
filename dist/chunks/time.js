import { t as Temporal } from "./temporal-polyfill.js";
import { n as causeOf } from "./messages.js";
import { a as ruleOf } from "./rules.js";

// src/ledger/path.ts
/** The path as people write it: `first-contact.route.0.call`; the root is the empty string. */
function dotted(path) {
	return path.join(".");
}

// src/rules/finding.ts
/**
* Makes a finding of `rule`. Kind, severity and items come from the rule; where the rule leaves a choice,
* `parts` must make it, with a value that the rule allows.
*
* @throws TypeError where `parts` contradicts the rule: a mistake of ours, not of a user.
*/
function finding(rule, parts) {
	const definition = ruleOf(rule);
	const kind = choose(rule, "kind", definition.kind, parts.kind);
	const severity = choose(rule, "severity", definition.severity, parts.severity);
	const items = parts.items ?? definition.items;
	for (const item of items) if (!definition.items.includes(item)) throw new TypeError(`${rule} does not hold item ${item}`);
	return {
		id: `${rule}:${parts.distinction === void 0 ? parts.subject : `${parts.subject}@${parts.distinction}`}`,
		rule,
		subject: parts.subject,
		kind,
		severity,
		cause: causeOf(items, definition),
		items,
		data: parts.data,
		path: parts.path,
		position: parts.position ?? null,
		party: parts.party ?? null,
		deadline: parts.deadline ?? null,
		acceptable: parts.acceptable ?? false
	};
}
/** The subject of a finding by its id, without what distinguishes two of one rule. */
function subjectOf({ id, rule }) {
	return id.slice(rule.length + 1).replace(/@.*$/s, "");
}
function choose(rule, what, allowed, chosen) {
	if (!Array.isArray(allowed)) {
		if (chosen !== void 0 && chosen !== allowed) throw new TypeError(`${rule} has no ${what} ${chosen}`);
		return allowed;
	}
	if (chosen === void 0 || !allowed.includes(chosen)) throw new TypeError(`${rule} needs one ${what} of ${allowed.join(", ")}, not ${chosen}`);
	return chosen;
}

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

export { isAfter as a, lastSecondOf as c, dotted as d, instantOf as i, finding as l, dayIn as n, isMoment as o, endOfDay as r, isoTime as s, after as t, subjectOf as u };