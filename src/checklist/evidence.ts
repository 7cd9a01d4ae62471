import type { LogName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { type ChecklistInput, holeAt, isEmpty, isSaidNone, partyOf } from './input.ts';

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
    const parts = { subject: path.join('.'), party };
    if (log?.where === undefined) {
      const where = log === undefined ? path : [...path, 'where'];
      if (mayBeNone && isSaidNone(input, where)) return [];
      return [
        finding('evidence/missing', {
          ...parts,
          data: { evidence: name, hole: holeAt(input, where) },
          path: where,
        }),
      ];
    }
    if (!isEmpty(log.viewers)) return [];
    const viewers = [...path, 'viewers'];
    const data = { evidence: name, hole: holeAt(input, viewers) };
    return [finding('evidence/no-viewer', { ...parts, data, path: viewers })];
  });
  const alerts = ['evidence', 'alerts'];
  if (evidence?.alerts?.where === undefined) {
    const path = evidence?.alerts === undefined ? alerts : [...alerts, 'where'];
    const data = { evidence: 'alerts' as const, hole: holeAt(input, path) };
    findings.push(finding('evidence/missing', { subject: 'evidence.alerts', data, path, party }));
  } else if (isEmpty(evidence.alerts.to)) {
    const path = [...alerts, 'to'];
    const data = { evidence: 'alerts' as const, hole: holeAt(input, path) };
    findings.push(finding('evidence/no-viewer', { subject: 'evidence.alerts', data, path, party }));
  }
  if (evidence?.changes === undefined) {
    const path = ['evidence', 'changes'];
    const data = { evidence: 'changes' as const, hole: holeAt(input, path) };
    findings.push(finding('evidence/missing', { subject: 'evidence.changes', data, path, party }));
  }
  return findings;
}
