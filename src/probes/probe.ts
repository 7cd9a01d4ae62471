import type { Temporal } from 'temporal-polyfill';
import type { Edge } from '../edge/edge.ts';
import type { ProbeFailure } from '../edge/failure.ts';
import type { LedgerPath } from '../ledger/path.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleName } from '../rules/index.ts';
import { dayMs } from '../text/values.ts';
import type { SeenBackups } from './backup/earlier.ts';
import type { Unseen, WayOut } from './judge-unseen.ts';

/** One rule, or all rules of a family. */
type RulePattern = RuleName | `${string}/*`;

/** Something that the ledger says and that can be looked at. */
export interface Check<Claim = unknown> {
  /** The name of the probe that planned it. */
  readonly probe: string;
  /** As in the contract: the endpoint's id, `host[:port]`, `name/TYPE`, the zone; a console by its `host[:port]`. */
  readonly subject: string;
  /** Where the ledger says it. */
  readonly path: LedgerPath;
  readonly claim: Claim;
}

/** How a look ended. `crashed` is a fault of ours: the others are still reported, then the run ends with 4. */
export type Outcome<Fact> =
  | { readonly type: 'seen'; readonly fact: Fact }
  | { readonly type: 'failed'; readonly failure: ProbeFailure }
  | { readonly type: 'crashed'; readonly error: unknown };

/** What a probe saw, with when, where from, and how long it took. */
export interface Observation<Claim = unknown, Fact = unknown> {
  readonly check: Check<Claim>;
  readonly outcome: Outcome<Fact>;
  /** The address or server that answered, if one can be named. */
  readonly from: string | null;
  readonly startedAt: Temporal.Instant;
  readonly durationMs: number;
  readonly attempts: number;
}

/** A check with what was seen of it. What was not seen is judged before any probe's judge. */
export interface SeenCheck<Claim = unknown, Fact = unknown> {
  readonly check: Check<Claim>;
  readonly fact: Fact;
}

/** What is added to the moment a run is due, since GitHub may delay or drop it: two days. */
export const slackMs = 2 * dayMs;

/** All that a judge may know besides claim and fact. No clock, no network. */
export interface JudgeContext {
  readonly ledger: Ledger;
  /** The moment to judge by. */
  readonly now: Temporal.Instant;
  /** The site's time zone (IANA). */
  readonly zone: string;
  /** The first run after this one that will look at claims of this probe, plus the slack. */
  readonly next: Temporal.Instant;
  /** The run after that one, plus the slack: for notices one run ahead. */
  readonly afterNext: Temporal.Instant;
  /** What says when the next run is: the workflow's file, `next-check`, or `review.every`. */
  readonly scheduledBy: string;
  /** Days a person needs: the claim's own `lead-time`, else `review.lead-time`. */
  readonly leadTimeDays: number;
  /** Whether any host or DNS server at all answered in this run. */
  readonly anythingAnswered: boolean;
  /** Set where what is judged cannot be seen through the proxy that leads out. */
  readonly proxy?: WayOut | null;
  /**
   * The place (`placeName`) of every endpoint to which no connection came about in this run, by the last try; where one
   * came about at some of its addresses, the others (`addressName`).
   */
  readonly unreachable: ReadonlySet<string>;
  /** Ids of the endpoints that are the main paths: `stages.provisional.verify`, else the site's own URL. */
  readonly mainEndpoints: ReadonlySet<string>;
  /** What the runs before this one saw of the backups; absent where nothing is known. */
  readonly backupsBefore?: SeenBackups;
  /** Who maintains the site: the party that technical findings are addressed to, if the ledger says so. */
  readonly operator: string | null;
}

/**
 * A way to look at one kind of claim. `observe` reports what was seen and decides nothing;
 * `judge` decides and cannot look, since it is handed no edge.
 */
export interface Probe<Claim, Fact> {
  /** As `observations` of a report name it. Probes of one part may share it. */
  readonly name: string;
  /** The word by which `only` names what it looks at. */
  readonly part: string;
  /** The rules whose findings it makes; `family/*` stands for all of a family. Those of `probe/*` any probe may make. */
  readonly rules: readonly RulePattern[];
  /** What only a run with that access can ask; null where the network is enough. */
  readonly needs: 'providers' | 'accounts' | null;
  /** What the ledger claims that this probe can look at, in the ledger's order. */
  plan(ledger: Ledger): Check<Claim>[];
  /** @throws ProbeFailure where nothing was seen. */
  observe(claim: Claim, edge: Edge, signal: AbortSignal): Promise<{ fact: Fact; from: string | null }>;
  /**
   * Whether this look should be confirmed by another one before it is believed: a contrary answer that
   * passing trouble may have caused (5xx, 429, servers that disagree), not a complete, contrary answer.
   */
  needsConfirmation(claim: Claim, fact: Fact): boolean;
  /** What a finding speaks of where the look ended without anything being seen: one entry for each finding. */
  unseen(check: Check<Claim>, context: JudgeContext): readonly Unseen[];
  judge(seen: SeenCheck<Claim, Fact>, context: JudgeContext): Finding[];
  /** Dates that come next as this fact has them, also those that are fine. */
  deadlines(seen: SeenCheck<Claim, Fact>, context: JudgeContext): KnownDate[];
}

/** A date ahead. `what` is a message key with its data, put into words by the report. */
export interface KnownDate {
  readonly at: Temporal.Instant;
  readonly what: DateSubject;
  /** The id of the finding that speaks of it, if one does. */
  readonly finding: string | null;
}

/** Every kind of date: what ends on that day, and what somebody confirms, tries or looks at again. */
export const dateKinds = {
  'certificate-ends': 'end',
  'certificate-renewal-due': 'end',
  'certificate-deadline': 'end',
  'domain-ends': 'end',
  'domain-deadline': 'end',
  'signature-ends': 'end',
  'backup-expires': 'end',
  'backup-confirmation': 'confirmation',
  'contact-verification': 'confirmation',
  'access-verification': 'confirmation',
  review: 'confirmation',
  rehearsal: 'confirmation',
  exercise: 'confirmation',
  plan: 'end',
  prevention: 'end',
  'exception-ends': 'end',
  'schedule-stops': 'end',
  'next-check': 'confirmation',
} as const satisfies Record<DateSubject['type'], 'end' | 'confirmation'>;

/** What happens at a known date. */
export type DateSubject =
  | { readonly type: 'certificate-ends'; readonly host: string }
  | { readonly type: 'certificate-renewal-due'; readonly host: string }
  | { readonly type: 'certificate-deadline'; readonly host: string }
  | { readonly type: 'domain-ends'; readonly domain: string }
  | { readonly type: 'domain-deadline'; readonly domain: string }
  | { readonly type: 'signature-ends'; readonly zone: string }
  | { readonly type: 'backup-expires'; readonly id: string }
  | { readonly type: 'backup-confirmation'; readonly id: string }
  | { readonly type: 'contact-verification'; readonly id: string; readonly name: string }
  | { readonly type: 'access-verification'; readonly id: string }
  | { readonly type: 'review'; readonly every: string }
  | { readonly type: 'rehearsal'; readonly of: 'rollback' | 'restore' }
  | { readonly type: 'exercise' }
  | { readonly type: 'plan'; readonly item: number; readonly party: string | null }
  | { readonly type: 'prevention'; readonly incident: string }
  | { readonly type: 'exception-ends'; readonly rule: string; readonly subject: string }
  | { readonly type: 'schedule-stops'; readonly workflow: string }
  | { readonly type: 'next-check' };

// biome-ignore lint/suspicious/noExplicitAny: the registry holds probes of different claims and facts
export type AnyProbe = Probe<any, any>;
