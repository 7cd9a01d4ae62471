import { r as __toESM } from "./runtime.js";
import { C as within, b as openLedgerSource, c as lookAgain, h as templateFields, i as withEdge, l as parseLedger, m as missingFields } from "./edge-and-protocols-and-text-and-more.js";
import { c as readOperatorFile, g as systemClock, m as workTreeRoot, n as createFile, t as OutputFailure, u as readTextFile } from "./edge-parts.js";
import { G as lastStop, H as require_dist, K as walk, _ as silence, a as spfRecords, c as normalizeText, d as observeDomain, dt as asciiName, f as isSameRegistrar, g as openLookUp, h as unclaimed, i as readDmarc, l as readContent, lt as isComplete, m as renewalOf, p as observeCertificate, pt as isWithin, u as signOf } from "./protocols-and-edge-and-ledger-and-more.js";
import { i as ruleNames } from "./rules-parts.js";
import { t as yamlText } from "./ledger-yaml-text.js";
import { c as plainLine } from "./text-escape.js";
import { t as require_ipaddr } from "./ipaddr.js";
import { a as mostTelling, i as isRetryable, t as ProbeFailure } from "./edge-failure.js";
import { t as hostAndPort } from "./protocols-parts.js";
import { a as dayMs } from "./text-values.js";
import { t as withoutEnd } from "./text-ends.js";
import { o as usualFile } from "./edge-and-ledger.js";
import { t as messagesFor } from "./rules-and-messages.js";
import { n as dayIn } from "./text-time.js";
import { n as exitStatus, o as whileLooking, r as lastLine, t as UsageProblem } from "./cli-command.js";
import { basename, dirname, join, resolve } from "node:path";
import { domainToUnicode } from "node:url";

// src/init/answers.ts
var import_dist = require_dist();
/** The endpoints that a first look may find, so that answers can name them. */
const foundEndpoints = [
	"home",
	"apex",
	"www",
	"entry"
];
/** Reads a part of a ledger: all of the format but what a first look writes itself (`version` is let pass). */
function readAnswers(bytes, options) {
	const result = parseLedger(bytes, {
		...options,
		ruleNames,
		beneath: {
			version: 1,
			site: {
				name: "site",
				url: "https://site.invalid/"
			},
			reality: { endpoints: Object.fromEntries(foundEndpoints.map((id) => [id, { url: "https://site.invalid/" }])) }
		}
	});
	if (!result.ok) return {
		ok: false,
		problems: result.problems,
		ownKeys: []
	};
	const { parsed } = result;
	const text = new TextDecoder().decode(bytes).replace(/\r\n?/g, "\n");
	const document = (0, import_dist.parseDocument)(text, { prettyErrors: false });
	const root = document.contents;
	const plain = document.toJS({ maxAliasCount: 1e5 });
	const ownKeys = ownPaths(plain).map((path) => ({
		key: path.join("."),
		position: parsed.locate(path)
	}));
	if (ownKeys.length > 0) return {
		ok: false,
		problems: [],
		ownKeys
	};
	let hasAlias = false;
	(0, import_dist.visit)(document, { Alias: () => {
		hasAlias = true;
		return import_dist.visit.BREAK;
	} });
	const asWritten = hasAlias || root.flow === true ? /* @__PURE__ */ new Map() : sectionsOf(text, root);
	const sections = /* @__PURE__ */ new Map();
	for (const [key, value] of Object.entries(plain)) {
		if (key === "version" || key === "site" || key === "reality") continue;
		sections.set(key, asWritten.get(key) ?? (0, import_dist.stringify)({ [key]: value }, { lineWidth: 0 }).trimEnd());
	}
	const { ledger } = parsed;
	const said = plain["site"] ?? {};
	const { name, timezone, language, public: isPublic } = ledger.site;
	return {
		ok: true,
		answers: {
			site: {
				..."name" in said ? { name } : {},
				..."timezone" in said ? { timezone } : {},
				..."language" in said && language !== void 0 ? { language } : {},
				..."public" in said ? { public: isPublic } : {}
			},
			contacts: Object.keys(ledger.contacts ?? {}),
			parties: Object.keys(ledger.parties ?? {}),
			sections,
			backups: backupsOf(plain, asWritten.get("reality"))
		}
	};
}
/** What is written here and belongs to the look. */
function ownPaths(plain) {
	const { site, reality } = plain;
	const keysOf = (value) => typeof value === "object" && value !== null ? Object.keys(value) : [];
	return [
		...["reviewed", "changes"].filter((key) => key in plain).map((key) => [key]),
		...keysOf(site).includes("url") ? [["site", "url"]] : [],
		...keysOf(reality).filter((key) => key !== "backups").map((key) => ["reality", key])
	];
}
/** Each section's lines, with the comment directly above it. */
function sectionsOf(text, root) {
	const starts = root.items.map(({ key }) => {
		const offset = (0, import_dist.isScalar)(key) ? key.range[0] : 0;
		let start = text.lastIndexOf("\n", offset - 1) + 1;
		while (start > 0) {
			const above = text.lastIndexOf("\n", start - 2) + 1;
			if (text[above] !== "#") break;
			start = above;
		}
		return {
			key: (0, import_dist.isScalar)(key) ? String(key.value) : "",
			start
		};
	});
	const sections = /* @__PURE__ */ new Map();
	for (const [index, { key, start }] of starts.entries()) {
		const lines = text.slice(start, starts[index + 1]?.start ?? text.length).trimEnd();
		sections.set(key, lines.replace(/\n\.\.\.$/, "").trimEnd());
	}
	return sections;
}
function backupsOf(plain, section) {
	const { reality } = plain;
	if (reality?.backups === void 0) return null;
	const [head = "", ...inner] = (section ?? "").split("\n").filter((line) => !line.startsWith("#"));
	const block = /^reality:\s*(#.*)?$/.test(head) && inner.length > 0 ? inner : (0, import_dist.stringify)({ backups: reality.backups }, { lineWidth: 0 }).trimEnd().split("\n");
	const depths = block.filter((line) => line.trim() !== "").map((line) => line.search(/\S/));
	const depth = Math.min(...depths);
	return block.map((line) => line.trim() === "" ? "" : `  ${line.slice(depth)}`).join("\n");
}

// src/init/services.ts
var import_ipaddr = /* @__PURE__ */ __toESM(require_ipaddr(), 1);
const services = [
	{
		name: "Amazon CloudFront",
		suffixes: ["cloudfront.net"]
	},
	{
		name: "Cloudflare",
		suffixes: ["cdn.cloudflare.net"],
		ranges: {
			source: "www.cloudflare.com/ips",
			list: `173.245.48.0/20 103.21.244.0/22 103.22.200.0/22 103.31.4.0/22 141.101.64.0/18 108.162.192.0/18
        190.93.240.0/20 188.114.96.0/20 197.234.240.0/22 198.41.128.0/17 162.158.0.0/15 104.16.0.0/13 104.24.0.0/14
        172.64.0.0/13 131.0.72.0/22 2400:cb00::/32 2606:4700::/32 2803:f800::/32 2405:b500::/32 2405:8100::/32
        2a06:98c0::/29 2c0f:f248::/32`.split(/\s+/)
		}
	},
	{
		name: "Akamai",
		suffixes: [
			"akamaiedge.net",
			"edgekey.net",
			"edgesuite.net",
			"akamaized.net",
			"akamai.net"
		]
	},
	{
		name: "Fastly",
		suffixes: ["fastly.net", "fastlylb.net"],
		ranges: {
			source: "api.fastly.com/public-ip-list",
			list: `23.235.32.0/20 43.249.72.0/22 103.244.50.0/24 103.245.222.0/23 103.245.224.0/24 104.156.80.0/20
        140.248.64.0/18 140.248.128.0/17 146.75.0.0/17 151.101.0.0/16 157.52.64.0/18 167.82.0.0/17 167.82.128.0/20
        167.82.160.0/20 167.82.224.0/20 172.111.64.0/18 185.31.16.0/22 199.27.72.0/21 199.232.0.0/16 2a04:4e40::/32
        2a04:4e42::/32`.split(/\s+/)
		}
	},
	{
		name: "Azure CDN",
		suffixes: ["azureedge.net"]
	},
	{
		name: "Azure Front Door",
		suffixes: ["azurefd.net"]
	},
	{
		name: "Imperva",
		suffixes: ["incapdns.net"],
		ranges: {
			source: "my.imperva.com/api/integration/v1/ips",
			list: `199.83.128.0/21 198.143.32.0/19 149.126.72.0/21 103.28.248.0/22 45.64.64.0/22 185.11.124.0/22
        192.230.64.0/18 107.154.0.0/16 45.60.0.0/16 45.223.0.0/16 131.125.128.0/17 2a02:e980::/29`.split(/\s+/)
		}
	},
	{
		name: "Sucuri",
		ranges: {
			source: "docs.sucuri.net/website-firewall/",
			list: "192.88.134.0/23 185.93.228.0/22 66.248.200.0/22 208.109.0.0/22 2a02:fe80::/29".split(" ")
		}
	},
	{
		name: "GitHub Pages",
		ranges: {
			source: "api.github.com/meta",
			list: ["185.199.108.0/22", "2606:50c0::/32"]
		}
	},
	{
		name: "bunny.net",
		suffixes: ["b-cdn.net"]
	},
	{
		name: "CDN77",
		suffixes: ["cdn77.org"]
	},
	{
		name: "CDNetworks",
		suffixes: ["cdngc.net", "gccdn.net"]
	},
	{
		name: "Alibaba Cloud CDN",
		suffixes: ["kunlunsl.com"]
	}
];
/** Services whose addresses come and go: what was seen of them once is nothing to hold on to. */
const unsteady = /* @__PURE__ */ new Set([
	"Amazon CloudFront",
	"Akamai",
	"Azure CDN",
	"Azure Front Door",
	"bunny.net"
]);
/** Whether the addresses of a service are others from time to time, though they may be the same in two looks. */
function changesAddresses(name) {
	return unsteady.has(name);
}
/** The part of an alias's target that names the service, and the service; null for any other name. */
function serviceOfAlias(target) {
	for (const { name, suffixes = [] } of services) {
		const suffix = suffixes.find((each) => target !== each && isWithin(target, each));
		if (suffix !== void 0) return {
			suffix,
			service: name
		};
	}
	return null;
}
/** The service in whose published ranges all the addresses lie, and the ranges that hold them; null where none is. */
function serviceOfAddresses(addresses) {
	if (addresses.length === 0) return null;
	for (const { name, ranges } of services) {
		const found = addresses.map((address) => ranges?.list.find((range) => isInRange(address, range))).filter((each) => each !== void 0);
		if (found.length === addresses.length) return {
			service: name,
			ranges: [...new Set(found)].sort()
		};
	}
	return null;
}
function isInRange(address, range) {
	const parsed = import_ipaddr.default.parse(address);
	const [network, length] = import_ipaddr.default.parseCIDR(range);
	return network.kind() === parsed.kind() && parsed.match(network, length);
}

// src/init/claims.ts
/** All that the ledger is to claim under `reality.dns`, and what it cannot. */
function dnsLines(site) {
	const records = [];
	const remarks = [];
	const { domain } = site;
	const take = (look, what, use) => {
		if (look.type === "seen") use(look.seen);
		else remarks.push({
			type: "unseen",
			what,
			failure: look
		});
	};
	if (domain !== null) take(domain.nameServers, `${domain.name} NS`, (values) => {
		if (values.length > 0) records.push(exact(domain.name, "NS", values));
	});
	for (const host of site.hosts) for (const type of ["A", "AAAA"]) {
		const look = type === "A" ? host.a : host.aaaa;
		if (look === null) continue;
		take(look, `${host.host} ${type}`, (seen) => {
			const line = addressLine(host, type, seen, site);
			if (line === null) return;
			if ("what" in line) remarks.push(line);
			else if (!records.some((each) => each.name === line.name && each.type === line.type)) records.push(line);
		});
	}
	if (domain?.isSite) {
		take(domain.mx, `${domain.name} MX`, (values) => {
			if (values.length > 0) records.push(exact(domain.name, "MX", values));
		});
		take(domain.txt, `${domain.name} TXT`, (values) => {
			const lasting = lastingTexts(values);
			if (lasting.length > 0) records.push({
				...exact(domain.name, "TXT", lasting),
				match: "includes"
			});
		});
		take(domain.caa, `${domain.name} CAA`, (values) => {
			if (values.length > 0) records.push(exact(domain.name, "CAA", values));
		});
	}
	return {
		records,
		remarks
	};
}
function exact(name, type, values) {
	return {
		name,
		type,
		values,
		match: "exact",
		because: null
	};
}
/** Where a host's visitors go, in the way in which that stays true. */
function addressLine(host, type, { aliases, answers, ttl }, site) {
	const name = host.host;
	const what = `${name} ${type}`;
	const [target] = aliases;
	if (target !== void 0) {
		const suffix = aliases.map(serviceOfAlias).find((each) => each !== null) ?? null;
		if (suffix === null) return exact(name, "CNAME", [target]);
		return {
			name,
			type: "CNAME",
			values: [`.${suffix.suffix}`],
			match: "suffix",
			because: "cdn"
		};
	}
	const seen = [...new Set(answers.flat())].sort();
	if (seen.length === 0) return null;
	const published = serviceOfAddresses(seen);
	if (published !== null) return {
		name,
		type,
		values: published.ranges,
		match: "cidr",
		because: "cdn"
	};
	const service = serviceOfHost(host, site);
	if (service !== null && (answers.length > 1 || changesAddresses(service))) return {
		type: "cdn-addresses",
		what,
		cdn: service
	};
	const shared = sharedAlias(host, type, seen, site);
	if (shared !== null) return {
		type: "alias-addresses",
		what,
		target: shared,
		addresses: seen
	};
	if ((isInRoute53(site.domain) || ttl !== null && ttl <= balancerTtl) && seen.length > 1) return {
		type: "balancer-addresses",
		what,
		addresses: seen
	};
	if (answers.length === 1) return exact(name, type, seen);
	const networks = [...new Set(seen.map(networkOf))].sort();
	if (networks.length <= 2 || networks.length * 2 <= seen.length) return {
		name,
		type,
		values: networks,
		match: "cidr",
		because: "rotates"
	};
	return {
		name,
		type,
		values: seen.slice(0, 16),
		match: "any",
		because: "rotates"
	};
}
/** Seconds: what is kept no longer than this is made to change, as the answers of ALIAS and ANAME are. */
const balancerTtl = 60;
function addressesOf(look) {
	return look?.type === "seen" ? look.seen.answers.flat() : [];
}
/**
* The alias that another host of the site is, where this one has its addresses without being an alias: at the top of a
* zone a provider writes the target's addresses in the place of a CNAME (ALIAS, ANAME, flattening).
*/
function sharedAlias(host, type, addresses, { hosts }) {
	for (const other of hosts) {
		const look = type === "A" ? other.a : other.aaaa;
		if (other.host === host.host || look?.type !== "seen") continue;
		const target = look.seen.aliases.at(-1);
		const isShared = look.seen.answers.flat().some((address) => addresses.includes(address));
		if (target !== void 0 && target !== host.host && isShared) return target;
	}
	return null;
}
/**
* Whether Amazon Route 53 answers for the domain. Its own aliases look like address records, and lead to load balancers
* that have two addresses or more and change them at will.
*/
function isInRoute53(domain) {
	if (domain?.nameServers.type !== "seen") return false;
	const { seen } = domain.nameServers;
	return seen.length > 0 && seen.every((server) => /\.awsdns-\d+\.(?:com|net|org|co\.uk)$/.test(server));
}
/** The usual smallest announced network: /24, /48. */
function networkOf(address) {
	const parsed = import_ipaddr.default.parse(address);
	const length = parsed.kind() === "ipv4" ? 24 : 48;
	return `${(parsed.kind() === "ipv4" ? import_ipaddr.default.IPv4.networkAddressFromCIDR(`${address}/${length}`) : import_ipaddr.default.IPv6.networkAddressFromCIDR(`${address}/${length}`)).toString()}/${length}`;
}
/** The service before the site, by its headers, its alias or its addresses; null where none was seen. */
function serviceOf(site) {
	const [host] = site.hosts;
	return host === void 0 ? null : serviceOfHost(host, site);
}
/** The service before one of the site's hosts; what the page's headers say holds for all that share its addresses. */
function serviceOfHost(host, site) {
	const looks = [host.a, host.aaaa];
	const aliases = looks.flatMap((look) => look?.type === "seen" ? look.seen.aliases : []);
	const addresses = looks.flatMap(addressesOf);
	const byHeaders = site.home.type === "seen" ? site.home.seen.cdn : null;
	const own = site.hosts.find(({ role }) => role === "site");
	const ofSite = own === void 0 ? [] : [own.a, own.aaaa].flatMap(addressesOf);
	if (byHeaders !== null && (host.role === "site" || addresses.some((each) => ofSite.includes(each)))) return byHeaders;
	return aliases.map(serviceOfAlias).find((each) => each !== null)?.service ?? serviceOfAddresses(addresses)?.service ?? null;
}
/** Records that services ask to keep: those of mail, and proofs of ownership. The few that say most. */
function lastingTexts(values) {
	const proofs = values.filter((value) => proofOfOwnership.test(value) && value.length <= 200);
	return [...spfRecords(values), ...proofs.slice(0, 4)];
}
const proofOfOwnership = /^(?:google-site-verification|facebook-domain-verification|apple-domain-verification|ms)=\S+$|^[a-z0-9-]+-(?:domain-|site-)?verification[=:]\s*\S+$/i;
/** The registered domain, where what was seen of it can be claimed. */
function registrationOf(domain) {
	const fact = domain?.registration.type === "seen" ? domain.registration.seen : null;
	return fact?.type === "registered" ? fact : null;
}

// src/init/reality-text.ts
/** `reality` and what is asked about it. */
function realityLines({ site, answers, day }, words) {
	const { init } = words;
	const groups = [
		endpoints(site, words),
		certificates(site, words),
		dns(dnsLines(site), words),
		mail(site, words),
		domains(site, words)
	];
	const backups = answers?.backups?.split("\n") ?? init.backups.map((line) => `  ${line}`);
	const isEmpty = groups.every(({ entries }) => entries.length === 0) && answers?.backups == null;
	const body = groups.flatMap(linesOf);
	if (isEmpty) return [init.reality(day), ...[...body, ...backups].map((line) => line.trimStart())];
	return [
		init.reality(day),
		"reality:",
		...body,
		...backups
	];
}
function linesOf({ key, entries, remarks, questions }) {
	if (entries.length === 0) return [...remarks, ...questions].map((line) => `  ${line}`);
	return [`  ${key}:`, ...[
		...remarks,
		...entries,
		...questions
	].map((line) => `    ${line}`)];
}
const comment = (text) => `# ${plainLine(text, 300)}`;
const behind = (text) => text === "" ? "" : `   # ${plainLine(text, 200)}`;
function reasonOf({ code, detail }, { failures }) {
	return detail === null ? failures[code] : `${failures[code]}: ${plainLine(detail, 100)}`;
}
const list = (values) => `[${values.map((value) => yamlText(value)).join(", ")}]`;
/** How the hosts of a site are called in the ledger. */
function endpointId({ domain }, { role, host }) {
	if (role === "site") return "home";
	if (role === "asked") return "entry";
	return host === domain?.name ? "apex" : "www";
}
function endpoints(site, words) {
	const { init } = words;
	const entries = [];
	const remarks = [];
	const { home } = site;
	if (site.withoutTls !== null) remarks.push(comment(init.withoutTls(reasonOf(site.withoutTls, words))));
	if (home.type === "unseen") remarks.push(comment(init.unseen(site.url, reasonOf(home, words))));
	else {
		const { status, sign, markers } = home.seen;
		const isFine = status >= 200 && status < 300 && sign === null;
		if (sign !== null) remarks.push(comment(init.homeSign(sign)));
		else if (!isFine) remarks.push(comment(init.homeStatus(status)));
		else if (markers.length === 0) remarks.push(comment(init.noMarkers));
		const contains = markers.length === 0 ? "" : `, contains: ${list(markers)}`;
		entries.push("home:", `  url: ${yamlText(site.url)}`);
		if (isFine) entries.push(`  expect: { status: ${status}${contains} }`);
	}
	const taken = /* @__PURE__ */ new Set(["home"]);
	for (const host of site.hosts) {
		const { entry } = host;
		if (entry === null) continue;
		const id = endpointId(site, host);
		if (entry.type === "unseen") {
			remarks.push(comment(init.unseen(host.host, reasonOf(entry, words))));
			continue;
		}
		const { url, endsAt, status } = entry.seen;
		if (taken.has(id)) continue;
		taken.add(id);
		const target = URL.parse(endsAt);
		const isElsewhere = target !== null && target.hostname !== host.host && target.search === "";
		if (!isElsewhere && !(status >= 200 && status < 300)) {
			remarks.push(comment(`${host.host}: HTTP ${status}`));
			continue;
		}
		const expected = isElsewhere ? `redirects-to: ${yamlText(endsAt)}` : `status: ${status}`;
		entries.push(`${id}:`, `  url: ${yamlText(url)}`, `  expect: { ${expected} }`);
	}
	const example = (home.type === "seen" ? home.seen.contactUrl : null) ?? new URL("/contact/", site.url).href;
	return {
		key: "endpoints",
		entries,
		remarks,
		questions: [comment(init.pages), init.contactPage(yamlText(example))]
	};
}
function certificates(site, words) {
	const { init } = words;
	const entries = [];
	const remarks = [];
	const known = /* @__PURE__ */ new Set();
	const alive = new Set(site.hosts.filter(({ role, entry }) => role === "site" || entry?.type === "seen").map(({ host }) => host));
	for (const each of site.hosts) {
		const { host, port, role, certificate } = each;
		if (certificate === null) continue;
		if (certificate.type === "unseen") {
			remarks.push(comment(init.unseen(`${host} TLS`, reasonOf(certificate, words))));
			continue;
		}
		const { issuers, names, renewal, inferredBy, lastDay, isTrusted, serials } = certificate.seen;
		if (inferredBy === "issuer" && serials.every((serial) => known.has(serial))) continue;
		for (const serial of serials) known.add(serial);
		if (!isTrusted) {
			remarks.push(comment(init.certificateDoubtful(host)));
			continue;
		}
		const own = names.filter((name) => alive.has(name) && (role === "site" || name === host));
		const id = host === site.domain?.name ? "apex" : host.split(".")[0];
		const chooser = renewal === "automatic" ? serviceOfHost(each, site) : null;
		const parts = [
			`host: ${yamlText(host)}`,
			...port === 443 ? [] : [`port: ${port}`],
			`names: ${list(own)}`,
			...issuers.length === 0 || chooser !== null ? [] : [`issuer: ${issuers.length === 1 ? yamlText(issuers[0]) : list(issuers)}`],
			`renewal: ${renewal}`
		];
		const key = /^[a-z][a-z0-9-]*$/.test(id) ? id : "site";
		entries.push(`${key}: { ${parts.join(", ")} }${behind(init.certificate({
			renewal,
			inferredBy,
			lastDay,
			chooser
		}))}`);
	}
	return {
		key: "certificates",
		entries,
		remarks,
		questions: []
	};
}
function dns({ records, remarks }, words) {
	return {
		key: "dns",
		entries: records.map((record) => recordLine(record, words)),
		remarks: remarks.map((remark) => comment(remarkText(remark, words))),
		questions: []
	};
}
function recordLine({ name, type, values, match, because }, { init }) {
	const matched = match === "exact" ? "" : `, match: ${match}`;
	const why = because === null ? "" : init.because[because];
	return `- { name: ${yamlText(name)}, type: ${type}, values: ${list(values)}${matched} }${behind(why)}`;
}
function remarkText(remark, words) {
	switch (remark.type) {
		case "unseen": return words.init.unseen(remark.what, reasonOf(remark.failure, words));
		case "cdn-addresses": return words.init.cdnAddresses(remark.what, remark.cdn);
		case "alias-addresses": return words.init.aliasAddresses(remark.what, remark.target, remark.addresses.slice(0, 8).join(", "));
		case "balancer-addresses": return words.init.balancerAddresses(remark.what, remark.addresses.slice(0, 8).join(", "));
	}
}
function mail({ domain }, words) {
	const none = {
		key: "mail",
		entries: [],
		remarks: [],
		questions: []
	};
	if (domain === null || !domain.isSite) return none;
	const { name, mx, dmarc } = domain;
	if (mx.type === "seen" && mx.seen.length === 0) return none;
	if (dmarc.type === "unseen") return {
		...none,
		remarks: [comment(words.init.unseen(`${name} DMARC`, reasonOf(dmarc, words)))]
	};
	if (dmarc.seen === null) return {
		...none,
		questions: words.init.mail(yamlText(name))
	};
	return {
		...none,
		entries: [`${yamlText(name)}: { dmarc: ${dmarc.seen} }`]
	};
}
function domains({ domain }, words) {
	const { init } = words;
	const none = {
		key: "domains",
		entries: [],
		remarks: [],
		questions: []
	};
	if (domain === null) return none;
	const { name, isSite, registration: look } = domain;
	const key = yamlText(name);
	const registration = registrationOf(domain);
	if (registration === null) {
		if (look.type === "unseen") return {
			...none,
			remarks: [comment(init.unseen(`${name} WHOIS/RDAP`, reasonOf(look, words)))]
		};
		if (look.seen.type === "not-registered") return {
			...none,
			remarks: [comment(init.notRegistered(name))]
		};
		const example = `#  ${key}: { expires: 2027-03-31, evidence: "…" }`;
		return {
			...none,
			questions: [
				comment(init.noRegistry(name)),
				"#domains:",
				example
			]
		};
	}
	const registrar = registration.by === "rdap" ? registration.registrar : null;
	const said = registrar?.name != null && isSameRegistrar(registrar.name, registrar) ? `{ registrar: ${yamlText(registrar.name)} }` : "{}";
	const ends = registration.expires?.slice(0, 10) ?? null;
	return {
		...none,
		remarks: [...isSite ? [] : [comment(init.foreignDomain(name))], comment(init.renewal)],
		entries: [`${key}: ${said}${behind(init.domainEnds(ends))}`]
	};
}

// src/init/ledger-text.ts
const templatePaths = {
	"first-report": "docs/templates/first-report.md",
	"recovery-report": "docs/templates/recovery-report.md"
};
const schema = "https://raw.githubusercontent.com/recovery-ledger/recovery-ledger/main/schema/ledger.schema.json";
const firstAsked = [
	"parties",
	"contacts",
	"first-contact",
	"access",
	"rollback"
];
/** Sections that nobody is asked about stand where a reader expects them, if the answers have them. */
const thenAsked = [
	"entrance",
	"decisions",
	"emergency",
	"targets",
	"stages",
	"restore",
	"evidence",
	"responsibility",
	"incident"
];
const atTheEnd = [
	"review",
	"exercises",
	"incidents",
	"plan",
	"exceptions"
];
/** Writes the first ledger of a site: what was seen is filled in, the rest is asked. Pure. */
function writeLedger(draft, words) {
	const { site, answers, day } = draft;
	const { init } = words;
	const lines = [
		`# yaml-language-server: $schema=${schema}`,
		...init.header({
			url: plainLine(site.url, 200),
			day
		}),
		"version: 1",
		`reviewed: ${day}   # ${init.reviewed}`,
		"",
		"site:",
		...siteLines(draft, init),
		""
	];
	const data = questionData(draft);
	const section = (name) => {
		const answered = answers?.sections.get(name);
		if (answered !== void 0) return [...answered.split("\n"), ""];
		return name in init.questions ? [...init.questions[name](data), ""] : [];
	};
	lines.push(init.first, ...firstAsked.flatMap(section));
	lines.push(init.after, ...thenAsked.flatMap(section));
	lines.push(...answers?.sections.has("templates") ? section("templates") : templateLines(draft, init));
	lines.push(...realityLines(draft, words), "");
	lines.push(...atTheEnd.flatMap(section));
	lines.push("changes:", `  - { date: ${day}, what: ${quoted(init.created)} }`);
	return `${lines.join("\n")}\n`;
}
/** A text in double quotes; for words that a person will change. */
function quoted(text) {
	return yamlText(text, {
		isInFlow: true,
		style: "double"
	});
}
function siteLines({ site, answers, language, timezone }, init) {
	const host = URL.parse(site.url)?.hostname ?? "";
	const spoken = host.includes("xn--") ? domainToUnicode(host) : "";
	const brand = site.home.type === "seen" ? site.home.seen.brand : null;
	const name = answers?.site.name ?? brand ?? (spoken || host);
	const zone = answers?.site.timezone ?? timezone;
	const isAsked = init.timezone !== null && answers?.site.timezone === void 0;
	const isPublic = answers?.site.public;
	return [
		`  name: ${yamlText(name)}`,
		`  url: ${yamlText(site.url)}${spoken === "" ? "" : `   # ${plainLine(spoken, 100)}`}`,
		`  language: ${answers?.site.language ?? language}`,
		`  timezone: ${yamlText(zone)}${isAsked ? `   # ${init.timezone}` : ""}`,
		...isPublic === void 0 ? [] : [`  public: ${isPublic}`]
	];
}
function questionData({ site, answers }) {
	const host = URL.parse(site.url)?.hostname ?? "";
	const isWordPress = site.home.type === "seen" && site.home.seen.isWordPress;
	const two = (known, usual) => {
		const [first = usual[0], second = known === void 0 || known.length === 0 ? usual[1] : known[0]] = known ?? [];
		return [yamlText(first), yamlText(second)];
	};
	return {
		host,
		contacts: two(answers?.contacts, ["maintenance-desk", "client-desk"]),
		parties: two(answers?.parties, ["maintenance", "client"]),
		wordPressAdmin: isWordPress ? yamlText(new URL("/wp-admin/", site.url).href) : null,
		cdn: serviceOf(site)
	};
}
function templateLines({ templates }, init) {
	const names = Object.keys(templatePaths);
	const isNone = names.every((name) => !templates.has(name));
	return [
		init.templates,
		isNone ? "#templates:" : "templates:",
		...names.map((name) => templates.has(name) || isNone ? `${isNone ? "#" : ""}  ${name}: ${templatePaths[name]}` : `  #${name}: ${templatePaths[name]}`),
		""
	];
}

// src/init/first-files.ts
/** Where each document lies, from the ledger's folder. */
const documentPaths = {
	...templatePaths,
	rollback: "docs/rollback.md",
	restore: "docs/restore.md",
	domain: "docs/domain.md",
	"switch-dns": "docs/switch-dns.md",
	"renew-certificate": "docs/renew-certificate.md",
	bypass: "docs/bypass.md"
};
/** The section whose questions name a document: where that is answered, the answers name their own. */
const sectionOf = {
	"first-report": "templates",
	"recovery-report": "templates",
	rollback: "rollback",
	restore: "restore",
	domain: "entrance",
	"switch-dns": "entrance",
	"renew-certificate": "entrance",
	bypass: "entrance"
};
/** The documents that the ledger's questions speak of. */
function documentsFor(answers) {
	return Object.keys(documentPaths).filter((name) => !answers?.sections.has(sectionOf[name]));
}
/**
* The first ledger of a site with the documents that it speaks of. Pure.
*
* @param existing the text of each document that is there already
*/
function firstFiles(draft, existing, words) {
	const wanted = documentsFor(draft.answers);
	const isWhole = (name) => {
		const text = existing.get(name);
		return text === void 0 || missingFields(text, templateFields[name]).length === 0;
	};
	const templates = ["first-report", "recovery-report"].filter((name) => wanted.includes(name));
	const whole = new Set(templates.filter(isWhole));
	return {
		ledger: writeLedger({
			...draft,
			templates: whole
		}, words),
		documents: wanted.filter((name) => !existing.has(name)).map((name) => ({
			path: documentPaths[name],
			text: words.init.documents[name]
		})),
		kept: wanted.filter((name) => existing.has(name)).map((name) => documentPaths[name]),
		lacking: templates.filter((name) => !whole.has(name)).map((name) => documentPaths[name])
	};
}

// src/init/certificate.ts
/** Nobody renews by hand what has to be renewed four times a year. */
const longestByHandMs = 100 * dayMs;
/** The certificate of a host, and which of `names` it covers. @throws ProbeFailure where none was shown */
async function seeCertificate(place, names, edge, signal) {
	const claim = {
		...unclaimed(place),
		names
	};
	const { fact } = await observeCertificate(claim, edge, signal);
	const shown = fact.servers.flatMap(({ end }) => end.type === "shown" ? [end] : []);
	const [first] = shown;
	if (first === void 0) {
		const failed = fact.servers.find(({ end }) => end.type === "failed")?.end;
		throw failed?.type === "failed" ? new ProbeFailure(failed.code, failed.detail) : new ProbeFailure("tls-failed");
	}
	const leaves = shown.map(({ chain }) => chain[0]);
	const renewal = renewalOf(leaves[0], claim, 0);
	const isByIssuer = renewal.by === "itself";
	const isShort = renewal.lifetime <= longestByHandMs;
	const ends = leaves.map(({ notAfter }) => notAfter).sort();
	return {
		issuers: [...new Set(leaves.flatMap(({ issuerOrganisation }) => issuerOrganisation ?? []))],
		names: names.filter((name) => shown.every(({ uncovered }) => name === place.host || !uncovered.includes(name))),
		renewal: isByIssuer || isShort ? "automatic" : "manual",
		inferredBy: !isByIssuer && isShort ? "lifetime" : "issuer",
		lastDay: ends[0].slice(0, 10),
		isTrusted: shown.every(({ trust, matchesHost }) => matchesHost && (trust.type === "trusted" || trust.type === "incomplete")),
		serials: [...new Set(leaves.map(({ serial }) => serial))]
	};
}

// src/init/markers.ts
const longestMarker = 60;
const mostMarkers = 2;
/** Finds brand and markers in two loads of one page; what stands in one alone is never taken. */
function marksOf(first, second) {
	const isStable = (words) => isLasting(words) && first.has(words) && second.has(words);
	const owner = ownersIn(first.page).find(isStable) ?? null;
	const parts = titleParts(first.title ?? "");
	const siteName = metaContent(first.page, "og:site_name");
	const names = [siteName, owner].flatMap((name) => name === null ? [] : [name]);
	const named = parts.find((part) => names.some((name) => isAbout(part, name)) && isStable(part));
	const formal = parts.find((part) => companyForm.test(part) && isStable(part));
	const other = parts.find((part) => !isGeneric(part) && isStable(part));
	const title = named ?? formal ?? other ?? null;
	const markers = [title, owner].filter((each) => each !== null);
	const distinct = markers.filter((each, index) => !markers.some((earlier, at) => at < index && isAbout(earlier, each)));
	return {
		brand: (siteName !== null && isLasting(siteName) && !isGeneric(siteName) && metaContent(second.page, "og:site_name") === siteName ? siteName : null) ?? title ?? owner,
		markers: distinct.slice(0, mostMarkers)
	};
}
const companyForm = /株式会社|有限会社|合同会社|合資会社|合名会社|一般社団法人|一般財団法人|公益社団法人|公益財団法人|医療法人|学校法人|社会福祉法人|特定非営利活動法人|NPO法人|独立行政法人|協同組合|\b(?:Inc|Ltd|LLC|Corp|GmbH|AG|S\.A|B\.V|Limited|Corporation|K\.K)\b/;
/** Words that every second site's title begins with. */
const generic = /^(?:home|homepage|top|top page|index|welcome|main|start|official(?: web)?(?: ?site)?|untitled(?: document)?|document|トップ(?:ページ)?|ホーム(?:ページ)?|公式(?:サイト|ホームページ|hp)?|ようこそ|お知らせ|just another wordpress site)$/i;
function isGeneric(words) {
	return generic.test(words) || [...words].length < 2;
}
/** Whether the words can stand unchanged for years: no years, counters, tokens, dates, prices. */
function isLasting(words) {
	const length = [...words].length;
	if (length < 2 || length > longestMarker || words !== normalizeText(words)) return false;
	if (/\d{3,}|\d[\d,.:/-]+\d|%|¥|\$|€|�/.test(words)) return false;
	if (/[\u0000-\u001f\u007f-\u009f\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]/.test(words)) return false;
	return /\p{L}/u.test(words) && !/[<>{}]|&\w+;/.test(words);
}
function titleParts(title) {
	return title.replace(/\s+/g, " ").split(/[||│┃]| [-‐–—―~/:»«>・•·] |::|【|】|《|》/).map((part) => part.trim()).filter((part) => part !== "" && !isGeneric(part));
}
/** Whether one holds the other, letters and digits alone compared. */
function isAbout(a, b) {
	const plain = (text) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
	const [left, right] = [plain(a), plain(b)];
	return left !== "" && right !== "" && (left.includes(right) || right.includes(left));
}
/** Whom footer and copyright line name. */
function ownersIn(page) {
	const lines = page.footer.length > 0 ? page.footer : page.lines;
	const footer = normalizeText(lines.join("\n").slice(-2e4));
	const owners = [];
	for (const [, after = ""] of footer.matchAll(/(?:©|\(c\)|copyright)([^©]{0,160})/gi)) {
		const written = after.replace(/^(?:\s|©|\(c\)|copyright|by|:|-|–|~|,|\d{2,4}|年|present)+/i, "").split(/all rights|rights reserved|無断|、|。|\||\s{2}|\.\s(?=[A-Z])/i)[0].trim();
		const bare = withoutEnd(written, " \n.,");
		const name = /\b(?:inc|ltd|co|corp)\.$/i.test(after) ? bare + written.slice(bare.length).trim() : bare;
		if (name !== "" && !isGeneric(name)) owners.push(name);
	}
	for (const [name] of footer.matchAll(/(?:株式会社|有限会社|合同会社|医療法人|学校法人)[^\s、。|/()・「」0-9]{1,20}|[^\s、。|/()・「」0-9]{1,20}(?:株式会社|有限会社|合同会社)/g)) owners.push(name);
	return owners;
}
/** What the page's own metadata say; null where they do not. */
function metaContent({ metas }, key) {
	const meta = metas.find(({ name, property }) => name === key || property === key);
	const text = normalizeText(meta?.content ?? "");
	return text === "" ? null : text.slice(0, 200);
}

// src/init/page.ts
/** Reads the page at `url` as two loads of it show it; the second may be missing. Pure. */
function readHome(url, first, second) {
	const content = contentOf(first);
	const again = second === null || second.status !== first.status ? null : contentOf(second);
	const { page } = content;
	const { headers, status } = first;
	const sign = signOf({
		url: url.href,
		status,
		headers,
		content
	});
	const isPage = status >= 200 && status < 300 && sign === null;
	const marks = isPage && again !== null ? marksOf(content, again) : {
		brand: null,
		markers: []
	};
	return {
		status,
		language: sign === null ? /^[a-z0-9-]{2,20}/.exec(page.language ?? "")?.[0] ?? null : null,
		sign,
		...marks,
		isWordPress: isPage && isWordPress(page, first),
		cdn: cdnByHeaders(first),
		contactUrl: isPage ? contactLink(url, page) : null
	};
}
function contentOf({ body, headers }) {
	return readContent(body, headers.get("content-type")?.[0] ?? null);
}
/** developer.wordpress.org: the generator meta, the REST API's link, and where its files lie. */
function isWordPress(page, { headers }) {
	return /^wordpress/i.test(metaContent(page, "generator") ?? "") || (headers.get("link") ?? []).some((link) => link.includes("api.w.org")) || page.resources.some((address) => /\/wp-(?:content|includes)\//.test(address));
}
const cdnHeaders = [
	[
		"Cloudflare",
		"cf-ray",
		/./
	],
	[
		"Amazon CloudFront",
		"x-amz-cf-id",
		/./
	],
	[
		"Fastly",
		"x-served-by",
		/^cache-/i
	],
	[
		"Akamai",
		"server",
		/AkamaiGHost|AkamaiNetStorage/i
	],
	[
		"Akamai",
		"x-akamai-transformed",
		/./
	],
	[
		"Azure Front Door",
		"x-azure-ref",
		/./
	],
	[
		"Imperva",
		"x-iinfo",
		/./
	],
	[
		"Sucuri",
		"x-sucuri-id",
		/./
	],
	[
		"Vercel",
		"x-vercel-id",
		/./
	],
	[
		"Netlify",
		"x-nf-request-id",
		/./
	],
	[
		"bunny.net",
		"server",
		/bunnycdn/i
	]
];
function cdnByHeaders({ headers }) {
	return cdnHeaders.find(([, header, value]) => value.test(headers.get(header)?.join(", ") ?? ""))?.[0] ?? null;
}
/** The first link of the same host that is called the contact page. */
function contactLink(url, { base, links }) {
	const from = URL.parse(base ?? "", url.href)?.href ?? url.href;
	for (const { href, label } of links) {
		const target = URL.parse(href, from);
		if (target === null || target.origin !== url.origin || target.pathname === url.pathname) continue;
		if (!/お問い?合わ?せ|問合せ|^contact(?: us)?$|^enquir(?:y|ies)$/i.test(normalizeText(label))) continue;
		target.hash = "";
		target.search = "";
		return target.href.length > 200 ? null : target.href;
	}
	return null;
}

// src/init/records.ts
/**
* What every name server of a name says, asked by each of `views` (which remember nothing of each other), and what the
* resolver says: so that answers that rotate show.
*
* @throws ProbeFailure where no server gave a complete answer
*/
async function seeRecords(name, type, views, signal) {
	const looks = [];
	for (const dns of views) looks.push(await follow(name, type, dns, signal));
	const first = looks[0];
	const answers = looks.flatMap((look) => look.answers);
	const resolved = await views[0].askResolver(name, type, signal);
	if (resolved?.rcode === "NOERROR" && resolved.records.every(isPublic)) answers.push(resolved.records);
	const distinct = new Map(answers.filter((each) => each.length > 0).map((each) => [each.toSorted().join(" "), each]));
	const ttls = looks.flatMap((look) => look.ttls);
	return {
		exists: first.exists,
		aliases: first.aliases,
		answers: [...distinct.values()],
		ttl: ttls.length === 0 ? null : Math.min(...ttls)
	};
}
/** A network that answers its own people with addresses of its own is no rotation. */
function isPublic(address) {
	return import_ipaddr.default.isValid(address) && import_ipaddr.default.process(address).range() === "unicast";
}
async function follow(name, type, dns, signal) {
	const aliases = [];
	for (let here = name; aliases.length < 10;) {
		let view;
		try {
			view = await dns.askAuthorities(here, type, signal);
			requireWord(view);
		} catch (error) {
			if (aliases.length === 0 || signal.aborted || !(error instanceof ProbeFailure)) throw error;
			return {
				exists: true,
				aliases,
				answers: [],
				ttls: []
			};
		}
		const complete = view.servers.filter(isComplete);
		const alias = complete.find((each) => each.alias !== null)?.alias?.data;
		if (alias === void 0 || aliases.includes(alias)) {
			const exists = aliases.length > 0 || complete.some(({ outcome }) => outcome !== "no-name");
			const records = complete.map((each) => each.records);
			return {
				exists,
				aliases,
				answers: records.map((each) => each.map(({ data }) => data)),
				ttls: records.flat().flatMap(({ ttl }) => ttl === null ? [] : [ttl])
			};
		}
		aliases.push(alias);
		here = alias;
	}
	return {
		exists: true,
		aliases,
		answers: [],
		ttls: []
	};
}
/** All records of a type at the name itself, of all servers together. @throws ProbeFailure */
async function seeValues(name, type, dns, signal) {
	const view = await dns.askAuthorities(name, type, signal);
	requireWord(view);
	const values = view.servers.filter(isComplete).flatMap(({ records }) => records.map(({ data }) => data));
	return [...new Set(values)].sort();
}
function requireWord(view) {
	if (!view.servers.some(isComplete)) throw silence(view);
}

// src/init/registered.ts
/** Under which JPRS registers, so that they are nobody's own. */
const jpSecondLevel = /^(?:ac|ad|co|ed|go|gr|lg|ne|or)\.jp$/;
/**
* Which part of `zone` is registered: the shortest name that the registry knows, since the name does not show it
* alone. Where nobody says, the zone itself.
*/
async function findRegistration(zone, look) {
	const labels = zone.split(".");
	const names = labels.slice(1).map((_label, index) => labels.slice(labels.length - 2 - index).join(".")).filter((name) => !jpSecondLevel.test(name));
	let last = null;
	for (const domain of names) {
		const registration = await look(async (edge, signal) => (await observeDomain(claimOf(domain), edge, signal)).fact);
		if (registration.type === "seen" && registration.seen.type === "registered") return {
			domain,
			registration
		};
		if (last?.registration.type !== "unseen") last = {
			domain: zone,
			registration
		};
		if (registration.type === "seen" && registration.seen.type === "no-server") break;
	}
	return last ?? {
		domain: zone,
		registration: {
			type: "unseen",
			code: "not-said",
			detail: null
		}
	};
}
function claimOf(domain) {
	return {
		domain,
		registrar: null,
		renewal: null,
		leadTimeDays: null,
		transferLock: null,
		expires: null,
		evidence: null,
		rdap: null
	};
}

// src/init/look.ts
/**
* Looks at a site from outside. `again` is a second edge, which remembers nothing of the first: what changes from look
* to look shows.
*/
async function lookAtSite(address, edge, again, options) {
	return within(options.deadlineMs, "deadline", options.signal, (signal) => {
		const look = (work) => attempt(work, signal, options);
		return lookAround(address, {
			edge,
			again,
			signal,
			look
		});
	});
}
const limits = {
	timeoutMs: 2e4,
	maxBytes: 1048576,
	redirects: 10
};
async function lookAround({ tries }, looking) {
	const { edge, again, signal, look } = looking;
	const asked = tries[0];
	const first = await look(() => walkFirst(tries, edge, signal));
	const url = first.type === "seen" ? siteOf(first.seen.from, first.seen.last) : asked;
	const { host } = hostAndPort(url);
	const [domain, home] = await Promise.all([lookAtDomain(host, looking), homeOf(first, url, again, signal, look)]);
	const askedHost = hostAndPort(asked).host;
	const counterpart = counterpartOf(host, domain);
	const others = [...counterpart === null ? [] : [{
		host: counterpart,
		role: "counterpart"
	}], ...askedHost === host || askedHost === counterpart ? [] : [{
		host: askedHost,
		role: "asked"
	}]];
	const site = {
		host,
		role: "site"
	};
	const names = [site, ...others].map((each) => each.host);
	const hosts = await Promise.all([site, ...others].map(({ host: name, role }) => lookAtHost(name, role, names, url, looking)));
	const withoutTls = first.type === "seen" && url.protocol === "http:" ? first.seen.withoutTls : null;
	return {
		asked: asked.href,
		url: url.href,
		home,
		withoutTls,
		hosts,
		domain
	};
}
/** The first of the addresses that leads to a page. */
async function walkFirst(tries, { http }, signal) {
	const failures = [];
	let withoutTls = null;
	for (const from of tries) try {
		return {
			from,
			last: lastStop(await walk(from, http, limits, signal)),
			withoutTls
		};
	} catch (error) {
		if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
		failures.push(error);
		if (from.protocol === "https:") withoutTls = {
			type: "unseen",
			code: error.code,
			detail: error.detail
		};
	}
	throw mostTelling(failures);
}
/** The address as it was asked for, at the host where it leads. */
function siteOf(from, { url }) {
	if (url.origin === from.origin) return from;
	const site = new URL(url.href);
	site.search = "";
	if (from.pathname === "/") site.pathname = "/";
	return site;
}
/** Reads the page of both looks at the site's own address. */
async function homeOf(first, url, again, signal, look) {
	if (first.type === "unseen") return first;
	const second = await look(async () => lastStop(await walk(url, again.http, limits, signal)));
	const { last: seen } = first.seen;
	return {
		type: "seen",
		seen: readHome(seen.url, seen.answer, second.type === "seen" ? second.seen.answer : null)
	};
}
function counterpartOf(host, domain) {
	if (domain === null || !domain.isSite) return null;
	return host === domain.name ? `www.${domain.name}` : domain.name;
}
async function lookAtHost(host, role, names, site, { edge, again, signal, look }) {
	const port = role === "site" ? hostAndPort(site).port : 443;
	const views = [edge.dns, again.dns];
	const isName = !import_ipaddr.default.isValid(host);
	const [a, aaaa] = await Promise.all(["A", "AAAA"].map((type) => isName ? look(() => seeRecords(host, type, views, signal)) : null));
	const isMissing = role !== "site" && a?.type === "seen" && !a.seen.exists;
	const hasAddress = [a, aaaa].some((each) => each?.type === "seen" && each.seen.answers.length > 0);
	if (isMissing || role !== "site" && isName && !hasAddress) return {
		host,
		port,
		role,
		a: a ?? null,
		aaaa: aaaa ?? null,
		entry: null,
		certificate: null
	};
	const entry = role === "site" ? null : await look(() => seeEntry(host, edge, signal));
	const certificate = (role === "site" ? site.protocol === "https:" : entry?.type === "seen" && entry.seen.url.startsWith("https:")) ? await look(() => seeCertificate({
		host,
		port
	}, names, edge, signal)) : null;
	return {
		host,
		port,
		role,
		a: a ?? null,
		aaaa: aaaa ?? null,
		entry,
		certificate
	};
}
/** Where a visitor of another host of the site ends: by https if that opens, else by http. */
async function seeEntry(host, edge, signal) {
	const { from, last: seen } = await walkFirst(["https", "http"].map((scheme) => new URL(`${scheme}://${host}/`)), edge, signal);
	return {
		url: from.href,
		endsAt: seen.url.href,
		status: seen.answer.status
	};
}
async function lookAtDomain(host, { edge, signal, look }) {
	const name = import_ipaddr.default.isValid(host) ? null : asciiName(host);
	if (name === null || !name.includes(".")) return null;
	const zone = await look(async () => {
		return (await edge.dns.askAuthorities(name, "A", signal)).zone;
	});
	const holder = zone.type === "seen" ? zone.seen?.name ?? null : null;
	const start = holder !== null && /[^.]\.[^.]/.test(holder) ? holder : name.replace(/^www\./, "");
	const { domain, registration } = await findRegistration(start, (each) => look(() => each(edge, signal)));
	const isSite = name === domain || name === `www.${domain}`;
	const values = (type) => look(() => seeValues(domain, type, edge.dns, signal));
	const [nameServers, mx, txt, caa, signers, dmarc] = await Promise.all([
		look(async () => {
			const view = await edge.dns.askAuthorities(domain, "NS", signal);
			if (view.zone !== null && view.zone.name !== domain) return [];
			return view.zone?.parentNameServers ?? seeValues(domain, "NS", edge.dns, signal);
		}),
		values("MX"),
		values("TXT"),
		values("CAA"),
		values("DS"),
		look(async () => {
			const { at, policy, isTest } = await readDmarc(domain, openLookUp(edge.dns, signal));
			return at === `_dmarc.${domain}` && !(isTest && policy !== "none") && (policy === "none" || policy === "quarantine" || policy === "reject") ? policy : null;
		})
	]);
	return {
		name: domain,
		isSite,
		nameServers,
		mx,
		txt,
		caa,
		isSigned: signers.type === "seen" ? {
			type: "seen",
			seen: signers.seen.length > 0
		} : signers,
		dmarc,
		registration
	};
}
/** Looks, and again after each wait where that may end otherwise. Rejects only where the whole look is stopped. */
async function attempt(work, signal, { signal: stop, ...retries }) {
	const once = async () => {
		try {
			signal.throwIfAborted();
			return {
				type: "seen",
				seen: await work()
			};
		} catch (error) {
			stop.throwIfAborted();
			if (!(error instanceof ProbeFailure)) throw error;
			return {
				type: "unseen",
				code: error.code,
				detail: error.detail
			};
		}
	};
	const mayChange = (seen) => seen.type === "unseen" && isRetryable(seen);
	const seen = await lookAgain(once, mayChange, retries, signal);
	stop.throwIfAborted();
	return seen;
}

// src/init/seen.ts
/** Whether anything of the site was seen: that a name is not there is nothing of it. */
function hasSeenAnything({ home, hosts, domain }) {
	const isThere = (look) => look?.type === "seen" && look.seen.exists;
	const hasValues = (look) => look.type === "seen" && look.seen.length > 0;
	return home.type === "seen" || hosts.some(({ a, aaaa, entry, certificate }) => isThere(a) || isThere(aaaa) || entry?.type === "seen" || certificate?.type === "seen") || domain !== null && (hasValues(domain.nameServers) || hasValues(domain.mx) || domain.registration.type === "seen" && domain.registration.seen.type === "registered");
}

// src/init/site-url.ts
/**
* Reads `https://example.jp/`, `example.jp`, `例え.jp`, `example.jp:8443/path`; null if it is no web address. Without a
* scheme https is tried before http; with one, the other comes second, on the usual ports.
*/
function readSiteUrl(written) {
	const text = written.trim();
	const scheme = /^([a-z][a-z0-9+.-]*):\/\//i.exec(text)?.[1]?.toLowerCase();
	if (scheme !== void 0 && scheme !== "http" && scheme !== "https") return null;
	if (/\s/.test(text)) return null;
	const url = URL.parse(scheme === void 0 ? `https://${text}` : text);
	if (url === null || url.hostname === "") return null;
	if (scheme === void 0 && url.username !== "") return null;
	if (!/[.:]/.test(url.hostname) && url.hostname !== "localhost") return null;
	url.username = "";
	url.password = "";
	url.hash = "";
	if (url.hostname.endsWith(".")) url.hostname = url.hostname.slice(0, -1);
	const isUsualPort = url.port === "";
	if (scheme !== void 0 && !isUsualPort) return { tries: [url] };
	const other = new URL(url.href);
	other.protocol = url.protocol === "https:" ? "http:" : "https:";
	if (!isUsualPort) other.port = url.port;
	return { tries: [url, other] };
}

// src/messages/en/init-documents.ts
const runbook$1 = (title, hints) => `# ${title}

<!-- Who does it: / Who says go: / Takes: / Where: -->

## When (criteria)

<!-- ${hints.when} -->

## Steps

<!-- ${hints.steps} -->

## Confirm (what counts as success)

<!-- ${hints.confirm} -->

## If it does not work

<!-- Who is called next, and how to get back to the state before -->
`;
const documents$1 = {
	"first-report": `# First report

Subject: [Incident, first report] SITE (as of DATE, TIME)

This is what we know so far about the following incident.

- **Began**: DATE, about TIME (noticed at TIME)
- **Symptom**: (for example: the front page shows an error)
- **Impact**: (who cannot do what; “being checked” if not known)
- **Provisional measures**: (what is being done, what was done)
- **Not known yet**: (the cause, for one; no guesses)
- **Next update at**: TIME (earlier if something changes)
- **Contact**: (the desk to answer to)

As long as there is no recovery in sight, promise no time for it. Promise the time of the next update.
`,
	"recovery-report": `# Recovery report

Subject: [Incident, recovered] SITE (DATE)

## Summary

(What happened and when it was back, in three lines at most)

## Impact

- Time: from DATE TIME to DATE TIME (… hours … minutes)
- Scope: (who could not do what; how many)
- Data: (lost or changed; “none” if so)

## Timeline

| Time | Event | Who |
| --- | --- | --- |
| | began | |
| | noticed | |
| | first call, go for the recovery | |
| | provisional recovery (the main paths are back) | |
| | full recovery (monitoring and backups included) | |

## Cause

- Direct cause:
- What let it happen:

## What was done

(In order. If there was a rollback, a restore or a bypass: when, and of what)

## Prevention

| Measure | Who | By when |
| --- | --- | --- |
| | | |

## Next action

| What | Who | By when |
| --- | --- | --- |
| See at which item of the ledger it stopped; add a line to incidents | | |
`,
	rollback: runbook$1("Rollback: take the latest release back", {
		when: "Such as: down for more than 30 minutes and there was a release within the last 24 hours",
		steps: "One step a line: which console, which button, which command. Note the release number before",
		confirm: "Such as: the front page shows the company’s name; a test enquiry arrives; no new error in the log"
	}),
	restore: runbook$1("Restore from a backup", {
		when: "Such as: data is damaged or lost, or a rollback did not help",
		steps: "Which backup is chosen, where it is fetched, into where it is restored, how it goes live",
		confirm: "Such as: the newest orders are there; login works; the next backup ran"
	}),
	domain: runbook$1("Domain: renew, change name servers", {
		when: "Such as: the domain is about to end or has ended; the name servers have to change",
		steps: "Which console, whose account, how it is paid, how the lock is taken off",
		confirm: "Such as: the new end shows in the registry; the name servers answer"
	}),
	"switch-dns": runbook$1("DNS: switch to another environment", {
		when: "Such as: the server will not be back in time",
		steps: "Which records, old and new values, how long the old answers live (TTL)",
		confirm: "Such as: every name server gives the new address; the site opens from a mobile network"
	}),
	"renew-certificate": runbook$1("Certificate: renew, replace", {
		when: "Such as: the renewal failed, the certificate ends soon or has ended",
		steps: "Which console or command, where key and chain are put, how the server takes them up",
		confirm: "Such as: the browser shows the new end; the intermediate certificate is sent"
	}),
	bypass: runbook$1("Bypass: block a path, show a static page", {
		when: "Such as: one page is attacked or broken and the rest is fine; the site was tampered with",
		steps: "Which console, which rule, where the static page lies, how both are taken back",
		confirm: "Such as: the blocked path answers 403; the static page shows; the rest still opens"
	})
};

// src/messages/en/init.ts
const address$1 = "https://github.com/recovery-ledger/recovery-ledger";
const init$2 = {
	header: ({ url, day }) => [
		`# Operations ledger (one page). Written on ${day} from what can be seen of ${url} from outside.`,
		"# Lines that begin with \"# \" are words and questions. Where a letter follows \"#\" at once, take the # away and fill in.",
		"# What is not known yet is unknown; what does not exist is { none: \"why\" }. No passwords: only where they are kept.",
		`# Keep this file in a private repository. A complete example: ${address$1}/blob/main/examples/en/ledger.yml`
	],
	/** Behind `reviewed`. */
	reviewed: "the day somebody last looked through all of it; renew it every month",
	/** Behind `timezone`; null where there is nothing to say. */
	timezone: "yours, such as Europe/Berlin: days and hours below are meant in it",
	/** Before what is to be answered first, and before the rest. */
	first: "# ── These three first: ② first contact, ⑦ access, ⑤ rollback ──",
	after: "# ── Then: access (⑧), contact (③), procedures (① ④ ⑥ ⑨), who answers for what ──",
	questions: {
		parties: () => ["# Which companies take part?", "#parties: { client: Client, maintenance: Maintenance vendor, agency: Agency }"],
		contacts: ({ contacts: [desk, other], parties: [party, owner] }) => [
			"# Whom can one reach, and when? Desks and people on call rather than single persons.",
			"#contacts:",
			`#  ${desk}:`,
			"#    name: Maintenance vendor, emergency desk",
			`#    party: ${party}`,
			"#    kind: desk                 # desk | person",
			"#    hours: 24/365              # or [Mon-Fri 09:00-18:00]",
			"#    channels: unknown          # two at least: [{ phone: \"+81-3-1234-5678\" }, { email: desk@example.com }]",
			"#    verified: unknown          # when somebody last made sure that it works (such as 2026-12-01)",
			`#  ${other}:`,
			"#    name: IT desk on call",
			`#    party: ${owner}`,
			"#    kind: desk",
			"#    hours: 24/365",
			"#    channels: unknown",
			"#    verified: unknown"
		],
		"first-contact": ({ contacts: [desk, other] }) => [
			"# ② If it went down now, who is called first, also at night? If nobody answers: how long to wait, and who is next?",
			"#first-contact:",
			`#  route: [{ call: ${desk}, wait: 10m }, { call: ${other} }]`,
			"#  tell: [state, impact, latest change]"
		],
		access: ({ contacts: [desk, other], wordPressAdmin }) => [
			"# ⑦ Who can enter the consoles of server, monitoring and backup (two at least)? How, when those are away?",
			"#access:",
			"#  common:",
			`#    holders: [${desk}, ${other}]   # who can enter`,
			"#    login: unknown             # where the account is kept",
			`#    mfa: { method: totp, held-by: [${desk}, ${other}] }   # the second factor, and who holds it`,
			"#    emergency: unknown         # the way in when the holders are away",
			"#  server: { console: unknown, can: [restart, apply-settings, resize], verified: unknown }   # verified: when somebody last entered",
			"#  monitoring: { console: unknown, can: [view-alerts, view-logs], verified: unknown }",
			"#  backup: { console: unknown, can: [restore, confirm], verified: unknown }",
			wordPressAdmin === null ? "#  cms: { console: unknown, can: [edit, switch-maintenance], verified: unknown }   # or { none: \"why\" }" : `#  cms: { console: ${wordPressAdmin}, can: [edit, switch-maintenance], verified: unknown }   # it looks like WordPress`
		],
		rollback: ({ contacts: [desk], parties: [, owner] }) => [
			"# ⑤ Who takes a release back, where and how? What has to happen before? Who approved these criteria?",
			"#rollback:",
			"#  what: the latest release",
			"#  when: [down for more than 30 minutes, enquiries cannot be sent]",
			`#  approved-by: ${owner}`,
			`#  by: ${desk}`,
			"#  where: unknown             # the console for it",
			"#  takes: 30m",
			"#  verify: [home]             # what has to be back for it to count (endpoints below)",
			"#  runbook: docs/rollback.md  # take the # away once the steps are written",
			"#  rehearsed: unknown         # when it was last tried, at least as a tabletop exercise"
		],
		entrance: ({ cdn }) => [
			"# ⑧ Who can enter the consoles of domain, DNS and certificate? Is there a way to block one page alone?",
			"#entrance:",
			"#  domain: { console: unknown, can: [renew, change-nameservers], runbook: docs/domain.md, verified: unknown }",
			"#  dns: { console: unknown, can: [failover], runbook: docs/switch-dns.md, verified: unknown }",
			"#  certificate: { console: unknown, can: [renew, replace], runbook: docs/renew-certificate.md, verified: unknown }",
			"#  bypass: { console: unknown, can: [block-path, static-page], runbook: docs/bypass.md, verified: unknown }",
			cdn === null ? "#  cdn: { none: \"no CDN in use\" }   # none can be seen from outside" : `#  cdn: { console: unknown, can: [purge], verified: unknown }   # it looks like ${cdn}`
		],
		decisions: ({ contacts: [desk, other] }) => [
			"# ③ Who says go for recovery, rollback and taking the site offline? Who decides if that person cannot be reached?",
			"#decisions:",
			`#  common: { decides: ${other}, deputy: ${desk}, unreachable: "after 20 minutes the deputy decides" }`,
			"#  start-recovery: { needs: [impact, chance of recovery] }",
			"#  rollback: { needs: [impact, time a rollback takes] }",
			"#  publication: { needs: [impact] }"
		],
		emergency: ({ contacts: [desk, other], parties: [party, owner] }) => [
			"# ① What counts as an emergency? Who is called then, and what is done first?",
			"#emergency:",
			`#  agreed: { date: unknown, by: [${owner}, ${party}] }   # when, and among whom`,
			"#  conditions:",
			`#    - { when: The front page cannot be seen, shown-by: [home], call: [${desk}, ${other}], first-instruction: provisional recovery first }`
		],
		targets: () => ["# ④ How soon should there be a first report, updates, provisional and full recovery? (Signposts, not promises.)", "#targets: { first-report: 30m, update-every: 60m, provisional: 2h, full: 24h }"],
		restore: ({ contacts: [desk] }) => [
			"# ⑥ What is restored from a backup, into where, by whom, and which backup is chosen?",
			"#restore:",
			"#  covers: [database, files]",
			"#  into: staging-first        # or production",
			"#  choose: the last good daily backup before the incident",
			`#  by: ${desk}`,
			"#  takes: 90m",
			"#  verify: [home]",
			"#  backups: [daily]           # backups below",
			"#  runbook: docs/restore.md   # take the # away once the steps are written",
			"#  rehearsed: unknown"
		],
		evidence: ({ contacts: [desk, other] }) => [
			"# ⑨ Where are logs, alerts and the history of changes, and who may look?",
			"#evidence:",
			"#  logs:",
			`#    access: { where: unknown, viewers: [${desk}, ${other}] }`,
			`#    application: { where: unknown, viewers: [${desk}] }`,
			`#    system: { where: unknown, viewers: [${desk}] }   # or { none: "why" }`,
			`#  alerts: { where: unknown, to: [${desk}, ${other}] }`,
			"#  changes: ledger            # ledger: the changes of this file"
		],
		responsibility: ({ parties: [party, owner] }) => [
			"# Who answers for decision, operation, communication, access and accountability, and who stands in?",
			"#responsibility:",
			`#  decision: { party: ${owner}, stand-in: ${party} }`,
			`#  operation: { party: ${party}, stand-in: ${owner} }`
		]
	},
	/** Before `templates`. */
	templates: "# ⑩ Report templates. Change names and wording as you like.",
	reality: (day) => `# Reality: what can be seen from outside (${day}). Every check compares what stands here with how things are.`,
	/** What could not be looked at, and why, in words. */
	unseen: (what, reason) => `could not be looked at: ${what} (${reason})`,
	cdnAddresses: (what, cdn) => `${what} is left out: ${cdn} changes these addresses.`,
	/** Addresses that may be those of a load balancer. */
	balancerAddresses: (what, addresses) => `${what} is left out: if this is a load balancer, its addresses change without notice (now ${addresses}). Add it if you know that it stays.`,
	/** Addresses of a name that another host of the site is an alias of. */
	aliasAddresses: (what, target, addresses) => `${what} is left out: these are the addresses of ${target}, whose operator may change them (now ${addresses}). Add it if you know that it stays.`,
	because: {
		cdn: "a CDN changes its addresses, so only range or ending are compared",
		rotates: "the answer changes from question to question"
	},
	certificate: ({ renewal, inferredBy, lastDay, chooser }) => renewal === "automatic" ? `ends ${lastDay}; that it renews itself is inferred from ${inferredBy === "issuer" ? "the issuer" : "its short life"}${chooser === null ? "" : `; ${chooser} chooses the issuer`}` : `ends ${lastDay}; by hand is inferred from the issuer: write automatic if it renews itself`,
	certificateDoubtful: (host) => `Something is wrong with the certificate of ${host}, so no issuer is written here. check tells what.`,
	homeStatus: (status) => `The page answered HTTP ${status}. Write status and contains once it is as it should be.`,
	homeSign: (sign) => `${signs$1[sign.type]} Write contains once the right page shows.`,
	noMarkers: "Words that are always on this page (the company’s name) under contains let the check see the content too.",
	withoutTls: (reason) => `https did not open (${reason}), so the address is one of http.`,
	pages: "Which other pages must not be down (enquiries, bookings, login)?",
	/** An example of another page, where none was seen. */
	contactPage: (url) => `#contact-form: { url: ${url}, expect: { status: 200, contains: [Contact] } }`,
	backups: [
		"# Where are the backups, how often are they made, how many are kept? (Looked at by API: see docs/providers.md.)",
		"#backups:",
		"#  daily: { provider: by-hand, every: 24h, keep: 7, newest: unknown, evidence: \"seen in the console\" }"
	],
	mail: (domain) => [
		"# Which DKIM selectors does the mail use (such as s1)? No DMARC policy was found.",
		"#mail:",
		`#  ${domain}: { dkim: [s1] }`
	],
	domainEnds: (day) => day === null ? "no end is published: look in the console and write expires and evidence" : `ends ${day}`,
	renewal: "Does it renew itself? Add renewal: automatic, or renewal: manual.",
	noRegistry: (domain) => `The registration of ${domain} cannot be asked for from outside. Look for its end in the console and write it here.`,
	notRegistered: (domain) => `${domain} is not registered, says the registry. Check the name.`,
	foreignDomain: (domain) => `Does ${domain} belong to the owner of this site? If not, take this line out. Its mail was not looked at.`,
	/** The first line of the ledger's own history. */
	created: "ledger begun from what can be seen from outside",
	documents: documents$1,
	/** What is printed on the terminal. */
	terminal: {
		progress: (url) => `looking at ${url}`,
		notAnAddress: (text) => `"${text}" is no address of a site. Write it as https://www.example.com/`,
		exists: (file) => `${file} exists already and is not overwritten. Name another file with --output, or see the text alone with --dry-run.`,
		noSuchName: (host, reason) => `${host} was not found (${reason}). Check the spelling of the address. Nothing was written.`,
		nothingSeen: (url, reason) => `Nothing at all could be seen of ${url} (${reason}). Check the connection and run it again. Nothing was written.`,
		wrote: (file) => `written: ${file}`,
		wouldWrite: (file) => `would be written (--dry-run: nothing was): ${file}`,
		kept: (file) => `there already, left as it is: ${file}`,
		lacksFields: (file) => `${file} lacks fields that a report needs, so it stands under templates as a comment. Add them, then take the # away.`,
		unseen: (what, reason) => `could not be looked at: ${what} (${reason})`,
		answersUnreadable: (file) => `--from: ${file} cannot be read.`,
		answersSecret: "this looks like a password or key.",
		answersRejected: (file) => `--from: there are mistakes in ${file}. Nothing was written.`,
		/** A key that `init` writes itself. */
		answersKey: (key) => `init writes ${key} itself from what it sees; it cannot stand here`,
		nextSteps: ({ ledger, hasQuestions }) => [
			"Next:",
			hasQuestions ? `  1. answer ② first contact, ⑦ access and ⑤ rollback in ${ledger}` : `  1. answer the questions that are left in ${ledger}`,
			`  2. recovery-ledger check ${ledger} compares it with reality`,
			`  3. start the monthly check: copy examples/workflow.yml to .github/workflows/recovery-ledger.yml`,
			`     (${address$1}/blob/main/examples/workflow.yml)`,
			...ledger === "ledger.yml" ? [] : [`     with this line under with, since it reads ledger.yml otherwise (and this path under paths): ledger: ${ledger}`]
		].join("\n")
	}
};
const signs$1 = {
	challenge: "A page that keeps machines out came up.",
	maintenance: "A maintenance page came up.",
	broken: "An error page came up.",
	parked: "A page of the domain’s seller came up.",
	placeholder: "A page of the hoster or of the web server itself came up."
};

// src/messages/ja/init-documents.ts
const runbook = (title, hints) => `# ${title}

<!-- 作業する人: / GOサインを出す人: / 所要時間: / 作業場所: -->

## いつ行うか(判断基準)

<!-- ${hints.when} -->

## 手順

<!-- ${hints.steps} -->

## 確認(成功の条件)

<!-- ${hints.confirm} -->

## うまくいかないとき

<!-- 次に連絡する先と、作業前の状態に戻す方法 -->
`;
const documents = {
	"first-report": `# 一次報告

件名: 【障害・一次報告】サイト名(○月○日 ○時○分現在)

お世話になっております。○○です。次の障害について、現時点で分かっていることをお知らせします。

- 【発生時刻】○月○日 ○時○分ごろ(確認した時刻: ○時○分)
- 【症状】(例: トップページを開くとエラー画面が出る)
- 【影響】(誰が、何をできないか。分からなければ「確認中」)
- 【暫定対応】(いま行っていること、行ったこと)
- 【分かっていないこと】(原因など。推測は書かない)
- 【次回の更新】○時○分(状況が変われば、その前に)
- 【連絡先】(担当の窓口。返信先)

復旧の見込みが立たないうちは、復旧の時刻を約束しません。次回の更新の時刻だけを約束します。
`,
	"recovery-report": `# 復旧報告

件名: 【障害・復旧報告】サイト名(○月○日)

## 概要

(何が起き、いつ戻ったかを3行以内で)

## 影響

- 期間: ○月○日 ○時○分 から ○時○分 まで(○時間○分)
- 範囲: (誰が、何をできなかったか。件数)
- データ: (失われたもの、書き換えられたもの。なければ「なし」)

## 時系列

| 時刻 | できごと | 誰が |
| --- | --- | --- |
| ○:○ | 発生 | |
| ○:○ | 検知 | |
| ○:○ | 一次連絡、復旧開始のGO | |
| ○:○ | 暫定復旧(主要導線が戻る) | |
| ○:○ | 完全復旧(監視・バックアップまで平常) | |

## 原因

- 直接の原因:
- そうなった背景:

## 対応した内容

(行ったことを順に。切り戻し、復元、迂回をしたときは、その時刻と対象)

## 再発防止

| 対策 | 担当 | 期限 |
| --- | --- | --- |
| | | |

## 次のアクション

| 何を | 担当 | 期限 |
| --- | --- | --- |
| 台帳のどの項目で止まったかを見直し、incidents に1行書く | | |
`,
	rollback: runbook("切り戻し手順(直前のリリースを取り消す)", {
		when: "例: 停止が30分を超え、24時間以内にリリースがあった",
		steps: "1行に1つずつ。どの画面の、どのボタンか。作業前にリリース番号を控える",
		confirm: "例: トップページに社名が出る。試しの問い合わせが届く。ログに新しいエラーがない"
	}),
	restore: runbook("復元手順(バックアップから戻す)", {
		when: "例: データが壊れた、消えた。切り戻しでは直らなかった",
		steps: "どの時点を選び、どこから取り出し、どこへ戻し、どう本番に切り替えるか",
		confirm: "例: 最新の注文が残っている。ログインできる。次のバックアップが動いた"
	}),
	domain: runbook("ドメインの更新・ネームサーバーの変更", {
		when: "例: 有効期限が近い、または過ぎた。ネームサーバーを変える必要がある",
		steps: "どの管理画面に、誰のアカウントで入り、どう支払うか。ロックはどう外すか",
		confirm: "例: 新しい有効期限が表示される。ネームサーバーが応答する"
	}),
	"switch-dns": runbook("DNS の切り替え(別の環境へ)", {
		when: "例: サーバーが目標時間までに戻らない",
		steps: "どのレコードを、何から何へ変えるか。古い答えはいつまで残るか(TTL)",
		confirm: "例: すべてのネームサーバーが新しいアドレスを返す。スマートフォンの回線から開ける"
	}),
	"renew-certificate": runbook("証明書の更新・入れ替え", {
		when: "例: 自動更新に失敗した。期限が近い、または切れた",
		steps: "どの画面やコマンドで、鍵と中間証明書をどこに置き、どう反映するか",
		confirm: "例: ブラウザーに新しい期限が出る。中間証明書も送られている"
	}),
	bypass: runbook("一時的な迂回(パスの遮断、静的ページ)", {
		when: "例: 1つのページだけが攻撃されている、壊れている。改ざんの疑いがある",
		steps: "どの画面で、どの設定をするか。静的ページはどこにあり、どう元に戻すか",
		confirm: "例: 遮断したページが 403 を返す。静的ページが出る。ほかのページは開ける"
	})
};

// src/messages/ja/init.ts
const address = "https://github.com/recovery-ledger/recovery-ledger";
const init$1 = {
	header: ({ url, day }) => [
		`# 運用台帳(1枚)。${day} に ${url} を外から見て、分かったことを書き込みました。`,
		"# 「# 」で始まる行は、説明と質問です。「#」のすぐ後に文字が続く行は、# を消して書き換えると有効になります。",
		"# まだ分からないことは unknown、無いものは { none: \"理由\" } と書きます。パスワードは書かず、保管場所だけを書きます。",
		`# 非公開のリポジトリに置いてください。記入例: ${address}/blob/main/examples/ja/ledger.yml`
	],
	reviewed: "全体を見直した日。月1回の点検で書き換えます",
	timezone: null,
	first: "# ── まずこの3つ: ② 一次連絡先、⑦ 権限、⑤ 切り戻し ──",
	after: "# ── 次に: 権限(⑧)、連絡(③)、手順(①④⑥⑨)、責任分界 ──",
	questions: {
		parties: () => ["# 関係者はどこですか(社名)。", "#parties: { client: 発注者, maintenance: 保守会社, agency: 制作会社 }"],
		contacts: ({ contacts: [desk, other], parties: [party, owner] }) => [
			"# 連絡先はどこですか。個人名より、当番や代表の窓口を書きます。",
			"#contacts:",
			`#  ${desk}:`,
			"#    name: 保守会社 緊急受付",
			`#    party: ${party}`,
			"#    kind: desk                 # desk(窓口・当番) | person(個人)",
			"#    hours: 24/365              # または [Mon-Fri 09:00-18:00]",
			"#    channels: unknown          # 2つ以上。例: [{ phone: \"03-1234-5678\" }, { email: desk@example.co.jp }]",
			"#    verified: unknown          # 実際につながることを確かめた日(例: 2026-12-01)",
			`#  ${other}:`,
			"#    name: 情報システム課(当番)",
			`#    party: ${owner}`,
			"#    kind: desk",
			"#    hours: 24/365",
			"#    channels: unknown",
			"#    verified: unknown"
		],
		"first-contact": ({ contacts: [desk, other] }) => [
			"# ② いま止まったら、最初にどこへ連絡しますか。夜間・休日も出ますか。出ないときは何分待って、次はどこですか。",
			"#first-contact:",
			`#  route: [{ call: ${desk}, wait: 10m }, { call: ${other} }]`,
			"#  tell: [状況, 影響, 直近の変更]"
		],
		access: ({ contacts: [desk, other], wordPressAdmin }) => [
			"# ⑦ サーバー・監視・バックアップの管理画面に、誰が入れますか(2人以上)。担当者が不在のときは、どう入りますか。",
			"#access:",
			"#  common:",
			`#    holders: [${desk}, ${other}]   # 入れる人・窓口`,
			"#    login: unknown             # アカウントの保管場所",
			`#    mfa: { method: totp, held-by: [${desk}, ${other}] }   # 多要素認証と、それを持つ人`,
			"#    emergency: unknown         # 担当者が不在のときの入り方",
			"#  server: { console: unknown, can: [restart, apply-settings, resize], verified: unknown }   # verified = 入れることを確かめた日",
			"#  monitoring: { console: unknown, can: [view-alerts, view-logs], verified: unknown }",
			"#  backup: { console: unknown, can: [restore, confirm], verified: unknown }",
			wordPressAdmin === null ? "#  cms: { console: unknown, can: [edit, switch-maintenance], verified: unknown }   # なければ { none: \"理由\" }" : `#  cms: { console: ${wordPressAdmin}, can: [edit, switch-maintenance], verified: unknown }   # WordPress のようです`
		],
		rollback: ({ contacts: [desk], parties: [, owner] }) => [
			"# ⑤ 公開した変更を、誰が・どこで・どう戻しますか。どうなったら戻しますか。その基準は誰が承認しましたか。",
			"#rollback:",
			"#  what: 直前のリリース",
			"#  when: [停止が30分を超えた, 問い合わせができない]",
			`#  approved-by: ${owner}`,
			`#  by: ${desk}`,
			"#  where: unknown             # 作業する画面",
			"#  takes: 30m",
			"#  verify: [home]             # 何が見られれば成功か(reality の endpoints)",
			"#  runbook: docs/rollback.md  # 手順を書き終えてから # を消します",
			"#  rehearsed: unknown         # 机上演習などで確かめた日"
		],
		entrance: ({ cdn }) => [
			"# ⑧ ドメイン・DNS・証明書の管理画面に、誰が入れますか。止めたいページだけを止める方法はありますか。",
			"#entrance:",
			"#  domain: { console: unknown, can: [renew, change-nameservers], runbook: docs/domain.md, verified: unknown }",
			"#  dns: { console: unknown, can: [failover], runbook: docs/switch-dns.md, verified: unknown }",
			"#  certificate: { console: unknown, can: [renew, replace], runbook: docs/renew-certificate.md, verified: unknown }",
			"#  bypass: { console: unknown, can: [block-path, static-page], runbook: docs/bypass.md, verified: unknown }",
			cdn === null ? "#  cdn: { none: \"CDN は使っていない\" }   # 外からは、CDN は見当たりません" : `#  cdn: { console: unknown, can: [purge], verified: unknown }   # ${cdn} を通しているようです`
		],
		decisions: ({ contacts: [desk, other] }) => [
			"# ③ 復旧開始・切り戻し・公開停止の GO は、誰が出しますか。連絡がつかないときは、誰が決めますか。",
			"#decisions:",
			`#  common: { decides: ${other}, deputy: ${desk}, unreachable: "20分つながらなければ副判断者が決める" }`,
			"#  start-recovery: { needs: [影響, 復旧の見込み] }",
			"#  rollback: { needs: [影響, 切り戻しの所要時間] }",
			"#  publication: { needs: [影響] }"
		],
		emergency: ({ contacts: [desk, other], parties: [party, owner] }) => [
			"# ① 何が起きたら緊急とみなしますか。そのとき、どこへ連絡し、最初に何をしますか。",
			"#emergency:",
			`#  agreed: { date: unknown, by: [${owner}, ${party}] }   # 合意した日と相手`,
			"#  conditions:",
			`#    - { when: トップページが表示できない, shown-by: [home], call: [${desk}, ${other}], first-instruction: 暫定復旧を優先する }`
		],
		targets: () => ["# ④ 一次報告・更新・暫定復旧・完全復旧の目標時間は、どれくらいですか(約束ではなく、報告の節目です)。", "#targets: { first-report: 30m, update-every: 60m, provisional: 2h, full: 24h }"],
		restore: ({ contacts: [desk] }) => [
			"# ⑥ バックアップから、何を・どこへ・誰が戻しますか。どの時点を選びますか。",
			"#restore:",
			"#  covers: [database, files]",
			"#  into: staging-first        # 検証環境で確認してから。本番へ直接なら production",
			"#  choose: 障害の直前に正常終了した日次バックアップ",
			`#  by: ${desk}`,
			"#  takes: 90m",
			"#  verify: [home]",
			"#  backups: [daily]           # reality の backups",
			"#  runbook: docs/restore.md   # 手順を書き終えてから # を消します",
			"#  rehearsed: unknown"
		],
		evidence: ({ contacts: [desk, other] }) => [
			"# ⑨ ログ・アラート・変更履歴は、どこにあり、誰が見られますか。",
			"#evidence:",
			"#  logs:",
			`#    access: { where: unknown, viewers: [${desk}, ${other}] }`,
			`#    application: { where: unknown, viewers: [${desk}] }`,
			`#    system: { where: unknown, viewers: [${desk}] }   # 見られないときは { none: "理由" }`,
			`#  alerts: { where: unknown, to: [${desk}, ${other}] }`,
			"#  changes: ledger            # ledger = このファイルの changes"
		],
		responsibility: ({ parties: [party, owner] }) => [
			"# 判断・作業・連絡・権限・説明責任は、どこが受け持ち、どこが代わりますか。",
			"#responsibility:",
			`#  decision: { party: ${owner}, stand-in: ${party} }`,
			`#  operation: { party: ${party}, stand-in: ${owner} }`
		]
	},
	templates: "# ⑩ 報告テンプレート。社名や言い回しは、自由に直してください。",
	reality: (day) => `# 現実: 外から見えたもの(${day})。点検のたびに、ここに書いたことと実際の状態を突き合わせます。`,
	unseen: (what, reason) => `確認できませんでした: ${what}(${reason})`,
	cdnAddresses: (what, cdn) => `${what} は ${cdn} が変えるアドレスのため、書いていません。`,
	balancerAddresses: (what, addresses) => `${what} は、ロードバランサーなら知らせなく変わるため、書いていません(いまは ${addresses})。変わらないと分かっていれば、書き足してください。`,
	aliasAddresses: (what, target, addresses) => `${what} は ${target} のアドレスで、その運営者が変えることがあるため、書いていません(いまは ${addresses})。変わらないと分かっていれば、書き足してください。`,
	because: {
		cdn: "CDN のアドレスは変わるため、範囲や末尾で照合",
		rotates: "問い合わせるたびに答えが変わるため"
	},
	certificate: ({ renewal, inferredBy, lastDay, chooser }) => renewal === "automatic" ? `${lastDay} まで。自動更新は、${inferredBy === "issuer" ? "認証局" : "有効期間の短さ"}からの推定です${chooser === null ? "" : `。認証局は ${chooser} が選びます`}` : `${lastDay} まで。手動更新は、認証局からの推定です。自動更新なら automatic に`,
	certificateDoubtful: (host) => `${host} の証明書には問題が見えます。認証局は書いていません。check で詳しく確かめてください。`,
	homeStatus: (status) => `ページは HTTP ${status} を返しました。正しい状態に戻ってから、status と contains を書いてください。`,
	homeSign: (sign) => `${signs[sign.type]}正しいページが見えてから、contains を書いてください。`,
	noMarkers: "このページに必ず出る言葉(社名など)を contains に書くと、中身まで確かめられます。",
	withoutTls: (reason) => `https では開けませんでした(${reason})。http のアドレスを書いています。`,
	pages: "ほかに、止まると困るページ(問い合わせ、予約、ログインなど)はありますか。",
	contactPage: (url) => `#contact-form: { url: ${url}, expect: { status: 200, contains: [お問い合わせ] } }`,
	backups: [
		"# バックアップは、どこに・どの間隔で・いくつ残していますか(API で確かめられるもの: docs/providers.md)。",
		"#backups:",
		"#  daily: { provider: by-hand, every: 24h, keep: 7, newest: unknown, evidence: \"管理画面で見た\" }"
	],
	mail: (domain) => [
		"# メールの DKIM のセレクター名(s1 など)は、何ですか。DMARC は見つかりませんでした。",
		"#mail:",
		`#  ${domain}: { dkim: [s1] }`
	],
	domainEnds: (day) => day === null ? "有効期限は公開されていません。管理画面で見て expires と evidence に書きます" : `有効期限 ${day}`,
	renewal: "自動更新ですか。自動更新なら renewal: automatic、手動なら renewal: manual と書き足します。",
	noRegistry: (domain) => `${domain} の登録情報は、外から問い合わせられません。管理画面で有効期限を見て、次の行に書いてください。`,
	notRegistered: (domain) => `${domain} は、レジストリでは未登録とのことです。ドメイン名を確かめてください。`,
	foreignDomain: (domain) => `${domain} は、このサイトの持ち主のドメインですか。違うときは、この行を消してください。メールの設定は見ていません。`,
	created: "外から見えたものから台帳を作成",
	documents,
	terminal: {
		progress: (url) => `${url} を見ています`,
		notAnAddress: (text) => `「${text}」はサイトの URL ではありません。https://www.example.co.jp/ のように指定してください。`,
		exists: (file) => `${file} は、すでにあります。上書きはしません。別の名前を --output で指定するか、--dry-run で内容だけを見てください。`,
		noSuchName: (host, reason) => `${host} を見つけられませんでした(${reason})。URL のつづりを確かめてください。何も書いていません。`,
		nothingSeen: (url, reason) => `${url} について、外から何も見えませんでした(${reason})。接続を確かめて、もう一度実行してください。何も書いていません。`,
		wrote: (file) => `書きました: ${file}`,
		wouldWrite: (file) => `書く予定(--dry-run のため、まだ書いていません): ${file}`,
		kept: (file) => `すでにあるため、そのままにしました: ${file}`,
		lacksFields: (file) => `${file} には報告に必要な欄が足りないため、台帳の templates ではコメントにしています。欄を足してから # を消してください。`,
		unseen: (what, reason) => `確認できませんでした: ${what}(${reason})`,
		answersUnreadable: (file) => `--from: ${file} を読めません。`,
		answersSecret: "パスワードや鍵のように見えるものが書かれています。",
		answersRejected: (file) => `--from: ${file} に誤りがあるため、何も書いていません。`,
		answersKey: (key) => `${key} は init が外から見て書くため、ここには書けません`,
		nextSteps: ({ ledger, hasQuestions }) => [
			"次にすること:",
			hasQuestions ? `  1. ${ledger} の ② 一次連絡先、⑦ 権限、⑤ 切り戻しの質問に答える` : `  1. ${ledger} に残っている質問に答える`,
			`  2. recovery-ledger check ${ledger} で、現実と突き合わせる`,
			`  3. 毎月の点検を始める: examples/workflow.yml を .github/workflows/recovery-ledger.yml にコピーする`,
			`     (${address}/blob/main/examples/workflow.yml)`,
			...ledger === "ledger.yml" ? [] : [`     台帳の場所が違うため、with に「ledger: ${ledger}」を加え、paths も書き換える`]
		].join("\n")
	}
};
const signs = {
	challenge: "機械からのアクセスを拒む画面が出ました。",
	maintenance: "メンテナンス中の画面が出ました。",
	broken: "エラーの画面が出ました。",
	parked: "ドメイン会社の仮のページが出ました。",
	placeholder: "サーバー会社やWebサーバーの仮のページが出ました。"
};

// src/cli/init.ts
const words = {
	ja: init$1,
	en: init$2
};
/**
* Looks at a site from outside and writes its first ledger, with the documents that it speaks of. Nothing that is
* there is overwritten.
*/
const init = async ({ operands, options, cwd, spoken, ...run }) => {
	const { from, output, dryRun } = options;
	const say = words[spoken].terminal;
	const written = operands[0];
	const address = readSiteUrl(written);
	if (address === null) throw new UsageProblem(say.notAnAddress(plainLine(written, 200)));
	const file = resolve(cwd, output);
	if (!dryRun && await isThere(file)) throw new UsageProblem(say.exists(output));
	const now = options.now ?? systemClock.now();
	const answers = from === null ? null : await answersFrom(from, now.toString(), cwd, spoken);
	const signal = run.signal();
	const site = await lookTwice(address, options, spoken, signal);
	if (!hasSeenAnything(site)) return {
		text: "",
		notes: [nothingSeen(site, spoken)],
		status: exitStatus.incomplete
	};
	const language = options.language ?? answers?.site.language ?? languageOf(site) ?? spoken;
	const timezone = answers?.site.timezone ?? (language === "ja" ? "Asia/Tokyo" : "UTC");
	const first = {
		site,
		answers,
		language,
		timezone,
		day: dayIn(timezone, now)
	};
	const files = firstFiles(first, await existingDocuments(dirname(file), answers), {
		init: words[language],
		failures: messagesFor(language).report.evidence.failures
	});
	requireReadable(files.ledger, await pathInTree(file, cwd), now.toString());
	const { failures } = messagesFor(spoken).report.evidence;
	const unseen = unseenIn(site).map(({ what, look }) => say.unseen(what, failures[look.code]));
	const beside = (path) => join(dirname(output), path);
	if (dryRun) {
		const would = [output, ...files.documents.map(({ path }) => beside(path))].map(say.wouldWrite);
		return {
			text: files.ledger,
			notes: [...unseen, ...would],
			status: exitStatus.match
		};
	}
	const hasQuestions = [
		"first-contact",
		"access",
		"rollback"
	].some((name) => !answers?.sections.has(name));
	return {
		text: "",
		notes: [
			...unseen,
			...await writeAll(files, file, beside, spoken, signal),
			...files.kept.map((path) => say.kept(beside(path))),
			...files.lacking.map((path) => say.lacksFields(beside(path))),
			"",
			say.nextSteps({
				ledger: output,
				hasQuestions
			})
		],
		status: exitStatus.match
	};
};
/** Looks from outside with two edges, of which the second remembers nothing of the first. */
function lookTwice(address, options, spoken, signal) {
	const { retryWaitsMs, deadlineMs } = options;
	const nobody = {
		credentials: [],
		providers: null,
		accounts: null
	};
	const looking = {
		clock: systemClock,
		retryWaitsMs,
		deadlineMs,
		signal
	};
	return whileLooking(signal, (show) => {
		show(words[spoken].terminal.progress(address.tries[0].href));
		return withEdge(options, nobody, lastLine(messagesFor(spoken).command), (edge) => withEdge(options, nobody, null, (again) => lookAtSite(address, edge, again, looking)));
	});
}
/** In words, why nothing of the site was seen. */
function nothingSeen({ home, url }, language) {
	const say = words[language].terminal;
	const reason = home.type === "unseen" ? messagesFor(language).report.evidence.failures[home.code] : "";
	return home.type === "unseen" && home.code === "name-not-found" ? say.noSuchName(new URL(url).hostname, reason) : say.nothingSeen(url, reason);
}
/** Those of the documents that would be written which are there already. */
async function existingDocuments(folder, answers) {
	const existing = /* @__PURE__ */ new Map();
	for (const name of documentsFor(answers)) {
		const text = await textOf(join(folder, documentPaths[name]));
		if (text !== null) existing.set(name, text);
	}
	return existing;
}
/** @throws TypeError where what was made is no ledger: a mistake of ours */
function requireReadable(ledger, file, now) {
	const parsed = parseLedger(new TextEncoder().encode(ledger), {
		file,
		now,
		ruleNames
	});
	if (!parsed.ok) throw new TypeError(`the ledger that was made cannot be read: ${codesOf(parsed.problems)}`);
}
/** Writes what is not there yet, the ledger last. Returns, in words, what became of each. @throws UsageProblem */
async function writeAll({ documents, ledger }, file, beside, language, signal) {
	const say = words[language].terminal;
	const notes = [];
	for (const { path, text } of [...documents, {
		path: basename(file),
		text: ledger
	}]) {
		const name = beside(path);
		signal.throwIfAborted();
		try {
			const isNew = await createFile(join(dirname(file), path), text);
			notes.push(isNew ? say.wrote(name) : say.kept(name));
		} catch (error) {
			if (!(error instanceof OutputFailure)) throw error;
			throw new UsageProblem(messagesFor(language).command.cannotWrite(name, error.code), false);
		}
	}
	return notes;
}
/** The language of the page, else of its country. */
function languageOf({ home, url }) {
	const said = home.type === "seen" ? home.seen.language : null;
	if (said !== null) return said.startsWith("ja") ? "ja" : "en";
	return new URL(url).hostname.endsWith(".jp") ? "ja" : null;
}
/** @throws UsageProblem */
async function answersFrom(from, now, cwd, language) {
	const say = words[language].terminal;
	let bytes;
	try {
		bytes = await readOperatorFile(resolve(cwd, from));
	} catch {
		throw new UsageProblem(say.answersUnreadable(from));
	}
	const { bytes: masked, secrets = [] } = await openLedgerSource(from, bytes);
	const result = readAnswers(masked, {
		file: from,
		now
	});
	if (result.ok && secrets.length === 0) return result.answers;
	const { problems, rules } = messagesFor(language);
	const { remedy } = rules["ledger/secret-found"];
	const lines = [...secrets.map(({ position: { line, column } }) => `${from}:${line}:${column}: ${say.answersSecret} ${remedy}`), ...result.ok ? [] : problemsOf(result)];
	throw new UsageProblem([say.answersRejected(from), ...lines].join("\n"), false);
	function problemsOf(refused) {
		return [...refused.problems.map((problem) => {
			const { line, column } = problem.position ?? {
				line: 1,
				column: 1
			};
			const words = problems[problem.code](problem);
			return `${from}:${line}:${column}: ${plainLine(words, 400)}`;
		}), ...refused.ownKeys.map(({ key, position }) => `${from}:${position.line}:${position.column}: ${say.answersKey(key)}`)];
	}
}
/** What could not be looked at, by name. */
function unseenIn({ home, url, hosts, domain }) {
	return [
		[url, home],
		...hosts.flatMap(({ host, a, aaaa, entry, certificate }) => [
			[`${host} A`, a],
			[`${host} AAAA`, aaaa],
			[host, entry],
			[`${host} TLS`, certificate]
		]),
		...domain === null ? [] : [
			[`${domain.name} NS`, domain.nameServers],
			[`${domain.name} MX`, domain.mx],
			[`${domain.name} TXT`, domain.txt],
			[`${domain.name} CAA`, domain.caa],
			[`${domain.name} RDAP/WHOIS`, domain.registration]
		]
	].flatMap(([what, look]) => look?.type === "unseen" ? [{
		what,
		look
	}] : []);
}
const codesOf = (problems) => problems.map(({ code, position }) => `${code}:${position?.line ?? 0}:${position?.column ?? 0}`).join(" ");
async function textOf(file) {
	try {
		return await readTextFile(file);
	} catch {
		return null;
	}
}
async function isThere(file) {
	return await textOf(file) !== null;
}
/** The file's path from the root of its work tree, where it lies in one. */
async function pathInTree(file, cwd) {
	const root = await workTreeRoot(cwd);
	return file.startsWith(`${root}/`) ? file.slice(root.length + 1) : basename(file);
}

export { init };