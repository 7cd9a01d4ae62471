import { a as dayMs } from "./text-values.js";

// src/text/utf8.ts
/** The text that the bytes are in UTF-8; null where they are none. A byte order mark is taken off. */
function utf8Text(bytes) {
	return decoded(bytes, false);
}
/** As `utf8Text`, with a byte order mark left in, so that every place stays where it is. */
function utf8TextAsWritten(bytes) {
	return decoded(bytes, true);
}
function decoded(bytes, ignoreBOM) {
	try {
		return new TextDecoder("utf-8", {
			fatal: true,
			ignoreBOM
		}).decode(bytes);
	} catch {
		return null;
	}
}

// src/probes/probe.ts
/** What is added to the moment a run is due, since GitHub may delay or drop it: two days. */
const slackMs = 2 * dayMs;

export { utf8Text as n, utf8TextAsWritten as r, slackMs as t };