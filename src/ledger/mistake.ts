import type { LedgerPath } from './path.ts';
import type { ProblemCode, ProblemData } from './problem.ts';

/** A mistake at a path of the plain values. `atKey`: the key is meant, not its value. */
export interface Mistake<C extends ProblemCode = ProblemCode> {
  readonly code: C;
  readonly path: LedgerPath;
  readonly data: ProblemData[C];
  readonly atKey?: boolean;
}

export const mistake = <C extends ProblemCode>(
  code: C,
  path: LedgerPath,
  data: ProblemData[C],
  atKey = false,
): Mistake[] => [{ code, path, data, atKey } as Mistake];

/** What a value is checked against that stands elsewhere. */
export interface CheckContext {
  /** The whole ledger, as plain values. */
  readonly plain: unknown;
  /** The rules that an exception may name. */
  readonly ruleNames: readonly string[];
  /** Today in the site's time zone, `YYYY-MM-DD`. */
  readonly today: string;
  /** The ledger's folder from the root of the work tree, without a slash at the end; empty for the root. */
  readonly folder: string;
}

/** What a type cannot say of its values; silent about a value that is not of the type. */
export type MistakeFinder = (value: unknown, path: LedgerPath, context: CheckContext) => Mistake[];
