import { type Finding, finding } from '../rules/finding.ts';
import { isPast } from './due.ts';
import type { ChecklistInput } from './input.ts';

/** Each past incident says which items stopped the recovery and what keeps it from coming back, by when. */
export function judgeIncidents(input: ChecklistInput): Finding[] {
  return input.ledger.incidents.flatMap((incident, index): Finding[] => {
    const { what, date, prevention, until, done } = incident;
    const parts = { subject: `incidents.${index}`, party: incident.by ?? null };
    const missing = [
      ...(incident['stopped-at'] === undefined ? (['stopped-at'] as const) : []),
      ...(prevention === undefined ? (['prevention'] as const) : []),
      ...(prevention !== undefined && until === undefined && done === undefined ? (['until'] as const) : []),
    ];
    if (missing.length > 0) {
      const path = ['incidents', index];
      return [finding('incident/unreviewed', { ...parts, data: { date, what, missing }, path })];
    }
    if (done !== undefined || until === undefined || prevention === undefined || !isPast(until, input))
      return [];
    const path = ['incidents', index, 'until'];
    return [finding('incident/prevention-overdue', { ...parts, data: { what, prevention, until }, path })];
  });
}
