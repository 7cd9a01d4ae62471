import type { ServerOutcome } from '../protocols/dns/views.ts';
import type { RuleDefinition } from './rule.ts';

/** A record set that the ledger claims. */
interface ClaimedSet {
  name: string;
  type: string;
  /** The ledger's values as written; empty where it claims that there are none. */
  expected: readonly string[];
}

/** A resolver that refuses a name for its signatures, as it shows at the claim that is told. */
export interface Refusal {
  readonly resolver: string;
  /** Extended error codes (RFC 8914). */
  readonly errors: readonly number[];
}

/** What DNS says, against what the ledger says, and whether the name servers do their part. */
export interface DnsRules {
  /** `lookAgainAt`: until when (ISO) resolvers may remember that there is none (RFC 2308 §5). */
  'dns/no-such-name': ClaimedSet & { lookAgainAt: string | null };
  'dns/record-missing': ClaimedSet & { aliases: readonly string[]; lookAgainAt: string | null };
  /** `wildcard`: the one that gave what was seen, so that the name itself is probably gone. */
  'dns/record-differs': ClaimedSet & {
    match: string;
    seen: readonly string[];
    aliases: readonly string[];
    wildcard: string | null;
  };
  'dns/record-unexpected': ClaimedSet & {
    seen: readonly string[];
    aliases: readonly string[];
    wildcard: string | null;
  };
  'dns/answers-disagree': {
    name: string;
    type: string;
    /** `trouble`: how these servers failed to answer where the others did. */
    groups: readonly {
      servers: readonly string[];
      values: readonly string[];
      trouble: ServerOutcome | null;
      /** Of their copies of the zone. */
      serials: readonly number[];
    }[];
  };
  'dns/dangling-alias': { name: string; target: string; because: 'no-name' | 'loop' };
  'dns/nameserver-unresolvable': { zone: string; server: string };
  'dns/ttl-too-long': {
    name: string;
    type: string;
    ttlSeconds: number;
    limitMs: number;
    basis: 'ledger' | 'provisional';
  };
  'dns/delegation-differs': { zone: string; expected: readonly string[]; seen: readonly string[] };
  'dns/delegation-mismatch': { zone: string; parent: readonly string[]; own: readonly string[] };
  'dns/lame-nameserver': {
    zone: string;
    lame: readonly { server: string; address: string | null; outcome: ServerOutcome | 'no-name' }[];
    /** Of names, not addresses. */
    total: number;
    /** Whether any server answers for the zone at all. */
    someServe: boolean;
  };
  /** `at`: the name whose CAA records bind; `names`: those in the certificate that they keep from being renewed. */
  'dns/caa-forbids-issuer': {
    names: readonly string[];
    issuers: readonly string[];
    at: string;
    records: readonly string[];
  };
  'dns/dnssec-differs': { zone: string; expected: 'signed' | 'unsigned' };
  /** `parent`: its DS records as `tag algorithm digest-type`; `servers`: those where it is so, null: all. */
  'dns/ds-mismatch': {
    zone: string;
    parent: readonly string[];
    /** The tags of the zone's own keys. */
    keys: readonly number[];
    because: 'no-keys' | 'no-match' | 'other-digest';
    servers: readonly string[] | null;
    refusal: Refusal | null;
  };
  /** Of the set `name`/`type`. `from`, `until`: the signature's own times (ISO); null where there is none. */
  'dns/signature-invalid': {
    zone: string;
    name: string;
    type: string;
    because: 'expired' | 'ends' | 'not-yet-valid' | 'wrong' | 'no-key' | 'missing';
    keyTag: number | null;
    from: string | null;
    until: string | null;
    /** The servers where it is so; null: all. */
    servers: readonly string[] | null;
    refusal: Refusal | null;
  };
  /** Beside name servers that are in order. `errors`: extended error codes (RFC 8914) of the resolver. */
  'dns/resolver-disagrees': ClaimedSet & {
    resolver: string;
    /** It gives something else; or it gives nothing, and would if it did not check signatures. */
    because: 'answer' | 'signature';
    seen: readonly string[];
    aliases: readonly string[];
    errors: readonly number[];
  };
  'dns/signature-expires': { zone: string; name: string; type: string; keyTag: number; until: string };
}

const record = { kind: 'drift', severity: ['critical', 'warning'], items: [8] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [8] } as const;
const critical = { kind: 'drift', severity: 'critical', items: [8] } as const;

export const dnsRules: { readonly [R in keyof DnsRules]: RuleDefinition } = {
  'dns/no-such-name': record,
  'dns/record-missing': record,
  'dns/record-differs': record,
  'dns/record-unexpected': warning,
  'dns/answers-disagree': warning,
  'dns/dangling-alias': warning,
  'dns/nameserver-unresolvable': warning,
  'dns/ttl-too-long': {
    kind: ['drift', 'notice'],
    severity: ['warning', 'info'],
    items: [8],
    cause: 'access',
  },
  'dns/delegation-differs': critical,
  'dns/delegation-mismatch': critical,
  'dns/lame-nameserver': record,
  'dns/caa-forbids-issuer': warning,
  'dns/dnssec-differs': warning,
  'dns/resolver-disagrees': warning,
  'dns/ds-mismatch': critical,
  'dns/signature-invalid': critical,
  'dns/signature-expires': { kind: 'expiring', severity: 'warning', items: [], cause: 'access' },
};
