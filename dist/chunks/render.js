import { a as inlineText, s as plainLine, t as code } from "./escape.js";
import { n as dotted, t as messagesFor } from "./messages.js";

// src/questions/catalogue.ts
/** One question for each kind of gap; a kind without one does not compile. */
const catalogue = {
	"emergency/missing": {
		topic: "decision",
		role: "client",
		whole: 1,
		implies: {
			"emergency/not-agreed": ["agreed"],
			"emergency/no-call": ["conditions"],
			"emergency/no-first-instruction": ["conditions"]
		}
	},
	"emergency/not-agreed": {
		topic: "decision",
		role: "client"
	},
	"emergency/no-call": {
		topic: "communication",
		role: "client"
	},
	"emergency/no-first-instruction": {
		topic: "decision",
		role: "client"
	},
	"contact/route-missing": {
		topic: "communication",
		role: "maintenance",
		vendor: true,
		whole: 2,
		implies: {
			"contact/single-channel": ["/contacts"],
			"contact/no-wait": ["/first-contact.route"],
			"contact/hours-uncovered": ["/contacts"]
		}
	},
	"contact/starts-at-person": {
		topic: "communication",
		role: "maintenance",
		conflict: true
	},
	"contact/single-channel": {
		topic: "communication",
		role: "maintenance"
	},
	"contact/no-fallback": {
		topic: "communication",
		role: "maintenance",
		vendor: true
	},
	"contact/no-wait": {
		topic: "communication",
		role: "maintenance"
	},
	"contact/nothing-to-tell": {
		topic: "communication",
		role: "maintenance"
	},
	"contact/hours-uncovered": {
		topic: "communication",
		role: "maintenance",
		vendor: true
	},
	"decision/missing": {
		topic: "decision",
		role: "client",
		vendor: true,
		whole: 2,
		implies: {
			"decision/no-deputy": ["deputy"],
			"decision/no-unreachable-rule": ["unreachable"],
			"decision/nothing-to-know": ["needs"]
		}
	},
	"decision/no-deputy": {
		topic: "decision",
		role: "client"
	},
	"decision/same-person": {
		topic: "decision",
		role: "client",
		conflict: true
	},
	"decision/no-unreachable-rule": {
		topic: "decision",
		role: "client"
	},
	"decision/nothing-to-know": {
		topic: "decision",
		role: "client"
	},
	"decision/unreachable-together": {
		topic: "decision",
		role: "client",
		conflict: true
	},
	"target/missing": {
		topic: "communication",
		role: "client",
		vendor: true
	},
	"target/out-of-order": {
		topic: "communication",
		role: "client",
		conflict: true
	},
	"target/takes-too-long": {
		topic: "operation",
		role: "maintenance",
		conflict: true
	},
	"target/waits-too-long": {
		topic: "communication",
		role: "maintenance",
		conflict: true
	},
	"stage/missing": {
		topic: "decision",
		role: "client"
	},
	"rollback/missing": {
		topic: "operation",
		role: "maintenance",
		vendor: true,
		whole: 1,
		implies: {
			"rollback/incomplete": [
				"what",
				"when",
				"approved-by",
				"by",
				"where",
				"takes",
				"verify"
			],
			"runbook/missing": ["runbook"]
		}
	},
	"rollback/incomplete": {
		topic: "operation",
		role: "maintenance",
		vendor: true
	},
	"restore/missing": {
		topic: "operation",
		role: "maintenance",
		vendor: true,
		whole: 1,
		implies: {
			"restore/incomplete": [
				"covers",
				"into",
				"choose",
				"by",
				"takes",
				"verify",
				"backups"
			],
			"runbook/missing": ["runbook"]
		}
	},
	"restore/incomplete": {
		topic: "operation",
		role: "maintenance",
		vendor: true
	},
	"runbook/missing": {
		topic: "operation",
		role: "maintenance",
		vendor: true
	},
	"access/missing": {
		topic: "access",
		role: "maintenance",
		whole: 2,
		implies: {
			"access/cannot": ["can"],
			"access/single-holder": ["holders"],
			"access/no-login": ["login"],
			"access/no-mfa": ["mfa"],
			"access/no-emergency": ["emergency"]
		}
	},
	"access/cannot": {
		topic: "access",
		role: "maintenance",
		vendor: true
	},
	"access/single-holder": {
		topic: "access",
		role: "maintenance",
		vendor: true
	},
	"access/no-login": {
		topic: "access",
		role: "maintenance"
	},
	"access/no-mfa": {
		topic: "access",
		role: "maintenance"
	},
	"access/mfa-single-holder": {
		topic: "access",
		role: "maintenance",
		conflict: true
	},
	"access/no-emergency": {
		topic: "access",
		role: "maintenance",
		vendor: true
	},
	"access/doer-cannot-enter": {
		topic: "access",
		role: "maintenance",
		conflict: true
	},
	"evidence/missing": {
		topic: "operation",
		role: "maintenance"
	},
	"evidence/no-viewer": {
		topic: "access",
		role: "maintenance"
	},
	"template/missing": {
		topic: "accountability",
		role: "agency",
		vendor: true
	},
	"responsibility/missing": {
		topic: "accountability",
		role: "client",
		whole: 1,
		implies: {
			"responsibility/no-stand-in": ["*.stand-in"],
			"responsibility/escalation-missing": ["communication.escalate"],
			"responsibility/deliverable-missing": ["deliverables"]
		}
	},
	"responsibility/no-stand-in": {
		topic: "accountability",
		role: "client"
	},
	"responsibility/one-party": {
		topic: "accountability",
		role: "client",
		conflict: true
	},
	"responsibility/deliverable-missing": {
		topic: "accountability",
		role: "agency",
		vendor: true
	},
	"responsibility/escalation-missing": {
		topic: "communication",
		role: "client"
	}
};

// src/questions/questions.ts
const topics = [
	"decision",
	"operation",
	"communication",
	"access",
	"accountability"
];
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
	return Object.hasOwn(catalogue, finding.rule);
}
/** The gap itself, and what is open with it where the whole thing is missing. */
function openOf(gap, ledger) {
	const { rule, party } = gap;
	const { whole, implies = {} } = catalogue[rule];
	const base = dotted(gap.path);
	const thing = thingOf(gap, ledger);
	const own = {
		rule,
		party,
		thing,
		key: base
	};
	if (gap.path.length !== whole) return [own];
	const isOfTopics = (each) => rule !== "responsibility/missing" || each === "responsibility/no-stand-in";
	return [own, ...Object.entries(implies).flatMap(([each, keys]) => keys.map((key) => ({
		rule: each,
		party,
		thing: each.endsWith("/incomplete") ? key : each === "runbook/missing" ? base : isOfTopics(each) ? thing : null,
		key: key.startsWith("/") ? key.slice(1) : `${base}.${key}`
	})))];
}
/** What tells this gap from others of its rule. */
function thingOf({ data }, ledger) {
	if ("contact" in data && data.contact !== null) return ledger.contacts?.[data.contact]?.name ?? data.contact;
	if ("decision" in data) return data.decision;
	if ("target" in data) return data.target;
	if ("topic" in data) {
		if (data.topic === null) return "topic.all";
		return "part" in data && data.part !== "party" ? `part.${data.part}` : `topic.${data.topic}`;
	}
	if ("part" in data && !("access" in data)) return data.part;
	if ("stage" in data) return data.stage;
	if ("of" in data) return data.of;
	if ("access" in data) return data.access;
	if ("evidence" in data) return data.evidence;
	if ("template" in data) return data.template;
	if ("deliverable" in data) return data.deliverable;
	return "condition" in data && typeof data.condition === "string" ? data.condition : null;
}
function mailsOf(open, ledger, vendor) {
	const parties = ledger.parties;
	const site = ledger.site.name;
	const addressee = ({ rule, party }) => {
		if (vendor) return "maintenance";
		if (party !== null) return party;
		const role = rule === "unknown" ? null : catalogue[rule].role;
		return role !== null && (parties === void 0 || Object.hasOwn(parties, role)) ? role : null;
	};
	const groups = /* @__PURE__ */ new Map();
	for (const each of open) {
		if (vendor && (each.rule === "unknown" || catalogue[each.rule].vendor !== true)) continue;
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
	const questions = [...Object.keys(catalogue), "unknown"].flatMap((rule) => {
		const mine = open.filter((each) => each.rule === rule);
		if (mine.length === 0) return [];
		return [{
			rule,
			topic: rule === "unknown" ? "operation" : catalogue[rule].topic,
			things: unique(mine.flatMap(({ thing }) => thing ?? [])),
			keys: unique(mine.map(({ key }) => key))
		}];
	});
	return topics.flatMap((topic) => questions.filter((each) => each.topic === topic));
}

// src/questions/render.ts
/** Mail bodies to paste, one for each party; `site: null` in a mail leaves the site unnamed. */
function renderQuestions(mails, format, language, nothing = "") {
	if (mails.length === 0) return `${nothing || messagesFor(language).questions.nothingOpen("ledger.yml")}\n`;
	return `${mails.map((mail) => renderMail(mail, format, language)).join("\n\n")}\n`;
}
function renderMail(mail, format, language) {
	const say = messagesFor(language).questions;
	const isMarkdown = format === "markdown";
	const text = isMarkdown ? inlineText : plainLine;
	const to = mail.to === null ? say.toBeDecided : say.heading("name" in mail.to ? mail.to.name : say.roles[mail.to.role]);
	const separator = language === "ja" ? "、" : ", ";
	const wordOf = (thing) => text(Object.hasOwn(say.things, thing) ? say.things[thing] : thing);
	const bullet = isMarkdown ? "    - " : "   ";
	const lines = (question, number) => [
		`${number}. ${question.rule === "unknown" ? say.otherUnknown : say.ask[question.rule]}`,
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