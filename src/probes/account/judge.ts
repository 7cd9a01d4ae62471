import { type Finding, finding } from '../../rules/finding.ts';
import type { Observation, Outcome } from '../probe.ts';
import type { AccountClaim, AccountFact, AccountHolder } from './fact.ts';

/** Whether the accounts are still there: one finding for each contact whose account is not. */
export function judgeAccount({
  check: { claim },
  outcome,
}: Observation<AccountClaim, AccountFact>): Finding[] {
  return claim.contacts.flatMap((holder) => judgeHolder(claim.account, holder, outcome) ?? []);
}

function judgeHolder(account: string, holder: AccountHolder, outcome: Outcome<AccountFact>): Finding | null {
  const { id: contact, accesses, isOnRoute, party } = holder;
  // Only contacts on the route hold an item, as wherever else they are judged.
  const items = isOnRoute ? ([2] as const) : [];
  const parts = { subject: contact, path: ['contacts', contact, 'github'], party };
  const unseen = { ...parts, distinction: 'github' };
  if (outcome.type !== 'seen') {
    const { code, detail } =
      outcome.type === 'failed' ? outcome.failure : ({ code: 'response-unexpected', detail: null } as const);
    const data = { what: `${account} (GitHub)`, code, detail };
    return finding('probe/failed', { ...unseen, items, data, kind: 'unknown', severity: 'warning' });
  }
  switch (outcome.fact.state) {
    case 'there':
      return null;
    case 'gone':
      return finding('contact/account-gone', { ...parts, items, data: { contact, account, accesses } });
    case 'unseen': {
      const data = { what: account, part: 'account', reason: 'no-permission' } as const;
      return finding('probe/not-testable', { ...unseen, data });
    }
  }
}
