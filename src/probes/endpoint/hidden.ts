import type { Edge } from '../../edge/edge.ts';
import { ProbeFailure } from '../../edge/failure.ts';
import type { HttpEdge } from '../../edge/http-edge.ts';
import { limiter } from '../../edge/limiter.ts';
import { untilAborted } from '../../edge/within.ts';
import type { Address } from '../../protocols/address.ts';
import { hostAndPort } from '../../protocols/place.ts';
import { openLookUp } from '../lookup.ts';
import type { Check } from '../probe.ts';
import type { EndpointClaim, EndpointFact } from './fact.ts';
import { observeEndpoint } from './observe.ts';

/** A page that is back, and that visitors do not see yet. */
export interface HiddenEndpoint {
  readonly endpoint: string;
  /** `old-dns`: resolvers still give an old address; `cache`: a cache in front still gives an old answer. */
  readonly by: 'old-dns' | 'cache';
  /** The address at which the page was seen to be back. */
  readonly address: string | null;
}

/** How many pages are looked at side by side: the site is in trouble as it is. */
const atOnce = 4;

/** The parameter that no cache has an answer for yet. */
const unaskedParameter = 'recovery-ledger-check';

/**
 * Looks once more at pages that are broken for visitors: at the addresses that the domain's own name servers give,
 * where those are others, and past caches, by a query that nobody asked before. Returns those that are fine there. What
 * cannot be seen this way, or not before `signal` aborts, is left out: the page counts as broken.
 *
 * @param isFine judges what was seen as the check itself does
 */
export async function lookBehind(
  broken: readonly Check<EndpointClaim>[],
  isFine: (check: Check<EndpointClaim>, fact: EndpointFact) => boolean,
  { dns, http }: Pick<Edge, 'dns' | 'http'>,
  moment: string,
  signal: AbortSignal,
): Promise<HiddenEndpoint[]> {
  const enter = limiter(atOnce);
  const found = await Promise.all(broken.map((check) => enter(() => lookOnce(check))));
  return found.filter((each) => each !== null);

  async function lookOnce(check: Check<EndpointClaim>): Promise<HiddenEndpoint | null> {
    if (signal.aborted) return null;
    try {
      const looking = async () => (await behindOldDns(check)) ?? (await behindCache(check));
      return await untilAborted(looking(), signal);
    } catch (error) {
      if (signal.aborted || error instanceof ProbeFailure) return null;
      throw error;
    }
  }

  async function behindOldDns(check: Check<EndpointClaim>): Promise<HiddenEndpoint | null> {
    const url = URL.parse(check.claim.url);
    if (url === null) return null;
    const { host, port } = hostAndPort(url);
    const own = await authoritative(host).catch(nothing);
    const visited = await http.addresses(host, port, signal).catch(nothing);
    const isOther = own.some(({ address }) => visited.every((each) => each.address !== address));
    if (!isOther) return null;
    const there: HttpEdge = {
      ...http,
      addresses: async (name, at, until) => (name === host ? own : http.addresses(name, at, until)),
    };
    return seen(check, check.claim, there, 'old-dns');
  }

  async function behindCache(check: Check<EndpointClaim>): Promise<HiddenEndpoint | null> {
    const url = URL.parse(check.claim.url);
    if (url === null) return null;
    url.searchParams.set(unaskedParameter, moment);
    const behind = await seen(check, { ...check.claim, url: url.href, plainUrl: null }, http, 'cache');
    // A page that is fine by now without the parameter has come back, or comes and goes: no cache hides it.
    return behind === null || (await seen(check, check.claim, http, 'cache')) !== null ? null : behind;
  }

  async function seen(
    check: Check<EndpointClaim>,
    claim: EndpointClaim,
    by: HttpEdge,
    hiddenBy: HiddenEndpoint['by'],
  ): Promise<HiddenEndpoint | null> {
    try {
      const { fact, from } = await observeEndpoint(claim, by, signal);
      return isFine(check, fact) ? { endpoint: check.claim.id, by: hiddenBy, address: from } : null;
    } catch (error) {
      if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
      return null;
    }
  }

  async function authoritative(host: string): Promise<readonly Address[]> {
    const lookUp = openLookUp(dns, signal);
    const { records } = await lookUp(host, 'A');
    return records.map((address) => ({ address, family: 4 as const }));
  }

  function nothing(error: unknown): readonly Address[] {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    return [];
  }
}
