// src/edge/options.ts
/** A mistake in an input. `value` is left out where it may hold a secret. */
var InputProblem = class extends Error {
	name = "InputProblem";
	input;
	code;
	value;
	expected;
	constructor(input, code, value, expected = []) {
		super(`${input}: ${code}`);
		this.input = input;
		this.code = code;
		this.value = value;
		this.expected = expected;
	}
};

// src/text/nearest.ts
/**
* The candidate most like `word` (Damerau–Levenshtein distance, case ignored), or null where none is near:
* at most a third of the word's letters, and at least one, may differ.
*/
function nearest(word, candidates) {
	const limit = Math.max(1, Math.floor(word.length / 3));
	let best = null;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		if (Math.abs(candidate.length - word.length) >= bestDistance) continue;
		const distance = distanceOf(word.toLowerCase(), candidate.toLowerCase());
		if (distance < bestDistance) {
			best = candidate;
			bestDistance = distance;
		}
	}
	return best;
}
function distanceOf(a, b) {
	let beforePrevious = [];
	let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
	for (let i = 1; i <= a.length; i++) {
		const row = [i];
		for (let j = 1; j <= b.length; j++) {
			const same = a[i - 1] === b[j - 1] ? 0 : 1;
			row[j] = Math.min(previous[j] + 1, row[j - 1] + 1, previous[j - 1] + same);
			if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], beforePrevious[j - 2] + 1);
		}
		beforePrevious = previous;
		previous = row;
	}
	return previous[b.length];
}

export { InputProblem as n, nearest as t };