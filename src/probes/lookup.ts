import type { DnsEdge } from '../edge/dns.ts';
import { ProbeFailure } from '../edge/failure.ts';
import type { AuthoritativeView, RecordType, ServerAnswer } from '../protocols/dns/views.ts';

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

const longestChain = 10;

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
  for (let hop = 0; hop < longestChain; hop += 1) {
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

function isComplete({ outcome }: ServerAnswer): boolean {
  return outcome === 'records' || outcome === 'no-data' || outcome === 'no-name';
}

function silence({ name, servers }: AuthoritativeView): ProbeFailure {
  const isSilent = servers.length > 0 && servers.every(({ outcome }) => outcome === 'timeout');
  return new ProbeFailure(isSilent ? 'timeout' : 'name-unresolvable', name);
}
