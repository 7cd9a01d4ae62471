/** A place in a ledger: keys and list indexes (from 0), from the root. */
export type LedgerPath = readonly (string | number)[];

/** The path as people write it: `first-contact.route.0.call`; the root is the empty string. */
export function dotted(path: LedgerPath): string {
  return path.join('.');
}

/** A place in a text, lines and columns from 1. Columns count UTF-16 units. */
export interface Position {
  readonly line: number;
  readonly column: number;
}
