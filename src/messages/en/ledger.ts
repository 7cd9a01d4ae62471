import type { Problem } from '../../ledger/problem.ts';
import type { ledgerRules, SecretPlace } from '../../rules/ledger.ts';
import type { Format } from '../format.ts';
import type { RuleMessages } from '../rule-message.ts';
import { problems } from './problems.ts';

export const ledger: RuleMessages<typeof ledgerRules> = {
  'ledger/invalid': {
    means: 'The ledger cannot be read at this place, so nothing in it was checked.',
    why: 'A ledger that cannot be read by a machine is often wrong for people too, and nobody is told what no longer holds.',
    remedy: 'Correct the place that is named, then run the check again.',
    say: ({ problem }) => (problems[problem.code] as (problem: Problem) => string)(problem),
  },
  'ledger/secret-found': {
    means: 'The ledger holds what looks like a password, a key or a token.',
    why: 'Everybody who can read the repository has it, now and in its history. In a recovery the ledger is passed around to people who must not have it.',
    remedy:
      'Change it first where it is used: it stays in the history of the repository even when the line is gone. Then keep the new one in the vault, and write here only where it is kept.',
    say: (place, format) => ({
      title: `${secretPlace(place, format)} what looks like a password or key`,
      expected: 'where it is kept',
      observed: '(not shown)',
    }),
  },
  'ledger/secret-possible': {
    means: 'Beside a word for a password stands what may be one, or a name with a number.',
    why: 'If it is a password, everybody who can read the repository has it, now and in its history.',
    remedy:
      'If it is a password, change it where it is used, keep the new one in the vault, and write here only where it is kept. If it is none, write it without the word for a password, or name this place in exceptions, with because and until.',
    say: (place, format) => ({
      title: `${secretPlace(place, format)} what may be a password`,
      expected: 'where it is kept',
      observed: '(not shown)',
    }),
  },
  'ledger/private-data-public': {
    means: 'The ledger in a public repository holds phone numbers or mail addresses of contacts.',
    why: 'Numbers that everybody can read get calls from everybody, and the call at night gets lost among them. They stay in the history of the repository even when the lines are gone.',
    remedy:
      'Make the repository private, or write under see where the numbers are kept, in place of the numbers. If they are meant to be public, say so in exceptions, with because and until.',
    say: ({ phones, emails, contacts, isInIssues }) => ({
      title: `A public repository holds ${[
        ...(phones > 0 ? [`${phones} phone ${phones === 1 ? 'number' : 'numbers'}`] : []),
        ...(emails > 0 ? [`${emails} mail ${emails === 1 ? 'address' : 'addresses'}`] : []),
      ].join(' and ')} of ${contacts} ${contacts === 1 ? 'contact' : 'contacts'}`,
      expected: 'where everybody can read, only where they are kept',
      observed: isInIssues ? 'site.public: true shows them in issues too' : 'everybody can read the file',
      ...(isInIssues
        ? {
            remedy:
              'Make the repository private, or write under see where the numbers are kept, in place of the numbers. With site.public: false they stay at least out of issues and comments. If they are meant to be public, say so in exceptions, with because and until.',
          }
        : {}),
    }),
  },
  'ledger/review-due': {
    means: 'The ledger as a whole has not been looked through for longer than it says it should be.',
    why: 'People leave, numbers change, duties move: what only people know goes out of date without a sign.',
    remedy: 'Go through the ten items together, correct what has changed, and set `reviewed` to the day.',
    say: ({ reviewed, every }, format) => ({
      title:
        reviewed === null
          ? 'Nobody has noted when the whole ledger was last looked through'
          : `The ledger was last looked through on ${format.day(reviewed)}`,
      expected: `every ${format.duration(every).replace(/^1 /, '')}`,
      observed: reviewed === null ? 'not written' : format.day(reviewed),
    }),
  },
  'ledger/exception-expired': {
    means: 'An exception has ended: what it silenced is reported again.',
    why: 'An accepted risk was to be looked at again by that day.',
    remedy: 'Mend what it was about, or agree on a new day and write it down with its reason.',
    say: ({ rule, subject, until }, format) => ({
      title: `The exception for ${subject} (${rule}) ended on ${format.day(until)}`,
      expected: `until ${format.day(until)}`,
    }),
  },
  'ledger/exception-unused': {
    means: 'An exception silences nothing any more.',
    why: 'What it was made for seems to be mended; left in place, it would hide the same fault when it returns.',
    remedy: 'Take the exception out of the ledger.',
    say: ({ rule, subject }) => `The exception for ${subject} (${rule}) silences nothing`,
  },
};

/** Of many lines the first ten: who mends those sees the others. */
function secretPlace(place: SecretPlace, format: Format): string {
  if (!('file' in place)) return place.where === null ? 'a comment holds' : `${place.where} holds`;
  const lines = format.list(place.lines.slice(0, 10).map(String));
  return `${place.file} holds, in ${place.lines.length === 1 ? 'line' : 'lines'} ${lines},`;
}
