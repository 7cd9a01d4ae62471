import type { Ledger } from '../ledger/schema.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isTooLongAgo, latest } from './due.ts';
import { type ChecklistInput, partyOf } from './input.ts';

/** The day a procedure was last tried: by itself, or in an exercise that covered it. Null: never. */
export function lastTried(ledger: Ledger, of: 'rollback' | 'restore'): string | null {
  const covering = ledger.exercises.filter(({ covered }) => covered?.includes(of)).map(({ date }) => date);
  return latest([ledger[of]?.rehearsed, ...covering]);
}

/** The day of the newest exercise. */
export function lastExercise(ledger: Ledger): string | null {
  return latest(ledger.exercises.map(({ date }) => date));
}

/** Rollback and restore must have been tried in time. */
export function judgeRehearsal(input: ChecklistInput, of: 'rollback' | 'restore', item: 5 | 6): Finding[] {
  const within = input.ledger.review['rehearse-within'];
  const rehearsed = lastTried(input.ledger, of);
  if (!isTooLongAgo(rehearsed, within, input)) return [];
  return [
    finding('runbook/unrehearsed', {
      subject: `${of}.rehearsed`,
      data: { of, rehearsed, within },
      path: [of, 'rehearsed'],
      items: [item],
      party: partyOf(input.ledger, 'operation'),
    }),
  ];
}

/** A tabletop exercise in time. A ledger without procedures has nothing to read through yet. */
export function judgeExercises(input: ChecklistInput): Finding[] {
  const { ledger } = input;
  const within = ledger.review['exercise-within'];
  const last = lastExercise(ledger);
  if (last === null && ledger.rollback === undefined && ledger.restore === undefined) return [];
  if (!isTooLongAgo(last, within, input)) return [];
  const party = partyOf(ledger, 'operation');
  return [
    finding('exercise/overdue', { subject: 'exercises', data: { last, within }, path: ['exercises'], party }),
  ];
}
