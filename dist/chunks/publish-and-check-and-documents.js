import { t as Temporal } from "./temporal-polyfill.js";
import { f as writeOutput, t as OutputFailure } from "./edge-parts.js";
import { C as record, S as object, T as string, _ as boolean, g as array, h as _enum, v as int } from "./zod.js";
import { a as dayMs } from "./text-values.js";
import { _ as isReachableAt, b as openLedgerSource, d as findingParts, f as seenDigests, g as bandOf, o as isOperationPath } from "./edge-and-protocols-and-text-and-more.js";
import { n as compareText } from "./text-and-messages.js";
import { r as utf8Text, t as dateKinds } from "./text-and-probes.js";
import { n as subjectOf } from "./ledger-and-rules.js";
import { t as withoutEnd } from "./text-ends.js";
import { s as topics, t as messagesFor } from "./rules-and-messages.js";
import { a as ruleOf, r as isRuleName, s as probeRules } from "./rules-parts.js";
import { a as isAfter, o as isMoment } from "./text-time.js";
import { i as itemsByCause, n as byUrgency, o as startWith, r as grouped, t as byPlace } from "./checklist-and-report.js";
import { n as joining } from "./text-language.js";
import { t as PublishFailure } from "./edge-github-edge.js";
import { c as plainLine, i as harmlessInLog, l as titleText, n as codeCell, o as inlineText, r as fenced, s as mermaidText, t as code } from "./text-escape.js";
import { n as diffLines } from "./diff.js";
import { t as redactReach } from "./documents-redact.js";
import { a as headline, c as nothingToDo, d as sinceWords, f as viewOf, i as failed, l as richText, n as comparisonWords, o as isProblem, r as dueWords, s as notAskedWords, t as adviceWords, u as seenCounts } from "./documents-view.js";
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
	/** Absent where readers know of it; `pending`: by the comment that the marker names; `no`: by none yet. */
	said: _enum(["pending", "no"]).optional(),
	title: line,
	expected: line.nullable(),
	observed: line.nullable()
});
/** The comment that follows the marker, and what it says is resolved. */
const OwedNews = object({
	/** The comment's name; null where none was to be written. */
	key: string().regex(/^[\w-]{22}$/).nullable(),
	/** Whether it says that the issue was closed. */
	closing: boolean(),
	resolved: array(object({
		id: string().min(1).max(600),
		title: line
	})).max(500)
});
/** Base64url digests, run together. */
const digests = string().regex(/^[\w-]{0,1200}$/);
const IssueState = object({
	checkedAt: moment,
	/** When the next check was due; null where an older version wrote the marker. */
	nextCheckAt: moment.nullable().default(null),
	/** The site's key (`siteKey`), by which the issue is found again where the ledger was moved; absent where an older version wrote the marker. */
	site: string().regex(/^[\w-]{22}$/).optional(),
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
	/** Null where nothing was left to be said, or an older version wrote the marker. */
	comment: OwedNews.nullable().default(null).catch(null),
	/** Whether findings had to be left out for want of room: what is not listed may still have been there. */
	truncated: boolean()
});
/** Longest marker in UTF-16 units (it is ASCII, so also in bytes). */
const markerLimit = 14e3;
const inflatedLimit = 2e6;
const pattern = /<!-- recovery-ledger:v1 ledger=([A-Za-z0-9+/=]{1,2000})(?: state=([A-Za-z0-9+/=]{1,20000}))? -->/g;
/** GitHub takes no longer body. */
const longestBody = 65536;
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
		})),
		comment: state.comment === null ? null : {
			...state.comment,
			resolved: state.comment.resolved.map((each) => ({
				...each,
				title: short(each.title, title)
			}))
		}
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
	const shortest = withTexts(0, null);
	const { comment } = shortest;
	const bare = {
		...shortest,
		backups: {},
		comment: comment === null ? null : {
			...comment,
			resolved: []
		}
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
/** What a site is known by, wherever its ledger lies: its name and its address. */
function siteKey({ name, url }) {
	return createHash("sha256").update(JSON.stringify([name, url])).digest("base64url").slice(0, 22);
}
/** Reads the marker of an issue's body, wherever people moved it to; null where there is none. */
function readMarker(body, now) {
	let found = null;
	const text = body.slice(0, longestBody);
	for (const { 1: key, 2: packed, index } of text.matchAll(pattern)) {
		const ledger = decode(key);
		if (text[text.lastIndexOf("\n", index) + 1] === ">") continue;
		if (ledger === null || found !== null && found.ledger !== ledger) continue;
		const state = packed === void 0 ? null : stateIn(packed, now);
		if (state !== null) return {
			ledger,
			state
		};
		found ??= {
			ledger,
			state
		};
	}
	return found;
}
/** The body without any marker: no run takes the issue for its ledger's any more. */
function withoutMarkers(body) {
	return body.replace(pattern, "").trim();
}
/** The hidden line by which a comment is found again. */
function commentMarker(key) {
	return `<!-- recovery-ledger:v1 said=${key} -->`;
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
* Carries out what is to happen on GitHub, in order. What is refused stops nothing else but what rests on it: an issue
* whose text could not be written is neither closed nor commented on, since only its text remembers both. A rate limit
* ends it all. Rejects only for faults of ours.
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
	let failure = null;
	const unwritten = /* @__PURE__ */ new Set();
	const stillOpen = /* @__PURE__ */ new Set();
	for (const effect of effects) {
		if ((effect.type === "comment" || effect.type === "close-issue") && unwritten.has(effect.number)) continue;
		try {
			const issue = await performOne(insteadOf(effect, stillOpen), port);
			if (issue !== null && effect.type === "create-issue") created.push({
				ledger: effect.ledger,
				...issue
			});
		} catch (error) {
			if (!(error instanceof PublishFailure)) throw error;
			failure ??= error;
			if (error.code === "rate-limited") break;
			if (effect.type === "update-issue") unwritten.add(effect.number);
			if (effect.type === "close-issue") (error.code === "unavailable" ? unwritten : stillOpen).add(effect.number);
		}
	}
	return {
		created,
		failure
	};
}
/** A comment that says what came true; null where nothing is left to be said. */
function insteadOf(effect, stillOpen) {
	if (effect.type !== "comment" || effect.ifStillOpen === void 0 || !stillOpen.has(effect.number)) return effect;
	return effect.ifStillOpen === null ? null : {
		...effect,
		body: effect.ifStillOpen
	};
}
async function performOne(effect, port) {
	switch (effect?.type) {
		case void 0: return null;
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
		case "retire-issue": {
			const { number, title, body, labels, reason } = effect;
			await port.updateIssue(number, {
				title,
				body,
				labels,
				state: "closed",
				reason
			});
			return null;
		}
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
/** Each job has a comment of its own: by what it checks, the same at every run. */
const markerOf = (job) => `<!-- recovery-ledger:v1 pull-request=${createHash("sha256").update(job).digest("hex").slice(0, 16)} -->`;
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
function renderPullRequestComment(ledgers, runUrl, job) {
	const marker = markerOf(job);
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
* A job's own comment on a pull request, by its marker; somebody else's with the same marker does not count.
*
* @throws PublishFailure
*/
async function findComment(port, number, job) {
	const marked = (await port.listComments(number)).filter(({ body }) => body.startsWith(markerOf(job)));
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
* Writes the job's one comment on the pull request, or brings it up to date.
*
* @param job its page, and what tells it from other jobs on the same pull request
* @returns why it could not be written, if it could not
*/
async function comment(number, comparisons, port, job) {
	const ledgers = comparisons.filter(({ isChanged }) => isChanged).map(({ ledger }) => ledger);
	try {
		const existing = await findComment(port, number, job.name);
		if (ledgers.length === 0 && existing === null) return null;
		const shown = ledgers.length > 0 ? ledgers : comparisons.map(({ ledger }) => ledger);
		const body = renderPullRequestComment(shown, job.runUrl, job.name);
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
	].map((line) => `${folded$1(line)}\r\n`).join("");
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
function folded$1(line) {
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

// src/documents/entries.ts
const marks$1 = {
	critical: "🔴",
	warning: "🟡",
	info: "🔵"
};
const mostRows$1 = 30;
const mostSubjects = 20;
/** What is to be done, by whom, until when: one row an entry, linked to it. Empty where there is nothing. */
function actionTable(view, fit) {
	const { words, redact } = view;
	const say = words.findings;
	const shown = shownGroups(view, fit).slice(0, mostRows$1);
	if (shown.length === 0) return [];
	const left = view.groups.length - shown.length;
	const rows = shown.map((group, index) => {
		const [first] = group;
		const title = `[${richText(redact(first.title), 120)}](#user-content-${anchorOf(index)})`;
		const more = group.length === 1 ? "" : ` ${say.andOthers(group.length - 1)}`;
		return `| ${marks$1[first.severity]} ${index + 1}. ${title}${more} | ${partyOf(view, group)}<br>${dueOf(view, group)} |`;
	});
	return [[
		`| ${say.heading} | ${say.who} |`,
		"| :-- | :-- |",
		...rows
	].join("\n"), ...left === 0 ? [] : [words.issue.more(left)]];
}
/** An entry for each row. */
function entries(view, fit) {
	return shownGroups(view, fit).flatMap((group, index) => entry(view, group, index, fit));
}
/** As many whole entries as there is room for findings. */
function shownGroups({ groups }, { findings }) {
	let room = findings;
	return groups.filter((group) => {
		room -= group.length;
		return room >= 0;
	});
}
/** GitHub puts `user-content-` before the ids and names that a text gives. */
const anchorOf = (index) => `entry-${index + 1}`;
function entry(view, group, index, fit) {
	const { words, redact, format } = view;
	const say = words.findings;
	const [first] = group;
	const isAlone = group.length === 1;
	const limit = fit.evidence ? 300 : 80;
	const value = (text) => text === null ? null : code(redact(text), limit);
	const more = isAlone ? "" : ` ${say.andOthers(group.length - 1)}`;
	const heading = `### <a name="${anchorOf(index)}"></a>${index + 1}. ${marks$1[first.severity]} ${words.severities[first.severity]}: ${richText(redact(first.title), 200)}${more}`;
	const seenAt = view.asOf.get(first.id);
	const compared = comparisonWords(words, first);
	const since = group.map((each) => each.since).sort()[0];
	const lines = [
		...isAlone ? [[compared.expected, value(first.expected)], [compared.observed, value(first.observed)]] : [],
		[say.why, richText(redact(first.why))],
		[say.remedy, richText(redact(first.remedy))],
		[say.who, `${partyOf(view, group)} — ${dueOf(view, group)}`],
		[say.since, [
			sinceWords(view, since),
			...isAlone ? [placeOf(view, first)] : [],
			code(first.rule)
		].join(" · ")]
	];
	return [
		heading,
		...seenAt === void 0 ? [] : [say.asOf(format.moment(seenAt))],
		...isAlone ? [] : [subjects(view, group, limit)],
		lines.flatMap(([name, text]) => text === null ? [] : [`- **${name}**: ${text}`]).join("\n")
	];
}
/** What a group is about, a line each. */
function subjects(view, group, limit) {
	const { words, redact } = view;
	const isOneDay = new Set(group.map(({ deadline }) => deadline)).size === 1;
	const shown = group.slice(0, mostSubjects).map((each) => {
		const due = isOneDay ? "" : ` — ${dueWords(view, each)}`;
		const compared = comparisonWords(words, each);
		const values = [["expected", each.expected], ["observed", each.observed]].flatMap(([name, text]) => text === null ? [] : [`${compared[name]}: ${code(redact(text), limit)}`]);
		return [`- ${richText(redact(each.title), 200)} (${placeOf(view, each)})${due}`, ...values.length === 0 ? [] : [values.join(" · ")]].join("<br>");
	});
	const left = group.length - shown.length;
	return [...shown, ...left === 0 ? [] : [`- ${words.issue.more(left)}`]].join("\n");
}
function partyOf({ words, format }, [{ party }]) {
	return party === null ? words.findings.nobody : inlineText(format.party(party), 100);
}
/** By when the first of a group is due. */
function dueOf(view, group) {
	const [first] = [...group].sort((a, b) => compareDeadlines(a.deadline, b.deadline));
	return dueWords(view, first);
}
function compareDeadlines(a, b) {
	if (a === null || b === null) return Number(a === null) - Number(b === null);
	return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}
/** The place in the ledger, as a link to the line where there is such a page. */
function placeOf({ words, ledgerUrl }, { location }) {
	const place = `${code(location.path)} ${words.findings.line(location.line)}`;
	return ledgerUrl === null ? place : `[${place}](${ledgerUrl}#L${location.line})`;
}

// src/documents/sections.ts
const marks = {
	critical: "🔴",
	warning: "🟡",
	info: "🔵"
};
const mostSmallEntries = 50;
/** Folded away until somebody opens it. */
function folded(summary, blocks) {
	return [
		`<details><summary>${summary}</summary>`,
		...blocks,
		"</details>"
	];
}
/** What somebody has to do, most urgent first. */
function findingsSection(view, fit) {
	const { words, sorted } = view;
	if (view.report.verdict === "invalid") return problemsSection(view, fit);
	if (sorted.toDo.length === 0) return [nothingToDo(view)];
	const isReview = fit.evidence && sorted.toDo.some(({ rule }) => rule === "ledger/review-due");
	const shown = entries(view, fit);
	return [
		...shown.length === 0 ? [] : [`## ${words.findings.heading}`],
		...shown,
		...isReview ? reviewList(view) : []
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
function problemsSection(view, fit) {
	const { words, redact, report, asOf } = view;
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
/** The ten items: those that are not met, each with what keeps it from that; the others folded away. */
function itemsSection(view) {
	const { report, words, numbers } = view;
	if (report.score === null) return [];
	const kinds = new Map(report.findings.map(({ id, kind }) => [id, kind]));
	const met = report.score.items.filter(({ state }) => state === "met");
	const rows = report.score.items.filter(({ state }) => state !== "met").map(({ item, state, findings }) => {
		const references = [...new Set(findings.flatMap((id) => numbers.get(id) ?? []))].sort((a, b) => a - b);
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
	const { mark, word } = words.itemStates.met;
	return [...rows.length === 0 ? [] : [`## ${say.heading}`, [
		`| ${say.item} | ${say.state} | ${say.because} |`,
		"| :-- | :-- | :-- |",
		...rows
	].join("\n")], ...met.length === 0 ? [] : folded(say.met(met.length), [met.map(({ item }) => `- ${mark} ${words.items[item]} ${word}`).join("\n")])];
}
/** What nobody saw: neither fine nor broken. `before`: what the last look had seen of it. */
function unseenSection(view, fit, before) {
	const { words, sorted, redact, format } = view;
	const say = words.unseen;
	const entries = [
		...grouped(sorted.unseen.slice(0, fit.findings)).map((group) => {
			const [{ party, remedy }] = group;
			const who = party === null ? "" : ` (${inlineText(format.party(party), 100)})`;
			const lines = group.map((each) => {
				const seen = each.observed === null || !fit.evidence ? "" : ` — ${code(redact(each.observed), 160)}`;
				return `${richText(redact(each.title), 300)}${seen}`;
			});
			return `- ${lines.length === 1 ? lines[0] : lines.join("<br>")}${who}<br>${words.findings.remedy}: ${richText(redact(remedy))}`;
		}),
		...before.slice(0, Math.min(fit.findings, mostSmallEntries)).map(({ title, seenAt }) => `- ${say.before(richText(redact(title), 200), format.day(seenAt))}`),
		...notAskedWords(view).map((each) => `- ${each}`)
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
	const shown = sorted.notices.slice(0, mostSmallEntries).map((each) => `- ${richText(redact(each.title), 300)}<br>${richText(redact(each.remedy))}`);
	const left = sorted.notices.length - shown.length;
	const list = [...shown, ...left === 0 ? [] : [`- ${words.issue.more(left)}`]].join("\n");
	const count = words.notices.count(sorted.notices.length);
	return fit.notices ? folded(count, [list]) : [count];
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
	return folded(`${words.excepted.heading} (${sorted.excepted.length})`, [list]);
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
		...isPublic ? folded(words.patch.show, [fenced(withoutEnd(patch, "\n"), "diff")]) : [words.patch.hidden]
	];
}

// src/documents/dates.ts
const mostRows = 30;
const mostMonths = 8;
const mostEventsOfMonth = 4;
/** The dates that come next, folded away: the ends as a picture, and a table of all; empty where none is known. */
function datesSection(view) {
	const { report, words, format, redact } = view;
	const say = words.dates;
	if (report.deadlines.length === 0) return [];
	const days = [...Map.groupBy(report.deadlines, ({ at }) => format.day(at)).values()];
	const shown = days.slice(0, mostRows);
	const left = days.slice(mostRows).reduce((sum, each) => sum + each.length, 0);
	const ends = report.deadlines.filter(({ type }) => dateKinds[type] === "end");
	const next = ends.find(({ at }) => leftUntil(view, at) >= 0);
	const picture = timeline(view, ends);
	return folded(next === void 0 ? say.heading : say.headingWithNext(format.day(next.at), inlineText(redact(next.what), 100)), [
		...picture === "" ? [] : [picture],
		table(view, shown),
		...left === 0 ? [] : [say.more(left)]
	]);
}
function table(view, days) {
	const { words, format, numbers, redact } = view;
	const say = words.dates;
	const rows = days.map((dates) => {
		const what = dates.map(({ what: each, finding }) => {
			const number = finding === null ? void 0 : numbers.get(finding);
			const reference = number === void 0 ? "" : ` (${say.findingNumber(number)})`;
			return `${inlineText(redact(each), 160)}${reference}`;
		});
		const { at } = dates[0];
		return `| ${format.day(at)} | ${what.join("<br>")} | ${leftWords(view, at)} |`;
	});
	return [
		`| ${say.when} | ${say.what} | ${say.left} |`,
		"| :-- | :-- | --: |",
		...rows
	].join("\n");
}
/** How long it is until a date, in days where it is days. */
function leftWords(view, at) {
	const left = leftUntil(view, at);
	if (left < 0) return view.words.dates.passed;
	return view.format.span(left >= 864e5 ? Math.floor(left / dayMs) * dayMs : left);
}
/** Milliseconds; less than 0 where it has passed. */
function leftUntil({ checkedAt }, at) {
	return Temporal.Instant.from(at).epochMilliseconds - checkedAt.epochMilliseconds;
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
function emergencyRules({ ledger }, now, holidays) {
	const decider = (id) => {
		if (id === void 0) return null;
		const contact = ledger.contacts?.[id];
		return {
			contact: id,
			reachable: contact === void 0 ? null : isReachableAt(contact, now, ledger.site.timezone, holidays)
		};
	};
	const decision = (what, said) => ({
		what,
		decides: decider(said?.decides),
		deputy: decider(said?.deputy),
		unreachable: said?.unreachable ?? null,
		needs: said?.needs ?? []
	});
	const { decisions = {} } = ledger;
	return {
		tell: ledger["first-contact"]?.tell ?? [],
		decisions: [
			decision("startRecovery", decisions["start-recovery"]),
			decision("rollback", decisions.rollback),
			decision("publication", decisions.publication)
		],
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
	const listed = /* @__PURE__ */ new Set();
	for (const each of emergencies.slice(0, mostEmergencies)) {
		const list = callList(view, each.calls);
		if (emergencies.length > 1) blocks.push(`### ${named(each)}`);
		blocks.push([
			...each.shownBy.slice(0, mostEntries).map((finding) => `- **${say.shownBy}**: ${richText(view.redact(finding.title), wordLimit)}`),
			`- **${say.firstInstruction}**: ${sentence(each.firstInstruction)}`,
			...rules.tell.length === 0 ? [] : [`- **${say.tell}**: ${sentence(view.format.list(rules.tell.slice(0, mostEntries)))}`]
		].join("\n"), ...listed.has(list) ? [] : [
			`**${say.call(at)}**`,
			list,
			...onDuty(view, each.calls)
		]);
		listed.add(list);
	}
	blocks.push(`**${say.go}**`, decisions(view, rules, sentence));
	const rollbackWhen = rules.rollbackWhen.slice(0, mostEntries).map((text) => `- ${sentence(text)}`);
	blocks.push(`**${say.rollbackWhen}**`, rollbackWhen.length === 0 ? say.notWritten : rollbackWhen.join("\n"));
	return [...blocks, "---"];
}
/** One contact an entry, no table: it is read on a phone. */
function callList(view, calls) {
	const say = view.words.emergency;
	if (calls.length === 0) return say.noCall;
	return calls.slice(0, mostEntries).map((call, index) => {
		if (call.type === "nobody") return `${index + 1}. **${say.nobodyAnswers}**: ${inlineText(view.redactSentence(call.because), wordLimit)}`;
		const isLast = calls[index + 1]?.type !== "contact";
		return `${index + 1}. ${[
			`**${contactWords(view, call.contact)}** — ${hourWords(view, call.reachable)}`,
			...howWords(view, call),
			...waitWords(view, call.wait, isLast)
		].join("<br>")}`;
	}).join("\n");
}
function hourWords({ words: { emergency: say } }, reachable) {
	if (reachable === null) return say.hoursUnknown;
	return reachable ? say.answers : `**${say.outOfHours}**`;
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
	if (view.parsed?.ledger.site.public === true && channels.length > 0) return channels;
	if (call.line === null) return [...channels, say.notWritten];
	const place = view.ledgerUrl === null ? say.ledgerLine(codeCell(view.report.ledger.path, wordLimit), call.line) : `[${say.openChannels(call.line)}](${view.ledgerUrl}#L${call.line})`;
	return [...channels, place];
}
function channelWords(channel, { words }) {
	const { see, chat, ...others } = channel;
	const said = see ?? chat;
	if (said !== void 0) return inlineText(said, wordLimit);
	return Object.keys(words.channels).filter((key) => others[key] !== void 0).map((key) => `${words.channels[key]} ${codeCell(others[key], wordLimit)}`).join("");
}
function waitWords(view, wait, isLast) {
	const say = view.words.emergency;
	if (wait === null) return [];
	const span = view.format.duration(wait);
	return [isLast ? say.waitLast(span) : say.wait(span)];
}
function decisions(view, rules, sentence) {
	const say = view.words.emergency;
	const who = (decider) => decider === null ? say.notWritten : `${contactWords(view, decider.contact)} — ${hourWords(view, decider.reachable)}`;
	return rules.decisions.map(({ what, decides, deputy, unreachable, needs }) => {
		return `- ${[
			`**${say[what]}**: ${who(decides)}`,
			`${say.deputy}: ${who(deputy)}`,
			`${say.unreachable}: ${sentence(unreachable)}`,
			...needs.length === 0 ? [] : [`${say.needs}: ${sentence(view.format.list(needs.slice(0, mostEntries)))}`]
		].join("<br>")}`;
	}).join("\n");
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
	const separator = joining[format.language].comma;
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
	const view = viewOf(input.report, input.parsed, {
		asOf: input.asOf ?? /* @__PURE__ */ new Map(),
		ledgerUrl: plainLink(input.ledgerUrl)
	});
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
	const { report, format, parsed, asOf } = view;
	const now = input.now ?? view.checkedAt;
	const emergencies = parsed === null ? [] : emergenciesOf(report, parsed, now, input.holidays, asOf);
	const rules = parsed === null ? null : emergencyRules(parsed, now, input.holidays);
	const { verdict, toDo } = headline(view, view.groups.map(([first]) => first));
	const isDanger = report.score?.band === "danger";
	const holes = holesSection(view, fit);
	return `${[
		...emergencyCard(view, emergencies, rules, format.moment(now)),
		`**${verdict}** ${toDo ?? ""}`.trim(),
		...isDanger ? holes : [],
		...report.verdict === "invalid" ? [] : actionTable(view, fit),
		facts(view),
		...findingsSection(view, fit),
		...unseenSection(view, fit, input.before ?? []),
		...isDanger ? [] : holes,
		...itemsSection(view),
		...fit.patch ? patchSection(view, input.patch ?? null, input.proposal ?? null) : [],
		...noticesSection(view, fit),
		...exceptedSection(view, fit),
		...fit.dates ? datesSection(view) : [],
		...fit.responsibility ? responsibilitySection(view) : [],
		...fit.evidence ? evidence(view) : [],
		...leftOut(view, input, fit),
		...footer(view, input)
	].join("\n\n")}\n`;
}
/** What was checked when, how far the site is, and what to do next, in as many lines. */
function facts(view) {
	const { report, words, format, redact, numbers } = view;
	const say = words.facts;
	const path = code(report.ledger.path);
	const ledger = view.ledgerUrl === null ? path : `[${path}](${view.ledgerUrl})`;
	const site = report.site === null ? words.facts.noSite : `${inlineText(report.site.name, 120)} ${code(redact(report.site.url), 200)}`;
	const next = `**${format.day(report.nextCheckAt)}**`;
	const lines = [say.line(site, ledger, format.moment(report.checkedAt), next)];
	if (report.score !== null) {
		const { met, band, claimed } = report.score;
		lines.push(say.scoreLine(`**${say.scored(met, words.bands[band], claimed)}**`, adviceWords(view, report.score)));
	}
	if (report.recovery !== null) {
		const { provisional, full } = report.recovery;
		const blocked = ["provisional", "full"].flatMap((stage) => {
			const blocking = report.recovery[stage].blocking.filter((id) => !isOperationPath(id));
			if (blocking.length === 0) return [];
			const named = new Set(blocking.map((id) => {
				const number = numbers.get(id);
				return number === void 0 ? code(redact(id), 120) : words.dates.findingNumber(number);
			}));
			return [say.stageBlocked(stage, format.list([...named].slice(0, 8)))];
		});
		if (![provisional, full].every((stage) => ["reached", "forPeople"].includes(stageWord(stage)))) lines.push([say.stage(stageWord(provisional), stageWord(full)), ...blocked].join(say.between));
	}
	return lines.join("<br>\n");
}
function stageWord({ reached, blocking }) {
	if (reached === null && blocking.length > 0 && blocking.every(isOperationPath)) return "forPeople";
	return reached === null ? "notKnown" : reached ? "reached" : "notReached";
}
/** What was looked at, folded away: subject, from where, how it ended. */
function evidence(view) {
	const { report, words, redact } = view;
	const shown = report.observations.slice(0, 200);
	if (shown.length === 0) return report.verdict === "invalid" ? [] : [`${words.facts.lookedAt}: ${seenCounts(view)}`];
	const rows = shown.map(({ part, subject, from, result }) => {
		return `| ${words.parts[part].one} | ${codeCell(redact(subject), 160)} | ${from === null ? "" : codeCell(from, 60)} | ${inlineText(resultWords(result, view), 300)} |`;
	});
	const say = words.evidence;
	return folded(`${words.facts.lookedAt}: ${seenCounts(view)}`, [[
		`| ${say.probe} | ${say.subject} | ${say.from} | ${say.result} |`,
		"| :-- | :-- | :-- | :-- |",
		...rows
	].join("\n")]);
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
	const run = plainLink(input.runUrl);
	return ["> [!NOTE]\n" + [say.where(run === null ? null : words.footer.run(run)), ...what.map((each) => `- ${each}`)].map((line) => `> ${line}`).join("\n")];
}
function footer({ words, report }, input) {
	const run = plainLink(input.runUrl);
	return ["---", [
		words.footer.rewritten,
		...run === null ? [] : [words.footer.run(run)],
		words.footer.tool(inlineText(report.tool.version, 40))
	].join(" · ")];
}
/** A link target; null where it is no plain https or http address. */
function plainLink(url) {
	if (!url || !/^https?:\/\/[A-Za-z0-9.:-]+\/[A-Za-z0-9._~/%-]*$/.test(url)) return null;
	return url;
}

// src/publish/news.ts
const noNews = {
	fresh: [],
	resolved: []
};
const silence = {
	key: null,
	closing: false
};
/**
* What is new and what is resolved since readers last heard. What nobody looked at this time is neither; notices and
* excepted findings are no news; where the marker had no room for all, what it does not list may not be new.
*/
function newsOf(carried, { state, isSaid }) {
	if (state === null) return noNews;
	const owed = isSaid ? [] : state.comment?.resolved ?? [];
	const known = new Map(state.findings.map((each) => [each.id, each]));
	const heard = /* @__PURE__ */ new Set([...owed.map(({ id }) => id), ...state.findings.filter((each) => isHeard(each, isSaid)).map(({ id }) => id)]);
	const now = new Map(carried.report.findings.map((each) => [each.id, each]));
	const kept = new Set([...carried.waiting, ...carried.silent].map(({ id }) => id));
	const isGone = ({ id }) => !kept.has(id) && !isNews(now.get(id));
	const mayBeNew = ({ id }) => !state.truncated || known.has(id);
	return {
		fresh: [...now.values()].filter((each) => isNews(each) && !heard.has(each.id) && mayBeNew(each)).sort(byUrgency),
		resolved: [...owed.filter(isGone), ...state.findings.filter((each) => isHeard(each, isSaid) && isGone(each)).map(({ id, title }) => ({
			id,
			title
		}))]
	};
}
/** Whether something is there to act on: neither a notice nor excepted. */
function isNews(finding) {
	return finding !== void 0 && finding.kind !== "notice" && finding.excepted === null;
}
/** Whether readers know of it: the issue said it, or a comment. */
function isHeard({ kind, excepted, said }, isSaid) {
	return kind !== "notice" && !excepted && (said === void 0 || isSaid && said === "pending");
}
/** Whether a run found any of the news itself, and did not only find that earlier ones were never said. */
function isNewer({ fresh, resolved }, { state }) {
	const owed = /* @__PURE__ */ new Set([...(state?.comment?.resolved ?? []).map(({ id }) => id), ...(state?.findings ?? []).filter(({ said }) => said !== void 0).map(({ id }) => id)]);
	return [...fresh, ...resolved].some(({ id }) => !owed.has(id));
}
/** The name of a comment, the same for the same news. */
function keyOf(ledger, at, { fresh, resolved }, closing) {
	const ids = [fresh, resolved].map((list) => list.map(({ id }) => id));
	return createHash("sha256").update(JSON.stringify([
		ledger,
		at,
		ids,
		closing
	])).digest("base64url").slice(0, 22);
}
const mostOwed = 500;
/** What the marker is to know of the comment: nothing, where nothing is owed. */
function owedBy(news, { key, closing }) {
	if (key === null && !closing && news.resolved.length === 0) return null;
	return {
		key,
		closing,
		resolved: news.resolved.slice(0, mostOwed).map(({ id, title }) => ({
			id,
			title: title.slice(0, 120)
		}))
	};
}
/** What is remembered of whether readers know of a finding: absent where they do. */
function saidOf(id, news, { key }, before, isSaid) {
	if (news.fresh.some((each) => each.id === id)) return { said: key === null ? "no" : "pending" };
	const { said } = before ?? {};
	return said === "no" || said === "pending" && !isSaid ? { said: "no" } : {};
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
function stateOf({ report, asOf, waiting, silent }, redact, { judged, previous, changes, backups, news, saying, isSaid }) {
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
		...saidOf(each.id, news, saying, before.get(each.id), isSaid),
		title: redact(each.title),
		expected: clean(each.expected),
		observed: clean(each.observed)
	}));
	const site = report.site === null ? previous?.site : siteKey(report.site);
	return {
		checkedAt: report.checkedAt,
		...site === void 0 ? {} : { site },
		nextCheckAt: report.nextCheckAt,
		met: report.score?.met ?? null,
		findings: [...findings, ...[...waiting, ...silent].map(({ said: _, ...each }) => ({
			...each,
			...saidOf(each.id, news, saying, before.get(each.id), isSaid)
		}))],
		changes,
		backups,
		comment: owedBy(news, saying),
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
		backups,
		news: input.news ?? noNews,
		saying: input.saying ?? silence,
		isSaid: input.isSaid ?? true
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

export { readMarker as A, performOnGitHub as C, commentMarker as D, writeFileOrSay as E, pack as F, unpack as I, withoutMarkers as M, decode as N, firstSeen as O, encode as P, renderPullRequestComment as S, outputFolder as T, comment as _, keyOf as a, ledgerBefore as b, silence as c, responsibilityRows as d, emergencyCard as f, renderCalendar as g, leftWords as h, isNewer as i, siteKey as j, previousCheck as k, renderMarkdown as l, emergencyRules as m, renderIssue as n, newsOf as o, emergenciesOf as p, carryOver as r, noNews as s, issueLimits as t, onlyParty as u, compareWith as v, performOnJob as w, renderChange as x, failingIn as y };