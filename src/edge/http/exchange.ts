import type net from 'node:net';
import type { Client } from 'undici';
import { hostAndPort } from '../../protocols/place.ts';
import { ProbeFailure } from '../failure.ts';
import type { HttpAnswer, Question } from '../http-edge.ts';
import type { Network } from '../network.ts';
import type { TlsEdge } from '../tls-edge.ts';
import { acceptedEncodings, readBody } from './body.ts';
import { clientOver, connectPlain } from './connection.ts';
import { failureOf } from './failure.ts';
import { redirectTarget } from './redirect.ts';
import { timeLimit } from './time-limit.ts';

/** One request, to one address. */
type Request = Omit<Question, 'url' | 'headers'> & { readonly url: URL; readonly address: string };

/** What goes with a request, and what became of the credential that there is for its host. */
export interface RequestHeaders {
  readonly state: HttpAnswer['credentials'];
  readonly headers: Readonly<Record<string, string>>;
}

export interface Exchanges {
  /**
   * One request over a connection of its own. `headersFor` is handed whether the certificate proves the host.
   *
   * @param needsProof whether nothing is sent where it does not
   * @throws ProbeFailure as `HttpEdge.get`
   */
  exchange(
    request: Request,
    signal: AbortSignal,
    headersFor: (isVerified: boolean) => RequestHeaders,
    needsProof?: boolean,
  ): Promise<HttpAnswer>;
  /** Closes every connection that is still open. */
  close(): Promise<void>;
}

export interface ExchangeOptions {
  readonly network: Network;
  readonly tls: Pick<TlsEdge, 'socket'>;
  readonly userAgent: string;
  readonly idleTimeoutMs: number;
}

export function openExchanges({ network, tls, userAgent, idleTimeoutMs }: ExchangeOptions): Exchanges {
  const clients = new Set<Client>();

  async function exchange(
    { url, address, ...request }: Request,
    signal: AbortSignal,
    headersFor: (isVerified: boolean) => RequestHeaders,
    needsProof = false,
  ): Promise<HttpAnswer> {
    const started = performance.now();
    const time = timeLimit(signal, request.timeoutMs, idleTimeoutMs);
    let client: Client | null = null;
    try {
      const { socket, isVerified, errorCode } = await connect(url, address, time.signal);
      time.onProgress();
      client = clientOver(url, socket);
      clients.add(client);
      if (needsProof && !isVerified) throw new ProbeFailure('tls-failed', errorCode);
      const { state, headers: own } = headersFor(isVerified);
      const response = await client.request({
        method: request.method,
        path: url.pathname + url.search,
        headers: { 'accept-encoding': acceptedEncodings, 'user-agent': userAgent, ...own },
        body: request.body,
        signal: time.signal,
      });
      time.onProgress();
      response.body.on('error', () => {});
      const headers = headerLines(response.headers);
      const redirectsTo = redirectTarget(url, response.statusCode, headers);
      const encoding = headers.get('content-encoding')?.join(',') ?? null;
      const { body, end } =
        redirectsTo === null
          ? await readBody(response.body, encoding, { maxBytes: request.maxBytes, ...time })
          : { body: new Uint8Array(), end: 'complete' as const };
      return {
        status: response.statusCode,
        headers,
        redirectsTo,
        body,
        bodyEnd: end,
        address,
        credentials: state,
        tookMs: performance.now() - started,
      };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      if (time.signal.aborted) throw time.signal.reason;
      throw failureOf(error, address, network.lacksIPv4) ?? error;
    } finally {
      time.stop();
      if (client !== null) {
        clients.delete(client);
        await client.destroy();
      }
    }
  }

  /** A connection to `address` for `url`, through the gate, with whether its certificate proves the host. */
  async function connect(
    url: URL,
    address: string,
    signal: AbortSignal,
  ): Promise<{ socket: net.Socket; isVerified: boolean; errorCode: string | null }> {
    const { host, port } = hostAndPort(url);
    if (url.protocol === 'https:') {
      const { socket, handshake } = await tls.socket({ host, port, address }, signal);
      return { socket, isVerified: handshake.authorized, errorCode: handshake.errorCode };
    }
    const route = network.route({ host, address, port });
    const socket = await connectPlain(route.address, route.port, signal);
    return { socket, isVerified: false, errorCode: null };
  }

  return {
    exchange,
    async close() {
      await Promise.all([...clients].map((each) => each.destroy()));
    },
  };
}

function headerLines(
  headers: Record<string, string | string[] | undefined>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat()]));
}
