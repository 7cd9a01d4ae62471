import { type Finding, finding } from '../rules/finding.ts';
import { isTooLongAgo } from './due.ts';
import type { ChecklistInput } from './input.ts';

/** The monthly look of people at the whole ledger. */
export function judgeReview(input: ChecklistInput): Finding[] {
  const { reviewed, review } = input.ledger;
  if (!isTooLongAgo(reviewed, review.every, input)) return [];
  const data = { reviewed: reviewed ?? null, every: review.every };
  return [finding('ledger/review-due', { subject: 'reviewed', data, path: ['reviewed'] })];
}
