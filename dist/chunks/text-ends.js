// src/text/ends.ts
/** The text without what stands at its end, as far as that is one of `marks` (UTF-16 units). */
function withoutEnd(text, marks) {
	let end = text.length;
	while (end > 0 && marks.includes(text[end - 1])) end -= 1;
	return text.slice(0, end);
}

export { withoutEnd as t };