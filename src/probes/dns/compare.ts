import ipaddr from 'ipaddr.js';
import { isWithin, lowerCase } from '../../protocols/dns/name.ts';
import { normalizeValue, readingsOf } from '../../protocols/dns/record.ts';
import type { RecordClaim } from './claim.ts';

/** How seen values stand to a claim. `more`: all that is expected, and something else besides. */
export type Comparison = 'match' | 'none' | 'more' | 'differs';

/** What was seen of a name: its records, and the aliases that were followed to them. Normalised text. */
export interface Seen {
  readonly values: readonly string[];
  readonly aliases: readonly string[];
}

/** Compares what was seen with what the ledger claims, by the claim's matcher. */
export function compare(claim: RecordClaim, seen: Seen): Comparison {
  if (claim.absent) return seen.values.length === 0 ? 'match' : 'more';
  const expected = claim.values.map((value) => readingsOf(claim.type, value));
  const readings = new Set(expected.flat());
  const values = new Set(seen.values);
  const isSeen = (each: readonly string[]) => each.some((value) => values.has(value));
  if (claim.match === 'suffix') {
    if (suffixFound(claim, seen)) return 'match';
    return values.size === 0 && seen.aliases.length === 0 ? 'none' : 'differs';
  }
  if (values.size === 0) return 'none';
  if (expected.length === 0) return 'match';
  const all = expected.every(isSeen);
  const only = [...values].every((value) => readings.has(value));
  switch (claim.match) {
    case 'exact':
      return all && only ? 'match' : all ? 'more' : 'differs';
    case 'includes':
      return all ? 'match' : 'differs';
    case 'within':
      return only ? 'match' : all ? 'more' : 'differs';
    case 'any':
      return expected.some(isSeen) ? 'match' : 'differs';
    case 'cidr':
      return [...values].every((value) => claim.values.some((range) => isInRange(value, range)))
        ? 'match'
        : 'differs';
  }
}

/** Whether a name on the way, an alias's target or a CNAME seen, lies under one of the suffixes. */
function suffixFound(claim: RecordClaim, { values, aliases }: Seen): boolean {
  const names = claim.type === 'CNAME' ? [...values, ...aliases] : aliases;
  return claim.values
    .map((suffix) => normalizeValue('CNAME', lowerCase(suffix).replace(/^\*?\./, '')))
    .some((suffix) => names.some((name) => isWithin(name, suffix)));
}

/** Whether the address lies in the range (`192.0.2.0/24`; an address alone is a range of one). */
export function isInRange(address: string, range: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.process(address);
  try {
    if (!range.includes('/')) return ipaddr.process(range.trim()).toString() === parsed.toString();
    const [network, bits] = ipaddr.parseCIDR(range.trim());
    return network.kind() === parsed.kind() && parsed.match(network, bits);
  } catch {
    return false;
  }
}
