import type { Temporal } from 'temporal-polyfill';
import { providerNamed } from '../../providers/registry.ts';
import type { BackupRules } from '../../rules/backup.ts';
import { type Finding, finding } from '../../rules/finding.ts';
import type { RuleData } from '../../rules/index.ts';
import { instantOf } from '../../text/time.ts';
import { type Unseen, unseenFinding } from '../judge-unseen.ts';
import type { Check, JudgeContext, KnownDate, SeenCheck } from '../probe.ts';
import type { Case } from './case.ts';
import { seenOf } from './earlier.ts';
import type { BackupClaim, BackupFact } from './fact.ts';
import { judgeGone, judgeSeriesOfFiles } from './judge-files.ts';
import { isNewestKnown, judgeExpiry, judgeNone, judgeSeries, lastExpiry } from './judge-kind.ts';
import { momentOf } from './order.ts';
import { type Series, seriesOf } from './series.ts';
import { isComparable } from './size.ts';

type SeenBackup = SeenCheck<BackupClaim, BackupFact>;

/** What is wrong with a backup; what follows from another fault is not reported beside it. */
export function judgeBackup(seen: SeenBackup, context: JudgeContext): Finding[] {
  const { fact } = seen;
  const it = caseOf(seen, context);
  const all = seriesOf(fact.points, Object.keys(fact.good), it.now);
  const hasGood = all.some(({ good, future }) => good.length > 0 || future.length > 0);
  return [
    ...(hasGood ? judgeKinds(all, fact, it) : judgeNone(all, fact, it)),
    ...judgeCircumstances(all, fact, it),
    ...judgeUnsaid(all, fact, it),
  ];
}

/** When the last good one of each kind will be deleted. */
export function backupDates(seen: SeenBackup, context: JudgeContext): KnownDate[] {
  const { fact, check } = seen;
  const it = caseOf(seen, context);
  return seriesOf(fact.points, [], it.now).flatMap((series): KnownDate[] => {
    const ends = lastExpiry(series.good);
    if (ends === null) return [];
    const found = isNewestKnown(fact) ? (judgeExpiry(series, ends, it)[0]?.id ?? null) : null;
    return [{ at: instantOf(ends), what: { type: 'backup-expires', id: check.claim.id }, finding: found }];
  });
}

function caseOf({ check, fact }: SeenBackup, context: JudgeContext): Case {
  const { claim, subject, path } = check;
  const parts = { subject, path, party: context.operator };
  return {
    claim,
    context,
    before: seenOf(context.backupsBefore ?? {}, claim),
    now: context.now.epochMilliseconds + fact.clockAheadMs,
    report<R extends keyof BackupRules>(
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
    unsaid: (key, reason) =>
      finding('probe/not-testable', {
        ...parts,
        path: [...path, key],
        distinction: `${unseenPart} ${key}`,
        data: { what: `${claim.id} (${key})`, part: 'backups', reason },
      }),
    others: (names) =>
      finding('probe/not-testable', {
        ...parts,
        distinction: `${unseenPart} others`,
        data: { what: claim.id, part: 'backups', reason: 'in-no-series', names },
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
    provider,
    permission: providerNamed(provider)?.schema.permission ?? null,
  };
}

// What was seen.

function judgeKinds(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  if (fact.kindsAre !== 'own') return judgeSeriesOfFiles(all, fact, it);
  return [...all.flatMap((series) => judgeSeries(series, fact, it)), ...judgeGone(fact, it)];
}

function judgeCircumstances(all: readonly Series[], fact: BackupFact, it: Case): Finding[] {
  const findings: Finding[] = [];
  if (fact.automatic === 'off') {
    const newest = all.flatMap(({ good }) => good[0] ?? []).sort((a, b) => momentOf(b) - momentOf(a))[0];
    findings.push(it.report('backup/switched-off', null, { newest: newest?.at ?? null }));
  }
  if (fact.isPublic === true) findings.push(it.report('backup/readable-by-anyone', null, {}));
  if (it.claim.isAway && fact.isSamePlace === true) {
    findings.push(it.report('backup/same-place', null, { location: fact.location }));
  }
  return findings;
}

/** What the ledger does not say, or says and this provider never shows: neither kept nor broken. */
function judgeUnsaid(all: readonly Series[], fact: BackupFact, { claim, unsaid }: Case): Finding[] {
  const good = all.flatMap((series) => series.good);
  if (good.length === 0) return [];
  return [
    ...(claim.atMostMs === null ? [unsaid('every', 'age-not-said')] : []),
    ...(claim.smallestBytes === null || good.some(isComparable) ? [] : [unsaid('smallest', 'size-not-said')]),
    ...(claim.keep === null || !fact.isNewestOnly ? [] : [unsaid('keep', 'number-not-said')]),
  ];
}
