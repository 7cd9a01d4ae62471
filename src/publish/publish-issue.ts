import { richText } from '../documents/view.ts';
import { type GitHubEdge, PublishFailure } from '../edge/github-edge.ts';
import type { ReportMessages } from '../messages/words.ts';
import { performOnGitHub } from './effects.ts';
import { type IssuePlan, planIssue, retire, retireLeftBehind, settleDuplicate } from './issue.ts';
import type { IssueBook, Orphan } from './issue-book.ts';

/** What became of a ledger's issue. */
export interface PublishedIssue {
  /** Null where there is none, or none could be made. */
  readonly issue: { readonly number: number; readonly url: string } | null;
  readonly failure: PublishFailure | null;
}

/**
 * Brings a ledger's issue up to date. After creating one the list is read again: where another run was faster, the
 * lower number wins and ours is closed. Rejects only for faults of ours.
 *
 * @param port null where there is no token
 */
export async function publishIssue(
  plan: IssuePlan,
  port: GitHubEdge | null,
  book: IssueBook | null,
): Promise<PublishedIssue> {
  const known = plan.found.issue;
  const existing = known === null ? null : { number: known.number, url: known.url };
  const { created, failure } = await performOnGitHub(planIssue(plan).effects, port);
  const [made] = created;
  if (made === undefined || port === null || book === null) return { issue: existing, failure };
  try {
    const newer = await book.findNewer(plan.report.ledger.path, plan.found);
    const { winner, effects } = settleDuplicate(made.number, newer, plan);
    const { number, url } = winner ?? made;
    const settled = await performOnGitHub([...effects, ...retireLeftBehind(plan, number)], port);
    return { issue: { number, url }, failure: failure ?? settled.failure };
  } catch (error) {
    if (!(error instanceof PublishFailure)) throw error;
    return { issue: { number: made.number, url: made.url }, failure: failure ?? error };
  }
}

/** Closes the issues of ledgers that are gone, with a word, for good. Rejects only for faults of ours. */
export async function closeOrphans(
  orphans: readonly Orphan[],
  label: string,
  port: GitHubEdge,
  words: ReportMessages['issue'],
): Promise<PublishFailure | null> {
  const effects = orphans.map(({ issue, ledger }) =>
    retire(issue, label, richText(words.ledgerGone(ledger)), 'not_planned'),
  );
  return (await performOnGitHub(effects, port)).failure;
}
