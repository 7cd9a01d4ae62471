import { n as causeOf } from "./rules-and-messages.js";
import { a as ruleOf } from "./rules-parts.js";

// src/ledger/path.ts
/** The path as people write it: `first-contact.route.0.call`; the root is the empty string. */
function dotted(path) {
	return path.join(".");
}

// src/rules/finding.ts
/**
* Makes a finding of `rule`. Kind, severity and items come from the rule; where the rule leaves a choice,
* `parts` must make it, with a value that the rule allows.
*
* @throws TypeError where `parts` contradicts the rule: a mistake of ours, not of a user.
*/
function finding(rule, parts) {
	const definition = ruleOf(rule);
	const kind = choose(rule, "kind", definition.kind, parts.kind);
	const severity = choose(rule, "severity", definition.severity, parts.severity);
	const items = parts.items ?? definition.items;
	for (const item of items) if (!definition.items.includes(item)) throw new TypeError(`${rule} does not hold item ${item}`);
	return {
		id: `${rule}:${parts.distinction === void 0 ? parts.subject : `${parts.subject}@${parts.distinction}`}`,
		rule,
		subject: parts.subject,
		kind,
		severity,
		cause: causeOf(items, definition),
		items,
		data: parts.data,
		path: parts.path,
		position: parts.position ?? null,
		party: parts.party ?? null,
		deadline: parts.deadline ?? null,
		acceptable: parts.acceptable ?? false
	};
}
/** The subject of a finding by its id, without what distinguishes two of one rule. */
function subjectOf({ id, rule }) {
	return id.slice(rule.length + 1).replace(/@.*$/s, "");
}
function choose(rule, what, allowed, chosen) {
	if (!Array.isArray(allowed)) {
		if (chosen !== void 0 && chosen !== allowed) throw new TypeError(`${rule} has no ${what} ${chosen}`);
		return allowed;
	}
	if (chosen === void 0 || !allowed.includes(chosen)) throw new TypeError(`${rule} needs one ${what} of ${allowed.join(", ")}, not ${chosen}`);
	return chosen;
}

export { subjectOf as n, dotted as r, finding as t };