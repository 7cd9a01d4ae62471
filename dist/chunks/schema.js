import { C as strictObject, S as record, T as union, _ as int, b as number, g as boolean, h as array, i as Size, m as _enum, n as Duration, r as Hours, t as Day, v as literal, w as string, y as looseObject } from "./values.js";

// src/ledger/providers.ts
const keysByProvider = {
	"by-hand": "newest evidence",
	s3: "bucket prefix region endpoint suffix",
	"restic-s3": "bucket prefix region endpoint host paths tags",
	"aws-rds": "region instance cluster",
	"aws-backup": "region vault resource",
	"aws-ebs": "region volume",
	"aws-lightsail": "region instance disk database",
	gcs: "bucket prefix project",
	"google-cloud-sql": "project instance",
	"azure-blob": "account-name container prefix",
	"github-workflow": "repository workflow branch",
	"github-artifact": "repository name branch",
	healthchecks: "check endpoint",
	"http-json": "url time status good size zone list",
	"http-last-modified": "url",
	wpengine: "install environment",
	kinsta: "environment site",
	pantheon: "site environment element",
	"platform-sh": "project environment",
	digitalocean: "droplet database volume",
	linode: "instance database",
	vultr: "instance database",
	hetzner: "server",
	"sakura-cloud": "zone disk archive database",
	conoha: "region server volume image",
	supabase: "project",
	neon: "project branch",
	planetscale: "organization database branch",
	"mongodb-atlas": "project cluster",
	"heroku-postgres": "app database"
};
/** The names that `provider` takes. */
const providerNames = Object.keys(keysByProvider);
/** The keys of this provider's own; null where there is no such provider. */
function providerKeys(provider) {
	const keys = Object.hasOwn(keysByProvider, provider) ? keysByProvider[provider] : void 0;
	return keys === void 0 ? null : [.../* @__PURE__ */ new Set([
		...keys.split(" "),
		"endpoint",
		"zone"
	])];
}

// src/ledger/schema.ts
const text = string().trim().min(1);
const texts = array(text);
const ids = array(text);
const Channel = strictObject({
	phone: text.optional(),
	email: text.optional(),
	slack: text.optional(),
	teams: text.optional(),
	chat: text.optional(),
	url: text.optional(),
	see: text.optional()
});
const Holidays = strictObject({
	country: text.optional(),
	dates: texts.optional()
});
const Contact = strictObject({
	name: text.optional(),
	party: text.optional(),
	kind: _enum(["desk", "person"]).optional(),
	hours: Hours.optional(),
	holidays: Holidays.optional(),
	channels: array(Channel).optional(),
	github: text.optional(),
	verified: Day.optional()
});
const Condition = strictObject({
	when: text.optional(),
	"shown-by": ids.optional(),
	call: ids.optional(),
	"first-instruction": text.optional()
});
const Emergency = strictObject({
	agreed: strictObject({
		date: Day.optional(),
		by: ids.optional()
	}).optional(),
	conditions: array(Condition).optional()
});
/** One stop of the route: a contact to call and how long to wait for it; or `none`: from here on nobody answers. */
const RouteStop = strictObject({
	call: text.optional(),
	wait: Duration.optional(),
	none: text.optional()
});
const FirstContact = strictObject({
	route: array(RouteStop).optional(),
	tell: texts.optional()
});
const Decision = strictObject({
	decides: text.optional(),
	deputy: text.optional(),
	unreachable: text.optional(),
	needs: texts.optional()
});
const Decisions = strictObject({
	common: Decision.optional(),
	"start-recovery": Decision.optional(),
	rollback: Decision.optional(),
	publication: Decision.optional()
});
const Targets = strictObject({
	"first-report": Duration.optional(),
	"update-every": Duration.optional(),
	provisional: Duration.optional(),
	full: Duration.optional(),
	during: text.optional()
});
const Stages = strictObject({
	agreed: Day.optional(),
	provisional: strictObject({
		verify: ids.optional(),
		tolerates: text.optional()
	}).optional(),
	full: strictObject({
		verify: ids.optional(),
		also: array(_enum([
			"performance",
			"monitoring",
			"backups"
		])).optional(),
		tolerates: text.optional()
	}).optional(),
	permanent: strictObject({
		by: text.optional(),
		within: Duration.optional()
	}).optional()
});
/** What decides that it worked: a stage's name, or a list of endpoints. */
const Verify = union([_enum(["provisional", "full"]), ids]);
const Rollback = strictObject({
	what: text.optional(),
	when: texts.optional(),
	"approved-by": text.optional(),
	runbook: text.optional(),
	by: text.optional(),
	where: text.optional(),
	takes: Duration.optional(),
	verify: Verify.optional(),
	rehearsed: Day.optional()
});
const Restore = strictObject({
	covers: texts.optional(),
	into: _enum(["staging-first", "production"]).optional(),
	choose: text.optional(),
	runbook: text.optional(),
	by: text.optional(),
	takes: Duration.optional(),
	verify: Verify.optional(),
	backups: ids.optional(),
	rehearsed: Day.optional()
});
const Ability = _enum([
	"restart",
	"apply-settings",
	"resize",
	"view-alerts",
	"view-logs",
	"restore",
	"confirm",
	"edit",
	"switch-maintenance",
	"renew",
	"change-nameservers",
	"failover",
	"replace",
	"block-path",
	"static-page",
	"purge"
]);
const Access = strictObject({
	console: text.optional(),
	can: array(Ability).optional(),
	holders: ids.optional(),
	login: text.optional(),
	mfa: strictObject({
		method: _enum([
			"totp",
			"security-key",
			"passkey",
			"app",
			"sms",
			"sso",
			"none"
		]).optional(),
		"held-by": ids.optional()
	}).optional(),
	emergency: text.optional(),
	runbook: text.optional(),
	"one-party": text.optional(),
	verified: Day.optional()
});
const Entrance = strictObject({
	common: Access.optional(),
	domain: Access.optional(),
	dns: Access.optional(),
	certificate: Access.optional(),
	cdn: Access.optional(),
	bypass: Access.optional()
});
const Log = strictObject({
	where: text.optional(),
	viewers: ids.optional()
});
const Evidence = strictObject({
	logs: strictObject({
		access: Log.optional(),
		application: Log.optional(),
		system: Log.optional()
	}).optional(),
	alerts: strictObject({
		where: text.optional(),
		to: ids.optional()
	}).optional(),
	changes: text.optional()
});
const Templates = strictObject({
	"first-report": text.optional(),
	"recovery-report": text.optional()
});
const Topic = {
	party: text.optional(),
	"stand-in": text.optional()
};
const Responsibility = strictObject({
	decision: strictObject(Topic).optional(),
	operation: strictObject(Topic).optional(),
	communication: strictObject({
		...Topic,
		escalate: strictObject({
			when: text.optional(),
			to: text.optional()
		}).optional()
	}).optional(),
	access: strictObject({
		...Topic,
		emergency: text.optional()
	}).optional(),
	accountability: strictObject({
		...Topic,
		source: text.optional(),
		"approved-by": text.optional()
	}).optional(),
	deliverables: strictObject({
		"first-report": strictObject({
			fills: text.optional(),
			approves: text.optional(),
			sends: text.optional()
		}).optional(),
		"recovery-report": strictObject({
			fills: text.optional(),
			approves: text.optional(),
			sends: text.optional()
		}).optional(),
		"response-log": strictObject({
			"kept-in": text.optional(),
			by: text.optional()
		}).optional(),
		"rollback-criteria": strictObject({
			"kept-in": text.optional(),
			approves: text.optional()
		}).optional()
	}).optional()
});
const Incident = strictObject({
	thread: text.optional(),
	"kept-by": text.optional()
});
const Json = union([
	string(),
	number(),
	boolean()
]);
const Expectation = strictObject({
	/** One or several; always a list here. Without it any 2xx of the last stop will do. */
	status: union([int().min(100).max(599), array(int().min(100).max(599)).min(1)]).transform((value) => Array.isArray(value) ? value : [value]).optional(),
	contains: texts.optional(),
	lacks: texts.optional(),
	/** JSON Pointer (RFC 6901) → value. */
	json: record(string(), Json).optional(),
	within: Duration.optional(),
	"redirects-to": text.optional(),
	hsts: boolean().optional(),
	indexable: boolean().optional(),
	blocked: literal(true).optional()
});
const Endpoint = strictObject({
	url: text,
	"every-address": boolean().default(false),
	expect: Expectation.default({})
});
const Certificate = strictObject({
	host: text,
	port: int().min(1).max(65535).default(443),
	starttls: _enum(["smtp", "imap"]).optional(),
	names: texts.optional(),
	/** Organisations, one of which must have issued it; always a list here. */
	issuer: union([text, texts]).transform((value) => Array.isArray(value) ? value : [value]).optional(),
	renewal: _enum(["automatic", "manual"]).optional(),
	"lead-time": Duration.optional(),
	"renews-before": Duration.optional(),
	mutual: boolean().default(false)
});
/** A claim about one record set (`type`), or about a zone (`dnssec`). */
const DnsClaim = strictObject({
	name: text,
	type: _enum([
		"A",
		"AAAA",
		"CNAME",
		"MX",
		"NS",
		"TXT",
		"CAA",
		"HTTPS",
		"SVCB",
		"SRV",
		"PTR"
	]).optional(),
	values: texts.optional(),
	match: _enum([
		"exact",
		"includes",
		"within",
		"any",
		"cidr",
		"suffix"
	]).default("exact"),
	"ttl-at-most": Duration.optional(),
	absent: literal(true).optional(),
	dnssec: _enum(["signed", "unsigned"]).optional()
});
const Mail = strictObject({
	dkim: texts.optional(),
	dmarc: _enum([
		"none",
		"quarantine",
		"reject"
	]).optional(),
	spf: _enum(["required"]).optional(),
	"mta-sts": _enum([
		"none",
		"testing",
		"enforce"
	]).optional(),
	receives: boolean().optional()
});
const Domain = strictObject({
	registrar: text.optional(),
	renewal: _enum(["automatic", "manual"]).optional(),
	"lead-time": Duration.optional(),
	"transfer-lock": boolean().optional(),
	expires: Day.optional(),
	evidence: text.optional(),
	rdap: text.optional()
});
/** What every backup says, whoever keeps it; each provider adds its own keys. */
const Backup = looseObject({
	provider: text,
	every: Duration.optional(),
	"at-most": Duration.optional(),
	keep: int().min(1).optional(),
	smallest: Size.optional(),
	away: boolean().optional(),
	account: text.optional(),
	role: text.optional(),
	newest: Day.optional(),
	evidence: text.optional()
});
const Reality = strictObject({
	endpoints: record(string(), Endpoint).optional(),
	certificates: record(string(), Certificate).optional(),
	dns: array(DnsClaim).optional(),
	mail: record(string(), Mail).optional(),
	domains: record(string(), Domain).optional(),
	backups: record(string(), Backup).optional()
});
const duration = (text) => Duration.prefault(text);
const Review = strictObject({
	every: duration("1 month"),
	"verify-contacts-within": duration("65d"),
	"verify-access-within": duration("65d"),
	"exercise-within": duration("1y"),
	"rehearse-within": duration("1y"),
	"lead-time": duration("14d")
});
const Exercise = strictObject({
	date: Day,
	kind: text.optional(),
	covered: texts.optional(),
	estimated: strictObject({
		rollback: Duration.optional(),
		restore: Duration.optional()
	}).optional(),
	note: text.optional()
});
const PastIncident = strictObject({
	date: Day,
	what: text,
	"stopped-at": array(int().min(1).max(10)).optional(),
	prevention: text.optional(),
	by: text.optional(),
	until: Day.optional(),
	done: Day.optional()
});
const PlanEntry = strictObject({
	item: int().min(1).max(10),
	by: text.optional(),
	until: Day.optional()
});
const Change = strictObject({
	date: Day,
	by: text.optional(),
	what: text
});
/** Silences one rule on one subject until its day. */
const Exception = strictObject({
	rule: text,
	subject: text,
	because: text,
	until: Day
});
const Site = strictObject({
	name: text,
	url: text,
	language: _enum(["ja", "en"]).optional(),
	timezone: text.default("Asia/Tokyo"),
	public: boolean().default(false)
});
const Ledger = strictObject({
	version: literal(1),
	reviewed: Day.optional(),
	site: Site,
	parties: record(string(), text).optional(),
	contacts: record(string(), Contact).optional(),
	emergency: Emergency.optional(),
	"first-contact": FirstContact.optional(),
	decisions: Decisions.optional(),
	targets: Targets.optional(),
	stages: Stages.optional(),
	rollback: Rollback.optional(),
	restore: Restore.optional(),
	access: record(string(), Access).optional(),
	entrance: Entrance.optional(),
	evidence: Evidence.optional(),
	templates: Templates.optional(),
	responsibility: Responsibility.optional(),
	incident: Incident.optional(),
	reality: Reality.default({}),
	review: Review.prefault({}),
	exercises: array(Exercise).default([]),
	incidents: array(PastIncident).default([]),
	plan: array(PlanEntry).default([]),
	changes: array(Change).default([]),
	exceptions: array(Exception).default([])
});

export { providerNames as i, Ledger as n, providerKeys as r, Backup as t };