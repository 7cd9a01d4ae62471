import type { FailureCode } from '../../edge/failure.ts';
import type { RestorePoint } from '../../providers/provider.ts';
import type { BackupRules, LastAttempt } from '../../rules/backup.ts';
import type { Finding } from '../../rules/finding.ts';
import { instantOf } from '../../text/time.ts';
import { hourMs, roughMilliseconds } from '../../text/values.ts';
import type { Case } from './case.ts';
import type { BackupFact } from './fact.ts';
import { isCounted, momentOf } from './order.ts';
import { type Series, usualDuration } from './series.ts';
import { isComparable, usualSize } from './size.ts';

// What is wrong with one kind, or one series, of the restore points of a backup.

/** What is under so much of the usual size is an empty backup; under so much, one that lost something. */
const emptyShare = 0.1;
const shrunkShare = 0.5;
/** Where the ledger's word on the size holds, so many earlier ones say what is usual. */
const mostCompared = 5;
/** Without any duration to compare with. */
const longestRunMs = 6 * hourMs;
/** What usually takes a minute may well take ten. */
const shortestRunMs = hourMs / 2;

export function judgeSeries(series: Series, fact: BackupFact, it: Case): Finding[] {
  const { good, future, kind } = series;
  const [newest] = good;
  const dated =
    future[0] === undefined ? [] : [it.report('backup/future-dated', kind, { at: future[0].at! })];
  // Another kind has good ones: this one had attempts alone.
  if (newest === undefined) {
    return dated.length > 0 ? dated : judgeNone([series], fact, it).map((each) => distinct(each, series, it));
  }
  const age = judgeAge(series, newest, fact, it);
  const ofNewest = [
    // That a backup failed is known, though its age may not be.
    ...(age.some(({ rule }) => rule === 'backup/too-old') ? [] : judgeAttempts(series, newest, it)),
    ...judgeSize(series, newest, it, true),
    ...judgeStuck(series, it),
    ...judgeNumber(series, fact, it),
    ...judgeThaw(series, it),
    ...judgeExpiry(series, lastExpiry(good), it),
  ];
  return [...dated, ...age, ...(isNewestKnown(fact) ? ofNewest : doubted(ofNewest, age, fact, series, it))];
}

/** A listing whose end was not read may go on with newer ones, unless the newest is all that is ever shown. */
export function isNewestKnown({ isComplete, isNewestOnly }: BackupFact): boolean {
  return isComplete || isNewestOnly;
}

/** What is wrong with the newest that was read may not be wrong with the newest: then that is not known. */
export function doubted(
  ofNewest: readonly Finding[],
  age: readonly Finding[],
  fact: BackupFact,
  series: Series,
  it: Case,
): Finding[] {
  if (ofNewest.length === 0 || age.length > 0) return [];
  return [it.unseen(unreadOf(fact), null, series.kind)];
}

export function distinct(found: Finding, series: Series, it: Case): Finding {
  if (found.rule !== 'backup/none' || series.kind === null) return found;
  const { lastAttempt } = found.data as BackupRules['backup/none'];
  return it.report('backup/none', series.kind, { lastAttempt });
}

export function judgeAge(series: Series, newest: RestorePoint, fact: BackupFact, it: Case): Finding[] {
  const limitMs = it.claim.atMostMs;
  const ageMs = it.now - momentOf(newest);
  // An attempt of the future that is good would be newer: then its own finding speaks.
  if (limitMs === null || ageMs <= limitMs || series.future.length > 0) return [];
  const unread = series.attempts.find(
    (each) => each.state === 'unknown' && it.now - momentOf(each) <= limitMs,
  );
  if (unread !== undefined) return [it.unseen('state-unknown', unread.rawState, series.kind)];
  if (!fact.isComplete) return [it.unseen(unreadOf(fact), null, series.kind)];
  const [last] = series.attempts;
  return [
    it.report('backup/too-old', series.kind, {
      newest: newest.at!,
      meaning: newest.meaning,
      ageMs,
      limitMs,
      lastAttempt: last === undefined ? null : attemptOf(last),
    }),
  ];
}

/** The newest attempt that has ended, where it is newer than the newest good one. */
function judgeAttempts({ attempts, kind }: Series, newest: RestorePoint, it: Case): Finding[] {
  const [ended] = attempts.filter(({ state }) => state !== 'in-progress');
  if (ended === undefined || ended.state === 'unknown') return [];
  return [it.report('backup/failed', kind, { lastAttempt: attemptOf(ended), newest: newest.at! })];
}

/** `isMeant`: whether the smallest size that the ledger names is meant of this series. */
export function judgeSize(
  { good, kind }: Series,
  newest: RestorePoint,
  it: Case,
  isMeant: boolean,
): Finding[] {
  const { sizeBytes } = newest;
  if (sizeBytes == null || !isComparable(newest)) return [];
  const { claim, before } = it;
  const leastBytes = isMeant ? claim.smallestBytes : null;
  // The ledger's word on the size is newer than backups of long ago: what shrank on purpose is said there.
  const isSettled = leastBytes !== null && sizeBytes >= leastBytes;
  const listedBytes = usualSize(newest, isSettled ? good.slice(0, mostCompared + 1) : good);
  const earlierBytes = isSettled ? null : (before.get(kind)?.bytes ?? null);
  const usualBytes =
    listedBytes === null && earlierBytes === null ? null : Math.max(listedBytes ?? 0, earlierBytes ?? 0);
  const isFull = newest.isIncremental !== true;
  const isEmpty = isFull && (newest.isEmpty === true || (sizeBytes === 0 && newest.sizeMeaning === 'full'));
  const data = { newest: newest.at!, sizeBytes, isEmpty };
  if (leastBytes !== null && sizeBytes < leastBytes && isFull) {
    return [it.report('backup/too-small', kind, { ...data, leastBytes, usualBytes })];
  }
  // What holds nothing is no backup, even where all before it held nothing either, or there is none to compare with.
  if (isEmpty) return [it.report('backup/too-small', kind, { ...data, leastBytes: null, usualBytes })];
  if (usualBytes === null) return [];
  if (sizeBytes < usualBytes * emptyShare) {
    return [it.report('backup/too-small', kind, { ...data, leastBytes: null, usualBytes })];
  }
  return sizeBytes < usualBytes * shrunkShare
    ? [it.report('backup/shrunk', kind, { newest: newest.at!, sizeBytes, usualBytes })]
    : [];
}

/**
 * Whether the newest good ones, those young enough for the ledger, must all be thawed first, for longer than the restore
 * may take. A backup that the restore does not name is kept for another purpose.
 */
export function judgeThaw({ good, kind }: Series, it: Case): Finding[] {
  const { restore, targets } = it.context.ledger;
  const named = restore?.backups ?? [];
  const [newest] = good;
  if (newest?.tier == null || (named.length > 0 && !named.includes(it.claim.id))) return [];
  const young = good.filter((each) => it.now - momentOf(each) <= (it.claim.atMostMs ?? 0));
  const { name, thawMs } = [newest, ...young].reduce<{ name: string; thawMs: number }>(
    (least, { tier }) => ((tier?.thawMs ?? 0) < least.thawMs ? (tier ?? { name: '', thawMs: 0 }) : least),
    newest.tier,
  );
  const takes = restore?.takes;
  const full = targets?.full;
  const data = { newest: newest.at!, tier: name, thawMs };
  if (takes !== undefined && roughMilliseconds(takes) < thawMs) {
    return [it.report('backup/thaws-too-late', kind, { ...data, within: takes, of: 'takes' })];
  }
  // Longer than the target it takes by the ledger's own word, where that is said: then the target's rule speaks.
  if (full === undefined || takes !== undefined || roughMilliseconds(full) >= thawMs) return [];
  return [it.report('backup/thaws-too-late', kind, { ...data, within: full, of: 'full' })];
}

function judgeStuck({ attempts, good, kind }: Series, it: Case): Finding[] {
  const usualMs = usualDuration(good);
  const limit = usualMs === null ? longestRunMs : Math.max(2 * usualMs, shortestRunMs);
  const running = attempts.filter(({ state }) => state === 'in-progress');
  return running
    .flatMap((each): Finding[] => {
      const startedAt = each.startedAt ?? each.at;
      if (startedAt == null) return [];
      const runningMs = it.now - Date.parse(startedAt);
      return runningMs > limit ? [it.report('backup/stuck', kind, { startedAt, runningMs, usualMs })] : [];
    })
    .slice(0, 1);
}

export function judgeNumber({ kind, good }: Series, fact: BackupFact, it: Case): Finding[] {
  const { keep } = it.claim;
  if (keep === null || !fact.isComplete || fact.isNewestOnly) return [];
  // What is over, or of the future, is in `good` of the fact too; those that were read whole are counted here.
  const listed = fact.points.filter((each) => (each.kind ?? null) === kind && isCounted(each)).length;
  const found = good.filter(isCounted).length + Math.max(0, (fact.good[kind ?? ''] ?? 0) - listed);
  return found < keep ? [it.report('backup/too-few', kind, { found, keep })] : [];
}

/**
 * The last good one, where it will be deleted before anybody looks again and no other is sure to come before: the
 * next is overdue, or due only after that, or nobody says when.
 */
export function judgeExpiry({ good, kind }: Series, ends: number | null, it: Case): Finding[] {
  const { claim, context } = it;
  const [newest] = good;
  if (ends === null || newest === undefined || ends > context.next.epochMilliseconds) return [];
  const isOverdue = claim.atMostMs !== null && it.now - momentOf(newest) > claim.atMostMs;
  const isReplaced = claim.everyMs !== null && !isOverdue && momentOf(newest) + claim.everyMs < ends;
  if (isReplaced) return [];
  const expires = instantOf(ends);
  const data = { newest: newest.at!, expires: expires.toString() };
  return [it.report('backup/last-good-expires', kind, data, expires)];
}

/** When the last of these will be deleted, milliseconds since 1970; null where one stays, or nobody says. */
export function lastExpiry(good: readonly RestorePoint[]): number | null {
  if (good.length === 0 || good.some(({ expiresAt }) => expiresAt == null)) return null;
  return Math.max(...good.map(({ expiresAt }) => Date.parse(expiresAt!)));
}

export function judgeNone(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  const attempts = all.flatMap((series) => series.attempts).sort((a, b) => momentOf(b) - momentOf(a));
  const [unread] = attempts.filter(({ state }) => state === 'unknown');
  // Nobody can say that there is none: one may stand on a page that was not read, or in a word that is not known.
  if (!fact.isComplete) return [it.unseen(unreadOf(fact), null)];
  if (unread !== undefined) return [it.unseen('state-unknown', unread.rawState)];
  return [
    it.report('backup/none', null, {
      lastAttempt: attempts[0] === undefined ? null : attemptOf(attempts[0]),
    }),
    ...all.flatMap((series) => judgeStuck(series, it)),
  ];
}

/** Why not everything of a listing is there. */
export function unreadOf({ notes, isNewestOnly }: BackupFact): FailureCode {
  if (notes.includes('listing-not-available')) return 'listing-not-available';
  if (notes.includes('maybe-cached')) return 'maybe-cached';
  return isNewestOnly ? 'last-good-not-said' : 'listing-incomplete';
}

function attemptOf({ state, rawState, at, startedAt }: RestorePoint): LastAttempt {
  return { state, rawState, at: at ?? startedAt ?? null };
}
