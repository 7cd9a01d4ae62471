import { type Address, isIPv6 } from '../../protocols/address.ts';
import type { Question, Reply } from '../../protocols/dns/message.ts';
import { isAskable } from '../../protocols/dns/name.ts';
import { ProbeFailure } from '../failure.ts';
import { untilAborted } from '../within.ts';
import { DeadEnd } from './dead-end.ts';
import type { Ask, NoWay, Server } from './exchange.ts';
import { firstUseful } from './race.ts';
import { glueServers, type Zone } from './referral.ts';
import type { Waiter } from './shared.ts';

/** What failures call the servers of the root: no zone's name, and more telling than a dot. */
export const rootServers = 'root servers';

/** Somebody who waits for a walk, and the queries that it may still cost. */
export interface Walker extends Waiter {
  readonly budget: { queries: number };
}

export interface AskZoneOptions {
  readonly ask: Ask;
  /** The addresses of a name server that came without any. */
  readonly addressesOf: (host: string, walker: Walker) => Promise<readonly Address[]>;
  /** Whether this place has no IPv4: then servers are asked over IPv6 first. */
  readonly lacksIPv4: boolean;
}

/** Asks the servers of a zone until one answers what is useful. @throws ProbeFailure where none does */
export type AskZone = (
  zone: Zone,
  question: Question,
  useful: (reply: Reply) => boolean,
  walker: Walker,
) => Promise<Reply>;

export function openAskZone({ ask, addressesOf, lacksIPv4 }: AskZoneOptions): AskZone {
  /**
   * The servers of a zone in the order to try them; names without glue are looked up only when their turn comes.
   * `onFault` hears why a name could not be looked up.
   */
  async function* serversOf(
    zone: Zone,
    walker: Walker,
    onFault: (error: unknown) => void,
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
        onFault(error);
      }
    }
    yield* later;
  }

  return async (zone, question, useful, walker) => {
    if (!isAskable(question.name)) throw new ProbeFailure('name-unresolvable', question.name);
    const race = new AbortController();
    const signal = AbortSignal.any([walker.signal, race.signal]);
    const trouble = openTrouble();
    const attempt = async (server: Server): Promise<Reply | null> => {
      walker.budget.queries -= 1;
      const asked = ask(server, question, { recursive: false, patience: 'full', signal });
      const exchanged = await asked.catch((error: unknown) => {
        trouble.noteFault(error);
        throw error;
      });
      if (exchanged.type === 'none') {
        trouble.note(exchanged.reason, server);
        return null;
      }
      trouble.noteAnswer(server);
      return useful(exchanged.reply) ? exchanged.reply : null;
    };
    try {
      const servers = serversOf(zone, { ...walker, signal }, trouble.noteFault);
      const mayGoOn = () => walker.budget.queries > 0;
      const first = firstUseful(servers, attempt, mayGoOn, signal);
      const reply = await untilAborted(first, walker.signal);
      if (reply !== null) return reply;
    } finally {
      race.abort();
    }
    throw trouble.failure(zone.name === '.' ? rootServers : zone.name, walker.budget.queries <= 0);
  };
}

/** What became of the servers that were asked in vain. */
function openTrouble() {
  const answered = new Set<string>();
  /** Servers at addresses that nobody could ask from here. */
  const unasked = new Set<string>();
  let isUnknown = false;
  let isSilent = false;
  let blockedAddress: string | null = null;
  let fault: ProbeFailure | null = null;
  const noWay = new Set<NoWay>();
  return {
    /** Why a server was not asked, or its name not looked up. */
    noteFault(error: unknown) {
      if (error instanceof ProbeFailure && error.code === 'local-fault') fault ??= error;
      const isProof =
        error instanceof DeadEnd || (error instanceof ProbeFailure && error.code === 'name-not-found');
      isUnknown ||= !isProof;
    },
    noteAnswer({ name }: Server) {
      answered.add(name);
    },
    note(reason: 'silent' | 'malformed' | 'blocked' | NoWay, { name, address }: Server) {
      if (reason === 'blocked') blockedAddress = address;
      else if (reason === 'silent' || reason === 'malformed') isSilent = true;
      else {
        noWay.add(reason);
        unasked.add(name);
      }
    },
    failure(detail: string, isSpent: boolean): ProbeFailure {
      // What was not tried comes first: nobody can say that nothing answers there.
      if (fault !== null) return fault;
      if (isSpent) return new ProbeFailure('name-unresolvable', detail);
      const isAsked = [...unasked].every((name) => answered.has(name));
      if (isAsked && !isUnknown && !isSilent && blockedAddress === null) return new DeadEnd(detail);
      if (answered.size > 0) return new ProbeFailure('name-unresolvable', detail);
      if (isSilent) return new ProbeFailure('timeout', detail);
      if (blockedAddress !== null) return new ProbeFailure('blocked', blockedAddress);
      return new ProbeFailure(noWayOf(noWay) ?? 'name-unresolvable', detail);
    },
  };
}

/** Why there was no way to any of several addresses: one family alone is this place's own lack. */
function noWayOf(reasons: ReadonlySet<NoWay>): NoWay | null {
  const [first = null] = reasons;
  return reasons.size > 1 ? 'no-route' : first;
}
