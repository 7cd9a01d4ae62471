import { t as ProbeFailure } from "./edge-failure.js";
import { t as isMapping } from "./text-mapping.js";

// src/providers/reply.ts
/**
* The failure that a status stands for; null for 2xx. `code` is the provider's own error code, if it gave one; it
* is shown only where it is a plain word, since error bodies may repeat keys and signatures.
*/
function failureOfStatus(status, code = null) {
	if (status >= 200 && status < 300) return null;
	const detail = `HTTP ${status}${code !== null && isPlainWord(code) ? ` ${code}` : ""}`;
	if (status === 401 || status === 403) return new ProbeFailure("unauthorized", detail);
	if (status === 404 || status === 410) return new ProbeFailure("not-found", detail);
	if (status === 429) return new ProbeFailure("rate-limited", detail);
	if (status >= 500) return new ProbeFailure("server-error", detail);
	return new ProbeFailure("response-unexpected", detail);
}
/** Whether an error's code is a plain word, which repeats no key and no signature. */
function isPlainWord(code) {
	return /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(code);
}
/** The reply's JSON where its status is 2xx. @throws ProbeFailure */
function jsonOf(reply) {
	const failure = failureOfStatus(reply.status);
	if (failure !== null) throw failure;
	return reply.json();
}
/** A JSON object. @throws ProbeFailure `response-unexpected` */
function objectOf(value, what = "JSON") {
	if (!isMapping(value)) throw new ProbeFailure("response-unexpected", what);
	return value;
}
/** A JSON list of objects. @throws ProbeFailure `response-unexpected` */
function listOf(value, what = "JSON") {
	if (!Array.isArray(value)) throw new ProbeFailure("response-unexpected", what);
	return value.map((each) => objectOf(each, what));
}
/** A text, or a number written as one; null for nothing. @throws ProbeFailure `response-unexpected` for anything else */
function textOf(value) {
	if (value === void 0 || value === null) return null;
	if (typeof value === "string") return value;
	if (typeof value === "number") return String(value);
	throw new ProbeFailure("response-unexpected", "JSON");
}
/** A size or count: a number, or a text of digits; null for nothing or anything else. */
function numberOf(value) {
	const number = typeof value === "string" && /^\d+(?:\.\d+)?$/.test(value) ? Number(value) : value;
	return typeof number === "number" && Number.isFinite(number) && number >= 0 ? number : null;
}
/** What a vendor's word for a state means; a word that is not among `states`, and none, is `unknown`: never good. */
function stateIn(states, word) {
	return word !== null && Object.hasOwn(states, word) ? states[word] : "unknown";
}

export { numberOf as a, textOf as c, listOf as i, isPlainWord as n, objectOf as o, jsonOf as r, stateIn as s, failureOfStatus as t };