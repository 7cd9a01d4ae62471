import { type Cause, type ItemNumber, type Kind, severityRank } from '../rules/rule.ts';
import { compareText } from '../text/compare.ts';
import type { ReportedFinding } from './report.ts';

const causeRank: Record<Cause, number> = { access: 0, contact: 1, procedure: 2 };

/** What is broken now, what will break at a known time, what is to be confirmed; the rest is listed apart. */
function phaseOf({ kind, deadline }: ReportedFinding): number {
  if (kind === 'stale') return 2;
  return kind === 'expiring' || (kind === 'drift' && deadline !== null) ? 1 : 0;
}

/**
 * What is most urgent first: what is broken now before what will break, each by severity, then the deadline, then
 * access → contact → procedure. Total.
 */
export function byUrgency(a: ReportedFinding, b: ReportedFinding): number {
  return (
    phaseOf(a) - phaseOf(b) ||
    severityRank[a.severity] - severityRank[b.severity] ||
    compareText(a.deadline ?? '~', b.deadline ?? '~') ||
    causeRank[a.cause] - causeRank[b.cause] ||
    (a.items[0] ?? 11) - (b.items[0] ?? 11) ||
    compareText(a.id, b.id)
  );
}

/** Items in the order in which their holes are filled: access, contact, procedure. */
export const itemsByCause: readonly ItemNumber[] = [7, 8, 2, 3, 1, 4, 5, 6, 9, 10];

/** The three to start with. */
export const startWith: readonly ItemNumber[] = [2, 7, 5];

/** By their place in the ledger, top to bottom. Total. */
export function byPlace(a: ReportedFinding, b: ReportedFinding): number {
  const [one, other] = [a.location, b.location];
  return one.line - other.line || one.column - other.column || compareText(a.id, b.id);
}

/** Findings that one person deals with in one go: of one rule, party, severity and remedy. Never empty. */
export type FindingGroup = readonly [ReportedFinding, ...ReportedFinding[]];

/**
 * Findings that are alike, together, where the first of them stands.
 *
 * @param asOf when those were last seen that nobody looked at this time, by id: they stay apart from the others
 */
export function grouped(
  findings: readonly ReportedFinding[],
  asOf: ReadonlyMap<string, string> = new Map(),
): FindingGroup[] {
  const groups = Map.groupBy(findings, ({ id, rule, party, severity, kind, remedy }) =>
    JSON.stringify([rule, party, severity, kind, remedy, asOf.get(id)]),
  );
  return [...groups.values()] as unknown as FindingGroup[];
}

/** The findings of a report, sorted into what a reader does about them. Excepted ones stand apart. */
export interface SortedFindings {
  /** Somebody has to act or to confirm: drift, expiring, stale. */
  readonly toDo: readonly ReportedFinding[];
  readonly unseen: readonly ReportedFinding[];
  readonly holes: readonly ReportedFinding[];
  readonly notices: readonly ReportedFinding[];
  readonly excepted: readonly ReportedFinding[];
}

export function sortFindings(findings: readonly ReportedFinding[]): SortedFindings {
  const ordered = [...findings].sort(byUrgency);
  const open = ordered.filter((each) => each.excepted === null);
  const of = (...kinds: Kind[]) => open.filter((each) => kinds.includes(each.kind));
  return {
    toDo: of('drift', 'expiring', 'stale'),
    unseen: of('unknown'),
    holes: of('gap'),
    notices: of('notice'),
    excepted: ordered.filter((each) => each.excepted !== null),
  };
}
