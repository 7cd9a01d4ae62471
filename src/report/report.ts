import type { Score } from '../checklist/score.ts';
import type { FindingPart } from '../judge/judged.ts';
import type { StageState } from '../judge/stages.ts';
import type { HiddenEndpoint } from '../probes/endpoint/hidden.ts';
import type { Part, ProbeName } from '../probes/index.ts';
import type { RuleName } from '../rules/index.ts';
import type { Cause, ItemNumber, Kind, Severity } from '../rules/rule.ts';

// The report as it is written to report.json. Stable; `schema/report.schema.json` says the same as JSON Schema.
// Times are ISO 8601 in UTC with milliseconds left out (`2026-11-01T00:00:04Z`).

export type Verdict = 'match' | 'drift' | 'incomplete' | 'invalid';
export type Mode = 'monthly' | 'handover' | 'pull-request' | 'recovery';

export interface ReportedFinding {
  readonly id: string;
  readonly rule: RuleName;
  /** What made it: a part of the look as `only` names it, or the ledger's own text with the files beside it. */
  readonly part: FindingPart;
  readonly kind: Kind;
  readonly severity: Severity;
  readonly cause: Cause;
  readonly items: readonly ItemNumber[];
  readonly title: string;
  readonly expected: string | null;
  readonly observed: string | null;
  readonly why: string;
  readonly remedy: string;
  /** Party id. */
  readonly party: string | null;
  readonly deadline: string | null;
  readonly since: string;
  readonly location: { readonly path: string; readonly line: number; readonly column: number };
  readonly acceptable: boolean;
  readonly excepted: { readonly because: string; readonly until: string } | null;
}

export interface ReportedObservation {
  readonly probe: ProbeName;
  /** The part of the look that it belongs to, as `only` names it. */
  readonly part: Part;
  readonly subject: string;
  readonly from: string | null;
  readonly startedAt: string;
  readonly durationMs: number;
  readonly attempts: number;
  /** The fact, or `{ "failed": code, "detail": … }`. */
  readonly result: unknown;
}

export interface ReportedDate {
  readonly at: string;
  readonly what: string;
  readonly finding: string | null;
}

/** A part of the ledger that this run did not look at, and why. */
export interface NotAsked {
  readonly what: Part | 'files';
  readonly reason: 'offline' | 'only' | 'event' | 'no-credentials' | 'deadline';
}

export interface Report {
  readonly version: 1;
  readonly tool: { readonly name: 'recovery-ledger'; readonly version: string };
  readonly mode: Mode;
  readonly language: 'ja' | 'en';
  readonly checkedAt: string;
  readonly nextCheckAt: string;
  readonly ledger: { readonly path: string; readonly sha256: string };
  readonly site: {
    readonly name: string;
    readonly url: string;
    /** IANA. */
    readonly timezone: string;
  } | null;
  readonly verdict: Verdict;
  readonly score: Score | null;
  readonly findings: readonly ReportedFinding[];
  readonly observations: readonly ReportedObservation[];
  readonly notAsked: readonly NotAsked[];
  readonly deadlines: readonly ReportedDate[];
  readonly recovery: {
    readonly provisional: StageState;
    readonly full: StageState;
    /** Pages that are back and that old DNS answers or caches still hide; looked for by recovery runs alone. */
    readonly hidden: readonly HiddenEndpoint[];
  } | null;
  /** The issue that shows this report; null where none does. */
  readonly issue: { readonly number: number; readonly url: string } | null;
  /** What could not be published, in words; empty where all was. */
  readonly unpublished: readonly string[];
  readonly durationMs: number;
}
