import type { Finding } from '../rules/finding.ts';
import { judgeAccess } from './access.ts';
import { judgeByHand } from './backups.ts';
import { judgeDecisions } from './decisions.ts';
import { judgeEmergency } from './emergency.ts';
import { judgeEntrance } from './entrance.ts';
import { judgeEvidence } from './evidence.ts';
import { judgeExercises } from './exercises.ts';
import { judgeFirstContact } from './first-contact.ts';
import { judgeIncidents } from './incidents.ts';
import type { ChecklistInput } from './input.ts';
import { judgePlan } from './plan.ts';
import { judgeResponsibility } from './responsibility.ts';
import { judgeRestore } from './restore.ts';
import { judgeReview } from './review.ts';
import { judgeRollback } from './rollback.ts';
import { judgeStages } from './stages.ts';
import { judgeTargets } from './targets.ts';
import { judgeTemplates } from './templates.ts';

export { checklistDates } from './dates.ts';
export type { ChecklistInput } from './input.ts';
export { scoreItems } from './score.ts';

/**
 * What the ledger, the files beside it and the date say of the ten items and of what belongs to them. Pure.
 * With `files: null` the ledger's word counts: nothing is said of what the files hold.
 */
export function judgeChecklist(input: ChecklistInput): Finding[] {
  const findings = [
    ...judgeEmergency(input),
    ...judgeFirstContact(input),
    ...judgeDecisions(input),
    ...judgeTargets(input),
    ...judgeStages(input),
    ...judgeRollback(input),
    ...judgeRestore(input),
    ...judgeByHand(input),
    ...judgeAccess(input),
    ...judgeEntrance(input),
    ...judgeEvidence(input),
    ...judgeTemplates(input),
    ...judgeResponsibility(input),
    ...judgeReview(input),
    ...judgeExercises(input),
    ...judgeIncidents(input),
  ];
  return [...findings, ...judgePlan(input, findings)];
}
