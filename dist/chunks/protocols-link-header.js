// src/protocols/link-header.ts
/** The address behind `rel="next"` in a `Link` header (RFC 8288 §3), as written; null where none is named. */
function nextLink(header) {
	for (let from = header.indexOf("<"); from >= 0;) {
		const to = header.indexOf(">", from);
		if (to < 0) return null;
		const next = header.indexOf("<", to);
		const parameters = header.slice(to + 1, next < 0 ? void 0 : next).split(",", 1)[0];
		if (/;\s*rel="next"/.test(parameters)) return header.slice(from + 1, to);
		from = next;
	}
	return null;
}

export { nextLink as t };