import type { Address } from '../../protocols/address.ts';
import { hostAndPort } from '../../protocols/place.ts';
import { isMapping } from '../../text/mapping.ts';
import { ProbeFailure } from '../failure.ts';
import { requireWhole } from '../http/body.ts';
import { walk } from '../http/walk.ts';
import type { HttpAnswer, HttpEdge } from '../http-edge.ts';
import type { TlsEdge } from '../tls-edge.ts';
import { within } from '../within.ts';

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
/** RFC 7480 §4.2: some servers hand out a page for people, or 406, where nobody asks for RDAP. */
const acceptedTypes = 'application/rdap+json, application/json;q=0.9';

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
  return within(options.timeoutMs, 'timeout', signal, async (inTime) => {
    const first = URL.parse(start);
    if (first?.protocol !== 'https:') throw new ProbeFailure('response-unexpected', 'RDAP: https');
    const ports = new Set([443, hostAndPort(first).port]);
    const limits = { timeoutMs: options.timeoutMs, maxBytes, redirects: mostRedirects };
    const { end } = await walk(first, proving(options), limits, inTime, {
      mayGoTo: (url) => url.protocol === 'https:' && ports.has(hostAndPort(url).port),
    });
    if (end.type === 'arrived') return replyOf(end.last.answer, hostAndPort(end.last.url).host);
    if (end.type === 'failed') throw end.failure;
    const way = end.type === 'stopped' ? 'redirect' : 'redirects';
    throw new ProbeFailure('response-unexpected', `RDAP: ${way}`);
  });
}

/** Asks nobody whose certificate does not prove the host. */
function proving({ http, tls, resolve }: RdapOptions): Pick<HttpEdge, 'get' | 'addresses'> {
  return {
    addresses: resolve,
    async get(request, signal) {
      // The connection of this handshake is the one over which the request then goes.
      const place = hostAndPort(new URL(request.url));
      const handshake = await tls.look({ ...place, address: request.address }, signal);
      if (!handshake.authorized) throw new ProbeFailure('tls-failed', handshake.errorCode);
      return http.get({ ...request, accept: acceptedTypes }, signal);
    },
  };
}

function replyOf(answer: HttpAnswer, host: string): RdapReply {
  const { status, body } = answer;
  if (status === 429) throw new ProbeFailure('rate-limited', host);
  if (status === 401 || status === 403) throw new ProbeFailure('unauthorized', `HTTP ${status}`);
  if (status !== 200 && status !== 404) throw new ProbeFailure('response-unexpected', `HTTP ${status}`);
  requireWhole(answer, host);
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
    return isMapping(value) ? value : null;
  } catch {
    return null;
  }
}
