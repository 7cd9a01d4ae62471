// src/probes/failure.ts
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
	"refused",
	"reset",
	"no-route",
	"name-unresolvable",
	"tls-failed",
	"response-unexpected",
	"rate-limited",
	"server-error"
]);
/** Whether a second look could end otherwise. */
function isRetryable(failure) {
	return retryable.has(failure.code);
}
/**
* Of several failures the one to tell. What was not tried comes first, since nobody can say that nothing answers
* there; what may be a filter, or this place's own lack, comes last.
*/
function mostTelling(failures) {
	const weight = ({ code }) => {
		if (code === "blocked") return 0;
		if (code === "timeout") return 2;
		return code === "no-ipv6" ? 3 : 1;
	};
	return [...failures].sort((a, b) => weight(a) - weight(b))[0] ?? new ProbeFailure("name-not-found");
}

export { isRetryable as n, mostTelling as r, ProbeFailure as t };