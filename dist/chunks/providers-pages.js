// src/providers/pages.ts
/** More pages than any sane backup has; a listing that goes on is not complete. */
const mostPages = 50;
/**
* So many letters of names are kept of one listing: what is held, and looked through for what belongs together, has a
* bound, whatever a store sends.
*/
const mostNameLetters = 8388608;
/** As `readPages`, of things that have names. Where the names come to too much, the listing ends, and is not complete. */
async function readNamedPages(read) {
	let letters = 0;
	let isTooMuch = false;
	const { items, isComplete } = await readPages(async (token) => {
		const page = await read(token);
		const kept = page.items.filter(({ name }) => {
			letters += name.length;
			return letters <= mostNameLetters;
		});
		isTooMuch ||= kept.length < page.items.length;
		return {
			items: kept,
			next: page.next
		};
	}, { isEnough: () => isTooMuch });
	return {
		items,
		isComplete: isComplete && !isTooMuch
	};
}
/**
* Reads page after page. `isComplete` is false where the cap came first, or where a token came a second time, which
* would never end. An empty page with a token is followed: services give fewer results than asked for.
*/
async function readPages(read, options = {}) {
	const items = [];
	const seen = /* @__PURE__ */ new Set();
	let token = null;
	for (let page = 0; page < (options.mostPages ?? mostPages); page += 1) {
		const { items: more, next } = await read(token);
		for (const item of more) items.push(item);
		if (next === null || options.isEnough?.(items)) return {
			items,
			isComplete: true
		};
		if (seen.has(next)) return {
			items,
			isComplete: false
		};
		seen.add(next);
		token = next;
	}
	return {
		items,
		isComplete: false
	};
}

export { readPages as n, readNamedPages as t };