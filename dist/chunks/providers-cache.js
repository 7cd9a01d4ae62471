// src/providers/cache.ts
/**
* Whether a cache may have answered: then `Date` is the moment at which it was filled (RFC 9111 §4.2.3), and newer ones
* may be there. RFC 9111 §5.1, RFC 9211, and the headers of common CDNs.
*/
function isFromCache(reply) {
	const said = [
		"cache-status",
		"cf-cache-status",
		"x-cache"
	].map((name) => reply.header(name) ?? "").join(" ");
	return Number(reply.header("age") ?? 0) > 0 || /\bhit\b/i.test(said);
}

export { isFromCache as t };