import { type DataOf, rule } from './rule.ts';

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

const critical = { kind: 'drift', severity: 'critical', items: [8] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [8] } as const;
const expiring = { kind: 'expiring', severity: ['warning', 'critical'], items: [], cause: 'access' } as const;
const notice = { kind: 'notice', severity: 'info', items: [], cause: 'access' } as const;

/** What the servers show of their certificates, against the ledger and against what a browser asks for. */
export const tlsRules = {
  'tls/expired': rule<TlsPlace & InChain & { notAfter: string }>(critical),
  'tls/not-yet-valid': rule<TlsPlace & InChain & { notBefore: string }>(critical),
  'tls/hostname-mismatch': rule<TlsPlace & { names: readonly string[] }>(critical),
  /** `code` is OpenSSL's. `missing`: the chain may only lack a certificate that could not be fetched. */
  'tls/untrusted-root': rule<TlsPlace & { issuer: string | null; code: string | null; missing: boolean }>(
    critical,
  ),
  'tls/self-signed': rule<TlsPlace>(critical),
  'tls/wrong-purpose': rule<TlsPlace>(critical),
  'tls/handshake-failed': rule<TlsPlace & { code: string }>(critical),
  /** Taken back by its authority. */
  'tls/revoked': rule<TlsPlace & InChain & { revokedAt: string }>(critical),
  'tls/weak-key': rule<TlsPlace & InChain & { key: string }>(critical),
  'tls/weak-signature': rule<TlsPlace & InChain & { algorithm: string }>(critical),
  'tls/old-protocol-only': rule<TlsPlace & { protocol: string }>(critical),
  /** `missing`: the certificate that the server leaves out. */
  'tls/incomplete-chain': rule<TlsPlace & { missing: string }>(warning),
  'tls/addresses-disagree': rule<{
    host: string;
    port: number;
    certificates: readonly { addresses: readonly string[]; serial: string; notAfter: string }[];
  }>(warning),
  'tls/name-not-covered': rule<TlsPlace & { missing: readonly string[]; names: readonly string[] }>(warning),
  'tls/issuer-differs': rule<TlsPlace & { expected: readonly string[]; issuer: string | null }>(warning),
  /** Besides newer ones; `protocol` is the best of the old. */
  'tls/old-protocol': rule<TlsPlace & { protocol: string }>(notice),
  /** Browsers get through, stricter clients do not; `code` is what OpenSSL met. */
  'tls/weak-handshake': rule<TlsPlace & { code: string }>(notice),
  /** `lists`: where its authority says which certificates it has taken back; none of them could be read. */
  'tls/revocation-unknown': rule<TlsPlace & InChain & { lists: readonly string[] }>(notice),
  /** The certificate demands one (RFC 7633). */
  'tls/staple-missing': rule<TlsPlace>(warning),
  'tls/intermediate-expires': rule<TlsPlace & InChain & { notAfter: string }>({
    ...expiring,
    severity: 'warning',
  }),
  /** `renewBy`: the last moment that leaves a person the time it takes. */
  'tls/expires-soon': rule<Ending & { renewBy: string; isPast: boolean }>(expiring),
  /** `dueAt`: when it should have been renewed by itself. */
  'tls/renewal-overdue': rule<Ending & { dueAt: string }>(expiring),
  'tls/renewal-ahead': rule<Ending & { renewBy: string }>(notice),
};
export type TlsRules = DataOf<typeof tlsRules>;
