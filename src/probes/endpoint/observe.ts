import { type FailureCode, mostTelling, ProbeFailure } from '../../edge/failure.ts';
import { type Stop, walk } from '../../edge/http/walk.ts';
import type { HttpEdge } from '../../edge/http-edge.ts';
import { inTurn } from '../../edge/turns.ts';
import { type Address, addressOf } from '../../protocols/address.ts';
import { hostAndPort, webUrl } from '../../protocols/place.ts';
import { roughMilliseconds } from '../../text/values.ts';
import type { EndpointClaim, EndpointFact, Hop, SilentAddress, Visit, VisitEnd } from './fact.ts';
import { readPage } from './page.ts';

/** For one answer, from connecting to its last byte. */
const timeoutMs = 45_000;
const maxBytes = 1_048_576;
const mostRedirects = 10;
/** As a browser asks for a page: some servers refuse who takes anything. */
const accept = 'text/html, application/xhtml+xml, application/xml;q=0.9, */*;q=0.8';
/** How many addresses are looked at where each is to be. */
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
  const [plain, silent] = await Promise.all([
    visitPlain(claim, address, http, signal),
    claim.asksAddresses && address !== null
      ? silentAmong(addresses, address, (each) => http.reach({ host, port }, each, signal), signal)
      : [],
  ]);
  return { fact: { visits, plain, silent }, from: address };
}

/** What says that nothing takes connections there; a limit of this place says nothing. */
const silences: ReadonlySet<FailureCode> = new Set(['refused', 'reset', 'timeout', 'no-route']);

/** The addresses beside the one that answered at which no connection comes about. */
async function silentAmong(
  addresses: readonly Address[],
  answered: string,
  reach: (address: string) => Promise<void>,
  signal: AbortSignal,
): Promise<SilentAddress[]> {
  const others = addresses.filter(({ address }) => address !== answered);
  const found = await Promise.all(
    others.map(async ({ address, family }): Promise<SilentAddress | null> => {
      try {
        await reach(address);
        return null;
      } catch (error) {
        if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
        const { code } = error;
        // A place whose IPv6 leads nowhere meets silence too: only an answer over the same family shows that it is none.
        const mayBeOurs = code !== 'refused' && code !== 'reset' && family !== addressOf(answered).family;
        return silences.has(code) && !mayBeOurs ? { address, code } : null;
      }
    }),
  );
  return found.filter((each) => each !== null);
}

/** More than one redirect on the way to https is untidy, and no fault. */
const mostPlainRedirects = 5;

/** What becomes of a visitor who comes without encryption, to the address that answered with it. */
async function visitPlain(
  { plainUrl, language }: EndpointClaim,
  address: string | null,
  http: HttpEdge,
  signal: AbortSignal,
): Promise<EndpointFact['plain']> {
  if (plainUrl === null || address === null) return null;
  const limits = { timeoutMs, maxBytes: 0, redirects: mostPlainRedirects };
  const { end } = await walk(new URL(plainUrl), http, limits, signal, {
    addresses: [addressOf(address)],
    accept,
    language,
    mayGoTo: (url) => url.protocol !== 'https:',
  });
  if (end.type === 'stopped') return 'upgraded';
  if (end.type !== 'arrived') return 'neither';
  const { status } = end.last.answer;
  return status >= 200 && status < 300 ? 'served' : 'neither';
}

async function visit(
  claim: EndpointClaim,
  start: URL,
  addresses: readonly Address[],
  http: HttpEdge,
  signal: AbortSignal,
): Promise<Visit> {
  const limits = { timeoutMs, maxBytes, redirects: mostRedirects };
  const { stops, end } = await walk(start, http, limits, signal, {
    addresses,
    accept: claim.expect.json === undefined ? accept : 'application/json, */*;q=0.8',
    language: claim.language,
    credentials: true,
  });
  const hops = stops.map(
    ({ url, answer: { status, redirectsTo, address, malformed } }): Hop => ({
      url: url.href,
      status,
      location: redirectsTo?.href.slice(0, 2000) ?? null,
      address,
      ...(malformed === undefined ? {} : { malformed }),
    }),
  );
  const ended = (how: VisitEnd): Visit => ({ address: hops[0]?.address ?? null, hops, end: how });
  switch (end.type) {
    case 'loop':
      return ended({ type: 'loop', url: end.url.href });
    case 'failed': {
      if (hops.length === 0) throw end.failure;
      const { code, detail } = end.failure;
      return ended({ type: 'failed', host: end.host, code, detail });
    }
    case 'arrived': {
      const { url, answer } = end.last;
      const { within } = claim.expect;
      const tookMs = stops.reduce((sum, stop) => sum + stop.answer.tookMs, 0);
      const slowMs = within !== undefined && tookMs > roughMilliseconds(within) ? tookMs : null;
      const rootStatus = await statusOfRoot(end.last, claim, http, signal);
      const page = await inTurn(() => readPage(url.href, answer, claim, { slowMs, rootStatus }));
      return ended({ type: 'page', page });
    }
    default:
      return ended({ type: 'too-many-redirects' });
  }
}

/** Where a page is forbidden, whether its host answers at all distinguishes a filter from a closed site. */
async function statusOfRoot(
  { url, request, answer }: Stop,
  { expect }: EndpointClaim,
  http: HttpEdge,
  signal: AbortSignal,
): Promise<number | null> {
  const isRoot = url.pathname === '/' && url.search === '';
  if (answer.status !== 403 || isRoot || expect.blocked || expect.status?.includes(403)) return null;
  try {
    return (await http.get({ ...request, url: new URL('/', url).href }, signal)).status;
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    return null;
  }
}

/** The URL as it is asked: without fragment. @throws ProbeFailure where it is no web address */
function startOf(text: string): URL {
  const url = webUrl(text);
  if (url === null) throw new ProbeFailure('response-unexpected', 'url');
  url.hash = '';
  return url;
}
