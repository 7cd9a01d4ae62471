import type { Temporal } from 'temporal-polyfill';
import type { Values } from '../check/options.ts';
import type { Comparison } from '../check/pull-request.ts';
import type { GitHubEdge } from '../edge/github-edge.ts';
import type { Job } from '../edge/job.ts';
import type { IssueBook } from '../publish/issue-book.ts';
import type { PublishedIssue } from '../publish/publish-issue.ts';
import type { Report } from '../report/report.ts';
import type { Bounds } from './bounds.ts';

/** What all ledgers of one run share. */
export interface Run {
  readonly job: Job;
  readonly bounds: Bounds;
  readonly inputs: Values<'action'>;
  /** Null without a token, or where the event allows none. */
  readonly port: GitHubEdge | null;
  readonly book: IssueBook | null;
  readonly runUrl: string | null;
  /** The commit that is checked out; null where it is not known. */
  readonly commit: string | null;
  /** The moment that the run judges by. */
  readonly at: Temporal.Instant;
  readonly ledgers: number;
}

/** A fault of our own code. */
export interface Crash {
  readonly error: unknown;
}

/** What became of publishing a ledger. */
export interface Published extends PublishedIssue {
  /** Files that could not be written on the way, in words. */
  readonly problems?: readonly string[];
}

/** One ledger's way through the run. */
export interface LedgerOutcome {
  readonly report: Report;
  readonly reportPath: string | null;
  /** What is new, for people without an account; empty where nothing is. */
  readonly message: string;
  readonly issue: PublishedIssue['issue'];
  readonly comparison: Comparison | null;
  /** Why the step fails, in words. */
  readonly failures: readonly string[];
  /** Whether our own code failed at any of its looks: what those were about is unknown. */
  readonly hasCrashed: boolean;
  /** What broke off its way after it was looked at; null where nothing did. */
  readonly crash: Crash | null;
}
