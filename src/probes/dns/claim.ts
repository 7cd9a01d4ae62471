import type { Ledger } from '../../ledger/schema.ts';
import { asciiName, lowerCase } from '../../protocols/dns/name.ts';
import type { ClaimedType } from '../../protocols/dns/record.ts';
import type { Duration } from '../../text/values.ts';
import type { Check } from '../probe.ts';

export type Match = 'exact' | 'includes' | 'within' | 'any' | 'cidr' | 'suffix';

/** What the ledger says about one record set. */
export interface RecordClaim {
  readonly about: 'records';
  /** Lower-case A-labels. */
  readonly name: string;
  readonly type: ClaimedType;
  /** As written. Empty: only that there is one at all, or, with `absent`, that there is none. */
  readonly values: readonly string[];
  readonly match: Match;
  readonly ttlAtMost: Duration | null;
  readonly absent: boolean;
}

/** What the ledger says about a zone. */
export interface ZoneClaim {
  readonly about: 'zone';
  readonly name: string;
  readonly dnssec: 'signed' | 'unsigned';
}

export type DnsClaimCheck = RecordClaim | ZoneClaim;

/** One check for each record set and each zone under `reality.dns`. */
export function planDns(ledger: Ledger): Check<DnsClaimCheck>[] {
  return (ledger.reality.dns ?? []).flatMap((claim, index) => {
    const name = asciiName(claim.name) ?? lowerCase(claim.name);
    const checks: Check<DnsClaimCheck>[] = [];
    const path = ['reality', 'dns', index];
    if (claim.type !== undefined) {
      const { type, values = [], match, absent = false } = claim;
      const ttlAtMost = claim['ttl-at-most'] ?? null;
      checks.push({
        probe: 'dns',
        subject: `${name}/${type}`,
        path,
        claim: { about: 'records', name, type, values, match, ttlAtMost, absent },
      });
    }
    if (claim.dnssec !== undefined) {
      checks.push({
        probe: 'dns',
        subject: name,
        path,
        claim: { about: 'zone', name, dnssec: claim.dnssec },
      });
    }
    return checks;
  });
}
