import type { Question } from '../../protocols/dns/message.ts';
import { labelCount, parentName } from '../../protocols/dns/name.ts';
import {
  type AuthoritativeView,
  isComplete,
  isLame,
  type RecordType,
  type ServerAnswer,
  type ServerOutcome,
  type SignedAnswer,
  type ZoneView,
} from '../../protocols/dns/views.ts';
import { compareText } from '../../text/compare.ts';
import type { Walker } from './ask-zone.ts';
import type { Zone } from './referral.ts';
import { mostServersAsked, type Servers, serverAt } from './servers.ts';
import type { SharedWork, Waiter } from './shared.ts';
import { queriesForEachName, type Walk } from './walk.ts';

/** Asks all name servers of a zone, each for itself. */
export interface Authorities {
  /** As `DnsEdge.askAuthorities`, in an authoritative view. */
  ask(name: string, type: RecordType, walker: Walker): Promise<AuthoritativeView>;
  /** As `DnsEdge.askSigned`. */
  askSigned(name: string, type: RecordType, walker: Walker): Promise<readonly SignedAnswer[]>;
}

/** Servers whose signatures are looked at: each look costs each of them one more query. */
const mostSignersAsked = 8;

const incompleteOutcomes: ReadonlySet<ServerOutcome> = new Set<ServerOutcome>([
  'lame',
  'refused',
  'servfail',
  'malformed',
  'timeout',
]);

export interface AuthoritiesOptions {
  readonly servers: Servers;
  readonly walk: Walk;
  readonly work: SharedWork;
}

export function openAuthorities({ servers, walk, work }: AuthoritiesOptions): Authorities {
  /** What each of these name servers of the zone answers, and which of them have no address. */
  async function answersOf(names: readonly string[], zone: Zone, question: Question, walker: Walker) {
    const located = await servers.locate(names, zone, walker);
    const answers = await Promise.all(located.servers.map((server) => servers.ask(server, question, walker)));
    return { answers, unresolved: located.unresolved };
  }

  /** Those of a site's name servers whose names are aliases. Evidence beside what is asked, so with a budget of its own. */
  async function aliasesOf(names: readonly string[], { name: zone }: Zone, waiter: Waiter) {
    if (labelCount(zone) <= 1) return [];
    const walker = { ...waiter, budget: { queries: queriesForEachName } };
    const found = await Promise.all(
      names
        .slice(0, mostServersAsked)
        .map(async (server) => ({ server, target: await walk.aliasOf(server, walker) })),
    );
    return found.flatMap(({ server, target }) => (target === null ? [] : [{ server, target }]));
  }

  /** How the zone is delegated and how each of its servers answers for it; kept for the run where all is well. */
  function inspect(zone: Zone, walker: Walker): Promise<ZoneView> {
    const look = async (self: Omit<Walker, 'budget'>): Promise<ZoneView> => {
      const inner = { ...self, budget: walker.budget };
      const question: Question = { name: zone.name, type: 'NS' };
      const [named, namedAliases] = await Promise.all([
        answersOf(zone.nameServers, zone, question, inner),
        aliasesOf(zone.nameServers, zone, self),
      ]);
      // Name servers that only the zone itself names answer questions too.
      const ownNames = named.answers.flatMap((answer) => answer.records.map((record) => record.data));
      const more = [...new Set(ownNames)].filter((name) => !zone.nameServers.includes(name)).sort();
      const others = more.slice(0, mostServersAsked);
      const [own, ownAliases] = await Promise.all([
        answersOf(others, zone, question, inner),
        aliasesOf(others, zone, self),
      ]);
      return {
        name: zone.name,
        parentNameServers: zone.parentNameServers,
        servers: [...named.answers, ...own.answers].sort(byServer).slice(0, mostServersAsked),
        unresolved: [...named.unresolved, ...own.unresolved].sort((a, b) => compareText(a.server, b.server)),
        aliases: [...namedAliases, ...ownAliases].sort((a, b) => compareText(a.server, b.server)),
      };
    };
    const isWell = (view: ZoneView) =>
      view.unresolved.every((each) => each.because === 'no-address') &&
      !view.servers.some((server) => incompleteOutcomes.has(server.outcome));
    return work.share(`inspection ${zone.name}`, walker, look, isWell);
  }

  /** Asks the zone above for DS. Kept for the run where there is none; else a doubt must find out anew. */
  function askParent(zone: Zone, question: Question, walker: Walker): Promise<AuthoritativeView> {
    const look = async (self: Omit<Walker, 'budget'>): Promise<AuthoritativeView> => {
      const inner = { ...self, budget: walker.budget };
      const { answers } = await answersOf(zone.nameServers, zone, question, inner);
      return { view: 'authoritative', ...question, zone: null, servers: answers.sort(byServer) };
    };
    const isUnsigned = (view: AuthoritativeView) =>
      view.servers.length > 0 && view.servers.every(({ outcome }) => outcome === 'no-data');
    return work.share(`DS ${question.name}`, walker, look, isUnsigned);
  }

  return {
    async askSigned(name, type, walker) {
      const look = async (self: Omit<Walker, 'budget'>) => {
        const inner = { ...self, budget: walker.budget };
        const { zone } = await walk.holderOf(name, inner);
        const view = await inspect(zone, inner);
        const first = new Map<string, ServerAnswer>();
        const serving = view.servers.filter(isComplete);
        const candidates = serving.length > 0 ? serving : view.servers.filter(isLame);
        for (const each of candidates.toReversed()) first.set(each.server, each);
        const asked = [...first.values()].sort(byServer).slice(0, mostSignersAsked);
        return Promise.all(
          asked.map((each) => servers.askSigned(serverAt(zone, each), { name, type }, self.signal)),
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
      const isKnown = type === 'NS' && name === zone.name;
      const asked = await Promise.all(
        view.servers.map(async (seen) => {
          if (isComplete(seen)) {
            return {
              seen,
              answer: isKnown ? seen : await servers.ask(serverAt(zone, seen), question, walker),
            };
          }
          if (!incompleteOutcomes.has(seen.outcome)) return { seen, answer: seen };
          // Load balancers answer for addresses and for nothing else (RFC 9156 §2.1): that makes no lame server.
          const instead: Question = isKnown ? { name, type: 'A' } : question;
          const patience = seen.outcome === 'timeout' ? 'quick' : 'full';
          const answer = await servers.ask(serverAt(zone, seen), instead, walker, patience);
          if (!isComplete(answer)) return { seen, answer: seen };
          const serving = { ...seen, outcome: 'no-delegation' as const };
          return { seen: serving, answer: isKnown ? serving : answer };
        }),
      );
      const inspected = { ...view, servers: asked.map(({ seen }) => seen) };
      return {
        view: 'authoritative',
        name,
        type,
        zone: inspected,
        servers: asked.map(({ answer }) => answer),
      };
    },
  };
}

function byServer(a: ServerAnswer, b: ServerAnswer): number {
  return compareText(a.server, b.server) || compareText(a.address, b.address);
}
