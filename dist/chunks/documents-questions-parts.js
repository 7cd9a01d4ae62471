import { r as dotted } from "./ledger-and-rules.js";
import { s as topics, t as messagesFor } from "./rules-and-messages.js";
import { n as isGapRule, o as rules, t as gapRules } from "./rules-parts.js";
import { n as joining } from "./text-language.js";
import { c as plainLine, o as inlineText, t as code } from "./text-escape.js";

// src/documents/questions/questions.ts
const roles = [
	"client",
	"maintenance",
	"agency"
];
/** What is still unanswered, one mail for each party that can answer; null for a ledger that cannot be read. */
function questionsOf(checked, options) {
	const { parsed, judgement } = checked;
	if (parsed === null || judgement === null) return null;
	const { ledger } = parsed;
	const gaps = judgement.findings.filter(isGap);
	const open = gaps.filter(({ id }) => !judgement.excepted.has(id)).flatMap((gap) => openOf(gap, ledger));
	const known = [...gaps.map(({ path }) => dotted(path)), ...open.map(({ key }) => key)];
	for (const [path, { type }] of parsed.absences) {
		const isAsked = known.some((key) => key === path || key.startsWith(`${path}.`) || path.startsWith(`${key}.`));
		if (type === "unknown" && !isAsked) open.push({
			rule: "unknown",
			party: null,
			thing: null,
			key: path
		});
	}
	return mailsOf(open, ledger, options.vendor);
}
function isGap(finding) {
	return isGapRule(finding.rule);
}
/** The gap itself, and what is open with it where the whole thing is missing. */
function openOf({ rule, party, path, data }, ledger) {
	const base = dotted(path);
	const { whole } = questionFor(rule);
	const own = {
		rule,
		party,
		thing: thingOf(rule, data, ledger),
		key: base
	};
	if (path.length !== whole?.length) return [own];
	return [own, ...Object.entries(whole.opens).flatMap(([implied, keys]) => keys.map((key) => ({
		rule: implied,
		party,
		thing: thingOf(implied, {
			...data,
			part: key,
			of: base
		}, ledger),
		key: key.startsWith("/") ? key.slice(1) : `${base}.${key}`
	})))];
}
function questionFor(rule) {
	return rules[rule].question;
}
/** What distinguishes this gap from others of its rule. */
function thingOf(rule, data, ledger) {
	const about = questionFor(rule).about?.(data) ?? null;
	if (about === null || typeof about === "string") return about;
	return ledger.contacts?.[about.contact]?.name ?? about.contact;
}
function mailsOf(open, ledger, vendor) {
	const parties = ledger.parties;
	const site = ledger.site.name;
	const addressee = ({ rule, party }) => {
		if (vendor) return "maintenance";
		if (party !== null) return party;
		const role = rule === "unknown" ? null : questionFor(rule).role;
		return role !== null && (parties === void 0 || Object.hasOwn(parties, role)) ? role : null;
	};
	const groups = /* @__PURE__ */ new Map();
	for (const each of open) {
		if (vendor && (each.rule === "unknown" || questionFor(each.rule).vendor !== true)) continue;
		const to = addressee(each);
		groups.set(to, [...groups.get(to) ?? [], each]);
	}
	const order = /* @__PURE__ */ new Set([
		...Object.keys(parties ?? {}),
		...roles,
		...groups.keys()
	]);
	order.delete(null);
	return [...order, null].flatMap((id) => {
		const mine = groups.get(id);
		return mine === void 0 ? [] : [{
			to: nameOf(id, ledger),
			site,
			questions: merged(mine)
		}];
	});
}
function nameOf(id, ledger) {
	if (id === null) return null;
	const name = ledger.parties?.[id];
	if (name !== void 0) return { name };
	const role = roles.find((each) => each === id);
	return role === void 0 ? { name: id } : { role };
}
/** One question for each thing to ask, whatever number of places it is to be filled in. */
function merged(open) {
	const unique = (values) => [...new Set(values)];
	const questions = [...gapRules, "unknown"].flatMap((rule) => {
		const mine = open.filter((each) => each.rule === rule);
		if (mine.length === 0) return [];
		return [{
			rule,
			topic: rule === "unknown" ? "operation" : questionFor(rule).topic,
			things: unique(mine.flatMap(({ thing }) => thing ?? [])),
			keys: unique(mine.map(({ key }) => key))
		}];
	});
	return topics.flatMap((topic) => questions.filter((each) => each.topic === topic));
}

// src/documents/questions/render.ts
/** Mail bodies to paste, one for each party; `site: null` in a mail leaves the site unnamed. */
function renderQuestions(mails, format, language, nothing) {
	if (mails.length === 0) return `${nothing}\n`;
	return `${mails.map((mail) => renderMail(mail, format, language)).join("\n\n")}\n`;
}
function renderMail(mail, format, language) {
	const { questions: say, rules } = messagesFor(language);
	const isMarkdown = format === "markdown";
	const text = isMarkdown ? inlineText : plainLine;
	const to = mail.to === null ? say.toBeDecided : say.heading("name" in mail.to ? mail.to.name : say.roles[mail.to.role]);
	const separator = joining[language].comma;
	const wordOf = (thing) => text(Object.hasOwn(say.things, thing) ? say.things[thing] : thing);
	const bullet = isMarkdown ? "    - " : "   ";
	const lines = (question, number) => [
		`${number}. ${question.rule === "unknown" ? say.otherUnknown : rules[question.rule].question}`,
		...question.things.length === 0 ? [] : [`${bullet}${say.about(question.things.map(wordOf).join(separator))}`],
		`${bullet}${say.keys(question.keys.map((key) => isMarkdown ? code(key) : plainLine(key)).join(", "))}`
	];
	const parts = [isMarkdown ? `## ${text(to)}` : `■ ${text(to)}`, say.opening(mail.site === null ? null : text(mail.site))];
	let topic = null;
	for (const [index, question] of mail.questions.entries()) {
		if (question.topic !== topic) {
			topic = question.topic;
			const title = say.topics[topic];
			parts.push(isMarkdown ? `### ${title}` : language === "ja" ? `【${title}】` : `[${title}]`);
		}
		parts.push(lines(question, index + 1).join("\n"));
	}
	return [...parts, say.closing].join("\n\n");
}

export { questionsOf as n, renderQuestions as t };