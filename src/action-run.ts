import { Temporal } from 'temporal-polyfill';
import { type Bounds, boundsOf, type RunEvent } from './bounds.ts';
import { type Job, openJob } from './edge/commands.ts';
import { Stopped, stopSignal } from './edge/terminal.ts';
import { readTextFile } from './edge/work-tree.ts';
import {
  commaSeparated,
  type FailOn,
  InputProblem,
  type OpenOn,
  readAssignees,
  readCredentials,
  readFailOn,
  readLanguage,
  readMode,
  readNetworkInputs,
  readNextCheck,
  readNow,
  readOnly,
  readOpenOn,
} from './inputs.ts';
import { checkHere, loadLedgers, withEdge } from './ledgers.ts';
import { messagesFor } from './messages/index.ts';
import type { Language, Messages } from './messages/messages.ts';
import { outputFolder } from './output.ts';
import { type GitHubEffect, performOnGitHub, performOnJob } from './publish/effects.ts';
import { type GitHubPort, PublishFailure } from './publish/github-port.ts';
import { reconcileIssue, settleDuplicate } from './publish/issue.ts';
import { renderIssue } from './publish/issue-body.ts';
import { type FoundIssue, type IssueBook, openIssueBook } from './publish/issue-book.ts';
import { annotationsOf } from './report/annotations.ts';
import { jsonOf } from './report/json.ts';
import type { Report, ReportedFinding } from './report/report.ts';
import { renderSummary } from './report/summary.ts';
import { referenceOf } from './reference.ts';
import type { CheckedLedger, CheckOptions, LedgerSource } from './run.ts';
import { type ScheduleLine, scheduleOf } from './schedule.ts';

/** Everything that the inputs say, read once. */
interface ActionInputs {
  readonly language: Language | null;
  readonly openOn: ReadonlySet<OpenOn>;
  readonly failOn: ReadonlySet<FailOn> | null;
  readonly labels: readonly string[];
  readonly assignees: ReadonlyMap<string, readonly string[]>;
  readonly outputDir: string;
}

/** One ledger's way through the run. */
interface LedgerOutcome {
  readonly report: Report;
  readonly reportPath: string | null;
  readonly issue: { readonly number: number; readonly url: string } | null;
  /** Why the step fails, in words. */
  readonly failures: readonly string[];
}

/** Runs the action as the runner starts it. Sets the exit status; never rejects. */
export async function runAction(): Promise<void> {
  const job = openJob();
  let say = messagesFor('en');
  try {
    const language = readLanguage(job.input);
    say = messagesFor(language ?? 'en');
    await run(job, language, say);
  } catch (error) {
    if (error instanceof InputProblem) job.fail(say.command.inputProblem(error));
    else if (error instanceof Stopped) job.fail(say.command.stopped);
    else job.fail(say.command.internalError(referenceOf(error)));
  }
}

async function run(job: Job, language: Language | null, say: Messages): Promise<void> {
  const event = await readEvent(job);
  const bounds = boundsOf(event, readMode(job.input));
  const inputs: ActionInputs = {
    language,
    openOn: readOpenOn(job.input),
    failOn: readFailOn(job.input),
    labels: commaSeparated(job.input('issue-labels') || 'recovery-ledger'),
    assignees: readAssignees(job.input),
    outputDir: job.input('output-dir').trim() || 'recovery-ledger',
  };
  const network = readNetworkInputs(job.input);
  const now = readNow(job.input);
  const options: Omit<CheckOptions, 'firstSeen'> = {
    mode: bounds.mode,
    language,
    now,
    nextCheck: readNextCheck(job.input),
    schedule: bounds.probes ? await readSchedule(job) : [],
    only: readOnly(job.input),
    retryWaitsMs: network.retryWaitsMs,
    deadlineMs: network.deadlineMs,
    unseen: bounds.probes ? null : 'event',
    readFiles: bounds.probes,
  };
  const root = job.environment('GITHUB_WORKSPACE') || process.cwd();
  const { sources, problems } = await loadLedgers(job.input('ledger').trim() || 'ledger.yml', root, say.command);
  for (const problem of problems) job.fail(problem);
  if (sources.length === 0) return;
  if (!bounds.probes) job.note(say.command.boundedByEvent(event.name));

  const signal = stopSignal();
  const credentials = bounds.credentials ? readCredentials(job.secret('credentials')) : [];
  const port = bounds.token ? await openPort(job) : null;
  const at = now ?? Temporal.Now.instant();
  const book = bounds.issue && port !== null ? openIssueBook(port, inputs.labels[0]!, at) : null;
  const runUrl = runUrlOf(job);

  const outcomes: LedgerOutcome[] = [];
  await withEdge(bounds.probes ? network : null, credentials, async (edge) => {
    for (const source of sources) {
      const found = await findIssue(book, source);
      const firstSeen = new Map(found.issue?.state?.findings.map(({ id, since }) => [id, since]));
      const checked = await checkHere(source, { ...options, firstSeen }, { root, edge, signal });
      // From here on everything is written down whole: a stop waits for it, as long as it may.
      signal.throwIfAborted();
      const published = await publish(checked, found, { bounds, inputs, port, book, runUrl, at });
      outcomes.push(await conclude(checked, published, { job, bounds, inputs, runUrl, at }));
    }
  });
  tellOutputs(job, outcomes);
  for (const { failures } of outcomes) for (const failure of failures) job.fail(failure);
}

async function readEvent(job: Job): Promise<RunEvent> {
  const path = job.environment('GITHUB_EVENT_PATH');
  let payload: unknown = null;
  try {
    payload = path === '' ? null : JSON.parse(await readTextFile(path));
  } catch {
    // An event that cannot be read is one that nothing is known of: it allows the least.
  }
  return {
    name: job.environment('GITHUB_EVENT_NAME'),
    ref: job.environment('GITHUB_REF'),
    actor: job.environment('GITHUB_ACTOR'),
    payload,
  };
}

/** The schedule of the workflow that runs, from the file that `GITHUB_WORKFLOW_REF` names. */
async function readSchedule(job: Job): Promise<ScheduleLine[]> {
  const match = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@/]+\.ya?ml)@/.exec(job.environment('GITHUB_WORKFLOW_REF'));
  const workspace = job.environment('GITHUB_WORKSPACE');
  if (match === null || workspace === '') return [];
  return readTextFile(`${workspace}/${match[1]}`).then(scheduleOf, () => []);
}

/** The way to GitHub, loaded only where it is needed. Null without a token. */
async function openPort(job: Job): Promise<GitHubPort | null> {
  const token = job.secret('github-token');
  if (token === '') return null;
  const { openGitHub } = await import('./edge/github.ts');
  return openGitHub({
    token,
    repository: job.environment('GITHUB_REPOSITORY'),
    apiUrl: job.environment('GITHUB_API_URL') || 'https://api.github.com',
  });
}

function runUrlOf(job: Job): string | null {
  const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(job.environment);
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}

interface Found {
  /** Null where the issues were not, or could not be, read. */
  readonly issue: FoundIssue | null;
  readonly failure: PublishFailure | null;
}

async function findIssue(book: IssueBook | null, source: LedgerSource): Promise<Found> {
  if (book === null) return { issue: null, failure: null };
  try {
    return { issue: await book.find(source.file), failure: null };
  } catch (error) {
    if (error instanceof PublishFailure) return { issue: null, failure: error };
    throw error;
  }
}

interface Published {
  readonly failure: PublishFailure | null;
  readonly issue: { readonly number: number; readonly url: string } | null;
}

async function publish(
  checked: CheckedLedger,
  found: Found,
  {
    bounds,
    inputs,
    port,
    book,
    runUrl,
    at,
  }: {
    bounds: Bounds;
    inputs: ActionInputs;
    port: GitHubPort | null;
    book: IssueBook | null;
    runUrl: string | null;
    at: Temporal.Instant;
  },
): Promise<Published> {
  if (!bounds.issue) return { failure: null, issue: null };
  if (port === null) return { failure: new PublishFailure('no-token'), issue: null };
  if (found.issue === null || book === null) return { failure: found.failure, issue: null };
  const { report, parsed, holidays, complete } = checked;
  const rendered = renderIssue({
    report,
    parsed,
    now: at,
    holidays,
    runUrl,
    patch: null,
    previous: found.issue.state,
  });
  const effects = reconcileIssue({
    report,
    parsed,
    rendered,
    found: found.issue,
    openOn: inputs.openOn,
    labels: inputs.labels,
    assignees: inputs.assignees,
    complete: complete && checked.crashes.length === 0,
  });
  const performed = await performOnGitHub(effects, port);
  const created = performed.created[0] ?? null;
  if (created === null || performed.failure !== null) {
    const { issue } = found.issue;
    return { failure: performed.failure, issue: created ?? (issue && { number: issue.number, url: issue.url }) };
  }
  return settle(created, found.issue, checked, port, book);
}

/** Two runs at once may both have made an issue: the lowest number wins. */
async function settle(
  created: { readonly number: number; readonly url: string },
  found: FoundIssue,
  { report, parsed }: CheckedLedger,
  port: GitHubPort,
  book: IssueBook,
): Promise<Published> {
  try {
    const { winner, effects } = settleDuplicate(
      created.number,
      await book.findNewer(report.ledger.path, found),
      report,
      parsed,
    );
    const performed = await performOnGitHub(effects as GitHubEffect[], port);
    return { failure: performed.failure, issue: winner ?? created };
  } catch (error) {
    if (error instanceof PublishFailure) return { failure: error, issue: created };
    throw error;
  }
}

/** Writes the report, tells the job, and says why the step fails, if it does. */
async function conclude(
  checked: CheckedLedger,
  published: Published,
  {
    job,
    bounds,
    inputs,
    runUrl,
    at,
  }: {
    job: Job;
    bounds: Bounds;
    inputs: ActionInputs;
    runUrl: string | null;
    at: Temporal.Instant;
  },
): Promise<LedgerOutcome> {
  const say = messagesFor(checked.report.language);
  const failures: string[] = [];
  const unpublished: string[] = [];
  if (published.failure !== null) {
    const reason = say.report.publishFailures[published.failure.code](published.failure.detail);
    unpublished.push(reason);
    failures.push(say.command.notPublished(reason));
  }
  const report: Report = { ...checked.report, unpublished };
  let reportPath: string | null = null;
  if (bounds.files) {
    const path = `${outputFolder(inputs.outputDir, report.ledger.path)}/report.json`;
    const problem = await job.tryWriteFile(path, jsonOf(report));
    if (problem === null) reportPath = path;
    else failures.push(say.command.cannotWrite(path, problem));
  }
  const summary = renderSummary({
    report,
    parsed: checked.parsed,
    now: at,
    holidays: checked.holidays,
    runUrl,
    patch: null,
  });
  await performOnJob(
    [
      ...annotationsOf(report, checked.parsed).map((annotation) => ({ type: 'annotate' as const, annotation })),
      { type: 'summary', markdown: summary },
    ],
    job,
  );
  if (report.verdict === 'invalid') failures.push(say.report.headline.invalid);
  const failing = failingFindings(report, inputs.failOn);
  if (failing.length > 0) {
    const kinds = [...new Set(failing.map(({ kind }) => say.report.kinds[kind]))];
    failures.push(say.command.failedOn(failing.length, kinds));
  }
  for (const { error } of checked.crashes) failures.push(say.command.internalError(referenceOf(error)));
  return { report, reportPath, issue: published.issue, failures };
}

function failingFindings(report: Report, failOn: ReadonlySet<FailOn> | null): ReportedFinding[] {
  if (failOn === null || report.verdict === 'invalid') return [];
  return report.findings.filter(({ kind, excepted }) => excepted === null && failOn.has(kind as FailOn));
}

const verdictRank = { invalid: 0, drift: 1, incomplete: 2, match: 3 };

/** The outputs of the worst ledger, and the list of all reports. */
function tellOutputs(job: Job, outcomes: readonly LedgerOutcome[]): void {
  const [worst] = [...outcomes].sort(
    (a, b) =>
      verdictRank[a.report.verdict] - verdictRank[b.report.verdict] ||
      (a.report.score?.met ?? 0) - (b.report.score?.met ?? 0),
  );
  if (worst === undefined) return;
  const { report, issue, reportPath } = worst;
  const drifts = report.findings.filter(({ kind, excepted }) => kind === 'drift' && excepted === null);
  job.output('verdict', report.verdict);
  job.output('drift-count', String(drifts.length));
  job.output('score', report.score === null ? '' : String(report.score.met));
  job.output('band', report.score?.band ?? '');
  job.output('issue-number', issue === null ? '' : String(issue.number));
  job.output('issue-url', issue?.url ?? '');
  job.output('report', reportPath ?? '');
  job.output('reports', JSON.stringify(outcomes.flatMap((outcome) => outcome.reportPath ?? [])));
}
