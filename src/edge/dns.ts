import { isIP } from 'node:net';
import { type Address, addressOf, byFamily, isIPv6 } from '../protocols/address.ts';
import { asciiName } from '../protocols/dns/name.ts';
import type { AuthoritativeView, RecordType, ResolverView, SignedAnswer } from '../protocols/dns/views.ts';
import { withoutBrackets } from '../protocols/place.ts';
import { readReply } from './dns/answers.ts';
import { rootServers, type Walker } from './dns/ask-zone.ts';
import { openAuthorities } from './dns/authorities.ts';
import { type Ask, type DnsCarrier, type DnsTimeouts, openExchange } from './dns/exchange.ts';
import { type HttpsExchange, localAddresses, openRecursor, systemAddresses } from './dns/recursor.ts';
import { followToAddresses } from './dns/referral.ts';
import { openSecondView } from './dns/second-view.ts';
import { openServers } from './dns/servers.ts';
import { openSharedWork } from './dns/shared.ts';
import { openWalk, queriesForEachName } from './dns/walk.ts';
import { type FailureCode, ProbeFailure } from './failure.ts';
import type { Network } from './network.ts';
import { parseResolver, type RootHint } from './options.ts';
import { rootHints as realRootHints } from './root-hints.ts';

/** Everything that this program asks of DNS. */
export interface DnsEdge {
  /**
   * The addresses to connect to for `host`, IPv4 first (IPv6 first where there is no IPv4: few of many are tried),
   * then sorted by text. A literal address is returned as it is. By `resolver` if given; else, with `root-hints`, iteratively; else by the system (hosts file, then
   * the system's DNS servers). What was found is kept for the run.
   *
   * @throws ProbeFailure `name-not-found` (NXDOMAIN, or neither A nor AAAA), `name-unresolvable` (SERVFAIL, or
   * no server could answer), `timeout`, `no-route`, `no-ipv4`, `no-ipv6`, `local-fault`, `blocked`, `deadline`
   * (`signal`).
   */
  resolve(host: string, signal: AbortSignal): Promise<readonly Address[]>;
  /**
   * Asks every authoritative server of the zone that holds `name` itself, found iteratively from the root.
   * Where name servers cannot be asked directly from here, a resolver's view.
   *
   * @throws ProbeFailure where not even the zone was found: `name-unresolvable`, `timeout`, `no-route`, `blocked`, `deadline`.
   */
  askAuthorities(name: string, type: RecordType, signal: AbortSignal): Promise<AuthoritativeView>;
  /**
   * Asks every name server that serves the zone which holds `name`, at one address each, for a record set with its
   * signatures. Sorted by the servers' names. Nothing is verified here.
   *
   * @throws ProbeFailure as `askAuthorities`.
   */
  askSigned(name: string, type: RecordType, signal: AbortSignal): Promise<readonly SignedAnswer[]>;
  /**
   * Asks the run's resolver: the one that `resolver` names, else the system's. Null where it does not answer, or
   * where there is none: the system's knows nothing of a world with a root of its own.
   *
   * @throws ProbeFailure `deadline`.
   */
  askResolver(name: string, type: RecordType, signal: AbortSignal): Promise<ResolverView | null>;
  /** Whether any DNS server at all has answered this edge so far. */
  hasAnswered(): boolean;
}

export interface DnsOptions {
  readonly network: Network;
  /** `host:port` of a recursive resolver, an https URL (DNS over HTTPS), or null for the system's. */
  readonly resolver: string | null;
  /** Where iterative look-ups start; null: the real, bundled ones. */
  readonly rootHints: readonly RootHint[] | null;
  /** Needed where `resolver` is an https URL. */
  readonly httpsExchange?: HttpsExchange;
  readonly timeouts?: Partial<DnsTimeouts>;
  /** Stands in for the network; null: the network. */
  readonly carrier?: DnsCarrier | null;
}

const usualTimeouts: DnsTimeouts = { udpMs: 2000, udpTries: 2, tcpMs: 5000 };

const silence: ReadonlySet<FailureCode> = new Set(['timeout', 'no-route', 'no-ipv4', 'no-ipv6']);

/** Opens DNS for one run. Nothing is asked before the first question. @throws TypeError where `resolver` cannot be read. */
export function openDns(options: DnsOptions): DnsEdge {
  const { network } = options;
  const { lacksIPv4 = false } = network;
  const timeouts = { ...usualTimeouts, ...options.timeouts };
  const rootHints = options.rootHints ?? realRootHints;
  let answered = false;
  const counted = (exchange: Ask): Ask => {
    return async (...question) => {
      const exchanged = await exchange(...question);
      answered ||= exchanged.type === 'reply';
      return exchanged;
    };
  };
  const work = openSharedWork();
  const ask = counted(openExchange(network, timeouts, options.carrier ?? null));
  const walk = openWalk({ ask, work, rootHints, lacksIPv4 });
  const servers = openServers({ ask, walk, hasIPv6, lacksIPv4 });
  const authorities = openAuthorities({ servers, walk, work });
  const named = options.resolver === null ? null : parseResolver(options.resolver);
  if (options.resolver !== null && named === null) throw new TypeError(`not a resolver: ${options.resolver}`);
  const { httpsExchange = null, carrier = null } = options;
  // A resolver is the operator's or the system's word, so the guard has no say in where it is.
  const toResolvers = counted(openExchange(withoutGuard(network), timeouts, carrier));
  const recursor = openRecursor(named, toResolvers, {
    timeoutMs: timeouts.tcpMs,
    httpsExchange:
      httpsExchange &&
      (async (...message) => {
        const answer = await httpsExchange(...message);
        answered = true;
        return answer;
      }),
  });
  const hasResolver = named !== null || options.rootHints === null;
  const secondView = openSecondView(recursor);
  // Behind a resolver over HTTPS lies a place from which name servers cannot be asked, unless hints say otherwise.
  const asksAuthorities = named === null || !('url' in named) || options.rootHints !== null;

  function walkerFor(signal: AbortSignal): Walker {
    return { key: null, signal, budget: { queries: queriesForEachName } };
  }

  /** Whether IPv6 works here: a route is not enough, so the root is asked. Without such a hint each server shows. */
  function hasIPv6(walker: Walker): Promise<boolean> {
    const hints = rootHints.filter((hint) => isIPv6(hint.address)).slice(0, 2);
    return work.share('ipv6', { ...walker, key: null }, async ({ signal }) => {
      const question = { name: '.', type: 'NS' } as const;
      const answers = await Promise.all(
        hints.map((hint) => ask(hint, question, { recursive: false, patience: 'quick', signal })),
      );
      return answers.length === 0 || answers.some((answer) => answer.type === 'reply');
    });
  }

  async function byResolver(name: string, type: RecordType, signal: AbortSignal): Promise<AuthoritativeView> {
    const question = { name, type };
    const reply = await recursor.query(question, signal);
    const server = { server: recursor.name, address: '', ...readReply(reply, question, 'resolver') };
    return { view: 'resolver', name, type, zone: null, servers: [server] };
  }

  async function bySystem(name: string, signal: AbortSignal): Promise<Address[]> {
    try {
      const found = await systemAddresses(name, signal);
      answered = true;
      return found;
    } catch (error) {
      answered ||= error instanceof ProbeFailure && error.code === 'name-not-found';
      throw error;
    }
  }

  async function addressesOf(name: string, signal: AbortSignal): Promise<readonly Address[]> {
    if (named !== null) return followToAddresses(name, (question) => recursor.query(question, signal));
    if (options.rootHints !== null) return walk.addressesOf(name, walkerFor(signal));
    return (await localAddresses(name)) ?? bySystem(name, signal);
  }

  return {
    async resolve(host, signal) {
      const bare = withoutBrackets(host);
      if (isIP(bare) !== 0) return [addressOf(bare)];
      const name = asciiName(host);
      if (name === null || name === '.') throw new ProbeFailure('name-not-found', host);
      return work.share(`resolve ${name}`, { key: null, signal }, async (self) =>
        byFamily(await addressesOf(name, self.signal), lacksIPv4),
      );
    },
    async askAuthorities(written, type, signal) {
      const name = asciiName(written);
      if (name === null) throw new ProbeFailure('name-unresolvable', written);
      if (!asksAuthorities) return byResolver(name, type, signal);
      try {
        return await authorities.ask(name, type, walkerFor(signal));
      } catch (error) {
        // Not one root server answers: name servers cannot be asked from here. A resolver may still know,
        // but the system's knows nothing of a world with a root of its own.
        const rootIsSilent =
          error instanceof ProbeFailure && silence.has(error.code) && error.detail === rootServers;
        if (!rootIsSilent || !hasResolver || signal.aborted) throw error;
        return byResolver(name, type, signal).catch(() => {
          throw error;
        });
      }
    },
    async askSigned(written, type, signal) {
      const name = asciiName(written);
      if (name === null) throw new ProbeFailure('name-unresolvable', written);
      return authorities.askSigned(name, type, walkerFor(signal));
    },
    async askResolver(written, type, signal) {
      const name = asciiName(written);
      if (name === null || !hasResolver) return null;
      const look = (self: { readonly signal: AbortSignal }) => secondView.ask(name, type, self.signal);
      return work.share(`resolver ${name} ${type}`, { key: null, signal }, look, () => false);
    },
    hasAnswered: () => answered,
  };
}

/** The same network, with `connect-to` and without the address guard. */
function withoutGuard({ redirected }: Network): Pick<Network, 'redirected' | 'route'> {
  const route: Network['route'] = ({ host, address, port }) =>
    redirected(host, port) ?? redirected(address, port) ?? { address, port };
  return { redirected, route };
}
