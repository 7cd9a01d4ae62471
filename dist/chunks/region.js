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

// src/providers/aws/region.ts
/** How AWS names its regions; also those that are still to come. */
const regionForm = /^[a-z]{2}(?:-[a-z]+){1,3}-\d{1,2}$/;
/** The region that the ledger names, else the environment's. @throws ProbeFailure `credentials-missing` */
function regionOf(written, edge) {
	const region = written ?? edge.variable("AWS_REGION") ?? edge.variable("AWS_DEFAULT_REGION");
	if (region !== null && regionForm.test(region)) return region;
	if (region === null) edge.variables("AWS_REGION");
	throw new ProbeFailure("response-unexpected", "AWS_REGION");
}
/** The domain below which a region's services are; China's have one of their own. */
function domainOf(region) {
	return region.startsWith("cn-") ? "amazonaws.com.cn" : "amazonaws.com";
}

export { isRetryable as a, ProbeFailure as i, regionForm as n, mostTelling as o, regionOf as r, domainOf as t };