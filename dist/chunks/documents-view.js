import { t as Temporal } from "./temporal-polyfill.js";
import { t as formatFor } from "./text-and-messages.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { a as sortFindings, i as itemsByCause, o as startWith, r as grouped } from "./checklist-and-report.js";
import { a as ruleOf } from "./rules-parts.js";
import { o as inlineText, t as code } from "./text-escape.js";
import { n as joining } from "./text-language.js";
import { a as dayMs } from "./text-values.js";
import { n as redactSentence, r as redactorFor } from "./documents-redact.js";

// src/documents/view.ts
function viewOf(report, parsed, { asOf = /* @__PURE__ */ new Map(), ledgerUrl = null } = {}) {
	const sorted = sortFindings(report.findings);
	const groups = grouped(sorted.toDo, asOf);
	const words = messagesFor(report.language).report;
	const ledger = parsed?.ledger ?? null;
	const zone = ledger?.site.timezone ?? (report.language === "ja" ? "Asia/Tokyo" : "UTC");
	return {
		report,
		sorted,
		groups,
		numbers: new Map(groups.flatMap((group, index) => group.map(({ id }) => [id, index + 1]))),
		asOf,
		ledgerUrl,
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
	if (parts.length % 2 === 0) return inlineText(text, limit);
	const segments = [];
	for (const [index, part] of parts.entries()) {
		const isCode = index % 2 === 1 && part.trim() !== "" && !part.includes("|");
		const last = segments.at(-1);
		if (last !== void 0 && !last.isCode && !isCode) last.text += part;
		else segments.push({
			isCode,
			text: part
		});
	}
	return segments.map(({ isCode, text: part }, index) => {
		if (isCode) return code(part, limit);
		const inner = inlineText(part, limit);
		if (inner === "") return index > 0 && index < segments.length - 1 ? " " : "";
		return `${/^\s/.test(part) ? " " : ""}${inner}${/\s$/.test(part) ? " " : ""}`;
	}).join("");
}
/**
* The sentence that a reader can stop after: what the run found, and how much there is to do. In band danger it begins
* with what that means tonight.
*
* @param things what there is to do, as it is listed below
*/
function headline(view, things = view.sorted.toDo) {
	const { report, words } = view;
	const found = foundWords(view, things);
	if (report.score?.band !== "danger") return found;
	const { met } = report.score;
	return {
		verdict: words.headline.danger(met),
		toDo: [found.verdict, found.toDo].filter((each) => each !== null).join(" ")
	};
}
function foundWords({ report, sorted, words }, things) {
	const { headline: say } = words;
	if (report.verdict === "invalid") return {
		verdict: say.invalid,
		toDo: say.problems(report.findings.filter(isProblem).length)
	};
	const critical = things.filter(({ severity }) => severity === "critical").length;
	const toDo = things.length === 0 ? null : say.toDo(things.length, critical);
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
	const { space } = joining[report.language];
	return {
		verdict: met > 3 && met <= 6 ? `${agreed}${space}${say.few(met)}` : agreed,
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
	const counts = [...Map.groupBy(report.observations.filter(({ result }) => !failed(result)), ({ part }) => part)].map(([part, each]) => words.parts[part].count(each.length));
	if (counts.length > 0) return format.list(counts);
	return report.notAsked.every(({ what }) => what !== "files") ? words.facts.lookedAtFiles : words.facts.lookedAtNothing;
}
/** What nobody wanted to be looked at this time, and why, each in words that need no escaping. */
function notAskedWords({ report, words: { unseen, parts } }) {
	return report.notAsked.map(({ what, reason }) => unseen.notLookedAt(what === "files" ? unseen.files : parts[what].all, unseen.reasons[reason]));
}
function failed(result) {
	return typeof result === "object" && result !== null && "failed" in result;
}
/**
* What stands before the two values of a finding: what the ledger says, where it names the value; else what should be.
* A hole has no value.
*/
function comparisonWords({ findings }, { kind, rule, acceptable }) {
	if (kind === "gap") return {
		expected: findings.needed,
		observed: findings.written
	};
	return {
		expected: acceptable || ruleOf(rule).showsChange !== void 0 ? findings.expected : findings.proper,
		observed: findings.observed
	};
}
/** What the band of a report means, with the items that are not met. */
function adviceWords({ words, format }, { band, items }) {
	const named = (band === "danger" ? [.../* @__PURE__ */ new Set([...startWith, ...itemsByCause])] : itemsByCause).filter((item) => items.some((each) => each.item === item && each.state !== "met")).slice(0, 3).map((item) => words.items[item]);
	return words.advice[band](named.length === 0 ? null : format.list(named));
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

export { headline as a, nothingToDo as c, sinceWords as d, viewOf as f, failed as i, richText as l, comparisonWords as n, isProblem as o, dueWords as r, notAskedWords as s, adviceWords as t, seenCounts as u };