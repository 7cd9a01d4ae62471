import type { Question, Reply, WireRecord } from '../../protocols/dns/message.ts';
import { isWithin } from '../../protocols/dns/name.ts';
import type { SeenRecord, ServerAnswer } from '../../protocols/dns/views.ts';
import { compareText } from '../../text/compare.ts';

/**
 * Reads what a server says to a question: only what it says of that very name, and only with authority. Some load
 * balancers give records without saying so (AA); BIND and Unbound take them. What a resolver gives (RA) is not its own.
 */
export function readReply(
  reply: Reply,
  { name, type }: Question,
  trust: 'authority' | 'resolver' = 'authority',
): Omit<ServerAnswer, 'server' | 'address'> {
  const { rcode } = reply;
  const nothing = { rcode, alias: null, records: [], negativeTtl: null };
  if (rcode === 'REFUSED') return { outcome: 'refused', ...nothing };
  if (rcode !== 'NOERROR' && rcode !== 'NXDOMAIN') return { outcome: 'servfail', ...nothing };
  if (reply.truncated) return { outcome: 'malformed', ...nothing };
  const seen = (record: WireRecord): SeenRecord => ({
    data: record.data,
    ttl: trust === 'resolver' ? null : record.ttl,
  });
  const own = reply.answers.filter((each) => each.name === name);
  const records = own.filter((each) => each.type === type).map(seen);
  const alias = type === 'CNAME' ? undefined : own.find((each) => each.type === 'CNAME');
  const gives = records.length > 0 || alias !== undefined;
  if (trust === 'authority' && !reply.authoritative && (!gives || reply.recursive)) {
    return { outcome: 'lame', ...nothing };
  }
  if (gives) {
    return {
      outcome: 'records',
      rcode,
      alias: alias === undefined || records.length > 0 ? null : seen(alias),
      records: distinct(records),
      negativeTtl: null,
    };
  }
  const start = reply.authorities.find((each) => each.type === 'SOA' && isWithin(name, each.name));
  const negativeTtl =
    start === undefined || trust === 'resolver' ? null : Math.min(start.ttl, start.minimum ?? start.ttl);
  return {
    outcome: rcode === 'NXDOMAIN' ? 'no-name' : 'no-data',
    rcode,
    alias: null,
    records: [],
    negativeTtl,
  };
}

function distinct(records: readonly SeenRecord[]): SeenRecord[] {
  const byText = new Map(records.map((record) => [record.data, record]));
  return [...byText.values()].sort((a, b) => compareText(a.data, b.data));
}
