import { setTimeout as delay } from 'node:timers/promises';
import type { Address } from '../../protocols/address.ts';
import type { Question, Reply } from '../../protocols/dns/message.ts';
import { isAskable, isWithin, parentName } from '../../protocols/dns/name.ts';
import { ProbeFailure } from '../failure.ts';
import type { RootHint } from '../options.ts';
import { abortFailure, untilAborted } from '../within.ts';
import type { Ask, NoWay, Server } from './exchange.ts';
import type { SharedWork, Waiter } from './shared.ts';

/** A zone and where its name servers are, as far as its parent says. */
export interface Zone {
  readonly name: string;
  /** The name servers in the parent's referral, sorted; null where the parent's servers serve this zone too. */
  readonly parentNameServers: readonly string[] | null;
  /** The name servers to ask, sorted: the parent's word, else the zone's own. */
  readonly nameServers: readonly string[];
  /** Addresses that came with the referral, of names that the referring zone may speak for. */
  readonly glue: ReadonlyMap<string, readonly string[]>;
  /** Servers that are known to serve the zone without their names being looked up. */
  readonly known: readonly Server[];
  /** How many delegations lie between the root and this zone. */
  readonly depth: number;
}

/** A zone as the holder of a name; not certain where the zone's servers would not say whether a deeper one holds it. */
interface Holder {
  readonly zone: Zone;
  readonly certain: boolean;
}

/** Somebody who waits for a walk, and the queries that it may still cost. */
export interface Walker extends Waiter {
  readonly budget: { queries: number };
}

/** Iterative resolution from the root (RFC 1034 §5.3.3), label by label, so that walks share what they learn. */
export interface Walk {
  /** The deepest zone that holds the name. @throws ProbeFailure `timeout` with detail `rootServers` where not one of them answers. */
  holderOf(name: string, walker: Walker): Promise<Holder>;
  /** The addresses of a host, aliases followed; IPv4 first, sorted. @throws ProbeFailure as `DnsEdge.resolve`. */
  addressesOf(host: string, walker: Walker): Promise<readonly Address[]>;
}

export const queriesForEachName = 60;
/** What failures call the servers of the root: no zone's name, and clearer than a dot. */
export const rootServers = 'root servers';
const largestAliasChain = 10;
const deepestDelegation = 16;
const mostAddressesOfName = 8;
const mostServersTried = 8;
/** After this long without an answer the next server is asked as well. */
const staggerMs = 600;

export interface WalkOptions {
  readonly ask: Ask;
  readonly work: SharedWork;
  readonly rootHints: readonly RootHint[];
  /** Whether this place has no IPv4: then servers are asked over IPv6 first. */
  readonly lacksIPv4: boolean;
}

export function openWalk({ ask, work, rootHints, lacksIPv4 }: WalkOptions): Walk {
  const root: Zone = {
    name: '.',
    parentNameServers: null,
    nameServers: [...new Set(rootHints.map((hint) => hint.name))].sort(),
    glue: new Map(),
    known: byFamily(rootHints, lacksIPv4),
    depth: 0,
  };

  function holderOf(name: string, walker: Walker): Promise<Holder> {
    if (name === '.') return Promise.resolve({ zone: root, certain: true });
    return work.share(
      `zone ${name}`,
      walker,
      async (self) => {
        const inner = { ...self, budget: walker.budget };
        const above = await holderOf(parentName(name), inner);
        if (!above.certain) return above;
        try {
          return { zone: (await delegation(name, above.zone, inner)) ?? above.zone, certain: true };
        } catch (error) {
          // The name may well lie in the zone above, whose servers then speak for themselves when asked.
          if (above.zone === root || !isSilence(error, self.signal)) throw error;
          return { zone: above.zone, certain: false };
        }
      },
      (holder) => holder.certain,
    );
  }

  /** The zone that begins at `name`, or null where none does, as the servers of the zone above say. */
  async function delegation(name: string, above: Zone, walker: Walker): Promise<Zone | null> {
    const useful = (reply: Reply) => referredServers(reply, name).length > 0 || isComplete(reply);
    let reply: Reply;
    try {
      reply = await askUntil(above, { name, type: 'NS' }, useful, walker);
    } catch (error) {
      // Some load balancers answer for addresses alone (RFC 9156 §2.1).
      if (!(error instanceof ProbeFailure) || error.code !== 'name-unresolvable') throw error;
      reply = await askUntil(above, { name, type: 'A' }, useful, walker);
    }
    const depth = above.depth + 1;
    if (depth > deepestDelegation) throw new ProbeFailure('name-unresolvable', name);
    const referred = referredServers(reply, name);
    if (referred.length > 0) {
      return {
        name,
        parentNameServers: referred,
        nameServers: referred,
        glue: glueFor(referred, reply, above.name),
        known: [],
        depth,
      };
    }
    const own = sortedData(
      reply.answers.filter((each) => each.type === 'NS' && each.name === name && reply.authoritative),
    );
    if (own.length === 0) return null;
    // The same servers serve both zones, so nobody refers to the deeper one.
    const known = above.known.length > 0 ? above.known : glueServers(above);
    return {
      name,
      parentNameServers: null,
      nameServers: own,
      glue: glueFor(own, reply, above.name),
      known,
      depth,
    };
  }

  function addressesOf(host: string, walker: Walker): Promise<readonly Address[]> {
    return work.share(`addresses ${host}`, walker, async (self) => {
      const inner = { ...self, budget: walker.budget };
      return followToAddresses(host, async (question) => {
        const { zone } = await holderOf(question.name, inner);
        return askUntil(zone, question, isComplete, inner);
      });
    });
  }

  /**
   * The servers of a zone in the order to try them; names without glue are looked up only when their turn comes.
   * `onFault` hears of what this machine could not look up.
   */
  async function* serversOf(
    zone: Zone,
    walker: Walker,
    onFault: (failure: ProbeFailure) => void,
  ): AsyncGenerator<Server> {
    const later: Server[] = [];
    const first = [...zone.known, ...glueServers(zone)];
    for (const server of first) {
      if (isIPv6(server.address) !== lacksIPv4) later.push(server);
      else yield server;
    }
    for (const name of zone.nameServers) {
      if (first.some((server) => server.name === name)) continue;
      try {
        for (const { address } of await addressesOf(name, walker)) {
          const server = { name, address, port: 53 };
          if (isIPv6(address) !== lacksIPv4) later.push(server);
          else yield server;
        }
      } catch (error) {
        if (walker.signal.aborted) throw error;
        if (error instanceof ProbeFailure && error.code === 'local-fault') onFault(error);
      }
    }
    yield* later;
  }

  async function askUntil(
    zone: Zone,
    question: Question,
    useful: (reply: Reply) => boolean,
    walker: Walker,
  ): Promise<Reply> {
    if (!isAskable(question.name)) throw new ProbeFailure('name-unresolvable', question.name);
    const race = new AbortController();
    const signal = AbortSignal.any([walker.signal, race.signal]);
    const trouble = {
      answered: false,
      silent: false,
      blockedAddress: null as string | null,
      noWay: new Set<NoWay>(),
      fault: null as ProbeFailure | null,
    };
    const onFault = (failure: ProbeFailure) => {
      trouble.fault ??= failure;
    };
    const servers = serversOf(zone, { ...walker, signal }, onFault);
    const attempt = async (server: Server): Promise<Reply | null> => {
      walker.budget.queries -= 1;
      const exchanged = await ask(server, question, { recursive: false, patience: 'full', signal }).catch(
        (error: unknown) => {
          if (error instanceof ProbeFailure && error.code === 'local-fault') onFault(error);
          throw error;
        },
      );
      if (exchanged.type === 'reply') {
        trouble.answered = true;
        return useful(exchanged.reply) ? exchanged.reply : null;
      }
      if (exchanged.reason === 'blocked') trouble.blockedAddress = server.address;
      else if (exchanged.reason === 'silent' || exchanged.reason === 'malformed') trouble.silent = true;
      else trouble.noWay.add(exchanged.reason);
      return null;
    };
    try {
      const reply = await untilAborted(
        firstUseful(servers, attempt, () => walker.budget.queries > 0, signal),
        walker.signal,
      );
      if (reply !== null) return reply;
    } finally {
      race.abort();
    }
    // What was not tried comes first: nobody can say that nothing answers there.
    if (trouble.fault !== null) throw trouble.fault;
    const detail = zone === root ? rootServers : zone.name;
    if (walker.budget.queries <= 0 || trouble.answered) throw new ProbeFailure('name-unresolvable', detail);
    if (trouble.silent) throw new ProbeFailure('timeout', detail);
    if (trouble.blockedAddress !== null) throw new ProbeFailure('blocked', trouble.blockedAddress);
    throw new ProbeFailure(noWayOf(trouble.noWay) ?? 'name-unresolvable', detail);
  }

  return { holderOf, addressesOf };
}

/**
 * The first attempt that is not null, or null when the servers are used up. Servers are tried in their order;
 * the next one starts when one has failed or has not answered for a while, so one dead server costs no more.
 */
async function firstUseful<T>(
  servers: AsyncGenerator<Server>,
  attempt: (server: Server) => Promise<T | null>,
  mayGoOn: () => boolean,
  signal: AbortSignal,
): Promise<T | null> {
  type Event = {
    readonly of: 'attempt' | 'pull' | 'patience';
    readonly id: number;
    readonly value: T | null;
  };
  const running = new Map<number, Promise<Event>>();
  let tried = 0;
  let exhausted = false;
  let pulling: Promise<Event> | null = null;
  let wantsMore = true;

  const start = async (server: Server, id: number): Promise<Event> => {
    try {
      return { of: 'attempt', id, value: await attempt(server) };
    } catch (error) {
      if (error instanceof ProbeFailure) return { of: 'attempt', id, value: null };
      throw error;
    }
  };
  const pull = async (): Promise<Event> => {
    const next = await servers.next();
    if (next.done === true) exhausted = true;
    else {
      tried += 1;
      const started = start(next.value, tried);
      // Nobody may wait for it any more, and what it throws then is nobody's.
      started.catch(() => {});
      running.set(tried, started);
    }
    return { of: 'pull', id: 0, value: null };
  };

  for (;;) {
    const more = !exhausted && tried < mostServersTried && mayGoOn();
    if (more && pulling === null && (wantsMore || running.size === 0)) pulling = pull();
    if (pulling === null && running.size === 0) return null;
    const events = [...running.values()];
    const patience = new AbortController();
    if (pulling !== null) events.push(pulling);
    else if (more) {
      const slow: Event = { of: 'patience', id: 0, value: null };
      events.push(delay(staggerMs, slow, { signal: patience.signal }).catch(() => slow));
    }
    const event = await Promise.race(events).finally(() => patience.abort());
    if (signal.aborted) throw abortFailure(signal);
    if (event.value !== null) return event.value;
    if (event.of === 'pull') pulling = null;
    if (event.of === 'attempt') running.delete(event.id);
    wantsMore = event.of !== 'pull';
  }
}

/** The addresses that a host leads to, aliases followed, by whatever answers the questions. @throws ProbeFailure */
export async function followToAddresses(
  host: string,
  answer: (question: Question) => Promise<Reply>,
): Promise<Address[]> {
  let name = host;
  for (let hop = 0; hop <= largestAliasChain; hop++) {
    const asked = name;
    const [four, six] = await Promise.allSettled([
      answer({ name: asked, type: 'A' }),
      answer({ name: asked, type: 'AAAA' }),
    ]);
    const replies = [four, six].flatMap((each) => (each.status === 'fulfilled' ? [each.value] : []));
    const found = addressesIn(replies, asked);
    if (found.addresses.length > 0) return found.addresses;
    const failed = [four, six].find((each) => each.status === 'rejected');
    if (found.last === asked) {
      if (failed !== undefined) throw failed.reason;
      throw new ProbeFailure('name-not-found', host);
    }
    name = found.last;
  }
  throw new ProbeFailure('name-unresolvable', host);
}

/** The addresses in the answers at the end of the aliases that begin at `name`, and the last alias. */
function addressesIn(replies: readonly Reply[], name: string): { addresses: Address[]; last: string } {
  const answers = replies.flatMap((reply) => reply.answers);
  let last = name;
  for (let hop = 0; hop <= largestAliasChain; hop++) {
    const alias = answers.find((each) => each.type === 'CNAME' && each.name === last);
    if (alias === undefined) break;
    last = alias.data;
  }
  const texts = (type: string) =>
    sortedData(answers.filter((each) => each.type === type && each.name === last)).slice(
      0,
      mostAddressesOfName,
    );
  return {
    addresses: [
      ...texts('A').map((address) => ({ address, family: 4 as const })),
      ...texts('AAAA').map((address) => ({ address, family: 6 as const })),
    ],
    last,
  };
}

/** Whether the reply is the whole truth of the one who holds the name: records, "no data" or "no such name". */
function isComplete(reply: Reply): boolean {
  return reply.authoritative && !reply.truncated && (reply.rcode === 'NOERROR' || reply.rcode === 'NXDOMAIN');
}

/** The name servers to which the reply refers for the zone `name` (RFC 1034 §4.2.1); empty where it is no referral. */
function referredServers(reply: Reply, name: string): string[] {
  if (reply.rcode !== 'NOERROR' || reply.answers.length > 0) return [];
  return sortedData(reply.authorities.filter((each) => each.type === 'NS' && each.name === name));
}

/** Addresses that came along with name servers' names, where the zone that was asked may speak for those names. */
function glueFor(names: readonly string[], reply: Reply, bailiwick: string): Map<string, string[]> {
  const glue = new Map<string, string[]>();
  for (const name of names) {
    if (!isWithin(name, bailiwick)) continue;
    const addresses = ['A', 'AAAA'].flatMap((type) =>
      sortedData(reply.additionals.filter((each) => each.type === type && each.name === name)),
    );
    if (addresses.length > 0) glue.set(name, addresses.slice(0, mostAddressesOfName));
  }
  return glue;
}

function glueServers(zone: Zone): Server[] {
  return [...zone.glue].flatMap(([name, addresses]) =>
    addresses.map((address) => ({ name, address, port: 53 })),
  );
}

/** IPv4 first, or IPv6 where there is no IPv4; else in their order. */
export function byFamily<T extends { readonly address: string }>(
  servers: readonly T[],
  lacksIPv4: boolean,
): T[] {
  return [
    ...servers.filter((each) => isIPv6(each.address) === lacksIPv4),
    ...servers.filter((each) => isIPv6(each.address) !== lacksIPv4),
  ];
}

/** Why there was no way to any of several addresses: one family alone is this place's own lack. */
function noWayOf(reasons: ReadonlySet<NoWay>): NoWay | null {
  const [first = null] = reasons;
  return reasons.size > 1 ? 'no-route' : first;
}

export function isIPv6(address: string): boolean {
  return address.includes(':');
}

/** Whether the failure says that servers did not help, rather than that we stopped asking. */
function isSilence(error: unknown, signal: AbortSignal): boolean {
  return error instanceof ProbeFailure && !signal.aborted;
}

function sortedData(records: readonly { readonly data: string }[]): string[] {
  return [...new Set(records.map((each) => each.data))].sort();
}
