import type { Temporal } from 'temporal-polyfill';
import type { FailureCode } from '../../edge/failure.ts';
import type { RestorePoint } from '../../providers/provider.ts';
import { providerNamed } from '../../providers/registry.ts';
import type { BackupRules, LastAttempt } from '../../rules/backup.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { RuleData } from '../../rules/index.ts';
import type { NotTestableReason } from '../../rules/probe.ts';
import { instantOf } from '../../text/time.ts';
import { hourMs } from '../../text/values.ts';
import { type Unseen, unseenFinding } from '../judge-unseen.ts';
import type { Check, JudgeContext, KnownDate, SeenCheck } from '../probe.ts';
import type { BackupClaim, BackupFact } from './fact.ts';
import { isCounted, momentOf } from './order.ts';
import { isComparable, type Series, seriesOf, usualDuration, usualSize } from './series.ts';

type SeenBackup = SeenCheck<BackupClaim, BackupFact>;

/** All that speaks about one backup. */
interface Case {
  readonly claim: BackupClaim;
  readonly context: JudgeContext;
  /** The provider's clock, milliseconds since 1970. */
  readonly now: number;
  tell<R extends keyof BackupRules>(
    rule: R,
    kind: string | null,
    data: Omit<BackupRules[R], 'id' | 'kind'>,
    deadline?: Temporal.Instant,
  ): Finding;
  /** That nobody tells whether this key of the claim holds. */
  untold(key: 'smallest' | 'keep' | 'every', reason: NotTestableReason): Finding;
  /** That it could not be seen. */
  unseen(code: FailureCode, detail: string | null, kind?: string | null): Finding;
}

/** What is under so much of the usual size is an empty backup; under so much, one that lost something. */
const emptyShare = 0.1;
const shrunkShare = 0.5;
/** Without any duration to compare with. */
const longestRunMs = 6 * hourMs;
/** What usually takes a minute may well take ten. */
const shortestRunMs = hourMs / 2;

/** What is wrong with a backup; what follows from another fault is not told beside it. */
export function judgeBackup(seen: SeenBackup, context: JudgeContext): Finding[] {
  const { fact } = seen;
  const it = caseOf(seen, context);
  const all = seriesOf(fact.points, Object.keys(fact.good), it.now);
  const hasGood = all.some(({ good, future }) => good.length > 0 || future.length > 0);
  return [
    ...(hasGood ? all.flatMap((series) => judgeSeries(series, fact, it)) : judgeNone(all, fact, it)),
    ...judgeCircumstances(all, fact, it),
    ...judgeUntold(all, fact, it),
  ];
}

/** When the last good one of each kind will be deleted. */
export function backupDates(seen: SeenBackup, context: JudgeContext): KnownDate[] {
  const { fact, check } = seen;
  const it = caseOf(seen, context);
  return seriesOf(fact.points, [], it.now).flatMap((series): KnownDate[] => {
    const ends = lastExpiry(series.good);
    if (ends === null) return [];
    const told = isNewestKnown(fact) ? (judgeExpiry(series, ends, it)[0]?.id ?? null) : null;
    return [{ at: instantOf(ends), what: { type: 'backup-expires', id: check.claim.id }, finding: told }];
  });
}

function caseOf({ check, fact }: SeenBackup, context: JudgeContext): Case {
  const { claim, subject, path } = check;
  const parts = { subject, path, party: context.operator };
  return {
    claim,
    context,
    now: context.now.epochMilliseconds + fact.clockAheadMs,
    tell<R extends keyof BackupRules>(
      rule: R,
      kind: string | null,
      data: Omit<BackupRules[R], 'id' | 'kind'>,
      deadline?: Temporal.Instant,
    ) {
      return finding<R>(rule, {
        ...parts,
        ...(kind === null ? {} : { distinction: kind }),
        ...(deadline === undefined ? {} : { deadline }),
        data: { id: claim.id, kind, ...data } as unknown as RuleData[R],
      });
    },
    untold: (key, reason) =>
      finding('probe/not-testable', {
        ...parts,
        path: [...path, key],
        distinction: `${unseenPart} ${key}`,
        data: { what: `${claim.id} (${key})`, part: 'backups', reason },
      }),
    unseen: (code, detail, kind = null) => unseenFinding(unseenOf(check, context, kind), { code, detail }),
  };
}

// What could not be seen.

/** An endpoint may have the same id. */
const unseenPart = 'backup';

/** A backup that nobody could be asked about. */
export function unseenBackup(check: Check<BackupClaim>, context: JudgeContext): readonly Unseen[] {
  return [unseenOf(check, context, null)];
}

function unseenOf(
  { claim: { id, provider }, subject, path }: Check<BackupClaim>,
  { operator }: JudgeContext,
  kind: string | null,
): Unseen {
  return {
    subject,
    distinction: kind === null ? unseenPart : `${unseenPart} ${kind}`,
    path,
    party: operator,
    items: [6],
    what: id,
    named: 'backups',
    permission: providerNamed(provider)?.schema.permission ?? null,
  };
}

/** Why not everything of a listing is there. */
function unreadOf({ notes, isNewestOnly }: BackupFact): FailureCode {
  if (notes.includes('listing-not-available')) return 'listing-not-available';
  if (notes.includes('maybe-cached')) return 'maybe-cached';
  return isNewestOnly ? 'last-good-not-said' : 'listing-incomplete';
}

// What was seen.

function judgeNone(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  const attempts = all.flatMap((series) => series.attempts).sort((a, b) => momentOf(b) - momentOf(a));
  const [unread] = attempts.filter(({ state }) => state === 'unknown');
  // Nobody can say that there is none: one may stand on a page that was not read, or in a word that is not known.
  if (!fact.isComplete) return [it.unseen(unreadOf(fact), null)];
  if (unread !== undefined) return [it.unseen('state-unknown', unread.rawState)];
  return [
    it.tell('backup/none', null, { lastAttempt: attempts[0] === undefined ? null : attemptOf(attempts[0]) }),
    ...all.flatMap((series) => judgeStuck(series, it)),
  ];
}

function judgeSeries(series: Series, fact: BackupFact, it: Case): Finding[] {
  const { good, future, kind } = series;
  const [newest] = good;
  const dated = future[0] === undefined ? [] : [it.tell('backup/future-dated', kind, { at: future[0].at! })];
  // Another kind has good ones: this one had attempts alone.
  if (newest === undefined) {
    return dated.length > 0 ? dated : judgeNone([series], fact, it).map((each) => distinct(each, series, it));
  }
  const age = judgeAge(series, newest, fact, it);
  const ofNewest = [
    // That a backup failed is known, though its age may not be.
    ...(age.some(({ rule }) => rule === 'backup/too-old') ? [] : judgeAttempts(series, newest, it)),
    ...judgeSize(series, newest, it),
    ...judgeStuck(series, it),
    ...judgeNumber(series, fact, it),
    ...judgeExpiry(series, lastExpiry(good), it),
  ];
  return [...dated, ...age, ...(isNewestKnown(fact) ? ofNewest : doubted(ofNewest, age, fact, series, it))];
}

/** A listing whose end was not read may go on with newer ones, unless the newest is all that is ever told. */
function isNewestKnown({ isComplete, isNewestOnly }: BackupFact): boolean {
  return isComplete || isNewestOnly;
}

/** What is wrong with the newest that was read may not be wrong with the newest: then that is not known. */
function doubted(
  ofNewest: readonly Finding[],
  age: readonly Finding[],
  fact: BackupFact,
  series: Series,
  it: Case,
): Finding[] {
  if (ofNewest.length === 0 || age.length > 0) return [];
  return [it.unseen(unreadOf(fact), null, series.kind)];
}

function distinct(found: Finding, series: Series, it: Case): Finding {
  if (found.rule !== 'backup/none' || series.kind === null) return found;
  const { lastAttempt } = found.data as BackupRules['backup/none'];
  return it.tell('backup/none', series.kind, { lastAttempt });
}

function judgeAge(series: Series, newest: RestorePoint, fact: BackupFact, it: Case): Finding[] {
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
    it.tell('backup/too-old', series.kind, {
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
  return [it.tell('backup/failed', kind, { lastAttempt: attemptOf(ended), newest: newest.at! })];
}

function judgeSize({ good, kind }: Series, newest: RestorePoint, it: Case): Finding[] {
  const { sizeBytes } = newest;
  if (sizeBytes == null || !isComparable(newest)) return [];
  const usualBytes = usualSize(newest, good);
  const leastBytes = it.claim.smallestBytes;
  const data = { newest: newest.at!, sizeBytes };
  if (leastBytes !== null && sizeBytes < leastBytes && newest.isIncremental !== true) {
    return [it.tell('backup/too-small', kind, { ...data, leastBytes, usualBytes })];
  }
  // What holds nothing is no backup, even where the last five held nothing either, or there is none to compare with.
  if (sizeBytes === 0 && newest.sizeMeaning === 'full' && newest.isIncremental !== true) {
    return [it.tell('backup/too-small', kind, { ...data, leastBytes: leastBytes ?? 1, usualBytes })];
  }
  if (usualBytes === null) return [];
  if (sizeBytes < usualBytes * emptyShare) {
    return [it.tell('backup/too-small', kind, { ...data, leastBytes: null, usualBytes })];
  }
  return sizeBytes < usualBytes * shrunkShare
    ? [it.tell('backup/shrunk', kind, { ...data, usualBytes })]
    : [];
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
      return runningMs > limit ? [it.tell('backup/stuck', kind, { startedAt, runningMs, usualMs })] : [];
    })
    .slice(0, 1);
}

function judgeNumber({ kind, good }: Series, fact: BackupFact, it: Case): Finding[] {
  const { keep } = it.claim;
  if (keep === null || !fact.isComplete || fact.isNewestOnly) return [];
  // What is over, or of the future, is in `good` of the fact too; those that were read whole are counted here.
  const listed = fact.points.filter((each) => (each.kind ?? null) === kind && isCounted(each)).length;
  const found = good.filter(isCounted).length + Math.max(0, (fact.good[kind ?? ''] ?? 0) - listed);
  return found < keep ? [it.tell('backup/too-few', kind, { found, keep })] : [];
}

/**
 * The last good one, where it will be deleted before anybody looks again and no other is sure to come before: the
 * next is overdue, or due only after that, or nobody says when.
 */
function judgeExpiry({ good, kind }: Series, ends: number | null, it: Case): Finding[] {
  const { claim, context } = it;
  const [newest] = good;
  if (ends === null || newest === undefined || ends > context.next.epochMilliseconds) return [];
  const isOverdue = claim.atMostMs !== null && it.now - momentOf(newest) > claim.atMostMs;
  const isReplaced = claim.everyMs !== null && !isOverdue && momentOf(newest) + claim.everyMs < ends;
  if (isReplaced) return [];
  const expires = instantOf(ends);
  const data = { newest: newest.at!, expires: expires.toString() };
  return [it.tell('backup/last-good-expires', kind, data, expires)];
}

/** When the last of these will be deleted, milliseconds since 1970; null where one stays, or nobody tells. */
function lastExpiry(good: readonly RestorePoint[]): number | null {
  if (good.length === 0 || good.some(({ expiresAt }) => expiresAt == null)) return null;
  return Math.max(...good.map(({ expiresAt }) => Date.parse(expiresAt!)));
}

function judgeCircumstances(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  const findings: Finding[] = [];
  if (fact.automatic === 'off') {
    const newest = all.flatMap(({ good }) => good[0] ?? []).sort((a, b) => momentOf(b) - momentOf(a))[0];
    findings.push(it.tell('backup/switched-off', null, { newest: newest?.at ?? null }));
  }
  if (fact.isPublic === true) findings.push(it.tell('backup/readable-by-anyone', null, {}));
  if (it.claim.isAway && fact.isSamePlace === true) {
    findings.push(it.tell('backup/same-place', null, { location: fact.location }));
  }
  return findings;
}

/** What the ledger does not say, or says and this provider never tells: neither kept nor broken. */
function judgeUntold(all: readonly Series[], fact: BackupFact, { claim, untold }: Case): Finding[] {
  const good = all.flatMap((series) => series.good);
  if (good.length === 0) return [];
  return [
    ...(claim.atMostMs === null ? [untold('every', 'age-not-said')] : []),
    ...(claim.smallestBytes === null || good.some(isComparable) ? [] : [untold('smallest', 'size-not-said')]),
    ...(claim.keep === null || !fact.isNewestOnly ? [] : [untold('keep', 'number-not-said')]),
  ];
}

function attemptOf({ state, rawState, at, startedAt }: RestorePoint): LastAttempt {
  return { state, rawState, at: at ?? startedAt ?? null };
}
