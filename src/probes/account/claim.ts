import type { Ledger } from '../../ledger/schema.ts';
import type { Check } from '../probe.ts';
import type { AccountClaim, AccountHolder } from './fact.ts';

/** Every account of a contact, once; GitHub does not distinguish capitals. */
export function planAccounts(ledger: Ledger): Check<AccountClaim>[] {
  const accounts = new Map<
    string,
    Check<AccountClaim> & { readonly claim: { readonly contacts: AccountHolder[] } }
  >();
  const route = ledger['first-contact']?.route ?? [];
  const end = route.findIndex(({ none }) => none !== undefined);
  const onRoute = new Set(route.slice(0, end < 0 ? route.length : end).map(({ call }) => call));
  for (const [id, { github, party }] of Object.entries(ledger.contacts ?? {})) {
    if (github === undefined) continue;
    const account = github.replace(/^@/, '');
    const holder = {
      id,
      isOnRoute: onRoute.has(id),
      party: party ?? ledger.responsibility?.communication?.party ?? null,
      accesses: accessesOf(id, ledger),
    };
    const known = accounts.get(account.toLowerCase());
    if (known !== undefined) {
      known.claim.contacts.push(holder);
      continue;
    }
    accounts.set(account.toLowerCase(), {
      probe: 'account',
      subject: account,
      path: ['contacts', id, 'github'],
      claim: { account, contacts: [holder] },
    });
  }
  return [...accounts.values()];
}

function accessesOf(contact: string, { access = {}, entrance = {} }: Ledger): string[] {
  const { common: _merged, ...ways } = entrance;
  const ids = [...Object.entries(access), ...Object.entries(ways)].flatMap(([id, entry]) =>
    entry?.holders?.includes(contact) ? [id] : [],
  );
  return [...new Set(ids)];
}
