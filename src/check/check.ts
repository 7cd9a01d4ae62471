import type { Temporal } from 'temporal-polyfill';
import { type Clock, leftOf } from '../edge/clock.ts';
import type { FilesEdge } from '../edge/files.ts';
import type { HolidayCalendar } from '../edge/holidays.ts';
import type { NetworkEdge } from '../edge/open.ts';
import { within } from '../edge/within.ts';
import type { ChangeWatch, LastRun } from '../judge/change-watch.ts';
import { type JudgeInput, type Judgement, judge, judgeContext, mainEndpoints } from '../judge/judge.ts';
import { type NextCheck, nextRuns, type ScheduleLine } from '../judge/schedule.ts';
import type { PreviousCheck, RepositoryState } from '../judge/schedule-watch.ts';
import { judgeSecrets } from '../judge/secrets.ts';
import type { NormalOperation } from '../judge/stages.ts';
import { filesNamedBy } from '../ledger/documents.ts';
import { languageOf } from '../ledger/language.ts';
import { parseLedger } from '../ledger/parse.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { type HiddenEndpoint, lookBehind } from '../probes/endpoint/hidden.ts';
import { type EndpointClaim, type EndpointFact, endpointProbe } from '../probes/endpoint/index.ts';
import { type KnownCheck, type Part, parts, planChecks } from '../probes/index.ts';
import { notSeen, observeAll } from '../probes/observe.ts';
import type { Check, Observation } from '../probes/probe.ts';
import type { CheckedLedger } from '../report/checked.ts';
import type { Mode, NotAsked, Report } from '../report/report.ts';
import { ruleNames } from '../rules/index.ts';
import type { Language } from '../text/language.ts';
import { isoTime } from '../text/time.ts';
import { parseDuration } from '../text/values.ts';
import { buildInvalidReport, buildReport, type ReportFrame } from './make-report.ts';
import { readNamedFiles, refusedFiles } from './named-files.ts';
import { version } from './version.ts';

export interface CheckOptions {
  readonly mode: Mode;
  /** Null: the ledger's own. */
  readonly language: Language | null;
  /** What to judge by instead of the clock. */
  readonly now: Temporal.Instant | null;
  readonly nextCheck: NextCheck | null;
  readonly schedule: readonly ScheduleLine[];
  /** The file that `schedule` was read from, from the repository's root. */
  readonly workflow: string | null;
  /** What GitHub says of that workflow's repository; `refused`: the token may not ask. */
  readonly repository?: RepositoryState | 'refused' | null;
  /** Whether everybody can read the repository; null or absent where it is not known. */
  readonly isPublic?: boolean | null;
  /** The check of this ledger before this one, where one is known. */
  readonly previous?: PreviousCheck | null;
  /** The ledger's text before a change, or what an earlier run left: what shows that something changed. */
  readonly before?: LedgerBefore | null;
  /** Null: everything. */
  readonly only: ReadonlySet<Part> | null;
  readonly retryWaitsMs: readonly number[];
  readonly deadlineMs: number;
  /** Why nothing may be looked at over the network; null if it may. */
  readonly unseen: 'offline' | 'event' | null;
  /** Whether the files beside the ledger are read. */
  readonly readFiles: boolean;
  /** When a finding was first seen, by its id. */
  readonly firstSeen: ReadonlyMap<string, string>;
  /** What people said to be back to normal after an incident. */
  readonly confirmed: ReadonlySet<NormalOperation>;
  /** When the incident began that a recovery run is about; null or absent where none is known. */
  readonly incidentSince?: Temporal.Instant | null;
}

/** A check of which nothing special is asked: of the ledger and the files beside it, no network. */
export const plainCheck: CheckOptions = {
  mode: 'monthly',
  language: null,
  now: null,
  nextCheck: null,
  schedule: [],
  workflow: null,
  only: null,
  retryWaitsMs: [],
  deadlineMs: 0,
  unseen: 'offline',
  readFiles: true,
  firstSeen: new Map(),
  confirmed: new Set(),
};

/** What a ledger is compared with. */
export type LedgerBefore =
  | { readonly type: 'text'; readonly bytes: Uint8Array }
  | { readonly type: 'last-run'; readonly last: LastRun };

/** All that a check needs of the world. */
export interface CheckWorld {
  readonly clock: Clock;
  /** Null where nothing may be looked at. */
  readonly edge: NetworkEdge | null;
  readonly files: FilesEdge;
  /** Those of countries that are not read by the time that `signal` aborts are not known. */
  loadHolidays(
    countries: readonly string[],
    from: Temporal.Instant,
    signal: AbortSignal,
  ): Promise<HolidayCalendar>;
  readonly signal: AbortSignal;
  /**
   * Handed, before anything is looked at, what makes the report of all that is known at the moment it is called. It
   * waits for nothing, and needs nothing of the world.
   */
  readonly onLooking?: (reportNow: () => Report) => void;
}

/**
 * The story: read the ledger, plan what is to be looked at, look, judge, report. Publishes nothing.
 * Rejects only when `world.signal` stops it.
 */
export async function checkLedger(
  source: LedgerSource,
  options: CheckOptions,
  world: CheckWorld,
): Promise<CheckedLedger> {
  const started = world.clock.elapsedMs();
  const leftMs = () => leftOf(options.deadlineMs, started, world.clock);
  const now = options.now ?? world.clock.now();
  const frame = (language: Language, nextCheckAt: Temporal.Instant): ReportFrame => ({
    version,
    mode: options.mode,
    language,
    checkedAt: now,
    nextCheckAt,
    durationMs: Math.round(world.clock.elapsedMs() - started),
    firstSeen: options.firstSeen,
  });

  const result = parseLedger(source.bytes, {
    file: source.file,
    now: now.toString(),
    ruleNames,
    ...(source.written === undefined ? {} : { written: source.written }),
  });
  if (!result.ok) {
    const language = options.language ?? languageOf(source.bytes);
    const { next } = nextRuns(now, 'UTC', { ...options, every: parseDuration('1 month')! });
    const report = buildInvalidReport(
      frame(language, next),
      source.file,
      result.sha256,
      result.problems,
      judgeSecrets(source.secrets ?? [], null),
    );
    return unjudged(source, report);
  }
  const { parsed } = result;
  const { ledger } = parsed;
  const language = options.language ?? ledger.site.language ?? languageOf(source.bytes);
  const zone = ledger.site.timezone;
  const runs = nextRuns(now, zone, { ...options, every: ledger.review.every });

  const scope = scopeOf(planChecks(ledger), ledger, options, world.edge);
  const [first, rest] = inOrder(scope.planned, ledger, options);
  const planned = [...first, ...rest];
  // Before the connections, which may be all that the machine lets this process open.
  const [files, holidays] = await Promise.all([
    options.readFiles ? readNamedFiles(ledger, world.files) : null,
    world.edge === null
      ? world.loadHolidays(countriesOf(ledger), now, world.signal)
      : within(leftMs(), 'deadline', world.signal, (enough) =>
          world.loadHolidays(countriesOf(ledger), now, enough),
        ),
  ]);
  world.signal.throwIfAborted();
  const refused = files === null ? [] : refusedFiles(files, parsed);
  if (refused.length > 0) {
    const report = buildInvalidReport(frame(language, runs.next), source.file, parsed.sha256, refused);
    return unjudged(source, report);
  }
  const seen: (Observation | undefined)[] = [];
  const lookedNow = () =>
    planned.map((each, index) => ({ planned: each, observation: seen[index] ?? notSeen(each, now) }));
  const inputOf = (looked: JudgeInput['looked']): JudgeInput => ({
    parsed,
    now,
    runs,
    workflow: options.workflow,
    schedule:
      options.workflow === null
        ? null
        : {
            workflow: options.workflow,
            lines: options.schedule,
            repository: options.repository ?? null,
            previous: options.previous ?? null,
          },
    secrets: source.secrets ?? [],
    isPublic: options.isPublic ?? null,
    changes: changeWatch(options.before ?? null, source, now),
    holidays,
    files,
    looked,
    asked: scope.asked,
    excluded: new Set(parts.filter((part) => !isIncluded(part, options))),
    dnsAnswered: world.edge?.dns.hasAnswered() ?? false,
    proxy: world.edge?.proxy ?? null,
  });
  const reportOf = (judged: Judgement, { looked }: JudgeInput, hidden: readonly HiddenEndpoint[]) =>
    buildReport(frame(language, runs.next), parsed, judged, looked, scope.notAsked, {
      confirmed: options.confirmed,
      since: options.incidentSince ?? null,
      hidden,
    });
  if (world.edge !== null) {
    world.onLooking?.(() => {
      const input = inputOf(lookedNow());
      return reportOf(judge(input), input, []);
    });
    await observeInTurn([first, rest], world.edge, { options, leftMs, world, seen });
  }
  const input = inputOf(world.edge === null ? [] : lookedNow());
  const judgement = judge(input);
  const crashes = [...judgement.crashes];
  const hidden =
    options.mode === 'recovery' && world.edge !== null
      ? await lookBehindBroken(input, judgement, world.edge, { now, leftMs, world }).catch((error) => {
          world.signal.throwIfAborted();
          // What was seen before stands without this look.
          crashes.push({ subject: 'hidden endpoints', error });
          return [];
        })
      : [];
  const report = reportOf(judgement, input, hidden);
  return {
    source,
    report,
    parsed,
    judgement,
    holidays,
    files,
    crashes,
    complete: world.edge !== null && options.only === null && options.readFiles,
  };
}

/** A ledger that could not be read before says nothing of what changed. */
function changeWatch(
  before: LedgerBefore | null,
  { file }: LedgerSource,
  now: Temporal.Instant,
): ChangeWatch | null {
  if (before === null || before.type === 'last-run') return before;
  const result = parseLedger(before.bytes, { file, now: now.toString(), ruleNames });
  return result.ok ? { type: 'base', ledger: result.parsed.ledger } : null;
}

/** A recovery run looks at the pages that decide the stages before all else; any other at everything at once. */
function inOrder(
  planned: readonly KnownCheck[],
  ledger: Ledger,
  { mode }: CheckOptions,
): [KnownCheck[], KnownCheck[]] {
  if (mode !== 'recovery') return [[...planned], []];
  const deciding = new Set([...mainEndpoints(ledger), ...(ledger.stages?.full?.verify ?? [])]);
  const decides = ({ probe, check }: KnownCheck) => probe.part === 'endpoints' && deciding.has(check.subject);
  return [planned.filter(decides), planned.filter((each) => !decides(each))];
}

/** Looks at one group after the other, within what is left of the deadline, and keeps in `seen` what was seen. */
async function observeInTurn(
  groups: readonly (readonly KnownCheck[])[],
  edge: NetworkEdge,
  looking: {
    readonly options: CheckOptions;
    readonly leftMs: () => number;
    readonly world: CheckWorld;
    readonly seen: (Observation | undefined)[];
  },
): Promise<void> {
  const { options, leftMs, seen } = looking;
  const { clock, files, signal } = looking.world;
  let before = 0;
  for (const group of groups) {
    const first = before;
    before += group.length;
    if (group.length === 0) continue;
    await observeAll(group, {
      edge: { ...edge, files },
      scrubber: edge.scrubber,
      clock,
      retryWaitsMs: options.retryWaitsMs,
      deadlineMs: leftMs(),
      concurrency: 50,
      signal,
      onSeen: (observation, index) => {
        seen[first + index] = observation;
      },
    });
  }
}

/** The broken pages of this run that are back behind old DNS answers or caches. */
async function lookBehindBroken(
  input: JudgeInput,
  { findings, excepted }: Judgement,
  edge: NetworkEdge,
  looking: { readonly now: Temporal.Instant; readonly leftMs: () => number; readonly world: CheckWorld },
): Promise<HiddenEndpoint[]> {
  const { now, leftMs, world } = looking;
  const context = judgeContext(input);
  const drifting = new Set(
    findings
      .filter(({ part, kind, id }) => part === 'endpoints' && kind === 'drift' && !excepted.has(id))
      .map(({ subject }) => subject),
  );
  const broken = input.looked.flatMap(({ planned: { probe, check } }) =>
    probe.part === 'endpoints' && drifting.has(check.subject) ? [check as Check<EndpointClaim>] : [],
  );
  const isFine = (check: Check<EndpointClaim>, fact: EndpointFact) =>
    endpointProbe.judge({ check, fact }, context).every(({ kind }) => kind !== 'drift' && kind !== 'unknown');
  const hidden = await within(leftMs(), 'deadline', world.signal, (enough) =>
    lookBehind(broken, isFine, edge, isoTime(now), enough),
  );
  world.signal.throwIfAborted();
  return hidden;
}

function unjudged(source: LedgerSource, report: Report): CheckedLedger {
  const holidays: HolidayCalendar = { isHoliday: () => false };
  return {
    source,
    report,
    parsed: null,
    judgement: null,
    holidays,
    files: null,
    crashes: [],
    complete: false,
  };
}

function countriesOf(ledger: Ledger): string[] {
  const countries = Object.values(ledger.contacts ?? {}).flatMap(({ holidays }) => holidays?.country ?? []);
  return [...new Set(countries)].sort();
}

/** What a run looks at, and what it does not. */
interface Scope {
  /** In the table's order. */
  readonly planned: readonly KnownCheck[];
  /** The parts of which every claim is looked at. */
  readonly asked: ReadonlySet<Part>;
  /** What the ledger claims and this run does not look at. */
  readonly notAsked: readonly NotAsked[];
}

function scopeOf(
  claimed: readonly KnownCheck[],
  ledger: Ledger,
  options: CheckOptions,
  edge: NetworkEdge | null,
): Scope {
  const isWithheld = ({ probe: { needs } }: KnownCheck) => needs !== null && (edge?.[needs] ?? null) === null;
  const notAsked = parts.flatMap((what): NotAsked[] => {
    const checks = claimed.filter(({ probe }) => probe.part === what);
    // Where there is no token to ask GitHub with, nobody expects it.
    const expected = checks.filter((each) => each.probe.needs !== 'accounts' || !isWithheld(each));
    // When people last looked through the ledger is asked of every ledger.
    const isLeftOut = what === 'people' && !isIncluded(what, options);
    if (expected.length === 0 && !isLeftOut) return [];
    if (options.unseen !== null) return [{ what, reason: options.unseen }];
    if (!isIncluded(what, options)) return [{ what, reason: 'only' }];
    return expected.some(isWithheld) ? [{ what, reason: 'no-credentials' }] : [];
  });
  if (filesNamedBy(ledger).length > 0 && !options.readFiles)
    notAsked.push({ what: 'files', reason: 'event' });
  const included = edge === null ? [] : parts.filter((part) => isIncluded(part, options));
  const withheld = new Set(claimed.filter(isWithheld).map(({ probe }) => probe.part));
  return {
    planned: claimed.filter((each) => included.includes(each.probe.part) && !isWithheld(each)),
    asked: new Set(included.filter((part) => !withheld.has(part))),
    notAsked,
  };
}

function isIncluded(part: Part, { only }: CheckOptions): boolean {
  return only === null || only.has(part);
}
