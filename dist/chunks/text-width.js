// src/text/width.ts
const wide = /[\u1100-\u115f\u203b\u2190-\u21ff\u2200-\u22ff\u2460-\u24ff\u25a0-\u26ff\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u00d7]|\p{Emoji_Presentation}|[\u{1f300}-\u{1faff}\u{20000}-\u{3fffd}]/u;
const mark = /[\p{M}\u200b-\u200d]/u;
function widthOf(text) {
	let width = 0;
	for (const character of text) width += mark.test(character) ? 0 : wide.test(character) ? 2 : 1;
	return width;
}
/** `text` filled up with spaces to `width` columns. */
function padded(text, width) {
	return text + " ".repeat(Math.max(0, width - widthOf(text)));
}
const neverFirst = /^[、。,.!?!?:;)」』】〕}\]ー々ぁぃぅぇぉっゃゅょァィゥェォッャュョ・]/;
/** A narrower terminal breaks the lines itself. */
const leastColumns = 10;
/**
* Breaks a line so that none takes more than `width` columns: at spaces, or between wide characters. A word that is
* longer than a line is cut.
*/
function wrap(text, columns) {
	const width = Math.max(leastColumns, columns);
	const lines = [];
	let line = [];
	const put = (piece) => {
		const rest = [piece];
		if (line.length > 0 && widthOf(line.join("") + piece.trimEnd()) > width) {
			while (neverFirst.test(rest[0]) && line.length > 1) rest.unshift(line.pop());
			lines.push(line.join("").trimEnd());
			line = [];
			rest[0] = rest[0].trimStart();
		}
		line.push(...rest);
	};
	for (const piece of pieces(text)) {
		put(piece);
		while (widthOf(line.join("").trimEnd()) > width) {
			const head = fitting(line.join(""), width);
			lines.push(head);
			line = [line.join("").slice(head.length)];
		}
	}
	const last = line.join("").trimEnd();
	if (last !== "" || lines.length === 0) lines.push(last);
	return lines;
}
/** Words with the space after them, wide characters one by one. */
function pieces(text) {
	const found = [];
	let word = "";
	for (const character of text) if (wide.test(character)) {
		if (word !== "") found.push(word);
		word = "";
		found.push(character);
	} else if (mark.test(character) && word === "" && found.length > 0) found[found.length - 1] += character;
	else {
		word += character;
		if (character === " ") {
			found.push(word);
			word = "";
		}
	}
	if (word !== "") found.push(word);
	return found;
}
function fitting(text, width) {
	let head = "";
	for (const character of text) {
		if (widthOf(head + character) > width && head !== "") break;
		head += character;
	}
	return head;
}

export { widthOf as n, wrap as r, padded as t };