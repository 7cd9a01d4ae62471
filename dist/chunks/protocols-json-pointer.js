// src/protocols/json-pointer.ts
/** The value that a JSON Pointer (RFC 6901) leads to; `undefined` where it leads to nothing. */
function valueAt(document, pointer) {
	if (pointer === "") return document;
	if (!pointer.startsWith("/")) return void 0;
	let here = document;
	for (const token of pointer.slice(1).split("/")) {
		const key = token.replaceAll("~1", "/").replaceAll("~0", "~");
		if (typeof here !== "object" || here === null) return void 0;
		if (Array.isArray(here) && !/^(0|[1-9]\d*)$/.test(key)) return void 0;
		if (!Object.hasOwn(here, key)) return void 0;
		here = here[key];
	}
	return here;
}

export { valueAt as t };