import { Temporal } from 'temporal-polyfill';
import type { Band } from '../checklist/score.ts';
import { slackMs } from '../probes/probe.ts';
import { severityRank } from '../rules/rule.ts';
import { compareText } from '../text/compare.ts';
import type { Verdict } from './report.ts';
import type { SiteReport } from './site-report.ts';

/** How a site stands in a fleet: its verdict; or nobody looked, or looked too long ago. */
export type FleetState = Verdict | 'late' | 'not-checked';

/** One row of the fleet's table. */
export interface FleetSite {
  /** The ledger's path. */
  readonly ledger: string;
  /** Null where the ledger cannot be read, or nobody looked. */
  readonly site: { readonly name: string; readonly url: string } | null;
  readonly state: FleetState;
  readonly score: { readonly met: number; readonly of: 10; readonly band: Band } | null;
  /** Findings that somebody has to act on, and how many of them are critical. */
  readonly toDo: number;
  readonly critical: number;
  /** The title of the most urgent of them that is about what can be seen from outside: it names no person. */
  readonly mostUrgent: string | null;
  /** The soonest date that is still to come; `at` is ISO 8601 in UTC. */
  readonly next: { readonly at: string; readonly what: string } | null;
  readonly checkedAt: string | null;
  readonly nextCheckAt: string | null;
  /** Whether the check that was to come has not come. */
  readonly isLate: boolean;
  /** IANA: days are shown in it. */
  readonly timezone: string;
  readonly issue: { readonly number: number; readonly url: string } | null;
}

/** Many reports as one. As `merge --format json` prints it. */
export interface Fleet {
  readonly version: 1;
  readonly tool: { readonly name: 'recovery-ledger'; readonly version: string };
  readonly mergedAt: string;
  /** The worst of all sites; `incomplete` too where a site was not checked, or too long ago. */
  readonly verdict: Verdict;
  readonly counts: { readonly [S in FleetState]: number };
  /** Files that should have been reports and could not be read. */
  readonly unread: readonly string[];
  /** Worst first. */
  readonly sites: readonly FleetSite[];
}

export interface FleetOptions {
  readonly now: Temporal.Instant;
  readonly version: string;
  /** Paths of the ledgers that there are: one without a report is shown as not checked. */
  readonly ledgers: readonly string[];
  readonly unread: readonly string[];
}

/** Worst first. */
const order: readonly FleetState[] = ['invalid', 'drift', 'not-checked', 'late', 'incomplete', 'match'];

/** One table of many sites, each by the newest of its reports. Pure. */
export function mergeReports(reports: readonly SiteReport[], options: FleetOptions): Fleet {
  const newest = new Map<string, SiteReport>();
  for (const report of reports) {
    // Repositories that hold one site each all name their ledger alike.
    const key = `${report.ledger.path}\n${report.site?.url ?? ''}`;
    const known = newest.get(key);
    if (known === undefined || known.checkedAt < report.checkedAt) newest.set(key, report);
  }
  const checked = [...newest.values()];
  const paths = new Set(checked.map(({ ledger }) => ledger.path));
  // A ledger that could not be read names no site: once it can be, the older report says nothing any more.
  const current = checked.filter(
    (each) =>
      each.site !== null ||
      !checked.some(
        (other) =>
          other !== each && other.ledger.path === each.ledger.path && other.checkedAt > each.checkedAt,
      ),
  );
  const missing = [...new Set(options.ledgers)].filter((path) => !paths.has(path));
  const sites = [
    ...current.map((report) => siteOf(report, options.now)),
    ...missing.map((ledger): FleetSite => ({ ...nothingOf(ledger), state: 'not-checked' })),
  ].sort(worstFirst);
  const counts = Object.fromEntries(
    order.map((state) => [state, sites.filter((each) => each.state === state).length]),
  ) as { [S in FleetState]: number };
  return {
    version: 1,
    tool: { name: 'recovery-ledger', version: options.version },
    mergedAt: options.now.round('second').toString(),
    verdict: verdictOf(counts, options.unread.length),
    counts,
    unread: options.unread,
    sites,
  };
}

function verdictOf(counts: Fleet['counts'], unread: number): Verdict {
  if (counts.invalid > 0) return 'invalid';
  if (counts.drift > 0) return 'drift';
  return counts['not-checked'] + counts.late + counts.incomplete + unread > 0 ? 'incomplete' : 'match';
}

const nothingOf = (ledger: string): Omit<FleetSite, 'state'> => ({
  ledger,
  site: null,
  score: null,
  toDo: 0,
  critical: 0,
  mostUrgent: null,
  next: null,
  checkedAt: null,
  nextCheckAt: null,
  isLate: false,
  timezone: 'UTC',
  issue: null,
});

function siteOf(report: SiteReport, now: Temporal.Instant): FleetSite {
  const toDo = report.findings
    .filter(({ kind, excepted }) => (excepted ?? null) === null && kind !== 'gap' && kind !== 'notice')
    .sort((a, b) => severityRank[a.severity] - severityRank[b.severity]);
  const next = report.deadlines
    .filter(({ at }) => Temporal.Instant.from(at).epochMilliseconds >= now.epochMilliseconds)
    .sort((a, b) => Temporal.Instant.compare(a.at, b.at))
    // The next run is no date that anybody has to keep.
    .find(({ at, finding }) => finding !== null || at !== report.nextCheckAt);
  const isLate =
    Temporal.Instant.from(report.nextCheckAt).epochMilliseconds + slackMs < now.epochMilliseconds;
  return {
    ...nothingOf(report.ledger.path),
    site: report.site === null ? null : { name: report.site.name, url: report.site.url },
    state: isLate && report.verdict !== 'invalid' && report.verdict !== 'drift' ? 'late' : report.verdict,
    score: report.score === null ? null : { met: report.score.met, of: 10, band: report.score.band },
    toDo: toDo.length,
    critical: toDo.filter(({ severity }) => severity === 'critical').length,
    mostUrgent: toDo.find(({ id }) => isPublicMatter(id))?.title ?? null,
    next: next === undefined ? null : { at: next.at, what: next.what },
    checkedAt: report.checkedAt,
    nextCheckAt: report.nextCheckAt,
    isLate,
    timezone: report.site?.timezone ?? 'UTC',
    issue: report.issue,
  };
}

/** Whether a finding is about what anybody can see, so that its title says nothing of people and logins. */
const isPublicMatter = (id: string) => /^(?:http|tls|dns|mail|domain|backup)\//.test(id);

function worstFirst(a: FleetSite, b: FleetSite): number {
  return (
    order.indexOf(a.state) - order.indexOf(b.state) ||
    b.critical - a.critical ||
    (a.score?.met ?? -1) - (b.score?.met ?? -1) ||
    b.toDo - a.toDo ||
    compareText(a.ledger, b.ledger)
  );
}
