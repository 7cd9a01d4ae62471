import type { Ledger } from '../../ledger/schema.ts';
import { isRetryable, ProbeFailure } from '../failure.ts';
import type { Check, Probe } from '../probe.ts';
import type { EndpointClaim, EndpointFact, Visit } from './fact.ts';
import { judgeEndpoint } from './judge.ts';
import { observeEndpoint } from './observe.ts';

export type { EndpointClaim, EndpointFact } from './fact.ts';

/** Looks at the pages that the ledger names: one GET each, redirects followed by hand. */
export const endpointProbe: Probe<EndpointClaim, EndpointFact> = {
  name: 'endpoint',
  plan: planEndpoints,
  observe: (claim, edge, signal) => observeEndpoint(claim, edge.http, signal),
  needsConfirmation: (claim, fact) =>
    !claim.expect.blocked && fact.visits.some((visit) => mayPass(claim, visit)),
  judge: judgeEndpoint,
  deadlines: () => [],
};

/** Every endpoint; where none is listed, the site's own URL. */
function planEndpoints(ledger: Ledger): Check<EndpointClaim>[] {
  const listed = Object.entries(ledger.reality.endpoints ?? {});
  if (listed.length === 0) {
    const claim = { id: 'site', url: withoutUser(ledger.site.url), everyAddress: false, expect: {} };
    return [{ probe: 'endpoint', subject: 'site', path: ['site', 'url'], claim }];
  }
  return listed.map(([id, { url, expect, 'every-address': everyAddress }]) => ({
    probe: 'endpoint',
    subject: id,
    path: ['reality', 'endpoints', id],
    claim: { id, url: withoutUser(url), everyAddress, expect },
  }));
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
  if (end.type === 'failed') return isRetryable(new ProbeFailure(end.code));
  if (end.type !== 'page') return false;
  const { status, sign, bodyEnd, isSlow } = end.page;
  if (sign?.type === 'challenge') return false;
  if (isSlow || bodyEnd === 'timed-out' || bodyEnd === 'broken-off') return true;
  return (status === 429 || status >= 500) && !expect.status?.includes(status);
}
