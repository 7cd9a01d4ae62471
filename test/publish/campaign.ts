import { type Failure, type GitHub, startGitHub } from '../../fixtures/world/github.ts';
import { comment } from '../../src/check/pull-request.ts';
import { openGitHub } from '../../src/edge/github.ts';
import type { GitHubEdge } from '../../src/edge/github-edge.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { openIssueBook } from '../../src/publish/issue-book.ts';
import { siteKey } from '../../src/publish/marker.ts';
import { publishIssue } from '../../src/publish/publish-issue.ts';
import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { findingOf, noHolidays, now, parsedOf, reportOf } from '../documents/sample.ts';

// Months of a ledger's issue against the embedded GitHub, over HTTP: any request of a month may fail in any way, or be
// the last one of a run that is killed. The next run has to leave things as they would be without.

const repository = 'octo/site';
const parsed = parsedOf();

/** A month: what is found, and what somebody did before. */
export interface Month {
  readonly findings: readonly ReportedFinding[];
  readonly before?: (github: GitHub) => void;
  /** Where the ledger lies; `ledger.yml` if not said. */
  readonly path?: string;
}

/** A finding whose title is its name, so that comments can be counted by it. */
export const found = (name: string): ReportedFinding =>
  findingOf({ id: `dns/record-differs:${name}.example/A` as never, title: `finding-${name}` });

function monthReport(index: number, findings: readonly ReportedFinding[], path: string): Report {
  const checkedAt = now.add({ hours: 24 * 30 * index }).toString();
  return reportOf({ checkedAt, findings: [...findings], ledger: { path, sha256: '0'.repeat(64) } });
}

/** The way to GitHub of one run; waits take no time. */
function portTo(github: GitHub, signal?: AbortSignal): GitHubEdge {
  return openGitHub({
    token: github.token,
    repository,
    apiUrl: github.url,
    wait: async () => {},
    ...(signal === undefined ? {} : { signal }),
  });
}

class Killed extends Error {}

/** One run over one month. Returns the failure's code; `killed` where the run ended before its time. */
export async function runMonth(
  github: GitHub,
  index: number,
  { findings, path = 'ledger.yml' }: Month,
  killAfter?: number,
) {
  const killing = new AbortController();
  const start = github.requests.length;
  if (killAfter !== undefined) {
    github.interfere = (request) => {
      if (request.index - start >= killAfter) killing.abort(new Killed());
      return request.index - start >= killAfter
        ? { status: 0, message: '', manner: 'reset', isDone: request.index - start === killAfter }
        : null;
    };
  }
  const port = portTo(github, killing.signal);
  const report = monthReport(index, findings, path);
  const at = now.add({ hours: 24 * 30 * index });
  try {
    const book = openIssueBook(port, 'recovery-ledger', at);
    const { failure } = await publishIssue(
      {
        report,
        parsed,
        holidays: noHolidays,
        found: await book.find(path, () => siteKey(report.site!)),
        openOn: new Set(['drift', 'unknown']),
        labels: ['recovery-ledger'],
        assignees: new Map(),
        complete: true,
      },
      port,
      book,
    );
    return failure?.code ?? null;
  } catch (error) {
    if (error instanceof Killed) return 'killed';
    const { code } = error as { code?: string };
    if ((error as Error).name === 'PublishFailure') return code;
    throw error;
  } finally {
    if (killAfter !== undefined) github.interfere = null;
  }
}

const closing = messagesFor('ja').report.issue.closing;

/** One run over many ledgers, each with a finding. */
export async function runMany(github: GitHub, ledgers: readonly string[]): Promise<void> {
  const port = portTo(github);
  const book = openIssueBook(port, 'recovery-ledger', now);
  for (const path of ledgers) {
    const report = monthReport(0, [found('a')], path);
    await publishIssue(
      {
        ...{ report, parsed, holidays: noHolidays, complete: true },
        found: await book.find(path, () => siteKey(report.site!)),
        openOn: new Set(['drift']),
        labels: ['recovery-ledger'],
        assignees: new Map(),
      },
      port,
      book,
    );
  }
}

/** Two jobs that check the same pull request, each with its own ledgers. */
export async function commentFrom(github: GitHub, number: number, name: string, title: string) {
  const head = reportOf({ findings: [{ ...found('a'), title }] });
  const ledger = { base: null, head, parsed, changedLines: null };
  const compared = [{ ledger, isChanged: true }];
  return comment(number, compared, portTo(github), { runUrl: null, name });
}

/** What readers see in the end: issues that are kept, and what the comments said. */
export function outcomeOf(github: GitHub) {
  const kept = github.issues().filter(({ labels }) => labels.includes('recovery-ledger'));
  const comments = github.issues().flatMap((issue) => issue.comments);
  const say = (part: 'fresh' | 'resolved') =>
    comments
      .flatMap(({ body }) => {
        const [fresh = '', resolved = ''] = body.split('**解消したもの**');
        return [...(part === 'fresh' ? fresh : resolved).matchAll(/finding-\w+/g)].map(([name]) => name);
      })
      .sort();
  return {
    kept: kept.map(({ number, state, stateReason }) => ({ number, state, stateReason })),
    open: github.issues().filter(({ state }) => state === 'open').length,
    fresh: say('fresh'),
    resolved: say('resolved'),
    closings: comments.filter(({ body }) => body.includes(closing)).length,
    /** What the issue says is to be done. */
    shown: kept.map(({ body }) => new Set(body.match(/finding-\w+/g)).size),
  };
}

export const open = (): Promise<GitHub> => startGitHub({ repository, now: '2026-11-23T15:20:00Z' });

const refusal = (status: number, message: string, headers?: Record<string, string>): Failure => ({
  status,
  message,
  ...(headers === undefined ? {} : { headers }),
});

/** Everything that may come in place of an answer. */
export const failures: readonly (readonly [name: string, Failure])[] = [
  ['401', refusal(401, 'Bad credentials')],
  ['403 permission', refusal(403, 'Resource not accessible by integration')],
  [
    '403 single sign-on',
    refusal(
      403,
      'Resource protected by organization SAML enforcement. You must grant your OAuth token access.',
    ),
  ],
  [
    '403 addresses',
    refusal(
      403,
      'Although you appear to have the correct authorization credentials, the `octo` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    ),
  ],
  ['403 archived', refusal(403, 'Repository was archived so is read-only.')],
  ['403 locked', refusal(403, 'Unable to create comment because issue is locked.')],
  ['403 blocked', refusal(403, 'User is blocked')],
  ['403 suspended', refusal(403, 'Sorry. Your account was suspended.')],
  ['403 secondary limit', refusal(403, 'You have exceeded a secondary rate limit.', { 'retry-after': '1' })],
  ['404', refusal(404, 'Not Found')],
  ['410 disabled', refusal(410, 'Issues has been disabled in this repository.')],
  ['410 deleted', refusal(410, 'This issue was deleted')],
  ['422', refusal(422, 'Validation Failed')],
  ['429', refusal(429, 'You have exceeded a secondary rate limit.', { 'retry-after': '1' })],
  ['500', refusal(500, 'Server Error')],
  ['502 before', refusal(502, 'Server Error')],
  ['502 after', { ...refusal(502, 'Server Error'), isDone: true }],
  ['504 after', { ...refusal(504, 'We couldn’t respond to your request in time.'), isDone: true }],
  ['cut', { status: 200, message: '', manner: 'cut', isDone: true }],
  ['empty', { status: 201, message: '', manner: 'empty', isDone: true }],
  ['page before', { status: 200, message: '', manner: 'page' }],
  ['page after', { status: 200, message: '', manner: 'page', isDone: true }],
  ['reset before', { status: 0, message: '', manner: 'reset' }],
  ['reset after', { status: 0, message: '', manner: 'reset', isDone: true }],
];
