import { H as require_dist } from "./protocols-and-edge-and-ledger-and-more.js";

// src/ledger/yaml-text.ts
var import_dist = require_dist();
/** What nobody sees, or what turns a line around, is written as an escape. */
const invisible = /[\u007f-\u009f\u00ad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\ufe00-\ufe0f]/g;
/** A text as a YAML scalar on one line that reads as that text and nothing else, whatever it holds. */
function yamlText(text, { isInFlow, style } = {
	isInFlow: true,
	style: "plain"
}) {
	const isVisible = !/[\u0000-\u001f]/.test(text) && text.search(invisible) < 0;
	if (style === "plain" && isVisible && readsAsItself(text, isInFlow)) return text;
	if (style === "single" && isVisible) return `'${text.replaceAll("'", "''")}'`;
	return doubleQuoted(text);
}
function doubleQuoted(text) {
	return JSON.stringify(text).replace(invisible, escaped);
}
function escaped(character) {
	return `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`;
}
/** Whether the text without quotes is that text: no number, no comment, no key, no end of a list. */
function readsAsItself(text, isInFlow) {
	if (text === "" || text !== text.trim() || text.length > 500) return false;
	if (text === "unknown") return false;
	try {
		const written = isInFlow ? `{ a: [${text}], b: { c: ${text} } }` : `a:\n  - ${text}\nb:\n  c: ${text}\n`;
		const read = (0, import_dist.parse)(written);
		return read.a?.length === 1 && read.a[0] === text && read.b?.c === text;
	} catch {
		return false;
	}
}

export { yamlText as t };