import type { LedgerPath, Position } from './path.ts';

/** What a value can be, in the words of a message. */
export type ValueType = 'text' | 'list' | 'mapping' | 'whole-number' | 'number' | 'true-or-false';

/** What a reference can lead to. */
export type ReferenceTarget = 'contact' | 'party' | 'contact-or-party' | 'endpoint' | 'backup';

/** Why a ledger cannot be read, and what its message is made of. Closed: a message exists for each in every language. */
export interface ProblemData {
  // The file as a whole.
  empty: Record<never, never>;
  'too-large': { bytes: number; limit: number };
  'not-utf8': { looksLike: 'Shift_JIS' | 'EUC-JP' | 'UTF-16' | null };
  /** `detail` is the parser's own sentence, in English; `code` its kind. */
  'yaml-syntax': { detail: string; code: string };
  tab: Record<never, never>;
  /** A full-width colon, or a space of another kind (full-width, non-breaking), where YAML wants its own. */
  'full-width': { found: 'colon' | 'space' };
  'duplicate-key': { key: string };
  'many-documents': Record<never, never>;
  'too-many-aliases': Record<never, never>;
  'too-deep': Record<never, never>;
  'not-a-mapping': { found: ValueType | 'nothing' };
  // A value that YAML read otherwise than it was meant.
  'null-value': Record<never, never>;
  'cut-at-comma': { text: string };
  'cut-at-hash': { kept: string; lost: string };
  'phone-number': { source: string };
  'number-for-text': { source: string };
  // A value that the format does not allow.
  required: { key: string };
  'unknown-key': { key: string; nearest: string | null; known: readonly string[] };
  /** `keys`: those of the mapping that belongs there; `example`: how it is written, in one line. */
  type: {
    expected: readonly ValueType[];
    found: ValueType;
    keys: readonly string[];
    example: string | null;
  };
  /** `TBD`, `未定`, `?` where something else belongs. */
  'not-said': { found: string };
  /** `none`, `なし` where a reason is needed. */
  'none-as-text': { found: string };
  'one-of': { found: string; expected: readonly string[]; nearest: string | null };
  'empty-text': Record<never, never>;
  'empty-list': Record<never, never>;
  range: { found: string; least: number; most: number };
  duration: { found: string };
  day: { found: string };
  size: { found: string };
  hours: { found: string };
  holiday: { found: string };
  /** `meant`: the zone that is most likely meant. */
  timezone: { found: string; meant: string | null };
  /** `meant`: the code that is most likely meant. */
  country: { found: string; meant: string | null };
  /** `months`: how it is written where months are meant. */
  'span-too-short': { found: string; months: string | null; least: 'day' | 'hour' };
  /** `example`: one that fits. */
  form: { found: string; example: string | null };
  url: { found: string };
  host: { found: string };
  phone: { found: string };
  email: { found: string };
  'dns-value': { type: string; found: string };
  'none-without-reason': Record<never, never>;
  'one-channel': { found: readonly string[] };
  conflict: { keys: readonly string[] };
  needs: { key: string; needs: readonly string[] };
  reference: { to: ReferenceTarget; id: string; nearest: string | null; known: readonly string[] };
  'rule-name': { found: string; nearest: string | null };
  'future-date': { found: string; today: string };
  'path-form': { found: string };
  'path-outside': { found: string };
  'path-in-git': { found: string };
  'path-not-a-file': { found: string };
  'path-too-large': { found: string };
  'too-many': { more: number };
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
