import { type Finding, finding } from '../rules/finding.ts';
import { isPast } from './due.ts';
import type { ChecklistInput } from './input.ts';
import { isHolding } from './score.ts';

/** A hole whose day has passed and that is still there, as far as `findings` say. */
export function judgePlan(input: ChecklistInput, findings: readonly Finding[]): Finding[] {
  const open = new Set(findings.filter(isHolding).flatMap(({ items }) => items as readonly number[]));
  return input.ledger.plan.flatMap(({ item, by, until }, index) => {
    if (until === undefined || !open.has(item) || !isPast(until, input)) return [];
    return [
      finding('plan/overdue', {
        subject: `plan.${index}`,
        data: { item, by: by ?? null, until },
        path: ['plan', index, 'until'],
        party: by ?? null,
      }),
    ];
  });
}
