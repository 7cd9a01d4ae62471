import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from './checklist/hours.ts';
import { filesNamedBy } from './checklist/index.ts';
import type { Clock } from './edge/clock.ts';
import type { FilesEdge } from './edge/files.ts';
import type { NetworkEdge } from './edge/open.ts';
import { type Judgement, judge } from './judge.ts';
import { type ParsedLedger, parseLedger } from './ledger/parse.ts';
import type { Ledger } from './ledger/schema.ts';
import { parseDuration } from './ledger/values.ts';
import type { Language } from './messages/messages.ts';
import { readNamedFiles, refusedFiles } from './named-files.ts';
import { type Part, partOfProbe, planChecks, probes } from './probes/index.ts';
import { observeAll } from './probes/observe.ts';
import type { Observation } from './probes/probe.ts';
import { buildInvalidReport, buildReport, type ReportFrame } from './report/build.ts';
import type { Mode, NotAsked, Report } from './report/report.ts';
import { type NextCheck, nextRuns, type ScheduleLine } from './schedule.ts';
import { version } from './version.ts';

/** A ledger as it was found. */
export interface LedgerSource {
  /** As the user named it, from the work tree's root, with `/`. */
  readonly file: string;
  readonly bytes: Uint8Array;
}

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
}

/** All that a check needs of the world. */
export interface CheckWorld {
  readonly clock: Clock;
  /** Null where nothing may be looked at. */
  readonly edge: NetworkEdge | null;
  readonly files: FilesEdge;
  loadHolidays(countries: readonly string[], from: Temporal.Instant): Promise<HolidayCalendar>;
  readonly signal: AbortSignal;
}

/** A ledger that was checked, with what the documents are made of. */
export interface CheckedLedger {
  readonly source: LedgerSource;
  readonly report: Report;
  /** Null where the ledger could not be read. */
  readonly parsed: ParsedLedger | null;
  readonly judgement: Judgement | null;
  readonly holidays: HolidayCalendar;
  /** What went wrong in our own code: the rest is reported, then the run ends with an internal error. */
  readonly crashes: readonly { readonly subject: string; readonly error: unknown }[];
  /** Whether the whole ledger was looked at, so that silence means that nothing was found. */
  readonly complete: boolean;
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

  const result = parseLedger(source.bytes, { file: source.file, now: now.toString() });
  if (!result.ok) {
    const language = options.language ?? languageOf(source.bytes);
    const { next } = nextRuns(now, 'UTC', { ...options, every: parseDuration('1 month')! });
    const report = buildInvalidReport(frame(language, next), source.file, result.sha256, result.problems);
    return unjudged(source, report);
  }
  const { parsed } = result;
  const { ledger } = parsed;
  const language = options.language ?? ledger.site.language ?? languageOf(source.bytes);
  const zone = ledger.site.timezone;
  const runs = nextRuns(now, zone, { ...options, every: ledger.review.every });

  const planned = world.edge === null ? [] : planChecks(ledger, options.only);
  const [observations, files, holidays] = await Promise.all([
    world.edge === null
      ? []
      : observeAll(planned, {
          edge: { ...world.edge, files: world.files },
          clock: world.clock,
          retryWaitsMs: options.retryWaitsMs,
          deadlineMs: options.deadlineMs,
          concurrency: 50,
          signal: world.signal,
        }),
    options.readFiles ? readNamedFiles(filesNamedBy(ledger), world, options) : null,
    world.loadHolidays(countriesOf(ledger), now),
  ]);

  const refused = files === null ? [] : refusedFiles(files, parsed);
  if (refused.length > 0) {
    const report = buildInvalidReport(frame(language, runs.next), source.file, parsed.sha256, refused);
    return unjudged(source, report);
  }

  const notAsked = notAskedOf(ledger, options);
  const judgement = judge({
    parsed,
    now,
    runs,
    workflow: options.workflow,
    holidays,
    files,
    looked: observations.map((observation, index) => ({ planned: planned[index]!, observation })),
    dnsAnswered: world.edge?.dns.hasAnswered() ?? false,
    lookedAtAll: world.edge !== null && options.only === null,
  });
  const report = buildReport(frame(language, runs.next), parsed, judgement, observations, notAsked);
  return {
    source,
    report,
    parsed,
    judgement,
    holidays,
    crashes: crashesOf(observations),
    complete: world.edge !== null && options.only === null && options.readFiles,
  };
}

function unjudged(source: LedgerSource, report: Report): CheckedLedger {
  const holidays: HolidayCalendar = { isHoliday: () => false };
  return { source, report, parsed: null, judgement: null, holidays, crashes: [], complete: false };
}

function crashesOf(observations: readonly Observation[]) {
  return observations.flatMap(({ check, outcome }) =>
    outcome.type === 'crashed' ? [{ subject: `${check.probe} ${check.subject}`, error: outcome.error }] : [],
  );
}

/** The language of a ledger that does not say it, or cannot be read: Japanese if it holds kana. */
function languageOf(bytes: Uint8Array): Language {
  const text = new TextDecoder().decode(bytes.subarray(0, 65_536));
  const said = /^\s*language:\s*["']?(ja|en)\b/m.exec(text);
  if (said !== null) return said[1] as Language;
  return /[\u3041-\u30ff]/.test(text) ? 'ja' : 'en';
}

function countriesOf(ledger: Ledger): string[] {
  const countries = Object.values(ledger.contacts ?? {}).flatMap(({ holidays }) => holidays?.country ?? []);
  return [...new Set(countries)].sort();
}

/** What the ledger claims and this run did not look at. */
function notAskedOf(ledger: Ledger, options: CheckOptions): NotAsked[] {
  const claimed: Record<NotAsked['what'], boolean> = {
    endpoints: true,
    certificates: true,
    dns: (ledger.reality.dns ?? []).length > 0,
    mail: Object.keys(ledger.reality.mail ?? {}).length > 0,
    domains: Object.keys(ledger.reality.domains ?? {}).length > 0,
    backups: Object.keys(ledger.reality.backups ?? {}).length > 0,
    files: filesNamedBy(ledger).length > 0,
  };
  const built = new Set<string>(probes.map((probe) => partOfProbe[probe.name]));
  return (Object.keys(claimed) as NotAsked['what'][]).flatMap((what): NotAsked[] => {
    if (!claimed[what]) return [];
    if (what === 'files') return options.readFiles ? [] : [{ what, reason: 'event' }];
    if (options.unseen !== null) return [{ what, reason: options.unseen }];
    if (options.only !== null && !options.only.has(what)) return [{ what, reason: 'only' }];
    return built.has(what) ? [] : [{ what, reason: 'not-built' }];
  });
}
