import type { AcceptedChange } from '../../judge/accept.ts';
import type { AcceptMessages } from '../accept.ts';

const named = ({ what, name, type }: AcceptedChange) =>
  ({
    record: `${type} record of ${name}`,
    delegation: `name servers of ${name}`,
    issuer: `issuer of the certificate of ${name}`,
    redirect: `redirect target of ${name}`,
    registrar: `registrar of ${name}`,
  })[what];

const changed = (each: AcceptedChange) =>
  each.to.length === 0 ? named(each) : `${named(each)} (${each.from.join(', ')} → ${each.to.join(', ')})`;

export const accept: AcceptMessages = {
  history: (changes) => `ledger brought in line with what was seen: ${changes.map(changed).join('; ')}`,
  changed,
  nothing: (ledger) => `${ledger}: nothing in which the ledger may simply be behind.`,
  accepted: (ledger, count) => `${ledger}: ${count} ${count === 1 ? 'value' : 'values'} written as seen.`,
  diffTooLong: (ledger) => `${ledger}: the change is too large to be shown line by line.`,
  wouldAccept: (ledger, count) =>
    `${ledger}: ${count} ${count === 1 ? 'value' : 'values'} would be written (--dry-run: nothing was).`,
  refused: (title, problem) => `Write this one by hand: ${title} (${problem})`,
  problems: {
    alias: 'the value stands elsewhere in the file, as an alias',
    anchor: 'the value is used in other places of the file too',
    'block-text': 'the value is a block of text',
    unreadable: 'the ledger could not be read with what was seen in it',
    differs: 'what was seen cannot be written so that it compares equal the next time',
    secret: 'what was seen looks like a password or key, which a ledger must not hold',
    layout: 'the lines are written in a way that is not changed by machine',
  },
  notRecorded: (ledger) => `${ledger}: add a line to changes by hand; it could not be done by machine.`,
  changedMeanwhile: (ledger) =>
    `${ledger} was changed by somebody else while the check ran. Nothing was written; run accept again.`,
  invalid: (ledger) => `${ledger} cannot be read, so nothing can be accepted. Run check to see why.`,
  unseen: (ledger, count) =>
    `${ledger}: ${count} ${count === 1 ? 'thing' : 'things'} could not be looked at, so it is not known whether the ledger is behind. Run check to see why.`,
  unknownParty: (ledger, id, nearest, known) =>
    `--by: ${ledger} has no contact or party ${id}.${nearest === null ? ` There are: ${known.join(', ')}` : ` Did you mean ${nearest}?`}`,
  unknownFinding: (id, known) =>
    known.length === 0
      ? `--only: there is no finding ${id} that could be accepted.`
      : `--only: there is no finding ${id} that could be accepted. These can: ${known.join(', ')}`,
};
