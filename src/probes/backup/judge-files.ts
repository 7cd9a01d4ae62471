import { seriesOfName } from '../../providers/files/names.ts';
import type { RestorePoint } from '../../providers/provider.ts';
import type { Finding } from '../../rules/finding.ts';
import type { Case } from './case.ts';
import type { BackupFact } from './fact.ts';
import {
  distinct,
  doubted,
  isNewestKnown,
  judgeAge,
  judgeNone,
  judgeNumber,
  judgeSize,
  judgeThaw,
  unreadOf,
} from './judge-kind.ts';
import { momentOf } from './order.ts';
import { comesAgain, type Series } from './series.ts';
import { usualSize } from './size.ts';

// Several series of files in one place: what has stopped behind those that go on.

/** So many of the last gaps between them are their pace; as with `every`, half a gap more is no delay. */
const mostGaps = 10;
const patience = 1.5;

/**
 * Several series of files in one place. Nothing of them is new: that is reported once. Some are: each that is not has
 * stopped, behind those that go on. What is no series, since it came once or twice, is no backup that could stop.
 */
export function judgeSeriesOfFiles(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  const { atMostMs, keep } = it.claim;
  const ages = new Map(all.map((series) => [series, ageOf(series, it)]));
  const isNew = (series: Series) => atMostMs === null || ages.get(series)! <= atMostMs;
  const dated = all.flatMap(({ future, kind }) =>
    future[0] === undefined ? [] : [it.report('backup/future-dated', kind, { at: future[0].at! })],
  );
  if (!all.some(isNew)) return [...dated, ...judgeAllOld(all, fact, it)];
  const isNamed = fact.kindsAre === 'named';
  const largest = largestOf(all);
  const regular = all.filter((series) => isNamed || isRegular(series, it));
  const judged = all.flatMap((series): Finding[] => {
    const [newest] = series.good;
    if (newest === undefined) {
      return series.future.length > 0
        ? []
        : judgeNone([series], fact, it).map((each) => distinct(each, series, it));
    }
    const limitMs = isNamed ? atMostMs : ownLimitMs(series, it);
    if (limitMs !== null && ages.get(series)! > limitMs && series.future.length === 0) {
      return regular.includes(series) ? judgeStopped(series, newest, limitMs, fact, it) : [];
    }
    const ofNewest = [
      ...judgeSize(series, newest, it, series === largest),
      ...(regular.includes(series) ? judgeNumber(series, fact, it) : []),
      ...judgeThaw(series, it),
    ];
    return isNewestKnown(fact) ? ofNewest : doubted(ofNewest, [], fact, series, it);
  });
  const isCountedAsOne = keep !== null && regular.length === 0 && fact.isComplete;
  const found = Object.values(fact.good).reduce((sum, each) => sum + each, 0);
  return [
    ...dated,
    ...judged,
    ...(isCountedAsOne && found < keep ? [it.report('backup/too-few', null, { found, keep })] : []),
    ...judgeGone(fact, it),
    ...judgeOthers(all, regular, fact, it),
  ];
}

/** How old the newest good one is, milliseconds; infinite where there is none. */
function ageOf({ good: [newest] }: Series, { now }: Case): number {
  return newest === undefined ? Number.POSITIVE_INFINITY : now - momentOf(newest);
}

function judgeAllOld(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  const [last] = [...all].sort((one, other) => ageOf(one, it) - ageOf(other, it));
  const [newest] = last?.good ?? [];
  if (last === undefined || newest === undefined) return [];
  const future = all.flatMap((series) => series.future);
  return judgeAge({ ...last, kind: null, future }, newest, fact, it);
}

/** The series whose backups are the largest: what the ledger calls the smallest is meant of it. */
function largestOf(all: readonly Series[]): Series | null {
  const sizeOf = ({ good: [newest, ...rest] }: Series) =>
    newest === undefined ? -1 : Math.max(newest.sizeBytes ?? 0, usualSize(newest, [newest, ...rest]) ?? 0);
  return [...all].sort((one, other) => sizeOf(other) - sizeOf(one))[0] ?? null;
}

/** Whether backups of this series are seen to come again and again: then they are missed when they do not. */
function isRegular({ good, kind }: Series, { claim, before }: Case): boolean {
  return before.get(kind)?.comes === true || comesAgain(good, claim.atMostMs);
}

/** How old the newest of a series may be: as the ledger says, or by its own pace where that is slower. */
function ownLimitMs({ good }: Series, { claim: { atMostMs } }: Case): number | null {
  if (atMostMs === null) return null;
  const gaps = good
    .slice(1)
    .map((each, index) => momentOf(good[index]!) - momentOf(each))
    .slice(0, mostGaps)
    .sort((a, b) => a - b);
  const usualMs = gaps[Math.floor(gaps.length * 0.75)] ?? 0;
  return Math.max(atMostMs, usualMs * patience);
}

function judgeStopped(
  series: Series,
  newest: RestorePoint,
  limitMs: number,
  fact: BackupFact,
  it: Case,
): Finding[] {
  if (!fact.isComplete) return [it.unseen(unreadOf(fact), null, series.kind)];
  const kind = series.kind ?? '';
  const data = { newest: newest.at!, ageMs: ageOf(series, it), limitMs, isGone: false };
  return [it.report('backup/series-stopped', kind, data)];
}

/** Series that earlier runs saw to come, and of which nothing is left beside those that are listed. */
export function judgeGone(fact: BackupFact, it: Case): Finding[] {
  const limitMs = it.claim.atMostMs;
  const present = new Set(fact.points.flatMap(({ kind, series }) => kind ?? series ?? []));
  if (fact.kindsAre === 'named' || limitMs === null || !fact.isComplete || present.size === 0) return [];
  // Where few of a series are left, a number in its name counts as a counter.
  const isThere = (kind: string) => present.has(kind) || present.has(seriesOfName(kind).coarse);
  return [...it.before].flatMap(([kind, { newest, comes }]): Finding[] => {
    const ageMs = it.now - Date.parse(newest);
    if (kind === null || !comes || ageMs <= limitMs || isThere(kind)) return [];
    return [it.report('backup/series-stopped', kind, { newest, ageMs, limitMs, isGone: true })];
  });
}

/** What lies there and belongs to no series. */
function judgeOthers(
  all: readonly Series[],
  regular: readonly Series[],
  fact: BackupFact,
  { claim, now, others }: Case,
): Finding[] {
  const left = all.flatMap((series) => {
    const [newest] = series.good;
    const isOld =
      newest !== undefined && now - momentOf(newest) > (claim.atMostMs ?? Number.POSITIVE_INFINITY);
    return isOld && !regular.includes(series) && series.kind !== null ? [series.kind] : [];
  });
  const names = [...left, ...fact.others];
  return names.length === 0 ? [] : [others(names)];
}
