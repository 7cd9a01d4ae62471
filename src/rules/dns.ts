import type { ServerOutcome } from '../protocols/dns/views.ts';
import { rule } from './rule.ts';

/** A record set that the ledger claims. */
interface ClaimedSet {
  name: string;
  type: string;
  /** The ledger's values as written; empty where it claims that there are none. */
  expected: readonly string[];
}

/** A resolver that refuses a name for its signatures, as it shows at the claim that is reported. */
export interface Refusal {
  readonly resolver: string;
  /** Extended error codes (RFC 8914). */
  readonly errors: readonly number[];
}

const record = { kind: 'drift', severity: ['critical', 'warning'], items: [8] } as const;
const warning = { kind: 'drift', severity: 'warning', items: [8] } as const;
const critical = { kind: 'drift', severity: 'critical', items: [8] } as const;
/** Another value than the ledger's: somebody changed it. */
const showsChange = () => true;

/** What DNS says, against what the ledger says, and whether the name servers do their part. */
export const dnsRules = {
  /** `lookAgainAt`: until when (ISO) resolvers may remember that there is none (RFC 2308 §5). */
  'dns/no-such-name': rule<ClaimedSet & { lookAgainAt: string | null }>(record),
  'dns/record-missing': rule<ClaimedSet & { aliases: readonly string[]; lookAgainAt: string | null }>({
    ...record,
    showsChange,
  }),
  /** `wildcard`: the one that gave what was seen, so that the name itself is probably gone. */
  'dns/record-differs': rule<
    ClaimedSet & {
      match: string;
      seen: readonly string[];
      aliases: readonly string[];
      wildcard: string | null;
    }
  >({ ...record, showsChange }),
  'dns/record-unexpected': rule<
    ClaimedSet & {
      seen: readonly string[];
      aliases: readonly string[];
      wildcard: string | null;
    }
  >({ ...warning, showsChange }),
  'dns/answers-disagree': rule<{
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
  }>(warning),
  'dns/dangling-alias': rule<{ name: string; target: string; because: 'no-name' | 'loop' | 'dead' }>(warning),
  'dns/nameserver-unresolvable': rule<{ zone: string; server: string }>(warning),
  'dns/nameserver-is-alias': rule<{ zone: string; server: string; target: string }>(warning),
  'dns/ttl-too-long': rule<{
    name: string;
    type: string;
    ttlSeconds: number;
    limitMs: number;
    basis: 'ledger' | 'provisional';
  }>({
    kind: ['drift', 'notice'],
    severity: ['warning', 'info'],
    items: [8],
    cause: 'access',
  }),
  'dns/delegation-differs': rule<{ zone: string; expected: readonly string[]; seen: readonly string[] }>({
    ...critical,
    showsChange,
  }),
  /** A warning where one set holds the other and every server of both answers alike. */
  'dns/delegation-mismatch': rule<{ zone: string; parent: readonly string[]; own: readonly string[] }>(
    record,
  ),
  'dns/lame-nameserver': rule<{
    zone: string;
    lame: readonly { server: string; address: string | null; outcome: ServerOutcome | 'no-name' }[];
    /** Of names, not addresses. */
    total: number;
    /** Whether any server answers for the zone at all. */
    someServe: boolean;
  }>(record),
  /** `at`: the name whose CAA records bind; `names`: those in the certificate that they keep from being renewed. */
  'dns/caa-forbids-issuer': rule<{
    names: readonly string[];
    issuers: readonly string[];
    at: string;
    records: readonly string[];
  }>(warning),
  'dns/dnssec-differs': rule<{ zone: string; expected: 'signed' | 'unsigned' }>({ ...warning, showsChange }),
  /** Beside name servers that are in order. `errors`: extended error codes (RFC 8914) of the resolver. */
  'dns/resolver-disagrees': rule<
    ClaimedSet & {
      resolver: string;
      /** It gives something else; or it gives nothing, and would if it did not check signatures. */
      because: 'answer' | 'signature';
      seen: readonly string[];
      aliases: readonly string[];
      errors: readonly number[];
    }
  >(warning),
  /** `parent`: its DS records as `tag algorithm digest-type`; `servers`: those where it is so, null: all. */
  'dns/ds-mismatch': rule<{
    zone: string;
    parent: readonly string[];
    /** The tags of the zone's own keys. */
    keys: readonly number[];
    because: 'no-keys' | 'no-match' | 'other-digest';
    servers: readonly string[] | null;
    refusal: Refusal | null;
  }>(critical),
  /** Of the set `name`/`type`. `from`, `until`: the signature's own times (ISO); null where there is none. */
  'dns/signature-invalid': rule<{
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
  }>(critical),
  'dns/signature-expires': rule<{ zone: string; name: string; type: string; keyTag: number; until: string }>({
    kind: 'expiring',
    severity: 'warning',
    items: [],
    cause: 'access',
  }),
};
