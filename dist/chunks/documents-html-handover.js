import { s as topics, t as messagesFor } from "./rules-and-messages.js";
import { a as headline, f as viewOf, i as failed, o as isProblem, r as dueWords, t as adviceWords, u as seenCounts } from "./documents-view.js";
import { c as plainLine } from "./text-escape.js";
import { n as subjectOf } from "./ledger-and-rules.js";
import { u as lastTried } from "./checklist-and-report.js";

// src/documents/html/element.ts
const longestValue = 2e3;
function text(value) {
	return { html: plainLine(value, longestValue).replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`) };
}
/** An element; its attributes are ours, never from outside. */
function element(name, content, attributes = {}) {
	const inner = (Array.isArray(content) ? content : [content]).map((each) => each === null ? "" : typeof each === "string" ? text(each).html : each.html).join("");
	return { html: `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${value}"`).join("")}>${inner}</${name}>` };
}
/** Lines below each other in one cell. */
function stacked(lines) {
	return element("div", lines.filter((each) => each !== null).map((each) => element("div", each)));
}
/** A table; a row of null cells is left out. */
function table(head, rows, attributes = {}) {
	return element("table", [element("thead", element("tr", head.map((each) => element("th", each, { scope: "col" })))), element("tbody", rows.map((cells) => element("tr", cells.map((each) => element("td", each)))))], attributes);
}
/** Names with their values, in two columns. */
function facts(rows) {
	return element("dl", rows.flatMap(([name, value]) => [element("dt", name), element("dd", value)]));
}

// src/documents/html/sheet.ts
/** A table whose missing values say that they are missing; where there is no row at all, that. */
function listed(rows, head, cells, say, attributes = {}) {
	if (rows.length === 0) return [element("p", hole(say))];
	return [table(head, rows.map((row) => cells(row).map((each) => each ?? hole(say))), attributes)];
}
/** What the ledger says in place of a value: that there is none, and why; that nobody knows yet; or nothing. */
function missing({ view, say }, path) {
	for (let at = path; at !== ""; at = at.slice(0, Math.max(at.lastIndexOf("."), 0))) {
		const absence = view.parsed?.absences.get(at);
		if (absence?.type === "none") return element("span", `${say.none}: ${absence.reason}`);
		if (absence !== void 0) return element("span", say.unknown, { class: "hole" });
	}
	return hole(say);
}
function said(sheet, path, value, words = String) {
	return value === void 0 ? missing(sheet, path) : words(value);
}
function hole(say) {
	return element("span", say.notWritten, { class: "hole" });
}
function someone(id, view) {
	const name = view.format.contact(id);
	return name === id ? view.format.party(id) : name;
}
function spanOf(span, { format }) {
	if (span === void 0) return void 0;
	return format.duration(span);
}

// src/documents/html/handover-end.ts
function responsibility({ view, ledger, say }) {
	const it = ledger.responsibility;
	const words = say.responsibility;
	const open = view.sorted.holes.filter(({ items }) => items.length === 0).map((each) => element("li", each.title, { class: "hole" }));
	const holes = open.length === 0 ? [] : [element("ul", open)];
	if (it === void 0) return holes.length === 0 ? [] : [element("h2", words.heading), ...holes];
	const party = (id) => id === void 0 ? void 0 : view.format.party(id);
	const besides = (topic) => {
		const said = (text, id) => id === void 0 ? [] : [text(someone(id, view))];
		if (topic === "access") return view.format.list(said(words.emergency, it.access?.emergency));
		if (topic === "accountability") {
			const { source, "approved-by": approves } = it.accountability ?? {};
			return view.format.list([...said(words.source, source), ...said(words.approvedBy, approves)]);
		}
		const { when, to } = (topic === "communication" ? it.communication?.escalate : void 0) ?? {};
		return when === void 0 || to === void 0 ? "" : words.escalate(when, someone(to, view));
	};
	const deliverables = [
		"first-report",
		"recovery-report",
		"response-log",
		"rollback-criteria"
	];
	return [
		element("h2", words.heading),
		...holes,
		...listed(topics, [
			words.topic,
			words.party,
			words.standIn,
			words.besides
		], (topic) => [
			words.topics[topic],
			party(it[topic]?.party),
			party(it[topic]?.["stand-in"] ?? (topic === "accountability" ? it.accountability?.["approved-by"] : void 0)),
			besides(topic)
		], say),
		...listed(deliverables.filter((name) => it.deliverables?.[name] !== void 0), [
			words.deliverable,
			words.fills,
			words.approves,
			words.sends,
			words.keptIn
		], (name) => {
			const one = it.deliverables[name];
			return [
				words.deliverables[name],
				party(one["fills"] ?? one["by"]) ?? "",
				party(one["approves"]) ?? "",
				party(one["sends"]) ?? "",
				one["kept-in"] ?? ""
			];
		}, say)
	];
}
/** Every claim that was looked at, with what came of it. */
function reality({ view, say }) {
	const { report, words } = view;
	const rows = report.observations.map((each) => {
		const about = report.findings.filter((found) => found.excepted === null && found.kind !== "notice" && found.part === each.part && subjectOf(found) === each.subject);
		const state = about.length > 0 ? stacked(about.map((found) => element("span", found.title, { class: found.severity }))) : failed(each.result) ? element("span", say.unseen, { class: "unknown" }) : element("span", say.reality.holds, { class: "met" });
		return [
			`${words.parts[each.part].one}: ${each.subject}`,
			state,
			each.from ?? ""
		];
	});
	if (rows.length === 0) return [];
	return [element("h2", say.reality.heading), table([
		say.reality.subject,
		say.reality.state,
		say.reality.seenAt
	], rows)];
}
const mostDates = 30;
function dates({ view, say }) {
	const rows = view.report.deadlines.slice(0, mostDates).map(({ at, what }) => [view.format.day(at), what]);
	return rows.length === 0 ? [] : [element("h2", say.dates), table([say.until, say.what], rows)];
}
const mostChanges = 10;
function changes({ view, ledger, say }) {
	const latest = ledger.changes.slice(0, mostChanges);
	if (latest.length === 0) return [];
	return [element("h2", say.changes), ...listed(latest, [
		say.signatures.day,
		say.who,
		say.what
	], ({ date, by, what }) => [
		date === void 0 ? void 0 : view.format.day(date),
		by === void 0 ? void 0 : someone(by, view),
		what
	], say)];
}
/** Two lines to sign, and no more: a handover is between people. */
function signatures({ say }) {
	const { heading, from, to, day } = say.signatures;
	return [element("h2", heading), element("div", table([
		"",
		say.contacts.name,
		day
	], [[
		from,
		"",
		""
	], [
		to,
		"",
		""
	]]), { class: "sign" })];
}

// src/documents/html/handover-items.ts
function emergency(sheet) {
	const { view, ledger, say } = sheet;
	const { agreed, conditions = [] } = ledger.emergency ?? {};
	const by = (agreed?.by ?? []).map(view.format.party);
	return [...agreed?.date === void 0 ? [] : [element("p", say.emergency.agreed(view.format.day(agreed.date), view.format.list(by)))], ...listed([...conditions.entries()], [
		say.emergency.when,
		say.emergency.call,
		say.emergency.first
	], ([index, { when, call, "first-instruction": first }]) => {
		const path = `emergency.conditions.${index}`;
		return [
			when ?? missing(sheet, `${path}.when`),
			call?.map(view.format.contact).join(" → ") ?? missing(sheet, `${path}.call`),
			first ?? missing(sheet, `${path}.first-instruction`)
		];
	}, say)];
}
function firstContact(sheet) {
	const { view, ledger, say } = sheet;
	const { route = [], tell = [] } = ledger["first-contact"] ?? {};
	const people = Object.entries(ledger.contacts ?? {});
	return [
		...listed(route, [
			say.route.order,
			say.contacts.name,
			say.route.wait
		], (each) => [
			String(route.indexOf(each) + 1),
			each.call !== void 0 ? view.format.contact(each.call) : each.none === void 0 ? void 0 : `${view.words.emergency.nobodyAnswers}: ${each.none}`,
			each.call === void 0 || route[route.indexOf(each) + 1]?.call === void 0 ? spanOf(each.wait, view) ?? "—" : spanOf(each.wait, view)
		], say),
		...tell.length === 0 ? [] : [facts([[say.route.tell, view.format.list(tell)]])],
		...listed(people, [
			say.contacts.name,
			say.contacts.hours,
			say.contacts.channels,
			say.verified
		], ([id, contact]) => [
			stacked([view.format.contact(id), contact.party === void 0 ? null : view.format.party(contact.party)]),
			said(sheet, `contacts.${id}.hours`, contact.hours, ({ always, text }) => always ? say.contacts.always : stacked(text.map(say.contacts.window))),
			said(sheet, `contacts.${id}.channels`, contact.channels, (channels) => stacked(channels.map((channel) => channelText(channel, view)))),
			contact.verified === void 0 ? void 0 : view.format.day(contact.verified)
		], say)
	];
}
function channelText({ see, chat, ...others }, { words }) {
	const key = Object.keys(words.channels).find((each) => others[each] !== void 0);
	return key === void 0 ? see ?? chat ?? "" : `${words.channels[key]}: ${others[key]}`;
}
function decisions(sheet) {
	const { view, ledger, say } = sheet;
	const names = [
		"start-recovery",
		"rollback",
		"publication"
	];
	const { what, decides, deputy, unreachable, needs } = say.decisions;
	return listed(names, [
		what,
		decides,
		deputy,
		unreachable,
		needs
	], (name) => {
		const decision = ledger.decisions?.[name];
		const at = `decisions.${name}`;
		return [
			say.decisions.names[name],
			said(sheet, `${at}.decides`, decision?.decides, view.format.contact),
			said(sheet, `${at}.deputy`, decision?.deputy, view.format.contact),
			said(sheet, `${at}.unreachable`, decision?.unreachable),
			said(sheet, `${at}.needs`, decision?.needs, view.format.list)
		];
	}, say);
}
function targets(sheet) {
	const { view, ledger, say } = sheet;
	const names = [
		"first-report",
		"update-every",
		"provisional",
		"full"
	];
	const { stages } = ledger;
	const endpoints = (stage, also = []) => {
		const ids = stages?.[stage]?.verify;
		return ids === void 0 ? missing(sheet, `stages.${stage}.verify`) : view.format.list([...ids, ...also]);
	};
	const permanent = stages?.permanent;
	const { thread, "kept-by": keptBy } = ledger.incident ?? {};
	return [facts(names.map((name) => [say.targets[name], said(sheet, `targets.${name}`, ledger.targets?.[name], view.format.duration)])), facts([
		[say.stages.provisional, endpoints("provisional")],
		...stages?.provisional?.tolerates === void 0 ? [] : [[say.stages.tolerates, stages.provisional.tolerates]],
		[say.stages.full, endpoints("full", (stages?.full?.also ?? []).map((each) => say.stages.also[each]))],
		[say.stages.permanent, permanent?.by === void 0 ? missing(sheet, "stages.permanent.by") : say.stages.permanentBy(someone(permanent.by, view), spanOf(permanent.within, view) ?? null)],
		...thread === void 0 ? [] : [[say.incident.thread, thread === "github" ? say.incident.inGitHub : thread]],
		...keptBy === void 0 ? [] : [[say.incident.keptBy, someone(keptBy, view)]]
	])];
}
function rollback(sheet) {
	const { view, ledger, say } = sheet;
	const it = ledger.rollback ?? {};
	const words = say.procedure;
	const by = (id) => someone(id, view);
	return [facts([
		[words.what, said(sheet, "rollback.what", it.what)],
		[words.when, said(sheet, "rollback.when", it.when, stacked)],
		[words.approvedBy, said(sheet, "rollback.approved-by", it["approved-by"], by)],
		[words.by, said(sheet, "rollback.by", it.by, by)],
		[words.where, said(sheet, "rollback.where", it.where)],
		...asTried(sheet, "rollback")
	])];
}
function restore(sheet) {
	const { view, ledger, say } = sheet;
	const it = ledger.restore ?? {};
	const words = say.procedure;
	return [facts([
		[words.covers, said(sheet, "restore.covers", it.covers, view.format.list)],
		[words.into, said(sheet, "restore.into", it.into, (place) => words.intos[place])],
		[words.choose, said(sheet, "restore.choose", it.choose)],
		[words.backups, said(sheet, "restore.backups", it.backups, view.format.list)],
		[words.by, said(sheet, "restore.by", it.by, (id) => someone(id, view))],
		...asTried(sheet, "restore")
	])];
}
/** What both procedures say of how long they take, how they are done and checked, and when they were last tried. */
function asTried(sheet, of) {
	const { view, ledger, say } = sheet;
	const { takes, runbook, verify } = ledger[of] ?? {};
	const tried = ledger[of] === void 0 ? null : lastTried(ledger, of);
	const verifyWords = (by) => typeof by === "string" ? say.stages[by] : view.format.list(by);
	return [
		[say.procedure.takes, said(sheet, `${of}.takes`, takes, view.format.duration)],
		[say.procedure.runbook, said(sheet, `${of}.runbook`, runbook)],
		[say.procedure.verify, said(sheet, `${of}.verify`, verify, verifyWords)],
		[say.procedure.rehearsed, said(sheet, `${of}.rehearsed`, tried ?? void 0, view.format.day)]
	];
}
function entranceOf(ledger) {
	const { domain, dns, certificate, cdn, bypass } = ledger.entrance ?? {};
	return Object.entries({
		domain,
		dns,
		certificate,
		cdn,
		bypass
	}).flatMap(([id, door]) => door === void 0 ? [] : [[id, door]]);
}
function doors(sheet, section, entries) {
	const { view, say } = sheet;
	const words = say.access;
	const people = (ids) => stacked(ids.map(view.format.contact));
	return listed(entries.filter(([id]) => id !== "common"), [
		words.name,
		words.console,
		words.holders,
		words.mfa,
		words.login,
		words.emergency,
		say.verified
	], ([id, door]) => [
		words.accessName(id),
		stacked([
			said(sheet, `${section}.${id}.console`, door.console),
			door.can === void 0 ? null : view.format.list(door.can.map((each) => words.abilities[each])),
			door.runbook ?? null
		]),
		said(sheet, `${section}.${id}.holders`, door.holders, people),
		door.mfa === void 0 ? missing(sheet, `${section}.${id}.mfa`) : stacked([door.mfa.method === void 0 ? null : words.methods[door.mfa.method], ...(door.mfa["held-by"] ?? []).map(view.format.contact)]),
		door.login ?? missing(sheet, `${section}.${id}.login`),
		door.emergency ?? missing(sheet, `${section}.${id}.emergency`),
		door.verified === void 0 ? void 0 : view.format.day(door.verified)
	], say, { class: "doors" });
}
/** What the ledger says not to exist, with its reason. */
function saidNone({ view, say }, section) {
	const rows = [...view.parsed?.absences ?? []].flatMap(([path, absence]) => {
		const [first, id, ...rest] = path.split(".");
		if (first !== section || id === void 0 || rest.length > 0 || absence.type !== "none") return [];
		return [[say.access.accessName(id), `${say.none}: ${absence.reason}`]];
	});
	return rows.length === 0 ? [] : [facts(rows)];
}
function evidence(sheet) {
	const { view, ledger, say } = sheet;
	const words = say.evidence;
	const { logs, alerts, changes: history } = ledger.evidence ?? {};
	const people = (ids) => ids === void 0 ? void 0 : view.format.list(ids.map(view.format.contact));
	const row = (name, path, place, viewers) => [
		name,
		place ?? missing(sheet, `${path}.where`),
		viewers ?? (place === void 0 ? "" : missing(sheet, `${path}.viewers`))
	];
	return [table([
		say.what,
		words.where,
		words.viewers
	], [
		...[
			"access",
			"application",
			"system"
		].map((name) => row(words.logs[name], `evidence.logs.${name}`, logs?.[name]?.where, people(logs?.[name]?.viewers))),
		row(words.alerts, "evidence.alerts", alerts?.where, people(alerts?.to)),
		[
			words.changes,
			history === "ledger" ? words.changesInLedger : history ?? missing(sheet, "evidence.changes"),
			""
		]
	])];
}
function templates(sheet) {
	const { ledger, say } = sheet;
	return [facts(["first-report", "recovery-report"].map((name) => [say.templates[name], said(sheet, `templates.${name}`, ledger.templates?.[name])]))];
}

// src/documents/html/page.ts
/** A whole page on its own: no script, nothing fetched; made to be read on a screen and printed on A4. */
function page(options, body) {
	const head = [
		"<meta charset=\"utf-8\">",
		`<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
		"<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">",
		"<meta name=\"robots\" content=\"noindex\">",
		`<title>${text(options.title).html}</title>`,
		`<style>${style}</style>`
	].join("\n");
	return `<!doctype html>\n<html lang="${options.language}">\n<head>\n${head}\n</head>\n${element("body", element("main", body)).html}\n</html>\n`;
}
const style = `
:root { color-scheme: light; --ink: #1c2430; --soft: #5b6675; --line: #d5dbe3; --good: #1a7f4b; --bad: #c0262d; --warn: #9a6700; }
* { box-sizing: border-box; }
body { margin: 0; background: #fff; color: var(--ink); font: 14px/1.6 system-ui, "Hiragino Sans", "Noto Sans CJK JP", "Noto Sans JP", "Yu Gothic UI", Meiryo, sans-serif; }
main { max-width: 1080px; margin: 0 auto; padding: 24px; }
h1 { font-size: 22px; margin: 0 0 4px; }
h2 { font-size: 17px; margin: 28px 0 8px; padding-bottom: 4px; border-bottom: 2px solid var(--ink); break-after: avoid; }
h3 { font-size: 15px; margin: 20px 0 6px; display: flex; gap: 8px; align-items: baseline; flex-wrap: wrap; break-after: avoid; }
table { border-collapse: collapse; width: 100%; margin: 6px 0 10px; }
th, td { border: 1px solid var(--line); padding: 4px 8px; text-align: left; vertical-align: top; overflow-wrap: anywhere; }
td:first-child { min-width: 8em; }
th { background: #f4f6f9; font-weight: 600; white-space: nowrap; }
.doors { table-layout: fixed; }
.doors th { white-space: normal; }
.doors td:first-child { min-width: 0; }
.doors th:nth-child(1) { width: 10%; } .doors th:nth-child(2) { width: 24%; } .doors th:nth-child(3) { width: 18%; }
.doors th:nth-child(4) { width: 17%; } .doors th:nth-child(7) { width: 10%; }
tr { break-inside: avoid; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: 2px 16px; margin: 6px 0 10px; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
.confidential { color: var(--bad); font-weight: 600; margin: 0 0 12px; }
.verdict { font-size: 16px; font-weight: 600; margin: 12px 0 2px; }
.score { font-size: 16px; margin: 0; }
.state { font-size: 13px; font-weight: 600; padding: 0 8px; border-radius: 10px; border: 1px solid currentColor; white-space: nowrap; }
.met { color: var(--good); } .drift, .critical { color: var(--bad); } .stale, .warning, .gap { color: var(--warn); } .unknown, .info { color: var(--soft); }
.hole { color: var(--warn); }
.sign td { height: 48px; }
@media (max-width: 640px) { main { padding: 12px; } dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: 6px; } table { display: block; overflow-x: auto; } }
@media print { @page { size: A4; margin: 12mm; } body { font-size: 10.5px; } main { max-width: none; padding: 0; } h2 { margin-top: 16px; } }
`;

// src/documents/html/handover.ts
/** The page, whole; of a ledger that could not be read, what is to be corrected. The same input, the same bytes. */
function renderHandover(report, parsed) {
	const view = viewOf(report, parsed);
	if (parsed === null || report.site === null) return problems(view);
	const sheet = {
		view,
		ledger: parsed.ledger,
		say: messagesFor(report.language).handover
	};
	const title = sheet.say.title(report.site.name);
	return page({
		language: report.language,
		title
	}, [
		element("h1", title),
		element("p", sheet.say.confidential, { class: "confidential" }),
		...summary(sheet),
		...toDo(sheet),
		element("h2", sheet.say.items),
		...item(1, sheet, emergency(sheet)),
		...item(2, sheet, firstContact(sheet)),
		...item(3, sheet, decisions(sheet)),
		...item(4, sheet, targets(sheet)),
		...item(5, sheet, rollback(sheet)),
		...item(6, sheet, restore(sheet)),
		...item(7, sheet, [...doors(sheet, "access", Object.entries(sheet.ledger.access ?? {})), ...saidNone(sheet, "access")]),
		...item(8, sheet, [...doors(sheet, "entrance", entranceOf(sheet.ledger)), ...saidNone(sheet, "entrance")]),
		...item(9, sheet, evidence(sheet)),
		...item(10, sheet, templates(sheet)),
		...responsibility(sheet),
		...reality(sheet),
		...dates(sheet),
		...changes(sheet),
		...signatures(sheet)
	]);
}
function problems(view) {
	const { report, words } = view;
	const title = words.issue.titleWithoutSite(report.ledger.path);
	const rows = report.findings.filter(isProblem).map((each) => [
		`${each.location.path}:${each.location.line}:${each.location.column}`,
		each.title,
		each.observed ?? ""
	]);
	return page({
		language: report.language,
		title
	}, [
		element("h1", title),
		element("p", words.headline.invalid, { class: "verdict" }),
		table([
			words.findings.place,
			words.invalid.heading,
			words.findings.observed
		], rows)
	]);
}
function summary({ view, say }) {
	const { report, words, format } = view;
	const { verdict, toDo: count } = headline(view);
	const { score } = report;
	return [
		element("p", count === null ? verdict : `${verdict} ${count}`, { class: "verdict" }),
		...score === null ? [] : [element("p", `${words.facts.score}: ${score.met}/10 ${words.bands[score.band]}`, { class: "score" }), element("p", adviceWords(view, score))],
		facts([
			[say.url, report.site.url],
			[say.checkedAt, format.moment(report.checkedAt)],
			[words.facts.lookedAt, seenCounts(view)],
			[say.nextCheck, format.day(report.nextCheckAt)]
		])
	];
}
function toDo({ view, say }) {
	const { sorted, words } = view;
	const rows = (findings) => findings.map((each) => [
		stacked([
			element("span", words.severities[each.severity], { class: `state ${each.severity}` }),
			each.title,
			each.remedy
		]),
		each.party === null ? words.findings.nobody : view.format.party(each.party),
		dueWords(view, each)
	]);
	const head = [
		say.what,
		say.who,
		say.until
	];
	return [
		element("h2", say.toDo),
		sorted.toDo.length === 0 ? element("p", say.nothingToDo) : table(head, rows(sorted.toDo)),
		...sorted.unseen.length === 0 ? [] : [element("h3", say.unseen), table(head, rows(sorted.unseen))],
		...accepted(view)
	];
}
/** What the parties know of and let stand, with the reason and the day. */
function accepted({ sorted, words, format }) {
	if (sorted.excepted.length === 0) return [];
	const entries = sorted.excepted.map(({ title, excepted }) => element("li", words.excepted.entry(title, excepted.because, format.day(excepted.until))));
	return [element("h3", words.excepted.heading), element("ul", entries)];
}
/** An item: its state, what keeps it from being met, and what the ledger says. */
function item(number, sheet, content) {
	const { report, words } = sheet.view;
	const scored = report.score?.items.find((each) => each.item === number);
	const state = words.itemStates[scored?.state ?? "unknown"];
	const holes = (scored?.findings ?? []).flatMap((id) => report.findings.filter((each) => each.id === id)).map((each) => element("li", each.title, { class: "hole" }));
	return [
		element("h3", [words.items[number], element("span", `${state.mark} ${state.word}`, { class: `state ${scored?.state ?? "unknown"}` })]),
		...holes.length === 0 ? [] : [element("ul", holes)],
		...holes.length === 0 ? [] : planOf(number, sheet),
		...content
	];
}
/** Who fills the item's holes, and by when. */
function planOf(number, { view, ledger }) {
	const { holes, findings } = view.words;
	const plan = ledger.plan.find((each) => each.item === number);
	if (plan === void 0) return [];
	const who = plan.by === void 0 ? findings.nobody : view.format.party(plan.by);
	const until = plan.until === void 0 ? null : view.format.day(plan.until);
	return [facts([[holes.plan, holes.planned(who, until)]])];
}

export { renderHandover };