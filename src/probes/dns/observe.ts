import type { DnsEdge } from '../../edge/dns.ts';
import { type FailureCode, ProbeFailure } from '../../edge/failure.ts';
import { isWithin, mostAliases, parentName } from '../../protocols/dns/name.ts';
import {
  type AuthoritativeView,
  isComplete,
  isLame,
  isServing,
  type RecordType,
  type ResolverView,
  type ServerAnswer,
} from '../../protocols/dns/views.ts';
import { silence } from '../lookup.ts';
import { groupsOf } from './agreement.ts';
import type { DnsClaimCheck, RecordClaim } from './claim.ts';
import { compare } from './compare.ts';
import { observeSigning, type ZoneSigning } from './signing.ts';

/** What DNS says of a claim's name. Everything in it is sorted and free of times and ports. */
export interface DnsFact {
  /** The claimed name, then the target of each alias in turn, each as its own name servers answer; empty where nobody could be asked but a resolver, which refuses the name. */
  readonly hops: readonly AuthoritativeView[];
  /** Why the last alias was not followed, where it was not. */
  readonly brokenOff: { readonly target: string; readonly because: FailureCode | 'loop' | 'dead' } | null;
  /** The DS records at the zone's parent, where the claim is about signatures. */
  readonly signers: AuthoritativeView | null;
  /** What was seen of the signatures in each zone on the way; top-level domains are left out. */
  readonly signing: readonly ZoneSigning[];
  /** What the run's resolver says of the claimed name; null where there is none to ask. */
  readonly resolver: ResolverView | null;
  /** Where servers disagree, the serials of their copies of the zone: evidence, since not all makes of servers count. */
  readonly serials: readonly { readonly server: string; readonly serial: number }[];
  /** The wildcard that gave what was seen, where it is not what is claimed and a name that nobody made up gives the same. */
  readonly wildcard: string | null;
}

/** Asks the name servers of the claimed name, and of each alias on the way. @throws ProbeFailure where none of them said anything. */
export async function observeDns(
  claim: DnsClaimCheck,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<{ fact: DnsFact; from: string | null }> {
  const type: RecordType = claim.about === 'zone' ? 'SOA' : claim.type;
  const [asked, resolver] = await Promise.allSettled([
    dns.askAuthorities(claim.name, type, signal),
    // What lies at the cut between two zones is answered by two sides; a resolver may give either.
    claim.about === 'records' && claim.type === 'NS' ? null : dns.askResolver(claim.name, type, signal),
  ]);
  const second = resolver.status === 'fulfilled' ? resolver.value : null;
  if (asked.status === 'rejected') {
    if (second?.answersUnchecked !== true || signal.aborted) throw asked.reason;
    // Nobody could be asked directly, and the resolver says why it gives no answer either.
    return {
      fact: { ...nothing, hops: [], signing: [], resolver: second },
      from: second.resolver,
    };
  }
  const first = asked.value;
  requireWord(first);
  const from = first.servers.find(isComplete)?.server ?? null;
  if (claim.about === 'zone') {
    const signers = await dns.askAuthorities(first.zone?.name ?? claim.name, 'DS', signal);
    if (!signers.servers.some(isComplete)) throw silence(signers);
    const signing = await signingOf([first], dns, signal);
    return { fact: { ...nothing, hops: [first], signers, signing, resolver: second }, from };
  }
  const { hops, brokenOff } = await follow(first, claim.type === 'CNAME', dns, signal);
  const [signing, serials, wildcard] = await Promise.all([
    signingOf(hops, dns, signal),
    serialsOf(hops, dns, signal),
    wildcardOf(claim, first, dns, signal),
  ]);
  return { fact: { hops, brokenOff, signers: null, signing, resolver: second, serials, wildcard }, from };
}

const nothing = { brokenOff: null, signers: null, serials: [], wildcard: null } as const;

/** Serials are looked at only where servers disagree. */
async function serialsOf(
  hops: readonly AuthoritativeView[],
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<DnsFact['serials']> {
  const zone = hops.find((hop) => groupsOf(hop).length > 1)?.zone ?? null;
  const view = zone === null ? null : await evidence(dns.askAuthorities(zone.name, 'SOA', signal), signal);
  return (view?.servers ?? []).flatMap(({ server, records: [start] }) =>
    start === undefined ? [] : [{ server, serial: Number(start.data.split(' ')[2]) }],
  );
}

/** A label that nobody uses, and the same in every run. */
const unlikelyLabel = 'zq7x0k9w4vj2';

/**
 * Whether a wildcard stands behind what was seen (RFC 4592): a record that was removed then seems to have changed.
 * Looked at only where a host in the zone does not have what the ledger says.
 */
async function wildcardOf(
  claim: RecordClaim,
  view: AuthoritativeView,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<string | null> {
  const { zone, name, type, servers } = view;
  const given = servers.find((each) => each.outcome === 'records');
  if (zone === null || name === zone.name || name.startsWith('*.') || given === undefined) return null;
  const said = (answer: ServerAnswer) =>
    JSON.stringify([answer.alias?.data, answer.records.map(({ data }) => data)]);
  const values = given.records.map(({ data }) => data);
  const aliases = given.alias === null ? [] : [given.alias.data];
  if (compare(claim, { values, aliases }) === 'match' || (given.alias !== null && !claim.absent)) return null;
  const parent = parentName(name);
  if (!isWithin(parent, zone.name)) return null;
  const other = await evidence(dns.askAuthorities(`${unlikelyLabel}.${parent}`, type, signal), signal);
  const same = other?.servers.some((each) => each.outcome === 'records' && said(each) === said(given));
  return same === true ? `*.${parent}` : null;
}

/** What is only evidence for something that was seen may be missing. */
async function evidence<T>(look: Promise<T>, signal: AbortSignal): Promise<T | null> {
  try {
    return await look;
  } catch (error) {
    if (error instanceof ProbeFailure && !signal.aborted) return null;
    throw error;
  }
}

/** The signatures of what was seen; where no server serves the zone, there is nothing to look at. */
async function signingOf(
  hops: readonly AuthoritativeView[],
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<ZoneSigning[]> {
  const looks = hops.map(({ name, type, zone, servers }) =>
    zone === null || !servers.some(isComplete)
      ? []
      : observeSigning({ zone: zone.name, name, type }, dns, signal),
  );
  return (await Promise.all(looks)).flat();
}

/**
 * Follows aliases from the first answer to the records, each at the name servers of its own zone. An alias that is
 * itself the claim (`lenient`) is an answer already, so a chain that breaks off behind it is no failure.
 */
async function follow(
  first: AuthoritativeView,
  lenient: boolean,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<Pick<DnsFact, 'hops' | 'brokenOff'>> {
  const hops = [first];
  const visited = new Set([first.name]);
  for (let target = targetOf(first); target !== null; target = targetOf(hops.at(-1)!)) {
    if (visited.has(target) || hops.length > mostAliases)
      return { hops, brokenOff: { target, because: 'loop' } };
    visited.add(target);
    try {
      const hop = await dns.askAuthorities(target, lenient ? 'A' : first.type, signal);
      if (hop.servers.some(isComplete)) hops.push(hop);
      else if (isDead(hop)) return { hops, brokenOff: { target, because: 'dead' } };
      else throw silence(hop);
    } catch (error) {
      if (!lenient || signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return { hops, brokenOff: { target, because: error.code } };
    }
  }
  return { hops, brokenOff: null };
}

/** Where the view's name leads on to. Servers that disagree are judged as such; the first is followed. */
function targetOf(view: AuthoritativeView): string | null {
  if (view.type === 'CNAME') {
    return view.servers.find((each) => each.records.length > 0)?.records[0]?.data ?? null;
  }
  return view.servers.find((each) => each.alias !== null)?.alias?.data ?? null;
}

/** Lets pass what says anything at all: an answer, or proof that the zone's servers do not serve it. */
function requireWord(view: AuthoritativeView): void {
  if (!view.servers.some(isServing) && !isDead(view)) throw silence(view);
}

/** Whether nobody can get anything of the zone, as was seen: its servers do not serve it, or cannot be found. */
function isDead(view: AuthoritativeView): boolean {
  const { servers = [], unresolved = [] } = view.zone ?? {};
  if (servers.some(isServing)) return false;
  if (servers.some(isLame)) return true;
  return (
    servers.length === 0 && unresolved.length > 0 && unresolved.every((each) => each.because !== 'unknown')
  );
}
