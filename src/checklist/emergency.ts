import { type Finding, finding } from '../rules/finding.ts';
import { type ChecklistInput, holeAt, isEmpty, partyOf } from './input.ts';

/** ① Emergency defined: agreed, when and by whom; each condition has whom to call, in order, and what to do first. */
export function judgeEmergency(input: ChecklistInput): Finding[] {
  const { emergency } = input.ledger;
  const party = partyOf(input.ledger, 'decision');
  if (emergency === undefined) {
    const path = ['emergency'];
    const data = { condition: null, hole: holeAt(input, path) };
    return [finding('emergency/missing', { subject: 'emergency', data, path, party })];
  }
  const findings: Finding[] = [];
  const missing = [
    ...(emergency.agreed?.date === undefined ? (['date'] as const) : []),
    ...(isEmpty(emergency.agreed?.by) ? (['by'] as const) : []),
  ];
  if (missing.length > 0) {
    const path = missing.length === 2 ? ['emergency', 'agreed'] : ['emergency', 'agreed', missing[0]!];
    findings.push(
      finding('emergency/not-agreed', {
        subject: 'emergency.agreed',
        data: { missing, hole: holeAt(input, path) },
        path,
        party,
      }),
    );
  }
  const conditions = emergency.conditions ?? [];
  if (conditions.length === 0) {
    const path = ['emergency', 'conditions'];
    const data = { condition: null, hole: holeAt(input, path) };
    findings.push(finding('emergency/missing', { subject: 'emergency.conditions', data, path, party }));
  }
  for (const [index, condition] of conditions.entries()) {
    const base = ['emergency', 'conditions', index];
    const at = (key: string) => ({
      subject: `emergency.conditions.${index}.${key}`,
      path: [...base, key],
      party,
    });
    const name = condition.when ?? null;
    if (name === null) {
      const data = { condition: index + 1, hole: holeAt(input, [...base, 'when']) };
      findings.push(finding('emergency/missing', { ...at('when'), data }));
    }
    if (isEmpty(condition.call)) {
      const data = { condition: name, hole: holeAt(input, [...base, 'call']) };
      findings.push(finding('emergency/no-call', { ...at('call'), data }));
    }
    if (condition['first-instruction'] === undefined) {
      const data = { condition: name, hole: holeAt(input, [...base, 'first-instruction']) };
      findings.push(finding('emergency/no-first-instruction', { ...at('first-instruction'), data }));
    }
  }
  return findings;
}
