import type { Question, Reply } from '../../protocols/dns/message.ts';
import { mostAliases } from '../../protocols/dns/name.ts';
import type { RecordType, ResolverView } from '../../protocols/dns/views.ts';
import type { Recursor } from './recursor.ts';

/** What somebody who looks names up for others makes of them, beside what the name servers themselves say. */
export interface SecondView {
  /** As `DnsEdge.askResolver`. */
  ask(name: string, type: RecordType, signal: AbortSignal): Promise<ResolverView | null>;
}

const mostSilences = 3;
/** A memory counts down in whole seconds, and an answer takes its time to come. */
const tolerance = 1000;
/** So long after the first look a TTL out of a memory must have gone down. */
const countedDown = 2000;

/** How long an answer was said to hold when it was seen first, and until when any seen so far does. Milliseconds. */
interface Remembered {
  readonly ttl: number;
  readonly at: number;
  readonly latestEnd: number;
}

export function openSecondView(
  recursor: Recursor,
  elapsedMs: () => number = () => performance.now(),
): SecondView {
  const seen = new Map<string, Remembered>();
  let silences = 0;

  /**
   * Whether the answer may come out of a memory that began before this run, and so be older than a change. It does
   * not if its TTL never counts down, or if everything that was seen before must have been forgotten by now.
   */
  function mayBeRemembered({ name, type }: Question, reply: Reply): boolean {
    const seconds = ttlOf(reply);
    if (seconds === null) return true;
    const ttl = seconds * 1000;
    const now = elapsedMs();
    const first = seen.get(`${name} ${type}`);
    const latestEnd = Math.max(first?.latestEnd ?? 0, now + ttl);
    seen.set(`${name} ${type}`, { ttl: first?.ttl ?? ttl, at: first?.at ?? now, latestEnd });
    if (ttl === 0) return false;
    if (first === undefined) return true;
    return !(now > first.latestEnd + tolerance || (ttl === first.ttl && now - first.at >= countedDown));
  }

  return {
    async ask(name, type, signal) {
      // A resolver that is silent again and again is not waited for at every name.
      if (silences >= mostSilences) return null;
      const question = { name, type };
      const reply = await recursor.consult(question, false, signal);
      if (reply === null) {
        silences += 1;
        return null;
      }
      silences = 0;
      const hasFailed = reply.rcode === 'SERVFAIL';
      const unchecked = hasFailed ? await recursor.consult(question, true, signal) : null;
      const { records, aliases } = recordsAt(reply, question);
      return {
        resolver: recursor.name,
        rcode: reply.truncated ? 'TRUNCATED' : reply.rcode,
        records,
        aliases,
        errors: reply.errors,
        answersUnchecked: hasFailed ? unchecked !== null && isAnswer(unchecked) : null,
        mayBeRemembered: mayBeRemembered(question, reply),
      };
    },
  };
}

function isAnswer({ rcode }: Reply): boolean {
  return rcode === 'NOERROR' || rcode === 'NXDOMAIN';
}

/** The records at the end of the aliases in the answer. */
function recordsAt({ answers }: Reply, { name, type }: Question): { records: string[]; aliases: string[] } {
  const aliases: string[] = [];
  let here = name;
  for (let hop = 0; type !== 'CNAME' && hop < mostAliases; hop += 1) {
    const alias = answers.find((each) => each.type === 'CNAME' && each.name === here);
    if (alias === undefined) break;
    here = alias.data;
    aliases.push(here);
  }
  const own = answers.filter((each) => each.type === type && each.name === here);
  return { records: [...new Set(own.map(({ data }) => data))].sort(), aliases };
}

/** How long the resolver will go on giving this answer, in seconds; null where it does not say. */
function ttlOf({ answers, authorities }: Reply): number | null {
  const records = answers.length > 0 ? answers : authorities.filter(({ type }) => type === 'SOA');
  return records.length === 0 ? null : Math.min(...records.map(({ ttl }) => ttl));
}
