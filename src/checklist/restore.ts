import type { RestorePart } from '../rules/checklist.ts';
import type { Finding } from '../rules/finding.ts';
import { judgeRehearsal } from './exercises.ts';
import { type ChecklistInput, gapAt, isEmpty, isSaidNone, partyOf } from './input.ts';
import { judgeRunbook } from './runbook.ts';
import { isDecidable } from './stages.ts';

/** ⑥ Restore: what, into where, which backup, who, how long; a runbook; what decides; backups; tried in time. */
export function judgeRestore(input: ChecklistInput): Finding[] {
  const { restore } = input.ledger;
  const party = partyOf(input.ledger, 'operation');
  if (restore === undefined) {
    return [gapAt(input, 'restore/missing', ['restore'], {}, { party })];
  }
  const parts: readonly (readonly [RestorePart, boolean])[] = [
    // A site may rightly have no database: that is said at `covers`, with its reason.
    ['covers', !isEmpty(restore.covers) || isSaidNone(input, ['restore', 'covers'])],
    ['into', restore.into !== undefined],
    ['choose', restore.choose !== undefined],
    ['by', restore.by !== undefined],
    ['takes', restore.takes !== undefined],
    ['verify', isDecidable(input, restore.verify)],
    ['backups', !isEmpty(restore.backups)],
  ];
  const incomplete = parts
    .filter(([, isSaid]) => !isSaid)
    .map(([part]) => {
      const stage = part === 'verify' && typeof restore.verify === 'string' ? restore.verify : null;
      return gapAt(input, 'restore/incomplete', ['restore', part], { part, stage }, { party });
    });
  return [
    ...incomplete,
    ...judgeRunbook(input, {
      of: 'restore',
      path: ['restore', 'runbook'],
      runbook: restore.runbook,
      sections: ['when', 'steps', 'confirm'],
      items: [6],
      party,
    }),
    ...judgeRehearsal(input, 'restore', 6),
  ];
}
