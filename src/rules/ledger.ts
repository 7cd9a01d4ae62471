import type { Problem } from '../ledger/problem.ts';
import type { Duration } from '../text/values.ts';
import { rule } from './rule.ts';

const wrong = { kind: 'drift', severity: 'critical', items: [], cause: 'procedure', isOfText: true } as const;
const stale = { kind: 'stale', severity: 'warning', items: [], cause: 'procedure' } as const;

/** The dotted path of a value; null in a comment, or where the file cannot be read; or lines of another file. */
export type SecretPlace =
  | { readonly where: string | null }
  | { readonly file: string; readonly lines: readonly number[] };

/** The ledger itself: its text, its review, its exceptions. */
export const ledgerRules = {
  /** One problem of a ledger that cannot be read. */
  'ledger/invalid': rule<{ problem: Problem }>(wrong),
  'ledger/secret-found': rule<SecretPlace>({ ...wrong, cause: 'access' }),
  /** A word for a password, and beside it what may as well be a name with a number: nobody can know, so nothing fails. */
  'ledger/secret-possible': rule<SecretPlace>({
    kind: 'notice',
    severity: 'warning',
    items: [],
    cause: 'access',
  }),
  /** `contacts`: whose they are; `isInIssues`: `site.public: true` lets them into issues and comments too. */
  'ledger/private-data-public': rule<{
    phones: number;
    emails: number;
    contacts: number;
    isInIssues: boolean;
  }>({ kind: 'drift', severity: 'warning', items: [], cause: 'contact' }),
  'ledger/review-due': rule<{ reviewed: string | null; every: Duration }>({ ...stale, severity: 'info' }),
  'ledger/exception-expired': rule<{ rule: string; subject: string; until: string }>(stale),
  'ledger/exception-unused': rule<{ rule: string; subject: string }>({
    ...stale,
    kind: 'notice',
    severity: 'info',
  }),
};
