import type { PeopleRules } from '../../rules/people.ts';
import type { RuleMessages } from '../messages.ts';
import { accessName } from './checklist-words.ts';
import { failures } from './probe.ts';

export const people: RuleMessages<PeopleRules> = {
  'access/console-unreachable': {
    means:
      'Nothing answers at the address of a console. Any answer counts, a login page or a refusal included.',
    why: 'Whoever enters on the night stands before a closed door, with the right account and the right password.',
    remedy: 'Open the console as you would on the night. If it has moved, correct its address in the ledger.',
    say: ({ access, url, code }) => ({
      title: `The console for ${accessName(access)} does not answer: ${url}`,
      expected: 'an answer',
      observed: failures[code],
      ...(code === 'timeout'
        ? {
            remedy:
              'Open the console from where you would enter on the night. If it opens there, only certain places are let in: write that down as an exception, with its reason. If it does not, find out where it is now and correct its address in the ledger.',
          }
        : {}),
    }),
  },
};
