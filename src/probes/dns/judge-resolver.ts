import ipaddr from 'ipaddr.js';
import type { Refusal } from '../../rules/dns.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { FindingParts } from '../../rules/rule.ts';
import type { DnsClaimCheck } from './claim.ts';
import { compare } from './compare.ts';
import type { DnsFact } from './observe.ts';

type Place = Pick<FindingParts<never>, 'subject' | 'path' | 'party'>;

/** How the resolver's view contradicts what the name servers themselves say. */
type Contradiction = 'answer' | 'signature';

/** Addresses with which a network answers its own people, or those that it wants to keep from a name. */
const localRanges: ReadonlySet<string> = new Set([
  'private',
  'loopback',
  'linkLocal',
  'uniqueLocal',
  'carrierGradeNat',
  'unspecified',
]);

/**
 * Whether the resolver gives something that the claim does not allow and that no name server gave, or refuses the
 * name for its signatures alone. Null where it does not, or cannot be asked. That a resolver fails in any other way
 * is its own trouble.
 */
export function contradictionOf(claim: DnsClaimCheck, fact: DnsFact): Contradiction | null {
  const { resolver } = fact;
  if (resolver === null) return null;
  if (resolver.answersUnchecked === true) return 'signature';
  if (claim.about === 'zone') return null;
  if (resolver.rcode !== 'NOERROR' && resolver.rcode !== 'NXDOMAIN') return null;
  const { records: values, aliases } = resolver;
  const end = claim.type === 'CNAME' ? fact.hops.slice(0, 1) : fact.hops.slice(-1);
  const given = end.flatMap(({ servers }) => servers.map(({ records }) => records.map(({ data }) => data)));
  if (given.some((each) => JSON.stringify(each) === JSON.stringify(values))) return null;
  // Of an alias the resolver shows the first step, and a suffix may be that of a later one.
  if (claim.type === 'CNAME' && claim.match === 'suffix') return null;
  if (compare(claim, { values, aliases }) === 'match') return null;
  // The system's resolver may be one that answers for a network of its own.
  if (resolver.resolver === 'system' && values.some(isLocal)) return null;
  return 'answer';
}

/** Reported where the name servers themselves are in order: else what is wrong with them is the cause. */
export function judgeResolver(claim: DnsClaimCheck, fact: DnsFact, place: Place): Finding[] {
  const because = contradictionOf(claim, fact);
  const { resolver } = fact;
  if (because === null || resolver === null) return [];
  if (because === 'answer' && resolver.mayBeRemembered) return [];
  const { name } = claim;
  const { type, values: expected } = claim.about === 'records' ? claim : { type: 'SOA', values: [] };
  const { records: seen, aliases, errors } = resolver;
  const data = { name, type, resolver: resolver.resolver, because, expected, seen, aliases, errors };
  // What is wrong with signatures is wrong for the whole zone.
  const zone = because === 'signature' ? (fact.hops[0]?.zone?.name ?? null) : null;
  return [finding('dns/resolver-disagrees', { ...place, subject: zone ?? place.subject, data })];
}

function isLocal(value: string): boolean {
  return ipaddr.isValid(value) && localRanges.has(ipaddr.process(value).range());
}

/** The resolver's refusal of the name for its signatures; null where it does not refuse. */
export function refusalIn({ resolver }: DnsFact): Refusal | null {
  return resolver?.answersUnchecked === true
    ? { resolver: resolver.resolver, errors: resolver.errors }
    : null;
}
