import type { DnsEdge } from '../edge/dns.ts';
import { ProbeFailure } from '../edge/failure.ts';
import { mostAliases } from '../protocols/dns/name.ts';
import {
  type AuthoritativeView,
  isComplete,
  isLame,
  type RecordType,
  type ServerAnswer,
} from '../protocols/dns/views.ts';

/** What DNS says of a name, aliases followed. */
interface Found {
  /** `none`: the name exists without this type; `no-name`: it does not exist. */
  readonly type: 'records' | 'none' | 'no-name';
  /** Sorted; empty unless `records`. */
  readonly records: readonly string[];
  /** Whether the name is an alias. */
  readonly isAlias: boolean;
}

export type LookUp = (name: string, type: RecordType) => Promise<Found>;

/** Asks the name servers of a name and of each alias on the way; each question once. */
export function openLookUp(dns: DnsEdge, signal: AbortSignal): LookUp {
  const asked = new Map<string, Promise<Found>>();
  return (name, type) => {
    const key = `${name} ${type}`;
    const known = asked.get(key);
    if (known !== undefined) return known;
    const work = lookUp(name, type, dns, signal);
    asked.set(key, work);
    return work;
  };
}

/** @throws ProbeFailure where no server gave a complete answer. */
async function lookUp(name: string, type: RecordType, dns: DnsEdge, signal: AbortSignal): Promise<Found> {
  let here = name;
  for (let hop = 0; hop < mostAliases; hop += 1) {
    const view = await dns.askAuthorities(here, type, signal);
    const complete = view.servers.filter(isComplete);
    const [first] = complete;
    if (first === undefined) throw silence(view);
    const alias = complete.find((each) => each.alias !== null)?.alias?.data;
    if (alias === undefined) {
      const records = [...new Set(complete.flatMap((each) => each.records.map(({ data }) => data)))].sort();
      const found = records.length > 0 ? 'records' : first.outcome === 'no-name' ? 'no-name' : 'none';
      return { type: found, records, isAlias: hop > 0 };
    }
    here = alias;
  }
  return { type: 'none', records: [], isAlias: true };
}

/** Why nothing was seen, by how the servers kept silent. */
export function silence({ name, servers }: AuthoritativeView): ProbeFailure {
  const blocked = servers.find((each) => each.outcome === 'blocked');
  const all = (outcome: ServerAnswer['outcome']) => servers.every((each) => each.outcome === outcome);
  if (servers.length === 0 || servers.some(isLame)) return new ProbeFailure('name-unresolvable', name);
  if (all('no-ipv6')) return new ProbeFailure('no-ipv6', name);
  if (all('no-ipv4')) return new ProbeFailure('no-ipv4', name);
  if (servers.every(hasNoWay)) return new ProbeFailure('no-route', name);
  if (blocked !== undefined && all('blocked')) return new ProbeFailure('blocked', blocked.address);
  return new ProbeFailure('timeout', name);
}

function hasNoWay({ outcome }: ServerAnswer): boolean {
  return outcome === 'no-route' || outcome === 'no-ipv4' || outcome === 'no-ipv6';
}
