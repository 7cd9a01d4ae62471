// src/edge/failure.ts
/** Thrown by everything that looks at the world. Says that nothing was seen, and why; never that something is broken. */
var ProbeFailure = class extends Error {
	name = "ProbeFailure";
	code;
	/** Free of secrets: an address, a host, an error code. */
	detail;
	constructor(code, detail = null, options) {
		super(detail === null ? code : `${code}: ${detail}`, options);
		this.code = code;
		this.detail = detail;
	}
};
const retryable = /* @__PURE__ */ new Set([
	"timeout",
	"no-answer",
	"refused",
	"reset",
	"no-route",
	"name-unresolvable",
	"tls-failed",
	"response-unexpected",
	"rate-limited",
	"server-error",
	"local-fault",
	"proxy-refused"
]);
/** Whether a second look could end otherwise. */
function isRetryable(failure) {
	return retryable.has(failure.code);
}
/**
* Of several failures the one to report. What was not tried comes first, since nobody can say that nothing answers
* there; what may be a filter, or this place's own lack, comes last.
*/
function mostTelling(failures) {
	const weight = ({ code }) => {
		if (code === "blocked" || code === "local-fault") return 0;
		if (code === "timeout") return 2;
		return code === "no-ipv4" || code === "no-ipv6" ? 3 : 1;
	};
	return [...failures].sort((a, b) => weight(a) - weight(b))[0] ?? new ProbeFailure("name-not-found");
}
/** What a machine runs out of. */
const exhausted = /* @__PURE__ */ new Set([
	"EMFILE",
	"ENFILE",
	"ENOBUFS",
	"ENOMEM"
]);
/** Of connections also ports of its own to go out from, and the word of its firewall. */
const connectFaults = /* @__PURE__ */ new Set([
	...exhausted,
	"EADDRINUSE",
	"EAGAIN",
	"EACCES",
	"EPERM"
]);
/**
* The failure where this machine has run out of something, whatever it was wanted for (a connection, a file, a part of
* this program): never the site's fault, and none in our code. Null for every other error.
*/
function exhaustionOf(error) {
	const { code = "" } = error ?? {};
	return exhausted.has(code) ? new ProbeFailure("local-fault", code, { cause: error }) : null;
}
/** Whether a connection with this error never left: this machine lacks something, or does not let it out. */
function isLocalFault(code) {
	return connectFaults.has(code);
}

export { mostTelling as a, isRetryable as i, exhaustionOf as n, isLocalFault as r, ProbeFailure as t };