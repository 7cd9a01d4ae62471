import type { CheckOptions, LedgerBefore } from '../check/check.ts';
import { checkHere } from '../check/ledgers.ts';
import { outputFolder } from '../check/output.ts';
import { type Comparison, compareWith } from '../check/pull-request.ts';
import { leftOf, systemClock } from '../edge/clock.ts';
import { Stopped } from '../edge/ending.ts';
import type { OpenedEdge } from '../edge/open.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { firstSeen, previousCheck } from '../publish/marker.ts';
import type { CheckedLedger } from '../report/checked.ts';
import type { Report } from '../report/report.ts';
import { conclude, interrupted, writePapers } from './outcome.ts';
import { beforeOf, type Found, findIssue, publish, textBefore } from './publish.ts';
import { type IncidentSearch, publishRecovery, searchIncident, sinceOf } from './recovery.ts';
import type { LedgerOutcome, Published, Run } from './run-context.ts';

/** How the looks of a run are done: the same for all of its ledgers. */
export interface Looking {
  readonly options: CheckOptions;
  /** The folder that the names of ledgers are relative to. */
  readonly root: string;
  /** Null where nothing may be looked at. */
  readonly edge: OpenedEdge | null;
  readonly signal: AbortSignal;
  readonly underWay: UnderWay;
}

/** The ledger that is under way. */
export interface UnderWay {
  /** Its report, as far as it is known; null where no ledger is looked at, or what was seen of it is written. */
  reportNow: (() => Report) | null;
}

/**
 * One ledger's way through the run, in this order: what earlier runs left is read, the site is looked at, the report
 * is written, then published, then written again with what became of that. A fault of ours on the way is the
 * outcome's `crash`; what was seen until then is written.
 *
 * @throws where the run is stopped, or where our own code failed before anything was seen
 */
export async function takeLedger(source: LedgerSource, looking: Looking, run: Run): Promise<LedgerOutcome> {
  const known = await recall(source, run);
  const started = systemClock.elapsedMs();
  const checked = await look(source, known, looking).catch((error) => {
    looking.underWay.reportNow = null;
    throw error;
  });
  // What is written from here on is written whole or not at all.
  looking.signal.throwIfAborted();
  const written = await writePapers(checked, interrupted(run), run);
  looking.underWay.reportNow = null;
  let comparison: Comparison | null = null;
  let published = interrupted(run);
  let crash: LedgerOutcome['crash'] = null;
  try {
    comparison = await compare(checked, known, { ...looking, started });
    looking.signal.throwIfAborted();
    published = await publishLedger(checked, known, run);
  } catch (error) {
    if (looking.signal.reason instanceof Stopped) throw error;
    // Whatever broke publishing off, it is not taken up again.
    crash = { error };
  }
  const outcome = await conclude(checked, { published, comparison, written }, run);
  return { ...outcome, crash: outcome.crash ?? crash };
}

/** What earlier runs, or the commit that a pull request starts from, left of a ledger. */
interface Known {
  readonly found: Found;
  /** Null but in recovery runs. */
  readonly incident: IncidentSearch | null;
  readonly base: LedgerSource | null | 'unknown';
  readonly before: LedgerBefore | null;
}

async function recall(source: LedgerSource, run: Run): Promise<Known> {
  const found = await findIssue(run, source);
  const incident = run.bounds.mode === 'recovery' ? await searchIncident(run.port, source.file) : null;
  const base = await textBefore(source, run);
  const before = beforeOf(base, incident === null ? (found.issue?.state ?? null) : null);
  return { found, incident, base, before };
}

function look(
  source: LedgerSource,
  { found, incident, before }: Known,
  { options, underWay, ...here }: Looking,
): Promise<CheckedLedger> {
  const last = found.issue?.state ?? null;
  const known: Partial<CheckOptions> = {
    before,
    firstSeen: firstSeen(last),
    confirmed: incident?.found?.text.confirmed ?? options.confirmed,
    incidentSince: sinceOf(incident),
    previous: previousCheck(last),
  };
  const onLooking = (reportNow: () => Report) => {
    underWay.reportNow = reportNow;
  };
  return checkHere(source, { ...options, ...known }, { ...here, onLooking });
}

/** Looks at what the ledger was before within what its own look, which `started` then, left of the deadline. */
async function compare(
  checked: CheckedLedger,
  { base }: Known,
  { options, started, root, edge, signal }: Looking & { readonly started: number },
): Promise<Comparison | null> {
  if (base === 'unknown') return null;
  const deadlineMs = leftOf(options.deadlineMs, started);
  return compareWith(checked, base, (each) =>
    checkHere(each, { ...options, deadlineMs }, { root, edge, signal }),
  );
}

function publishLedger(checked: CheckedLedger, { found, incident }: Known, run: Run): Promise<Published> {
  if (incident === null) return publish(checked, found, run);
  const { job, port, inputs } = run;
  const folder = outputFolder(inputs.outputDir, checked.source.file);
  return publishRecovery(checked, incident, inputs.assignees, { job, port, folder });
}
