import type { LedgerBefore } from '../check/check.ts';
import { ledgerBefore } from '../check/pull-request.ts';
import { proposedChange, proposedPatch } from '../documents/patch.ts';
import { type GitHubEdge, PublishFailure } from '../edge/github-edge.ts';
import { namesLedger } from '../edge/work-tree.ts';
import { parseLedger } from '../ledger/parse.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { messagesFor } from '../messages/index.ts';
import type { Messages } from '../messages/messages.ts';
import type { FoundIssue } from '../publish/issue-book.ts';
import { type IssueState, siteKey } from '../publish/marker.ts';
import { type Proposal, publishProposal } from '../publish/proposal.ts';
import { closeOrphans, type PublishedIssue, publishIssue } from '../publish/publish-issue.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { ruleNames } from '../rules/index.ts';
import { fileUrlOf } from './event.ts';
import type { Run } from './run-context.ts';
import { isInShard } from './shard.ts';

/** A ledger's issue, as far as it could be read. */
export interface Found {
  /** Null where the issues were not, or could not be, read. */
  readonly issue: FoundIssue | null;
  readonly failure: PublishFailure | null;
}

/** Looks for the issue of a ledger; a failure of GitHub's is kept, so that the site is looked at all the same. */
export async function findIssue({ book, at }: Run, source: LedgerSource): Promise<Found> {
  if (book === null) return { issue: null, failure: null };
  try {
    const siteOf = () => {
      const read = parseLedger(source.bytes, { file: source.file, now: at.toString(), ruleNames });
      return read.ok ? siteKey(read.parsed.ledger.site) : null;
    };
    return { issue: await book.find(source.file, siteOf), failure: null };
  } catch (error) {
    if (error instanceof PublishFailure) return { issue: null, failure: error };
    throw error;
  }
}

/** In a pull request: the ledger as it was; null where there was none. */
export async function textBefore(
  { file }: LedgerSource,
  { bounds, port }: Run,
): Promise<LedgerSource | null | 'unknown'> {
  return bounds.pullRequest === null ? 'unknown' : ledgerBefore(port, file, bounds.pullRequest.baseSha);
}

/** What the ledger is compared with for its history: the text before a change, else what the last run knew. */
export function beforeOf(
  base: LedgerSource | null | 'unknown',
  last: IssueState | null,
): LedgerBefore | null {
  if (base !== 'unknown') return base === null ? null : { type: 'text', bytes: base.bytes };
  return last === null ? null : { type: 'last-run', last };
}

/** Brings the ledger's pull request and its issue up to date, as far as the event allows. */
export async function publish(checked: CheckedLedger, found: Found, run: Run): Promise<PublishedIssue> {
  const { bounds, inputs, port, book, runUrl, at } = run;
  if (!bounds.issue) return { failure: null, issue: null };
  if (port === null) return { failure: new PublishFailure('no-token'), issue: null };
  if (found.issue === null) return { failure: found.failure, issue: null };
  const { report, parsed, holidays, complete, crashes } = checked;
  const proposal = inputs.propose === 'pull-request' ? await propose(checked, port, run) : null;
  const published = await publishIssue(
    {
      report,
      parsed,
      holidays,
      now: at,
      runUrl,
      ledgerUrl: fileUrlOf(run.job, report.ledger.path),
      patch: inputs.propose === 'patch' ? proposedPatch(checked, at) : null,
      proposal,
      found: found.issue,
      changes: checked.judgement?.changes ?? null,
      judged: checked.judgement?.findings ?? [],
      ...(checked.judgement === null ? {} : { backups: checked.judgement.backups }),
      openOn: inputs.openOn,
      labels: inputs.labels,
      assignees: inputs.assignees,
      complete: complete && crashes.length === 0,
    },
    port,
    book,
  );
  return { ...published, failure: published.failure ?? proposal?.failure ?? null };
}

/** Closes the issues of ledgers that this run would have checked, were they still there. `checked`: those that are. */
export async function closeLeft(checked: readonly string[], run: Run, say: Messages): Promise<void> {
  const { bounds, inputs, port, book, job } = run;
  const [present] = checked;
  if (!bounds.issue || bounds.mode !== 'monthly' || port === null || book === null) return;
  if (present === undefined) return;
  const { ledger: names, shard, labels } = inputs;
  const isOurs = (ledger: string) =>
    !checked.includes(ledger) && namesLedger(names, ledger) && (shard === null || isInShard(ledger, shard));
  let failure: PublishFailure | null;
  try {
    const orphans = await book.findOrphans(present, isOurs);
    failure = await closeOrphans(orphans, labels[0] ?? 'recovery-ledger', port, say.report.issue);
  } catch (error) {
    if (!(error instanceof PublishFailure)) throw error;
    failure = error;
  }
  if (failure !== null)
    job.fail(say.command.notPublished(say.report.publishFailures[failure.code](failure.detail)));
}

/** Brings the ledger's pull request up to date. A part of a look proposes nothing new, and takes nothing back. */
async function propose(checked: CheckedLedger, port: GitHubEdge, run: Run): Promise<Proposal | null> {
  const { job, at, commit } = run;
  const { source, report, complete } = checked;
  const base = /^refs\/heads\/(.+)$/.exec(job.environment('GITHUB_REF'))?.[1];
  if (base === undefined || commit === null || report.site === null || !complete) return null;
  const change = proposedChange(checked, at);
  const before = source.written ?? source.bytes;
  return publishProposal(
    {
      ledger: source.file,
      site: report.site.name,
      before,
      after: change === null ? null : new TextEncoder().encode(change.text),
      changes: change?.changes ?? [],
      commit,
      base,
    },
    port,
    messagesFor(report.language).report.proposal,
  );
}
