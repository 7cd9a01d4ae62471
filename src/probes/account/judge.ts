import { type Finding, finding } from '../../rules/finding.ts';
import type { Unseen } from '../judge-unseen.ts';
import type { Check, SeenCheck } from '../probe.ts';
import type { AccountClaim, AccountFact, AccountHolder } from './fact.ts';

/** An account that nobody could be asked about, once for each contact that it belongs to. */
export function unseenAccount({ claim: { account, contacts } }: Check<AccountClaim>): readonly Unseen[] {
  return contacts.map((holder) => ({
    ...about(holder),
    distinction: 'github',
    items: itemsOf(holder),
    what: account,
    named: 'account',
    permission: null,
  }));
}

/** Whether the accounts are still there: one finding for each contact whose account is not. */
export function judgeAccount({ check: { claim }, fact }: SeenCheck<AccountClaim, AccountFact>): Finding[] {
  const { account, contacts } = claim;
  if (fact.state === 'there') return [];
  return contacts.map((holder) => {
    const data = { contact: holder.id, account, accesses: holder.accesses };
    return finding('contact/account-gone', { ...about(holder), items: itemsOf(holder), data });
  });
}

function about({ id, party }: AccountHolder) {
  return { subject: id, path: ['contacts', id, 'github'], party };
}

/** Only contacts on the route hold an item, as wherever else they are judged. */
function itemsOf({ isOnRoute }: AccountHolder): readonly [2] | readonly [] {
  return isOnRoute ? [2] : [];
}
