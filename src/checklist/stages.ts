import type { Finding } from '../rules/finding.ts';
import { type ChecklistInput, gapAt, isEmpty, partyOf } from './input.ts';

/** The three stages of a recovery: what the first two are verified by, and who takes the permanent measure by when. */
export function judgeStages(input: ChecklistInput): Finding[] {
  const { stages } = input.ledger;
  const party = partyOf(input.ledger, 'decision');
  const missing = (stage: 'provisional' | 'full' | 'permanent' | null) => {
    const path = stage === null ? ['stages'] : ['stages', stage];
    return gapAt(input, 'stage/missing', path, { stage }, { party });
  };
  if (stages === undefined) return [missing(null)];
  const { provisional, full, permanent } = stages;
  return [
    ...(isEmpty(provisional?.verify) ? [missing('provisional')] : []),
    ...(isEmpty(full?.verify) ? [missing('full')] : []),
    ...(permanent?.by === undefined || permanent.within === undefined ? [missing('permanent')] : []),
  ];
}

/** Whether `verify` decides anything: it lists endpoints, or names a stage that does. */
export function isDecidable(
  { ledger }: ChecklistInput,
  verify: 'provisional' | 'full' | readonly string[] | undefined,
): boolean {
  return !isEmpty(typeof verify === 'string' ? ledger.stages?.[verify]?.verify : verify);
}
