import { readFile } from 'node:fs/promises';
import { type Address, addressOf } from '../protocols/address.ts';
import { certificatesIn } from '../protocols/pem.ts';
import type { AccountsEdge } from './accounts.ts';
import { systemClock } from './clock.ts';
import { openDns } from './dns.ts';
import type { Edge } from './edge.ts';
import { openHttp } from './http.ts';
import type { HttpEdge } from './http-edge.ts';
import { lacksIPv4 } from './machine.ts';
import { openNetwork } from './network.ts';
import { type Credential, InputProblem, type NetworkInputs } from './options.ts';
import { openProviders, type ProvidersOptions } from './providers.ts';
import { openRegistry } from './registry.ts';
import { openTls } from './tls.ts';

/** The edge of a run: everything but the files, which belong to one ledger. */
export type NetworkEdge = Omit<Edge, 'files'>;

export interface OpenedEdge extends NetworkEdge {
  /** Closes every connection that is still open. */
  close(): Promise<void>;
}

/** What a run may ask providers of backups with. */
type ProviderAccess = Pick<ProvidersOptions, 'environment' | 'github' | 'mask'>;

export interface EdgeOptions {
  readonly credentials: readonly Credential[];
  readonly userAgent: string;
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
  const tls = openTls({ network, resolve, extraRoots });
  http = openHttp({
    network,
    tls,
    resolve,
    userAgent: inputs.userAgent ?? options.userAgent,
    credentials: options.credentials.flatMap(({ host, header, value }) =>
      header === null ? [] : [{ host, header, value }],
    ),
  });
  const registry = openRegistry({ http, tls, network, resolve });
  const access = options.providers;
  const providers =
    access === null
      ? null
      : openProviders({ ...access, http, clock: systemClock, credentials: options.credentials });
  return {
    dns,
    tls,
    http,
    registry,
    providers,
    accounts: options.accounts,
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
