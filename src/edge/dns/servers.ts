import { byFamily, isIPv6 } from '../../protocols/address.ts';
import type { Question } from '../../protocols/dns/message.ts';
import { labelCount } from '../../protocols/dns/name.ts';
import { readSignedSet } from '../../protocols/dns/record-set.ts';
import type {
  ServerAnswer,
  ServerOutcome,
  SignedAnswer,
  UnresolvedServer,
} from '../../protocols/dns/views.ts';
import { compareText } from '../../text/compare.ts';
import { ProbeFailure } from '../failure.ts';
import { readReply } from './answers.ts';
import type { Walker } from './ask-zone.ts';
import { DeadEnd } from './dead-end.ts';
import type { Ask, Server } from './exchange.ts';
import type { Zone } from './referral.ts';
import type { Walk } from './walk.ts';

/** More servers than any site's zone has; what lies beyond them is not asked. */
export const mostServersAsked = 20;
/** Of the root and of top-level domains: they are not ours to inspect. */
const mostRegistryServersAsked = 4;

export interface ServersOptions {
  readonly ask: Ask;
  readonly walk: Walk;
  /** Whether this place has IPv6 at all. */
  readonly hasIPv6: (walker: Walker) => Promise<boolean>;
  /** Whether it has no IPv4: then servers are asked over IPv6 first. */
  readonly lacksIPv4: boolean;
}

/** Name servers, each for itself. */
export interface Servers {
  /** What one answers to a question; why it does not is an answer too. */
  ask(server: Server, question: Question, walker: Walker, patience?: 'quick' | 'full'): Promise<ServerAnswer>;
  /** What one answers with the signatures beside. */
  askSigned(server: Server, question: Question, signal: AbortSignal): Promise<SignedAnswer>;
  /** Every address of these name servers of the zone, and those of them that have none. @throws ProbeFailure */
  locate(
    names: readonly string[],
    zone: Zone,
    walker: Walker,
  ): Promise<{
    readonly servers: readonly Server[];
    readonly unresolved: readonly UnresolvedServer[];
  }>;
}

export function openServers({ ask, walk, hasIPv6, lacksIPv4 }: ServersOptions): Servers {
  return {
    async ask(server, question, walker, patience = 'full') {
      const without = (outcome: ServerOutcome): ServerAnswer => ({
        server: server.name,
        address: server.address,
        outcome,
        rcode: null,
        alias: null,
        records: [],
        negativeTtl: null,
      });
      if (isIPv6(server.address) && !(await hasIPv6(walker))) return without('no-ipv6');
      const exchanged = await ask(server, question, {
        recursive: false,
        patience,
        signal: walker.signal,
      });
      if (exchanged.type === 'reply') {
        return { server: server.name, address: server.address, ...readReply(exchanged.reply, question) };
      }
      if (exchanged.reason === 'silent') return without('timeout');
      return without(exchanged.reason);
    },
    async askSigned(server, question, signal) {
      const exchanged = await ask(server, question, {
        recursive: false,
        patience: 'full',
        signatures: true,
        signal,
      });
      if (exchanged.type === 'none') {
        const outcome = exchanged.reason === 'silent' ? 'timeout' : exchanged.reason;
        return { server: server.name, outcome, set: null };
      }
      const { outcome } = readReply(exchanged.reply, question);
      const set = outcome === 'records' ? readSignedSet(exchanged.reply.bytes, question) : null;
      return {
        server: server.name,
        outcome: outcome === 'records' && set === null ? 'malformed' : outcome,
        set,
      };
    },
    async locate(names, zone, walker) {
      const servers: Server[] = [];
      const unresolved: UnresolvedServer[] = [];
      await Promise.all(
        names.map(async (name) => {
          const hinted = zone.known.filter((server) => server.name === name);
          if (hinted.length > 0) return servers.push(...hinted);
          try {
            const addresses =
              zone.glue.get(name) ?? (await walk.addressesOf(name, walker)).map((each) => each.address);
            servers.push(...addresses.map((address) => ({ name, address, port: 53 })));
          } catch (error) {
            if (walker.signal.aborted || !(error instanceof ProbeFailure)) throw error;
            if (error.code === 'local-fault') throw error;
            const because =
              error.code === 'name-not-found'
                ? 'no-address'
                : error instanceof DeadEnd
                  ? 'dead-end'
                  : 'unknown';
            unresolved.push({ server: name, because });
          }
        }),
      );
      return { servers: chosen(servers, zone.name, lacksIPv4), unresolved };
    },
  };
}

/** The servers that are asked where there are too many: of each family in order of names, first where there is a way. */
function chosen(servers: readonly Server[], zone: string, lacksIPv4: boolean): Server[] {
  const most = labelCount(zone) <= 1 ? mostRegistryServersAsked : mostServersAsked;
  const sorted = servers.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.address, b.address));
  return byFamily(sorted, lacksIPv4).slice(0, most);
}

/** How the server that was seen is asked again. */
export function serverAt(zone: Zone, { server: name, address }: ServerAnswer): Server {
  const known = zone.known.find((each) => each.name === name && each.address === address);
  return { name, address, port: known?.port ?? 53 };
}
