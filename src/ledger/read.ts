import { type Document, isMap, LineCounter, parseAllDocuments } from 'yaml';
import { utf8Text } from '../text/utf8.ts';
import type { Absence } from './absence.ts';
import type { LedgerPath, Position } from './path.ts';
import { type AddProblem, keyOf, type Place, plainOf, type Reading } from './plain.ts';
import type { Problem, ProblemData } from './problem.ts';

/** Bytes of the largest ledger that is read: many times what a site needs, and little enough to be read at once. */
export const ledgerSizeLimit = 262_144;

/** A ledger's text as plain values, before its format is checked. */
export interface ReadLedger {
  /** `unknown` and `{ none: … }` are taken out; null values too. Undefined where nothing could be read. */
  readonly plain: unknown;
  readonly absences: Map<string, Absence>;
  readonly problems: Problem[];
  /** The place of the value at a path of `plain`; null where nothing is written there. */
  positionOf(path: LedgerPath): Position | null;
  /** The place of the key at a path of `plain`. */
  keyPositionOf(path: LedgerPath): Position | null;
  /** The path in the file: `unknown` list items were taken out of `plain`, so indexes after them differ. */
  writtenPath(path: LedgerPath): LedgerPath;
  /** Paths at which something was written that is in `problems` already. */
  readonly reported: ReadonlySet<string>;
}

/** Reads the text of a ledger: YAML 1.2, UTF-8 (a byte order mark and CRLF are fine), one document. */
export function readLedger(bytes: Uint8Array, file: string): ReadLedger {
  const problems: Problem[] = [];
  const absences = new Map<string, Absence>();
  const places = new Map<string, Place>();
  const written = new Map<string, readonly number[]>();
  const reported = new Set<string>();
  const lines = new LineCounter();
  const result = (plain: unknown): ReadLedger => ({
    plain,
    absences,
    problems,
    reported,
    positionOf: (path) => places.get(keyOf(path))?.value ?? null,
    keyPositionOf: (path) => places.get(keyOf(path))?.key ?? null,
    writtenPath: (path) =>
      path.map((part, index) =>
        typeof part === 'number' ? (written.get(keyOf(path.slice(0, index)))?.[part] ?? part) : part,
      ),
  });
  const add: AddProblem = (code, data, path, position) => {
    problems.push({ code, file, position, path, data } as Problem);
    reported.add(keyOf(path));
  };

  const text = decode(bytes, (code, data) => add(code, data, [], null));
  if (text === null) return result(undefined);
  const document = parseOne(text, lines, add);
  if (document === null) return result(undefined);

  const start: Reading['start'] = ({ range }) =>
    range ? positionAt(lines, range[0]!) : { line: 1, column: 1 };
  return result(plainOf(document, { absences, places, written, add, start }));
}

function positionAt(lines: LineCounter, offset: number): Position {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

function decode(
  bytes: Uint8Array,
  fail: (code: 'too-large' | 'not-utf8' | 'empty', data: never) => void,
): string | null {
  if (bytes.length > ledgerSizeLimit) {
    fail('too-large', { bytes: bytes.length, limit: ledgerSizeLimit } as never);
    return null;
  }
  const text = utf8Text(bytes);
  if (text === null || text.includes('\u0000')) {
    fail('not-utf8', { looksLike: encodingOf(bytes) } as never);
    return null;
  }
  if (text.trim() === '') {
    fail('empty', {} as never);
    return null;
  }
  return text;
}

/** The encoding that bytes which are no UTF-8 are most likely in. */
function encodingOf(bytes: Uint8Array): ProblemData['not-utf8']['looksLike'] {
  if ((bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)) return 'UTF-16';
  const sample = bytes.subarray(0, 65_536);
  if (sample.includes(0)) return 'UTF-16';
  const scores = (['shift_jis', 'euc-jp'] as const).map((label) => {
    const text = new TextDecoder(label).decode(sample);
    const kana = text.match(/[\u3041-\u30ff]/g)?.length ?? 0;
    const broken = text.match(/[\ufffd\uff61-\uff9f]/g)?.length ?? 0;
    return kana - 2 * broken;
  });
  const [shiftJis = 0, eucJp = 0] = scores;
  if (shiftJis <= 0 && eucJp <= 0) return null;
  return shiftJis >= eucJp ? 'Shift_JIS' : 'EUC-JP';
}

function parseOne(text: string, lines: LineCounter, add: AddProblem): Document.Parsed | null {
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    strict: true,
    // The library would cut the line of each mistake out of the text: all of a text of one line, each time.
    prettyErrors: false,
    // The library compares every key with every other.
    uniqueKeys: false,
    merge: false,
  });
  if (!Array.isArray(documents) || documents.length === 0) {
    add('empty', {}, [], null);
    return null;
  }
  const [document, second] = documents;
  const at = (offset: number) => positionAt(lines, offset);
  const errors = document!.errors.slice(0, 20);
  const isBroken = errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  const wide = isBroken || !isMap(document!.contents) ? fullWidthSigns(text) : [];
  for (const { found, position } of wide.slice(0, 20)) add('full-width', { found }, [], position);
  // A line has one mistake; what the parser says of lines behind a tab or a full-width sign follows from that.
  const said = new Set<number>();
  const tabs = errors.filter((error) => isTab(error, text, at(error.pos[0]).line));
  for (const error of errors) {
    const position = at(error.pos[0]);
    if (said.has(position.line) || wide.length > 0 || (tabs.length > 0 && !tabs.includes(error))) continue;
    said.add(position.line);
    if (tabs.includes(error)) add('tab', {}, [], position);
    else
      add(
        'yaml-syntax',
        {
          detail: error.message.split('\n')[0]!.replace(/ at line \d+, column \d+:?$/, ''),
          code: error.code,
        },
        [],
        position,
      );
  }
  if (second !== undefined) {
    add('many-documents', {}, [], second.contents === null ? null : at(second.range[0]));
    return null;
  }
  return isBroken || wide.length > 0 ? null : (document as Document.Parsed);
}

function isTab({ code }: { code: string }, text: string, line: number): boolean {
  return code === 'TAB_AS_INDENT' || /^ *\t/.test(text.split(/\r?\n/, line)[line - 1] ?? '');
}

/** Where a line of keys has a colon or a space of another kind (full-width, non-breaking), which YAML takes for letters. */
function fullWidthSigns(text: string): { found: 'colon' | 'space'; position: Position }[] {
  return text.split(/\r?\n/).flatMap((line, index) => {
    const key =
      /^[ \u00a0\u2000-\u200a\u202f\u205f\u3000]*(?:-[ \u00a0\u2000-\u200a\u202f\u205f\u3000]+)?[a-z][a-z-]{0,40}/.exec(
        line,
      )?.[0];
    if (key === undefined) return [];
    const rest = line.slice(key.length, key.length + 2);
    const place = (found: 'colon' | 'space', column: number) => [
      { found, position: { line: index + 1, column } },
    ];
    if (rest.startsWith('：')) return place('colon', key.length + 1);
    if (/^:[\u00a0\u2000-\u200a\u202f\u205f\u3000]/.test(rest)) return place('space', key.length + 2);
    const space = key.search(/[\u00a0\u2000-\u200a\u202f\u205f\u3000]/);
    return space >= 0 && rest.startsWith(':') ? place('space', space + 1) : [];
  });
}
