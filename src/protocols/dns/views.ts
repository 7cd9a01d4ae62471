import type { ClaimedType } from './record.ts';
/** The types of records that can be asked for. */
export type RecordType = ClaimedType | 'SOA' | 'DS' | 'DNSKEY';

/** How one name server answered one question. The first three are complete answers; the others are none. */
export type ServerOutcome =
  | 'records' // records of this type, or an alias in their place
  | 'no-data' // the name exists, without this type
  | 'no-name' // NXDOMAIN
  | 'lame' // answers, and not with authority: it does not serve this zone
  | 'refused' // REFUSED
  | 'servfail' // SERVFAIL or another error code
  | 'malformed' // something came back that is no DNS answer
  | 'timeout' // silent on UDP and TCP
  | 'no-delegation' // of a zone's own server: does not answer for its NS, and does for what was to be seen
  | 'no-route'
  | 'no-ipv4' // an IPv4 address, and this place has no IPv4
  | 'no-ipv6' // an IPv6 address, and this place has no IPv6
  | 'blocked';

/** Whether the server said all there is to say: records, "no data" or "no such name". */
export function isComplete({ outcome }: { readonly outcome: ServerOutcome }): boolean {
  return outcome === 'records' || outcome === 'no-data' || outcome === 'no-name';
}

/** Whether a server, as seen in its zone, answers for that zone at all. */
export function isServing(seen: { readonly outcome: ServerOutcome }): boolean {
  return isComplete(seen) || seen.outcome === 'no-delegation';
}

/** Whether what came back proves that this server does not do its part; silence proves nothing. */
export function isLame({ outcome }: { readonly outcome: ServerOutcome }): boolean {
  return ['lame', 'refused', 'servfail', 'malformed'].includes(outcome);
}

/** One record as normalised text (see `src/probes/dns/record.ts`), so that equal data is equal text. */
export interface SeenRecord {
  readonly data: string;
  /** Seconds, as the zone's own server gives it; null for a resolver's answer, whose TTL counts down. */
  readonly ttl: number | null;
}

/** One name server at one address, and what it said. */
export interface ServerAnswer {
  /** The name server's name. */
  readonly server: string;
  readonly address: string;
  readonly outcome: ServerOutcome;
  /** NOERROR, NXDOMAIN, REFUSED, …; null without an answer. */
  readonly rcode: string | null;
  /** What the name is an alias of (CNAME), where another type was asked for and the alias stands in its place. */
  readonly alias: SeenRecord | null;
  /** Sorted by text. */
  readonly records: readonly SeenRecord[];
  /** Seconds for which "there is none" may be remembered: min(SOA MINIMUM, SOA TTL) (RFC 2308 §5). */
  readonly negativeTtl: number | null;
}

/** A name server without an address. */
export interface UnresolvedServer {
  readonly server: string;
  /** `no-address`: its zone says so. `dead-end`: nobody can look it up, as was seen. `unknown`: we could not. */
  readonly because: 'no-address' | 'dead-end' | 'unknown';
}

/** A zone, how its parent delegates it, and how each of its name servers answers for it. */
export interface ZoneView {
  readonly name: string;
  /** The names in the parent's referral, sorted. Null where the parent's servers serve the zone too, so that there is no referral. */
  readonly parentNameServers: readonly string[] | null;
  /**
   * Every address of every name server, asked for the zone's NS; sorted by name, then address. `records` are the
   * zone's own NS set. One that does not answer for it was also asked for what the view is about.
   */
  readonly servers: readonly ServerAnswer[];
  /** Name servers of which no address was found. */
  readonly unresolved: readonly UnresolvedServer[];
  /** Name servers whose own name is an alias, which RFC 2181 §10.3 forbids. */
  readonly aliases: readonly { readonly server: string; readonly target: string }[];
}

/** What the authoritative servers of the zone that holds a name say of it. Aliases are not followed. */
export interface AuthoritativeView {
  /** `resolver`: a recursive resolver answered, since name servers cannot be asked directly from here. */
  readonly view: 'authoritative' | 'resolver';
  readonly name: string;
  readonly type: RecordType;
  /** The zone that holds the name; null for DS, which lies in the zone above, and for a resolver's answer. */
  readonly zone: ZoneView | null;
  /** Sorted by name, then address. In a resolver's view one entry, the resolver. */
  readonly servers: readonly ServerAnswer[];
}

/** A signature (RRSIG, RFC 4034 §3). */
export interface RecordSignature {
  readonly algorithm: number;
  /** How many labels the signed name has; fewer than the name itself has where a wildcard was expanded. */
  readonly labels: number;
  readonly originalTtl: number;
  /** Seconds since 1970. */
  readonly expiration: number;
  readonly inception: number;
  readonly keyTag: number;
  /** The signing zone, a plain name. */
  readonly signer: string;
  /** All of its data before the signature itself, the signer's name in canonical form: what is signed begins with it. */
  readonly head: Uint8Array;
  readonly bytes: Uint8Array;
}

/** The record set at a name as a server sent it, with the signatures that came along. */
export interface SignedSet {
  /** The number of its type: that of the question, or of an alias in its place (5). */
  readonly type: number;
  /** The owner's name in wire format, lower case, uncompressed. */
  readonly owner: Uint8Array;
  /** The records' data in canonical form (RFC 4034 §6.2). */
  readonly records: readonly Uint8Array[];
  readonly signatures: readonly RecordSignature[];
}

/** One name server, asked for a record set with its signatures. */
export interface SignedAnswer {
  readonly server: string;
  readonly outcome: ServerOutcome;
  /** Null unless the outcome is `records`. */
  readonly set: SignedSet | null;
}

/** What a recursive resolver says of a name. */
export interface ResolverView {
  /** `host:port`, the URL, or `system`. */
  readonly resolver: string;
  readonly rcode: string;
  /** Normalised and sorted: the records at the end of the aliases, and those aliases. */
  readonly records: readonly string[];
  readonly aliases: readonly string[];
  /** Extended error codes (RFC 8914), sorted. */
  readonly errors: readonly number[];
  /** Where it says SERVFAIL, whether it answers when it is to leave signatures unchecked; else null. */
  readonly answersUnchecked: boolean | null;
  /** Whether the answer may be older than this run, so that a change in the meantime does not show in it. */
  readonly mayBeRemembered: boolean;
}
