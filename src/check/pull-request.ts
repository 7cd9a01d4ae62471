import { diffLines } from 'diff';
import { type GitHubEdge, PublishFailure } from '../edge/github-edge.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { performOnGitHub } from '../publish/effects.ts';
import {
  type ChangedLedger,
  changeOf,
  findComment,
  isWorthTelling,
  reconcileComment,
  renderPullRequestComment,
} from '../publish/pull-request.ts';
import type { CheckedLedger } from '../report/checked.ts';
import type { ReportedFinding } from '../report/report.ts';

/** A ledger beside what it was before a change. */
export interface Comparison {
  readonly ledger: ChangedLedger;
  /** Whether the change touches it at all. */
  readonly isChanged: boolean;
}

/**
 * Compares a checked ledger with its text before a change. `check` looks at the same things in the same way, so
 * that what differs is the change's doing.
 *
 * @param before null where there was no such ledger
 */
export async function compareWith(
  head: CheckedLedger,
  before: LedgerSource | null,
  check: (source: LedgerSource) => Promise<CheckedLedger>,
): Promise<Comparison> {
  const { source, report, parsed } = head;
  const text = new TextDecoder().decode(source.bytes);
  if (before === null) {
    const changedLines = new Set(text.split('\n').map((_line, index) => index + 1));
    return { ledger: { base: null, head: report, parsed, changedLines }, isChanged: true };
  }
  if (Buffer.compare(before.bytes, source.bytes) === 0) {
    return { ledger: { base: report, head: report, parsed, changedLines: new Set() }, isChanged: false };
  }
  const base = await check(before);
  const changedLines = linesAdded(new TextDecoder().decode(before.bytes), text);
  return { ledger: { base: base.report, head: report, parsed, changedLines }, isChanged: true };
}

/** The lines of `after` (from 1) that are not in `before`. Where lines only went away: the one that follows them. */
function linesAdded(before: string, after: string): ReadonlySet<number> {
  const lines = new Set<number>();
  let line = 1;
  for (const { value, added, removed, count } of diffLines(before, after, { stripTrailingCr: true })) {
    const length = count ?? value.split('\n').length - 1;
    if (removed) {
      lines.add(line);
      continue;
    }
    if (added) for (let each = line; each < line + length; each += 1) lines.add(each);
    line += length;
  }
  return lines;
}

const failingKinds = new Set(['drift', 'expiring', 'stale']);

/** What makes a pull request fail unless the workflow says otherwise: what is wrong on its lines, a lower score. */
export function failingIn({ ledger }: Comparison): {
  readonly findings: readonly ReportedFinding[];
  readonly lower: { readonly before: number; readonly after: number } | null;
} {
  const { head, changedLines } = ledger;
  const { before, after } = changeOf(ledger);
  return {
    findings: head.findings.filter(
      ({ kind, excepted, location }) =>
        failingKinds.has(kind) && excepted === null && (changedLines?.has(location.line) ?? false),
    ),
    lower: before !== null && after !== null && after < before ? { before, after } : null,
  };
}

/** The ledger at the commit that the pull request starts from; `unknown` where the token may not read it. */
export async function ledgerBefore(
  port: GitHubEdge | null,
  file: string,
  baseSha: string | null,
): Promise<LedgerSource | null | 'unknown'> {
  if (port === null || baseSha === null) return 'unknown';
  try {
    const bytes = await port.readFile(file, baseSha);
    return bytes === null ? null : await openLedgerSource(file, bytes);
  } catch (error) {
    if (error instanceof PublishFailure) return 'unknown';
    throw error;
  }
}

/**
 * Writes the job's one comment on the pull request, or brings it up to date.
 *
 * @param job its page, and what tells it from other jobs on the same pull request
 * @returns why it could not be written, if it could not
 */
export async function comment(
  number: number,
  comparisons: readonly Comparison[],
  port: GitHubEdge,
  job: { readonly runUrl: string | null; readonly name: string },
): Promise<PublishFailure | null> {
  const ledgers = comparisons.filter(({ isChanged }) => isChanged).map(({ ledger }) => ledger);
  try {
    const existing = await findComment(port, number, job.name);
    if (ledgers.length === 0 && existing === null) return null;
    const shown = ledgers.length > 0 ? ledgers : comparisons.map(({ ledger }) => ledger);
    const body = renderPullRequestComment(shown, job.runUrl, job.name);
    const effects = reconcileComment(number, existing, body, isWorthTelling(ledgers));
    return (await performOnGitHub(effects, port)).failure;
  } catch (error) {
    if (error instanceof PublishFailure) return error;
    throw error;
  }
}
