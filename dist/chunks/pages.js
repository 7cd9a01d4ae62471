// src/providers/pages.ts
/** More pages than any sane backup has; a listing that goes on is not complete. */
const mostPages = 50;
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
		items.push(...more);
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

export { readPages as t };