import type net from 'node:net';
import type { Client } from 'undici';
import type { Address } from '../protocols/address.ts';
import { ProbeFailure } from './failure.ts';
import { acceptedEncodings, type BodyEnd, readBody } from './http/body.ts';
import { clientOver, connectPlain } from './http/connection.ts';
import { failureOf } from './http/failure.ts';
import { hostAndPort } from './http/place.ts';
import { redirectTarget } from './http/redirect.ts';
import { openResolver } from './http/resolver.ts';
import { timeLimit } from './http/time-limit.ts';
import type { Network } from './network.ts';
import type { TlsEdge } from './tls.ts';

/** One GET of an endpoint, to one address. */
export interface HttpRequest {
  readonly url: string;
  /** The resolved address to ask. It passes `connect-to` and the address guard like any other. */
  readonly address: string;
  /** For everything: connecting, headers, body. */
  readonly timeoutMs: number;
  /** Of the decoded body; what is longer is cut off there. */
  readonly maxBytes: number;
  /** Whether a credential for the URL's host may go with it, over verified TLS alone. Default: no. */
  readonly credentials?: boolean;
  /** A `Cookie` header that the same host has set before. */
  readonly cookie?: string | null;
}

/** One request to a provider's own host. */
export interface Question {
  readonly method: 'GET' | 'HEAD' | 'POST';
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | null;
  /** For everything, at each address. */
  readonly timeoutMs: number;
  /** Of the decoded body; what is longer is cut off there. */
  readonly maxBytes: number;
}

/** What one server answered. */
export interface HttpAnswer {
  readonly status: number;
  /** By lower-case name, as raw octets read as Latin-1 (RFC 9110 §5.5); a repeated header's lines in order. */
  readonly headers: ReadonlyMap<string, readonly string[]>;
  /** Where a redirect leads: an http or https URL without fragment and user name. Null for any other answer. */
  readonly redirectsTo: URL | null;
  /** With its content encodings (gzip, deflate, br, zstd) undone. Empty where the answer redirects. */
  readonly body: Uint8Array;
  readonly bodyEnd: BodyEnd;
  /** The resolved address that was asked. */
  readonly address: string;
  /** `withheld`: there is a credential for this host, and the connection's certificate could not be verified. */
  readonly credentials: 'none' | 'sent' | 'withheld';
  /** From the start to the last byte that was read. */
  readonly tookMs: number;
}

/** Everything that this program asks of web servers. */
export interface HttpEdge {
  /**
   * One GET without following redirects, whatever the certificate.
   *
   * @throws ProbeFailure `timeout`, `refused`, `reset`, `no-route`, `no-ipv4`, `no-ipv6`, `local-fault`, `blocked`,
   * `tls-failed`, `response-unexpected` (no HTTP), `deadline` (`signal`). A body that does not end is no failure: see `bodyEnd`.
   */
  get(request: HttpRequest, signal: AbortSignal): Promise<HttpAnswer>;
  /**
   * Asks over TLS that proves the host, and over nothing else: what goes with it may be secret. Nothing is followed.
   *
   * @throws ProbeFailure as `get`; `name-not-found`, `name-unresolvable`; `tls-failed` for a certificate that does
   * not prove the host; `response-unexpected` for a URL that is not https.
   */
  ask(question: Question, signal: AbortSignal): Promise<HttpAnswer>;
  /**
   * A small download from a place that somebody else chose (a certificate's issuer): http or https on ports 80
   * and 443 alone, at most 3 redirects, every address guarded, no credentials.
   *
   * @throws ProbeFailure as `get`; `too-large`, `name-not-found`, `name-unresolvable`; `response-unexpected` for
   * any other scheme or port, and for too many redirects.
   */
  download(
    url: string,
    options: { readonly maxBytes: number; readonly timeoutMs: number },
    signal: AbortSignal,
  ): Promise<{ readonly status: number; readonly body: Uint8Array; readonly contentType: string | null }>;
  /** The status at which a URL ends, redirects followed (at most 10), without credentials. @throws ProbeFailure as `get` */
  fetchStatus(url: string, signal: AbortSignal): Promise<{ readonly status: number }>;
  /**
   * Sends one DNS message to the operator's resolver (RFC 8484, POST) and returns the answer's body. The host's
   * name is resolved by the system; its certificate must be valid; its address may be private.
   *
   * @throws ProbeFailure
   */
  exchange(url: string, message: Uint8Array, signal: AbortSignal): Promise<Uint8Array>;
  /** The addresses of a host, in the order in which they are to be tried. @throws ProbeFailure */
  addresses(host: string, port: number, signal: AbortSignal): Promise<readonly Address[]>;
  /** Closes every connection that is still open. */
  close(): Promise<void>;
}

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
/** How many addresses of a host are tried, one after the other, where any will do. */
const mostAddresses = 6;

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

  /** One request over a connection of its own. `headersFor` is told whether the certificate proves the host. */
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

  /** Asks one address after the other until one answers. */
  async function fromAny(
    url: URL,
    signal: AbortSignal,
    ask: (address: string) => Promise<HttpAnswer>,
  ): Promise<HttpAnswer> {
    const { host, port } = hostAndPort(url);
    const addresses = await resolve(host, port, signal);
    let failure = new ProbeFailure('name-not-found', host);
    for (const { address } of addresses.slice(0, mostAddresses)) {
      try {
        return await ask(address);
      } catch (error) {
        if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
        failure = error;
      }
    }
    throw failure;
  }

  async function follow(
    start: string,
    limits: { readonly maxBytes: number; readonly timeoutMs: number; readonly redirects: number },
    isAllowed: (url: URL) => boolean,
    signal: AbortSignal,
  ): Promise<HttpAnswer> {
    let url = URL.parse(start);
    for (let hop = 0; hop <= limits.redirects; hop += 1) {
      if (url === null || !isAllowed(url)) throw new ProbeFailure('response-unexpected', 'url');
      const { href } = url;
      const answer = await fromAny(url, signal, (address) => get({ url: href, address, ...limits }, signal));
      if (answer.redirectsTo === null) return answer;
      url = answer.redirectsTo;
    }
    throw new ProbeFailure('response-unexpected', 'redirects');
  }

  return {
    get,
    addresses: resolve,
    async ask({ headers, ...question }, signal) {
      const url = URL.parse(question.url);
      if (url?.protocol !== 'https:') throw new ProbeFailure('response-unexpected', 'url');
      const own = { state: 'sent', headers } as const;
      return fromAny(url, signal, (address) =>
        exchangeWith({ ...question, url, address }, signal, () => own, true),
      );
    },
    async download(url, { maxBytes, timeoutMs }, signal) {
      const limits = { maxBytes, timeoutMs, redirects: 3 };
      const answer = await follow(url, limits, hasWebPort, signal);
      if (answer.bodyEnd === 'capped') throw new ProbeFailure('too-large');
      if (answer.bodyEnd === 'timed-out') throw new ProbeFailure('timeout');
      if (answer.bodyEnd === 'broken-off') throw new ProbeFailure('reset');
      const contentType = answer.headers.get('content-type')?.[0] ?? null;
      return { status: answer.status, body: answer.body, contentType };
    },
    async fetchStatus(url, signal) {
      const limits = { maxBytes: 65_536, timeoutMs: 20_000, redirects: 10 };
      const { status } = await follow(url, limits, isWeb, signal);
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

function isWeb(url: URL): boolean {
  return url.protocol === 'http:' || url.protocol === 'https:';
}

function hasWebPort(url: URL): boolean {
  const { port } = hostAndPort(url);
  return isWeb(url) && (port === 80 || port === 443);
}

function headerLines(
  headers: Record<string, string | string[] | undefined>,
): ReadonlyMap<string, readonly string[]> {
  return new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value ?? ''].flat()]));
}
