import http from 'node:http';
import https from 'node:https';
import type net from 'node:net';
import { getProxyUrl } from '@actions/http-client/lib/proxy';
import ipaddr from 'ipaddr.js';
import { type FailureCode, ProbeFailure } from './failure.ts';
import type { Network } from './network.ts';

// The way out of a network that only a proxy leads out of (self-hosted runners).
//
// Names are resolved here, never by the proxy, and every address passes the guard first: the proxy is asked for that
// address (CONNECT), so that no name leads it to a place that the guard keeps closed. SNI and Host stay.

export interface WebProxy {
  /** `host:port`, without user and password: what a reader is shown. */
  readonly name: string;
  readonly url: URL;
}

/**
 * The proxy that the environment names for a URL, by the library that GitHub's own calls go by (`https_proxy`,
 * `HTTPS_PROXY`, `http_proxy`, `HTTP_PROXY`, `no_proxy`, `NO_PROXY`; never for loopback); null where there is none.
 */
export function proxyFor(url: URL): WebProxy | null {
  const proxy = getProxyUrl(url);
  if (proxy === undefined) return null;
  return { name: `${proxy.hostname}:${portOf(proxy)}`, url: proxy };
}

/** The proxy that the way to an address of a server leads through; null where the operator says where it goes, and on this machine. */
export function proxyOnTheWay(
  network: Pick<Network, 'redirected'>,
  { host, address, port }: { readonly host: string; readonly address: string; readonly port: number },
  protocol: 'https:' | 'http:',
): WebProxy | null {
  const isDirected = (network.redirected(host, port) ?? network.redirected(address, port)) !== null;
  if (isDirected || isLoopback(address)) return null;
  const url = URL.parse(`${protocol}//${host.includes(':') ? `[${host}]` : host}:${port}/`);
  return url === null ? null : proxyFor(url);
}

function isLoopback(address: string): boolean {
  return ipaddr.isValid(address) && ipaddr.process(address).range() === 'loopback';
}

/**
 * How a name that could not be resolved is reported where only a proxy leads out: that is no word of the site's. An
 * answer of the operator's own resolver is one.
 */
export function unresolvedBehind(
  failure: ProbeFailure,
  proxy: WebProxy | null,
  hasOwnResolver: boolean,
): ProbeFailure {
  const isAnswer = failure.code === 'name-not-found' && hasOwnResolver;
  if (proxy === null || isAnswer || !resolving.has(failure.code)) return failure;
  return new ProbeFailure('proxy-unresolved', proxy.name, { cause: failure });
}

const resolving: ReadonlySet<FailureCode> = new Set([
  'name-not-found',
  'name-unresolvable',
  'no-server',
  'timeout',
  'refused',
  'no-route',
  'no-ipv4',
  'no-ipv6',
]);

function portOf({ port, protocol }: URL): number {
  return port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
}

/**
 * A connection to `host:port` through the proxy (RFC 9110 §9.3.6), over which nothing has been sent.
 *
 * @param signal aborts with the failure that it is then
 * @throws ProbeFailure `proxy-refused`, whose detail names the proxy and what it answered; the signal's reason
 */
export function openTunnel(
  { name, url }: WebProxy,
  host: string,
  port: number,
  signal: AbortSignal,
): Promise<net.Socket> {
  const to = `${host.includes(':') ? `[${host}]` : host}:${port}`;
  const authorization =
    url.username === '' && url.password === ''
      ? {}
      : {
          'proxy-authorization': `Basic ${Buffer.from(`${url.username}:${url.password}`).toString('base64')}`,
        };
  return new Promise((resolve, reject) => {
    const { request } = url.protocol === 'https:' ? https : http;
    const asked = request({
      host: url.hostname.replace(/^\[(.*)\]$/, '$1'),
      port: portOf(url),
      method: 'CONNECT',
      path: to,
      headers: { host: to, ...authorization },
      agent: false,
    });
    const stop = () => asked.destroy(signal.reason);
    signal.addEventListener('abort', stop, { once: true });
    asked.on('close', () => signal.removeEventListener('abort', stop));
    asked.on('connect', ({ statusCode = 0 }, socket, head) => {
      socket.on('error', () => {});
      if (statusCode < 200 || statusCode > 299) {
        socket.destroy();
        reject(new ProbeFailure('proxy-refused', `${name}: HTTP ${statusCode}`));
        return;
      }
      if (head.length > 0) socket.unshift(head);
      resolve(socket as net.Socket);
    });
    asked.on('error', (error: NodeJS.ErrnoException) => {
      if (signal.aborted) reject(signal.reason);
      else reject(new ProbeFailure('proxy-refused', `${name}: ${error.code ?? 'error'}`, { cause: error }));
    });
    if (signal.aborted) stop();
    else asked.end();
  });
}
