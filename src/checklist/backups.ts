import { type Finding, finding } from '../rules/finding.ts';
import { isTooLongAgo } from './due.ts';
import type { ChecklistInput } from './input.ts';

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
