// src/text/escape.ts
const zeroWidthSpace = "​";
/** Longest value that a document shows in one place; the rest is in report.json. UTF-16 units. */
const valueLimit = 300;
const deceptive = /[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|[\u{e0000}-\u{e007f}]/gu;
/**
* One line without anything that steers a terminal, a log or the reading direction: white space and line breaks
* become one space, other controls and bidirectional marks the replacement character. At most `limit` units.
*/
function plainLine(text, limit = valueLimit) {
	const line = text.slice(0, limit * 4).toWellFormed().replace(/[\s\u0085\u2028\u2029]+/g, " ").replace(/[\u0000-\u001f\u007f-\u009f]/g, "�").replace(deceptive, "�").trim();
	return line.length <= limit && text.length <= limit * 4 ? line : `${cut(line, limit - 1)}…`;
}
/** At most `limit` UTF-16 units, never half a character. */
function cut(text, limit) {
	const end = /[\ud800-\udbff]/.test(text[limit - 1] ?? "") ? limit - 1 : limit;
	return text.slice(0, end);
}
/** Text that may stand anywhere in a line of Markdown, a table's cell too, and means nothing but itself. */
function inlineText(text, limit = valueLimit) {
	return withoutReferences(plainLine(text, limit)).replace(/[\\`*_[\]~|{}]/g, "\\$&").replace(/^([#>+=:-])/, "\\$1").replace(/^(\d+)([.)])/, "$1\\$2").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/\$/g, "<span>$</span>");
}
/** A title of an issue: no Markdown is read there, so nothing is escaped; mentions and references are broken. */
function titleText(text, limit = 200) {
	const title = withoutReferences(plainLine(text, limit)).replace(/`/g, "'");
	return title.length <= limit ? title : `${cut(title, limit - 1)}…`;
}
/** Breaks what GitHub turns into links by itself: mentions, issues, commits, addresses, e-mail, emoji codes. */
function withoutReferences(text) {
	return text.replace(/@/g, `@${zeroWidthSpace}`).replace(/#(?=\d)/g, `#${zeroWidthSpace}`).replace(/(?<=[A-Za-z])-(?=\d)/g, `-${zeroWidthSpace}`).replace(/[0-9a-fA-F]{6}(?=[0-9a-fA-F])/g, `$&${zeroWidthSpace}`).replace(/:(?=\/\/)/g, `:${zeroWidthSpace}`).replace(/(www|mailto|xmpp|ftp)(?=[.:])/gi, `$1${zeroWidthSpace}`).replace(/:(?=[A-Za-z0-9_+-]+:)/g, `:${zeroWidthSpace}`);
}
/** A value in a code span, where nothing takes effect; its fence is longer than any run of back-ticks in it. */
function code(text, limit = valueLimit) {
	const line = plainLine(text, limit);
	if (line === "") return "—";
	const longest = Math.max(0, ...[...line.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	const padding = line.startsWith("`") || line.endsWith("`") ? " " : "";
	return `${fence}${padding}${line}${padding}${fence}`;
}
/** A value in a table's cell. A bar would end the cell even inside a code span, so such a value is escaped instead. */
function codeCell(text, limit = valueLimit) {
	return text.includes("|") || text.includes("`") ? inlineText(text, limit) : code(text, limit);
}
/** Lines in a fenced block, the fence longer than any run of back-ticks in them. Line breaks are kept. */
function fenced(text, language) {
	const lines = text.split(/\r?\n/).map((line) => line.toWellFormed().replace(/\t/g, "  ").replace(/[\u0000-\u001f\u007f-\u009f\u0085\u2028\u2029]/g, "�").replace(deceptive, "�"));
	const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
	const fence = "`".repeat(longest + 1);
	return `${fence}${language}\n${lines.join("\n")}\n${fence}`;
}
/** Words of a Mermaid diagram: letters, digits and a few marks that no diagram gives a meaning to. */
function mermaidText(text, limit = 40) {
	const words = plainLine(text, limit * 2).replace(/[^\p{L}\p{N}\p{M} ._・ー()「」、。-]/gu, " ").replace(/-{2,}/g, "-").replace(/\s+/g, " ").trim();
	return words.length <= limit ? words : `${cut(words, limit - 1)}…`;
}
/** Several lines for a terminal or a log, their breaks and indents kept; as `logLine` otherwise, of any length. */
function harmlessLines(text) {
	return text.toWellFormed().replace(/\r\n/g, "\n").replace(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029]/g, "�").replace(deceptive, "�").split("\n").map(harmlessInLog).join("\n");
}
/** Breaks workflow commands in a line that is ready to be written. */
function harmlessInLog(line) {
	return line.replace(/##\[/g, `##${zeroWidthSpace}[`).replace(/^(\s*):(?=:)/, `$1:${zeroWidthSpace}`);
}

export { harmlessLines as a, plainLine as c, harmlessInLog as i, titleText as l, codeCell as n, inlineText as o, fenced as r, mermaidText as s, code as t };