import type { RollbackPart } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { judgeRehearsal } from './exercises.ts';
import { type ChecklistInput, holeAt, isEmpty, partyOf } from './input.ts';
import { judgeRunbook } from './runbook.ts';
import { isDecidable } from './stages.ts';

/** ⑤ Rollback: when, approved by whom; who, where, what, how long; a runbook; what decides; tried in time. */
export function judgeRollback(input: ChecklistInput): Finding[] {
  const { rollback } = input.ledger;
  const party = partyOf(input.ledger, 'operation');
  if (rollback === undefined) {
    const path = ['rollback'];
    return [
      finding('rollback/missing', { subject: 'rollback', data: { hole: holeAt(input, path) }, path, party }),
    ];
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
      const path = ['rollback', part];
      const stage = part === 'verify' && typeof rollback.verify === 'string' ? rollback.verify : null;
      const data = { part, stage, hole: holeAt(input, path) };
      return finding('rollback/incomplete', { subject: path.join('.'), data, path, party });
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
