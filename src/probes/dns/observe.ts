import type { AuthoritativeView, DnsEdge, RecordType, ResolverView, ServerAnswer } from '../../edge/dns.ts';
import type { FailureCode } from '../failure.ts';
import { ProbeFailure } from '../failure.ts';
import type { DnsClaimCheck } from './claim.ts';
import { observeSigning, type ZoneSigning } from './signing.ts';

/** What DNS says of a claim's name. Everything in it is sorted and free of times and ports. */
export interface DnsFact {
  /** The claimed name, then the target of each alias in turn, each as its own name servers tell; empty where nobody could be asked but a resolver, which refuses the name. */
  readonly hops: readonly AuthoritativeView[];
  /** Why the last alias was not followed, where it was not. */
  readonly brokenOff: { readonly target: string; readonly because: FailureCode | 'loop' } | null;
  /** The DS records at the zone's parent, where the claim is about signatures. */
  readonly signers: AuthoritativeView | null;
  /** What was seen of the signatures in each zone on the way; top-level domains are left out. */
  readonly signing: readonly ZoneSigning[];
  /** What the run's resolver says of the claimed name; null where there is none to ask. */
  readonly resolver: ResolverView | null;
}

const longestChain = 10;

/** Asks the name servers of the claimed name, and of each alias on the way. @throws ProbeFailure where none of them said anything. */
export async function observeDns(
  claim: DnsClaimCheck,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<{ fact: DnsFact; from: string | null }> {
  const type: RecordType = claim.about === 'zone' ? 'SOA' : claim.type;
  const [asked, resolver] = await Promise.allSettled([
    dns.askAuthorities(claim.name, type, signal),
    // What lies at the cut between two zones is told by two sides; a resolver may give either.
    claim.about === 'records' && claim.type === 'NS' ? null : dns.askResolver(claim.name, type, signal),
  ]);
  const second = resolver.status === 'fulfilled' ? resolver.value : null;
  if (asked.status === 'rejected') {
    if (second?.answersUnchecked !== true || signal.aborted) throw asked.reason;
    // Nobody could be asked directly, and the resolver says why it gives no answer either.
    return {
      fact: { hops: [], brokenOff: null, signers: null, signing: [], resolver: second },
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
    return { fact: { hops: [first], brokenOff: null, signers, signing, resolver: second }, from };
  }
  const { hops, brokenOff } = await follow(first, claim.type === 'CNAME', dns, signal);
  const signing = await signingOf(hops, dns, signal);
  return { fact: { hops, brokenOff, signers: null, signing, resolver: second }, from };
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
    if (visited.has(target) || hops.length > longestChain)
      return { hops, brokenOff: { target, because: 'loop' } };
    visited.add(target);
    try {
      const hop = await dns.askAuthorities(target, lenient ? 'A' : first.type, signal);
      if (!hop.servers.some(isComplete)) throw silence(hop);
      hops.push(hop);
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

/** Whether the server said all there is to say. */
export function isComplete(answer: ServerAnswer): boolean {
  return answer.outcome === 'records' || answer.outcome === 'no-data' || answer.outcome === 'no-name';
}

/** Whether what came back proves that this server does not do its part; silence proves nothing. */
export function isLame(answer: ServerAnswer): boolean {
  return ['lame', 'refused', 'servfail', 'malformed'].includes(answer.outcome);
}

/** Lets pass what says anything at all: an answer, or proof that the zone's servers do not serve it. */
function requireWord(view: AuthoritativeView): void {
  if (view.servers.some(isComplete)) return;
  const { servers = [], unresolved = [] } = view.zone ?? {};
  if (servers.some(isLame) && !servers.some(isComplete)) return;
  if (servers.length === 0 && unresolved.length > 0 && unresolved.every((each) => each.missing)) return;
  throw silence(view);
}

/** Why nothing was seen, by how the servers kept silent. */
function silence({ name, servers }: AuthoritativeView): ProbeFailure {
  const blocked = servers.find((each) => each.outcome === 'blocked');
  const all = (outcome: ServerAnswer['outcome']) => servers.every((each) => each.outcome === outcome);
  if (servers.length === 0 || servers.some(isLame)) return new ProbeFailure('name-unresolvable', name);
  if (all('no-ipv6')) return new ProbeFailure('no-ipv6', name);
  if (blocked !== undefined && all('blocked')) return new ProbeFailure('blocked', blocked.address);
  return new ProbeFailure('timeout', name);
}
