import { t as Temporal } from "./temporal-polyfill.js";
import { a as dayMs } from "./text-values.js";
import { n as compareText } from "./text-and-messages.js";
import { r as dotted, t as finding } from "./ledger-and-rules.js";
import { o as severityRank } from "./rules-and-messages.js";
import { r as endOfDay } from "./text-time.js";

// src/checklist/due.ts
/** The last moment at which what was done on `day` is not older than `span`: whole days and months by the calendar. */
function dueAfter(day, span, zone) {
	const days = Math.floor(span.milliseconds / dayMs);
	const last = Temporal.PlainDate.from(day).add({
		months: span.months,
		days
	});
	return endOfDay(last.toString(), zone).add({ milliseconds: span.milliseconds - days * dayMs });
}
/** Whether `day` is longer ago than `span`, or never was. */
function isTooLongAgo(day, span, { now, zone }) {
	return day == null || Temporal.Instant.compare(now, dueAfter(day, span, zone)) >= 0;
}
/** Whether the day is over. */
function isPast(day, { now, zone }) {
	return Temporal.Instant.compare(now, endOfDay(day, zone)) >= 0;
}
/** The latest of some days; null where there is none. */
function latest(days) {
	return days.filter((day) => day !== void 0).toSorted().at(-1) ?? null;
}

// src/checklist/input.ts
/** How the hole at `path` is written: there, or by a parent that is `unknown` or `none` as a whole. */
function holeAt(input, path) {
	for (let length = path.length; length > 0; length--) {
		const absence = input.absences.get(dotted(path.slice(0, length)));
		if (absence !== void 0) return absence;
	}
	return null;
}
/**
* The finding of a gap at `path`, with how the hole stands in the ledger there. Its subject is the path, unless `parts`
* name another.
*/
function gapAt(input, rule, path, data, parts = {}) {
	const whole = {
		...data,
		hole: holeAt(input, path)
	};
	return finding(rule, {
		subject: dotted(path),
		path,
		...parts,
		data: whole
	});
}
/** Whether the ledger says, with a reason, that the thing at `path` does not exist. */
function isSaidNone(input, path) {
	return holeAt(input, path)?.type === "none";
}
/** The party that has a topic, if the ledger says so. */
function partyOf(ledger, topic) {
	return ledger.responsibility?.[topic]?.party ?? null;
}
/** Whether a list is missing or empty. */
function isEmpty(list) {
	return list === void 0 || list.length === 0;
}

// src/checklist/exercises.ts
/** The day a procedure was last tried: by itself, or in an exercise that covered it. Null: never. */
function lastTried(ledger, of) {
	const covering = ledger.exercises.filter(({ covered }) => covered?.includes(of)).map(({ date }) => date);
	return latest([ledger[of]?.rehearsed, ...covering]);
}
/** The day of the newest exercise. */
function lastExercise(ledger) {
	return latest(ledger.exercises.map(({ date }) => date));
}
/** Rollback and restore must have been tried in time. */
function judgeRehearsal(input, of, item) {
	const within = input.ledger.review["rehearse-within"];
	const rehearsed = lastTried(input.ledger, of);
	if (!isTooLongAgo(rehearsed, within, input)) return [];
	return [finding("runbook/unrehearsed", {
		subject: `${of}.rehearsed`,
		data: {
			of,
			rehearsed,
			within
		},
		path: [of, "rehearsed"],
		items: [item],
		party: partyOf(input.ledger, "operation")
	})];
}
/** A tabletop exercise in time. A ledger without procedures has nothing to read through yet. */
function judgeExercises(input) {
	const { ledger } = input;
	const within = ledger.review["exercise-within"];
	const last = lastExercise(ledger);
	if (last === null && ledger.rollback === void 0 && ledger.restore === void 0) return [];
	if (!isTooLongAgo(last, within, input)) return [];
	const party = partyOf(ledger, "operation");
	return [finding("exercise/overdue", {
		subject: "exercises",
		data: {
			last,
			within
		},
		path: ["exercises"],
		party
	})];
}

// src/report/order.ts
const causeRank = {
	access: 0,
	contact: 1,
	procedure: 2
};
/** What is broken now, what will break at a known time, what is to be confirmed; the rest is listed apart. */
function phaseOf({ kind, deadline }) {
	if (kind === "stale") return 2;
	return kind === "expiring" || kind === "drift" && deadline !== null ? 1 : 0;
}
/**
* What is most urgent first: what is broken now before what will break, each by severity, then the deadline, then
* access → contact → procedure. Total.
*/
function byUrgency(a, b) {
	return phaseOf(a) - phaseOf(b) || severityRank[a.severity] - severityRank[b.severity] || compareText(a.deadline ?? "~", b.deadline ?? "~") || causeRank[a.cause] - causeRank[b.cause] || (a.items[0] ?? 11) - (b.items[0] ?? 11) || compareText(a.id, b.id);
}
/** Items in the order in which their holes are filled: access, contact, procedure. */
const itemsByCause = [
	7,
	8,
	2,
	3,
	1,
	4,
	5,
	6,
	9,
	10
];
/** The three to start with. */
const startWith = [
	2,
	7,
	5
];
/** By their place in the ledger, top to bottom. Total. */
function byPlace(a, b) {
	const [one, other] = [a.location, b.location];
	return one.line - other.line || one.column - other.column || compareText(a.id, b.id);
}
/**
* Findings that are alike, together, where the first of them stands.
*
* @param asOf when those were last seen that nobody looked at this time, by id: they stay apart from the others
*/
function grouped(findings, asOf = /* @__PURE__ */ new Map()) {
	return [...Map.groupBy(findings, ({ id, rule, party, severity, kind, remedy }) => JSON.stringify([
		rule,
		party,
		severity,
		kind,
		remedy,
		asOf.get(id)
	])).values()];
}
function sortFindings(findings) {
	const ordered = [...findings].sort(byUrgency);
	const open = ordered.filter((each) => each.excepted === null);
	const of = (...kinds) => open.filter((each) => kinds.includes(each.kind));
	return {
		toDo: of("drift", "expiring", "stale"),
		unseen: of("unknown"),
		holes: of("gap"),
		notices: of("notice"),
		excepted: ordered.filter((each) => each.excepted !== null)
	};
}

export { isPast as _, sortFindings as a, judgeRehearsal as c, gapAt as d, holeAt as f, dueAfter as g, partyOf as h, itemsByCause as i, lastExercise as l, isSaidNone as m, byUrgency as n, startWith as o, isEmpty as p, grouped as r, judgeExercises as s, byPlace as t, lastTried as u, isTooLongAgo as v };