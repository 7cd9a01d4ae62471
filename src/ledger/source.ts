import type { LedgerPath, Position } from './path.ts';

/** The file of a ledger where nothing else is said. */
export const usualFile = 'ledger.yml';

/** A ledger as it was found. */
export interface LedgerSource {
  /** As the user named it, from the work tree's root, with `/`. */
  readonly file: string;
  /** What looks like a secret is masked here. */
  readonly bytes: Uint8Array;
  /** What the file really holds, where that is more: for edits alone, never to be shown. */
  readonly written?: Uint8Array;
  readonly secrets?: readonly FoundSecret[];
  /** Masks the secrets of this ledger in a text that was made of `written`. */
  readonly hide?: (text: string) => string;
}

/** Where a ledger holds what looks like a secret. Never the secret itself. */
export interface FoundSecret {
  /** The value that holds it; empty where it stands in a comment, or where the file cannot be read. */
  readonly path: LedgerPath;
  readonly position: Position;
  /** Whether it can hardly be anything else. */
  readonly isCertain: boolean;
}

/** The lines of a text, from 1, that hold what looks like a secret: those that can hardly be anything else, and others. */
export interface SecretLines {
  readonly certain: readonly number[];
  readonly possible: readonly number[];
}
