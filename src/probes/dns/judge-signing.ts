import { Temporal } from 'temporal-polyfill';
import type { Refusal } from '../../rules/dns.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { FindingParts } from '../../rules/rule.ts';
import { dayMs, hourMs, minuteMs } from '../../text/values.ts';
import { unseenFinding } from '../judge-unseen.ts';
import type { JudgeContext, KnownDate } from '../probe.ts';
import type { ServerSigning, SetSigning, ZoneSigning } from './signing.ts';

type Place = Pick<FindingParts<never>, 'path' | 'party'>;

interface SigningPlace extends Place {
  /** What the run's resolver says to such signatures, where it refuses them. */
  readonly refusal: Refusal | null;
}

type Fault = 'expired' | 'ends' | 'not-yet-valid' | 'wrong' | 'no-key' | 'missing';

/** A signature with less than this left is as good as gone: nobody renewed it in time. */
const leastLeft = 12 * hourMs;
/** Servers that sign each answer anew do so for hours; there is nobody to renew anything. */
const shortestRenewed = 2 * dayMs;
/** Signed for so long at a time, a zone is signed by hand, or by a job that runs a few times a year. */
const shortestByHand = 60 * dayMs;
/** Of what is made for less, a tenth is no time for anybody to act. */
const shortestWatched = 7 * dayMs;
/** By how much the signer's clock and ours may differ. */
const clockSkew = 5 * minuteMs;

/**
 * What the signatures of a zone mean: equal findings for each claim in the zone, so that one fault is reported once. A
 * key that the parent does not know makes all signatures worthless, so then nothing is said of those.
 */
export function judgeSigning(
  signing: ZoneSigning,
  { path, party, refusal }: SigningPlace,
  context: JudgeContext,
): Finding[] {
  const { zone, parent, servers } = signing;
  const place = { subject: zone, path, party: party ?? null };
  const unseen = (what: string) =>
    unseenFinding(
      { ...place, distinction: what, items: [8], what: `${what} (DNSSEC)` },
      { code: 'name-unresolvable', detail: zone },
    );
  if (parent === null) return [unseen(`${zone}/DS`)];
  const strangers = servers.filter(({ trust }) => trust !== null && trust !== 'matched');
  const [stranger] = strangers;
  if (stranger !== undefined) {
    const data = {
      zone,
      parent,
      keys: stranger.keys ?? [],
      because: stranger.trust as 'no-keys' | 'no-match' | 'other-digest',
      servers: namesUnlessAll(strangers, servers),
      refusal,
    };
    return [finding('dns/ds-mismatch', { ...place, data })];
  }
  const sets = seenSets(servers);
  const once = (judge: typeof judgeValidity) => {
    for (const set of sets) {
      const subject = isOfZone(set, zone) ? zone : `${set.name}/${set.type}`;
      const found = judge(set, { ...place, refusal, zone, subject }, context);
      if (found !== null) return [found];
    }
    return null;
  };
  return [...(once(judgeValidity) ?? once(judgeEnd) ?? []), ...signing.unseen.map(unseen)];
}

/** The date at which the zone's own signatures end, where somebody has to renew them. */
export function signingDates(signing: ZoneSigning, findings: readonly Finding[]): KnownDate[] {
  const { zone, servers } = signing;
  const ends = servers.flatMap(({ sets }) =>
    sets.flatMap((set) => {
      const last = isOfZone(set, zone) ? lastVerified(set) : null;
      return last !== null && lifetimeOf(last) >= shortestByHand ? [last.until] : [];
    }),
  );
  const [soonest] = ends.sort();
  if (soonest === undefined) return [];
  const reported = findings.find(
    ({ rule }) => rule === 'dns/signature-expires' || rule === 'dns/signature-invalid',
  );
  const what = { type: 'signature-ends', zone } as const;
  return [{ at: Temporal.Instant.from(soonest), what, finding: reported?.id ?? null }];
}

/** A record set, and what each server that gave it shows of its signatures. */
interface SeenSet {
  readonly name: string;
  readonly type: string;
  readonly seen: readonly { readonly server: string; readonly set: SetSigning }[];
}

/** The sets that were seen, the zone's own first: what is wrong there is wrong for all. */
function seenSets(servers: readonly ServerSigning[]): SeenSet[] {
  const sets = new Map<string, SeenSet>();
  for (const { server, sets: own } of servers) {
    for (const set of own) {
      const { name, type } = set;
      const known = sets.get(`${name} ${type}`)?.seen ?? [];
      sets.set(`${name} ${type}`, { name, type, seen: [...known, { server, set }] });
    }
  }
  const rank = ({ type }: SeenSet) => (type === 'DNSKEY' ? 0 : type === 'SOA' ? 1 : 2);
  return [...sets.values()].sort((a, b) => rank(a) - rank(b));
}

/** Whether it is one of the sets that speak for the whole zone. */
function isOfZone({ name, type }: { readonly name: string; readonly type: string }, zone: string): boolean {
  return name === zone && (type === 'DNSKEY' || type === 'SOA');
}

interface SetPlace extends SigningPlace {
  readonly subject: string;
  readonly zone: string;
}

function judgeValidity(
  { name, type, seen }: SeenSet,
  { zone, refusal, ...place }: SetPlace,
  { now }: JudgeContext,
): Finding | null {
  const faults = seen.flatMap(({ server, set }) => {
    const fault = faultOf(set, now.epochMilliseconds);
    return fault === null ? [] : [{ server, ...fault }];
  });
  const [first] = faults;
  if (first === undefined) return null;
  const { because, signature } = first;
  const alike = faults.filter((each) => each.because === because);
  const data = {
    zone,
    name,
    type,
    because,
    keyTag: signature?.keyTag ?? null,
    from: signature?.from ?? null,
    until: signature?.until ?? null,
    servers: namesUnlessAll(alike, seen),
    refusal,
  };
  const deadline = because === 'ends' ? Temporal.Instant.from(signature!.until) : null;
  return finding('dns/signature-invalid', { ...place, deadline, data });
}

function judgeEnd(
  { name, type, seen }: SeenSet,
  { zone, ...place }: SetPlace,
  { now, next, leadTimeDays }: JudgeContext,
): Finding | null {
  const isDue = (last: Signature) => {
    const until = Date.parse(last.until);
    const lifetime = lifetimeOf(last);
    if (lifetime >= shortestByHand) return until < next.epochMilliseconds + leadTimeDays * dayMs;
    // Programs sign anew with a tenth of the time left at the latest (BIND and Knot long before).
    return lifetime >= shortestWatched && until - now.epochMilliseconds < lifetime / 10;
  };
  const [soonest] = seen
    .flatMap(({ set }) => lastVerified(set) ?? [])
    .filter(isDue)
    .sort((a, b) => (a.until < b.until ? -1 : 1));
  if (soonest === undefined) return null;
  const data = { zone, name, type, keyTag: soonest.keyTag, until: soonest.until };
  return finding('dns/signature-expires', { ...place, deadline: Temporal.Instant.from(soonest.until), data });
}

type Signature = SetSigning['signatures'][number];

/** Why no resolver would accept the set; null where one signature holds, or where none is of a kind known here. */
function faultOf(
  set: SetSigning,
  now: number,
): { readonly because: Fault; readonly signature: Signature | null } | null {
  const { signatures } = set;
  if (signatures.length === 0) return { because: 'missing', signature: null };
  if (signatures.every(({ state }) => state === 'unsupported')) return null;
  const verified = signatures.filter(({ state }) => state === 'verified');
  const valid = verified.filter(
    ({ from, until }) => Date.parse(from) - clockSkew <= now && now < Date.parse(until),
  );
  const last = valid.at(-1);
  if (last !== undefined) {
    const isEnding = Date.parse(last.until) - now < leastLeft && lifetimeOf(last) >= shortestRenewed;
    return isEnding ? { because: 'ends', signature: last } : null;
  }
  const past = verified.findLast(({ until }) => Date.parse(until) <= now);
  if (past !== undefined) return { because: 'expired', signature: past };
  const [early] = verified;
  if (early !== undefined) return { because: 'not-yet-valid', signature: early };
  const broken = signatures.findLast(({ state }) => state === 'wrong') ?? signatures.at(-1)!;
  return { because: broken.state === 'wrong' ? 'wrong' : 'no-key', signature: broken };
}

/** The signature that holds the longest; null where none holds. */
function lastVerified({ signatures }: SetSigning): Signature | null {
  return signatures.findLast(({ state }) => state === 'verified') ?? null;
}

function lifetimeOf({ from, until }: Signature): number {
  return Date.parse(until) - Date.parse(from);
}

/** The servers' names; null where it is so at every one of them. */
function namesUnlessAll(
  some: readonly { readonly server: string }[],
  all: readonly unknown[],
): readonly string[] | null {
  return some.length === all.length ? null : some.map(({ server }) => server);
}
