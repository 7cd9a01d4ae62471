import type { FailureCode } from '../edge/failure.ts';
import type { RuleDefinition } from './rule.ts';

/** Which endpoint a finding speaks of. */
export interface EndpointPlace {
  /** The endpoint's id in the ledger. */
  readonly id: string;
  readonly url: string;
  /** Set where only some of its addresses are meant. */
  readonly address: string | null;
}

/** What the site's web servers answered, against the ledger's endpoints. */
export interface HttpRules {
  /** No connection came about, or it was broken off before an answer. `host` may be one that the URL redirects to. */
  'http/unreachable': EndpointPlace & { host: string; code: FailureCode };
  'http/server-error': EndpointPlace & { status: number; how: Breakage | null };
  /** `expected` is empty where any 2xx will do. */
  'http/status-differs': EndpointPlace & { status: number; expected: readonly number[]; at: string };
  'http/text-missing': EndpointPlace & { texts: readonly string[]; title: string | null };
  'http/text-forbidden': EndpointPlace & { texts: readonly string[]; title: string | null };
  /** `observed` is JSON, or null where there is nothing. `values` is empty where the body is no JSON at all. */
  'http/json-differs': EndpointPlace & {
    values: readonly { pointer: string; expected: string; observed: string | null }[];
  };
  'http/redirect-differs': EndpointPlace & { expected: string; observed: string };
  'http/redirect-loop': EndpointPlace & { at: string; redirects: number };
  'http/https-downgraded': EndpointPlace & { from: string; to: string };
  'http/site-broken': EndpointPlace & { how: Breakage; status: number };
  'http/parked': EndpointPlace & { title: string | null };
  /** `plainUrl`: the page without encryption, which is served as it is. */
  'http/not-upgraded': EndpointPlace & { plainUrl: string };
  'http/in-maintenance': EndpointPlace & { status: number };
  /** Longer than `limitMs`, to the last byte. */
  'http/too-slow': EndpointPlace & { limitMs: number };
  /** `header` is the one that was sent, or null. */
  'http/hsts-differs': EndpointPlace & { expected: boolean; header: string | null };
  'http/noindex': EndpointPlace & { from: 'header' | 'meta'; value: string };
  'http/indexable': EndpointPlace;
  'http/not-blocked': EndpointPlace & { status: number };
  /** `by` is null where nothing tells who refused: this page is forbidden while the host's others are not. */
  'http/challenged': EndpointPlace & { by: Protection | null; status: number };
}

/** What is wrong with a page that visitors get all the same: to be mended, and no outage. */
export const servedAllTheSame: ReadonlySet<string> = new Set<keyof HttpRules>([
  'http/not-upgraded',
  'http/hsts-differs',
  'http/noindex',
  'http/indexable',
]);

/** Critical on the main endpoints, else a warning. */
const promise: RuleDefinition = {
  kind: 'drift',
  severity: ['critical', 'warning'],
  items: [],
  cause: 'procedure',
};
const warning: RuleDefinition = { kind: 'drift', severity: 'warning', items: [], cause: 'procedure' };

export const httpRules: { readonly [R in keyof HttpRules]: RuleDefinition } = {
  /** A warning where all tries only timed out: it may be a filter. */
  'http/unreachable': promise,
  'http/server-error': { ...promise, severity: 'critical' },
  'http/status-differs': promise,
  'http/text-missing': promise,
  'http/text-forbidden': promise,
  'http/json-differs': promise,
  'http/redirect-differs': promise,
  'http/redirect-loop': promise,
  'http/https-downgraded': promise,
  'http/site-broken': promise,
  'http/parked': promise,
  'http/not-upgraded': warning,
  'http/in-maintenance': warning,
  'http/too-slow': warning,
  'http/hsts-differs': warning,
  'http/noindex': warning,
  'http/indexable': warning,
  'http/not-blocked': warning,
  'http/challenged': { ...warning, kind: 'unknown' },
};

export type Breakage = 'database' | 'fatal-error' | 'not-installed';

/** Who refuses what looks like a machine. */
export type Protection =
  | 'Cloudflare'
  | 'AWS WAF'
  | 'Amazon CloudFront'
  | 'Akamai'
  | 'Imperva'
  | 'Sucuri'
  | 'Wordfence'
  | 'SiteGuard';
