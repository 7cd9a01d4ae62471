import type { Address } from '../../protocols/address.ts';
import { mostTelling, ProbeFailure } from '../failure.ts';
import { hostAndPort } from '../http/place.ts';
import type { HttpAnswer, HttpEdge } from '../http.ts';
import type { TlsEdge } from '../tls.ts';

/** What a registry, or a registrar, answers (RFC 7480). */
export type RdapReply =
  /** `body`: a JSON object; that it is what was asked for is the caller's to see. */
  | { readonly type: 'found'; readonly body: Readonly<Record<string, unknown>>; readonly host: string }
  /** `isExplicit`: it said so in RDAP's own words (RFC 9083 §6), not by an empty 404 alone. */
  | { readonly type: 'not-found'; readonly isExplicit: boolean; readonly host: string };

export interface RdapOptions {
  readonly http: Pick<HttpEdge, 'get'>;
  readonly tls: Pick<TlsEdge, 'look'>;
  readonly resolve: (host: string, port: number, signal: AbortSignal) => Promise<readonly Address[]>;
  /** For everything, redirects included. */
  readonly timeoutMs: number;
}

const maxBytes = 1024 * 1024;
const mostRedirects = 3;
/** How many addresses of a host are tried, one after the other. */
const mostAddresses = 6;

/**
 * Gets one RDAP object over verified TLS, redirects followed (https alone; on the port that was asked, or 443).
 *
 * @throws ProbeFailure as `HttpEdge.get`; `tls-failed` for a certificate that does not prove the host;
 * `rate-limited` (429), `unauthorized` (401, 403), `too-large`; `response-unexpected` for every other status, for
 * what is no JSON object, and for a redirect that leads elsewhere or on and on.
 */
export async function fetchRdap(
  start: string,
  options: RdapOptions,
  signal: AbortSignal,
): Promise<RdapReply> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new ProbeFailure('timeout')), options.timeoutMs);
  const either = AbortSignal.any([signal, limit.signal]);
  try {
    let url = URL.parse(start);
    if (url?.protocol !== 'https:') throw new ProbeFailure('response-unexpected', 'RDAP: https');
    const ports = new Set([443, hostAndPort(url).port]);
    for (let hop = 0; hop <= mostRedirects; hop += 1) {
      const answer = await getFromAny(url, options, either);
      const { host } = hostAndPort(url);
      if (answer.redirectsTo === null) return replyOf(answer, host);
      url = answer.redirectsTo;
      if (url.protocol !== 'https:' || !ports.has(hostAndPort(url).port)) {
        throw new ProbeFailure('response-unexpected', 'RDAP: redirect');
      }
    }
    throw new ProbeFailure('response-unexpected', 'RDAP: redirects');
  } finally {
    clearTimeout(timer);
  }
}

async function getFromAny(url: URL, options: RdapOptions, signal: AbortSignal): Promise<HttpAnswer> {
  const { host, port } = hostAndPort(url);
  const addresses = await options.resolve(host, port, signal);
  const failures: ProbeFailure[] = [];
  for (const { address } of addresses.slice(0, mostAddresses)) {
    try {
      // The connection of this handshake is the one over which the request then goes.
      const handshake = await options.tls.look({ host, port, address }, signal);
      if (!handshake.authorized) throw new ProbeFailure('tls-failed', handshake.errorCode);
      return await options.http.get(
        { url: url.href, address, timeoutMs: options.timeoutMs, maxBytes },
        signal,
      );
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      failures.push(error);
    }
  }
  throw failures.length === 0 ? new ProbeFailure('name-not-found', host) : mostTelling(failures);
}

function replyOf({ status, body, bodyEnd }: HttpAnswer, host: string): RdapReply {
  if (status === 429) throw new ProbeFailure('rate-limited', host);
  if (status === 401 || status === 403) throw new ProbeFailure('unauthorized', `HTTP ${status}`);
  if (status !== 200 && status !== 404) throw new ProbeFailure('response-unexpected', `HTTP ${status}`);
  if (bodyEnd === 'capped') throw new ProbeFailure('too-large', host);
  if (bodyEnd === 'timed-out') throw new ProbeFailure('timeout', host);
  if (bodyEnd === 'broken-off') throw new ProbeFailure('reset', host);
  const text = new TextDecoder().decode(body).trim();
  if (status === 404 && text === '') return { type: 'not-found', isExplicit: false, host };
  const object = objectIn(text);
  // A page that somebody put before the service says nothing about the domain.
  if (object === null) throw new ProbeFailure('response-unexpected', `HTTP ${status}, JSON`);
  if (status === 200) return { type: 'found', body: object, host };
  const isRdap = Number(object['errorCode']) === 404 || Array.isArray(object['rdapConformance']);
  if (!isRdap) throw new ProbeFailure('response-unexpected', 'HTTP 404');
  return { type: 'not-found', isExplicit: true, host };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | null {
  try {
    const value: unknown = JSON.parse(text);
    const isObject = typeof value === 'object' && value !== null && !Array.isArray(value);
    return isObject ? (value as Record<string, unknown>) : null;
  } catch {
    return null;
  }
}
