import { Temporal } from 'temporal-polyfill';
import type { CheckOptions } from '../check/check.ts';
import { type LoadedLedgers, loadLedgers, withEdge } from '../check/ledgers.ts';
import { optionsOf, readOption, type Values } from '../check/options.ts';
import { referenceOf } from '../check/reference.ts';
import { openAccounts } from '../edge/accounts.ts';
import { endStatus, Stopped, spreadNet, stopSignal, Uncaught } from '../edge/ending.ts';
import { apiUrlOf } from '../edge/github-edge.ts';
import { type Job, openJob } from '../edge/job.ts';
import type { EdgeOptions, OpenedEdge } from '../edge/open.ts';
import { type Credential, InputProblem } from '../edge/options.ts';
import { holdOutputs } from '../edge/terminal.ts';
import { messagesFor } from '../messages/index.ts';
import type { Messages } from '../messages/messages.ts';
import { openIssueBook } from '../publish/issue-book.ts';
import { readAll } from './asked.ts';
import { isPublicIn, type RunEvent } from './bounds.ts';
import { openPort, readEvent, readRepository, runUrlOf } from './event.ts';
import { sendHeartbeat } from './heartbeat.ts';
import { takeLedger, type UnderWay } from './ledger.ts';
import { commentOn, tellOutputs, writeReportNow } from './outcome.ts';
import { closeLeft } from './publish.ts';
import type { LedgerOutcome, Run } from './run-context.ts';
import { isInShard } from './shard.ts';

/** Runs the action as the runner starts it. Sets the exit status; never rejects. */
export async function runAction(): Promise<void> {
  holdOutputs();
  const job = openJob();
  let say = messagesFor('en');
  const failInternally = (error: unknown) => job.fail(say.command.internalError(referenceOf(error)));
  const net = spreadNet(failInternally);
  let hasCrashed = false;
  try {
    const { language } = optionsOf('action');
    say = messagesFor(readOption(language, job.input(language.name)) ?? 'en');
    hasCrashed = await run(job, say, net.signal);
  } catch (error) {
    if (error instanceof InputProblem) job.fail(say.command.inputProblem(error));
    else if (error instanceof Stopped) job.fail(say.command.stopped);
    // What fell into the net is said below.
    else if (!(error instanceof Uncaught)) {
      failInternally(error);
      hasCrashed = true;
    }
  }
  if (hasCrashed) process.exitCode = endStatus.internalError;
  net.close();
}

/**
 * The run's own order: what the workflow asks for, what is there, each ledger by itself, what they say together.
 *
 * @returns whether our own code failed anywhere on the way
 */
async function run(job: Job, say: Messages, net: AbortSignal): Promise<boolean> {
  const event = await readEvent(job);
  const { bounds, inputs, credentials, heartbeat, ...asked } = await readAll(job, event);
  const root = job.environment('GITHUB_WORKSPACE') || process.cwd();
  const { sources, problems, crashes } = await loadOwn(inputs, root, say);
  for (const problem of problems) job.fail(problem);
  const failInternally = (error: unknown, ledger: string) =>
    job.fail(say.command.internalError(referenceOf(error), ledger));
  for (const { file, error } of crashes) failInternally(error, file);
  let hasCrashed = crashes.length > 0;
  if (sources.length === 0) {
    const { shard } = inputs;
    const isEmptyShard = shard !== null && problems.length + crashes.length === 0;
    if (isEmptyShard) job.note(say.command.emptyShard(`${shard.part}/${shard.parts}`));
    return hasCrashed;
  }
  if (!bounds.probes) job.note(say.command.boundedByEvent(event.name));

  const signal = AbortSignal.any([stopSignal(), net]);
  const port = bounds.token ? await openPort(job, bounds, signal) : null;
  const shared = openRun({ job, bounds, inputs, port, ledgers: sources.length });
  const options = { ...asked.options, ...(await repositoryOf(event, asked.options, shared)) };
  const outcomes: LedgerOutcome[] = [];
  const underWay: UnderWay = { reportNow: null };
  const end = () => {
    const report = underWay.reportNow?.() ?? null;
    const reportPath = report === null ? null : writeReportNow(report, shared);
    const left = report === null ? [] : [{ report, reportPath, issue: null, message: '' }];
    tellOutputs(job, [...outcomes, ...left], inputs.outputDir);
    job.fail(say.command.unanswering(reportPath));
  };
  const takeAll = async (edge: OpenedEdge | null) => {
    for (const source of sources) {
      try {
        const outcome = await takeLedger(source, { options, root, edge, signal, underWay }, shared);
        outcomes.push(outcome);
        hasCrashed ||= outcome.hasCrashed;
        if (outcome.crash !== null) throw outcome.crash.error;
      } catch (error) {
        signal.throwIfAborted();
        // One ledger's trouble stops no other.
        hasCrashed = true;
        failInternally(error, source.file);
      }
    }
    // A ledger that was not there to be read was not checked.
    const isWhole = problems.length === 0 && !hasCrashed && isFull(options);
    if (heartbeat !== null && edge !== null && isWhole && isPublished(outcomes)) {
      await sendHeartbeat(heartbeat, { http: edge.http, job, say }, signal);
    }
  };
  try {
    const access = accessOf(credentials, heartbeat, shared);
    await withEdge(
      bounds.probes ? inputs : null,
      access,
      { end, line: say.command.unanswering(null) },
      takeAll,
    );
    await commentOn(outcomes, shared, say);
    const [first] = outcomes;
    // A ledger whose issue was not written may be the one that another was moved to: then nothing is closed.
    if (first !== undefined && outcomes.length === sources.length && isPublished(outcomes)) {
      const files = sources.map(({ file }) => file);
      await closeLeft(files, shared, messagesFor(first.report.language));
    }
  } finally {
    tellOutputs(job, outcomes, inputs.outputDir);
  }
  for (const { failures } of outcomes) for (const failure of failures) job.fail(failure);
  return hasCrashed;
}

function isPublished(outcomes: readonly LedgerOutcome[]): boolean {
  return outcomes.every(({ report }) => report.unpublished.length === 0);
}

/** The ledgers that fall to this job. */
async function loadOwn(
  { ledger, shard }: Values<'action'>,
  root: string,
  say: Messages,
): Promise<LoadedLedgers> {
  const all = await loadLedgers(ledger, root, say.command);
  const isOwn = ({ file }: { readonly file: string }) => shard === null || isInShard(file, shard);
  return { ...all, sources: all.sources.filter(isOwn), crashes: all.crashes.filter(isOwn) };
}

function openRun(opened: Pick<Run, 'job' | 'bounds' | 'inputs' | 'port' | 'ledgers'>): Run {
  const { job, bounds, inputs, port } = opened;
  const at = inputs.now ?? Temporal.Now.instant();
  const label = inputs.labels[0] ?? 'recovery-ledger';
  return {
    ...opened,
    book: bounds.issue && port !== null ? openIssueBook(port, label, at) : null,
    runUrl: runUrlOf(job),
    commit: /^[0-9a-f]{40,64}$/.exec(job.environment('GITHUB_SHA'))?.[0] ?? null,
    at,
  };
}

/** What is known of the repository that the ledgers lie in. */
async function repositoryOf(
  event: RunEvent,
  { schedule }: CheckOptions,
  { bounds, port }: Run,
): Promise<Pick<CheckOptions, 'repository' | 'isPublic'>> {
  const said = isPublicIn(event);
  const isWatched = schedule.length > 0;
  const state = bounds.issue && (isWatched || said === null) ? await readRepository(port) : null;
  return {
    repository: isWatched ? state : null,
    isPublic: said ?? (state === null || state === 'refused' ? null : state.isPublic),
  };
}

/** What the looks may use beside the network. */
function accessOf(
  credentials: readonly Credential[],
  heartbeat: string | null,
  { job, bounds, port }: Run,
): Omit<EdgeOptions, 'userAgent'> {
  const token = optionsOf('action').token.name;
  const hidden = {
    // Also where no credential may be read: the token is there all the same.
    secrets: bounds.token ? [job.secret(token)] : [],
    secretAddresses: heartbeat === null ? [] : [heartbeat],
  };
  if (!bounds.credentials) return { ...hidden, credentials: [], providers: null, accounts: null };
  return {
    ...hidden,
    credentials,
    providers: {
      environment: job.environment,
      mask: job.mask,
      github: {
        apiUrl: apiUrlOf(job.environment),
        repository: job.environment('GITHUB_REPOSITORY') || null,
        token: job.secret(token) || null,
      },
    },
    accounts: port === null ? null : openAccounts(port),
  };
}

function isFull({ only, mode }: CheckOptions): boolean {
  return only === null && (mode === 'monthly' || mode === 'handover');
}
