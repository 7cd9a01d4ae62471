import { Temporal } from 'temporal-polyfill';
import type { CheckOptions } from '../check/check.ts';
import {
  commaSeparated,
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
} from '../check/inputs.ts';
import { checkHere, loadLedgers, withEdge } from '../check/ledgers.ts';
import { outputFolder } from '../check/output.ts';
import { compareWith } from '../check/pull-request.ts';
import { referenceOf } from '../check/reference.ts';
import { openAccounts } from '../edge/accounts.ts';
import { type Job, openJob } from '../edge/commands.ts';
import { Stopped, spreadNet, stopSignal, Uncaught } from '../edge/ending.ts';
import { ProbeFailure } from '../edge/failure.ts';
import { PublishFailure } from '../edge/github-port.ts';
import type { HttpEdge } from '../edge/http.ts';
import type { OpenedEdge } from '../edge/open.ts';
import { InputProblem } from '../edge/options.ts';
import { holdOutputs } from '../edge/terminal.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { messagesFor } from '../messages/index.ts';
import type { Messages } from '../messages/messages.ts';
import { openIssueBook } from '../publish/issue-book.ts';
import { firstSeen, previousCheck } from '../publish/marker.ts';
import type { Language } from '../text/language.ts';
import { boundsOf, isPublicIn } from './bounds.ts';
import { openPort, readEvent, readRepository, readWorkflow, runUrlOf } from './event.ts';
import { commentOn, conclude, tellOutputs } from './outcome.ts';
import { beforeOf, findIssue, publish, textBefore } from './publish.ts';
import { publishRecovery, searchIncident, sinceOf } from './recovery.ts';
import type { ActionInputs, LedgerOutcome, Run } from './run-context.ts';
import { isInShard } from './shard.ts';

/** Runs the action as the runner starts it. Sets the exit status; never rejects. */
export async function runAction(): Promise<void> {
  holdOutputs();
  const job = openJob();
  let say = messagesFor('en');
  const failInternally = (error: unknown) => job.fail(say.command.internalError(referenceOf(error)));
  const net = spreadNet(internalError, failInternally);
  try {
    const language = readLanguage(job.input);
    say = messagesFor(language ?? 'en');
    await run(job, language, say, net.signal);
  } catch (error) {
    if (error instanceof InputProblem) job.fail(say.command.inputProblem(error));
    else if (error instanceof Stopped) job.fail(say.command.stopped);
    // What fell into the net is said below.
    else if (!(error instanceof Uncaught)) failInternally(error);
  }
  net.close();
}

/** The exit status after what nothing caught, as the command line's. */
const internalError = 4;

async function run(job: Job, language: Language | null, say: Messages, net: AbortSignal): Promise<void> {
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

  const signal = AbortSignal.any([stopSignal(), net]);
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
  async function checkOne(source: LedgerSource, edge: OpenedEdge | null): Promise<void> {
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
    try {
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
    } catch (error) {
      // What was seen is written all the same; whatever broke publishing off, it is not taken up again.
      if (!(signal.reason instanceof Stopped)) {
        const failure = bounds.issue ? new PublishFailure('interrupted') : null;
        outcomes.push(await conclude(checked, { issue: null, failure }, null, shared));
      }
      throw error;
    }
  }

  let hasCrashed = false;
  try {
    await withEdge(bounds.probes ? network : null, { credentials, providers, accounts }, async (edge) => {
      for (const source of sources) {
        try {
          await checkOne(source, edge);
        } catch (error) {
          signal.throwIfAborted();
          // One ledger's trouble stops no other.
          hasCrashed = true;
          job.fail(say.command.internalError(referenceOf(error)));
        }
      }
      const isFull = options.only === null && (bounds.mode === 'monthly' || bounds.mode === 'handover');
      // A ledger that was not there to be read was not checked.
      const isPublished =
        problems.length === 0 &&
        !hasCrashed &&
        outcomes.every(({ report }) => report.unpublished.length === 0);
      if (heartbeat !== null && edge !== null && isFull && isPublished) {
        await sendHeartbeat(heartbeat, edge.http, job, say, signal);
      }
    });
    await commentOn(outcomes, shared, say);
  } finally {
    tellOutputs(job, outcomes);
  }
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
