import { t as Temporal } from "./temporal-polyfill.js";
import { t as formatFor } from "./format.js";
import { t as messagesFor } from "./messages.js";
import { i as sortFindings } from "./order.js";
import { a as ruleOf } from "./rules.js";
import { o as inlineText, t as code } from "./escape.js";
import { a as dayMs } from "./values.js";
import { n as redactSentence, r as redactorFor } from "./redact.js";

// src/documents/view.ts
function viewOf(report, parsed) {
	const words = messagesFor(report.language).report;
	const ledger = parsed?.ledger ?? null;
	const zone = ledger?.site.timezone ?? (report.language === "ja" ? "Asia/Tokyo" : "UTC");
	return {
		report,
		sorted: sortFindings(report.findings),
		parsed,
		words,
		format: formatFor(report.language, zone, {
			parties: ledger?.parties ?? {},
			contacts: ledger?.contacts ?? {}
		}),
		checkedAt: Temporal.Instant.from(report.checkedAt),
		redact: redactorFor(ledger, words.masked),
		redactSentence: ledger === null ? (text) => text : redactSentence(ledger, words.masked)
	};
}
/**
* A sentence of ours in Markdown: names in back-ticks become code, all the rest means nothing but itself. Values
* from outside may stand in it; a back-tick among them can at worst turn words into code.
*/
function richText(text, limit = 600) {
	const parts = text.slice(0, limit * 2).split("`");
	if (parts.length === 1 || parts.length % 2 === 0) return inlineText(text, limit);
	return parts.map((part, index) => {
		if (index % 2 === 1) return codeOrText(part, limit);
		const inner = inlineText(part, limit);
		return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) && inner !== "" ? " " : ""}`;
	}).join("");
}
function codeOrText(part, limit) {
	return part.trim() === "" || part.includes("|") ? inlineText(part, limit) : code(part, limit);
}
/** The sentence that a reader can stop after: what the run found, and how much there is to do. */
function headline({ report, sorted, words }) {
	const { headline: say } = words;
	if (report.verdict === "invalid") return {
		verdict: say.invalid,
		toDo: say.problems(report.findings.filter(isProblem).length)
	};
	const critical = sorted.toDo.filter(({ severity }) => severity === "critical").length;
	const toDo = sorted.toDo.length === 0 ? null : say.toDo(sorted.toDo.length, critical);
	const has = (kind) => sorted.toDo.some((each) => each.kind === kind);
	if (has("drift")) return {
		verdict: say.drift,
		toDo
	};
	if (has("expiring")) return {
		verdict: say.expiring,
		toDo
	};
	if (has("stale")) return {
		verdict: say.stale,
		toDo
	};
	if (sorted.unseen.length > 0) return {
		verdict: say.incomplete,
		toDo
	};
	const met = report.score?.met ?? 10;
	const agreed = agreement(report, say);
	const space = report.language === "ja" ? "" : " ";
	return {
		verdict: met <= 6 ? `${agreed}${space}${say.few(met)}` : agreed,
		toDo
	};
}
/** That nothing was found, and no more than was looked at: what nobody asked agrees with nothing. */
function agreement({ observations, notAsked }, say) {
	if (notAsked.every(({ what }) => what === "files")) return say.match;
	return observations.some(({ result }) => !failed(result)) ? say.matchOfPart : say.notCompared;
}
/** That nobody has to do anything, and no more than was seen: what could not be stands below. */
function nothingToDo({ sorted, words }) {
	return sorted.unseen.length === 0 ? words.findings.none : words.findings.noneSeen;
}
function isProblem({ rule }) {
	return ruleOf(rule).isOfText ?? false;
}
/** How many subjects of each kind were looked at and answered, or what else was, in words that need no escaping. */
function seenCounts({ report, words, format }) {
	const counts = [...Map.groupBy(report.observations.filter(({ result }) => !failed(result)), ({ part }) => part)].map(([part, each]) => words.facts.seen(part, each.length));
	if (counts.length > 0) return format.list(counts);
	return report.notAsked.every(({ what }) => what !== "files") ? words.facts.lookedAtFiles : words.facts.lookedAtNothing;
}
function failed(result) {
	return typeof result === "object" && result !== null && "failed" in result;
}
/** What stands before the two values of a finding: a hole has none that the ledger promised. */
function comparisonWords({ findings }, { kind }) {
	return kind === "gap" ? {
		expected: findings.needed,
		observed: findings.written
	} : {
		expected: findings.expected,
		observed: findings.observed
	};
}
/** By when, as the reader sees it: the deadline, at once, or the next check. Plain text. */
function dueWords({ report, words, format, checkedAt }, finding) {
	const { findings } = words;
	if (finding.deadline !== null) {
		const deadline = Temporal.Instant.from(finding.deadline);
		return Temporal.Instant.compare(deadline, checkedAt) <= 0 ? findings.overdue(format.day(deadline)) : findings.by(format.day(deadline));
	}
	if (finding.severity === "critical") return findings.now;
	return findings.byNextCheck(format.day(report.nextCheckAt));
}
/** Since when, as the reader sees it. Plain text. */
function sinceWords({ report, words, format, checkedAt }, since) {
	const days = Math.floor((checkedAt.epochMilliseconds - Temporal.Instant.from(since).epochMilliseconds) / dayMs);
	const age = since === report.checkedAt ? null : format.span(Math.max(days, 1) * dayMs);
	return words.findings.sinceDay(format.day(since), age);
}

export { isProblem as a, seenCounts as c, headline as i, sinceWords as l, dueWords as n, nothingToDo as o, failed as r, richText as s, comparisonWords as t, viewOf as u };