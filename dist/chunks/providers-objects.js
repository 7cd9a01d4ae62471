// src/providers/objects.ts
/** A name as the path of a URL, by `encode` for each segment; null for one that URLs would change on the way. */
function pathOf(name, encode = encodeURIComponent) {
	const segments = name.split("/");
	return segments.some((each) => each === "." || each === ".." || each === "") ? null : segments.map(encode).join("/");
}

export { pathOf as t };