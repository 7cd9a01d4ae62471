// src/rules/names.ts
const families = {
	ledger: "invalid secret-found private-data-public review-due exception-expired exception-unused",
	http: "unreachable server-error status-differs text-missing text-forbidden json-differs redirect-differs redirect-loop site-broken parked https-downgraded in-maintenance not-upgraded hsts-differs noindex indexable not-blocked too-slow challenged",
	tls: "expired not-yet-valid hostname-mismatch untrusted-root self-signed wrong-purpose handshake-failed revoked weak-key weak-signature old-protocol-only incomplete-chain addresses-disagree name-not-covered issuer-differs old-protocol intermediate-expires expires-soon renewal-overdue renewal-ahead",
	dns: "record-missing record-differs no-such-name record-unexpected answers-disagree resolver-disagrees dangling-alias caa-forbids-issuer nameserver-unresolvable ttl-too-long delegation-differs delegation-mismatch lame-nameserver signature-invalid ds-mismatch dnssec-differs signature-expires",
	mail: "no-mx mx-invalid spf-invalid spf-too-many-lookups spf-permits-all dmarc-missing dmarc-differs dkim-missing dkim-revoked mta-sts-invalid",
	domain: "expired on-hold pending-delete to-be-suspended not-registered expires-soon registrar-differs renewed-unconfirmed transfer-unlocked expiry-not-published",
	backup: "none too-old too-small switched-off readable-by-anyone failed too-few stuck shrunk future-dated same-place last-good-expires unconfirmed",
	emergency: "missing not-agreed no-call no-first-instruction",
	contact: "route-missing starts-at-person single-channel no-fallback no-wait nothing-to-tell hours-uncovered unverified channel-invalid account-gone",
	decision: "missing no-deputy same-person no-unreachable-rule nothing-to-know unreachable-together",
	target: "missing out-of-order takes-too-long waits-too-long",
	stage: "missing",
	rollback: "missing incomplete",
	restore: "missing incomplete",
	runbook: "missing not-found unreachable empty section-missing unrehearsed",
	access: "missing cannot single-holder no-login no-mfa mfa-single-holder no-emergency doer-cannot-enter unverified console-unreachable",
	evidence: "missing no-viewer",
	template: "missing not-found field-missing",
	responsibility: "missing no-stand-in one-party deliverable-missing escalation-missing",
	exercise: "overdue",
	incident: "unreviewed prevention-overdue",
	plan: "overdue",
	change: "unrecorded",
	schedule: "will-stop too-rare was-late",
	probe: "failed blocked credentials-missing access-denied not-testable"
};
/** Every rule name of the format, also of rules that later versions check: an exception may name any of them. */
const allRuleNames = Object.entries(families).flatMap(([family, names]) => names.split(" ").map((name) => `${family}/${name}`));

export { allRuleNames as t };