// src/text/nearest.ts
const longestWord = 60;
const mostCandidates = 500;
/**
* The candidate most like `word` (Damerau–Levenshtein distance, case ignored), or null where none is near:
* at most a third of the word's letters, and at least one, may differ. Of a long word, and behind the first hundreds of
* candidates, nothing is looked for.
*/
function nearest(word, candidates) {
	if (word.length > longestWord) return null;
	let left = mostCandidates;
	const limit = Math.max(1, Math.floor(word.length / 3));
	let best = null;
	let bestDistance = limit + 1;
	for (const candidate of candidates) {
		left -= 1;
		if (left < 0) break;
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

export { nearest as t };