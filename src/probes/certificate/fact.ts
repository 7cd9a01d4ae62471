import type { FailureCode } from '../../edge/failure.ts';
import type { StartTls } from '../../edge/tls/starttls.ts';
import type { Revocation } from './crl.ts';

/** What the ledger says of one certificate, or what follows from an https endpoint. */
export interface CertificateClaim {
  /** Lower case, A-labels; an IPv6 address without brackets. */
  readonly host: string;
  readonly port: number;
  readonly starttls: StartTls | null;
  /** Names that it must cover beside `host`, as A-labels. */
  readonly names: readonly string[];
  /** Organisations, one of which must have issued it; empty: any. */
  readonly issuers: readonly string[];
  readonly renewal: 'automatic' | 'manual' | null;
  /** Days that a person needs; null: the ledger's `review.lead-time`. */
  readonly leadTimeDays: number | null;
  /** Days before its end at which it is renewed by itself; null: by its lifetime. */
  readonly renewsBeforeDays: number | null;
  /** Whether the server asks its clients for a certificate. */
  readonly mutual: boolean;
}

/** What every server of the host showed. */
export interface CertificateFact {
  readonly servers: readonly ServerFact[];
}

/** What the server at one address showed. */
export interface ServerFact {
  readonly address: string;
  readonly end: ServerEnd;
}

export type ServerEnd =
  | { readonly type: 'failed'; readonly code: FailureCode; readonly detail: string | null }
  | ({ readonly type: 'shown' } & Shown);

export interface Shown {
  readonly protocol: string;
  readonly isOldProtocolOnly: boolean;
  /** Whether it also takes TLS 1.0 or 1.1, and which at best; null where it does not. */
  readonly oldProtocol: string | null;
  /** Node's one code for what is wrong with it, at the machine's own time; null where nothing is. */
  readonly errorCode: string | null;
  /** OpenSSL's code for what keeps strict clients out where browsers get through; absent where nothing does. */
  readonly weakness?: string;
  /** Whether its own certificate demands a staple (RFC 7633) and none came with it; absent where not. */
  readonly lacksStaple?: true;
  readonly matchesHost: boolean;
  /** Those of the claim's names that it does not cover. */
  readonly uncovered: readonly string[];
  readonly trust: Trust;
  /** The root that the chain leads to; null where it leads to none, or where the server's own certificate is one. */
  readonly root: RootDescription | null;
  /** As the server sent them, its own first. */
  readonly chain: readonly CertificateDescription[];
}

/** A root, whose dates bind as well: browsers refuse what leads to one that has ended. */
export interface RootDescription {
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
}

/** Whether the chain leads to a root that is trusted; dates are no part of it. */
export type Trust =
  /** `by`: whose root it is: one of those that come with Node, or one of the operator's (`ca-file`). */
  | { readonly type: 'trusted'; readonly by: 'bundled' | 'ca-file' }
  | { readonly type: 'self-signed' }
  /** It would be trusted if the server sent `missing` too. */
  | { readonly type: 'incomplete'; readonly missing: string }
  /**
   * `isIssuerUnavailable`: what the server leaves out could not be fetched, or holds what only Node can judge, so it
   * may be no more than that.
   */
  | { readonly type: 'untrusted'; readonly isIssuerUnavailable: boolean }
  /** It leads to a root, by way of a certificate that may not vouch for servers (extended key usage). */
  | { readonly type: 'wrong-purpose' }
  /** Node stopped at the dates, and the chain holds what only Node can judge (name constraints). */
  | { readonly type: 'unknown' };

/** One certificate, in words that do not change from run to run. */
export interface CertificateDescription {
  /** Its name in short: common name, else first name it is for, else organisation. */
  readonly subject: string;
  /** DNS names and IP addresses that it is for. */
  readonly names: readonly string[];
  readonly issuerOrganisation: string | null;
  readonly issuer: string;
  /** Hexadecimal, upper case. */
  readonly serial: string;
  /** ISO 8601, UTC. */
  readonly notBefore: string;
  readonly notAfter: string;
  /** Such as `RSA 2048`, `EC prime256v1`. */
  readonly key: string;
  readonly isWeakKey: boolean;
  /** Of the signature, such as `sha256WithRSAEncryption`. */
  readonly signature: string;
  readonly isWeakSignature: boolean;
  /** Whether it may serve as a web server's certificate, or vouch for one (extended key usage). */
  readonly isForServers: boolean;
  /** Whether the chain needs it: false for one that the server sends needlessly. */
  readonly isNeeded: boolean;
  /** Null where it was not looked up: not needed, or in a chain that nobody trusts. */
  readonly revocation: Revocation | null;
}
