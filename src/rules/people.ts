import type { FailureCode } from '../edge/failure.ts';
import { rule } from './rule.ts';

/** What is seen of the doors and the people that the ledger names; what it says of them is the checklist's. */
export const peopleRules = {
  /** `code`: how the console stayed silent, at every address and by the last try. */
  'access/console-unreachable': rule<{ access: string; url: string; code: FailureCode }>({
    kind: 'drift',
    severity: 'warning',
    items: [7, 8],
    cause: 'access',
  }),
  /** `accesses`: ids of what this contact may enter. Of contacts that are not on the route it holds no item. */
  'contact/account-gone': rule<{ contact: string; account: string; accesses: readonly string[] }>({
    kind: 'drift',
    severity: 'warning',
    items: [2],
    cause: 'contact',
  }),
};
