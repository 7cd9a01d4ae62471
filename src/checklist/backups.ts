import { dotted } from '../ledger/path.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isTooLongAgo } from './due.ts';
import { type ChecklistInput, partyOf } from './input.ts';

/** The backups that nobody can be asked about: a person saw the newest one, in time. */
export function judgeByHand(input: ChecklistInput): Finding[] {
  const { review } = input.ledger;
  return backupsByHand(input.ledger).flatMap(({ id, newest, evidence }) => {
    if (!isTooLongAgo(newest, review.every, input)) return [];
    const path = ['reality', 'backups', id];
    const data = { id, newest, evidence, every: review.every };
    return [
      finding('backup/unconfirmed', {
        subject: id,
        data,
        path: newest === null ? path : [...path, 'newest'],
      }),
    ];
  });
}

/**
 * A second place: one backup at least is kept where what hits the site, its account or its building, does not reach it.
 * That nobody can see from outside, so the ledger says it (`away`), or why there is none. Where there is no backup, that
 * speaks for itself.
 */
export function judgeSecondPlace({ ledger, absences }: ChecklistInput): Finding[] {
  const backups = Object.entries(ledger.reality.backups ?? {});
  const places = backups.map(([id]) => absences.get(dotted(['reality', 'backups', id, 'away'])) ?? null);
  const isSettled =
    backups.some(([, { away }]) => away === true) || places.some((each) => each?.type === 'none');
  if (backups.length === 0 || isSettled) return [];
  const path = ['reality', 'backups'];
  const data = { ids: backups.map(([id]) => id), hole: places.find((each) => each !== null) ?? null };
  return [
    finding('backup/no-second-place', {
      subject: dotted(path),
      data,
      path,
      party: partyOf(ledger, 'operation'),
    }),
  ];
}

/** What a ledger says of a backup by hand. */
export interface BackupByHand {
  readonly id: string;
  /** The day of the newest one that was seen; null where the ledger does not say. */
  readonly newest: string | null;
  readonly evidence: string | null;
}

export function backupsByHand({ reality }: ChecklistInput['ledger']): BackupByHand[] {
  const asText = (value: unknown) => (typeof value === 'string' ? value : null);
  return Object.entries(reality.backups ?? {})
    .filter(([, { provider }]) => provider === 'by-hand')
    .map(([id, { newest, evidence }]) => ({ id, newest: asText(newest), evidence: asText(evidence) }));
}
