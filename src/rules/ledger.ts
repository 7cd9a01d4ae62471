import type { Problem } from '../ledger/problem.ts';
import type { Duration } from '../text/values.ts';
import type { RuleDefinition } from './rule.ts';

export interface LedgerRules {
  /** One problem of a ledger that cannot be read. */
  'ledger/invalid': { problem: Problem };
  /** `where`: the dotted path of the value; null in a comment, or where the file cannot be read. */
  'ledger/secret-found': { where: string | null };
  /** `isInIssues`: `site.public: true` lets them into issues and comments too. */
  'ledger/private-data-public': {
    phones: number;
    emails: number;
    /** Whose they are. */
    contacts: number;
    isInIssues: boolean;
  };
  'ledger/review-due': { reviewed: string | null; every: Duration };
  'ledger/exception-expired': { rule: string; subject: string; until: string };
  'ledger/exception-unused': { rule: string; subject: string };
}

export const ledgerRules: { readonly [R in keyof LedgerRules]: RuleDefinition } = {
  'ledger/invalid': { kind: 'drift', severity: 'critical', items: [], cause: 'procedure' },
  'ledger/secret-found': { kind: 'drift', severity: 'critical', items: [], cause: 'access' },
  'ledger/private-data-public': { kind: 'drift', severity: 'warning', items: [], cause: 'contact' },
  'ledger/review-due': { kind: 'stale', severity: 'info', items: [], cause: 'procedure' },
  'ledger/exception-expired': { kind: 'stale', severity: 'warning', items: [], cause: 'procedure' },
  'ledger/exception-unused': { kind: 'notice', severity: 'info', items: [], cause: 'procedure' },
};
