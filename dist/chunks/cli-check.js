import { a as plainCheck, b as openLedgerSource, i as withEdge, r as loadLedgersHere, t as checkHere } from "./edge-and-protocols-and-text-and-more.js";
import { E as writeFileOrSay, S as renderPullRequestComment, T as outputFolder, d as responsibilityRows, g as renderCalendar, h as leftWords, n as renderIssue, p as emergenciesOf, u as onlyParty, v as compareWith, x as renderChange } from "./publish-and-check-and-documents.js";
import { t as referenceOf } from "./check-reference.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { i as itemsByCause, o as startWith, t as byPlace } from "./checklist-and-report.js";
import { t as withoutEnd } from "./text-ends.js";
import { c as plainLine, i as harmlessInLog } from "./text-escape.js";
import { n as joining } from "./text-language.js";
import { n as widthOf, r as wrap, t as padded } from "./text-width.js";
import { a as headline, c as nothingToDo, d as sinceWords, f as viewOf, n as comparisonWords, o as isProblem, r as dueWords, s as notAskedWords, t as adviceWords, u as seenCounts } from "./documents-view.js";
import { c as readOperatorFile, g as systemClock, h as leftOf, p as writeOutputNow } from "./edge-parts.js";
import { c as Uncaught, n as complain } from "./edge-and-ledger.js";
import { n as apiUrlOf } from "./edge-github-edge.js";
import { Z as InputProblem } from "./protocols-and-edge-and-ledger-and-more.js";
import { t as jsonOf } from "./report-json.js";
import { a as statusOf, i as ledgersIn, n as exitStatus, o as whileLooking, t as UsageProblem } from "./cli-command.js";
import { resolve } from "node:path";

// src/documents/terminal.ts
const mostEntries = 40;
const mostDates = 12;
function coloursFor(colour) {
	const paint = (code) => (text) => colour ? `\u001b[${code}m${text}\u001b[0m` : text;
	return {
		bold: paint(1),
		dim: paint(2),
		red: paint(31),
		yellow: paint(33),
		green: paint(32)
	};
}
/** The report for a terminal, ending with a line break. No escape sequence but its own, and those only if asked. */
function renderTerminal(input, options) {
	const view = viewOf(input.report, input.parsed);
	const colours = coloursFor(options.colour);
	const page = openPage(options.width ?? 80);
	heading(view, page, colours);
	if (view.report.verdict === "invalid") problems(view, input.source.bytes, page, colours);
	else {
		emergency(view, input, page, colours);
		items(view, page, colours);
		toDo(view, page, colours);
		unseen(view, page, colours);
		holes(view, page, colours);
		responsibility(view, page, colours);
		dates(view, page, colours);
		notices(view, page, colours);
		nextSteps(view, page, colours);
	}
	return page.text();
}
function openPage(width) {
	const lines = [];
	const blank = () => {
		if (lines.length > 0 && lines.at(-1) !== "") lines.push("");
	};
	return {
		blank,
		raw: (line) => lines.push(harmlessInLog(line)),
		write(text, { indent = 0, lead = "", paint = (line) => line } = {}) {
			const space = " ".repeat(indent);
			const lineLimit = 40 * Math.max(width, 80);
			for (const [index, line] of wrap(plainLine(text, lineLimit), width - indent).entries()) {
				const before = index === 0 && lead !== "" ? padded(lead, indent) : space;
				lines.push(paint(harmlessInLog(before + line)));
			}
		},
		text: () => `${withoutEnd(lines.join("\n"), "\n")}\n`
	};
}
function heading(view, page, { bold, red, yellow, green }) {
	const { report, words, format, redact } = view;
	const { verdict, toDo: count } = headline(view);
	const paint = report.verdict === "match" ? green : report.verdict === "incomplete" ? yellow : red;
	if (report.site !== null) page.write(`${report.site.name}  ${redact(report.site.url)}`, { paint: bold });
	else page.write(report.ledger.path, { paint: bold });
	page.write(`${verdict}${count === null ? "" : `${joining[format.language].space}${count}`}`, { paint: (line) => bold(paint(line)) });
	page.blank();
	const facts = [[words.facts.checkedAt, format.moment(report.checkedAt)], [words.facts.nextCheck, format.day(report.nextCheckAt)]];
	if (report.verdict !== "invalid") facts.push([words.facts.lookedAt, seenCounts(view)]);
	if (report.score !== null) {
		const { met, band, claimed } = report.score;
		facts.push([words.facts.score, words.facts.scored(met, words.bands[band], claimed)]);
		facts.push([words.facts.advice, adviceWords(view, report.score)]);
	}
	const column = Math.max(...facts.map(([name]) => widthOf(name))) + 2;
	for (const [name, value] of facts) page.write(value, {
		indent: column,
		lead: name
	});
	page.blank();
}
function items({ report, words }, page, { bold, green, red, yellow }) {
	if (report.score === null) return;
	page.write(words.items10.heading, { paint: bold });
	const column = Math.max(...Object.values(words.items).map(widthOf)) + 4;
	const paints = {
		met: green,
		drift: red,
		stale: yellow,
		gap: yellow,
		unknown: yellow
	};
	for (const { item, state } of report.score.items) {
		const { mark, word } = words.itemStates[state];
		page.write(word, {
			indent: column + 3,
			lead: `  ${padded(words.items[item], column - 2)}${padded(mark, 3)}`,
			paint: paints[state]
		});
	}
	page.blank();
}
function emergency(view, input, page, { bold, red }) {
	const { words, format, redactSentence, report } = view;
	const say = words.emergency;
	const emergencies = emergenciesOf(report, input.parsed, view.checkedAt, input.holidays, /* @__PURE__ */ new Map());
	for (const { when, firstInstruction, calls } of emergencies.slice(0, 3)) {
		const sentence = (text) => text === null ? say.notWritten : redactSentence(text);
		page.write(say.heading(sentence(when)), { paint: (line) => bold(red(line)) });
		page.write(say.seenAt(format.moment(report.checkedAt)), { indent: 2 });
		page.write(`${say.firstInstruction}: ${sentence(firstInstruction)}`, { indent: 2 });
		for (const [index, call] of calls.slice(0, 10).entries()) {
			if (call.type === "nobody") {
				page.write(`${say.nobodyAnswers}: ${sentence(call.because)}`, { indent: 5 });
				continue;
			}
			const state = call.reachable === null ? say.hoursUnknown : call.reachable ? say.answers : say.outOfHours;
			const place = call.line === null ? say.notWritten : `${report.ledger.path}:${call.line}`;
			page.write(`${format.contact(call.contact)} — ${state} — ${place}`, {
				indent: 5,
				lead: `  ${index + 1}.`
			});
		}
		page.blank();
	}
}
function toDo(view, page, { bold, red, yellow, dim }) {
	const { words, sorted, redact, format } = view;
	const say = words.findings;
	page.write(say.heading, { paint: bold });
	if (sorted.toDo.length === 0) page.write(nothingToDo(view), { indent: 2 });
	for (const [index, finding] of sorted.toDo.slice(0, mostEntries).entries()) {
		const paint = finding.severity === "critical" ? red : finding.severity === "warning" ? yellow : dim;
		const party = finding.party === null ? say.nobody : format.party(finding.party);
		page.write(`[${words.severities[finding.severity]}] ${redact(finding.title)}`, {
			indent: 5,
			lead: `${String(index + 1).padStart(3)}.`,
			paint
		});
		const compared = comparisonWords(words, finding);
		const lines = [
			[compared.expected, finding.expected],
			[compared.observed, finding.observed],
			[say.why, finding.why],
			[say.remedy, finding.remedy],
			[say.who, `${party} — ${dueWords(view, finding)}`],
			[say.since, sinceWords(view, finding.since)]
		];
		for (const [name, text] of lines) if (text !== null) page.write(`${name}: ${plainLine(redact(text))}`, { indent: 5 });
		page.write(place(finding), {
			indent: 5,
			paint: dim
		});
		page.blank();
	}
	more(view, sorted.toDo.length, page);
	page.blank();
}
function place({ location, rule }) {
	return `${plainLine(location.path)}:${location.line}:${location.column}  ${rule}`;
}
function more({ words }, count, page) {
	if (count > mostEntries) page.write(words.issue.more(count - mostEntries), { indent: 2 });
}
function unseen(view, page, { bold, dim }) {
	const { report, words, sorted, redact } = view;
	const say = words.unseen;
	if (sorted.unseen.length === 0 && report.notAsked.length === 0) return;
	page.write(say.heading, { paint: bold });
	page.write(say.explained, { indent: 2 });
	for (const finding of sorted.unseen.slice(0, mostEntries)) {
		page.write(redact(finding.title), {
			indent: 4,
			lead: "  ?"
		});
		page.write(redact(finding.remedy), { indent: 4 });
		page.write(place(finding), {
			indent: 4,
			paint: dim
		});
	}
	more(view, sorted.unseen.length, page);
	for (const each of notAskedWords(view)) page.write(each, {
		indent: 4,
		lead: "  -"
	});
	page.blank();
}
function holes(view, page, { bold, dim }) {
	const { words, sorted, redact, parsed, format } = view;
	if (sorted.holes.length === 0) return;
	const say = words.holes;
	page.write(say.heading, { paint: bold });
	const items = new Set(sorted.holes.map(({ items: [item] }) => item ?? null));
	const first = startWith.filter((item) => items.has(item)).map((item) => words.items[item]);
	if (first.length > 0) page.write(say.startWith(format.list(first)), { indent: 2 });
	let shown = 0;
	for (const item of [...itemsByCause, null]) {
		const ofItem = sorted.holes.filter(({ items: [its] }) => (its ?? null) === item);
		if (ofItem.length === 0) continue;
		const plan = (parsed?.ledger.plan ?? []).find((each) => each.item === item);
		const planned = plan === void 0 ? "" : ` — ${say.planned(plan.by === void 0 ? words.findings.nobody : format.party(plan.by), plan.until === void 0 ? null : format.day(plan.until))}`;
		page.write(`${item === null ? say.others : words.items[item]}${planned}`, { indent: 2 });
		for (const finding of ofItem.slice(0, Math.max(0, mostEntries - shown))) {
			page.write(redact(finding.title), {
				indent: 6,
				lead: "    -"
			});
			page.write(place(finding), {
				indent: 6,
				paint: dim
			});
		}
		shown += ofItem.length;
	}
	more(view, sorted.holes.length, page);
	page.blank();
}
function responsibility(view, page, { bold, yellow }) {
	const rows = responsibilityRows(view);
	const ledger = view.parsed?.ledger;
	if (rows.length === 0 || ledger === void 0) return;
	const { format, redact, report } = view;
	const words = messagesFor(report.language).handover.responsibility;
	const column = Math.max(...rows.map(({ name }) => widthOf(name))) + 4;
	page.write(words.heading, { paint: bold });
	for (const { name, parts, missing } of rows) {
		const said = parts.map(([party, part]) => `${part}: ${redact(format.party(party))}`);
		const open = missing.length === 0 ? [] : [`${words.undecided}: ${format.list(missing)}`];
		page.write([...said, ...open].join(" / "), {
			indent: column,
			lead: `  ${name}`,
			...open.length === 0 ? {} : { paint: yellow }
		});
	}
	const only = onlyParty(ledger);
	if (only !== null) page.write(words.oneParty(redact(format.party(only))), {
		indent: 2,
		paint: yellow
	});
	page.blank();
}
function dates(view, page, { bold }) {
	const { report, words, format, redact } = view;
	const shown = report.deadlines.slice(0, mostDates);
	if (shown.length === 0) return;
	page.write(words.dates.heading, { paint: bold });
	const rows = shown.map(({ at, what }) => [
		format.day(at),
		leftWords(view, at),
		redact(what)
	]);
	const column = Math.max(...rows.map(([day]) => widthOf(day))) + 2;
	const second = Math.max(...rows.map(([, left]) => widthOf(left))) + 2;
	for (const [day, left, what] of rows) page.write(what, {
		indent: 2 + column + second,
		lead: `  ${padded(day, column)}${left}`
	});
	const left = report.deadlines.length - shown.length;
	if (left > 0) page.write(words.dates.more(left), { indent: 2 });
	page.blank();
}
function notices(view, page, { bold }) {
	const { words, sorted, redact, redactSentence, format } = view;
	if (sorted.notices.length > 0) {
		page.write(words.notices.heading, { paint: bold });
		for (const finding of sorted.notices.slice(0, mostEntries)) page.write(redact(finding.title), {
			indent: 4,
			lead: "  -"
		});
		more(view, sorted.notices.length, page);
		page.blank();
	}
	if (sorted.excepted.length > 0) {
		page.write(words.excepted.heading, { paint: bold });
		for (const { title, excepted } of sorted.excepted.slice(0, mostEntries)) {
			const { because, until } = excepted;
			page.write(words.excepted.entry(redact(title), redactSentence(because), format.day(until)), {
				indent: 4,
				lead: "  -"
			});
		}
		page.blank();
	}
}
function nextSteps({ words, sorted, report }, page, { bold }) {
	const say = words.terminal;
	page.write(say.next, { paint: bold });
	const first = sorted.toDo[0] ?? sorted.unseen[0] ?? sorted.holes[0];
	if (first === void 0) {
		page.write(say.noNext, { indent: 2 });
		return;
	}
	page.write(say.explain(first.rule), {
		indent: 4,
		lead: "  -"
	});
	if (sorted.toDo.some(({ acceptable }) => acceptable)) page.write(say.accept, {
		indent: 4,
		lead: "  -"
	});
	if (sorted.holes.length > 0) page.write(say.questions(report.ledger.path), {
		indent: 4,
		lead: "  -"
	});
}
/** Every problem of a ledger that cannot be read, with the line it stands on and a mark below the place. */
function problems({ report, words }, source, page, { red, dim, bold }) {
	const lines = new TextDecoder().decode(source).split(/\r\n|\n|\r/);
	const found = report.findings.filter(isProblem).sort(byPlace);
	page.write(words.invalid.explained);
	page.blank();
	for (const { rule, location, title, observed, expected, remedy } of found.slice(0, mostEntries)) {
		page.write(`${plainLine(location.path)}:${location.line}:${location.column}`, { paint: bold });
		page.write(title, {
			indent: 2,
			paint: red
		});
		if (expected !== null) page.write(`${words.findings.expected}: ${expected}`, { indent: 2 });
		if (observed !== null) page.write(`${words.findings.observed}: ${observed}`, { indent: 2 });
		if (rule !== "ledger/invalid") page.write(remedy, { indent: 2 });
		const excerpt = excerptOf(lines[location.line - 1], location.column);
		if (excerpt !== null) {
			const number = String(location.line).padStart(6);
			page.raw(dim(`${number} | ${excerpt.line}`));
			page.raw(`${" ".repeat(6)} | ${" ".repeat(excerpt.before)}${red("^")}`);
		}
		page.blank();
	}
	if (found.length > mostEntries) page.write(words.issue.more(found.length - mostEntries));
}
const excerptWidth = 66;
const privateLooking = /(?<=\b(?:login|emergency|phone|email|slack|teams|chat|password|token|secret)["']?:\s{0,20})\S.*|[\w.+-]{1,200}@[\w-]+(?:\.[\w-]+)+|\+?\d[\d\s().-]{7,}\d/gi;
/** Days and IPv4 addresses have the digits of a telephone number, and are none. */
const notPrivate = /^(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,3}(?:\.\d{1,3}){3})$/;
/** The line around a column (UTF-16 units, from 1), and how many terminal columns stand before the place. */
function excerptOf(line, column) {
	if (line === void 0 || line.length > 1e4) return null;
	const safe = line.replace(privateLooking, (text) => notPrivate.test(text) ? text : text.replace(/[^\s,[\]{}]/g, "*")).replace(/\t/g, " ").toWellFormed().replace(/[\u0000-\u001f\u007f-\u009f\u061c\u200e\u200f\u2028\u2029\u202a-\u202e\u2066-\u2069\ufeff]/g, "?");
	const at = Math.min(column - 1, safe.length);
	let from = 0;
	while (widthOf(safe.slice(from, at)) > 60) from += 1;
	let shown = safe.slice(from);
	while (widthOf(shown) > excerptWidth) shown = shown.slice(0, -1);
	return {
		line: shown,
		before: widthOf(safe.slice(from, at))
	};
}

// src/cli/check.ts
/** Checks ledgers and prints what was found. */
const check = async (run) => {
	const { options, cwd, environment } = run;
	const say = messagesFor(run.spoken).command;
	const { language, now, nextCheck, only, retryWaitsMs, deadlineMs, offline } = options;
	const how = {
		...plainCheck,
		language,
		now,
		nextCheck,
		only,
		retryWaitsMs,
		deadlineMs,
		unseen: offline ? "offline" : null
	};
	const loaded = await loadLedgersHere(ledgersIn(run), cwd, say);
	const { sources, problems } = loaded;
	const count = sources.length + loaded.crashes.length;
	if (count === 0) throw new UsageProblem(problems.join("\n"));
	if (options.base !== null && count > 1) throw new UsageProblem(say.baseNeedsOneLedger);
	const [first] = sources;
	const before = options.base === null || first === void 0 ? null : await readBase(options.base, first.file, cwd);
	const access = {
		credentials: options.credentials,
		providers: {
			environment,
			mask: () => {},
			github: {
				apiUrl: apiUrlOf(environment),
				repository: environment("GITHUB_REPOSITORY") || null,
				token: environment("GITHUB_TOKEN") || environment("GH_TOKEN") || null
			}
		},
		accounts: null
	};
	const checked = [];
	const notes = [...problems];
	const crashes = [...loaded.crashes];
	let change = null;
	/** The report of the ledger that is under way, as far as it is known; null where none is, or it is written. */
	let reportNow = null;
	const onLooking = (now) => {
		reportNow = now;
	};
	const end = () => {
		const report = reportNow?.() ?? null;
		const { outputDir } = options;
		const path = report === null || outputDir === null ? null : writeOutputNow(outputFolder(outputDir, report.ledger.path), "report.json", jsonOf(report));
		complain(say.unanswering(path));
	};
	const signal = run.signal();
	await whileLooking(signal, (show) => withEdge(offline ? null : options, access, {
		end,
		line: say.unanswering(null)
	}, async (edge) => {
		for (const source of sources) {
			show(say.progress(source.file));
			const started = systemClock.elapsedMs();
			const look = (each, known = {}) => checkHere(each, {
				...how,
				...known,
				deadlineMs: leftOf(deadlineMs, started)
			}, {
				root: source.root,
				edge,
				signal,
				onLooking: each === source ? onLooking : void 0
			});
			try {
				const head = await look(source, { before: before === null ? null : {
					type: "text",
					bytes: before.bytes
				} });
				checked.push(head);
				crashes.push(...head.crashes.map(({ error }) => ({
					file: source.file,
					error
				})));
				reportNow = null;
				if (options.outputDir !== null) notes.push(...await writePapers(head, options.outputDir, say));
				if (before !== null) change = (await compareWith(head, before, look)).ledger;
			} catch (error) {
				signal.throwIfAborted();
				reportNow = null;
				crashes.push({
					file: source.file,
					error
				});
			}
		}
	})).catch((error) => {
		if (!(signal.reason instanceof Uncaught)) throw error;
	});
	const text = checked.length === 0 ? "" : await rendered(checked, change, run, {
		isList: count > 1,
		crashes
	});
	notes.push(...crashes.map(({ file, error }) => say.internalError(referenceOf(error), file)));
	return {
		text,
		notes,
		status: crashes.length > 0 ? exitStatus.internalError : statusOf(checked.map(({ report }) => report.verdict))
	};
};
/** Writes the files of one ledger. Returns, in words, which could not be written. */
async function writePapers({ report }, outputDir, say) {
	const folder = outputFolder(outputDir, report.ledger.path);
	const calendar = renderCalendar(report);
	const problems = [];
	for (const [name, text] of [["report.json", jsonOf(report)], ...calendar === null ? [] : [["calendar.ics", calendar]]]) {
		const { problem } = await writeFileOrSay(folder, name, text, say);
		if (problem !== null) problems.push(problem);
	}
	return problems;
}
/** @throws InputProblem */
async function readBase(file, ledger, cwd) {
	try {
		return await openLedgerSource(ledger, await readOperatorFile(resolve(cwd, file)));
	} catch {
		throw new InputProblem("base", "unreadable", file);
	}
}
async function rendered(checked, change, run, { isList, crashes }) {
	const each = (render) => checked.flatMap((one) => {
		try {
			return [render(one)];
		} catch (error) {
			crashes.push({
				file: one.source.file,
				error
			});
			return [];
		}
	});
	switch (run.options.format) {
		case "json": {
			const reports = checked.map(({ report }) => report);
			return isList ? jsonOf(reports) : jsonOf(reports[0]);
		}
		case "markdown": return [...each((one) => `${renderIssue(one).body}\n`), ...change === null ? [] : [renderPullRequestComment([change], null, "")]].join("\n");
		case "html": {
			const { renderHandover } = await import("./documents-html-handover.js");
			return each(({ report, parsed }) => renderHandover(report, parsed)).join("\n");
		}
		case "text": return [...each((one) => renderTerminal(one, run)), ...change === null ? [] : [renderChange(change)]].join("\n");
	}
}

export { check };