import { a as ruleOf, i as ruleNames, r as isRuleName } from "./rules-parts.js";
import { t as withoutEnd } from "./text-ends.js";
import { r as wrap } from "./text-width.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { t as nearest } from "./text-nearest.js";
import { n as exitStatus, t as UsageProblem } from "./cli-command.js";

// src/documents/explain.ts
/** What a rule means, why it matters in a recovery and what to do, for a terminal; ends with a line break. */
function renderExplain(rule, messages) {
	const definition = ruleOf(rule);
	const { means, why, remedy } = messages.rules[rule];
	const { report } = messages;
	const say = report.explain;
	const all = (value) => Array.isArray(value) ? value : [value];
	const items = definition.items.map((item) => report.items[item]);
	const block = (name, text) => [
		name,
		...wrap(text, 78).map((line) => `  ${line}`),
		""
	];
	const lines = [
		`${say.rule}: ${rule}`,
		"",
		`${say.kind}: ${all(definition.kind).map((kind) => report.kinds[kind]).join(say.or)}`,
		`${say.severity}: ${all(definition.severity).map((severity) => report.severities[severity]).join(say.or)}`,
		`${say.items}: ${items.length === 0 ? say.noItem : items.join(say.or)}`,
		"",
		...block(say.means, means),
		...block(say.why, why),
		...block(say.remedy, remedy),
		...rule === "ledger/invalid" ? [] : [say.silence(rule), ""]
	];
	return `${withoutEnd(lines.join("\n"), "\n")}\n`;
}

// src/cli/explain.ts
/** What one rule means. */
const explain = async ({ operands, spoken }) => {
	const say = messagesFor(spoken);
	const rule = operands[0];
	if (!isRuleName(rule)) throw new UsageProblem(say.command.unknownRule(rule, nearest(rule, ruleNames)));
	return {
		text: renderExplain(rule, say),
		status: exitStatus.match
	};
};

export { explain };