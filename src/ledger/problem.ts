import type { LedgerPath, Position } from './path.ts';

/** Why a ledger cannot be read. Closed: a message exists for each in every language. */
export interface ProblemData {
  'yaml-syntax': { detail: string };
  placeholder: Record<never, never>;
}
export type ProblemCode = keyof ProblemData;

/** One thing that keeps a ledger from being read. A reader gets all of them at once, in the file's order. */
export interface Problem<C extends ProblemCode = ProblemCode> {
  readonly code: C;
  readonly file: string;
  /** Null where the file as a whole is meant. */
  readonly position: Position | null;
  readonly path: LedgerPath;
  readonly data: ProblemData[C];
}
