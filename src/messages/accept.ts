import type { AcceptedChange } from '../judge/accept.ts';
import type { EditProblem } from '../ledger/edit.ts';

/** The words of `accept`: what was taken into the ledger, and what a person has to write. */
export interface AcceptMessages {
  /** What the ledger's own history says: what became what. */
  history(changes: readonly AcceptedChange[]): string;
  /** One value: what became what. */
  changed(change: AcceptedChange): string;
  nothing(ledger: string): string;
  accepted(ledger: string, count: number): string;
  /** The change is larger than a diff is made of. */
  diffTooLong(ledger: string): string;
  wouldAccept(ledger: string, count: number): string;
  refused(title: string, problem: string): string;
  readonly problems: { readonly [P in EditProblem]: string };
  /** The history could not be written by itself. */
  notRecorded(ledger: string): string;
  changedMeanwhile(ledger: string): string;
  invalid(ledger: string): string;
  unknownFinding(id: string, known: readonly string[]): string;
}
