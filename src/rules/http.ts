import type { FailureCode } from '../edge/failure.ts';
import type { MalformedPart } from '../edge/http-edge.ts';
import { rule } from './rule.ts';

/** Which endpoint a finding speaks of. */
export interface EndpointPlace {
  /** The endpoint's id in the ledger. */
  readonly id: string;
  readonly url: string;
  /** Set where only some of its addresses are meant. */
  readonly address: string | null;
}

/** Critical on the main endpoints, else a warning. */
const promise = { kind: 'drift', severity: ['critical', 'warning'], items: [], cause: 'procedure' } as const;
const warning = { kind: 'drift', severity: 'warning', items: [], cause: 'procedure' } as const;
const served = { ...warning, isServed: true } as const;

/** What the site's web servers answered, against the ledger's endpoints. */
export const httpRules = {
  /**
   * No connection came about, or it was broken off before an answer. `host` may be one that the URL redirects to.
   * A warning where all tries only timed out: it may be a filter.
   */
  'http/unreachable': rule<EndpointPlace & { host: string; code: FailureCode }>(promise),
  /** No connection comes about at some of the host's addresses, and the page is seen at another. */
  'http/address-unreachable': rule<
    EndpointPlace & { host: string; silent: readonly { address: string; code: FailureCode }[] }
  >(served),
  'http/server-error': rule<EndpointPlace & { status: number; how: Breakage | null }>({
    ...promise,
    severity: 'critical',
  }),
  /** `expected` is empty where any 2xx will do. */
  'http/status-differs': rule<EndpointPlace & { status: number; expected: readonly number[]; at: string }>(
    promise,
  ),
  'http/text-missing': rule<EndpointPlace & { texts: readonly string[]; title: string | null }>(promise),
  'http/text-forbidden': rule<EndpointPlace & { texts: readonly string[]; title: string | null }>(promise),
  /** `observed` is JSON, or null where there is nothing. `values` is empty where the body is no JSON at all. */
  'http/json-differs': rule<
    EndpointPlace & {
      values: readonly { pointer: string; expected: string; observed: string | null }[];
    }
  >(promise),
  'http/redirect-differs': rule<EndpointPlace & { expected: string; observed: string }>({
    ...promise,
    // A page that leads nowhere at all has more likely broken than moved.
    showsChange: ({ url, observed }) => URL.parse(url)?.href !== URL.parse(observed)?.href,
  }),
  'http/redirect-loop': rule<EndpointPlace & { at: string; redirects: number }>(promise),
  'http/https-downgraded': rule<EndpointPlace & { from: string; to: string }>(promise),
  'http/site-broken': rule<EndpointPlace & { how: Breakage; status: number }>(promise),
  'http/parked': rule<EndpointPlace & { title: string | null }>(promise),
  /** `by`: whose page it is, a hoster's or a server's; null where it does not say. */
  'http/placeholder': rule<
    EndpointPlace & { by: string | null; what: Vacancy; status: number; title: string | null }
  >(promise),
  /** `plainUrl`: the page without encryption, which is served as it is. */
  'http/not-upgraded': rule<EndpointPlace & { plainUrl: string }>(served),
  'http/in-maintenance': rule<EndpointPlace & { status: number }>(warning),
  /** Longer than `limitMs`, to the last byte: `tookMs`, in whole seconds, rounded up. */
  'http/too-slow': rule<EndpointPlace & { limitMs: number; tookMs: number }>(warning),
  /** Browsers show the answer that came at `at`, and strict clients do not. */
  'http/malformed-answer': rule<EndpointPlace & { at: string; how: readonly MalformedPart[] }>({
    ...served,
    kind: 'notice',
    severity: 'info',
  }),
  /** `header` is the one that was sent, or null. */
  'http/hsts-differs': rule<EndpointPlace & { expected: boolean; header: string | null }>(served),
  'http/noindex': rule<EndpointPlace & { from: 'header' | 'meta'; value: string }>(served),
  'http/indexable': rule<EndpointPlace>(served),
  'http/not-blocked': rule<EndpointPlace & { status: number }>(warning),
  /** `by`: the wall's name; null where nothing shows it. With status 403 this page alone may be forbidden. */
  'http/challenged': rule<EndpointPlace & { by: string | null; status: number }>({
    ...warning,
    kind: 'unknown',
  }),
};

/** `undecodable`: the page is not encoded as its `Content-Encoding` says, and browsers show an error in its place. */
export type Breakage = 'database' | 'fatal-error' | 'not-installed' | 'undecodable';

/** Why a hoster shows a page of its own: nothing is published there, the account is stopped, it knows no such site. */
export type Vacancy = 'empty' | 'suspended' | 'unknown-domain';
