// src/rules/backup.ts
const critical$3 = {
	kind: "drift",
	severity: "critical",
	items: [6]
};
const warning$5 = {
	kind: "drift",
	severity: "warning",
	items: [6]
};
const backupRules = {
	"backup/none": critical$3,
	"backup/too-old": critical$3,
	"backup/too-small": critical$3,
	"backup/switched-off": critical$3,
	"backup/readable-by-anyone": critical$3,
	"backup/failed": warning$5,
	"backup/too-few": warning$5,
	"backup/stuck": warning$5,
	"backup/shrunk": warning$5,
	"backup/future-dated": warning$5,
	"backup/same-place": warning$5,
	"backup/last-good-expires": {
		kind: "expiring",
		severity: "warning",
		items: [],
		cause: "procedure"
	},
	"backup/unconfirmed": {
		kind: "stale",
		severity: "warning",
		items: [6]
	}
};

// src/rules/change.ts
const changeRules = { "change/unrecorded": {
	kind: "drift",
	severity: "warning",
	items: [],
	cause: "procedure"
} };

// src/rules/checklist.ts
const gap = {
	kind: "gap",
	severity: "warning"
};
const stale = {
	kind: "stale",
	severity: "warning"
};
const drift = {
	kind: "drift",
	severity: "warning"
};
const procedures = {
	items: [
		5,
		6,
		8
	],
	cause: "procedure"
};
const access = {
	items: [7, 8],
	cause: "access"
};
const noItem = {
	items: [],
	cause: "procedure"
};
const checklistRules = {
	"emergency/missing": {
		...gap,
		items: [1]
	},
	"emergency/not-agreed": {
		...gap,
		items: [1]
	},
	"emergency/no-call": {
		...gap,
		items: [1]
	},
	"emergency/no-first-instruction": {
		...gap,
		items: [1]
	},
	"contact/route-missing": {
		...gap,
		items: [2]
	},
	"contact/starts-at-person": {
		...gap,
		items: [2]
	},
	"contact/single-channel": {
		...gap,
		items: [2]
	},
	"contact/no-fallback": {
		...gap,
		items: [2]
	},
	"contact/no-wait": {
		...gap,
		items: [2]
	},
	"contact/nothing-to-tell": {
		...gap,
		items: [2]
	},
	"contact/hours-uncovered": {
		...gap,
		items: [2]
	},
	"contact/unverified": {
		...stale,
		items: [2],
		cause: "contact"
	},
	"contact/channel-invalid": {
		...drift,
		items: [2],
		cause: "contact"
	},
	"decision/missing": {
		...gap,
		items: [3]
	},
	"decision/no-deputy": {
		...gap,
		items: [3]
	},
	"decision/same-person": {
		...gap,
		items: [3]
	},
	"decision/no-unreachable-rule": {
		...gap,
		items: [3]
	},
	"decision/nothing-to-know": {
		...gap,
		items: [3]
	},
	"decision/unreachable-together": {
		...gap,
		items: [3]
	},
	"target/missing": {
		...gap,
		items: [4]
	},
	"target/out-of-order": {
		...gap,
		items: [4]
	},
	"target/takes-too-long": {
		...gap,
		items: [4]
	},
	"target/waits-too-long": {
		...gap,
		items: [4]
	},
	"stage/missing": {
		...gap,
		...noItem
	},
	"rollback/missing": {
		...gap,
		items: [5]
	},
	"rollback/incomplete": {
		...gap,
		items: [5]
	},
	"restore/missing": {
		...gap,
		items: [6]
	},
	"restore/incomplete": {
		...gap,
		items: [6]
	},
	"runbook/missing": {
		...gap,
		...procedures
	},
	"runbook/not-found": {
		...drift,
		...procedures
	},
	"runbook/unreachable": {
		...drift,
		...procedures
	},
	"runbook/empty": {
		...drift,
		...procedures
	},
	"runbook/section-missing": {
		...drift,
		...procedures
	},
	"runbook/unrehearsed": {
		...stale,
		items: [5, 6]
	},
	"access/missing": {
		...gap,
		...access
	},
	"access/cannot": {
		...gap,
		...access
	},
	"access/single-holder": {
		...gap,
		...access
	},
	"access/no-login": {
		...gap,
		...access
	},
	"access/no-mfa": {
		...gap,
		...access
	},
	"access/mfa-single-holder": {
		...gap,
		...access
	},
	"access/no-emergency": {
		...gap,
		...access
	},
	"access/doer-cannot-enter": {
		...gap,
		...access
	},
	"access/unverified": {
		...stale,
		...access
	},
	"evidence/missing": {
		...gap,
		items: [9]
	},
	"evidence/no-viewer": {
		...gap,
		items: [9]
	},
	"template/missing": {
		...gap,
		items: [10]
	},
	"template/not-found": {
		...drift,
		items: [10]
	},
	"template/field-missing": {
		...drift,
		items: [10]
	},
	"responsibility/missing": {
		...gap,
		...noItem
	},
	"responsibility/no-stand-in": {
		...gap,
		...noItem
	},
	"responsibility/one-party": {
		...gap,
		...noItem
	},
	"responsibility/deliverable-missing": {
		...gap,
		...noItem
	},
	"responsibility/escalation-missing": {
		...gap,
		items: [],
		cause: "contact"
	},
	"exercise/overdue": {
		...stale,
		...noItem
	},
	"incident/unreviewed": {
		...stale,
		...noItem
	},
	"incident/prevention-overdue": {
		...stale,
		...noItem
	},
	"plan/overdue": {
		...stale,
		...noItem
	}
};

// src/rules/dns.ts
const record = {
	kind: "drift",
	severity: ["critical", "warning"],
	items: [8]
};
const warning$4 = {
	kind: "drift",
	severity: "warning",
	items: [8]
};
const critical$2 = {
	kind: "drift",
	severity: "critical",
	items: [8]
};
const dnsRules = {
	"dns/no-such-name": record,
	"dns/record-missing": record,
	"dns/record-differs": record,
	"dns/record-unexpected": warning$4,
	"dns/answers-disagree": warning$4,
	"dns/dangling-alias": warning$4,
	"dns/nameserver-unresolvable": warning$4,
	"dns/ttl-too-long": {
		kind: ["drift", "notice"],
		severity: ["warning", "info"],
		items: [8],
		cause: "access"
	},
	"dns/delegation-differs": critical$2,
	"dns/delegation-mismatch": critical$2,
	"dns/lame-nameserver": record,
	"dns/caa-forbids-issuer": warning$4,
	"dns/dnssec-differs": warning$4,
	"dns/resolver-disagrees": warning$4,
	"dns/ds-mismatch": critical$2,
	"dns/signature-invalid": critical$2,
	"dns/signature-expires": {
		kind: "expiring",
		severity: "warning",
		items: [],
		cause: "access"
	}
};

// src/rules/domain.ts
const critical$1 = {
	kind: "drift",
	severity: "critical",
	items: [8]
};
const warning$3 = {
	kind: "drift",
	severity: "warning",
	items: [8]
};
const domainRules = {
	"domain/expired": critical$1,
	"domain/on-hold": critical$1,
	"domain/pending-delete": critical$1,
	"domain/to-be-suspended": critical$1,
	"domain/not-registered": critical$1,
	"domain/expires-soon": {
		kind: ["expiring", "notice"],
		severity: [
			"warning",
			"critical",
			"info"
		],
		items: [],
		cause: "access"
	},
	"domain/registrar-differs": warning$3,
	"domain/renewed-unconfirmed": warning$3,
	"domain/transfer-unlocked": {
		kind: ["drift", "notice"],
		severity: ["warning", "info"],
		items: [8],
		cause: "access"
	},
	"domain/expiry-not-published": {
		kind: "notice",
		severity: "info",
		items: [],
		cause: "access"
	}
};

// src/rules/http.ts
/** What is wrong with a page that visitors get all the same: to be mended, and no outage. */
const servedAllTheSame = /* @__PURE__ */ new Set([
	"http/not-upgraded",
	"http/hsts-differs",
	"http/noindex",
	"http/indexable"
]);
/** Critical on the main endpoints, else a warning. */
const promise = {
	kind: "drift",
	severity: ["critical", "warning"],
	items: [],
	cause: "procedure"
};
const warning$2 = {
	kind: "drift",
	severity: "warning",
	items: [],
	cause: "procedure"
};
const httpRules = {
	/** A warning where all tries only timed out: it may be a filter. */
	"http/unreachable": promise,
	"http/server-error": {
		...promise,
		severity: "critical"
	},
	"http/status-differs": promise,
	"http/text-missing": promise,
	"http/text-forbidden": promise,
	"http/json-differs": promise,
	"http/redirect-differs": promise,
	"http/redirect-loop": promise,
	"http/https-downgraded": promise,
	"http/site-broken": promise,
	"http/parked": promise,
	"http/not-upgraded": warning$2,
	"http/in-maintenance": warning$2,
	"http/too-slow": warning$2,
	"http/hsts-differs": warning$2,
	"http/noindex": warning$2,
	"http/indexable": warning$2,
	"http/not-blocked": warning$2,
	"http/challenged": {
		...warning$2,
		kind: "unknown"
	}
};

// src/rules/ledger.ts
const ledgerRules = {
	"ledger/invalid": {
		kind: "drift",
		severity: "critical",
		items: [],
		cause: "procedure"
	},
	"ledger/secret-found": {
		kind: "drift",
		severity: "critical",
		items: [],
		cause: "access"
	},
	"ledger/private-data-public": {
		kind: "drift",
		severity: "warning",
		items: [],
		cause: "contact"
	},
	"ledger/review-due": {
		kind: "stale",
		severity: "info",
		items: [],
		cause: "procedure"
	},
	"ledger/exception-expired": {
		kind: "stale",
		severity: "warning",
		items: [],
		cause: "procedure"
	},
	"ledger/exception-unused": {
		kind: "notice",
		severity: "info",
		items: [],
		cause: "procedure"
	}
};

// src/rules/mail.ts
const warning$1 = {
	kind: "drift",
	severity: "warning",
	items: [],
	cause: "access"
};
const mailRules = {
	"mail/no-mx": warning$1,
	"mail/mx-invalid": warning$1,
	"mail/spf-invalid": warning$1,
	"mail/spf-too-many-lookups": warning$1,
	"mail/spf-permits-all": warning$1,
	"mail/dmarc-missing": warning$1,
	"mail/dmarc-differs": warning$1,
	"mail/dkim-missing": warning$1,
	"mail/dkim-revoked": warning$1,
	"mail/mta-sts-invalid": warning$1
};

// src/rules/people.ts
const peopleRules = {
	"access/console-unreachable": {
		kind: "drift",
		severity: "warning",
		items: [7, 8],
		cause: "access"
	},
	"contact/account-gone": {
		kind: "drift",
		severity: "warning",
		items: [2],
		cause: "contact"
	}
};

// src/rules/probe.ts
const probeRules = {
	"probe/failed": {
		kind: ["unknown", "notice"],
		severity: ["warning", "info"],
		items: [
			2,
			6,
			7,
			8
		],
		cause: "procedure"
	},
	"probe/blocked": {
		kind: "unknown",
		severity: "warning",
		items: [
			6,
			7,
			8
		],
		cause: "procedure"
	},
	"probe/credentials-missing": {
		kind: "unknown",
		severity: "warning",
		items: [
			6,
			7,
			8
		],
		cause: "access"
	},
	"probe/access-denied": {
		kind: "unknown",
		severity: "warning",
		items: [
			6,
			7,
			8
		],
		cause: "access"
	},
	"probe/not-testable": {
		kind: "notice",
		severity: "info",
		items: [],
		cause: "procedure"
	}
};

// src/rules/schedule.ts
const notice$1 = {
	kind: "notice",
	severity: "info",
	items: [],
	cause: "access"
};
const scheduleRules = {
	"schedule/will-stop": {
		kind: "expiring",
		severity: "warning",
		items: [],
		cause: "access"
	},
	"schedule/too-rare": notice$1,
	"schedule/was-late": notice$1
};

// src/rules/tls.ts
const critical = {
	kind: "drift",
	severity: "critical",
	items: [8]
};
const warning = {
	kind: "drift",
	severity: "warning",
	items: [8]
};
const expiring = {
	kind: "expiring",
	severity: ["warning", "critical"],
	items: [],
	cause: "access"
};
const notice = {
	kind: "notice",
	severity: "info",
	items: [],
	cause: "access"
};
const tlsRules = {
	"tls/expired": critical,
	"tls/not-yet-valid": critical,
	"tls/hostname-mismatch": critical,
	"tls/untrusted-root": critical,
	"tls/self-signed": critical,
	"tls/wrong-purpose": critical,
	"tls/handshake-failed": critical,
	"tls/revoked": critical,
	"tls/weak-key": critical,
	"tls/weak-signature": critical,
	"tls/old-protocol-only": critical,
	"tls/incomplete-chain": warning,
	"tls/addresses-disagree": warning,
	"tls/name-not-covered": warning,
	"tls/issuer-differs": warning,
	"tls/old-protocol": notice,
	"tls/intermediate-expires": {
		...expiring,
		severity: "warning"
	},
	"tls/expires-soon": expiring,
	"tls/renewal-overdue": expiring,
	"tls/renewal-ahead": notice
};

// src/rules/index.ts
/** Every rule of this version. */
const rules = {
	...ledgerRules,
	...httpRules,
	...tlsRules,
	...dnsRules,
	...mailRules,
	...domainRules,
	...backupRules,
	...peopleRules,
	...scheduleRules,
	...probeRules,
	...checklistRules,
	...changeRules
};
function isRuleName(name) {
	return Object.hasOwn(rules, name);
}

export { rules as n, servedAllTheSame as r, isRuleName as t };