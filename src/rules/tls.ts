import type { RuleDefinition } from './rule.ts';

/** Which server a finding speaks of. */
export interface TlsPlace {
  readonly host: string;
  readonly port: number;
  /** The addresses that are meant; empty where all of the host are. */
  readonly addresses: readonly string[];
}

/** A certificate of a chain: the server's own, or one that vouches for it. */
export interface InChain {
  readonly which: 'leaf' | 'intermediate';
  /** Who it is made out to, in short. */
  readonly subject: string;
}

/** A certificate's end, and who is to see to it. */
interface Ending {
  readonly host: string;
  readonly port: number;
  /** ISO 8601, UTC. */
  readonly notAfter: string;
  /** Whether the manner of renewal is a guess from the issuer; the ledger does not say it. */
  readonly isInferred: boolean;
}

/** What the servers show of their certificates, against the ledger and against what a browser asks for. */
export interface TlsRules {
  'tls/expired': TlsPlace & InChain & { notAfter: string };
  'tls/not-yet-valid': TlsPlace & InChain & { notBefore: string };
  'tls/hostname-mismatch': TlsPlace & { names: readonly string[] };
  /** `code` is OpenSSL's. `missing`: the chain may only lack a certificate that could not be fetched. */
  'tls/untrusted-root': TlsPlace & { issuer: string | null; code: string | null; missing: boolean };
  'tls/self-signed': TlsPlace;
  'tls/wrong-purpose': TlsPlace;
  'tls/handshake-failed': TlsPlace & { code: string };
  /** Taken back by its authority. */
  'tls/revoked': TlsPlace & InChain & { revokedAt: string };
  'tls/weak-key': TlsPlace & InChain & { key: string };
  'tls/weak-signature': TlsPlace & InChain & { algorithm: string };
  'tls/old-protocol-only': TlsPlace & { protocol: string };
  /** `missing`: the certificate that the server leaves out. */
  'tls/incomplete-chain': TlsPlace & { missing: string };
  'tls/addresses-disagree': {
    host: string;
    port: number;
    certificates: readonly { addresses: readonly string[]; serial: string; notAfter: string }[];
  };
  'tls/name-not-covered': TlsPlace & { missing: readonly string[]; names: readonly string[] };
  'tls/issuer-differs': TlsPlace & { expected: readonly string[]; issuer: string | null };
  /** Besides newer ones; `protocol` is the best of the old. */
  'tls/old-protocol': TlsPlace & { protocol: string };
  'tls/intermediate-expires': TlsPlace & InChain & { notAfter: string };
  /** `renewBy`: the last moment that leaves a person the time it takes. */
  'tls/expires-soon': Ending & { renewBy: string; isPast: boolean };
  /** `dueAt`: when it should have been renewed by itself. */
  'tls/renewal-overdue': Ending & { dueAt: string };
  'tls/renewal-ahead': Ending & { renewBy: string };
}

const critical = { kind: 'drift', severity: 'critical', items: [8] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [8] } as const;
const expiring = { kind: 'expiring', severity: ['warning', 'critical'], items: [], cause: 'access' } as const;
const notice = { kind: 'notice', severity: 'info', items: [], cause: 'access' } as const;

export const tlsRules: { readonly [R in keyof TlsRules]: RuleDefinition } = {
  'tls/expired': critical,
  'tls/not-yet-valid': critical,
  'tls/hostname-mismatch': critical,
  'tls/untrusted-root': critical,
  'tls/self-signed': critical,
  'tls/wrong-purpose': critical,
  'tls/handshake-failed': critical,
  'tls/revoked': critical,
  'tls/weak-key': critical,
  'tls/weak-signature': critical,
  'tls/old-protocol-only': critical,
  'tls/incomplete-chain': warning,
  'tls/addresses-disagree': warning,
  'tls/name-not-covered': warning,
  'tls/issuer-differs': warning,
  'tls/old-protocol': notice,
  'tls/intermediate-expires': { ...expiring, severity: 'warning' },
  'tls/expires-soon': expiring,
  'tls/renewal-overdue': expiring,
  'tls/renewal-ahead': notice,
};
