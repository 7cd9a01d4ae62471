import ipaddr from 'ipaddr.js';
import type { DnsEdge } from '../edge/dns.ts';
import { ProbeFailure } from '../edge/failure.ts';
import { silence } from '../probes/lookup.ts';
import { mostAliases } from '../protocols/dns/name.ts';
import { type AuthoritativeView, isComplete, type RecordType } from '../protocols/dns/views.ts';
import type { RecordsSeen } from './seen.ts';

/**
 * What every name server of a name says, asked by each of `views` (which remember nothing of each other), and what the
 * resolver says: so that answers that rotate show.
 *
 * @throws ProbeFailure where no server gave a complete answer
 */
export async function seeRecords(
  name: string,
  type: 'A' | 'AAAA',
  views: readonly DnsEdge[],
  signal: AbortSignal,
): Promise<RecordsSeen> {
  const looks = [];
  for (const dns of views) looks.push(await follow(name, type, dns, signal));
  const first = looks[0]!;
  const answers: (readonly string[])[] = looks.flatMap((look) => look.answers);
  const resolved = await views[0]!.askResolver(name, type, signal);
  if (resolved?.rcode === 'NOERROR' && resolved.records.every(isPublic)) answers.push(resolved.records);
  const distinct = new Map(
    answers.filter((each) => each.length > 0).map((each) => [each.toSorted().join(' '), each] as const),
  );
  const ttls = looks.flatMap((look) => look.ttls);
  return {
    exists: first.exists,
    aliases: first.aliases,
    answers: [...distinct.values()],
    ttl: ttls.length === 0 ? null : Math.min(...ttls),
  };
}

/** A network that answers its own people with addresses of its own is no rotation. */
function isPublic(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'unicast';
}

async function follow(
  name: string,
  type: RecordType,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<{ exists: boolean; aliases: string[]; answers: string[][]; ttls: number[] }> {
  const aliases: string[] = [];
  for (let here = name; aliases.length < mostAliases; ) {
    let view: AuthoritativeView;
    try {
      view = await dns.askAuthorities(here, type, signal);
      requireWord(view);
    } catch (error) {
      // What an alias leads to may fail; that there is the alias was seen.
      if (aliases.length === 0 || signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return { exists: true, aliases, answers: [], ttls: [] };
    }
    const complete = view.servers.filter(isComplete);
    const alias = complete.find((each) => each.alias !== null)?.alias?.data;
    if (alias === undefined || aliases.includes(alias)) {
      const exists = aliases.length > 0 || complete.some(({ outcome }) => outcome !== 'no-name');
      const records = complete.map((each) => each.records);
      return {
        exists,
        aliases,
        answers: records.map((each) => each.map(({ data }) => data)),
        ttls: records.flat().flatMap(({ ttl }) => (ttl === null ? [] : [ttl])),
      };
    }
    aliases.push(alias);
    here = alias;
  }
  return { exists: true, aliases, answers: [], ttls: [] };
}

/** All records of a type at the name itself, of all servers together. @throws ProbeFailure */
export async function seeValues(
  name: string,
  type: RecordType,
  dns: DnsEdge,
  signal: AbortSignal,
): Promise<string[]> {
  const view = await dns.askAuthorities(name, type, signal);
  requireWord(view);
  const values = view.servers.filter(isComplete).flatMap(({ records }) => records.map(({ data }) => data));
  return [...new Set(values)].sort();
}

function requireWord(view: AuthoritativeView): void {
  if (!view.servers.some(isComplete)) throw silence(view);
}
