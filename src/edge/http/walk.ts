import { type Address, addressOf } from '../../protocols/address.ts';
import { hostAndPort } from '../../protocols/place.ts';
import { ProbeFailure } from '../failure.ts';
import type { HttpAnswer, HttpEdge, HttpRequest } from '../http-edge.ts';
import { openCookieJar } from './cookies.ts';
import { firstAnswer } from './first.ts';

// The way of a visitor: from a URL along its redirects to where they end.

export interface WalkLimits {
  /** For one answer, from connecting to its last byte. */
  readonly timeoutMs: number;
  /** Of one body. */
  readonly maxBytes: number;
  readonly redirects: number;
}

/** One stop of a walk. */
export interface Stop {
  readonly url: URL;
  readonly request: HttpRequest;
  readonly answer: HttpAnswer;
}

export interface Walk {
  /** Every stop that answered, in order. */
  readonly stops: readonly Stop[];
  readonly end: WalkEnd;
}

type WalkEnd =
  | { readonly type: 'arrived'; readonly last: Stop }
  /** The same URL came again, with the same cookies. */
  | { readonly type: 'loop'; readonly url: URL }
  | { readonly type: 'too-many-redirects' }
  /** `mayGoTo` did not let it on. */
  | { readonly type: 'stopped'; readonly url: URL }
  /** The next stop could not be seen. */
  | { readonly type: 'failed'; readonly host: string; readonly failure: ProbeFailure };

export interface WalkOptions {
  /** The addresses at which the first host is asked. Default: those that its name has. */
  readonly addresses?: readonly Address[];
  /** The `Accept` header. Default: any kind. */
  readonly accept?: string;
  /** The `Accept-Language` header. Default: none. */
  readonly language?: string | null;
  /** Whether credentials may go along, until the walk leaves the host for good. Default: no. */
  readonly credentials?: boolean;
  readonly mayGoTo?: (url: URL) => boolean;
}

/**
 * Walks as a browser does: with the cookies that were set on the way, and to the address of a host that answered before.
 * Rejects with the signal's reason alone, and where our own code fails.
 */
export async function walk(
  start: URL,
  http: Pick<HttpEdge, 'get' | 'addresses'>,
  { redirects, ...limits }: WalkLimits,
  signal: AbortSignal,
  { addresses, accept = '*/*', language = null, credentials = false, mayGoTo = () => true }: WalkOptions = {},
): Promise<Walk> {
  const stops: Stop[] = [];
  const cookies = openCookieJar();
  const seen = new Set<string>();
  const known = new Map(addresses === undefined ? [] : [[start.origin, addresses]]);
  let mayHoldCredentials = credentials;
  const ended = (end: WalkEnd): Walk => ({ stops, end });
  for (let url = start; ; ) {
    const cookie = cookies.headerFor(url);
    const state = JSON.stringify([url.href, cookie]);
    if (!mayGoTo(url)) return ended({ type: 'stopped', url });
    if (seen.has(state)) return ended({ type: 'loop', url });
    if (stops.length > redirects) return ended({ type: 'too-many-redirects' });
    seen.add(state);
    mayHoldCredentials &&= url.hostname === start.hostname;
    const { host, port } = hostAndPort(url);
    const request = { url: url.href, ...limits, cookie, accept, language, credentials: mayHoldCredentials };
    let answer: HttpAnswer;
    try {
      const tried = known.get(url.origin) ?? (await http.addresses(host, port, signal));
      answer = await firstAnswer(host, tried, (address) => http.get({ ...request, address }, signal), signal);
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ProbeFailure)) throw error;
      return ended({ type: 'failed', host, failure: error });
    }
    const { address, redirectsTo } = answer;
    known.set(url.origin, [addressOf(address)]);
    const stop = { url, request: { ...request, address }, answer };
    stops.push(stop);
    if (redirectsTo === null) return ended({ type: 'arrived', last: stop });
    await cookies.keep(url, answer.headers.get('set-cookie') ?? []);
    url = redirectsTo;
  }
}

/** The stop at which a walk arrived. @throws ProbeFailure where it did not: `response-unexpected` for endless redirects */
export function lastStop({ end }: Walk): Stop {
  if (end.type === 'arrived') return end.last;
  if (end.type === 'failed') throw end.failure;
  throw new ProbeFailure('response-unexpected', end.type === 'stopped' ? 'url' : 'redirects');
}
