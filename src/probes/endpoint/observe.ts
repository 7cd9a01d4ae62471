import { mostTelling, ProbeFailure } from '../../edge/failure.ts';
import { hostAndPort } from '../../edge/http/place.ts';
import type { HttpAnswer, HttpEdge } from '../../edge/http.ts';
import type { Address } from '../../protocols/address.ts';
import { roughMilliseconds } from '../../text/values.ts';
import { openCookieJar } from './cookies.ts';
import type { EndpointClaim, EndpointFact, Hop, Visit, VisitEnd } from './fact.ts';
import { readPage } from './page.ts';

/** For one answer, from connecting to its last byte. */
const timeoutMs = 20_000;
const maxBytes = 1_048_576;
const mostRedirects = 10;
/** How many addresses of one host are tried until one answers; how many are looked at where each is to be. */
const mostTried = 6;
const mostVisited = 64;

/**
 * Visits the endpoint: at the first of its addresses that answers, or at each of them.
 *
 * @throws ProbeFailure where no address answered; of the codes that came the one that says most.
 */
export async function observeEndpoint(
  claim: EndpointClaim,
  http: HttpEdge,
  signal: AbortSignal,
): Promise<{ fact: EndpointFact; from: string | null }> {
  const start = startOf(claim.url);
  const { host, port } = hostAndPort(start);
  const addresses = (await http.addresses(host, port, signal)).slice(0, mostVisited);
  if (addresses.length === 0) throw new ProbeFailure('name-not-found', host);
  const groups = claim.everyAddress ? addresses.map((each) => [each]) : [addresses];
  const failures: ProbeFailure[] = [];
  const visits = await Promise.all(
    groups.map(async (group): Promise<Visit> => {
      try {
        return await visit(claim, start, group, http, signal);
      } catch (error) {
        if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
        failures.push(error);
        const { code, detail } = error;
        return { address: group[0]?.address ?? null, hops: [], end: { type: 'failed', host, code, detail } };
      }
    }),
  );
  if (failures.length === visits.length) throw mostTelling(failures);
  const answered = visits.find(({ hops }) => hops.length > 0);
  const address = answered?.hops[0]?.address ?? null;
  const plain = await visitPlain(claim, address, http, signal);
  return { fact: { visits, plain }, from: address };
}

/** More than one redirect on the way to https is untidy, and no fault. */
const mostPlainRedirects = 5;

/** What becomes of a visitor who comes without encryption, to the address that answered with it. */
async function visitPlain(
  { plainUrl }: EndpointClaim,
  address: string | null,
  http: HttpEdge,
  signal: AbortSignal,
): Promise<EndpointFact['plain']> {
  if (plainUrl === null || address === null) return null;
  let url = new URL(plainUrl);
  let addresses: readonly Address[] = [{ address, family: address.includes(':') ? 6 : 4 }];
  try {
    for (let hop = 0; hop <= mostPlainRedirects; hop += 1) {
      const { status, redirectsTo } = await askFirst(addresses.slice(0, mostTried), (each) =>
        http.get({ url: url.href, address: each, timeoutMs, maxBytes: 0 }, signal),
      );
      if (redirectsTo === null) return status >= 200 && status < 300 ? 'served' : 'neither';
      if (redirectsTo.protocol === 'https:') return 'upgraded';
      if (redirectsTo.host !== url.host) {
        const { host, port } = hostAndPort(redirectsTo);
        addresses = await http.addresses(host, port, signal);
      }
      url = redirectsTo;
    }
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
  }
  return 'neither';
}

async function visit(
  claim: EndpointClaim,
  start: URL,
  addresses: readonly Address[],
  http: HttpEdge,
  signal: AbortSignal,
): Promise<Visit> {
  const hops: Hop[] = [];
  const cookies = openCookieJar();
  const seen = new Set<string>();
  /** Which addresses a host is asked at: those given, then the one that answered. */
  const known = new Map<string, readonly Address[]>([[start.origin, addresses]]);
  let tookMs = 0;
  let mayHoldCredentials = true;
  let url = start;
  const ended = (end: VisitEnd): Visit => ({ address: hops[0]?.address ?? null, hops, end });

  for (;;) {
    const cookie = cookies.headerFor(url);
    const state = JSON.stringify([url.href, cookie]);
    if (seen.has(state)) return ended({ type: 'loop', url: url.href });
    if (hops.length > mostRedirects) return ended({ type: 'too-many-redirects' });
    seen.add(state);
    // Dropped for good once the walk has left the host.
    mayHoldCredentials &&= url.hostname === start.hostname;
    const ask = (at: URL, from: readonly Address[]) =>
      askFirst(from, (address) =>
        http.get(
          { url: at.href, address, timeoutMs, maxBytes, cookie, credentials: mayHoldCredentials },
          signal,
        ),
      );
    let answer: HttpAnswer;
    try {
      const { host, port } = hostAndPort(url);
      const from = known.get(url.origin) ?? (await http.addresses(host, port, signal));
      answer = await ask(url, from.slice(0, mostTried));
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure) || hops.length === 0) throw error;
      const { code, detail } = error;
      return ended({ type: 'failed', host: hostAndPort(url).host, code, detail });
    }
    const { address, redirectsTo } = answer;
    const here = [{ address, family: address.includes(':') ? 6 : 4 } as const];
    known.set(url.origin, here);
    tookMs += answer.tookMs;
    hops.push({
      url: url.href,
      status: answer.status,
      location: redirectsTo?.href.slice(0, 2000) ?? null,
      address,
    });
    if (redirectsTo === null) {
      const { within } = claim.expect;
      const isSlow = within !== undefined && tookMs > roughMilliseconds(within);
      const rootStatus = await statusOfRoot(url, answer, claim, (at) => ask(at, here), signal);
      return ended({ type: 'page', page: readPage(url.href, answer, claim, { isSlow, rootStatus }) });
    }
    cookies.keep(url, answer.headers.get('set-cookie') ?? []);
    url = redirectsTo;
  }
}

/** Where a page is forbidden, whether its host answers at all tells a filter from a closed site. */
async function statusOfRoot(
  url: URL,
  { status }: HttpAnswer,
  { expect }: EndpointClaim,
  ask: (url: URL) => Promise<HttpAnswer>,
  signal: AbortSignal,
): Promise<number | null> {
  const isRoot = url.pathname === '/' && url.search === '';
  if (status !== 403 || isRoot || expect.blocked || expect.status?.includes(403)) return null;
  try {
    return (await ask(new URL('/', url))).status;
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    return null;
  }
}

async function askFirst(
  addresses: readonly Address[],
  ask: (address: string) => Promise<HttpAnswer>,
): Promise<HttpAnswer> {
  const failures: ProbeFailure[] = [];
  for (const { address } of addresses) {
    try {
      return await ask(address);
    } catch (error) {
      if (!(error instanceof ProbeFailure) || error.code === 'deadline') throw error;
      failures.push(error);
    }
  }
  throw mostTelling(failures);
}

/** The URL as it is asked: without fragment. @throws ProbeFailure where it is no web address */
function startOf(text: string): URL {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new ProbeFailure('response-unexpected', 'url');
  }
  url.hash = '';
  return url;
}
