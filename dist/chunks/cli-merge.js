import { t as version } from "./check-version.js";
import { n as compareText, t as formatFor } from "./text-and-messages.js";
import { c as plainLine, o as inlineText, t as code } from "./text-escape.js";
import { n as joining, r as languages } from "./text-language.js";
import { n as widthOf, t as padded } from "./text-width.js";
import { t as redactReach } from "./documents-redact.js";
import { g as systemClock, i as findReports, m as workTreeRoot, r as findLedgers, u as readTextFile } from "./edge-parts.js";
import { o as severityRank, t as messagesFor } from "./rules-and-messages.js";
import { t as Temporal } from "./temporal-polyfill.js";
import { n as slackMs } from "./text-and-probes.js";
import { t as jsonOf } from "./report-json.js";
import { t as isTimeZone } from "./text-zone.js";
import { a as statusOf, t as UsageProblem } from "./cli-command.js";
import { D as unknown, S as object, T as string, a as ZodISODateTime, g as array, h as _enum, k as _isoDateTime, v as int, y as literal } from "./zod.js";
import { resolve } from "node:path";

// node_modules/zod/v4/classic/iso.js
function datetime(params) {
	return _isoDateTime(ZodISODateTime, params);
}

// src/documents/fleet.ts
/** As an issue's body takes it, with room for what a workflow adds. */
const limits = {
	units: 6e4,
	bytes: 18e4
};
const names = {
	parties: {},
	contacts: {}
};
/** The zone that most sites are in: the moment of merging is given in it. */
function zoneOf({ sites }) {
	const count = /* @__PURE__ */ new Map();
	for (const { timezone } of sites) count.set(timezone, (count.get(timezone) ?? 0) + 1);
	return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? "UTC";
}
function headline({ sites, counts }, { fleet: say }, list) {
	const counted = Object.keys(counts).filter((state) => counts[state] > 0).map((state) => say.counted(state, counts[state]));
	const critical = sites.filter((each) => each.critical > 0).length;
	return [say.headline(sites.length, list(counted)), ...critical > 0 ? [say.critical(critical)] : []];
}
/** The words of a row, not yet escaped. */
function rowOf(site, { language, fleet: say, report }) {
	const format = formatFor(language, site.timezone, names);
	const { mark, word } = say.states[site.state];
	const late = site.isLate && site.nextCheckAt !== null ? say.stopped(format.day(site.nextCheckAt)) : null;
	return {
		state: `${mark} ${word}`,
		site: site.site?.name ?? site.ledger,
		score: site.score === null ? "—" : say.scored(site.score.met, report.bands[site.score.band]),
		toDo: site.checkedAt === null ? "—" : say.toDoCount(site.toDo, site.critical),
		next: site.next === null ? "—" : `${format.day(site.next.at)} ${redactReach(site.next.what, report.masked)}`,
		checked: site.checkedAt === null ? "—" : late === null ? format.day(site.checkedAt) : `${format.day(site.checkedAt)}${joining[language].bracketed(late)}`
	};
}
/** A table for an issue; what came from the reports means nothing but itself. Fits into an issue's body. */
function renderFleetMarkdown(fleet, say) {
	const words = say.fleet;
	const format = formatFor(say.language, zoneOf(fleet), names);
	const head = [
		`**${headline(fleet, say, format.list).join(" ")}**`,
		"",
		`| ${[
			words.state,
			words.site,
			words.score,
			words.toDo,
			words.next,
			words.checked,
			words.issue
		].join(" | ")} |`,
		"| :-- | :-- | :-- | :-- | :-- | :-- | :-- |"
	];
	const rows = fleet.sites.map((site) => {
		const row = rowOf(site, say);
		const name = site.site === null ? "" : `${inlineText(row.site, 120)}<br>`;
		const urgent = site.mostUrgent === null ? "" : `<br>${inlineText(redactReach(site.mostUrgent, say.report.masked), 160)}`;
		return `| ${[
			row.state,
			`${name}${code(site.ledger.replaceAll("|", "¦"), 160)}`,
			row.score,
			`${row.toDo}${urgent}`,
			inlineText(row.next, 160),
			inlineText(row.checked, 120),
			issueLink(site.issue)
		].join(" | ")} |`;
	});
	const { unread } = fleet;
	const foot = (left) => [
		...unread.length > 0 ? ["", words.unread(unread.slice(0, 20).map((file) => code(file)).join(" "))] : [],
		...left > 0 ? ["", words.more(left)] : [],
		"",
		words.mergedAt(format.moment(fleet.mergedAt)),
		""
	];
	let shown = rows.length;
	let text = [
		...head,
		...rows,
		...foot(0)
	].join("\n");
	while (shown > 0 && (text.length > limits.units || Buffer.byteLength(text) > limits.bytes)) {
		shown = Math.floor(shown * .95);
		text = [
			...head,
			...rows.slice(0, shown),
			...foot(rows.length - shown)
		].join("\n");
	}
	return text;
}
/** A link only where it is one of an issue: the address comes out of a file. */
function issueLink(issue) {
	if (issue === null) return "";
	return /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+\/issues\/\d+$/.test(issue.url) ? `[#${issue.number}](${issue.url})` : `\\#${issue.number}`;
}
/** The table for a terminal, ending with a line break; no control sequence. */
function renderFleetText(fleet, say) {
	const format = formatFor(say.language, zoneOf(fleet), names);
	const words = say.fleet;
	const columns = [
		"state",
		"site",
		"score",
		"toDo",
		"next",
		"checked"
	];
	const rows = [Object.fromEntries(columns.map((column) => [column, words[column]])), ...fleet.sites.map((site) => rowOf(site, say))].map((row) => columns.map((column) => plainLine(row[column], column === "site" ? 40 : 60)));
	const widths = columns.map((_, index) => Math.max(...rows.map((row) => widthOf(row[index]))));
	const lines = rows.map((row) => row.map((cell, index) => padded(cell, widths[index])).join("  ").trimEnd());
	return [
		...headline(fleet, say, format.list),
		"",
		...lines,
		"",
		...fleet.unread.length > 0 ? [words.unread(fleet.unread.map((file) => plainLine(file)).join(" "))] : [],
		words.mergedAt(format.moment(fleet.mergedAt)),
		""
	].join("\n");
}

// src/report/fleet.ts
/** Worst first. */
const order = [
	"invalid",
	"drift",
	"not-checked",
	"late",
	"incomplete",
	"match"
];
/** One table of many sites, each by the newest of its reports. Pure. */
function mergeReports(reports, options) {
	const newest = /* @__PURE__ */ new Map();
	for (const report of reports) {
		const key = `${report.ledger.path}\n${report.site?.url ?? ""}`;
		const known = newest.get(key);
		if (known === void 0 || known.checkedAt < report.checkedAt) newest.set(key, report);
	}
	const checked = [...newest.values()];
	const paths = new Set(checked.map(({ ledger }) => ledger.path));
	const current = checked.filter((each) => each.site !== null || !checked.some((other) => other !== each && other.ledger.path === each.ledger.path && other.checkedAt > each.checkedAt));
	const missing = [...new Set(options.ledgers)].filter((path) => !paths.has(path));
	const sites = [...current.map((report) => siteOf(report, options.now)), ...missing.map((ledger) => ({
		...nothingOf(ledger),
		state: "not-checked"
	}))].sort(worstFirst);
	const counts = Object.fromEntries(order.map((state) => [state, sites.filter((each) => each.state === state).length]));
	return {
		version: 1,
		tool: {
			name: "recovery-ledger",
			version: options.version
		},
		mergedAt: options.now.round("second").toString(),
		verdict: verdictOf(counts, options.unread.length),
		counts,
		unread: options.unread,
		sites
	};
}
function verdictOf(counts, unread) {
	if (counts.invalid > 0) return "invalid";
	if (counts.drift > 0) return "drift";
	return counts["not-checked"] + counts.late + counts.incomplete + unread > 0 ? "incomplete" : "match";
}
const nothingOf = (ledger) => ({
	ledger,
	site: null,
	score: null,
	toDo: 0,
	critical: 0,
	mostUrgent: null,
	next: null,
	checkedAt: null,
	nextCheckAt: null,
	isLate: false,
	timezone: "UTC",
	issue: null
});
function siteOf(report, now) {
	const toDo = report.findings.filter(({ kind, excepted }) => (excepted ?? null) === null && kind !== "gap" && kind !== "notice").sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
	const next = report.deadlines.filter(({ at }) => Temporal.Instant.from(at).epochMilliseconds >= now.epochMilliseconds).sort((a, b) => Temporal.Instant.compare(a.at, b.at)).find(({ at, finding }) => finding !== null || at !== report.nextCheckAt);
	const isLate = Temporal.Instant.from(report.nextCheckAt).epochMilliseconds + slackMs < now.epochMilliseconds;
	return {
		...nothingOf(report.ledger.path),
		site: report.site === null ? null : {
			name: report.site.name,
			url: report.site.url
		},
		state: isLate && report.verdict !== "invalid" && report.verdict !== "drift" ? "late" : report.verdict,
		score: report.score === null ? null : {
			met: report.score.met,
			of: 10,
			band: report.score.band
		},
		toDo: toDo.length,
		critical: toDo.filter(({ severity }) => severity === "critical").length,
		mostUrgent: toDo.find(({ id }) => isPublicMatter(id))?.title ?? null,
		next: next === void 0 ? null : {
			at: next.at,
			what: next.what
		},
		checkedAt: report.checkedAt,
		nextCheckAt: report.nextCheckAt,
		isLate,
		timezone: report.site?.timezone ?? "UTC",
		issue: report.issue
	};
}
/** Whether a finding is about what anybody can see, so that its title says nothing of people and logins. */
const isPublicMatter = (id) => /^(?:http|tls|dns|mail|domain|backup)\//.test(id);
function worstFirst(a, b) {
	return order.indexOf(a.state) - order.indexOf(b.state) || b.critical - a.critical || (a.score?.met ?? -1) - (b.score?.met ?? -1) || b.toDo - a.toDo || compareText(a.ledger, b.ledger);
}

// src/report/site-report.ts
const moment = datetime();
const siteReport = object({
	version: literal(1),
	tool: object({ name: literal("recovery-ledger") }),
	language: _enum(languages),
	checkedAt: moment,
	nextCheckAt: moment,
	ledger: object({ path: string().min(1) }),
	site: object({
		name: string(),
		url: string(),
		timezone: string().refine(isTimeZone).default("UTC")
	}).nullable(),
	verdict: _enum([
		"match",
		"drift",
		"incomplete",
		"invalid"
	]),
	score: object({
		met: int().min(0).max(10),
		band: _enum([
			"danger",
			"caution",
			"minimum",
			"strong"
		])
	}).nullable(),
	findings: array(object({
		id: string(),
		kind: _enum([
			"drift",
			"expiring",
			"stale",
			"unknown",
			"gap",
			"notice"
		]),
		severity: _enum([
			"critical",
			"warning",
			"info"
		]),
		title: string(),
		excepted: unknown()
	})),
	deadlines: array(object({
		at: moment,
		what: string(),
		finding: string().nullable()
	})),
	issue: object({
		number: int().min(1),
		url: string()
	}).nullish().transform((issue) => issue ?? null)
});
/** Reads the text of a report.json. */
function readSiteReport(text) {
	let value;
	try {
		value = JSON.parse(text.replace(/^\ufeff/, ""));
	} catch {
		return {
			ok: false,
			problem: { type: "no-json" }
		};
	}
	const version = value?.version;
	const read = siteReport.safeParse(value);
	if (read.success) return {
		ok: true,
		report: read.data
	};
	if (typeof version === "number" && version !== 1) return {
		ok: false,
		problem: {
			type: "version",
			version: String(version)
		}
	};
	return {
		ok: false,
		problem: {
			type: "no-report",
			at: read.error.issues[0].path.join(".")
		}
	};
}

// src/cli/merge.ts
/** Puts the reports of many sites into one table. */
const merge = async ({ operands, options, cwd, spoken }) => {
	const { ledgers: named, format, language } = options;
	const before = messagesFor(spoken);
	const { files, missing } = await findReports(operands, cwd);
	const { files: ledgers, problems } = named.length === 0 ? {
		files: [],
		problems: []
	} : await findLedgers(named.join("\n"), await workTreeRoot(cwd), cwd);
	if (files.length === 0 && ledgers.length === 0) {
		const [pattern] = missing;
		throw new UsageProblem(pattern === void 0 ? before.fleet.nothing : before.fleet.noReports(pattern));
	}
	const reports = [];
	const unread = [];
	const notes = [...missing.map(before.fleet.noReports), ...problems.map(({ path }) => before.command.ledgerNoMatch(path, cwd))];
	for (const file of files) {
		const result = readSiteReport(await readTextFile(resolve(cwd, file)));
		if (result.ok) reports.push(result.report);
		else {
			unread.push(file);
			notes.push(before.fleet.notReadable(file, result.problem));
		}
	}
	if (reports.length === 0 && ledgers.length === 0) throw new UsageProblem(notes.join("\n"));
	const written = new Set(reports.map((report) => report.language));
	const say = messagesFor(language ?? (written.size === 1 ? [...written][0] : spoken));
	const now = options.now ?? systemClock.now();
	const fleet = mergeReports(reports, {
		now,
		version,
		ledgers,
		unread
	});
	const text = {
		json: () => jsonOf(fleet),
		markdown: () => renderFleetMarkdown(fleet, say),
		text: () => renderFleetText(fleet, say)
	}[format]();
	const isPartial = notes.length > 0;
	return {
		text,
		notes,
		status: statusOf([fleet.verdict, ...isPartial ? ["incomplete"] : []])
	};
};

export { merge };