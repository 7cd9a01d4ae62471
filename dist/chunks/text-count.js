// src/text/count.ts
/** Whether more than `most` of the characters in `text` are among `counted`. Takes time in proportion to the text at most. */
function holdsMoreThan(most, counted, text) {
	const codes = new Set(Array.from(counted, (each) => each.charCodeAt(0)));
	let count = 0;
	for (let at = 0; at < text.length; at += 1) {
		if (codes.has(text.charCodeAt(at))) count += 1;
		if (count > most) return true;
	}
	return false;
}

export { holdsMoreThan as t };