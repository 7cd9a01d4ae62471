import type net from 'node:net';
import type { Client } from 'undici';
import type { Address } from '../protocols/address.ts';
import { hostAndPort, isWeb } from '../protocols/place.ts';
import { ProbeFailure } from './failure.ts';
import { acceptedEncodings, readBody, requireWhole } from './http/body.ts';
import { clientOver, connectPlain } from './http/connection.ts';
import { failureOf } from './http/failure.ts';
import { firstAnswer } from './http/first.ts';
import { redirectTarget } from './http/redirect.ts';
import { openResolver } from './http/resolver.ts';
import { timeLimit } from './http/time-limit.ts';
import { lastStop, type WalkLimits, walk } from './http/walk.ts';
import type { HttpAnswer, HttpEdge, HttpRequest, Question } from './http-edge.ts';
import type { Network } from './network.ts';
import type { TlsEdge } from './tls-edge.ts';

export interface HttpOptions {
  readonly network: Network;
  readonly tls: Pick<TlsEdge, 'socket'>;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  readonly userAgent: string;
  /** Headers for single hosts; `host` in lower case. */
  readonly credentials: readonly { readonly host: string; readonly header: string; readonly value: string }[];
  /** Trusted beside the system's roots when the operator's resolver is asked over HTTPS (PEM). */
  readonly extraRoots?: readonly string[];
  /** How long nothing may come: while connecting, before the headers, between two pieces of a body. Default 10 s. */
  readonly idleTimeoutMs?: number;
}

const defaultIdleTimeoutMs = 10_000;

/** Opens the way to web servers. One connection for each request: what is looked at is looked at afresh. */
export function openHttp(options: HttpOptions): HttpEdge {
  const { network, resolve } = options;
  const idleTimeoutMs = options.idleTimeoutMs ?? defaultIdleTimeoutMs;
  const clients = new Set<Client>();
  const resolver = openResolver({ ...options, idleTimeoutMs });

  async function get(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const url = new URL(request.url);
    const { address, timeoutMs, maxBytes } = request;
    return exchangeWith(
      { url, address, method: 'GET', body: null, timeoutMs, maxBytes },
      signal,
      (isVerified) => {
        const credentials = request.credentials ? credentialsFor(url, isVerified) : noCredentials;
        return {
          state: credentials.state,
          headers: {
            accept: '*/*',
            ...(request.cookie ? { cookie: request.cookie } : {}),
            ...credentials.headers,
          },
        };
      },
    );
  }

  /** One request over a connection of its own. `headersFor` gets whether the certificate proves the host. */
  async function exchangeWith(
    request: Omit<Question, 'url' | 'headers'> & { readonly url: URL; readonly address: string },
    signal: AbortSignal,
    headersFor: (isVerified: boolean) => RequestHeaders,
    needsProof = false,
  ): Promise<HttpAnswer> {
    const { url, address } = request;
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
        headers: { 'accept-encoding': acceptedEncodings, 'user-agent': options.userAgent, ...own },
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
      const { socket, handshake } = await options.tls.socket({ host, port, address }, signal);
      return { socket, isVerified: handshake.authorized, errorCode: handshake.errorCode };
    }
    const route = network.route({ host, address, port });
    const socket = await connectPlain(route.address, route.port, signal);
    return { socket, isVerified: false, errorCode: null };
  }

  function credentialsFor(url: URL, isVerified: boolean): RequestHeaders {
    const { host } = hostAndPort(url);
    const lines = options.credentials.filter((each) => each.host === host);
    if (lines.length === 0) return noCredentials;
    if (!isVerified) return { state: 'withheld', headers: {} };
    return {
      state: 'sent',
      headers: Object.fromEntries(lines.map(({ header, value }) => [header.toLowerCase(), value])),
    };
  }

  async function follow(
    start: string,
    limits: WalkLimits,
    signal: AbortSignal,
    mayGoTo: (url: URL) => boolean = isWeb,
  ): Promise<HttpAnswer> {
    const url = URL.parse(start);
    if (url === null) throw new ProbeFailure('response-unexpected', 'url');
    const way = await walk(url, { get, addresses: resolve }, limits, signal, { mayGoTo });
    return lastStop(way).answer;
  }

  return {
    get,
    addresses: resolve,
    async ask({ headers, ...question }, signal) {
      const url = URL.parse(question.url);
      if (url?.protocol !== 'https:') throw new ProbeFailure('response-unexpected', 'url');
      const { host, port } = hostAndPort(url);
      const own = { state: 'sent', headers } as const;
      const askAt = (address: string) => exchangeWith({ ...question, url, address }, signal, () => own, true);
      return firstAnswer(host, await resolve(host, port, signal), askAt, signal);
    },
    async download(url, { maxBytes, timeoutMs }, signal) {
      const limits = { maxBytes, timeoutMs, redirects: 3 };
      const answer = await follow(url, limits, signal, hasWebPort);
      requireWhole(answer);
      const contentType = answer.headers.get('content-type')?.[0] ?? null;
      return { status: answer.status, body: answer.body, contentType };
    },
    async fetchStatus(url, signal) {
      const limits = { maxBytes: 65_536, timeoutMs: 20_000, redirects: 10 };
      const { status } = await follow(url, limits, signal);
      return { status };
    },
    exchange: (url, message, signal) => resolver.exchange(url, message, signal),
    async close() {
      await Promise.all([...[...clients].map((each) => each.destroy()), resolver.close()]);
    },
  };
}

/** What goes with a request, and what became of the credential that there is for its host. */
interface RequestHeaders {
  readonly state: HttpAnswer['credentials'];
  readonly headers: Readonly<Record<string, string>>;
}

const noCredentials: RequestHeaders = { state: 'none', headers: {} };

function hasWebPort(url: URL): boolean {
  const { port } = hostAndPort(url);
  return isWeb(url) && (port === 80 || port === 443);
}

function headerLines(
  headers: Record<string, string | string[] | undefined>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat()]));
}
