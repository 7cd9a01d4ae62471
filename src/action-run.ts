import { Temporal } from 'temporal-polyfill';
import { type Bounds, boundsOf, isPublicIn, type RunEvent } from './bounds.ts';
import { openAccounts } from './edge/accounts.ts';
import { type Job, openJob } from './edge/commands.ts';
import type { HttpEdge } from './edge/http.ts';
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
  readPropose,
  readSecretAddress,
  readShard,
} from './inputs.ts';
import { checkHere, loadLedgers, withEdge } from './ledgers.ts';
import { messagesFor } from './messages/index.ts';
import type { Language, Messages } from './messages/messages.ts';
import { outputFolder } from './output.ts';
import { proposedChange, proposedPatch } from './patch.ts';
import { ProbeFailure } from './probes/failure.ts';
import { performOnJob } from './publish/effects.ts';
import { type GitHubPort, PublishFailure } from './publish/github-port.ts';
import { type FoundIssue, type IssueBook, openIssueBook } from './publish/issue-book.ts';
import { firstSeen, type IssueState, previousCheck } from './publish/marker.ts';
import { type Proposal, publishProposal } from './publish/proposal.ts';
import { type PublishedIssue, publishIssue } from './publish/publish-issue.ts';
import { type Comparison, comment, compareWith, failingIn, ledgerBefore } from './pull-request-run.ts';
import { questionsOf } from './questions/questions.ts';
import { renderQuestions } from './questions/render.ts';
import { publishRecovery, searchIncident, sinceOf } from './recovery-run.ts';
import { referenceOf } from './reference.ts';
import { annotationsOf } from './report/annotations.ts';
import { renderCalendar } from './report/calendar.ts';
import { jsonOf } from './report/json.ts';
import type { Report } from './report/report.ts';
import { renderSummary } from './report/summary.ts';
import type { CheckedLedger, CheckOptions, LedgerBefore, LedgerSource } from './run.ts';
import { type ScheduleLine, scheduleOf } from './schedule.ts';
import type { RepositoryState } from './schedule-watch.ts';
import { isInShard } from './shard.ts';

/** Everything that the inputs say about publishing, read once. */
interface ActionInputs {
  readonly openOn: ReadonlySet<OpenOn>;
  readonly failOn: ReadonlySet<FailOn> | null;
  readonly labels: readonly string[];
  readonly assignees: ReadonlyMap<string, readonly string[]>;
  readonly outputDir: string;
  readonly propose: 'patch' | 'pull-request' | 'none';
}

/** What all ledgers of one run share. */
interface Run {
  readonly job: Job;
  readonly bounds: Bounds;
  readonly inputs: ActionInputs;
  /** Null without a token, or where the event allows none. */
  readonly port: GitHubPort | null;
  readonly book: IssueBook | null;
  readonly runUrl: string | null;
  /** The commit that is checked out; null where it is not known. */
  readonly commit: string | null;
  /** The moment that the run judges by. */
  readonly at: Temporal.Instant;
  readonly ledgers: number;
}

/** One ledger's way through the run. */
interface LedgerOutcome {
  readonly report: Report;
  readonly reportPath: string | null;
  readonly issue: PublishedIssue['issue'];
  readonly comparison: Comparison | null;
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
    openOn: readOpenOn(job.input),
    failOn: readFailOn(job.input),
    labels: commaSeparated(job.input('issue-labels') || 'recovery-ledger'),
    assignees: readAssignees(job.input),
    outputDir: job.input('output-dir').trim() || 'recovery-ledger',
    propose: readPropose(job.input),
  };
  const network = readNetworkInputs(job.input);
  const now = readNow(job.input);
  const workflow = bounds.probes ? await readWorkflow(job) : null;
  const options: CheckOptions = {
    mode: bounds.mode,
    language,
    now,
    nextCheck: readNextCheck(job.input),
    schedule: workflow?.schedule ?? [],
    workflow: workflow?.file ?? null,
    only: readOnly(job.input),
    retryWaitsMs: network.retryWaitsMs,
    deadlineMs: network.deadlineMs,
    unseen: bounds.probes ? null : 'event',
    readFiles: bounds.probes,
    firstSeen: new Map(),
    confirmed: new Set(),
  };
  const root = job.environment('GITHUB_WORKSPACE') || process.cwd();
  const shard = readShard(job.input);
  const heartbeat = bounds.credentials
    ? readSecretAddress('heartbeat-url', job.secret('heartbeat-url'))
    : null;
  const { sources: all, problems } = await loadLedgers(
    job.input('ledger').trim() || 'ledger.yml',
    root,
    say.command,
  );
  const sources = shard === null ? all : all.filter(({ file }) => isInShard(file, shard));
  for (const problem of problems) job.fail(problem);
  if (sources.length === 0) {
    if (shard !== null && problems.length === 0) job.note(say.command.emptyShard(job.input('shard').trim()));
    return;
  }
  if (!bounds.probes) job.note(say.command.boundedByEvent(event.name));

  const signal = stopSignal();
  const credentials = bounds.credentials ? readCredentials(job.secret('credentials')) : [];
  const port = bounds.token ? await openPort(job, bounds, signal) : null;
  const at = now ?? Temporal.Now.instant();
  const shared: Run = {
    job,
    bounds,
    inputs,
    port,
    book:
      bounds.issue && port !== null ? openIssueBook(port, inputs.labels[0] ?? 'recovery-ledger', at) : null,
    runUrl: runUrlOf(job),
    commit: /^[0-9a-f]{40,64}$/.exec(job.environment('GITHUB_SHA'))?.[0] ?? null,
    at,
    ledgers: sources.length,
  };

  const told = isPublicIn(event);
  const isWatched = options.schedule.length > 0;
  const state = bounds.issue && (isWatched || told === null) ? await readRepository(port) : null;
  const repository = isWatched ? state : null;
  const isPublic = told ?? (state === null || state === 'refused' ? null : state.isPublic);
  const outcomes: LedgerOutcome[] = [];
  const providers = bounds.credentials
    ? {
        environment: job.environment,
        mask: job.mask,
        github: {
          apiUrl: job.environment('GITHUB_API_URL') || 'https://api.github.com',
          repository: job.environment('GITHUB_REPOSITORY') || null,
          token: job.secret('github-token') || null,
        },
      }
    : null;
  const accounts = bounds.credentials && port !== null ? openAccounts(port) : null;
  await withEdge(bounds.probes ? network : null, { credentials, providers, accounts }, async (edge) => {
    for (const source of sources) {
      const check = (each: LedgerSource, known: Partial<CheckOptions> = {}) =>
        checkHere(each, { ...options, ...known }, { root, edge, signal });
      const found = await findIssue(shared.book, source);
      const incident = bounds.mode === 'recovery' ? await searchIncident(port, source.file) : null;
      const last = found.issue?.state ?? null;
      const base = await textBefore(source, shared);
      const checked = await check(source, {
        before: beforeOf(base, bounds.mode === 'recovery' ? null : last),
        firstSeen: firstSeen(last),
        confirmed: incident?.found?.text.confirmed ?? options.confirmed,
        incidentSince: sinceOf(incident),
        repository,
        isPublic,
        previous: previousCheck(last),
      });
      const comparison = base === 'unknown' ? null : await compareWith(checked, base, check);
      // What is written from here on is written whole or not at all.
      signal.throwIfAborted();
      const published =
        incident === null
          ? await publish(checked, found, shared)
          : await publishRecovery(checked, incident, inputs.assignees, {
              job,
              port,
              folder: outputFolder(inputs.outputDir, source.file),
            });
      outcomes.push(await conclude(checked, published, comparison, shared));
    }
    const isFull = options.only === null && (bounds.mode === 'monthly' || bounds.mode === 'handover');
    // A ledger that was not there to be read was not checked.
    const isPublished =
      problems.length === 0 && outcomes.every(({ report }) => report.unpublished.length === 0);
    if (heartbeat !== null && edge !== null && isFull && isPublished) {
      await sendHeartbeat(heartbeat, edge.http, job, say, signal);
    }
  });
  await commentOn(outcomes, shared, say);
  tellOutputs(job, outcomes);
  for (const { failures } of outcomes) for (const failure of failures) job.fail(failure);
}

/** Tells a watch outside GitHub that the check still runs. Its failure is told, and fails nothing. */
async function sendHeartbeat(
  url: string,
  http: HttpEdge,
  job: Job,
  say: Messages,
  signal: AbortSignal,
): Promise<void> {
  try {
    const { status } = await http.fetchStatus(url, signal);
    job.note(status < 400 ? say.command.heartbeatSent : say.command.heartbeatFailed(`HTTP ${status}`));
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    job.note(say.command.heartbeatFailed(say.report.evidence.failures[error.code]));
  }
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

/** The workflow that runs, from the file that `GITHUB_WORKFLOW_REF` names, with its schedule. */
async function readWorkflow(job: Job): Promise<{ file: string; schedule: ScheduleLine[] } | null> {
  const reference = job.environment('GITHUB_WORKFLOW_REF');
  const file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@/]+\.ya?ml)@/.exec(reference)?.[1];
  const workspace = job.environment('GITHUB_WORKSPACE');
  if (file === undefined || workspace === '') return null;
  try {
    return { file, schedule: scheduleOf(await readTextFile(`${workspace}/${file}`)) };
  } catch {
    // Not checked out here: then the ledger's own `review.every` counts.
    return null;
  }
}

/** The way to GitHub, loaded only where it is needed. Null without a token. */
async function openPort(job: Job, bounds: Bounds, signal: AbortSignal): Promise<GitHubPort | null> {
  const token = job.secret('github-token');
  if (token === '') return null;
  const { openGitHub } = await import('./edge/github.ts');
  return openGitHub({
    token,
    repository: job.environment('GITHUB_REPOSITORY'),
    apiUrl: job.environment('GITHUB_API_URL') || 'https://api.github.com',
    permission: bounds.issue ? 'issues: write' : 'pull-requests: write',
    signal,
  });
}

/** What GitHub tells of the repository. Null where it cannot be asked: what is then published, or not, says why. */
async function readRepository(port: GitHubPort | null): Promise<RepositoryState | 'refused' | null> {
  if (port === null) return null;
  try {
    const told = await port.repository();
    if (told === null) return 'refused';
    const { isPublic, pushedAt } = told;
    return { isPublic, pushedAt: pushedAt === null ? null : Temporal.Instant.from(pushedAt) };
  } catch (error) {
    if (error instanceof PublishFailure) return null;
    throw error;
  }
}

function runUrlOf(job: Job): string | null {
  const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(
    job.environment,
  );
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

/** In a pull request: the ledger as it was; null where there was none. */
async function textBefore(
  { file }: LedgerSource,
  { bounds, port }: Run,
): Promise<LedgerSource | null | 'unknown'> {
  return bounds.pullRequest === null ? 'unknown' : ledgerBefore(port, file, bounds.pullRequest.baseSha);
}

function beforeOf(base: LedgerSource | null | 'unknown', last: IssueState | null): LedgerBefore | null {
  if (base !== 'unknown') return base === null ? null : { type: 'text', bytes: base.bytes };
  return last === null ? null : { type: 'last-run', last };
}

async function publish(checked: CheckedLedger, found: Found, run: Run): Promise<PublishedIssue> {
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
      patch: inputs.propose === 'patch' ? proposedPatch(checked, at) : null,
      proposal,
      found: found.issue,
      changes: checked.judgement?.changes ?? null,
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

/** Brings the ledger's pull request up to date. A part of a look proposes nothing new, and takes nothing back. */
async function propose(checked: CheckedLedger, port: GitHubPort, run: Run): Promise<Proposal | null> {
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

/** Writes the report, tells the job, and says why the step fails, if it does. */
async function conclude(
  checked: CheckedLedger,
  published: PublishedIssue & { readonly problems?: readonly string[] },
  comparison: Comparison | null,
  run: Run,
): Promise<LedgerOutcome> {
  const { job, bounds, inputs, runUrl, at } = run;
  const say = messagesFor(checked.report.language);
  const failures: string[] = [...(published.problems ?? [])];
  const unpublished: string[] = [];
  if (published.failure !== null) {
    const reason = say.report.publishFailures[published.failure.code](published.failure.detail);
    unpublished.push(reason);
    failures.push(say.command.notPublished(reason));
  }
  const { issue } = published;
  const report: Report = {
    ...checked.report,
    issue: issue === null ? null : { number: issue.number, url: issue.url },
    unpublished,
  };
  let reportPath: string | null = null;
  const { parsed, holidays } = checked;
  if (bounds.files) {
    for (const [name, text] of await papersOf(checked, report)) {
      const path = `${outputFolder(inputs.outputDir, report.ledger.path)}/${name}`;
      const problem = await job.tryWriteFile(path, text);
      if (problem !== null) failures.push(say.command.cannotWrite(path, problem));
      else if (name === 'report.json') reportPath = path;
    }
  }
  const summary = renderSummary({ report, parsed, now: at, holidays, runUrl }, run.ledgers);
  const lines = comparison?.ledger.changedLines ?? null;
  await performOnJob(
    [
      ...annotationsOf(report, parsed, lines).map((annotation) => ({
        type: 'annotate' as const,
        annotation,
      })),
      { type: 'summary', markdown: summary },
    ],
    job,
  );
  if (published.issue !== null) job.note(say.command.issueAt(published.issue.url));
  if (report.verdict === 'invalid') failures.push(say.report.headline.invalid);
  failures.push(...failedOn(report, comparison, inputs.failOn, say));
  for (const { error } of checked.crashes) failures.push(say.command.internalError(referenceOf(error)));
  return { report, reportPath, issue: published.issue, comparison, failures };
}

/** What a run writes beside its report: the dates as a calendar; before a handover also the page and the questions. */
async function papersOf(checked: CheckedLedger, report: Report): Promise<(readonly [string, string])[]> {
  const papers: (readonly [string, string])[] = [['report.json', jsonOf(report)]];
  if (report.mode !== 'monthly' && report.mode !== 'handover') return papers;
  const calendar = renderCalendar(report);
  if (calendar !== null) papers.push(['calendar.ics', calendar]);
  if (report.mode === 'monthly') return papers;
  const { renderHandover } = await import('./report/html/handover.ts');
  papers.push(['handover.html', renderHandover(report, checked.parsed)]);
  const mails = questionsOf(checked, { vendor: false });
  if (mails !== null) {
    const { nothingOpen } = messagesFor(report.language).questions;
    const said = nothingOpen(report.ledger.path);
    papers.push(['questions.md', renderQuestions(mails, 'markdown', report.language, said)]);
  }
  return papers;
}

/** Which findings fail the step: those that `fail-on` names; without it, in pull requests, what the change does. */
function failedOn(
  report: Report,
  comparison: Comparison | null,
  failOn: ReadonlySet<FailOn> | null,
  say: Messages,
): string[] {
  if (report.verdict === 'invalid') return [];
  if (failOn === null && comparison === null) return [];
  const { findings, lower } =
    failOn === null && comparison !== null
      ? failingIn(comparison)
      : {
          findings: report.findings.filter(
            ({ kind, excepted }) => excepted === null && (failOn?.has(kind as FailOn) ?? false),
          ),
          lower: null,
        };
  const kinds = [...new Set(findings.map(({ kind }) => say.report.kinds[kind]))];
  return [
    ...(findings.length > 0 ? [say.command.failedOn(findings.length, kinds)] : []),
    ...(lower === null ? [] : [say.command.failedOnScore(lower.before, lower.after)]),
  ];
}

/** The pull request's one comment. A token that may not write it is no fault: the summary says the same. */
async function commentOn(outcomes: readonly LedgerOutcome[], run: Run, say: Messages): Promise<void> {
  const { bounds, port, job, runUrl } = run;
  const comparisons = outcomes.flatMap(({ comparison }) => comparison ?? []);
  if (bounds.pullRequest === null || port === null || comparisons.length === 0) return;
  const failure = await comment(bounds.pullRequest.number, comparisons, port, runUrl);
  if (failure === null) return;
  const reason = say.report.publishFailures[failure.code](failure.detail);
  if (failure.code === 'forbidden') job.note(say.command.notPublished(reason));
  else job.fail(say.command.notPublished(reason));
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
