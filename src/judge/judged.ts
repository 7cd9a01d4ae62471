import { type Part, parts } from '../probes/index.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleName } from '../rules/index.ts';

/** What made a finding: a part of the look, or `ledger`: the ledger's own text, the files beside it, and the date. */
export type FindingPart = Part | 'ledger';
export const findingParts: readonly FindingPart[] = [...parts, 'ledger'];

/** A finding with what made it. */
export interface JudgedFinding<R extends RuleName = RuleName> extends Finding<R> {
  readonly part: FindingPart;
  /** The subjects of the looks that it came from, as `observations` name them; empty where nobody had to look. */
  readonly looks: readonly string[];
}

/** Findings of the ledger's own text, the files beside it, and the date. */
export function ofLedger(findings: readonly Finding[]): JudgedFinding[] {
  return findings.map((each) => ({ ...each, part: 'ledger', looks: [] }));
}
