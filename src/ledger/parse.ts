import { createHash } from 'node:crypto';
import { isMapping } from '../text/mapping.ts';
import { isNotSaid, isSaidNone } from '../text/not-said.ts';
import type { Absence } from './absence.ts';
import { checkBackups } from './backups.ts';
import { checkConstraints, todayIn } from './constraints.ts';
import { mistakesOf, typeOf, valueAt } from './format.ts';
import { keysAt, mayBeAbsent } from './keys.ts';
import { mergeCommon } from './merge.ts';
import type { Mistake } from './mistake.ts';
import type { LedgerPath, Position } from './path.ts';
import { keyOf } from './plain.ts';
import type { Problem } from './problem.ts';
import { type ReadLedger, readLedger } from './read.ts';
import { Ledger } from './schema.ts';

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
  /** The ledger's path from the root of the work tree, with `/`. */
  readonly file: string;
  /** The moment to judge by, ISO 8601: `verified`, `rehearsed`, `agreed`, `reviewed` after it are errors. */
  readonly now: string;
  /** The rules that an exception may name. */
  readonly ruleNames: readonly string[];
  /** The bytes of the file, where those that are read are not quite them. Default: those that are read. */
  readonly written?: Uint8Array;
  /** What holds where the text says nothing: for a text that is a part of a ledger. */
  readonly beneath?: Readonly<Record<string, unknown>>;
}

/** How many problems are reported at once. */
const mostProblems = 100;

/** Reads a ledger from its bytes: all its problems, or the typed model. Pure; never throws for what a file can hold. */
export function parseLedger(
  bytes: Uint8Array,
  { file, now, ruleNames, written, beneath = {} }: ParseOptions,
): ParseResult {
  const sha256 = createHash('sha256')
    .update(written ?? bytes)
    .digest('hex');
  const read = readLedger(bytes, file);
  const problems = [...read.problems];
  const plain = over(beneath, read.plain);
  // A ledger that is `unknown` as a whole has no value and no problem of its own.
  const isNothing = plain === undefined && problems.length === 0;
  if (isNothing || (plain !== undefined && !isMapping(plain))) {
    const position = read.positionOf([]);
    const found = isNothing ? 'nothing' : typeOf(plain);
    problems.push({ code: 'not-a-mapping', file, position, path: [], data: { found } });
  }
  if (!isMapping(plain)) return { ok: false, sha256, problems: ordered(problems) };

  const result = Ledger.safeParse(plain);
  const site = isMapping(plain.site) ? plain.site : {};
  const context = {
    ruleNames,
    today: todayIn(site.timezone, now),
    folder: file.includes('/') ? file.slice(0, file.lastIndexOf('/')).replace(/^\.\//, '') : '',
  };
  const isAbsent = (path: string) => read.absences.has(path);
  const mistakesIn = (
    values: Readonly<Record<string, unknown>>,
    { success, error } = Ledger.safeParse(values),
  ) => [
    ...(success ? [] : mistakesOf(error!.issues, values, keysAt)),
    ...checkConstraints({ ...context, plain: values }),
    ...checkBackups(values, isAbsent),
  ];
  const found = mistakesIn(plain, result);
  const mistakes = withQuotes(plain, found, mistakesIn).map((each) => asWritten(each, plain));
  const taken = new Set(read.reported);
  const broken = new Set([...read.reported].flatMap(pathsAbove));
  const isBroken = (path: LedgerPath) => broken.has(keyOf(path));
  for (const mistake of mistakes) {
    const key = keyOf(mistake.path);
    // One place, one problem: the first says what is wrong, the next would only follow from it.
    if (taken.has(key) || (mistake.code === 'one-channel' && isBroken(mistake.path))) continue;
    taken.add(key);
    problems.push(problemOf(mistake, file, read));
  }
  // The section above a line that is not read as one of its keys only seems to be empty.
  const wide = new Set(
    problems.flatMap((each) => (each.code === 'full-width' ? (each.position?.line ?? 0) : [])),
  );
  const left = problems.filter(
    ({ code, position }) => code !== 'null-value' || !wide.has((position?.line ?? 0) + 1),
  );
  if (left.length > 0 || !result.success) return { ok: false, sha256, problems: ordered(left) };

  const merged = mergeCommon(result.data, read.absences);
  return {
    ok: true,
    parsed: {
      file,
      sha256,
      ledger: merged.ledger,
      absences: merged.absences,
      locate: (path) => locate(path, read),
    },
  };
}

/**
 * A number where a text belongs is put in quotes only where the text would do: `30` for a span would be refused in
 * quotes as well, and what is said then is said at once.
 */
function withQuotes(
  plain: Readonly<Record<string, unknown>>,
  mistakes: readonly Mistake[],
  mistakesIn: (values: Readonly<Record<string, unknown>>) => readonly Mistake[],
): readonly Mistake[] {
  const numbers = mistakes.filter(({ code }) => code === 'number-for-text');
  if (numbers.length === 0) return mistakes;
  const quoted = structuredClone(plain);
  for (const { path } of numbers) {
    const parent = valueAt(quoted, path.slice(0, -1)) as Record<string | number, unknown>;
    parent[path.at(-1)!] = String(parent[path.at(-1)!]);
  }
  const then = new Map(mistakesIn(quoted).map((each) => [keyOf(each.path), each]));
  return mistakes.map((each) =>
    each.code === 'number-for-text' ? (then.get(keyOf(each.path)) ?? each) : each,
  );
}

/** The mistake, or what stands behind it: words that answer nothing, or that say without a reason that there is none. */
function asWritten(each: Mistake, plain: unknown): Mistake {
  const { path } = each;
  const sign = fullWidthSign(
    each.code === 'unknown-key' ? path.at(-1) : each.code === 'type' ? valueAt(plain, path) : '',
  );
  if (sign !== null) return { code: 'full-width', path, data: { found: sign }, atKey: each.atKey ?? false };
  const found = each.atKey === true ? undefined : valueAt(plain, path);
  if (typeof found !== 'string' || each.code === 'future-date' || !mayBeAbsent(path)) return each;
  if (isNotSaid(found)) return { code: 'not-said', path, data: { found } };
  return isSaidNone(found) ? { code: 'none-as-text', path, data: { found } } : each;
}

/** What a key with a full-width colon or space was read as: a text, or a key with the space in it. */
function fullWidthSign(text: unknown): 'colon' | 'space' | null {
  if (typeof text !== 'string') return null;
  if (/^[a-z][a-z-]{0,40}：/.test(text)) return 'colon';
  return /^(?:[a-z][a-z-]{0,40}:)?[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(text) ? 'space' : null;
}

/** The keys of the paths that a path, given by its key, lies below. */
function pathsAbove(key: string): string[] {
  const separator = keyOf(['', '']);
  const above: string[] = [];
  for (let at = key.indexOf(separator); at >= 0; at = key.indexOf(separator, at + 1)) {
    above.push(key.slice(0, at));
  }
  return above;
}

/** `plain`, with what of `beneath` it does not say itself. */
function over(beneath: Readonly<Record<string, unknown>>, plain: unknown): unknown {
  if (!isMapping(plain)) return plain;
  const merged: Record<string, unknown> = { ...beneath, ...plain };
  for (const [key, value] of Object.entries(beneath)) {
    if (isMapping(value) && Object.hasOwn(plain, key)) merged[key] = over(value, plain[key]);
  }
  return merged;
}

function problemOf(mistake: Mistake, file: string, read: ReadLedger): Problem {
  const { path } = mistake;
  const position =
    (mistake.atKey === true ? read.keyPositionOf(path) : read.positionOf(path)) ??
    nearestPosition(path, read);
  return { code: mistake.code, file, position, path: read.writtenPath(path), data: mistake.data } as Problem;
}

/** The place of the nearest parent that is written: its key, where it has one. */
function nearestPosition(path: LedgerPath, read: ReadLedger): Position {
  for (let length = path.length - 1; length >= 0; length--) {
    const parent = path.slice(0, length);
    const position = read.keyPositionOf(parent) ?? read.positionOf(parent);
    if (position !== null) return position;
  }
  return { line: 1, column: 1 };
}

function locate(path: LedgerPath, read: ReadLedger): Position {
  const [section, id, ...rest] = path;
  const candidates: LedgerPath[] = [path];
  if (section === 'contacts' || section === 'decisions' || section === 'access' || section === 'entrance') {
    if (id !== undefined && rest.length > 0) candidates.push([section, 'common', ...rest]);
    if (section === 'entrance' && rest.length > 0) candidates.push(['access', 'common', ...rest]);
  }
  for (const candidate of candidates) {
    const position = read.positionOf(candidate);
    // A mapping is best shown by its key.
    if (position !== null) return read.keyPositionOf(candidate) ?? position;
  }
  return nearestPosition(path, read);
}

function ordered(problems: readonly Problem[]): Problem[] {
  const sorted = [...problems].sort(
    (a, b) =>
      (a.position?.line ?? 0) - (b.position?.line ?? 0) ||
      (a.position?.column ?? 0) - (b.position?.column ?? 0),
  );
  if (sorted.length <= mostProblems) return sorted;
  const last = sorted[mostProblems]!;
  const more = sorted.length - mostProblems;
  return [
    ...sorted.slice(0, mostProblems),
    { code: 'too-many', file: last.file, position: last.position, path: [], data: { more } },
  ];
}
