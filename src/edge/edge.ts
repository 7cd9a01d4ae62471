import type { AccountsEdge } from './accounts.ts';
import type { DnsEdge } from './dns.ts';
import type { FilesEdge } from './files.ts';
import type { HttpEdge } from './http-edge.ts';
import type { ProvidersEdge } from './providers.ts';
import type { RegistryEdge } from './registry.ts';
import type { TlsEdge } from './tls-edge.ts';

/**
 * All that a probe can reach of the world. Built once for each run by `openEdge`; a test hands in its own.
 * Every connection passes the address guard and `connect-to`.
 */
export interface Edge {
  readonly dns: DnsEdge;
  readonly tls: TlsEdge;
  readonly http: HttpEdge;
  readonly registry: RegistryEdge;
  /** Null where no credentials may be read: then no backup is looked at. */
  readonly providers: ProvidersEdge | null;
  /** Null where no token may be used: then no account is asked for. */
  readonly accounts: AccountsEdge | null;
  readonly files: FilesEdge;
}
