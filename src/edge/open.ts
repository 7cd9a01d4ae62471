import { readFile } from 'node:fs/promises';
import { type Address, addressOf } from '../protocols/address.ts';
import { certificatesIn } from '../protocols/pem.ts';
import type { AccountsEdge } from './accounts.ts';
import { systemClock } from './clock.ts';
import { openDns } from './dns.ts';
import type { Edge } from './edge.ts';
import { ProbeFailure } from './failure.ts';
import { openHttp } from './http.ts';
import type { HttpEdge } from './http-edge.ts';
import { lacksIPv4 } from './machine.ts';
import { openNetwork } from './network.ts';
import { type Credential, InputProblem, type NetworkInputs } from './options.ts';
import { openProviders, type ProvidersOptions } from './providers.ts';
import { proxyFor, proxyOnTheWay, unresolvedBehind } from './proxy.ts';
import { openRegistry } from './registry.ts';
import { openScrubber, type Scrubber } from './scrubber.ts';
import { openTls } from './tls.ts';

/** The edge of a run: everything but the files, which belong to one ledger. */
export interface NetworkEdge extends Omit<Edge, 'files'> {
  /** Knows every secret that this run was given or has derived. */
  readonly scrubber: Scrubber;
  /** `host:port` of the proxy that leads out from here, by the environment; null or absent where none is named. */
  readonly proxy?: string | null;
}

export interface OpenedEdge extends NetworkEdge {
  /** Closes every connection that is still open. */
  close(): Promise<void>;
}

/** What a run may ask providers of backups with. */
type ProviderAccess = Pick<ProvidersOptions, 'environment' | 'github' | 'mask'>;

export interface EdgeOptions {
  readonly credentials: readonly Credential[];
  readonly userAgent: string;
  /** What else no server may bring into a report: the run's own token. */
  readonly secrets?: readonly string[];
  /** Web addresses that are secrets: the heartbeat's. */
  readonly secretAddresses?: readonly string[];
  /** Null where no credentials may be read. */
  readonly providers: ProviderAccess | null;
  /** Null where no token may be used. */
  readonly accounts: AccountsEdge | null;
}

/**
 * Opens the way to the world for one run. Connections and DNS answers are shared by all its ledgers.
 *
 * @throws InputProblem where `ca-file` cannot be read.
 */
export async function openEdge(inputs: NetworkInputs, options: EdgeOptions): Promise<OpenedEdge> {
  const network = openNetwork({
    connectTo: inputs.connectTo,
    allowPrivate: inputs.allowPrivate,
    dnsServers: inputs.rootHints ?? [],
    lacksIPv4: await lacksIPv4(),
  });
  const extraRoots = inputs.caFile === null ? [] : await readRoots(inputs.caFile);
  let http: HttpEdge | null = null;
  const dns = openDns({
    network,
    resolver: inputs.resolver,
    rootHints: inputs.rootHints,
    httpsExchange: (url, message, signal) => http!.exchange(url, message, signal),
  });
  const resolve = async (host: string, port: number, signal: AbortSignal): Promise<readonly Address[]> => {
    const redirected = network.redirected(host, port);
    if (redirected === null) return dns.resolve(host, signal);
    return [addressOf(redirected.address)];
  };
  const hasOwnResolver = inputs.resolver !== null || inputs.rootHints !== null;
  const resolveForWeb: typeof resolve = (host, port, signal) =>
    resolve(host, port, signal).catch((error: unknown) => {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      throw unresolvedBehind(
        error,
        proxyOnTheWay(network, { host, address: host, port }, 'https:'),
        hasOwnResolver,
      );
    });
  const tls = openTls({ network, resolve: resolveForWeb, extraRoots });
  http = openHttp({
    network,
    tls,
    resolve: resolveForWeb,
    userAgent: inputs.userAgent ?? options.userAgent,
    credentials: options.credentials.filter((each) => 'header' in each),
  });
  const registry = openRegistry({ http, tls, network, resolve: resolveForWeb });
  const scrubber = openScrubber();
  for (const each of options.credentials) if ('header' in each) scrubber.addHeader(each.value);
  for (const secret of options.secrets ?? []) scrubber.add(secret);
  for (const address of options.secretAddresses ?? []) scrubber.addAddress(address);
  const access = options.providers;
  const providers =
    access === null
      ? null
      : openProviders({ ...access, http, clock: systemClock, credentials: options.credentials, scrubber });
  return {
    dns,
    tls,
    http,
    registry,
    providers,
    accounts: options.accounts,
    scrubber,
    proxy: proxyFor(new URL('https://www.example.com/'))?.name ?? null,
    close: async () => {
      tls.close();
      await http.close();
    },
  };
}

async function readRoots(path: string): Promise<string[]> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch {
    throw new InputProblem('ca-file', 'unreadable', path);
  }
  const roots = certificatesIn(text);
  if (roots.length === 0) throw new InputProblem('ca-file', 'unreadable', path);
  return roots;
}
