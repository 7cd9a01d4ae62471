import { rule } from './rule.ts';

/** The history of changes that the ledger promises to keep. */
export const changeRules = {
  /**
   * `ledger`: the claims of these names were rewritten (none: where claims only went away, or are not known one by
   * one); `observed`: something else is seen there than before.
   */
  'change/unrecorded': rule<{ what: 'ledger' | 'observed'; names: readonly string[] }>({
    kind: 'drift',
    severity: 'warning',
    items: [],
    cause: 'procedure',
  }),
};
