import type { Question, Reply, WireRecord } from '../../protocols/dns/message.ts';
import { isWithin, labelCount, parentName } from '../../protocols/dns/name.ts';
import { readSignedSet } from '../../protocols/dns/record-set.ts';
import type {
  AuthoritativeView,
  RecordType,
  SeenRecord,
  ServerAnswer,
  ServerOutcome,
  SignedAnswer,
  ZoneView,
} from '../../protocols/dns/views.ts';
import { compareText } from '../../text/compare.ts';
import { ProbeFailure } from '../failure.ts';
import type { Ask, Server } from './exchange.ts';
import type { SharedWork } from './shared.ts';
import { byFamily, isIPv6, type Walk, type Walker, type Zone } from './walk.ts';

/** Asks all name servers of a zone, each for itself. */
export interface Authorities {
  /** As `DnsEdge.askAuthorities`, in an authoritative view. */
  ask(name: string, type: RecordType, walker: Walker): Promise<AuthoritativeView>;
  /** As `DnsEdge.askSigned`. */
  askSigned(name: string, type: RecordType, walker: Walker): Promise<readonly SignedAnswer[]>;
}

/** More servers than any site's zone has; what lies beyond them is not asked. */
const mostServersAsked = 20;
/** Servers whose signatures are looked at: each look costs each of them one more query. */
const mostSignersAsked = 8;
/** Of the root and of top-level domains: they are not ours to inspect. */
const mostRegistryServersAsked = 4;

const incompleteOutcomes: ReadonlySet<ServerOutcome> = new Set<ServerOutcome>([
  'lame',
  'refused',
  'servfail',
  'malformed',
  'timeout',
]);

export interface AuthoritiesOptions {
  readonly ask: Ask;
  readonly walk: Walk;
  readonly work: SharedWork;
  /** Whether this place has IPv6 at all. */
  readonly hasIPv6: (walker: Walker) => Promise<boolean>;
  /** Whether it has no IPv4: then servers are asked over IPv6 first. */
  readonly lacksIPv4: boolean;
}

export function openAuthorities({ ask, walk, work, hasIPv6, lacksIPv4 }: AuthoritiesOptions): Authorities {
  async function askServer(server: Server, question: Question, walker: Walker): Promise<ServerAnswer> {
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
      patience: 'full',
      signal: walker.signal,
    });
    if (exchanged.type === 'reply') {
      return { server: server.name, address: server.address, ...readReply(exchanged.reply, question) };
    }
    if (exchanged.reason === 'silent') return without('timeout');
    return without(exchanged.reason);
  }

  /** Every address of these name servers, and those of them that have none. */
  async function locate(names: readonly string[], zone: Zone, walker: Walker) {
    const servers: Server[] = [];
    const unresolved: { server: string; missing: boolean }[] = [];
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
          unresolved.push({ server: name, missing: error.code === 'name-not-found' });
        }
      }),
    );
    return { servers: chosen(servers, zone.name, lacksIPv4), unresolved };
  }

  /** How the zone is delegated and how each of its servers answers for it; kept for the run where all is well. */
  function inspect(zone: Zone, walker: Walker): Promise<ZoneView> {
    const look = async (self: { key: string | null; signal: AbortSignal }): Promise<ZoneView> => {
      const inner = { ...self, budget: walker.budget };
      const question: Question = { name: zone.name, type: 'NS' };
      const located = await locate(zone.nameServers, zone, inner);
      const answers = await Promise.all(located.servers.map((server) => askServer(server, question, inner)));
      // Name servers that only the zone itself names answer questions too.
      const ownNames = answers.flatMap((answer) => answer.records.map((record) => record.data));
      const more = [...new Set(ownNames)].filter((name) => !zone.nameServers.includes(name)).sort();
      const locatedMore = await locate(more.slice(0, mostServersAsked), zone, inner);
      const answersMore = await Promise.all(
        locatedMore.servers.map((server) => askServer(server, question, inner)),
      );
      return {
        name: zone.name,
        parentNameServers: zone.parentNameServers,
        servers: [...answers, ...answersMore].sort(byServer).slice(0, mostServersAsked),
        unresolved: [...located.unresolved, ...locatedMore.unresolved].sort((a, b) =>
          compareText(a.server, b.server),
        ),
      };
    };
    const isWell = (view: ZoneView) =>
      view.unresolved.every((each) => each.missing) &&
      !view.servers.some((server) => incompleteOutcomes.has(server.outcome));
    return work.share(`inspection ${zone.name}`, walker, look, isWell);
  }

  /** Asks the zone above for DS. Kept for the run where there is none; else a doubt must find out anew. */
  function askParent(zone: Zone, question: Question, walker: Walker): Promise<AuthoritativeView> {
    const look = async (self: { key: string | null; signal: AbortSignal }): Promise<AuthoritativeView> => {
      const inner = { ...self, budget: walker.budget };
      const { servers } = await locate(zone.nameServers, zone, inner);
      const answers = await Promise.all(servers.map((server) => askServer(server, question, inner)));
      return { view: 'authoritative', ...question, zone: null, servers: answers.sort(byServer) };
    };
    const isUnsigned = (view: AuthoritativeView) =>
      view.servers.length > 0 && view.servers.every(({ outcome }) => outcome === 'no-data');
    return work.share(`DS ${question.name}`, walker, look, isUnsigned);
  }

  async function askForSignatures(
    server: Server,
    question: Question,
    signal: AbortSignal,
  ): Promise<SignedAnswer> {
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
  }

  return {
    async askSigned(name, type, walker) {
      const question: Question = { name, type };
      const look = async (self: { key: string | null; signal: AbortSignal }) => {
        const inner = { ...self, budget: walker.budget };
        const { zone } = await walk.holderOf(name, inner);
        const { servers } = await inspect(zone, inner);
        const first = new Map<string, ServerAnswer>();
        for (const each of servers.toReversed())
          if (isCompleteOutcome(each.outcome)) first.set(each.server, each);
        const asked = [...first.values()].sort(byServer).slice(0, mostSignersAsked);
        return Promise.all(
          asked.map((each) => {
            const server = { name: each.server, address: each.address, port: portOf(zone, each) };
            return askForSignatures(server, question, self.signal);
          }),
        );
      };
      // Claims of one zone ask for its keys at once; a doubt must find out anew.
      return work.share(`signed ${name} ${type}`, walker, look, () => false);
    },
    async ask(name, type, walker) {
      const question: Question = { name, type };
      // DS lies in the parent zone (RFC 4035 §3.1.4.1).
      const { zone } = await walk.holderOf(type === 'DS' ? parentName(name) : name, walker);
      if (type === 'DS') return askParent(zone, question, walker);
      const view = await inspect(zone, walker);
      const own = type === 'NS' && name === zone.name;
      const servers = await Promise.all(
        view.servers.map((seen) =>
          own || !isCompleteOutcome(seen.outcome)
            ? seen
            : askServer(
                { name: seen.server, address: seen.address, port: portOf(zone, seen) },
                question,
                walker,
              ),
        ),
      );
      return { view: 'authoritative', name, type, zone: view, servers };
    },
  };
}

/** Whether the server said all there is to say: records, "no data" or "no such name". */
function isCompleteOutcome(outcome: ServerOutcome): boolean {
  return outcome === 'records' || outcome === 'no-data' || outcome === 'no-name';
}

/** Reads what a server says to a question: only what it says of that very name, and only with authority. */
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
  if (trust === 'authority' && !reply.authoritative) return { outcome: 'lame', ...nothing };
  const seen = (record: WireRecord): SeenRecord => ({
    data: record.data,
    ttl: trust === 'resolver' ? null : record.ttl,
  });
  const own = reply.answers.filter((each) => each.name === name);
  const records = own.filter((each) => each.type === type).map(seen);
  const alias = type === 'CNAME' ? undefined : own.find((each) => each.type === 'CNAME');
  if (records.length > 0 || alias !== undefined) {
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

/** The servers that are asked where there are too many: of each family in order of names, first where there is a way. */
function chosen(servers: readonly Server[], zone: string, lacksIPv4: boolean): Server[] {
  const most = labelCount(zone) <= 1 ? mostRegistryServersAsked : mostServersAsked;
  const sorted = servers.toSorted((a, b) => compareText(a.name, b.name) || compareText(a.address, b.address));
  return byFamily(sorted, lacksIPv4).slice(0, most);
}

function portOf(zone: Zone, seen: ServerAnswer): number {
  return zone.known.find((each) => each.name === seen.server && each.address === seen.address)?.port ?? 53;
}

function byServer(a: ServerAnswer, b: ServerAnswer): number {
  return compareText(a.server, b.server) || compareText(a.address, b.address);
}
