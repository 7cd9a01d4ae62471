import { type Address, addressOf } from '../../protocols/address.ts';
import type { Question, Reply } from '../../protocols/dns/message.ts';
import { isWithin } from '../../protocols/dns/name.ts';
import { ProbeFailure } from '../failure.ts';
import { DeadEnd } from './dead-end.ts';
import type { Server } from './exchange.ts';

// What replies say of zones, their name servers and the addresses of those. Pure.

const largestAliasChain = 10;
const deepestDelegation = 16;
const mostAddressesOfName = 8;

/** A zone and where its name servers are, as far as its parent tells. */
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

/** Whether the reply says whether a zone begins at `name`: a referral, or the zone's own word. */
export function tellsOfZone(reply: Reply, name: string): boolean {
  return referredServers(reply, name).length > 0 || isComplete(reply);
}

/** The zone that begins at `name`, as a server of the zone above tells; null where none does. @throws ProbeFailure */
export function zoneIn(reply: Reply, name: string, above: Zone): Zone | null {
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

/** The addresses that a host leads to, aliases followed, by whatever answers the questions. @throws ProbeFailure */
export async function followToAddresses(
  host: string,
  answer: (question: Question) => Promise<Reply>,
): Promise<Address[]> {
  let name = host;
  const visited = new Set([host]);
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
    if (visited.has(name)) break;
    visited.add(name);
  }
  throw new DeadEnd(host);
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
    addresses: [...[...texts('A'), ...texts('AAAA')].map(addressOf)],
    last,
  };
}

/** Whether the reply is the whole truth of the one who holds the name: records, "no data" or "no such name". */
export function isComplete(reply: Reply): boolean {
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

/** The servers of the zone whose addresses came with the referral. */
export function glueServers(zone: Zone): Server[] {
  return [...zone.glue].flatMap(([name, addresses]) =>
    addresses.map((address) => ({ name, address, port: 53 })),
  );
}

function sortedData(records: readonly { readonly data: string }[]): string[] {
  return [...new Set(records.map((each) => each.data))].sort();
}
