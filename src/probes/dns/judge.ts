import { labelCount } from '../../protocols/dns/name.ts';
import {
  type AuthoritativeView,
  isComplete,
  isLame,
  isServing,
  type ZoneView,
} from '../../protocols/dns/views.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import { roughMilliseconds } from '../../text/values.ts';
import { type Unseen, unseenFinding } from '../judge-unseen.ts';
import type { Check, JudgeContext, KnownDate, SeenCheck } from '../probe.ts';
import { groupsOf } from './agreement.ts';
import type { DnsClaimCheck, RecordClaim, ZoneClaim } from './claim.ts';
import { type Comparison, compare, type Seen } from './compare.ts';
import { judgeResolver, refusalIn } from './judge-resolver.ts';
import { judgeSigning, signingDates } from './judge-signing.ts';
import type { DnsFact } from './observe.ts';

/** Types without which visitors, or their mail, do not arrive. */
const vitalTypes: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME', 'NS', 'MX']);
/** Types that a switch to another place changes. */
const entranceTypes: ReadonlySet<string> = new Set(['A', 'AAAA', 'CNAME']);

/** Decides what the seen means for the ledger. */
export function judgeDns(
  { check, fact }: SeenCheck<DnsClaimCheck, DnsFact>,
  context: JudgeContext,
): Finding[] {
  const { claim } = check;
  const zone = fact.hops[0]?.zone ?? null;
  const place: Place = { subject: check.subject, path: check.path, party: context.operator };
  const signatures = fact.signing.flatMap((each) =>
    judgeSigning(each, { ...place, refusal: refusalIn(fact) }, context),
  );
  const hasStranger = signatures.some(({ rule }) => rule === 'dns/ds-mismatch');
  const own = [
    ...(claim.about === 'records'
      ? judgeRecords(claim, fact, place, context)
      : // A DS that fits no key says the same, and more.
        hasStranger || fact.hops.length === 0
        ? []
        : judgeSigned(claim, fact, place)),
    ...(zone === null ? [] : judgeZone(zone, place)),
    ...signatures,
  ];
  // Where the name servers themselves are not in order, a resolver that differs is no wonder.
  const isCause = ({ kind, rule }: Finding) => kind === 'drift' && rule !== 'dns/ttl-too-long';
  return own.some(isCause) || !isSeenTwice(fact) ? own : [...own, ...judgeResolver(claim, fact, place)];
}

/** Whether there are two views to compare, or the resolver alone said why it gives no answer. */
function isSeenTwice({ hops }: DnsFact): boolean {
  return hops.every(({ view }) => view === 'authoritative');
}

/** The dates at which signatures end, where somebody has to renew them. */
export function dnsDates(
  { check, fact }: SeenCheck<DnsClaimCheck, DnsFact>,
  context: JudgeContext,
): KnownDate[] {
  const place = { path: check.path, party: context.operator, refusal: null };
  return fact.signing.flatMap((each) => signingDates(each, judgeSigning(each, place, context)));
}

/** What every finding about a check has in common. */
interface Place {
  readonly subject: string;
  readonly path: Check['path'];
  readonly party: string | null;
}

/** A record set or zone of which no name server said anything. */
export function unseenDns(
  { subject, path }: Check<DnsClaimCheck>,
  { operator }: JudgeContext,
): readonly Unseen[] {
  return [{ subject, path, party: operator, items: [8], what: subject }];
}

function judgeSigned(claim: ZoneClaim, fact: DnsFact, place: Place): Finding[] {
  const signed = fact.signers?.servers.some((server) => server.records.length > 0) ?? false;
  if (signed === (claim.dnssec === 'signed')) return [];
  return [finding('dns/dnssec-differs', { ...place, data: { zone: claim.name, expected: claim.dnssec } })];
}

function judgeRecords(claim: RecordClaim, fact: DnsFact, place: Place, context: JudgeContext): Finding[] {
  const [first] = fact.hops;
  if (first === undefined) return [];
  const direct = first.view === 'authoritative';
  if (claim.type === 'NS') {
    // The parent's word and the zone's own cannot be distinguished through a resolver.
    if (!direct) return [notTestable(place)];
    if (first.zone?.name === claim.name)
      return [...judgeDelegation(claim, first.zone, place), ...judgeTtl(claim, first, place, context)];
  }
  return [
    ...judgeValues(claim, fact, place, context),
    ...judgeAlias(claim, fact, place),
    ...(direct
      ? judgeTtl(claim, first, place, context)
      : claim.ttlAtMost === null
        ? []
        : [notTestable(place)]),
  ];
}

function notTestable(place: Place): Finding {
  return finding('probe/not-testable', { ...place, data: { what: place.subject, reason: 'dns-blocked' } });
}

/** One way in which the look-up ended, at one or more servers. */
interface Ending extends Seen {
  readonly exists: boolean;
}

function judgeValues(claim: RecordClaim, fact: DnsFact, place: Place, context: JudgeContext): Finding[] {
  const endings = endingsOf(claim, fact);
  if (endings.length === 0) return [];
  const results = endings.map((ending) => compare(claim, ending));
  const disagreement = judgeDisagreement(claim, fact, results, place);
  if (results.every((result) => result === 'match')) return disagreement;
  if (results.some((result) => result === 'match')) return disagreement;
  const union: Seen = {
    values: sorted(endings.flatMap((ending) => ending.values)),
    aliases: sorted(endings.flatMap((ending) => ending.aliases)),
  };
  const result = compare(claim, union);
  if (result === 'match') return disagreement;
  const negativeTtls = fact.hops.at(-1)!.servers.flatMap((server) => server.negativeTtl ?? []);
  const longest = Math.max(0, ...negativeTtls);
  const found: Found = {
    result,
    union,
    exists: endings.some((ending) => ending.exists),
    lookAgainAt:
      longest === 0
        ? null
        : context.now
            .add({ seconds: longest })
            .round({ smallestUnit: 'minute', roundingMode: 'ceil' })
            .toString(),
    agreed: endings.length === 1,
    wildcard: fact.wildcard,
  };
  return [judgeSet(claim, found, place), ...disagreement];
}

interface Found {
  readonly result: Comparison;
  readonly union: Seen;
  readonly exists: boolean;
  readonly lookAgainAt: string | null;
  readonly agreed: boolean;
  readonly wildcard: string | null;
}

function judgeSet(claim: RecordClaim, found: Found, place: Place): Finding {
  const { name, type, values: expected, match } = claim;
  const severity = vitalTypes.has(type) ? 'critical' : 'warning';
  const { aliases, values: seen } = found.union;
  const { lookAgainAt, wildcard } = found;
  // Ranges and suffixes say more than the values of one day, so those do not replace them.
  const acceptable =
    found.agreed && wildcard === null && !claim.absent && match !== 'cidr' && match !== 'suffix';
  if (found.result === 'none' && !found.exists) {
    return finding('dns/no-such-name', {
      ...place,
      severity,
      data: { name, type, expected, lookAgainAt },
    });
  }
  if (found.result === 'none') {
    const data = { name, type, expected, aliases, lookAgainAt };
    return finding('dns/record-missing', { ...place, severity, data });
  }
  if (found.result === 'more') {
    return finding('dns/record-unexpected', {
      ...place,
      acceptable,
      data: { name, type, expected, seen, aliases, wildcard },
    });
  }
  const data = { name, type, match, expected, seen, aliases, wildcard };
  return finding('dns/record-differs', { ...place, severity, acceptable, data });
}

/** Servers that do not say the same, where that makes a difference to the claim. */
function judgeDisagreement(
  claim: RecordClaim,
  fact: DnsFact,
  results: readonly Comparison[],
  place: Place,
): Finding[] {
  // Servers cope in different ways with aliases that lead in a circle: the circle is the fault.
  if (fact.brokenOff?.because === 'loop') return [];
  // What an alias leads to is another name's matter where the alias itself is claimed.
  const claimed = claim.type === 'CNAME' ? fact.hops.slice(0, 1) : fact.hops;
  const hop = claimed.find((each) => groupsOf(each).length > 1);
  if (hop === undefined) return [];
  const groups = groupsOf(hop).map((group) => ({
    ...group,
    serials: [
      ...new Set(fact.serials.flatMap((each) => (group.servers.includes(each.server) ? [each.serial] : []))),
    ],
  }));
  const trouble = groups.some((group) => group.trouble !== null);
  // Answers that differ and all fit the claim are how rotating and geographic DNS work.
  if (!trouble && results.every((result) => result === 'match')) return [];
  return [
    finding('dns/answers-disagree', { ...place, data: { name: claim.name, type: claim.type, groups } }),
  ];
}

/** The distinct ends of the look-up: records at the claimed name or behind its aliases. */
function endingsOf(claim: RecordClaim, fact: DnsFact): Ending[] {
  const endings = new Map<string, Ending>();
  const followed = fact.hops.slice(1).map((hop) => hop.name);
  const chain = fact.brokenOff === null ? followed : [...followed, fact.brokenOff.target];
  // What a CNAME claim is about stands at the name itself; the hops behind it only lengthen the chain.
  const hops = claim.type === 'CNAME' ? fact.hops.slice(0, 1) : fact.hops;
  for (const [index, hop] of hops.entries()) {
    const last = index === hops.length - 1;
    for (const answer of hop.servers.filter(isComplete)) {
      if (answer.alias !== null && !last) continue;
      const aliases = claim.type === 'CNAME' ? chain : chain.slice(0, last ? undefined : index);
      const exists = answer.outcome !== 'no-name' || index > 0;
      const values = answer.records.map((each) => each.data);
      const ending: Ending = { values, aliases, exists };
      endings.set(JSON.stringify(ending), ending);
    }
  }
  return [...endings.values()];
}

function judgeAlias(claim: RecordClaim, fact: DnsFact, place: Place): Finding[] {
  const { name } = claim;
  const { target = '', because } = fact.brokenOff ?? {};
  if (because === 'loop' || because === 'dead') {
    const data = { name, target, because };
    return [finding('dns/dangling-alias', { ...place, data })];
  }
  const last = fact.hops.at(-1)!;
  const answers = last.servers.filter(isComplete);
  if (fact.hops.length < 2 || !answers.every((answer) => answer.outcome === 'no-name')) return [];
  return [finding('dns/dangling-alias', { ...place, data: { name, target: last.name, because: 'no-name' } })];
}

/** The TTL at the claimed name itself, as its own servers give it: how long a switch there takes to reach everybody. */
function judgeTtl(
  claim: RecordClaim,
  view: AuthoritativeView,
  place: Place,
  { ledger }: JudgeContext,
): Finding[] {
  const ttls = view.servers.flatMap((server) =>
    [...server.records, ...(server.alias === null ? [] : [server.alias])].flatMap((each) => each.ttl ?? []),
  );
  if (ttls.length === 0) return [];
  const ttlSeconds = Math.max(...ttls);
  const { name, type } = claim;
  if (claim.ttlAtMost !== null) {
    const limitMs = roughMilliseconds(claim.ttlAtMost);
    if (ttlSeconds * 1000 <= limitMs) return [];
    const data = { name, type, ttlSeconds, limitMs, basis: 'ledger' as const };
    return [finding('dns/ttl-too-long', { ...place, kind: 'drift', severity: 'warning', data })];
  }
  const provisional = ledger.targets?.provisional;
  if (provisional === undefined || !entranceTypes.has(type)) return [];
  const limitMs = roughMilliseconds(provisional);
  if (ttlSeconds * 1000 <= limitMs) return [];
  const data = { name, type, ttlSeconds, limitMs, basis: 'provisional' as const };
  return [finding('dns/ttl-too-long', { ...place, kind: 'notice', severity: 'info', items: [], data })];
}

/** The NS of a zone: what counts is what the parent hands out. */
function judgeDelegation(claim: RecordClaim, zone: ZoneView, place: Place): Finding[] {
  const seen = zone.parentNameServers ?? ownNameServers(zone);
  if (compare(claim, { values: seen, aliases: [] }) === 'match') return [];
  const acceptable = !claim.absent && claim.match !== 'suffix' && claim.match !== 'cidr' && seen.length > 0;
  const data = { zone: zone.name, expected: claim.values, seen };
  return [finding('dns/delegation-differs', { ...place, subject: zone.name, acceptable, data })];
}

/** What is so for the zone whichever claim was looked at: equal data, so that the run shows it once. */
function judgeZone(zone: ZoneView, { path, party }: Place): Finding[] {
  // The root and top-level domains are not the site's to mend.
  if (labelCount(zone.name) <= 1) return [];
  const place = { subject: zone.name, path, party };
  return [
    ...judgeMismatch(zone, place),
    ...judgeLame(zone, place),
    ...zone.aliases.map(({ server, target }) =>
      finding('dns/nameserver-is-alias', {
        ...place,
        distinction: server,
        data: { zone: zone.name, server, target },
      }),
    ),
    ...zone.unresolved.map(({ server, because }) => {
      const parts = { ...place, distinction: server };
      return because !== 'unknown'
        ? finding('dns/nameserver-unresolvable', { ...parts, data: { zone: zone.name, server } })
        : unseenFinding(
            { ...parts, items: [8], what: server },
            { code: 'name-unresolvable', detail: zone.name },
          );
    }),
    ...judgeUnseen(zone, place),
  ];
}

function judgeMismatch(zone: ZoneView, place: Place): Finding[] {
  const own = ownNameServers(zone);
  if (zone.parentNameServers === null || own.length === 0) return [];
  const parent = sorted(zone.parentNameServers);
  if (parent.join() === own.join()) return [];
  const isHeld = parent.every((name) => own.includes(name)) || own.every((name) => parent.includes(name));
  const severity = isHeld && allAnswerAlike(zone, [...parent, ...own]) ? 'warning' : 'critical';
  return [finding('dns/delegation-mismatch', { ...place, severity, data: { zone: zone.name, parent, own } })];
}

/** Whether each of these name servers was seen, and all give the same NS of the zone. */
function allAnswerAlike({ servers, unresolved }: ZoneView, names: readonly string[]): boolean {
  const seen = servers.filter(({ outcome }) => outcome !== 'no-ipv4' && outcome !== 'no-ipv6');
  const answers = new Set(seen.map(({ records }) => records.map(({ data }) => data).join()));
  return (
    unresolved.length === 0 &&
    answers.size === 1 &&
    seen.every(({ outcome }) => outcome === 'records') &&
    names.every((name) => seen.some(({ server }) => server === name))
  );
}

function ownNameServers(zone: ZoneView): string[] {
  return sorted(zone.servers.flatMap((server) => server.records.map((record) => record.data)));
}

/**
 * Name servers that do not serve the zone. Silence counts only beside another server's answer: where all are
 * silent, the fault may lie between them and us.
 */
function judgeLame(zone: ZoneView, place: Place): Finding[] {
  const someServe = zone.servers.some(isServing);
  const lame = zone.servers
    .filter((each) => isLame(each) || (someServe && each.outcome === 'timeout'))
    .map(({ server, address, outcome }) => ({ server, address, outcome }));
  const noneExists =
    zone.servers.length === 0 &&
    zone.unresolved.length > 0 &&
    zone.unresolved.every((each) => each.because !== 'unknown');
  if (lame.length === 0 && !noneExists) return [];
  const missing = zone.unresolved.map(({ server }) => ({
    server,
    address: null,
    outcome: 'no-name' as const,
  }));
  const data = {
    zone: zone.name,
    lame: noneExists ? missing : lame,
    total: new Set((noneExists ? missing : zone.servers).map((each) => each.server)).size,
    someServe,
  };
  return [finding('dns/lame-nameserver', { ...place, severity: someServe ? 'warning' : 'critical', data })];
}

/** Servers that could not be asked from here at all; what this place lacks is said once. */
function judgeUnseen(zone: ZoneView, place: Place): Finding[] {
  const lacks = (['no-ipv4', 'no-ipv6'] as const).filter((code) =>
    zone.servers.some(({ outcome }) => outcome === code),
  );
  const family = { 'no-ipv4': 'IPv4', 'no-ipv6': 'IPv6' };
  return [
    ...lacks.map((code) => {
      const what = `NS ${zone.name} (${family[code]})`;
      return unseenFinding({ ...place, items: [8], what }, { code, detail: null });
    }),
    ...zone.servers.flatMap(({ server, address, outcome }) => {
      if (outcome !== 'blocked' && outcome !== 'no-route') return [];
      const unseen = { ...place, distinction: address, items: [8], what: `${server} (${address})` } as const;
      return [unseenFinding(unseen, { code: outcome, detail: outcome === 'blocked' ? address : null })];
    }),
  ];
}

function sorted(texts: readonly string[]): string[] {
  return [...new Set(texts)].sort();
}
