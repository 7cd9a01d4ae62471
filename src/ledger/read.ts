import {
  type Document,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  LineCounter,
  type Node,
  parseAllDocuments,
  type Scalar,
} from 'yaml';
import { isNotSaid } from '../text/not-said.ts';
import { utf8Text } from '../text/utf8.ts';
import type { Absence } from './absence.ts';
import { dotted, type LedgerPath, type Position } from './path.ts';
import type { Problem, ProblemCode, ProblemData } from './problem.ts';

/** Bytes of the largest ledger that is read. */
export const ledgerSizeLimit = 1_048_576;
const depthLimit = 40;
const nodeLimit = 50_000;

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

interface Place {
  readonly value: Position;
  readonly key: Position | null;
}

/** Keys whose values are sentences or names, in which a `#` may be meant as text. */
const proseKeys = new Set([
  'slack',
  'teams',
  'chat',
  'see',
  'name',
  'when',
  'what',
  'where',
  'note',
  'login',
  'emergency',
  'first-instruction',
  'unreachable',
  'tolerates',
  'choose',
  'because',
]);

/** More keys whose values are free words, which may be a template's own. */
const wordKeys = new Set([
  ...proseKeys,
  'console',
  'tell',
  'needs',
  'covers',
  'evidence',
  'kept-in',
  'thread',
  'one-party',
  'changes',
]);

/** Whether free words answer nothing, and so count as `unknown`. What names the site has to be there. */
function answersNothing(value: unknown, path: LedgerPath): boolean {
  const key = path.findLast((part) => typeof part === 'string');
  return typeof value === 'string' && path[0] !== 'site' && wordKeys.has(String(key)) && isNotSaid(value);
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
  function add<C extends ProblemCode>(
    code: C,
    data: ProblemData[C],
    path: LedgerPath,
    position: Position | null,
  ) {
    problems.push({ code, file, position, path, data } as Problem);
    reported.add(keyOf(path));
  }

  const text = decode(bytes, (code, data) => add(code, data, [], null));
  if (text === null) return result(undefined);
  const document = parseOne(text, lines, add);
  if (document === null) return result(undefined);

  let nodes = 0;
  const positionAt = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const start = (node: { range?: readonly number[] | null }): Position =>
    node.range ? positionAt(node.range[0]!) : { line: 1, column: 1 };

  /** The plain value of a node; undefined where there is none to be had (and a problem or an absence says why). */
  function plainValue(given: Node | null, path: LedgerPath, key: Position | null, depth: number): unknown {
    nodes += 1;
    if (nodes > nodeLimit || depth > depthLimit) {
      const code = nodes > nodeLimit ? 'too-many-aliases' : 'too-deep';
      if (!problems.some((problem) => problem.code === code)) {
        add(code, {}, path, given === null ? key : start(given));
      }
      return undefined;
    }
    const node = isAlias(given) ? (given.resolve(document!) ?? null) : given;
    const position = node === null ? (key ?? { line: 1, column: 1 }) : start(isAlias(given) ? given : node);
    places.set(keyOf(path), { value: position, key });
    if (isMap(node)) return mappingOf(node, path, depth);
    if (isSeq(node)) return listOf(node.items as (Node | null)[], path, depth);
    return scalarOf(node as Scalar | null, path, position);
  }

  function mappingOf(node: { items: unknown[]; flow?: boolean }, path: LedgerPath, depth: number): unknown {
    const pairs = node.items.filter(isPair).map((pair) => ({
      key: isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
      keyNode: pair.key as Node,
      value: pair.value as Node | null,
    }));
    const [first] = pairs;
    const isStop = path.length === 3 && path[0] === 'first-contact' && path[1] === 'route';
    if (first?.key === 'none' && pairs.length === 1 && !isStop) {
      const reason = isScalar(first.value) ? first.value.value : null;
      if (typeof reason === 'string' && reason.trim() !== '') {
        absences.set(dotted(path), { type: 'none', reason: reason.trim() });
      } else add('none-without-reason', {}, path, start(first.keyNode));
      return undefined;
    }
    const mapping: Record<string, unknown> = {};
    for (const { key, keyNode, value } of pairs) {
      const here = [...path, key];
      const keyPosition = start(keyNode);
      if (node.flow === true && isEmptyScalar(value) && pairs.length > 1) {
        add('cut-at-comma', { text: key }, here, keyPosition);
        continue;
      }
      // A key of the prototype is just another unknown key.
      const plain = plainValue(value, here, keyPosition, depth + 1);
      if (plain !== undefined) {
        Object.defineProperty(mapping, key, {
          value: plain,
          enumerable: true,
          writable: true,
          configurable: true,
        });
      }
    }
    return mapping;
  }

  function listOf(items: (Node | null)[], path: LedgerPath, depth: number): unknown[] {
    const list: unknown[] = [];
    const indexes: number[] = [];
    for (const [index, item] of items.entries()) {
      const isUnknown =
        isScalar(item) &&
        ((item.value === 'unknown' && item.type === 'PLAIN') || answersNothing(item.value, path));
      if (isUnknown) {
        absences.set(dotted([...path, index]), { type: 'unknown' });
        continue;
      }
      const plain = plainValue(item, [...path, list.length], null, depth + 1);
      if (plain === undefined) continue;
      indexes.push(index);
      list.push(plain);
    }
    if (indexes.some((each, index) => each !== index)) written.set(keyOf(path), indexes);
    return list;
  }

  function scalarOf(node: Scalar | null, path: LedgerPath, position: Position): unknown {
    const value = node?.value ?? null;
    if (value === null) {
      add('null-value', {}, path, position);
      return undefined;
    }
    if (value === 'unknown' || answersNothing(value, path)) {
      absences.set(dotted(path), { type: 'unknown' });
      return undefined;
    }
    const key = path.findLast((part) => typeof part === 'string');
    const comment = node!.comment ?? '';
    if (
      typeof value === 'string' &&
      node!.type === 'PLAIN' &&
      /^\S/.test(comment) &&
      proseKeys.has(String(key)) &&
      comment.split('\n').length === 1
    ) {
      add('cut-at-hash', { kept: value, lost: comment }, path, position);
    }
    if (typeof value === 'number' && key === 'phone') {
      add('phone-number', { source: node!.source ?? String(value) }, path, position);
      return undefined;
    }
    // Numbers keep their source, so that a message can show what was written.
    if (typeof value === 'bigint') return Number(value);
    return value;
  }

  const plain = plainValue(document.contents as Node | null, [], null, 0);
  return result(plain);
}

/** A path as a key: parts cannot run into each other. */
export function keyOf(path: LedgerPath): string {
  return path.join('\u0000');
}

function isEmptyScalar(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
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

function parseOne(
  text: string,
  lines: LineCounter,
  add: <C extends ProblemCode>(
    code: C,
    data: ProblemData[C],
    path: LedgerPath,
    position: Position | null,
  ) => void,
): Document.Parsed | null {
  const documents = parseAllDocuments(text, {
    lineCounter: lines,
    strict: true,
    uniqueKeys: true,
    merge: false,
  });
  if (!Array.isArray(documents) || documents.length === 0) {
    add('empty', {}, [], null);
    return null;
  }
  const [document, second] = documents;
  const at = (offset: number): Position => {
    const { line, col } = lines.linePos(offset);
    return { line, column: col };
  };
  const errors = document!.errors.slice(0, 20);
  const isBroken = errors.some(({ code }) => code !== 'DUPLICATE_KEY');
  const wide = isBroken || !isMap(document!.contents) ? fullWidthSigns(text) : [];
  for (const { found, position } of wide.slice(0, 20)) add('full-width', { found }, [], position);
  // A line has one mistake; what the parser says of lines behind a tab or a full-width sign follows from that.
  const said = new Set<number>();
  const tabs = errors.filter((error) => isTab(error, text, at(error.pos[0]).line));
  for (const error of errors) {
    const position = at(error.pos[0]);
    if (error.code === 'DUPLICATE_KEY') {
      const key = /^["']?([^"':,{}\s]+)/.exec(text.slice(error.pos[0]))?.[1] ?? '';
      add('duplicate-key', { key }, [key], position);
      continue;
    }
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
