import type { Finding } from '../rules/finding.ts';
import { type ChecklistInput, gapAt, isEmpty, partyOf } from './input.ts';

/** ① Emergency defined: agreed, when and by whom; each condition has whom to call, in order, and what to do first. */
export function judgeEmergency(input: ChecklistInput): Finding[] {
  const { emergency } = input.ledger;
  const party = partyOf(input.ledger, 'decision');
  if (emergency === undefined) {
    return [gapAt(input, 'emergency/missing', ['emergency'], { condition: null }, { party })];
  }
  const findings: Finding[] = [];
  const missing = [
    ...(emergency.agreed?.date === undefined ? (['date'] as const) : []),
    ...(isEmpty(emergency.agreed?.by) ? (['by'] as const) : []),
  ];
  if (missing.length > 0) {
    const path = missing.length === 2 ? ['emergency', 'agreed'] : ['emergency', 'agreed', missing[0]!];
    const subject = 'emergency.agreed';
    findings.push(gapAt(input, 'emergency/not-agreed', path, { missing }, { subject, party }));
  }
  const conditions = emergency.conditions ?? [];
  if (conditions.length === 0) {
    const path = ['emergency', 'conditions'];
    findings.push(gapAt(input, 'emergency/missing', path, { condition: null }, { party }));
  }
  for (const [index, condition] of conditions.entries()) {
    const at = (key: string) => ['emergency', 'conditions', index, key];
    const name = condition.when ?? null;
    if (name === null) {
      findings.push(gapAt(input, 'emergency/missing', at('when'), { condition: index + 1 }, { party }));
    }
    if (isEmpty(condition.call)) {
      findings.push(gapAt(input, 'emergency/no-call', at('call'), { condition: name }, { party }));
    }
    if (condition['first-instruction'] === undefined) {
      const path = at('first-instruction');
      findings.push(gapAt(input, 'emergency/no-first-instruction', path, { condition: name }, { party }));
    }
  }
  return findings;
}
