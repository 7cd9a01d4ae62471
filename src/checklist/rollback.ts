import type { RollbackPart } from '../rules/checklist.ts';
import type { Finding } from '../rules/finding.ts';
import { judgeRehearsal } from './exercises.ts';
import { type ChecklistInput, gapAt, isEmpty, partyOf } from './input.ts';
import { judgeRunbook } from './runbook.ts';
import { isDecidable } from './stages.ts';

/** ⑤ Rollback: when, approved by whom; who, where, what, how long; a runbook; what decides; tried in time. */
export function judgeRollback(input: ChecklistInput): Finding[] {
  const { rollback } = input.ledger;
  const party = partyOf(input.ledger, 'operation');
  if (rollback === undefined) {
    return [gapAt(input, 'rollback/missing', ['rollback'], {}, { party })];
  }
  const parts: readonly (readonly [RollbackPart, boolean])[] = [
    ['what', rollback.what !== undefined],
    ['when', !isEmpty(rollback.when)],
    ['approved-by', rollback['approved-by'] !== undefined],
    ['by', rollback.by !== undefined],
    ['where', rollback.where !== undefined],
    ['takes', rollback.takes !== undefined],
    ['verify', isDecidable(input, rollback.verify)],
  ];
  const incomplete = parts
    .filter(([, isSaid]) => !isSaid)
    .map(([part]) => {
      const stage = part === 'verify' && typeof rollback.verify === 'string' ? rollback.verify : null;
      return gapAt(input, 'rollback/incomplete', ['rollback', part], { part, stage }, { party });
    });
  return [
    ...incomplete,
    ...judgeRunbook(input, {
      of: 'rollback',
      path: ['rollback', 'runbook'],
      runbook: rollback.runbook,
      sections: ['when', 'steps', 'confirm'],
      items: [5],
      party,
    }),
    ...judgeRehearsal(input, 'rollback', 5),
  ];
}
