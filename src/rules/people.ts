import type { FailureCode } from '../edge/failure.ts';
import type { RuleDefinition } from './rule.ts';

/** What is seen of the doors and the people that the ledger names; what it says of them is the checklist's. */
export interface PeopleRules {
  /** `code`: how the console stayed silent, at every address and by the last try. */
  'access/console-unreachable': { access: string; url: string; code: FailureCode };
  /** `accesses`: ids of what this contact may enter. */
  'contact/account-gone': { contact: string; account: string; accesses: readonly string[] };
}

export const peopleRules: { readonly [R in keyof PeopleRules]: RuleDefinition } = {
  'access/console-unreachable': { kind: 'drift', severity: 'warning', items: [7, 8], cause: 'access' },
  // Of contacts that are not on the route it holds no item.
  'contact/account-gone': { kind: 'drift', severity: 'warning', items: [2], cause: 'contact' },
};
