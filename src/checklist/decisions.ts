import type { Decision, Ledger } from '../ledger/schema.ts';
import type { DecisionName } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { uncoveredBy } from './hours.ts';
import { type ChecklistInput, gapAt, isEmpty, partyOf } from './input.ts';

const names: readonly DecisionName[] = ['start-recovery', 'rollback', 'publication'];

/** ③ Decision makers: for each decision who takes it, a deputy, what if nobody answers, and what must be known. */
export function judgeDecisions(input: ChecklistInput): Finding[] {
  return names.flatMap((name) => judgeDecision(input, name, input.ledger.decisions?.[name]));
}

function judgeDecision(input: ChecklistInput, decision: DecisionName, said: Decision | undefined): Finding[] {
  const { ledger } = input;
  const base = ['decisions', decision];
  const parts = { subject: `decisions.${decision}`, party: partyOf(ledger, 'decision') };
  if (said === undefined || Object.keys(said).length === 0)
    return [gapAt(input, 'decision/missing', base, { decision }, parts)];
  const findings: Finding[] = [];
  const { decides, deputy } = said;
  if (decides === undefined) {
    findings.push(gapAt(input, 'decision/missing', [...base, 'decides'], { decision }, parts));
  }
  if (deputy === undefined) {
    const data = { decision, decides: decides ?? null };
    findings.push(gapAt(input, 'decision/no-deputy', [...base, 'deputy'], data, parts));
  }
  if (said.unreachable === undefined) {
    const path = [...base, 'unreachable'];
    findings.push(gapAt(input, 'decision/no-unreachable-rule', path, { decision }, parts));
  }
  if (isEmpty(said.needs)) {
    findings.push(gapAt(input, 'decision/nothing-to-know', [...base, 'needs'], { decision }, parts));
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
