import { bandOf, type ItemState, type Score } from '../checklist/score.ts';
import type { Redact } from '../documents/redact.ts';
import { seenDigests } from '../judge/change-watch.ts';
import type { JudgedFinding } from '../judge/judged.ts';
import { messagesFor } from '../messages/index.ts';
import { byUrgency } from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { subjectOf } from '../rules/finding.ts';
import { probeRules } from '../rules/probe.ts';
import type { ItemNumber } from '../rules/rule.ts';
import { compareText } from '../text/compare.ts';
import { type IssueState, type RememberedFinding, siteKey } from './marker.ts';
import { type News, owedBy, type Saying, saidOf } from './news.ts';

/** A report as the issue shows it: what this run did not look at stands as the last run left it. */
export interface CarriedReport {
  readonly report: Report;
  /** When the findings that nobody looked at this time were last seen, by id. ISO times. */
  readonly asOf: ReadonlyMap<string, string>;
  /** What may or may not still hold, since its subject could not be looked at: remembered, not shown as true. */
  readonly waiting: readonly RememberedFinding[];
  /** What an exception silenced and nobody looked at: remembered, not shown. */
  readonly silent: readonly RememberedFinding[];
}

/**
 * Adds to `report` what the last run found in the parts that this one did not look at (`only`, an unreadable
 * ledger), and counts it in the score. The marker's own texts are untrusted, as all that is rendered.
 */
export function carryOver(report: Report, previous: IssueState | null): CarriedReport {
  if (previous === null) return { report, asOf: new Map(), waiting: [], silent: [] };
  const found = new Set(report.findings.map(({ id }) => id));
  const missing = previous.findings.filter(({ id, rule }) => !found.has(id) && rule !== 'ledger/invalid');
  const isDoubtful = doubtsOf(report);
  const unasked = new Set(missing.filter((each) => !wasAsked(each, report)));
  const kept = missing.filter((each) => unasked.has(each) || (each.kind !== 'unknown' && isDoubtful(each)));
  const silent = kept.filter(({ excepted }) => excepted);
  const carried = kept.filter((each) => !each.excepted && unasked.has(each) && !each.unseen);
  const waiting = kept
    .filter((each) => !each.excepted && !carried.includes(each))
    .map((each) => ({ ...each, unseen: true }));
  const asOf = new Map(carried.map(({ id, seenAt }) => [id, seenAt]));
  if (carried.length === 0) return { report, asOf, waiting, silent };
  const restored = carried.map((each) => restore(each, report));
  return {
    report: {
      ...report,
      findings: [...report.findings, ...restored].sort(byUrgency),
      score: report.score === null ? null : scoreWith(report.score, restored),
    },
    asOf,
    waiting,
    silent,
  };
}

/** Whether this run looked where the finding came from, so that its absence says something. */
function wasAsked({ part, rule }: RememberedFinding, { verdict, notAsked }: Report): boolean {
  if (verdict === 'invalid') return false;
  // An older version did not always know which part could not be looked at.
  if (part === null && Object.hasOwn(probeRules, rule)) return notAsked.length === 0;
  return notAsked.every(({ what }) => what !== part);
}

/**
 * Which findings of the parts that this run looked at may still hold, since their own look ended without being seen,
 * or could not see all of their subject.
 */
function doubtsOf({ findings, observations }: Report): (finding: RememberedFinding) => boolean {
  const key = (part: string, subject: string) => `${part} ${subject}`;
  const failed = Map.groupBy(observations, ({ part, subject }) => key(part, subject));
  const unseen = (looked: string) => failed.get(looked)?.some(({ result }) => isFailed(result)) ?? false;
  const seen = (looked: string) => failed.has(looked) && !unseen(looked);
  const unknown = new Set(
    findings.filter(({ kind }) => kind === 'unknown').map((each) => key(each.part, subjectOf(each))),
  );
  return (each) => {
    const { part } = each;
    if (part === null) return false;
    if (unknown.has(key(part, subjectOf(each)))) return true;
    if (part === 'ledger') return false;
    const looks = (each.looks ?? [subjectOf(each)]).map((subject) => key(part, subject));
    return looks.some(unseen) && !looks.some(seen);
  };
}

function isFailed(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'failed' in result;
}

/** What the marker is to remember of this run beside what its report says. */
export interface Remembered {
  /** The run's findings with their looks; empty where nothing was judged. */
  readonly judged: readonly JudgedFinding[];
  /** What the last run left. */
  readonly previous: IssueState | null;
  readonly changes: IssueState['changes'];
  readonly backups: IssueState['backups'];
  readonly news: News;
  readonly saying: Saying;
  /** Whether the comment that the last run named was written. */
  readonly isSaid: boolean;
}

/** What the marker is to remember of this run, the most urgent first. */
export function stateOf(
  { report, asOf, waiting, silent }: CarriedReport,
  redact: Redact,
  { judged, previous, changes, backups, news, saying, isSaid }: Remembered,
): IssueState {
  const clean = (text: string | null) => (text === null ? null : redact(text));
  const before = new Map((previous?.findings ?? []).map((each) => [each.id, each]));
  const made = new Map(judged.map((each) => [each.id, each]));
  const findings = [...report.findings].sort(byUrgency).map(
    (each): RememberedFinding => ({
      id: each.id.slice(0, 600),
      rule: each.rule,
      kind: each.kind,
      severity: each.severity,
      cause: each.cause,
      items: [...each.items],
      ...originOf(each, asOf.has(each.id) ? before.get(each.id) : undefined, made.get(each.id)),
      since: each.since,
      seenAt: asOf.get(each.id) ?? report.checkedAt,
      deadline: each.deadline,
      party: each.party?.slice(0, 100) ?? null,
      line: each.location.line,
      column: each.location.column,
      excepted: each.excepted !== null,
      unseen: false,
      ...saidOf(each.id, news, saying, before.get(each.id), isSaid),
      title: redact(each.title),
      expected: clean(each.expected),
      observed: clean(each.observed),
    }),
  );
  const site = report.site === null ? previous?.site : siteKey(report.site);
  return {
    checkedAt: report.checkedAt,
    ...(site === undefined ? {} : { site }),
    nextCheckAt: report.nextCheckAt,
    met: report.score?.met ?? null,
    findings: [
      ...findings,
      ...[...waiting, ...silent].map(({ said: _, ...each }) => ({
        ...each,
        ...saidOf(each.id, news, saying, before.get(each.id), isSaid),
      })),
    ],
    changes,
    backups,
    comment: owedBy(news, saying),
    truncated: false,
  };
}

const mostLooks = 10;

/** What made a finding: as the last run remembered it where this one did not look. */
function originOf(
  { part }: ReportedFinding,
  carried: RememberedFinding | undefined,
  judged: JudgedFinding | undefined,
): Pick<RememberedFinding, 'part' | 'looks' | 'seen'> {
  if (carried !== undefined) {
    const { looks, seen } = carried;
    return {
      part: carried.part,
      ...(looks === undefined ? {} : { looks }),
      ...(seen === undefined ? {} : { seen }),
    };
  }
  if (judged === undefined) return { part };
  const { looks, subject } = judged;
  const seen = seenDigests(judged);
  // Most findings are about what was looked at.
  const isOwn = looks.length === 0 || looks.includes(subject);
  return {
    part,
    ...(isOwn ? {} : { looks: looks.slice(0, mostLooks).map((each) => each.slice(0, 300)) }),
    ...(seen === '' ? {} : { seen }),
  };
}

function restore(each: RememberedFinding, report: Report): ReportedFinding {
  const rule = each.rule as ReportedFinding['rule'];
  const { means, why, remedy } = messagesFor(report.language).rules[rule];
  return {
    id: each.id,
    rule,
    part: each.part ?? 'ledger',
    kind: each.kind,
    severity: each.severity,
    cause: each.cause,
    items: each.items as ItemNumber[],
    title: each.title === '' ? `${means} (${subjectOf(each)})` : each.title,
    expected: each.expected,
    observed: each.observed,
    why,
    remedy,
    party: each.party,
    deadline: each.deadline,
    since: each.since,
    location: { path: report.ledger.path, line: each.line, column: each.column },
    acceptable: false,
    excepted: null,
  };
}

const worst: readonly ItemState[] = ['drift', 'stale', 'gap', 'unknown', 'met'];

function scoreWith(score: Score, carried: readonly ReportedFinding[]): Score {
  const items = score.items.map((item) => {
    const holding = carried.filter(
      (each) => each.items.includes(item.item) && (worst as readonly string[]).includes(each.kind),
    );
    const states = [item.state, ...holding.map(({ kind }) => kind as ItemState)];
    const state = worst.find((each) => states.includes(each))!;
    return { ...item, state, findings: [...item.findings, ...holding.map(({ id }) => id)].sort(compareText) };
  });
  const met = items.filter(({ state }) => state === 'met').length;
  // What is carried makes no band better; danger has another cause than the number of items too.
  return { ...score, items, met, band: score.band === 'danger' ? 'danger' : bandOf(met) };
}
