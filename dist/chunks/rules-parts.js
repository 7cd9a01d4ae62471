import { a as rule, r as gap } from "./rules-and-messages.js";

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
/** Backups, as their providers list them. Times: ISO 8601, UTC; spans in milliseconds. */
const backupRules = {
	"backup/none": rule(critical$3),
	"backup/too-old": rule(critical$3),
	/**
	* One series of files of several stopped. `limitMs`: how old it may be, by the ledger or by the series' own pace where
	* that is slower. `isGone`: an earlier run saw it, and nothing of it is left.
	*/
	"backup/series-stopped": rule(critical$3),
	/**
	* `least`: what the ledger calls the smallest; null where the ones before it say so. `isEmpty`: an archive of the size
	* that holds nothing.
	*/
	"backup/too-small": rule(critical$3),
	"backup/switched-off": rule(critical$3),
	"backup/readable-by-anyone": rule(critical$3),
	"backup/failed": rule(warning$5),
	"backup/too-few": rule(warning$5),
	/** `usualMs`: how long such a backup usually takes; null where that is not known. */
	"backup/stuck": rule(warning$5),
	"backup/shrunk": rule(warning$5),
	"backup/future-dated": rule(warning$5),
	"backup/same-place": rule(warning$5),
	/** What has to be thawed cannot be restored in the time that the ledger gives the restore, or the whole recovery. */
	"backup/thaws-too-late": rule(warning$5),
	/** `ids`: of all backups, none of which is said to be kept away from the site. */
	"backup/no-second-place": gap({
		items: [6],
		question: {
			topic: "operation",
			role: "maintenance",
			vendor: true
		}
	}),
	"backup/last-good-expires": rule({
		kind: "expiring",
		severity: "warning",
		items: [],
		cause: "procedure"
	}),
	/** Days of the site's calendar. */
	"backup/unconfirmed": rule({
		kind: "stale",
		severity: "warning",
		items: [6]
	})
};

// src/rules/change.ts
/** The history of changes that the ledger promises to keep. */
const changeRules = { 
/**
* `ledger`: the claims of these names were rewritten (none: where claims only went away, or are not known one by
* one); `observed`: something else is seen there than before.
*/
"change/unrecorded": rule({
	kind: "drift",
	severity: "warning",
	items: [],
	cause: "procedure"
}) };

// src/rules/checklist.ts
/** What there is of a contact that a gap is about; the whole thing may be missing, and the contact with it. */
const aboutContact = ({ contact }) => contact == null ? null : { contact };
const aboutCondition = ({ condition }) => condition;
const aboutDecision = ({ decision }) => decision;
const aboutAccess = ({ access }) => access;
const aboutPart = ({ part }) => part;
const aboutTopic = ({ topic }) => topic == null ? "topic.all" : `topic.${topic}`;
const emergency = {
	topic: "decision",
	role: "client"
};
const contact = {
	topic: "communication",
	role: "maintenance"
};
const decision = {
	topic: "decision",
	role: "client",
	about: aboutDecision
};
const operation = {
	topic: "operation",
	role: "maintenance",
	vendor: true
};
const access = {
	topic: "access",
	role: "maintenance",
	about: aboutAccess
};
const accountability = {
	topic: "accountability",
	role: "client"
};
const procedures = {
	items: [
		5,
		6,
		8
	],
	cause: "procedure"
};
const entries = {
	items: [7, 8],
	cause: "access"
};
const noItem = {
	items: [],
	cause: "procedure"
};
const stale$1 = {
	kind: "stale",
	severity: "warning"
};
const drift = {
	kind: "drift",
	severity: "warning"
};
/** What the ledger says of people and procedures, against what the ten items need. */
const checklistRules = {
	"emergency/missing": gap({
		items: [1],
		question: {
			...emergency,
			whole: {
				length: 1,
				opens: {
					"emergency/not-agreed": ["agreed"],
					"emergency/no-call": ["conditions"],
					"emergency/no-first-instruction": ["conditions"]
				}
			}
		}
	}),
	"emergency/not-agreed": gap({
		items: [1],
		question: emergency
	}),
	"emergency/no-call": gap({
		items: [1],
		question: {
			...emergency,
			topic: "communication",
			about: aboutCondition
		}
	}),
	"emergency/no-first-instruction": gap({
		items: [1],
		question: {
			...emergency,
			about: aboutCondition
		}
	}),
	/** `stop` counts from 1; null: there is no route at all. */
	"contact/route-missing": gap({
		items: [2],
		question: {
			...contact,
			vendor: true,
			whole: {
				length: 2,
				opens: {
					"contact/single-channel": ["/contacts"],
					"contact/no-wait": ["/first-contact.route"],
					"contact/hours-uncovered": ["/contacts"]
				}
			}
		}
	}),
	"contact/starts-at-person": gap({
		items: [2],
		question: {
			...contact,
			about: aboutContact
		}
	}),
	"contact/single-channel": gap({
		items: [2],
		question: {
			...contact,
			about: aboutContact
		}
	}),
	"contact/no-fallback": gap({
		items: [2],
		question: {
			...contact,
			vendor: true,
			about: aboutContact
		}
	}),
	"contact/no-wait": gap({
		items: [2],
		question: {
			...contact,
			about: aboutContact
		}
	}),
	"contact/nothing-to-tell": gap({
		items: [2],
		question: contact
	}),
	"contact/hours-uncovered": gap({
		items: [2],
		question: {
			...contact,
			vendor: true
		}
	}),
	/** Of a contact that is not on the route it holds no item; so does `contact/channel-invalid`. */
	"contact/unverified": rule({
		...stale$1,
		items: [2],
		cause: "contact"
	}),
	"contact/channel-invalid": rule({
		...drift,
		items: [2],
		cause: "contact"
	}),
	"decision/missing": gap({
		items: [3],
		question: {
			...decision,
			vendor: true,
			whole: {
				length: 2,
				opens: {
					"decision/no-deputy": ["deputy"],
					"decision/no-unreachable-rule": ["unreachable"],
					"decision/nothing-to-know": ["needs"]
				}
			}
		}
	}),
	"decision/no-deputy": gap({
		items: [3],
		question: decision
	}),
	"decision/same-person": gap({
		items: [3],
		question: decision
	}),
	"decision/no-unreachable-rule": gap({
		items: [3],
		question: decision
	}),
	"decision/nothing-to-know": gap({
		items: [3],
		question: decision
	}),
	"decision/unreachable-together": gap({
		items: [3],
		question: decision
	}),
	/** `hours-of`: the contact in whose hours the targets count, and who has none. */
	"target/missing": gap({
		items: [4],
		question: {
			topic: "communication",
			role: "client",
			vendor: true,
			about: (data) => aboutContact(data) ?? data.target
		}
	}),
	"target/out-of-order": gap({
		items: [4],
		question: {
			topic: "communication",
			role: "client"
		}
	}),
	"target/takes-too-long": gap({
		items: [4],
		question: {
			topic: "operation",
			role: "maintenance",
			about: ({ target }) => target
		}
	}),
	"target/waits-too-long": gap({
		items: [4],
		question: contact
	}),
	"stage/missing": gap({
		...noItem,
		question: {
			topic: "decision",
			role: "client",
			about: ({ stage }) => stage
		}
	}),
	"rollback/missing": gap({
		items: [5],
		question: {
			...operation,
			whole: {
				length: 1,
				opens: {
					"rollback/incomplete": [
						"what",
						"when",
						"approved-by",
						"by",
						"where",
						"takes",
						"verify"
					],
					"runbook/missing": ["runbook"]
				}
			}
		}
	}),
	"rollback/incomplete": gap({
		items: [5],
		question: {
			...operation,
			about: aboutPart
		}
	}),
	"restore/missing": gap({
		items: [6],
		question: {
			...operation,
			whole: {
				length: 1,
				opens: {
					"restore/incomplete": [
						"covers",
						"into",
						"choose",
						"by",
						"takes",
						"verify",
						"backups"
					],
					"runbook/missing": ["runbook"]
				}
			}
		}
	}),
	"restore/incomplete": gap({
		items: [6],
		question: {
			...operation,
			about: aboutPart
		}
	}),
	"runbook/missing": gap({
		...procedures,
		question: {
			...operation,
			about: ({ of }) => of
		}
	}),
	"runbook/not-found": rule({
		...drift,
		...procedures
	}),
	"runbook/unreachable": rule({
		...drift,
		...procedures
	}),
	"runbook/empty": rule({
		...drift,
		...procedures
	}),
	"runbook/section-missing": rule({
		...drift,
		...procedures
	}),
	"runbook/unrehearsed": rule({
		...stale$1,
		items: [5, 6]
	}),
	/** `console`: the entry is there, and where to enter is not written. */
	"access/missing": gap({
		...entries,
		question: {
			...access,
			whole: {
				length: 2,
				opens: {
					"access/cannot": ["can"],
					"access/single-holder": ["holders"],
					"access/no-login": ["login"],
					"access/no-mfa": ["mfa"],
					"access/no-emergency": ["emergency"]
				}
			}
		}
	}),
	"access/cannot": gap({
		...entries,
		question: {
			...access,
			vendor: true
		}
	}),
	"access/single-holder": gap({
		...entries,
		question: {
			...access,
			vendor: true
		}
	}),
	"access/no-login": gap({
		...entries,
		question: access
	}),
	"access/no-mfa": gap({
		...entries,
		question: access
	}),
	"access/mfa-single-holder": gap({
		...entries,
		question: access
	}),
	"access/no-emergency": gap({
		...entries,
		question: {
			...access,
			vendor: true
		}
	}),
	"access/doer-cannot-enter": gap({
		...entries,
		question: access
	}),
	"access/unverified": rule({
		...stale$1,
		...entries
	}),
	"evidence/missing": gap({
		items: [9],
		question: {
			topic: "operation",
			role: "maintenance",
			about: ({ evidence }) => evidence
		}
	}),
	"evidence/no-viewer": gap({
		items: [9],
		question: {
			topic: "access",
			role: "maintenance",
			about: ({ evidence }) => evidence
		}
	}),
	"template/missing": gap({
		items: [10],
		question: {
			...accountability,
			role: "agency",
			vendor: true,
			about: ({ template }) => template
		}
	}),
	"template/not-found": rule({
		...drift,
		items: [10]
	}),
	"template/field-missing": rule({
		...drift,
		items: [10]
	}),
	"responsibility/missing": gap({
		...noItem,
		question: {
			...accountability,
			about: ({ topic, part }) => part === "party" ? aboutTopic({ topic }) : `part.${part}`,
			whole: {
				length: 1,
				opens: {
					"responsibility/no-stand-in": ["*.stand-in"],
					"responsibility/escalation-missing": ["communication.escalate"],
					"responsibility/deliverable-missing": ["deliverables"]
				}
			}
		}
	}),
	"responsibility/no-stand-in": gap({
		...noItem,
		question: {
			...accountability,
			about: aboutTopic
		}
	}),
	"responsibility/one-party": gap({
		...noItem,
		question: accountability
	}),
	"responsibility/deliverable-missing": gap({
		...noItem,
		question: {
			...accountability,
			role: "agency",
			vendor: true,
			about: ({ deliverable }) => deliverable
		}
	}),
	"responsibility/escalation-missing": gap({
		items: [],
		cause: "contact",
		question: {
			topic: "communication",
			role: "client"
		}
	}),
	"exercise/overdue": rule({
		...stale$1,
		...noItem
	}),
	"incident/unreviewed": rule({
		...stale$1,
		...noItem
	}),
	"incident/prevention-overdue": rule({
		...stale$1,
		...noItem
	}),
	"plan/overdue": rule({
		...stale$1,
		...noItem
	})
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
/** Another value than the ledger's: somebody changed it. */
const showsChange = () => true;
/** What DNS says, against what the ledger says, and whether the name servers do their part. */
const dnsRules = {
	/** `lookAgainAt`: until when (ISO) resolvers may remember that there is none (RFC 2308 §5). */
	"dns/no-such-name": rule(record),
	"dns/record-missing": rule({
		...record,
		showsChange
	}),
	/** `wildcard`: the one that gave what was seen, so that the name itself is probably gone. */
	"dns/record-differs": rule({
		...record,
		showsChange
	}),
	"dns/record-unexpected": rule({
		...warning$4,
		showsChange
	}),
	"dns/answers-disagree": rule(warning$4),
	"dns/dangling-alias": rule(warning$4),
	"dns/nameserver-unresolvable": rule(warning$4),
	"dns/nameserver-is-alias": rule(warning$4),
	"dns/ttl-too-long": rule({
		kind: ["drift", "notice"],
		severity: ["warning", "info"],
		items: [8],
		cause: "access"
	}),
	"dns/delegation-differs": rule({
		...critical$2,
		showsChange
	}),
	/** A warning where one set holds the other and every server of both answers alike. */
	"dns/delegation-mismatch": rule(record),
	"dns/lame-nameserver": rule(record),
	/** `at`: the name whose CAA records bind; `names`: those in the certificate that they keep from being renewed. */
	"dns/caa-forbids-issuer": rule(warning$4),
	"dns/dnssec-differs": rule({
		...warning$4,
		showsChange
	}),
	/** Beside name servers that are in order. `errors`: extended error codes (RFC 8914) of the resolver. */
	"dns/resolver-disagrees": rule(warning$4),
	/** `parent`: its DS records as `tag algorithm digest-type`; `servers`: those where it is so, null: all. */
	"dns/ds-mismatch": rule(critical$2),
	/** Of the set `name`/`type`. `from`, `until`: the signature's own times (ISO); null where there is none. */
	"dns/signature-invalid": rule(critical$2),
	"dns/signature-expires": rule({
		kind: "expiring",
		severity: "warning",
		items: [],
		cause: "access"
	})
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
/** The registration of a domain: what keeps every name below it alive. Times: ISO 8601, UTC. */
const domainRules = {
	"domain/expired": rule(critical$1),
	"domain/on-hold": rule(critical$1),
	/** `restoreBy`: the last moment at which it can be had back, where the registry's rules fix one. */
	"domain/pending-delete": rule(critical$1),
	"domain/to-be-suspended": rule(critical$1),
	"domain/not-registered": rule(critical$1),
	"domain/expires-soon": rule({
		kind: ["expiring", "notice"],
		severity: [
			"warning",
			"critical",
			"info"
		],
		items: [],
		cause: "access"
	}),
	"domain/registrar-differs": rule({
		...warning$3,
		showsChange: () => true
	}),
	/** `until`: as long as the registrar can still take the renewal back. */
	"domain/renewed-unconfirmed": rule(warning$3),
	/** `isTransferring`: somebody has asked to move it to another registrar. */
	"domain/transfer-unlocked": rule({
		kind: ["drift", "notice"],
		severity: ["warning", "info"],
		items: [8],
		cause: "access"
	}),
	/** `expires`: the ledger's own date, a day of the site's calendar; `reason`: why the registry gives none. */
	"domain/expiry-not-published": rule({
		kind: "notice",
		severity: "info",
		items: [],
		cause: "access"
	})
};

// src/rules/http.ts
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
const served = {
	...warning$2,
	isServed: true
};
/** What the site's web servers answered, against the ledger's endpoints. */
const httpRules = {
	/**
	* No connection came about, or it was broken off before an answer. `host` may be one that the URL redirects to.
	* A warning where all tries only timed out: it may be a filter.
	*/
	"http/unreachable": rule(promise),
	/** No connection comes about at some of the host's addresses, and the page is seen at another. */
	"http/address-unreachable": rule(served),
	"http/server-error": rule({
		...promise,
		severity: "critical"
	}),
	/** `expected` is empty where any 2xx will do. */
	"http/status-differs": rule(promise),
	"http/text-missing": rule(promise),
	"http/text-forbidden": rule(promise),
	/** `observed` is JSON, or null where there is nothing. `values` is empty where the body is no JSON at all. */
	"http/json-differs": rule(promise),
	"http/redirect-differs": rule({
		...promise,
		showsChange: ({ url, observed }) => URL.parse(url)?.href !== URL.parse(observed)?.href
	}),
	"http/redirect-loop": rule(promise),
	"http/https-downgraded": rule(promise),
	"http/site-broken": rule(promise),
	"http/parked": rule(promise),
	/** `by`: whose page it is, a hoster's or a server's; null where it does not say. */
	"http/placeholder": rule(promise),
	/** `plainUrl`: the page without encryption, which is served as it is. */
	"http/not-upgraded": rule(served),
	"http/in-maintenance": rule(warning$2),
	/** Longer than `limitMs`, to the last byte: `tookMs`, in whole seconds, rounded up. */
	"http/too-slow": rule(warning$2),
	/** Browsers show the answer that came at `at`, and strict clients do not. */
	"http/malformed-answer": rule({
		...served,
		kind: "notice",
		severity: "info"
	}),
	/** `header` is the one that was sent, or null. */
	"http/hsts-differs": rule(served),
	"http/noindex": rule(served),
	"http/indexable": rule(served),
	"http/not-blocked": rule(warning$2),
	/** `by`: the wall's name; null where nothing shows it. With status 403 this page alone may be forbidden. */
	"http/challenged": rule({
		...warning$2,
		kind: "unknown"
	})
};

// src/rules/ledger.ts
const wrong = {
	kind: "drift",
	severity: "critical",
	items: [],
	cause: "procedure",
	isOfText: true
};
const stale = {
	kind: "stale",
	severity: "warning",
	items: [],
	cause: "procedure"
};
/** The ledger itself: its text, its review, its exceptions. */
const ledgerRules = {
	/** One problem of a ledger that cannot be read. */
	"ledger/invalid": rule(wrong),
	"ledger/secret-found": rule({
		...wrong,
		cause: "access"
	}),
	/** A word for a password, and beside it what may as well be a name with a number: nobody can know, so nothing fails. */
	"ledger/secret-possible": rule({
		kind: "notice",
		severity: "warning",
		items: [],
		cause: "access"
	}),
	/** `contacts`: whose they are; `isInIssues`: `site.public: true` lets them into issues and comments too. */
	"ledger/private-data-public": rule({
		kind: "drift",
		severity: "warning",
		items: [],
		cause: "contact"
	}),
	"ledger/review-due": rule({
		...stale,
		severity: "info"
	}),
	"ledger/exception-expired": rule(stale),
	"ledger/exception-unused": rule({
		...stale,
		kind: "notice",
		severity: "info"
	})
};

// src/rules/mail.ts
const warning$1 = {
	kind: "drift",
	severity: "warning",
	items: [],
	cause: "access"
};
/** Mail of a domain: where it is delivered, and what proves that it comes from there. */
const mailRules = {
	"mail/no-mx": rule(warning$1),
	"mail/mx-invalid": rule(warning$1),
	"mail/mx-unreachable": rule(warning$1),
	"mail/spf-invalid": rule(warning$1),
	"mail/spf-too-many-lookups": rule(warning$1),
	"mail/spf-permits-all": rule(warning$1),
	"mail/dmarc-missing": rule(warning$1),
	"mail/dmarc-differs": rule(warning$1),
	"mail/dkim-missing": rule(warning$1),
	"mail/dkim-revoked": rule(warning$1),
	"mail/dkim-invalid": rule(warning$1),
	"mail/mta-sts-invalid": rule(warning$1)
};

// src/rules/people.ts
/** What is seen of the doors and the people that the ledger names; what it says of them is the checklist's. */
const peopleRules = {
	/** `code`: how the console stayed silent, at every address and by the last try. */
	"access/console-unreachable": rule({
		kind: "drift",
		severity: "warning",
		items: [7, 8],
		cause: "access"
	}),
	/** `accesses`: ids of what this contact may enter. Of contacts that are not on the route it holds no item. */
	"contact/account-gone": rule({
		kind: "drift",
		severity: "warning",
		items: [2],
		cause: "contact"
	})
};

// src/rules/probe.ts
/** The items of which anything is looked at. */
const items = [
	2,
	5,
	6,
	7,
	8,
	10
];
/** What could not be looked at: never shown as fine, never as broken. */
const probeRules = {
	"probe/failed": rule({
		kind: ["unknown", "notice"],
		severity: ["warning", "info"],
		items,
		cause: "procedure"
	}),
	"probe/blocked": rule({
		kind: "unknown",
		severity: "warning",
		items,
		cause: "procedure"
	}),
	/** `provider`: what is needed is the operator's word that this provider's credentials may go to the place `needed`. */
	"probe/credentials-missing": rule({
		kind: "unknown",
		severity: "warning",
		items,
		cause: "access"
	}),
	/** `permission`: the least right that is enough. */
	"probe/access-denied": rule({
		kind: "unknown",
		severity: "warning",
		items,
		cause: "access"
	}),
	/** What this place, or this version, can never see. */
	"probe/not-testable": rule({
		kind: "notice",
		severity: "info",
		items: [],
		cause: "procedure"
	})
};

// src/rules/schedule.ts
const notice$1 = {
	kind: "notice",
	severity: "info",
	items: [],
	cause: "access"
};
/** The schedule that starts the checks. Times: ISO 8601, UTC. */
const scheduleRules = {
	/** `stopsAt`: when GitHub may switch it off; `isPast`: that time has come already. */
	"schedule/will-stop": rule({
		kind: "expiring",
		severity: "warning",
		items: [],
		cause: "access"
	}),
	/** `everyDays`: how often a check would have to run, at most. */
	"schedule/too-rare": rule(notice$1),
	/** `before`: the check that announced `due`; `came`: this one. */
	"schedule/was-late": rule(notice$1)
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
/** What the servers show of their certificates, against the ledger and against what a browser asks for. */
const tlsRules = {
	"tls/expired": rule(critical),
	"tls/not-yet-valid": rule(critical),
	"tls/hostname-mismatch": rule(critical),
	/** `code` is OpenSSL's. `missing`: the chain may only lack a certificate that could not be fetched. */
	"tls/untrusted-root": rule(critical),
	"tls/self-signed": rule(critical),
	"tls/wrong-purpose": rule(critical),
	"tls/handshake-failed": rule(critical),
	/** Taken back by its authority. */
	"tls/revoked": rule(critical),
	"tls/weak-key": rule(critical),
	"tls/weak-signature": rule(critical),
	"tls/old-protocol-only": rule(critical),
	/** `missing`: the certificate that the server leaves out. */
	"tls/incomplete-chain": rule(warning),
	"tls/addresses-disagree": rule(warning),
	"tls/name-not-covered": rule(warning),
	"tls/issuer-differs": rule(warning),
	/** Besides newer ones; `protocol` is the best of the old. */
	"tls/old-protocol": rule(notice),
	/** Browsers get through, stricter clients do not; `code` is what OpenSSL met. */
	"tls/weak-handshake": rule(notice),
	/** `lists`: where its authority says which certificates it has taken back; none of them could be read. */
	"tls/revocation-unknown": rule(notice),
	/** The certificate demands one (RFC 7633). */
	"tls/staple-missing": rule(warning),
	"tls/intermediate-expires": rule({
		...expiring,
		severity: "warning"
	}),
	/** `renewBy`: the last moment that leaves a person the time it takes. */
	"tls/expires-soon": rule(expiring),
	/** `dueAt`: when it should have been renewed by itself. */
	"tls/renewal-overdue": rule(expiring),
	"tls/renewal-ahead": rule(notice)
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
function ruleOf(name) {
	return rules[name];
}
/** The names of all rules, as a ledger's exceptions may use them. */
const ruleNames = Object.keys(rules);
const gapRules = ruleNames.filter(isGapRule);
function isRuleName(name) {
	return Object.hasOwn(rules, name);
}
function isGapRule(name) {
	return "question" in rules[name];
}

export { ruleOf as a, ruleNames as i, isGapRule as n, rules as o, isRuleName as r, probeRules as s, gapRules as t };