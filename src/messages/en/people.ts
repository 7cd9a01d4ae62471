import type { peopleRules } from '../../rules/people.ts';
import type { RuleMessages } from '../rule-message.ts';
import { accessName } from './checklist-words.ts';
import { failures } from './probe.ts';

export const people: RuleMessages<typeof peopleRules> = {
  'access/console-unreachable': {
    means:
      'Nothing answers at the address of a console. Any answer counts, a login page or a refusal included.',
    why: 'Whoever enters on the night stands before a closed door, with the right account and the right password.',
    remedy:
      'Open the console from where you would enter on the night. If it opens there, only certain places are let in: write that down as an exception, with its reason. If it does not, find out where it is now and correct its address in the ledger.',
    say: ({ access, url, code }) => ({
      title: `The console for ${accessName(access)} does not answer: ${url}`,
      expected: 'an answer',
      observed: failures[code],
    }),
  },

  'contact/account-gone': {
    means: 'The account of a contact on GitHub is not there any more: deleted, or renamed.',
    why: 'An account often goes when its person goes. On the night somebody is called who has left, or somebody who has left can still get in.',
    remedy:
      'Ask whether this person can still be reached. If they have left, take them out of the contacts and out of every console that they could enter. If the account has only been renamed, correct `github`.',
    say: ({ contact, account, accesses }, format) => ({
      title: `The GitHub account ${account} of ${format.contact(contact)} is gone`,
      expected: account,
      observed:
        accesses.length === 0
          ? 'no such account'
          : `no such account; its holder may enter ${format.list(accesses.map(accessName))}`,
    }),
  },
};
