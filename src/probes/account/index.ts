import type { Probe } from '../probe.ts';
import { planAccounts } from './claim.ts';
import type { AccountClaim, AccountFact } from './fact.ts';
import { judgeAccount, unseenAccount } from './judge.ts';

export type { AccountClaim, AccountFact } from './fact.ts';

/** Asks GitHub whether the accounts of the contacts are still there, where the run has a token to ask with. */
export const accountProbe = {
  name: 'account',
  part: 'people',
  rules: ['contact/account-gone'],
  needs: 'accounts',
  plan: planAccounts,
  async observe({ account }, { accounts }) {
    if (accounts === null) throw new TypeError('accounts cannot be asked for here');
    return { fact: { state: await accounts.look(account) }, from: null };
  },
  needsConfirmation: (_claim, { state }) => state === 'gone',
  unseen: unseenAccount,
  judge: judgeAccount,
  deadlines: () => [],
} as const satisfies Probe<AccountClaim, AccountFact>;
