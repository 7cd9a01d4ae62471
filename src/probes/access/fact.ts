import type { LedgerPath } from '../../ledger/path.ts';

/** A console, and every access that the ledger lets in through it: one look for all of them. */
export interface ConsoleClaim {
  /** Without user name, query and fragment: none of them is needed for an answer, and all may say too much. */
  readonly url: string;
  readonly doors: readonly Door[];
}

/** One entry of `access` or `entrance`. */
export interface Door {
  readonly id: string;
  readonly path: LedgerPath;
  readonly item: 7 | 8;
  /** Whether an entry of the other section has the same id. */
  readonly clashes: boolean;
}

/** What answered: any status is an answer, a login page, a refusal, an error or a page against machines included. */
export interface ConsoleFact {
  readonly status: number;
}
