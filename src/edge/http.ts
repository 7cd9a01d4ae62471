import type { Address } from '../protocols/address.ts';
import { hostAndPort, isWeb } from '../protocols/place.ts';
import { ProbeFailure } from './failure.ts';
import { requireWhole } from './http/body.ts';
import { openExchanges, type RequestHeaders } from './http/exchange.ts';
import { firstAnswer } from './http/first.ts';
import { openResolver } from './http/resolver.ts';
import { lastStop, type WalkLimits, walk } from './http/walk.ts';
import type { HttpAnswer, HttpEdge, HttpRequest } from './http-edge.ts';
import type { Network } from './network.ts';
import type { HeaderCredential } from './options.ts';
import type { TlsEdge } from './tls-edge.ts';

export interface HttpOptions {
  readonly network: Network;
  readonly tls: Pick<TlsEdge, 'socket'>;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  readonly userAgent: string;
  readonly credentials: readonly HeaderCredential[];
  /** Trusted beside the system's roots when the operator's resolver is asked over HTTPS (PEM). */
  readonly extraRoots?: readonly string[];
  /** How long nothing may come: before the headers, between two pieces of a body. Default: 45 s; to connect at most 10 s. */
  readonly idleTimeoutMs?: number;
}

/** A page that takes longer is slow; what is slow is not unreachable. */
const defaultIdleTimeoutMs = 45_000;
const longestConnectMs = 10_000;

/** Opens the way to web servers. One connection for each request: what is looked at is looked at afresh. */
export function openHttp(options: HttpOptions): HttpEdge {
  const { resolve } = options;
  const idleTimeoutMs = options.idleTimeoutMs ?? defaultIdleTimeoutMs;
  const connectTimeoutMs = Math.min(longestConnectMs, idleTimeoutMs);
  const exchanges = openExchanges({ ...options, connectTimeoutMs, idleTimeoutMs });
  const resolver = openResolver({ ...options, idleTimeoutMs: connectTimeoutMs });

  async function get(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer> {
    const url = new URL(request.url);
    const { address, timeoutMs, maxBytes } = request;
    return exchanges.exchangeTolerantly(
      { url, address, method: 'GET', body: null, timeoutMs, maxBytes },
      signal,
      (isVerified) => {
        const credentials = request.credentials ? credentialsFor(url, isVerified) : noCredentials;
        return {
          state: credentials.state,
          headers: {
            accept: request.accept ?? '*/*',
            ...(request.language ? { 'accept-language': request.language } : {}),
            ...(request.cookie ? { cookie: request.cookie } : {}),
            ...credentials.headers,
          },
        };
      },
    );
  }

  function credentialsFor(url: URL, isVerified: boolean): RequestHeaders {
    const { host, port } = hostAndPort(url);
    // Without TLS there is a credential for the host that cannot go; at another port there is none.
    const isFor = (each: HeaderCredential) =>
      each.host === host && (each.port === port || url.protocol === 'http:');
    const lines = options.credentials.filter(isFor);
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
      const askAt = (address: string) =>
        exchanges.exchange({ ...question, url, address }, signal, () => own, true);
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
    reach: exchanges.reach,
    exchange: (url, message, signal) => resolver.exchange(url, message, signal),
    async close() {
      await Promise.all([exchanges.close(), resolver.close()]);
    },
  };
}

const noCredentials: RequestHeaders = { state: 'none', headers: {} };

function hasWebPort(url: URL): boolean {
  const { port } = hostAndPort(url);
  return isWeb(url) && (port === 80 || port === 443);
}
