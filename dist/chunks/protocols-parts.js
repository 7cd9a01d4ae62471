import { r as __toESM } from "./runtime.js";
import { t as require_ipaddr } from "./ipaddr.js";

// src/protocols/address.ts
/** An address, IPv4 or IPv6, with its family. */
function addressOf(address) {
	return {
		address,
		family: isIPv6(address) ? 6 : 4
	};
}
function isIPv6(address) {
	return address.includes(":");
}
/** IPv4 first, or IPv6 where there is no IPv4; else in their order. */
function byFamily(servers, lacksIPv4) {
	return [...servers.filter((each) => isIPv6(each.address) === lacksIPv4), ...servers.filter((each) => isIPv6(each.address) !== lacksIPv4)];
}

// src/protocols/place.ts
var import_ipaddr = /* @__PURE__ */ __toESM(require_ipaddr(), 1);
/** The URL, where the text is an http or https one; else null. */
function webUrl(text, base) {
	const url = URL.parse(text, base);
	return url !== null && isWeb(url) ? url : null;
}
/** Whether it is an http or https URL. */
function isWeb(url) {
	return url.protocol === "http:" || url.protocol === "https:";
}
/** The place that an http or https URL leads to. */
function hostAndPort(url) {
	const usualPort = url.protocol === "https:" ? 443 : 80;
	return {
		host: withoutBrackets(url.hostname),
		port: url.port === "" ? usualPort : Number(url.port)
	};
}
/** The host without the brackets in which an IPv6 address stands in a URL (RFC 3986 §3.2.2). */
function withoutBrackets(host) {
	return host.replace(/^\[|\]$/g, "");
}
/** How a place is called: `host`, or `host:port` where that is not 443; an IPv6 address with a port in brackets. */
function placeName({ host, port }) {
	if (port === 443) return host;
	return host.includes(":") ? `[${host}]:${port}` : `${host}:${port}`;
}
/** Whether the text is a web address at that host. */
function isAt(host, text) {
	const url = webUrl(text);
	return url !== null && hostAndPort(url).host === host;
}
/**
* The place that `host:port` names, an IPv6 address in brackets; where `usualPort` is given, the port may be left out
* (and the brackets with it). Null for anything else. The host is in lower case, and need not be an address.
*/
function readPlace(text, usualPort = null) {
	if (usualPort !== null && isIPv6(text) && import_ipaddr.default.IPv6.isValid(text)) return {
		host: text.toLowerCase(),
		port: usualPort
	};
	const match = /^(?:\[([0-9A-Fa-f:.]+)\]|([^\s:/[\]]+))(?::(\d{1,5}))?$/.exec(text);
	const port = match?.[3] === void 0 ? usualPort : Number(match[3]);
	if (match === null || port === null || port < 1 || port > 65535) return null;
	return {
		host: (match[1] ?? match[2]).toLowerCase(),
		port
	};
}

export { readPlace as a, addressOf as c, placeName as i, byFamily as l, isAt as n, webUrl as o, isWeb as r, withoutBrackets as s, hostAndPort as t, isIPv6 as u };