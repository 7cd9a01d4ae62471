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
/** Every kind of date: what ends on that day, and what somebody confirms, tries or looks at again. */
const dateKinds = {
	"certificate-ends": "end",
	"certificate-renewal-due": "end",
	"certificate-deadline": "end",
	"domain-ends": "end",
	"domain-deadline": "end",
	"signature-ends": "end",
	"backup-expires": "end",
	"backup-confirmation": "confirmation",
	"contact-verification": "confirmation",
	"access-verification": "confirmation",
	review: "confirmation",
	rehearsal: "confirmation",
	exercise: "confirmation",
	plan: "end",
	prevention: "end",
	"exception-ends": "end",
	"schedule-stops": "end",
	"next-check": "confirmation"
};

export { utf8TextAsWritten as i, slackMs as n, utf8Text as r, dateKinds as t };