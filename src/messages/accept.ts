import type { AcceptedChange, AcceptProblem } from '../judge/accept.ts';

/** The words of `accept`: what was taken into the ledger, and what a person has to write. */
export interface AcceptMessages {
  /** What the ledger's own history says: what became what. */
  history(changes: readonly AcceptedChange[]): string;
  /** One value: what became what; where no values are handed in, which it was. */
  changed(change: AcceptedChange): string;
  nothing(ledger: string): string;
  accepted(ledger: string, count: number): string;
  /** The change is larger than a diff is made of. */
  diffTooLong(ledger: string): string;
  wouldAccept(ledger: string, count: number): string;
  refused(title: string, problem: string): string;
  readonly problems: { readonly [P in AcceptProblem]: string };
  /** The history could not be written by itself. */
  notRecorded(ledger: string): string;
  changedMeanwhile(ledger: string): string;
  invalid(ledger: string): string;
  /** So many claims could not be looked at. */
  unseen(ledger: string, count: number): string;
  /** `--by` names nobody whom the ledger knows. */
  unknownParty(ledger: string, id: string, nearest: string | null, known: readonly string[]): string;
  unknownFinding(id: string, known: readonly string[]): string;
}
