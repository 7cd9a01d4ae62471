import { lookup } from 'node:dns/promises';
import net from 'node:net';
import tls from 'node:tls';
import { type buildConnector, Pool } from 'undici';
import { withoutBrackets } from '../../protocols/place.ts';
import { ProbeFailure } from '../failure.ts';
import type { Network } from '../network.ts';
import { openTunnel, proxyFor } from '../proxy.ts';
import { readBody } from './body.ts';
import { failureOf } from './failure.ts';
import { settled } from './settled.ts';
import { timeLimit } from './time-limit.ts';

/** The way to the operator's resolver over HTTPS; see `HttpEdge.exchange`. */
export interface HttpsResolver {
  exchange(url: string, message: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  close(): Promise<void>;
}

/** Opens the way to a resolver over HTTPS (RFC 8484). Connections are kept and shared. */
export function openResolver(options: {
  readonly network: Network;
  readonly userAgent: string;
  /** Trusted beside the system's roots (PEM). */
  readonly extraRoots?: readonly string[];
  readonly idleTimeoutMs: number;
}): HttpsResolver {
  const { network, idleTimeoutMs } = options;
  let pool: Pool | null = null;
  return {
    async exchange(url, message, signal) {
      const { origin, pathname, search } = new URL(url);
      pool ??= new Pool(origin, { connections: 8, connect });
      const time = timeLimit(signal, idleTimeoutMs, idleTimeoutMs);
      try {
        const { statusCode, body } = await pool.request({
          method: 'POST',
          path: pathname + search,
          headers: {
            accept: 'application/dns-message',
            'content-type': 'application/dns-message',
            'user-agent': options.userAgent,
          },
          body: message,
          signal: time.signal,
        });
        body.on('error', () => {});
        // The largest DNS message, RFC 1035 §4.2.2.
        const read = await readBody(body, null, { maxBytes: 65_535, ...time });
        if (statusCode !== 200 || read.end !== 'complete') {
          throw new ProbeFailure('response-unexpected', `HTTP ${statusCode}`);
        }
        return read.body;
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        if (time.signal.aborted) throw time.signal.reason;
        const failure = failureOf(error, '');
        if (failure !== null) throw failure;
        const code = (error as NodeJS.ErrnoException).code;
        if (code === undefined) throw error;
        throw new ProbeFailure('tls-failed', code, { cause: error });
      } finally {
        time.stop();
      }
    },
    async close() {
      await pool?.destroy();
    },
  };

  /** What `resolver` names is the operator's word, so the guard is not asked; its certificate must hold. */
  function connect(target: buildConnector.Options, done: buildConnector.Callback): void {
    const host = withoutBrackets(target.hostname);
    const port = Number(target.port || 443);
    const ca = [...tls.getCACertificates('default'), ...(options.extraRoots ?? [])];
    const servername = net.isIP(host) === 0 ? host : '';
    const open = async () => {
      const named = network.redirected(host, port);
      // The operator's own word, which the proxy may resolve.
      const proxy = named === null ? proxyFor(new URL(`https://${target.hostname}:${port}/`)) : null;
      const limit = AbortSignal.timeout(idleTimeoutMs);
      if (proxy !== null) {
        const over = await openTunnel(proxy, host, port, limit);
        const socket = tls.connect({ socket: over, servername, ca, ALPNProtocols: ['http/1.1'] });
        return settled(socket, 'secureConnect', limit);
      }
      const route = named ?? { address: (await lookup(host)).address, port };
      const socket = tls.connect({
        host: route.address,
        port: route.port,
        servername,
        ca,
        ALPNProtocols: ['http/1.1'],
      });
      return settled(socket, 'secureConnect', limit);
    };
    open().then(
      (socket) => done(null, socket),
      (error) => done(error, null),
    );
  }
}
