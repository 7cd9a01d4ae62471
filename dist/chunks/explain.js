import { n as rules } from "./rules.js";
import { r as wrap } from "./text-width.js";

// src/report/explain.ts
/** What a rule means, why it matters in a recovery and what to do, for a terminal; ends with a line break. */
function renderExplain(rule, messages) {
	const definition = rules[rule];
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
	return `${[
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
	].join("\n").replace(/\n+$/, "")}\n`;
}

export { renderExplain };