import { type Address, byFamily } from '../../protocols/address.ts';
import { parentName } from '../../protocols/dns/name.ts';
import { ProbeFailure } from '../failure.ts';
import type { RootHint } from '../options.ts';
import { openAskZone, type Walker } from './ask-zone.ts';
import type { Ask } from './exchange.ts';
import { followToAddresses, isComplete, tellsOfZone, type Zone, zoneIn } from './referral.ts';
import type { SharedWork } from './shared.ts';

/** A zone as the holder of a name; not certain where the zone's servers would not say whether a deeper one holds it. */
interface Holder {
  readonly zone: Zone;
  readonly certain: boolean;
}

/** Iterative resolution from the root (RFC 1034 §5.3.3), label by label, so that walks share what they learn. */
export interface Walk {
  /** The deepest zone that holds the name. @throws ProbeFailure `timeout` with detail `rootServers` where not one of them answers. */
  holderOf(name: string, walker: Walker): Promise<Holder>;
  /** The addresses of a host, aliases followed; IPv4 first, sorted. @throws ProbeFailure as `DnsEdge.resolve`. */
  addressesOf(host: string, walker: Walker): Promise<readonly Address[]>;
  /** What the host's name is an alias of; null where it is none, or nobody says. @throws ProbeFailure `deadline` */
  aliasOf(host: string, walker: Walker): Promise<string | null>;
}

export const queriesForEachName = 60;

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
  const askZone = openAskZone({ ask, addressesOf, lacksIPv4 });

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
    const askFor = (type: 'NS' | 'A') =>
      askZone(above, { name, type }, (reply) => tellsOfZone(reply, name), walker);
    const reply = await askFor('NS').catch((error: unknown) => {
      // Some load balancers answer for addresses alone (RFC 9156 §2.1).
      if (!(error instanceof ProbeFailure) || error.code !== 'name-unresolvable') throw error;
      return askFor('A');
    });
    return zoneIn(reply, name, above);
  }

  function addressesOf(host: string, walker: Walker): Promise<readonly Address[]> {
    return work.share(`addresses ${host}`, walker, async (self) => {
      const inner = { ...self, budget: walker.budget };
      return followToAddresses(host, async (question) => {
        const { zone } = await holderOf(question.name, inner);
        return askZone(zone, question, isComplete, inner);
      });
    });
  }

  function aliasOf(host: string, walker: Walker): Promise<string | null> {
    return work.share(`alias ${host}`, walker, async (self) => {
      const inner = { ...self, budget: walker.budget };
      try {
        const { zone } = await holderOf(host, inner);
        const { answers } = await askZone(zone, { name: host, type: 'A' }, isComplete, inner);
        return answers.find((each) => each.type === 'CNAME' && each.name === host)?.data ?? null;
      } catch (error) {
        if (self.signal.aborted || !(error instanceof ProbeFailure)) throw error;
        return null;
      }
    });
  }

  return { holderOf, addressesOf, aliasOf };
}

/** Whether the failure says that servers did not help, rather than that we stopped asking. */
function isSilence(error: unknown, signal: AbortSignal): boolean {
  return error instanceof ProbeFailure && !signal.aborted;
}
