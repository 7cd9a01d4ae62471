import type { AcceptedChange, AcceptProblem } from '../../judge/accept.ts';

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

export const accept = {
  /** What the ledger's own history says: what became what. */
  history: (changes: readonly AcceptedChange[]) =>
    `ledger brought in line with what was seen: ${changes.map(changed).join('; ')}`,
  /** One value: what became what; where no values are handed in, which it was. */
  changed,
  nothing: (ledger: string) => `${ledger}: nothing in which the ledger may simply be behind.`,
  accepted: (ledger: string, count: number) =>
    `${ledger}: ${count} ${count === 1 ? 'value' : 'values'} written as seen.`,
  /** The change is larger than a diff is made of. */
  diffTooLong: (ledger: string) => `${ledger}: the change is too large to be shown line by line.`,
  wouldAccept: (ledger: string, count: number) =>
    `${ledger}: ${count} ${count === 1 ? 'value' : 'values'} would be written (--dry-run: nothing was).`,
  refused: (title: string, problem: string) => `Write this one by hand: ${title} (${problem})`,
  problems: {
    alias: 'the value stands elsewhere in the file, as an alias',
    anchor: 'the value is used in other places of the file too',
    'block-text': 'the value is a block of text',
    unreadable: 'the ledger could not be read with what was seen in it',
    differs: 'what was seen cannot be written so that it compares equal the next time',
    secret: 'what was seen looks like a password or key, which a ledger must not hold',
    layout: 'the lines are written in a way that is not changed by machine',
  } satisfies Record<AcceptProblem, string>,
  /** The history could not be written by itself. */
  notRecorded: (ledger: string) =>
    `${ledger}: add a line to changes by hand; it could not be done by machine.`,
  changedMeanwhile: (ledger: string) =>
    `${ledger} was changed by somebody else while the check ran. Nothing was written; run accept again.`,
  invalid: (ledger: string) => `${ledger} cannot be read, so nothing can be accepted. Run check to see why.`,
  /** So many claims could not be looked at. */
  unseen: (ledger: string, count: number) =>
    `${ledger}: ${count} ${count === 1 ? 'thing' : 'things'} could not be looked at, so it is not known whether the ledger is behind. Run check to see why.`,
  /** `--by` names nobody whom the ledger knows. */
  unknownParty: (ledger: string, id: string, nearest: string | null, known: readonly string[]) =>
    `--by: ${ledger} has no contact or party ${id}.${nearest === null ? ` There are: ${known.join(', ')}` : ` Did you mean ${nearest}?`}`,
  unknownFinding: (id: string, known: readonly string[]) =>
    known.length === 0
      ? `--only: there is no finding ${id} that could be accepted.`
      : `--only: there is no finding ${id} that could be accepted. These can: ${known.join(', ')}`,
};
