import type { LedgerPath, Position } from './path.ts';
import type { Problem } from './problem.ts';
import type { Ledger } from './schema.ts';

/** A value that the ledger says it does not have. */
export type Absence =
  /** `unknown`: a hole that somebody knows of. */
  | { readonly type: 'unknown' }
  /** `{ none: "reason" }`: said not to exist. */
  | { readonly type: 'none'; readonly reason: string };

/** A ledger that could be read, with the way back from each value to its place in the text. */
export interface ParsedLedger {
  /** As given by the user, with `/`. */
  readonly file: string;
  /** SHA-256 of the bytes, hexadecimal. */
  readonly sha256: string;
  readonly ledger: Ledger;
  /** What is said to be unknown or not to exist, by dotted path (after `common` was merged). */
  readonly absences: ReadonlyMap<string, Absence>;
  /** The place of a value; of the value in `common` that it came from; else of the nearest parent that is written. */
  locate(path: LedgerPath): Position;
}

export type ParseResult =
  | { readonly ok: true; readonly parsed: ParsedLedger }
  | { readonly ok: false; readonly problems: readonly Problem[]; readonly sha256: string };

export interface ParseOptions {
  readonly file: string;
  /** The moment to judge by, ISO 8601: `verified`, `rehearsed`, `agreed`, `reviewed` after it are errors. */
  readonly now: string;
}

/** Reads a ledger from its bytes. Pure; never throws for anything that a file can hold. */
export function parseLedger(_bytes: Uint8Array, _options: ParseOptions): ParseResult {
  throw new Error('being built');
}
