import { isRetryable } from '../../edge/failure.ts';
import type { Expectation, Ledger } from '../../ledger/schema.ts';
import { hostAndPort, placeName, webUrl } from '../../protocols/place.ts';
import type { Check, Probe } from '../probe.ts';
import type { EndpointClaim, EndpointFact, Visit } from './fact.ts';
import { judgeEndpoint, unseenEndpoint } from './judge.ts';
import { observeEndpoint } from './observe.ts';

export type { EndpointClaim, EndpointFact } from './fact.ts';

/** Looks at the pages that the ledger names: one GET each, redirects followed by hand. */
export const endpointProbe = {
  name: 'endpoint',
  part: 'endpoints',
  rules: ['http/*'],
  needs: null,
  plan: planEndpoints,
  observe: (claim, edge, signal) => observeEndpoint(claim, edge.http, signal),
  needsConfirmation: (claim, fact) =>
    !claim.expect.blocked && (fact.silent.length > 0 || fact.visits.some((visit) => mayPass(claim, visit))),
  unseen: unseenEndpoint,
  judge: judgeEndpoint,
  deadlines: () => [],
} as const satisfies Probe<EndpointClaim, EndpointFact>;

/** Every endpoint; where none is listed, the site's own URL. */
function planEndpoints(ledger: Ledger): Check<EndpointClaim>[] {
  const listed = Object.entries(ledger.reality.endpoints ?? {});
  const askedPlain = plainHosts(listed.map(([, { url }]) => url));
  const askedAddresses = new Set<string>();
  if (listed.length === 0) {
    const url = withoutUser(ledger.site.url);
    const claim = {
      id: 'site',
      url,
      everyAddress: false,
      asksAddresses: true,
      expect: {},
      language: acceptLanguageOf(ledger),
      plainUrl: plainUrlOf(url, askedPlain),
    };
    return [{ probe: 'endpoint', subject: 'site', path: ['site', 'url'], claim }];
  }
  return listed.map(([id, { url: written, expect, 'every-address': everyAddress }]) => {
    const url = withoutUser(written);
    const plainUrl = expect.blocked === true ? null : plainUrlOf(url, askedPlain);
    return {
      probe: 'endpoint',
      subject: id,
      path: ['reality', 'endpoints', id],
      claim: {
        id,
        url,
        everyAddress,
        asksAddresses: !everyAddress && expect.blocked !== true && isFirstAt(url, askedAddresses),
        expect,
        language: acceptLanguageOf(ledger, expect),
        plainUrl,
      },
    };
  });
}

/** What the page is asked for in: a site that speaks many languages shows a visitor the visitor's own. */
function acceptLanguageOf({ site }: Ledger, expect: Expectation = {}): string | null {
  return expect['accept-language'] ?? (site.language === undefined ? null : `${site.language}, *;q=0.5`);
}

/** Hosts of which the ledger itself says what they do without encryption. */
function plainHosts(urls: readonly string[]): Set<string> {
  return new Set(
    urls.flatMap((text) => {
      const url = URL.parse(text);
      return url?.protocol === 'http:' ? [url.hostname] : [];
    }),
  );
}

/** The page over http, for the first https page of a host on the usual port. `asked` remembers the hosts. */
function plainUrlOf(text: string, asked: Set<string>): string | null {
  const url = URL.parse(text);
  if (url?.protocol !== 'https:' || url.port !== '' || asked.has(url.hostname)) return null;
  asked.add(url.hostname);
  url.protocol = 'http:';
  url.hash = '';
  return url.href;
}

/** Whether no URL before this one leads to the same server. `asked` remembers them. */
function isFirstAt(text: string, asked: Set<string>): boolean {
  const url = webUrl(text);
  if (url === null) return false;
  const place = placeName(hostAndPort(url));
  const isFirst = !asked.has(place);
  asked.add(place);
  return isFirst;
}

/** The URL without a user name and password, which nobody should have written there; they go nowhere from here. */
function withoutUser(text: string): string {
  const url = URL.parse(text);
  if (url === null || (url.username === '' && url.password === '')) return text;
  url.username = '';
  url.password = '';
  return url.href;
}

/** Whether passing trouble may have caused what was seen. */
function mayPass({ expect }: EndpointClaim, { end }: Visit): boolean {
  if (end.type === 'failed') return isRetryable(end);
  if (end.type !== 'page') return false;
  const { status, sign, bodyEnd, slowMs } = end.page;
  if (sign?.type === 'challenge') return false;
  if (slowMs !== null || !['complete', 'capped'].includes(bodyEnd)) return true;
  return (status === 429 || status >= 500) && !expect.status?.includes(status);
}
