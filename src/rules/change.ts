import type { RuleDefinition } from './rule.ts';

/** The history of changes that the ledger promises to keep. */
export interface ChangeRules {
  /**
   * `ledger`: the claims of these names were rewritten (none: where claims only went away, or are not known one by
   * one); `observed`: something else is seen there than before.
   */
  'change/unrecorded': { what: 'ledger' | 'observed'; names: readonly string[] };
}

export const changeRules: { readonly [R in keyof ChangeRules]: RuleDefinition } = {
  'change/unrecorded': { kind: 'drift', severity: 'warning', items: [], cause: 'procedure' },
};
