import type net from 'node:net';
import { hostAndPort, type Place } from '../../protocols/place.ts';
import { ProbeFailure } from '../failure.ts';
import type { HttpAnswer, Question } from '../http-edge.ts';
import type { Network } from '../network.ts';
import { openTunnel, proxyOnTheWay, type WebProxy } from '../proxy.ts';
import type { TlsEdge } from '../tls-edge.ts';
import { untilAborted, within } from '../within.ts';
import { readBody } from './body.ts';
import { askOver, askTolerantly, connectPlain } from './connection.ts';
import { acceptedEncodings } from './encoding.ts';
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
  /**
   * As `exchange`, and where the answer is of a form that a strict client refuses, once more as a browser reads it.
   *
   * @throws ProbeFailure as `HttpEdge.get`; where browsers do not read it either, what the strict look met
   */
  exchangeTolerantly(
    request: Request,
    signal: AbortSignal,
    headersFor: (isVerified: boolean) => RequestHeaders,
  ): Promise<HttpAnswer>;
  /** As `HttpEdge.reach`. */
  reach(place: Place, address: string, signal: AbortSignal): Promise<void>;
  /** Closes every connection that is still open. */
  close(): Promise<void>;
}

export interface ExchangeOptions {
  readonly network: Network;
  readonly tls: Pick<TlsEdge, 'socket'>;
  readonly userAgent: string;
  readonly connectTimeoutMs: number;
  /** How long nothing may come once the connection stands. */
  readonly idleTimeoutMs: number;
}

/** Until the way through a proxy is open: it may try several addresses of its own. */
const proxyTimeoutMs = 20_000;

export function openExchanges(options: ExchangeOptions): Exchanges {
  const { network, tls, userAgent, connectTimeoutMs, idleTimeoutMs } = options;
  const open = new Set<net.Socket>();

  async function exchange(
    { url, address, ...request }: Request,
    signal: AbortSignal,
    headersFor: (isVerified: boolean) => RequestHeaders,
    needsProof = false,
    ask = askOver,
  ): Promise<HttpAnswer> {
    const started = performance.now();
    const time = timeLimit(signal, request.timeoutMs, idleTimeoutMs);
    let taken: net.Socket | null = null;
    try {
      const { socket, isVerified, errorCode } = await connect(url, address, time.signal);
      taken = socket;
      open.add(socket);
      time.signal.addEventListener('abort', () => socket.destroy(), { once: true });
      time.onProgress();
      if (needsProof && !isVerified) throw new ProbeFailure('tls-failed', errorCode);
      const { state, headers: own } = headersFor(isVerified);
      const { method } = request;
      const sent = {
        method,
        url,
        headers: { 'accept-encoding': acceptedEncodings, 'user-agent': userAgent, ...own },
        body: request.body,
      };
      const received = await untilAborted(ask(socket, sent), time.signal);
      time.onProgress();
      const { status, headers, malformed } = received;
      const redirectsTo = redirectTarget(url, status, headers);
      const encoding = headers.get('content-encoding')?.join(',') ?? null;
      const { body, end } =
        redirectsTo === null
          ? await readBody(received.body, encoding, { maxBytes: request.maxBytes, ...time })
          : { body: new Uint8Array(), end: 'complete' as const };
      if (end === 'broken-off' && isMalformed(received.fault())) throw received.fault();
      return {
        status,
        headers,
        redirectsTo,
        body,
        bodyEnd: end,
        ...(malformed.size === 0 ? {} : { malformed: [...malformed].sort() }),
        address,
        credentials: state,
        tookMs: performance.now() - started,
      };
    } catch (error) {
      if (signal.aborted) throw signal.reason;
      // A request with a credential is timed by who makes it.
      if (time.signal.aborted)
        throw taken === null || needsProof ? time.signal.reason : new ProbeFailure('no-answer');
      throw failureOf(error, address, network.lacksIPv4) ?? error;
    } finally {
      time.stop();
      if (taken !== null) {
        open.delete(taken);
        taken.destroy();
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
    const proxy = proxyOnTheWay(
      network,
      { host, address, port },
      url.protocol === 'https:' ? 'https:' : 'http:',
    );
    const over =
      proxy === null ? {} : { over: (until: AbortSignal) => throughProxy(proxy, address, port, until) };
    if (url.protocol === 'https:') {
      const { socket, handshake } = await tls.socket({ host, port, address, ...over }, signal);
      const { authorized, errorCode, weakness } = handshake;
      // Over a weak connection nothing secret goes.
      return {
        socket,
        isVerified: authorized && weakness === undefined,
        errorCode: errorCode ?? weakness ?? null,
      };
    }
    // The guard judges the address, whatever the way there.
    network.route({ host, address, port });
    const socket = await (over.over?.(signal) ?? connectTo({ host, port }, address, signal));
    return { socket, isVerified: false, errorCode: null };
  }

  /** What takes too long there is the proxy's word too: it is silent while it waits. */
  async function throughProxy(
    proxy: WebProxy,
    address: string,
    port: number,
    signal: AbortSignal,
  ): Promise<net.Socket> {
    try {
      return await within(proxyTimeoutMs, 'timeout', signal, (inTime) =>
        openTunnel(proxy, address, port, inTime),
      );
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure) || error.code !== 'timeout') throw error;
      throw new ProbeFailure('proxy-refused', proxy.name, { cause: error });
    }
  }

  function connectTo({ host, port }: Place, address: string, signal: AbortSignal): Promise<net.Socket> {
    const route = network.route({ host, address, port });
    return within(connectTimeoutMs, 'timeout', signal, (inTime) =>
      connectPlain(route.address, route.port, inTime),
    );
  }

  return {
    exchange,
    async exchangeTolerantly(request, signal, headersFor) {
      try {
        return await exchange(request, signal, headersFor);
      } catch (strict) {
        if (!(strict instanceof ProbeFailure) || !isMalformed(strict.cause)) throw strict;
        try {
          return await exchange(request, signal, headersFor, false, askTolerantly);
        } catch (error) {
          // That browsers do not read it either says nothing new.
          throw signal.aborted || !(error instanceof ProbeFailure) ? error : strict;
        }
      }
    },
    async reach(place, address, signal) {
      const proxy = proxyOnTheWay(network, { ...place, address }, 'https:');
      if (proxy !== null) throw new ProbeFailure('behind-proxy', proxy.name);
      try {
        (await connectTo(place, address, signal)).destroy();
      } catch (error) {
        if (signal.aborted) throw signal.reason;
        throw failureOf(error, address, network.lacksIPv4) ?? error;
      }
    },
    async close() {
      for (const each of open) each.destroy();
    },
  };
}

/** Whether the strict reader of answers stopped because of their form. */
function isMalformed(error: unknown): boolean {
  return error instanceof Error && 'code' in error && String(error.code).startsWith('HPE_');
}
