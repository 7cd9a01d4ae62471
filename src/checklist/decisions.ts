import type { Decision, Ledger } from '../ledger/schema.ts';
import type { DecisionName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { uncoveredBy } from './hours.ts';
import { type ChecklistInput, holeAt, isEmpty, partyOf } from './input.ts';

const names: readonly DecisionName[] = ['start-recovery', 'rollback', 'publication'];

/** ③ Decision makers: for each decision who takes it, a deputy, what if nobody answers, and what must be known. */
export function judgeDecisions(input: ChecklistInput): Finding[] {
  return names.flatMap((name) => judgeDecision(input, name, input.ledger.decisions?.[name]));
}

function judgeDecision(input: ChecklistInput, decision: DecisionName, said: Decision | undefined): Finding[] {
  const { ledger } = input;
  const base = ['decisions', decision];
  const parts = { subject: `decisions.${decision}`, party: partyOf(ledger, 'decision') };
  const hole = (key: string) => holeAt(input, [...base, key]);
  if (said === undefined || Object.keys(said).length === 0) {
    return [
      finding('decision/missing', { ...parts, data: { decision, hole: holeAt(input, base) }, path: base }),
    ];
  }
  const findings: Finding[] = [];
  const { decides, deputy } = said;
  if (decides === undefined) {
    const path = [...base, 'decides'];
    findings.push(finding('decision/missing', { ...parts, data: { decision, hole: hole('decides') }, path }));
  }
  if (deputy === undefined) {
    const data = { decision, decides: decides ?? null, hole: hole('deputy') };
    findings.push(finding('decision/no-deputy', { ...parts, data, path: [...base, 'deputy'] }));
  }
  if (said.unreachable === undefined) {
    const data = { decision, hole: hole('unreachable') };
    findings.push(
      finding('decision/no-unreachable-rule', { ...parts, data, path: [...base, 'unreachable'] }),
    );
  }
  if (isEmpty(said.needs)) {
    const data = { decision, hole: hole('needs') };
    findings.push(finding('decision/nothing-to-know', { ...parts, data, path: [...base, 'needs'] }));
  }
  if (decides === undefined || deputy === undefined) return findings;
  if (isSamePerson(ledger, decides, deputy)) {
    const data = { decision, decides };
    findings.push(finding('decision/same-person', { ...parts, data, path: [...base, 'deputy'] }));
    return findings;
  }
  const both = [decides, deputy]
    .map((id) => ledger.contacts?.[id])
    .filter((each) => each?.hours !== undefined);
  if (both.length === 2) {
    const uncovered = uncoveredBy(
      both.map((each) => each!),
      input.now,
      input.zone,
      input.holidays,
    );
    if (uncovered.windows.length > 0 || uncovered.days.length > 0) {
      const data = { decision, decides, deputy, ...uncovered };
      findings.push(finding('decision/unreachable-together', { ...parts, data, path: [...base, 'deputy'] }));
    }
  }
  return findings;
}

/** The same contact, or two entries for one name. */
function isSamePerson(ledger: Ledger, a: string, b: string): boolean {
  const name = ledger.contacts?.[a]?.name;
  return a === b || (name !== undefined && name === ledger.contacts?.[b]?.name);
}
