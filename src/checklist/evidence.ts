import { dotted } from '../ledger/path.ts';
import type { LogName } from '../rules/checklist.ts';
import type { Finding } from '../rules/finding.ts';
import { type ChecklistInput, gapAt, isEmpty, isSaidNone, partyOf } from './input.ts';

const logs: readonly { readonly name: LogName; readonly mayBeNone: boolean }[] = [
  { name: 'access', mayBeNone: false },
  // A shared host keeps these to itself.
  { name: 'application', mayBeNone: true },
  { name: 'system', mayBeNone: true },
];

/** ⑨ Evidence: where each log is and who may look, where alerts are and to whom they go, where changes are written. */
export function judgeEvidence(input: ChecklistInput): Finding[] {
  const { evidence } = input.ledger;
  const party = partyOf(input.ledger, 'operation');
  const findings = logs.flatMap(({ name, mayBeNone }): Finding[] => {
    const path = ['evidence', 'logs', name];
    const log = evidence?.logs?.[name];
    const parts = { subject: dotted(path), party };
    if (log?.where === undefined) {
      const where = log === undefined ? path : [...path, 'where'];
      if (mayBeNone && isSaidNone(input, where)) return [];
      return [gapAt(input, 'evidence/missing', where, { evidence: name }, parts)];
    }
    if (!isEmpty(log.viewers)) return [];
    return [gapAt(input, 'evidence/no-viewer', [...path, 'viewers'], { evidence: name }, parts)];
  });
  const alerts = ['evidence', 'alerts'];
  const ofAlerts = { subject: dotted(alerts), party };
  if (evidence?.alerts?.where === undefined) {
    const path = evidence?.alerts === undefined ? alerts : [...alerts, 'where'];
    findings.push(gapAt(input, 'evidence/missing', path, { evidence: 'alerts' }, ofAlerts));
  } else if (isEmpty(evidence.alerts.to)) {
    findings.push(gapAt(input, 'evidence/no-viewer', [...alerts, 'to'], { evidence: 'alerts' }, ofAlerts));
  }
  if (evidence?.changes === undefined) {
    const path = ['evidence', 'changes'];
    findings.push(gapAt(input, 'evidence/missing', path, { evidence: 'changes' }, { party }));
  }
  return findings;
}
