import { t as Temporal } from "./temporal-polyfill.js";
import { d as utf8Text, t as OutputFailure, u as writeOutput } from "./work-tree.js";
import { C as record, S as object, T as string, _ as boolean, g as array, h as _enum, v as int } from "./schemas.js";
import { a as dayMs } from "./values.js";
import { a as isOperationPath, h as isReachableAt, l as findingParts, m as bandOf, u as seenDigests, v as openLedgerSource } from "./ledgers.js";
import { n as compareText } from "./format.js";
import { n as subjectOf } from "./finding.js";
import { t as withoutEnd } from "./ends.js";
import { s as topics, t as messagesFor } from "./messages.js";
import { a as ruleOf, r as isRuleName, s as probeRules } from "./rules.js";
import { a as isAfter, o as isMoment } from "./time.js";
import { a as startWith, n as byUrgency, r as itemsByCause, t as byPlace } from "./order.js";
import { t as PublishFailure } from "./github-port.js";
import { c as plainLine, i as harmlessInLog, l as titleText, n as codeCell, o as inlineText, r as fenced, s as mermaidText, t as code } from "./escape.js";
import { n as diffLines } from "./libesm.js";
import { t as redactReach } from "./redact.js";
import { a as isProblem, c as seenCounts, i as headline, l as sinceWords, n as dueWords, o as nothingToDo, r as failed, s as richText, t as comparisonWords, u as viewOf } from "./view.js";
import { createHash } from "node:crypto";
import { deflateRawSync, inflateRawSync } from "node:zlib";

// src/publish/hidden.ts
function encode(text) {
	return Buffer.from(text, "utf8").toString("base64");
}
/** The text that was encoded; null where it is none. */
function decode(text) {
	const bytes = Buffer.from(text, "base64");
	return bytes.toString("base64") === text ? utf8Text(bytes) : null;
}
function pack(state) {
	return deflateRawSync(JSON.stringify(state), { level: 9 }).toString("base64");
}
/** The state that was packed, where it keeps the schema and inflates to no more than `mostBytes`; else null. */
function unpack(text, schema, mostBytes) {
	try {
		const json = inflateRawSync(Buffer.from(text, "base64"), { maxOutputLength: mostBytes });
		const read = schema.safeParse(JSON.parse(json.toString("utf8")));
		return read.success ? read.data : null;
	} catch {
		return null;
	}
}

// src/publish/marker.ts
const line = string().max(400);
const moment = string().refine(isMoment);
/** A finding as the last run left it: enough to say what is new, since when, and to show it where nobody looked. */
const RememberedFinding = object({
	id: string().min(1).max(600),
	rule: string().refine((name) => isRuleName(name)),
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
	cause: _enum([
		"access",
		"contact",
		"procedure"
	]),
	items: array(int().min(1).max(10)).max(10),
	/** What made it; null where an older version wrote the marker: the ledger's own text, or a part that is not known. */
	part: _enum(findingParts).nullable(),
	/** The subjects of the looks that it came from; absent where its own subject is one of them. */
	looks: array(string().max(300)).max(10).optional(),
	/** Base64url digests of what it shows, run together; absent where nothing is compared. */
	seen: string().regex(/^[\w-]{0,160}$/).optional(),
	/** First seen. */
	since: moment,
	/** The run that last looked. */
	seenAt: moment,
	deadline: moment.nullable(),
	party: string().max(100).nullable(),
	line: int().min(1),
	column: int().min(1),
	excepted: boolean(),
	/** What could not be looked at again this time, so that nobody knows whether it still holds. */
	unseen: boolean(),
	title: line,
	expected: line.nullable(),
	observed: line.nullable()
});
/** Base64url digests, run together. */
const digests = string().regex(/^[\w-]{0,1200}$/);
const IssueState = object({
	checkedAt: moment,
	/** When the next check was due; null where an older version wrote the marker. */
	nextCheckAt: moment.nullable().default(null),
	/** How many of the ten items were met; null where the ledger could not be read. */
	met: int().min(0).max(10).nullable(),
	findings: array(RememberedFinding).max(5e3),
	/** What the history of changes is watched by; null where it is not, or an older version wrote the marker. */
	changes: object({
		at: moment,
		claims: digests,
		lines: digests,
		older: int().min(0).max(5e4)
	}).nullable().default(null).catch(null),
	/** What the last runs saw of each backup; empty where an older version wrote the marker. */
	backups: record(string().max(300), object({
		newest: moment,
		bytes: int().min(0).nullable(),
		comes: boolean(),
		isNew: boolean(),
		place: string().max(20)
	})).default({}).catch({}),
	/** Whether findings had to be left out for want of room: what is not listed may still have been there. */
	truncated: boolean()
});
/** Longest marker in UTF-16 units (it is ASCII, so also in bytes). */
const markerLimit = 14e3;
const inflatedLimit = 2e6;
const pattern = /^<!-- recovery-ledger:v1 ledger=([A-Za-z0-9+/=]{1,2000})(?: state=([A-Za-z0-9+/=]{1,20000}))? -->$/;
/** The first line of an issue: the ledger's key and the state, cut down in steps until it fits `markerLimit`. */
function openingMarker(ledger, state) {
	const write = (kept) => `<!-- recovery-ledger:v1 ledger=${encode(ledger)} state=${pack(kept)} -->`;
	const short = (text, limit) => text === null ? null : text.slice(0, limit).toWellFormed();
	const withTexts = (title, values) => ({
		...state,
		findings: state.findings.map((each) => ({
			...each,
			title: short(each.title, title),
			expected: values === null ? null : short(each.expected, values),
			observed: values === null ? null : short(each.observed, values)
		}))
	});
	const steps = [
		() => withTexts(300, 300),
		() => withTexts(120, 80),
		() => withTexts(80, null),
		() => withTexts(0, null),
		() => ({
			...withTexts(0, null),
			backups: {}
		})
	];
	if (state.findings.length <= 2e3) for (const step of steps) {
		const marker = write(step());
		if (marker.length <= 14e3) return marker;
	}
	const bare = {
		...withTexts(0, null),
		backups: {}
	};
	let kept = Math.min(state.findings.length, 2e3);
	for (;;) {
		const marker = write({
			...bare,
			findings: bare.findings.slice(0, kept),
			truncated: true
		});
		if (marker.length <= 14e3 || kept === 0) return marker;
		kept = Math.floor(kept * .8);
	}
}
/** The last line of an issue: the key alone. */
function closingMarker(ledger) {
	return `<!-- recovery-ledger:v1 ledger=${encode(ledger)} -->`;
}
/** Reads the marker of an issue's body; null where neither its first nor its last line is one. */
function readMarker(body, now) {
	const text = body.trim();
	const first = /^[^\r\n]*/.exec(text.slice(0, 3e4))[0];
	const last = text.slice(-3e4).split(/\r?\n/).at(-1);
	for (const each of [first, last]) {
		const match = pattern.exec(each.trim());
		if (match === null) continue;
		const ledger = decode(match[1]);
		if (ledger === null) continue;
		return {
			ledger,
			state: match[2] === void 0 ? null : stateIn(match[2], now)
		};
	}
	return null;
}
/** When each finding was first seen, by its id. Nothing of the future. */
function firstSeen(state) {
	return new Map((state?.findings ?? []).map(({ id, since }) => [id, since]));
}
/** The run that left the marker, and when it said that the next one is due; null where it did not say. */
function previousCheck(state) {
	if (state === null || state.nextCheckAt === null) return null;
	return {
		at: Temporal.Instant.from(state.checkedAt),
		announced: Temporal.Instant.from(state.nextCheckAt)
	};
}
function stateIn(text, now) {
	const read = unpack(text, IssueState, inflatedLimit);
	if (read === null || isAfter(read.checkedAt, now)) return null;
	const findings = read.findings.filter(({ since, seenAt }) => !isAfter(since, now) && !isAfter(seenAt, now));
	const isKnown = read.changes !== null && !isAfter(read.changes.at, now);
	const seen = Object.entries(read.backups).filter(([, { newest }]) => !isAfter(newest, now));
	const backups = Object.fromEntries(seen.slice(0, 60));
	return {
		...read,
		findings,
		backups,
		changes: isKnown ? read.changes : null
	};
}

// src/check/output.ts
/** Where the files of a ledger go: `<output-dir>/<ledger path>`. */
function outputFolder(outputDir, ledgerFile) {
	return `${outputDir === "" ? "." : withoutEnd(outputDir, "/")}/${ledgerFile.replace(/^(?:\.\/|\/)+/, "")}`;
}
/** Writes a file whole or not at all. Returns its path, or, in words, why it could not be written. */
async function writeFileOrSay(folder, name, text, say) {
	try {
		return {
			path: await writeOutput(folder, name, text),
			problem: null
		};
	} catch (error) {
		if (!(error instanceof OutputFailure)) throw error;
		return {
			path: null,
			problem: say.cannotWrite(`${folder}/${name}`, error.code)
		};
	}
}

// src/publish/effects.ts
/**
* Carries out what is to happen on GitHub, in order, up to the first failure. An assignee who cannot be assigned, or
* a label that cannot be made, stops nothing else. Rejects only for faults of ours.
*
* @param port null where there is no token
*/
async function performOnGitHub(effects, port) {
	const created = [];
	if (effects.length === 0) return {
		created,
		failure: null
	};
	if (port === null) return {
		created,
		failure: new PublishFailure("no-token")
	};
	let passedOver = null;
	for (const effect of effects) try {
		const issue = await performOne(effect, port);
		if (issue !== null && effect.type === "create-issue") created.push({
			ledger: effect.ledger,
			...issue
		});
	} catch (error) {
		if (!(error instanceof PublishFailure)) throw error;
		if (effect.type !== "assign" && effect.type !== "ensure-label") return {
			created,
			failure: error
		};
		passedOver ??= error;
	}
	return {
		created,
		failure: passedOver
	};
}
async function performOne(effect, port) {
	switch (effect.type) {
		case "ensure-label":
			await port.ensureLabel(effect.label);
			return null;
		case "create-issue": {
			const { number, url } = await port.createIssue(effect);
			if (effect.assignees.length > 0) await port.addAssignees(number, effect.assignees).catch(ignoreFailure);
			return {
				number,
				url
			};
		}
		case "update-issue":
			await port.updateIssue(effect.number, {
				title: effect.title,
				body: effect.body
			});
			return null;
		case "add-labels":
			await port.addLabels(effect.number, effect.labels);
			return null;
		case "assign":
			await port.addAssignees(effect.number, effect.logins);
			return null;
		case "reopen-issue":
			await port.updateIssue(effect.number, {
				state: "open",
				reason: "reopened"
			});
			return null;
		case "close-issue":
			await port.updateIssue(effect.number, {
				state: "closed",
				reason: effect.reason
			});
			return null;
		case "comment":
			await port.createComment(effect.number, effect.body);
			return null;
		case "update-comment":
			await port.updateComment(effect.id, effect.body);
			return null;
	}
}
/** An issue without its assignees is still an issue; the next run assigns again, and says so. */
function ignoreFailure(error) {
	if (!(error instanceof PublishFailure)) throw error;
}
/** Carries out what is to happen to the job. */
async function performOnJob(effects, job) {
	for (const effect of effects) switch (effect.type) {
		case "annotate":
			job.annotate(effect.annotation);
			break;
		case "summary":
			await job.summarise(effect.markdown);
			break;
		case "output":
			job.output(effect.name, effect.value);
			break;
		case "write-file": await job.writeFile(effect.path, effect.text);
	}
}

// src/publish/pull-request.ts
const marker = "<!-- recovery-ledger:v1 pull-request -->";
const mostEntries$1 = 15;
const mostLedgers = 30;
const limit = 6e4;
/**
* Compares two reports of one ledger. What only one of them looked at is no difference: it is left out, and the
* score is then taken from the ledgers' texts alone.
*/
function changeOf({ base, head, changedLines }) {
	const counts = (each) => each.kind !== "notice" && each.excepted === null;
	const unasked = new Set([...base?.notAsked ?? [], ...head.notAsked].map(({ what }) => what));
	const comparable = (report) => report.findings.filter((each) => counts(each) && !unasked.has(each.part));
	const sameScope = base === null || sameParts(base, head);
	const score = (report) => (sameScope ? report?.score?.met : report?.score?.claimed) ?? null;
	const ids = (findings) => new Set(findings.map(({ id }) => id));
	const headFindings = sameScope ? head.findings.filter(counts) : comparable(head);
	const baseFindings = base === null ? [] : sameScope ? base.findings.filter(counts) : comparable(base);
	const known = ids(baseFindings);
	const still = ids(headFindings);
	return {
		before: score(base),
		after: score(head),
		fresh: headFindings.filter(({ id }) => !known.has(id)).sort(byUrgency),
		resolved: baseFindings.filter(({ id }) => !still.has(id)).sort(byUrgency),
		onChangedLines: head.findings.filter((each) => counts(each) && known.has(each.id) && (changedLines?.has(each.location.line) ?? false)).sort(byUrgency)
	};
}
function sameParts(a, b) {
	const parts = (report) => report.notAsked.map(({ what }) => what).sort().join();
	return parts(a) === parts(b) && a.observations.length === 0 === (b.observations.length === 0);
}
/** The comment on a pull request, its marker included; at most 60,000 UTF-16 units. */
function renderPullRequestComment(ledgers, runUrl) {
	const [first] = ledgers;
	if (first === void 0) return `${marker}\n`;
	const { words } = viewOf(first.head, first.parsed);
	const run = runUrl === null || !/^https?:\/\/[A-Za-z0-9./:_~-]+$/.test(runUrl) ? null : words.footer.run(runUrl);
	for (const entries of [
		mostEntries$1,
		5,
		0
	]) {
		const body = [
			marker,
			`## ${words.pullRequest.heading}`,
			...ledgers.slice(0, mostLedgers).flatMap((each) => ledgerBlocks(each, entries)),
			...ledgers.length > mostLedgers ? [words.issue.more(ledgers.length - mostLedgers)] : [],
			"---",
			[words.pullRequest.bounded, ...run === null ? [] : [run]].join(" · ")
		].join("\n\n");
		if (body.length <= limit || entries === 0) return `${body.slice(0, limit)}\n`;
	}
	return `${marker}\n`;
}
function ledgerBlocks(ledger, entries) {
	const view = viewOf(ledger.head, ledger.parsed);
	const say = view.words.pullRequest;
	const { before, after, fresh, resolved, onChangedLines } = changeOf(ledger);
	const score = ledger.head.verdict === "invalid" ? say.invalid : `**${say.score(before, after)}**  ${before === null || after === null || before === after ? say.same : after < before ? say.lower : say.higher}`;
	return [
		`### ${code(ledger.head.ledger.path)}`,
		before === null && ledger.head.verdict !== "invalid" ? `**${say.score(before, after)}**` : score,
		...list(view, say.fresh, fresh, entries),
		...list(view, say.resolved, resolved, entries),
		...list(view, say.onChangedLines, onChangedLines, entries),
		...fresh.length + resolved.length === 0 ? [say.nothing] : []
	];
}
function list(view, heading, findings, entries) {
	if (findings.length === 0) return [];
	const { words, redact } = view;
	const shown = findings.slice(0, entries).map(({ severity, title, location, rule }) => {
		const place = `${code(location.path)} ${words.findings.line(location.line)}`;
		return `- ${words.severities[severity]}: ${richText(redact(title), 200)} (${place}, ${code(rule)})`;
	});
	const left = findings.length - shown.length;
	return [`**${heading}**`, [...shown, ...left > 0 ? [`- ${words.issue.more(left)}`] : []].join("\n")];
}
/** What a change does to one ledger, as plain lines for a terminal. */
function renderChange(ledger) {
	const view = viewOf(ledger.head, ledger.parsed);
	const say = view.words.pullRequest;
	const { before, after, fresh, resolved, onChangedLines } = changeOf(ledger);
	const list = (heading, findings) => findings.length === 0 ? [] : [
		"",
		heading,
		...findings.map(({ severity, title, location, rule }) => `  ${view.words.severities[severity]}  ${plainLine(view.redact(title), 200)} (${location.path}:${location.line}, ${rule})`)
	];
	const trend = before === null || after === null || before === after ? say.same : after < before ? say.lower : say.higher;
	return [
		say.heading,
		ledger.head.verdict === "invalid" ? say.invalid : `${say.score(before, after)}  ${before === null ? "" : trend}`.trim(),
		...list(say.fresh, fresh),
		...list(say.resolved, resolved),
		...list(say.onChangedLines, onChangedLines),
		...fresh.length + resolved.length === 0 ? ["", say.nothing] : [],
		""
	].map(harmlessInLog).join("\n");
}
/** Whether a change is worth a comment where there is none yet. */
function isWorthTelling(ledgers) {
	return ledgers.some((ledger) => {
		const { before, after, fresh, resolved, onChangedLines } = changeOf(ledger);
		return before !== after || fresh.length + resolved.length + onChangedLines.length > 0;
	});
}
/**
* Our own comment on a pull request, by its marker; somebody else's with the same marker does not count.
*
* @throws PublishFailure
*/
async function findComment(port, number) {
	const marked = (await port.listComments(number)).filter(({ body }) => body.startsWith(marker));
	if (marked.length === 0) return null;
	const self = marked.every(({ author }) => author.isBot) ? null : await port.self();
	return marked.find(({ author }) => self === null ? author.isBot : author.login === self) ?? null;
}
/** One comment, kept up to date: written where there is something to say, then edited, never repeated. */
function reconcileComment(number, existing, body, worthTelling) {
	if (existing === null) return worthTelling ? [{
		type: "comment",
		number,
		body
	}] : [];
	return existing.body.trim() === body.trim() ? [] : [{
		type: "update-comment",
		id: existing.id,
		body
	}];
}

// src/check/pull-request.ts
/**
* Compares a checked ledger with its text before a change. `check` looks at the same things in the same way, so
* that what differs is the change's doing.
*
* @param before null where there was no such ledger
*/
async function compareWith(head, before, check) {
	const { source, report, parsed } = head;
	const text = new TextDecoder().decode(source.bytes);
	if (before === null) return {
		ledger: {
			base: null,
			head: report,
			parsed,
			changedLines: new Set(text.split("\n").map((_line, index) => index + 1))
		},
		isChanged: true
	};
	if (Buffer.compare(before.bytes, source.bytes) === 0) return {
		ledger: {
			base: report,
			head: report,
			parsed,
			changedLines: /* @__PURE__ */ new Set()
		},
		isChanged: false
	};
	const base = await check(before);
	const changedLines = linesAdded(new TextDecoder().decode(before.bytes), text);
	return {
		ledger: {
			base: base.report,
			head: report,
			parsed,
			changedLines
		},
		isChanged: true
	};
}
/** The lines of `after` (from 1) that are not in `before`. Where lines only went away: the one that follows them. */
function linesAdded(before, after) {
	const lines = /* @__PURE__ */ new Set();
	let line = 1;
	for (const { value, added, removed, count } of diffLines(before, after, { stripTrailingCr: true })) {
		const length = count ?? value.split("\n").length - 1;
		if (removed) {
			lines.add(line);
			continue;
		}
		if (added) for (let each = line; each < line + length; each += 1) lines.add(each);
		line += length;
	}
	return lines;
}
const failingKinds = /* @__PURE__ */ new Set([
	"drift",
	"expiring",
	"stale"
]);
/** What makes a pull request fail unless the workflow says otherwise: what is wrong on its lines, a lower score. */
function failingIn({ ledger }) {
	const { head, changedLines } = ledger;
	const { before, after } = changeOf(ledger);
	return {
		findings: head.findings.filter(({ kind, excepted, location }) => failingKinds.has(kind) && excepted === null && (changedLines?.has(location.line) ?? false)),
		lower: before !== null && after !== null && after < before ? {
			before,
			after
		} : null
	};
}
/** The ledger at the commit that the pull request starts from; `unknown` where the token may not read it. */
async function ledgerBefore(port, file, baseSha) {
	if (port === null || baseSha === null) return "unknown";
	try {
		const bytes = await port.readFile(file, baseSha);
		return bytes === null ? null : await openLedgerSource(file, bytes);
	} catch (error) {
		if (error instanceof PublishFailure) return "unknown";
		throw error;
	}
}
/**
* Writes the one comment of the pull request, or brings it up to date.
*
* @returns why it could not be written, if it could not
*/
async function comment(number, comparisons, port, runUrl) {
	const ledgers = comparisons.filter(({ isChanged }) => isChanged).map(({ ledger }) => ledger);
	try {
		const existing = await findComment(port, number);
		if (ledgers.length === 0 && existing === null) return null;
		const shown = ledgers.length > 0 ? ledgers : comparisons.map(({ ledger }) => ledger);
		const body = renderPullRequestComment(shown, runUrl);
		const effects = reconcileComment(number, existing, body, isWorthTelling(ledgers));
		return (await performOnGitHub(effects, port)).failure;
	} catch (error) {
		if (error instanceof PublishFailure) return error;
		throw error;
	}
}

// src/documents/calendar.ts
/**
* Every date that is to come as a calendar (RFC 5545), one event for the whole day in the site's time zone; null for a
* ledger that cannot be read. An event keeps its UID when its date moves, so that a calendar that takes the file in
* again moves it too. Calendars are shared: no phone number or mail address is in it. The same report always gives the same bytes.
*/
function renderCalendar(report) {
	const { site, ledger, checkedAt, deadlines, findings, issue } = report;
	if (site === null) return null;
	const { calendar: words, masked } = messagesFor(report.language).report;
	const titles = new Map(findings.map(({ id, title }) => [id, title]));
	const stamp = dateTime(checkedAt);
	const used = /* @__PURE__ */ new Map();
	const events = deadlines.filter(({ at }) => at >= checkedAt).flatMap(({ at, what, finding }) => {
		const nth = used.get(what) ?? 0;
		used.set(what, nth + 1);
		const day = Temporal.Instant.from(at).toZonedDateTimeISO(site.timezone).toPlainDate();
		const lines = [
			...finding === null ? [] : [titles.get(finding) ?? []].flat().map((title) => redactReach(title, masked)),
			words.from(ledger.path),
			...issue === null ? [] : [issue.url]
		];
		return [
			"BEGIN:VEVENT",
			`UID:${uidOf([
				site.url,
				ledger.path,
				what,
				String(nth)
			])}`,
			`DTSTAMP:${stamp}`,
			`DTSTART;VALUE=DATE:${date(day)}`,
			`DTEND;VALUE=DATE:${date(day.add({ days: 1 }))}`,
			`SUMMARY:${text(`${redactReach(what, masked)} (${site.name})`)}`,
			`DESCRIPTION:${lines.map((line) => text(line)).join("\\n")}`,
			"TRANSP:TRANSPARENT",
			"END:VEVENT"
		];
	});
	return [
		"BEGIN:VCALENDAR",
		"VERSION:2.0",
		"PRODID:-//Recovery Ledger//recovery-ledger//EN",
		"CALSCALE:GREGORIAN",
		`X-WR-CALNAME:${text(words.name(site.name))}`,
		...events,
		"END:VCALENDAR"
	].map((line) => `${folded(line)}\r\n`).join("");
}
function uidOf(parts) {
	return `${createHash("sha256").update(parts.join("\n")).digest("hex").slice(0, 32)}@recovery-ledger`;
}
const date = (day) => day.toString().replaceAll("-", "");
/** RFC 5545 §3.3.5, form 2. */
const dateTime = (at) => at.replace(/[-:]/g, "").replace(/\.\d+/, "");
/** RFC 5545 §3.3.11. */
function text(value) {
	return plainLine(value, 300).replace(/[\\;,]/g, (mark) => `\\${mark}`);
}
/** At most 75 octets a line, never within a character (RFC 5545 §3.1). */
function folded(line) {
	const pieces = [];
	let piece = "";
	let octets = 0;
	for (const character of line) {
		const size = Buffer.byteLength(character);
		if (octets + size > (pieces.length === 0 ? 75 : 74)) {
			pieces.push(piece);
			piece = "";
			octets = 0;
		}
		piece += character;
		octets += size;
	}
	return [...pieces, piece].join("\r\n ");
}

// src/documents/dates.ts
const mostRows = 30;
const mostMonths = 8;
const mostEventsOfMonth = 4;
/** The dates that come next, as a picture and as the table that says the same; empty where none is known. */
function datesSection(view) {
	const { report, words } = view;
	const say = words.dates;
	if (report.deadlines.length === 0) return [];
	const shown = report.deadlines.slice(0, mostRows);
	const left = report.deadlines.length - shown.length;
	return [
		`## ${say.heading}`,
		timeline(view, shown),
		table(view, shown),
		...left === 0 ? [] : [say.more(left)]
	].filter((block) => block !== "");
}
function table(view, dates) {
	const say = view.words.dates;
	const number = new Map(view.sorted.toDo.map(({ id }, index) => [id, index + 1]));
	const rows = dates.map(({ at, what, finding }) => {
		const reference = finding === null ? void 0 : number.get(finding);
		return `| ${[
			view.format.day(at),
			inlineText(view.redact(what), 160),
			leftWords(view, at),
			reference === void 0 ? "" : say.findingNumber(reference)
		].join(" | ")} |`;
	});
	return [
		`| ${say.when} | ${say.what} | ${say.left} | ${say.finding} |`,
		"| :-- | :-- | --: | :-- |",
		...rows
	].join("\n");
}
/** How long it is until a date, in days where it is days. */
function leftWords({ words, format, checkedAt }, at) {
	const left = Temporal.Instant.from(at).epochMilliseconds - checkedAt.epochMilliseconds;
	if (left < 0) return words.dates.passed;
	return format.span(left >= 864e5 ? Math.floor(left / dayMs) * dayMs : left);
}
/** A Mermaid timeline by month: https://mermaid.js.org/syntax/timeline.html. It is not drawn in e-mail. */
function timeline({ words, format, checkedAt, redact }, dates) {
	const months = /* @__PURE__ */ new Map();
	for (const { at, what } of dates) {
		const moment = Temporal.Instant.from(at);
		if (Temporal.Instant.compare(moment, checkedAt) < 0) continue;
		const day = moment.toZonedDateTimeISO(format.zone);
		const month = words.dates.month(day.year, day.month);
		const events = months.get(month) ?? [];
		if (!months.has(month) && months.size === mostMonths) continue;
		if (events.length < mostEventsOfMonth) events.push(`${words.dates.day(day.month, day.day)} ${mermaidText(redact(what))}`);
		months.set(month, events);
	}
	if (months.size === 0) return "";
	return [
		"```mermaid",
		"timeline",
		...[...months].map(([month, events]) => `    ${month} : ${events.join(" : ")}`),
		"```"
	].join("\n");
}

// src/documents/emergency.ts
/**
* The conditions of the ledger that this run saw to hold: an endpoint in `shown-by` has a drift.
* What leaves the page served is no emergency. In the ledger's order; none where nothing was seen. Excepted findings show nothing.
*/
function emergenciesOf(report, parsed, now, holidays, asOf) {
	const seen = report.findings.filter((each) => each.kind === "drift" && each.part === "endpoints" && !ruleOf(each.rule).isServed && each.excepted === null && !asOf.has(each.id));
	return (parsed.ledger.emergency?.conditions ?? []).flatMap((condition) => {
		const shownBy = seen.filter((each) => condition["shown-by"]?.includes(subjectOf(each)));
		if (shownBy.length === 0) return [];
		return [{
			when: condition.when ?? null,
			firstInstruction: condition["first-instruction"] ?? null,
			shownBy,
			calls: callsOf(condition, parsed, now, holidays)
		}];
	});
}
function emergencyRules(ledger) {
	return {
		tell: ledger["first-contact"]?.tell ?? [],
		decisions: [{
			what: "startRecovery",
			decision: ledger.decisions?.["start-recovery"] ?? null
		}, {
			what: "rollback",
			decision: ledger.decisions?.rollback ?? null
		}],
		rollbackWhen: ledger.rollback?.when ?? []
	};
}
/** The condition's own order; else the route of the first contact. Waits and the route's end come from the route. */
function callsOf(condition, parsed, now, holidays) {
	const { ledger } = parsed;
	const written = ledger["first-contact"]?.route ?? [];
	const end = written.findIndex(({ none }) => none !== void 0);
	const route = end < 0 ? written : written.slice(0, end);
	const own = condition.call ?? [];
	const calls = (own.length > 0 ? own : route.flatMap(({ call }) => call ?? [])).map((id) => {
		const contact = ledger.contacts?.[id];
		const channels = contact?.channels ?? [];
		return {
			type: "contact",
			contact: id,
			reachable: contact === void 0 ? null : isReachableAt(contact, now, ledger.site.timezone, holidays),
			channels: ledger.site.public ? channels : channels.filter(({ see }) => see !== void 0),
			line: contact === void 0 ? null : parsed.locate([
				"contacts",
				id,
				"channels"
			]).line,
			wait: route.find(({ call }) => call === id)?.wait ?? null
		};
	});
	const because = written[end]?.none;
	return because === void 0 ? calls : [...calls, {
		type: "nobody",
		because
	}];
}

// src/documents/emergency-card.ts
const mostEmergencies = 3;
const mostEntries = 10;
const wordLimit = 160;
/** The card in Markdown; empty where there is no emergency. `at` is the hour that the call list is for. */
function emergencyCard(view, emergencies, rules, at) {
	const { words } = view;
	const say = words.emergency;
	const [first] = emergencies;
	if (first === void 0 || rules === null) return [];
	const sentence = (text) => text === null ? say.notWritten : inlineText(view.redactSentence(text), wordLimit);
	const named = (each) => each.when === null ? say.unnamed : sentence(each.when);
	const blocks = [[
		"> [!CAUTION]",
		...emergencies.slice(0, mostEntries).map((each) => `> **${say.heading(named(each))}** <br>`),
		`> ${say.seenAt(at)}`
	].join("\n")];
	for (const each of emergencies.slice(0, mostEmergencies)) {
		if (emergencies.length > 1) blocks.push(`### ${named(each)}`);
		blocks.push([
			...each.shownBy.slice(0, mostEntries).map((finding) => `- **${say.shownBy}**: ${richText(view.redact(finding.title), wordLimit)}`),
			`- **${say.firstInstruction}**: ${sentence(each.firstInstruction)}`,
			...rules.tell.length === 0 ? [] : [`- **${say.tell}**: ${sentence(view.format.list(rules.tell.slice(0, mostEntries)))}`]
		].join("\n"), `**${say.call(at)}**`, callTable(view, each.calls), ...onDuty(view, each.calls));
	}
	blocks.push(`**${say.go}**`, decisionTable(view, rules, sentence));
	const rollbackWhen = rules.rollbackWhen.slice(0, mostEntries).map((text) => `- ${sentence(text)}`);
	blocks.push(`**${say.rollbackWhen}**`, rollbackWhen.length === 0 ? say.notWritten : rollbackWhen.join("\n"));
	return [...blocks, "---"];
}
function callTable(view, calls) {
	const say = view.words.emergency;
	if (calls.length === 0) return say.noCall;
	const rows = calls.slice(0, mostEntries).map((call, index) => {
		if (call.type === "nobody") return `| | ${say.nobodyAnswers} | | ${inlineText(view.redactSentence(call.because), wordLimit)} | |`;
		const reachable = call.reachable === null ? say.hoursUnknown : call.reachable ? say.answers : `**${say.outOfHours}**`;
		const isLast = calls[index + 1]?.type !== "contact";
		return `| ${index + 1} | ${contactWords(view, call.contact)} | ${reachable} | ${howWords(view, call)} | ${waitWords(view, call.wait, isLast)} |`;
	});
	return [
		`| ${[
			say.order,
			say.contact,
			say.reachable,
			say.how,
			say.otherwise
		].join(" | ")} |`,
		"| --: | :-- | :-- | :-- | :-- |",
		...rows
	].join("\n");
}
/** Who is on duty now, where it is not plainly the first of the list; nothing where hours are not known. */
function onDuty(view, calls) {
	const say = view.words.emergency;
	const contacts = calls.flatMap((call) => call.type === "contact" ? [call] : []);
	const first = contacts.findIndex(({ reachable }) => reachable !== false);
	if (contacts.length > 0 && first === -1) return [`**${say.nobodyNow}**`];
	if (first <= 0 || contacts[first].reachable === null) return [];
	return [`**${say.firstNow(contactWords(view, contacts[first].contact))}**`];
}
/** A contact's name with its party, as far as the ledger says. */
function contactWords({ parsed, format }, id) {
	const party = parsed?.ledger.contacts?.[id]?.party;
	const name = inlineText(format.contact(id), wordLimit);
	return party === void 0 ? name : `${name} (${inlineText(format.party(party), wordLimit)})`;
}
function howWords(view, call) {
	const say = view.words.emergency;
	const channels = call.channels.slice(0, 5).map((channel) => channelWords(channel, view));
	if (view.parsed?.ledger.site.public === true && channels.length > 0) return channels.join("<br>");
	const place = call.line === null ? say.notWritten : say.ledgerLine(codeCell(view.report.ledger.path, wordLimit), call.line);
	return [...channels, place].join("<br>");
}
function channelWords(channel, { words }) {
	const { see, chat, ...others } = channel;
	const said = see ?? chat;
	if (said !== void 0) return inlineText(said, wordLimit);
	return Object.keys(words.channels).filter((key) => others[key] !== void 0).map((key) => `${words.channels[key]} ${codeCell(others[key], wordLimit)}`).join("");
}
function waitWords(view, wait, isLast) {
	const say = view.words.emergency;
	if (wait === null) return "—";
	const span = view.format.duration(wait);
	return isLast ? say.waitLast(span) : say.wait(span);
}
function decisionTable(view, rules, sentence) {
	const say = view.words.emergency;
	const who = (id) => id === void 0 ? say.notWritten : contactWords(view, id);
	const row = (what, decision) => {
		const needs = decision?.needs === void 0 ? null : view.format.list(decision.needs.slice(0, mostEntries));
		return `| ${[
			say[what],
			who(decision?.decides),
			who(decision?.deputy),
			sentence(decision?.unreachable ?? null),
			sentence(needs)
		].join(" | ")} |`;
	};
	return [
		`| ${[
			say.decision,
			say.decides,
			say.deputy,
			say.unreachable,
			say.needs
		].join(" | ")} |`,
		"| :-- | :-- | :-- | :-- | :-- |",
		...rules.decisions.map(({ what, decision }) => row(what, decision))
	].join("\n");
}

// src/documents/responsibility.ts
const deliverables = [
	"first-report",
	"recovery-report",
	"response-log",
	"rollback-criteria"
];
/** The five topics and the deliverables; empty where the ledger says nothing of them. */
function responsibilityRows({ parsed, report }) {
	const ledger = parsed?.ledger;
	const said = ledger?.responsibility;
	if (ledger === void 0 || said === void 0) return [];
	const words = messagesFor(report.language).handover.responsibility;
	const isAlone = Object.keys(ledger.parties ?? {}).length === 1;
	return [...topics.map((topic) => {
		const party = said[topic]?.party;
		const approver = topic === "accountability" ? said.accountability?.["approved-by"] : void 0;
		const standIn = [said[topic]?.["stand-in"], approver].find((id) => id !== void 0 && id !== party);
		return {
			name: words.topics[topic],
			parts: [...party === void 0 ? [] : [[party, words.party]], ...standIn === void 0 ? [] : [[standIn, words.standIn]]],
			missing: [...party === void 0 ? [words.party] : [], ...standIn === void 0 && !isAlone ? [words.standIn] : []]
		};
	}), ...deliverables.map((name) => {
		const one = said.deliverables?.[name] ?? {};
		const isReport = name === "first-report" || name === "recovery-report";
		const needed = [
			[
				one["fills"] ?? one["by"],
				words.fills,
				isReport
			],
			[
				one["approves"],
				words.approves,
				name !== "response-log"
			],
			[
				one["sends"],
				words.sends,
				isReport
			]
		];
		return {
			name: words.deliverables[name],
			parts: needed.flatMap(([party, part]) => party === void 0 ? [] : [[party, part]]),
			missing: [...needed.flatMap(([party, part, isNeeded]) => party === void 0 && isNeeded ? [part] : []), ...name === "response-log" && one["kept-in"] === void 0 ? [words.keptIn] : []]
		};
	})];
}
/** The party that has all five topics although there are others; else null. */
function onlyParty(ledger) {
	const has = new Set(topics.map((topic) => ledger.responsibility?.[topic]?.party));
	const [party] = has;
	const isAlone = Object.keys(ledger.parties ?? {}).length === 1;
	return has.size === 1 && party !== void 0 && !isAlone ? party : null;
}
/** Topics and deliverables against the parties, folded away. */
function responsibilitySection(view) {
	const rows = responsibilityRows(view);
	const ledger = view.parsed?.ledger;
	if (rows.length === 0 || ledger === void 0) return [];
	const { redact, format, report } = view;
	const words = messagesFor(report.language).handover.responsibility;
	const parties = [.../* @__PURE__ */ new Set([...Object.keys(ledger.parties ?? {}), ...rows.flatMap(({ parts }) => parts.map(([id]) => id))])];
	const nameOf = (id) => inlineText(redact(format.party(id)), 60);
	const separator = format.language === "ja" ? "、" : ", ";
	const lines = rows.map(({ name, parts, missing }) => {
		return `| ${[
			name,
			...parties.map((id) => parts.flatMap(([party, part]) => party === id ? [part] : []).join(separator)),
			missing.length === 0 ? "" : `⚠️ ${missing.join(separator)}`
		].join(" | ")} |`;
	});
	const only = onlyParty(ledger);
	return [
		`<details><summary>${words.heading}</summary>`,
		[
			`| ${[
				"",
				...parties.map(nameOf),
				words.undecided
			].join(" | ")} |`,
			`|${" :-- |".repeat(parties.length + 2)}`,
			...lines
		].join("\n"),
		...only === null ? [] : [`⚠️ ${words.oneParty(nameOf(only))}`],
		"</details>"
	];
}

// src/documents/sections.ts
const marks = {
	critical: "🔴",
	warning: "🟡",
	info: "🔵"
};
const mostSmallEntries = 50;
/** What somebody has to do, most urgent first. */
function findingsSection(view, fit, asOf) {
	const { words, sorted } = view;
	if (view.report.verdict === "invalid") return problemsSection(view, fit, asOf);
	const blocks = [`## ${words.findings.heading}`];
	if (sorted.toDo.length === 0) return [...blocks, nothingToDo(view)];
	return [...blocks, ...sorted.toDo.slice(0, fit.findings).flatMap((each, index) => entry(view, each, index + 1, fit, asOf))];
}
function entry(view, finding, number, fit, asOf) {
	const { words, redact, format } = view;
	const say = words.findings;
	const limit = fit.evidence ? 300 : 80;
	const value = (text) => text === null ? null : code(redact(text), limit);
	const party = finding.party === null ? say.nobody : inlineText(format.party(finding.party), 100);
	const heading = `### ${number}. ${marks[finding.severity]} ${words.severities[finding.severity]}: ${richText(redact(finding.title), 200)}`;
	const asOfMoment = asOf.get(finding.id);
	const compared = comparisonWords(words, finding);
	const list = [
		[compared.expected, value(finding.expected)],
		[compared.observed, value(finding.observed)],
		[say.why, richText(redact(finding.why))],
		[say.remedy, richText(redact(finding.remedy))],
		[say.who, `${party} — ${dueWords(view, finding)}`],
		[say.since, sinceWords(view, finding.since)],
		[say.place, `${code(finding.location.path)} ${say.line(finding.location.line)} · ${code(finding.rule)}`]
	].flatMap(([name, text]) => text === null ? [] : [`- **${name}**: ${text}`]).join("\n");
	return [
		heading,
		...asOfMoment === void 0 ? [] : [say.asOf(format.moment(asOfMoment))],
		list,
		...finding.rule === "ledger/review-due" && fit.evidence ? reviewList(view) : []
	];
}
/** What a person goes through once a month, one line to tick each. */
function reviewList({ parsed, words, format }) {
	if (parsed === null) return [];
	const { contacts = {}, access = {}, entrance = {} } = parsed.ledger;
	const say = words.review;
	const day = (verified) => verified === void 0 ? null : format.day(verified);
	const doors = [...Object.entries(access), ...Object.entries(entrance)].filter(([id]) => id !== "common");
	return [[...[...Object.entries(contacts).filter(([id]) => id !== "common").map(([id, { verified }]) => say.contact(inlineText(format.contact(id), 100), day(verified))), ...doors.map(([id, door]) => say.access(inlineText(id, 100), day(door?.verified)))].slice(0, mostSmallEntries), say.last].map((line) => `- [ ] ${line}`).join("\n")];
}
/** A ledger that cannot be read: what to correct, in the file's order, and what stood before. */
function problemsSection(view, fit, asOf) {
	const { words, redact, report } = view;
	const problems = report.findings.filter(isProblem).sort(byPlace).slice(0, fit.findings).map(({ rule, location, title, observed, remedy }) => {
		const what = rule === "ledger/invalid" ? "" : ` — ${richText(redact(remedy), 400)}`;
		const seen = observed === null ? "" : ` — ${code(redact(observed), fit.evidence ? 200 : 80)}`;
		return `1. ${code(`${location.path}:${location.line}:${location.column}`)} ${richText(redact(title), 300)}${seen}${what}`;
	});
	const before = view.sorted.toDo.filter((each) => !isProblem(each) && asOf.has(each.id));
	return [
		`## ${words.invalid.heading}`,
		words.invalid.explained,
		problems.join("\n"),
		...before.length === 0 ? [] : [words.findings.asOf(view.format.moment(asOf.get(before[0].id))), before.slice(0, Math.min(fit.findings, mostSmallEntries)).map((each) => `- ${marks[each.severity]} ${richText(redact(each.title), 200)}`).join("\n")]
	];
}
/** The ten items, each with its state and what keeps it from being met. */
function itemsSection(view) {
	const { report, words, sorted } = view;
	if (report.score === null) return [];
	const numbers = new Map(sorted.toDo.map(({ id }, index) => [id, index + 1]));
	const kinds = new Map(report.findings.map(({ id, kind }) => [id, kind]));
	const rows = report.score.items.map(({ item, state, findings }) => {
		const references = findings.flatMap((id) => numbers.get(id) ?? []).sort((a, b) => a - b);
		const count = (kind) => findings.filter((id) => kinds.get(id) === kind).length;
		const because = [
			...references.slice(0, 6).map((number) => words.dates.findingNumber(number)),
			...references.length > 6 ? ["…"] : [],
			...count("gap") === 0 ? [] : [`${words.kinds.gap} ${words.holes.count(count("gap"))}`],
			...count("unknown") === 0 ? [] : [`${words.kinds.unknown} ${words.holes.count(count("unknown"))}`]
		];
		const { mark, word } = words.itemStates[state];
		return `| ${words.items[item]} | ${mark} ${word} | ${because.join(", ")} |`;
	});
	const say = words.items10;
	return [`## ${say.heading}`, [
		`| ${say.item} | ${say.state} | ${say.because} |`,
		"| :-- | :-- | :-- |",
		...rows
	].join("\n")];
}
/** What nobody saw: neither fine nor broken. `before`: what the last look had seen of it. */
function unseenSection(view, fit, before) {
	const { report, words, sorted, redact, format } = view;
	const say = words.unseen;
	const entries = [
		...sorted.unseen.slice(0, fit.findings).map((each) => {
			const party = each.party === null ? "" : ` (${inlineText(format.party(each.party), 100)})`;
			const seen = each.observed === null || !fit.evidence ? "" : ` — ${code(redact(each.observed), 160)}`;
			return `- ${richText(redact(each.title), 300)}${seen}${party}\n  ${richText(redact(each.remedy))}`;
		}),
		...before.slice(0, Math.min(fit.findings, mostSmallEntries)).map(({ title, seenAt }) => `- ${say.before(richText(redact(title), 200), format.day(seenAt))}`),
		...report.notAsked.map(({ what, reason }) => `- ${say.notLookedAt(say.notAsked[what], say.reasons[reason])}`)
	];
	if (entries.length === 0) return [];
	return [
		`## ${say.heading}`,
		say.explained,
		entries.join("\n")
	];
}
/** What is not written: the three to start with, then by access, contact, procedure, each with its plan. */
function holesSection(view, fit) {
	const { words, sorted, redact } = view;
	if (sorted.holes.length === 0) return [];
	const say = words.holes;
	const byItem = /* @__PURE__ */ new Map();
	for (const hole of sorted.holes) {
		const item = hole.items[0] ?? null;
		byItem.set(item, [...byItem.get(item) ?? [], hole]);
	}
	const first = startWith.filter((item) => byItem.has(item)).map((item) => words.items[item]);
	const rows = [...itemsByCause, null].flatMap((item) => {
		const holes = byItem.get(item);
		if (holes === void 0) return [];
		const shown = fit.holes ? holes.slice(0, 20).map((each) => `${richText(redact(each.title), 200)} (${words.findings.line(each.location.line)})`) : [say.count(holes.length)];
		if (fit.holes && holes.length > 20) shown.push(words.issue.more(holes.length - 20));
		return [`| ${item === null ? say.others : words.items[item]} | ${shown.join("<br>")} | ${planWords(view, item)} |`];
	});
	return [
		`## ${say.heading}`,
		first.length === 0 ? say.explained : `${say.startWith(view.format.list(first))} ${say.explained}`,
		[
			`| ${say.item} | ${say.missing} | ${say.plan} |`,
			"| :-- | :-- | :-- |",
			...rows
		].join("\n")
	];
}
function planWords({ parsed, words, format }, item) {
	const entries = (parsed?.ledger.plan ?? []).filter((each) => each.item === item).slice(0, 5);
	if (entries.length === 0) return item === null ? "" : words.holes.noPlan;
	return entries.map(({ by, until }) => words.holes.planned(by === void 0 ? words.findings.nobody : inlineText(format.party(by), 100), until === void 0 ? null : format.day(until))).join("<br>");
}
function noticesSection(view, fit) {
	const { words, sorted, redact } = view;
	if (sorted.notices.length === 0) return [];
	const shown = sorted.notices.slice(0, mostSmallEntries).map((each) => `- ${richText(redact(each.title), 300)}`);
	const left = sorted.notices.length - shown.length;
	const list = [...shown, ...left === 0 ? [] : [`- ${words.issue.more(left)}`]].join("\n");
	return [`## ${words.notices.heading}`, fit.notices ? list : words.notices.count(sorted.notices.length)];
}
function exceptedSection(view, fit) {
	const { words, sorted, redact, redactSentence, format } = view;
	if (sorted.excepted.length === 0) return [];
	const shown = sorted.excepted.slice(0, fit.notices ? mostSmallEntries : 0).map(({ title, excepted }) => {
		const because = inlineText(redactSentence(excepted.because), 200);
		return `- ${words.excepted.entry(richText(redact(title), 200), because, format.day(excepted.until))}`;
	});
	const left = sorted.excepted.length - shown.length;
	const list = [...shown, ...left === 0 ? [] : [`- ${words.issue.more(left)}`]].join("\n");
	return [`## ${words.excepted.heading}`, list];
}
/** The change that takes reality into the ledger. Not shown where it would show what is not public. */
function patchSection({ words, redact, redactSentence }, patch, proposal = null) {
	if (proposal?.pullRequest != null) {
		const { number } = proposal.pullRequest;
		const say = proposal.isLeft ? words.proposal.left : words.proposal.open;
		return [`## ${words.patch.heading}`, say(`#${number}`)];
	}
	if (patch === null || patch.trim() === "") return [];
	const isPublic = redact(patch) === patch && redactSentence(patch) === patch;
	return [
		`## ${words.patch.heading}`,
		words.patch.explained,
		isPublic ? fenced(withoutEnd(patch, "\n"), "diff") : words.patch.hidden
	];
}

// src/documents/markdown.ts
const whole = {
	evidence: true,
	patch: true,
	holes: true,
	notices: true,
	responsibility: true,
	dates: true,
	findings: 500
};
/** What is left out, one step after the other, until the document fits. */
const steps = [
	whole,
	{
		...whole,
		evidence: false
	},
	{
		...whole,
		evidence: false,
		patch: false
	},
	{
		...whole,
		evidence: false,
		patch: false,
		responsibility: false,
		holes: false
	},
	{
		...whole,
		evidence: false,
		patch: false,
		responsibility: false,
		holes: false,
		notices: false
	}
];
/**
* The report as one Markdown document that means nothing but itself: what came from outside is escaped, what must
* not be published is masked. Fits `limits` by leaving out in steps, and says what was left out and where it is.
* The same input always gives the same bytes.
*/
function renderMarkdown(input, limits) {
	const view = viewOf(input.report, input.parsed);
	for (const fit of steps) {
		const text = compose(view, input, fit);
		if (fits(text, limits)) return text;
	}
	const last = steps.at(-1);
	let lower = 0;
	let upper = Math.min(last.findings, view.report.findings.length);
	let best = compose(view, input, {
		...last,
		findings: 0,
		dates: false
	});
	while (lower <= upper) {
		const findings = lower + upper >> 1;
		const text = compose(view, input, {
			...last,
			findings
		});
		if (fits(text, limits)) {
			best = text;
			lower = findings + 1;
		} else upper = findings - 1;
	}
	return best;
}
function fits(text, { units, bytes }) {
	return text.length <= units && Buffer.byteLength(text) <= bytes;
}
function compose(view, input, fit) {
	const { report, format, parsed } = view;
	const now = input.now ?? view.checkedAt;
	const asOf = input.asOf ?? /* @__PURE__ */ new Map();
	const before = input.before ?? [];
	const emergencies = parsed === null ? [] : emergenciesOf(report, parsed, now, input.holidays, asOf);
	const rules = parsed === null ? null : emergencyRules(parsed.ledger);
	const { verdict, toDo } = headline(view);
	return `${[
		...emergencyCard(view, emergencies, rules, format.moment(now)),
		`**${verdict}** ${toDo ?? ""}`.trim(),
		factsTable(view),
		...findingsSection(view, fit, asOf),
		...fit.dates ? datesSection(view) : [],
		...unseenSection(view, fit, before),
		...itemsSection(view),
		...holesSection(view, fit),
		...noticesSection(view, fit),
		...exceptedSection(view, fit),
		...fit.responsibility ? responsibilitySection(view) : [],
		...fit.patch ? patchSection(view, input.patch ?? null, input.proposal ?? null) : [],
		...fit.evidence ? evidence(view) : [],
		...leftOut(view, input, fit),
		...footer(view, input)
	].join("\n\n")}\n`;
}
function factsTable(view) {
	const { report, words, format, redact, sorted } = view;
	const say = words.facts;
	const rows = [];
	if (report.site !== null) rows.push([say.site, `${inlineText(report.site.name, 120)} ${codeCell(redact(report.site.url), 200)}`]);
	rows.push([say.checkedAt, format.moment(report.checkedAt)], [say.nextCheck, say.stoppedAfter(`**${format.day(report.nextCheckAt)}**`)]);
	if (report.verdict !== "invalid") rows.push([say.lookedAt, seenCounts(view)]);
	if (report.score !== null) {
		const { met, band, claimed } = report.score;
		rows.push([say.score, say.scored(met, words.bands[band], claimed)], [say.advice, words.advice[band]]);
	}
	if (report.recovery !== null) {
		const { provisional, full } = report.recovery;
		const numbers = new Map(sorted.toDo.map(({ id }, index) => [id, words.dates.findingNumber(index + 1)]));
		const blocked = ["provisional", "full"].flatMap((stage) => {
			const blocking = report.recovery[stage].blocking.filter((id) => !isOperationPath(id));
			if (blocking.length === 0) return [];
			return [say.stageBlocked(stage, format.list(blocking.slice(0, 8).map((id) => numbers.get(id) ?? codeCell(redact(id), 120))))];
		});
		rows.push([say.stages, [say.stage(stageWord(provisional), stageWord(full)), ...blocked].join("<br>")]);
	}
	rows.push([say.ledger, codeCell(report.ledger.path)]);
	return [
		"| | |",
		"| :-- | :-- |",
		...rows.map(([name, text]) => `| ${name} | ${text} |`)
	].join("\n");
}
function stageWord({ reached, blocking }) {
	if (reached === null && blocking.length > 0 && blocking.every(isOperationPath)) return "forPeople";
	return reached === null ? "notKnown" : reached ? "reached" : "notReached";
}
/** What was looked at, folded away: subject, from where, how it ended. */
function evidence(view) {
	const { report, words, redact } = view;
	const shown = report.observations.slice(0, 200);
	if (shown.length === 0) return [];
	const rows = shown.map(({ part, subject, from, result }) => {
		return `| ${words.evidence.parts[part]} | ${codeCell(redact(subject), 160)} | ${from === null ? "" : codeCell(from, 60)} | ${inlineText(resultWords(result, view), 300)} |`;
	});
	const say = words.evidence;
	return [
		`<details><summary>${say.heading}</summary>`,
		[
			`| ${say.probe} | ${say.subject} | ${say.from} | ${say.result} |`,
			"| :-- | :-- | :-- | :-- |",
			...rows
		].join("\n"),
		"</details>"
	];
}
function resultWords(result, { words: { evidence }, format }) {
	if (failed(result)) {
		const code = String(result.failed);
		return evidence.failures[code] ?? code;
	}
	const backup = backupSeen(result);
	if (backup !== null) {
		const newest = backup.newest === null ? null : format.moment(backup.newest);
		return evidence.backup(newest, backup.notes.flatMap((note) => evidence.backupNotes[note] ?? []));
	}
	return isTrustedByCaFile(result) ? evidence.trustedByCaFile : evidence.answered;
}
/** What a backup's result shows; null for any other result. */
function backupSeen(result) {
	const { points, notes } = result;
	if (!Array.isArray(points) || !Array.isArray(notes)) return null;
	return {
		newest: points.find(({ state, at }) => state === "good" && at !== null)?.at ?? null,
		notes
	};
}
/** Whether the result is a certificate's, and no root that comes with the program vouches for it. */
function isTrustedByCaFile(result) {
	const { servers } = result;
	if (!Array.isArray(servers)) return false;
	return servers.some(({ end }) => (end?.trust)?.by === "ca-file");
}
function leftOut(view, input, fit) {
	const { words, sorted } = view;
	const say = words.leftOut;
	const left = Math.max(0, sorted.toDo.length - fit.findings) + Math.max(0, sorted.unseen.length - fit.findings);
	const what = [
		...fit.evidence ? [] : [say.evidence],
		...fit.patch || !input.patch ? [] : [say.patch],
		...fit.responsibility || responsibilitySection(view).length === 0 ? [] : [messagesFor(view.report.language).handover.responsibility.heading],
		...fit.holes || sorted.holes.length === 0 ? [] : [say.holes],
		...fit.notices || sorted.notices.length === 0 ? [] : [say.notices],
		...fit.dates ? [] : [words.dates.heading],
		...left === 0 ? [] : [say.findings(left)]
	];
	if (what.length === 0) return [];
	const run = runLink(input.runUrl);
	return ["> [!NOTE]\n" + [say.where(run === null ? null : words.footer.run(run)), ...what.map((each) => `- ${each}`)].map((line) => `> ${line}`).join("\n")];
}
function footer({ words, report }, input) {
	const run = runLink(input.runUrl);
	return ["---", [
		words.footer.rewritten,
		...run === null ? [] : [words.footer.run(run)],
		words.footer.tool(inlineText(report.tool.version, 40))
	].join(" · ")];
}
/** The run's page as a link target; null where it is no plain https or http address. */
function runLink(url) {
	if (!url || !/^https?:\/\/[A-Za-z0-9.:-]+\/[A-Za-z0-9._~/-]*$/.test(url)) return null;
	return url;
}

// src/publish/carry.ts
/**
* Adds to `report` what the last run found in the parts that this one did not look at (`only`, an unreadable
* ledger), and counts it in the score. The marker's own texts are untrusted, as all that is rendered.
*/
function carryOver(report, previous) {
	if (previous === null) return {
		report,
		asOf: /* @__PURE__ */ new Map(),
		waiting: [],
		silent: []
	};
	const found = new Set(report.findings.map(({ id }) => id));
	const missing = previous.findings.filter(({ id, rule }) => !found.has(id) && rule !== "ledger/invalid");
	const isDoubtful = doubtsOf(report);
	const unasked = new Set(missing.filter((each) => !wasAsked(each, report)));
	const kept = missing.filter((each) => unasked.has(each) || each.kind !== "unknown" && isDoubtful(each));
	const silent = kept.filter(({ excepted }) => excepted);
	const carried = kept.filter((each) => !each.excepted && unasked.has(each) && !each.unseen);
	const waiting = kept.filter((each) => !each.excepted && !carried.includes(each)).map((each) => ({
		...each,
		unseen: true
	}));
	const asOf = new Map(carried.map(({ id, seenAt }) => [id, seenAt]));
	if (carried.length === 0) return {
		report,
		asOf,
		waiting,
		silent
	};
	const restored = carried.map((each) => restore(each, report));
	return {
		report: {
			...report,
			findings: [...report.findings, ...restored].sort(byUrgency),
			score: report.score === null ? null : scoreWith(report.score, restored)
		},
		asOf,
		waiting,
		silent
	};
}
/** Whether this run looked where the finding came from, so that its absence says something. */
function wasAsked({ part, rule }, { verdict, notAsked }) {
	if (verdict === "invalid") return false;
	if (part === null && Object.hasOwn(probeRules, rule)) return notAsked.length === 0;
	return notAsked.every(({ what }) => what !== part);
}
/**
* Which findings of the parts that this run looked at may still hold, since their own look ended without being seen,
* or could not see all of their subject.
*/
function doubtsOf({ findings, observations }) {
	const key = (part, subject) => `${part} ${subject}`;
	const failed = Map.groupBy(observations, ({ part, subject }) => key(part, subject));
	const unseen = (looked) => failed.get(looked)?.some(({ result }) => isFailed(result)) ?? false;
	const seen = (looked) => failed.has(looked) && !unseen(looked);
	const unknown = new Set(findings.filter(({ kind }) => kind === "unknown").map((each) => key(each.part, subjectOf(each))));
	return (each) => {
		const { part } = each;
		if (part === null) return false;
		if (unknown.has(key(part, subjectOf(each)))) return true;
		if (part === "ledger") return false;
		const looks = (each.looks ?? [subjectOf(each)]).map((subject) => key(part, subject));
		return looks.some(unseen) && !looks.some(seen);
	};
}
function isFailed(result) {
	return typeof result === "object" && result !== null && "failed" in result;
}
/** What the marker is to remember of this run, the most urgent first. */
function stateOf({ report, asOf, waiting, silent }, redact, { judged, previous, changes, backups }) {
	const clean = (text) => text === null ? null : redact(text);
	const before = new Map((previous?.findings ?? []).map((each) => [each.id, each]));
	const made = new Map(judged.map((each) => [each.id, each]));
	const findings = [...report.findings].sort(byUrgency).map((each) => ({
		id: each.id.slice(0, 600),
		rule: each.rule,
		kind: each.kind,
		severity: each.severity,
		cause: each.cause,
		items: [...each.items],
		...originOf(each, asOf.has(each.id) ? before.get(each.id) : void 0, made.get(each.id)),
		since: each.since,
		seenAt: asOf.get(each.id) ?? report.checkedAt,
		deadline: each.deadline,
		party: each.party?.slice(0, 100) ?? null,
		line: each.location.line,
		column: each.location.column,
		excepted: each.excepted !== null,
		unseen: false,
		title: redact(each.title),
		expected: clean(each.expected),
		observed: clean(each.observed)
	}));
	return {
		checkedAt: report.checkedAt,
		nextCheckAt: report.nextCheckAt,
		met: report.score?.met ?? null,
		findings: [
			...findings,
			...waiting,
			...silent
		],
		changes,
		backups,
		truncated: false
	};
}
const mostLooks = 10;
/** What made a finding: as the last run remembered it where this one did not look. */
function originOf({ part }, carried, judged) {
	if (carried !== void 0) {
		const { looks, seen } = carried;
		return {
			part: carried.part,
			...looks === void 0 ? {} : { looks },
			...seen === void 0 ? {} : { seen }
		};
	}
	if (judged === void 0) return { part };
	const { looks, subject } = judged;
	const seen = seenDigests(judged);
	return {
		part,
		...looks.length === 0 || looks.includes(subject) ? {} : { looks: looks.slice(0, mostLooks).map((each) => each.slice(0, 300)) },
		...seen === "" ? {} : { seen }
	};
}
function restore(each, report) {
	const rule = each.rule;
	const { means, why, remedy } = messagesFor(report.language).rules[rule];
	return {
		id: each.id,
		rule,
		part: each.part ?? "ledger",
		kind: each.kind,
		severity: each.severity,
		cause: each.cause,
		items: each.items,
		title: each.title === "" ? `${means} (${subjectOf(each)})` : each.title,
		expected: each.expected,
		observed: each.observed,
		why,
		remedy,
		party: each.party,
		deadline: each.deadline,
		since: each.since,
		location: {
			path: report.ledger.path,
			line: each.line,
			column: each.column
		},
		acceptable: false,
		excepted: null
	};
}
const worst = [
	"drift",
	"stale",
	"gap",
	"unknown",
	"met"
];
function scoreWith(score, carried) {
	const items = score.items.map((item) => {
		const holding = carried.filter((each) => each.items.includes(item.item) && worst.includes(each.kind));
		const states = [item.state, ...holding.map(({ kind }) => kind)];
		const state = worst.find((each) => states.includes(each));
		return {
			...item,
			state,
			findings: [...item.findings, ...holding.map(({ id }) => id)].sort(compareText)
		};
	});
	const met = items.filter(({ state }) => state === "met").length;
	return {
		...score,
		items,
		met,
		band: score.band === "danger" ? "danger" : bandOf(met)
	};
}

// src/publish/issue-body.ts
/** GitHub refuses bodies over 65,536 characters; what is stored in bytes is bounded too. */
const issueLimits = {
	units: 6e4,
	bytes: 18e4
};
/** The issue of a report, its markers included. Fits GitHub's limits. The same input always gives the same bytes. */
function renderIssue(input) {
	const { words, redact } = viewOf(input.report, input.parsed);
	const previous = input.previous ?? null;
	const carried = carryOver(input.report, previous);
	const changes = (input.parsed === null ? previous?.changes : input.changes) ?? null;
	const backups = (input.parsed === null ? null : input.backups) ?? previous?.backups ?? {};
	const { path } = input.report.ledger;
	const opening = openingMarker(path, stateOf(carried, redact, {
		judged: input.judged ?? [],
		previous,
		changes,
		backups
	}));
	const closing = closingMarker(path);
	const taken = opening.length + closing.length + 4;
	const text = renderMarkdown({
		...input,
		report: carried.report,
		asOf: carried.asOf,
		before: carried.waiting
	}, {
		units: issueLimits.units - taken,
		bytes: issueLimits.bytes - taken
	});
	const site = input.report.site?.name ?? null;
	return {
		title: site === null ? words.issue.titleWithoutSite(titleText(path)) : words.issue.title(titleText(site)),
		body: `${opening}\n\n${text}\n${closing}`,
		carried
	};
}

export { readMarker as C, unpack as D, pack as E, previousCheck as S, encode as T, performOnGitHub as _, responsibilityRows as a, writeFileOrSay as b, emergencyRules as c, comment as d, compareWith as f, renderPullRequestComment as g, renderChange as h, onlyParty as i, leftWords as l, ledgerBefore as m, renderIssue as n, emergencyCard as o, failingIn as p, renderMarkdown as r, emergenciesOf as s, issueLimits as t, renderCalendar as u, performOnJob as v, decode as w, firstSeen as x, outputFolder as y };