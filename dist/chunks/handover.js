import { t as messagesFor } from "./messages.js";
import { o as subjectOf } from "./order.js";
import { a as isProblem, i as headline, l as viewOf, n as dueWords, r as failed, s as seenCounts } from "./view.js";
import { s as plainLine } from "./escape.js";

// src/report/html/element.ts
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
function table(head, rows) {
	return element("table", [element("thead", element("tr", head.map((each) => element("th", each, { scope: "col" })))), element("tbody", rows.map((cells) => element("tr", cells.map((each) => element("td", each)))))]);
}
/** Names with their values, in two columns. */
function facts(rows) {
	return element("dl", rows.flatMap(([name, value]) => [element("dt", name), element("dd", value)]));
}

// src/report/html/page.ts
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
th { background: #f4f6f9; font-weight: 600; white-space: nowrap; }
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

// src/report/html/handover.ts
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
		...item(7, sheet, [...doors(sheet, Object.entries(sheet.ledger.access ?? {})), ...saidNone(sheet, "access")]),
		...item(8, sheet, [...doors(sheet, entranceOf(sheet.ledger)), ...saidNone(sheet, "entrance")]),
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
		...score === null ? [] : [element("p", `${words.facts.score}: ${score.met}/10 ${words.bands[score.band]}`, { class: "score" }), element("p", words.advice[score.band])],
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
		...sorted.unseen.length === 0 ? [] : [element("h3", say.unseen), table(head, rows(sorted.unseen))]
	];
}
/** An item: its state, what keeps it from being met, and what the ledger says. */
function item(number, { view }, content) {
	const { report, words } = view;
	const scored = report.score?.items.find((each) => each.item === number);
	const state = words.itemStates[scored?.state ?? "unknown"];
	const holes = (scored?.findings ?? []).flatMap((id) => report.findings.filter((each) => each.id === id)).map((each) => element("li", each.title, { class: "hole" }));
	return [
		element("h3", [words.items[number], element("span", `${state.mark} ${state.word}`, { class: `state ${scored?.state ?? "unknown"}` })]),
		...holes.length === 0 ? [] : [element("ul", holes)],
		...content
	];
}
function emergency({ view, ledger, say }) {
	const { agreed, conditions = [] } = ledger.emergency ?? {};
	const by = (agreed?.by ?? []).map(view.format.party);
	return [...agreed?.date === void 0 ? [] : [element("p", say.emergency.agreed(view.format.day(agreed.date), view.format.list(by)))], ...listed(conditions, [
		say.emergency.when,
		say.emergency.call,
		say.emergency.first
	], (each) => [
		each.when,
		each.call === void 0 ? void 0 : each.call.map(view.format.contact).join(" → "),
		each["first-instruction"]
	], say)];
}
function firstContact({ view, ledger, say }) {
	const { route = [], tell = [] } = ledger["first-contact"] ?? {};
	const people = Object.entries(ledger.contacts ?? {});
	return [
		...listed(route, [
			say.route.order,
			say.contacts.name,
			say.route.wait
		], (each) => [
			String(route.indexOf(each) + 1),
			each.call === void 0 ? each.none : view.format.contact(each.call),
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
			contact.hours === void 0 ? void 0 : contact.hours.always ? say.contacts.always : stacked(contact.hours.text.map(say.contacts.window)),
			contact.channels === void 0 ? void 0 : stacked(contact.channels.map(channelText)),
			contact.verified === void 0 ? void 0 : view.format.day(contact.verified)
		], say)
	];
}
function channelText(channel) {
	const [key, value] = Object.entries(channel).find(([, each]) => each !== void 0) ?? ["", ""];
	return key === "see" || key === "chat" ? value : `${key}: ${value}`;
}
function decisions({ view, ledger, say }) {
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
		const contact = (id) => id === void 0 ? void 0 : view.format.contact(id);
		return [
			say.decisions.names[name],
			contact(decision?.decides),
			contact(decision?.deputy),
			decision?.unreachable,
			decision?.needs === void 0 ? void 0 : view.format.list(decision.needs)
		];
	}, say);
}
function targets({ view, ledger, say }) {
	const names = [
		"first-report",
		"update-every",
		"provisional",
		"full"
	];
	const { stages } = ledger;
	const endpoints = (ids, also = []) => ids === void 0 ? hole(say) : view.format.list([...ids, ...also]);
	const permanent = stages?.permanent;
	return [facts(names.map((name) => [say.targets[name], spanOf(ledger.targets?.[name], view) ?? hole(say)])), facts([
		[say.stages.provisional, endpoints(stages?.provisional?.verify)],
		[say.stages.full, endpoints(stages?.full?.verify, (stages?.full?.also ?? []).map((each) => say.stages.also[each]))],
		[say.stages.permanent, permanent?.by === void 0 ? hole(say) : `${someone(permanent.by, view)} ${spanOf(permanent.within, view) ?? ""}`]
	])];
}
function rollback({ view, ledger, say }) {
	const { rollback: it } = ledger;
	const words = say.procedure;
	return [facts([
		[words.what, it?.what ?? hole(say)],
		[words.when, it?.when === void 0 ? hole(say) : stacked(it.when)],
		[words.approvedBy, it?.["approved-by"] === void 0 ? hole(say) : someone(it["approved-by"], view)],
		[words.by, it?.by === void 0 ? hole(say) : someone(it.by, view)],
		[words.where, it?.where ?? hole(say)],
		[words.takes, spanOf(it?.takes, view) ?? hole(say)],
		[words.runbook, it?.runbook ?? hole(say)],
		[words.verify, verifyText(it?.verify, say)],
		[words.rehearsed, it?.rehearsed === void 0 ? hole(say) : view.format.day(it.rehearsed)]
	])];
}
function restore({ view, ledger, say }) {
	const { restore: it } = ledger;
	const words = say.procedure;
	return [facts([
		[words.covers, it?.covers === void 0 ? hole(say) : view.format.list(it.covers)],
		[words.into, it?.into === void 0 ? hole(say) : words.intos[it.into]],
		[words.choose, it?.choose ?? hole(say)],
		[words.backups, it?.backups === void 0 ? hole(say) : view.format.list(it.backups)],
		[words.by, it?.by === void 0 ? hole(say) : someone(it.by, view)],
		[words.takes, spanOf(it?.takes, view) ?? hole(say)],
		[words.runbook, it?.runbook ?? hole(say)],
		[words.verify, verifyText(it?.verify, say)],
		[words.rehearsed, it?.rehearsed === void 0 ? hole(say) : view.format.day(it.rehearsed)]
	])];
}
function verifyText(verify, say) {
	if (verify === void 0) return hole(say);
	return typeof verify === "string" ? say.stages[verify] : verify.join(", ");
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
function doors({ view, say }, entries) {
	const words = say.access;
	const people = (ids) => ids === void 0 ? void 0 : stacked(ids.map(view.format.contact));
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
			door.console ?? hole(say),
			door.can === void 0 ? null : view.format.list(door.can.map((each) => words.abilities[each])),
			door.runbook ?? null
		]),
		people(door.holders),
		door.mfa === void 0 ? void 0 : stacked([door.mfa.method === void 0 ? null : words.methods[door.mfa.method], ...(door.mfa["held-by"] ?? []).map(view.format.contact)]),
		door.login,
		door.emergency,
		door.verified === void 0 ? void 0 : view.format.day(door.verified)
	], say);
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
function evidence({ view, ledger, say }) {
	const words = say.evidence;
	const { logs, alerts, changes: history } = ledger.evidence ?? {};
	const people = (ids) => ids === void 0 ? void 0 : view.format.list(ids.map(view.format.contact));
	return listed([
		...[
			"access",
			"application",
			"system"
		].map((name) => [
			words.logs[name],
			logs?.[name]?.where,
			people(logs?.[name]?.viewers)
		]),
		[
			words.alerts,
			alerts?.where,
			people(alerts?.to)
		],
		[
			words.changes,
			history === "ledger" ? words.changesInLedger : history,
			""
		]
	], [
		say.what,
		words.where,
		words.viewers
	], (row) => row, say);
}
function templates({ ledger, say }) {
	return [facts(["first-report", "recovery-report"].map((name) => [say.templates[name], ledger.templates?.[name] ?? hole(say)]))];
}
function responsibility({ view, ledger, say }) {
	const it = ledger.responsibility;
	if (it === void 0) return [];
	const words = say.responsibility;
	const party = (id) => id === void 0 ? void 0 : view.format.party(id);
	const topics = [
		"decision",
		"operation",
		"communication",
		"access",
		"accountability"
	];
	const deliverables = [
		"first-report",
		"recovery-report",
		"response-log",
		"rollback-criteria"
	];
	return [
		element("h2", words.heading),
		...listed(topics, [
			words.topic,
			words.party,
			words.standIn
		], (topic) => [
			words.topics[topic],
			party(it[topic]?.party),
			party(it[topic]?.["stand-in"] ?? (topic === "accountability" ? it.accountability?.["approved-by"] : void 0))
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
		const about = report.findings.filter((found) => found.excepted === null && found.kind !== "notice" && subjectOf(found) === each.subject);
		const state = about.length > 0 ? stacked(about.map((found) => element("span", found.title, { class: found.severity }))) : failed(each.result) ? element("span", say.unseen, { class: "unknown" }) : element("span", say.reality.holds, { class: "met" });
		return [
			`${words.evidence.probes[each.probe]}: ${each.subject}`,
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
/** A table whose missing values say that they are missing; where there is no row at all, that. */
function listed(rows, head, cells, say) {
	if (rows.length === 0) return [element("p", hole(say))];
	return [table(head, rows.map((row) => cells(row).map((each) => each ?? hole(say))))];
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

export { renderHandover };