import { isDeepStrictEqual } from 'node:util';
import {
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  type YAMLSeq,
} from 'yaml';
import type { LedgerPath } from './path.ts';
import { yamlText } from './yaml-text.ts';

/** Why a value cannot be changed where it stands. Closed: a message exists for each in every language. */
export type EditProblem =
  | 'alias' // stands elsewhere: `*name`
  | 'anchor' // is used elsewhere too: `&name`
  | 'block-text' // `|` or `>`
  | 'layout'; // written in a way that this editor does not know

export type Edited =
  | { readonly ok: true; readonly text: string }
  | { readonly ok: false; readonly problem: EditProblem };

/** A line of the ledger's own history. */
export interface ChangeLine {
  /** Day of the site's calendar. */
  readonly date: string;
  /** Id of a contact or party; null where nobody is known. */
  readonly by: string | null;
  readonly what: string;
}

interface Splice {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

class Refusal extends Error {
  readonly problem: EditProblem;
  constructor(problem: EditProblem) {
    super(problem);
    this.problem = problem;
  }
}

/**
 * Puts `values` in place of what is written at `path` (indexes as in the file): a list, or a text for which one value
 * is given. Only the bytes of values that change are touched; comments, order and layout stay. What comes out reads
 * as what went in but for this value, or it is refused.
 */
export function editValues(text: string, path: LedgerPath, values: readonly string[]): Edited {
  return edit(text, (document, body) => {
    const { node, isInFlow } = nodeAt(document.contents as Node | null, path);
    if (isScalar(node) && values.length === 1) {
      return { splices: [replaced(node, values[0]!, isInFlow)], path, value: values[0]! };
    }
    if (!isSeq(node)) throw new Refusal('layout');
    const { splices, result } = changedList(body, node, values, isInFlow);
    return { splices, path, value: result };
  });
}

/** Writes a line under `changes`: on top where the newest stands on top, else at the end. */
export function addChangeLine(text: string, { date, by, what }: ChangeLine): Edited {
  const line = { date, ...(by === null ? {} : { by }), what };
  const written = `{ ${Object.entries(line)
    .map(
      ([key, value]) =>
        `${key}: ${yamlText(value, { isInFlow: true, style: key === 'what' ? 'double' : 'plain' })}`,
    )
    .join(', ')} }`;
  return edit(text, (document, body) => {
    const root = document.contents;
    if (!isMap(root)) throw new Refusal('layout');
    const path = ['changes'];
    const pair = root.items.find(({ key }) => isScalar(key) && key.value === 'changes') as Pair | undefined;
    if (pair === undefined) return { splices: [newSection(body, root, written)], path, value: [line] };
    const list = pair.value as Node | null;
    guard(list);
    if (isScalar(list) && list.value === 'unknown' && list.type === 'PLAIN') {
      return {
        splices: [{ from: list.range![0], to: list.range![1], text: `[${written}]` }],
        path,
        value: [line],
      };
    }
    if (!isSeq(list)) throw new Refusal('layout');
    const before = list.toJSON() as readonly { date?: string }[];
    const isNewestFirst = (before.at(0)?.date ?? '') >= (before.at(-1)?.date ?? '');
    const value = isNewestFirst ? [line, ...before] : [...before, line];
    const splice = isNewestFirst ? beforeFirst(body, list, written) : afterLast(body, list, [written]);
    return { splices: [splice], path, value };
  });
}

type Parsed = ReturnType<typeof parseDocument>;

interface Plan {
  readonly splices: readonly Splice[];
  readonly path: LedgerPath;
  /** What is to be read at `path` afterwards. */
  readonly value: unknown;
}

function edit(text: string, plan: (document: Parsed, body: string) => Plan): Edited {
  // Offsets count from after the byte order mark, which stays.
  const mark = text.startsWith('\ufeff') ? '\ufeff' : '';
  const body = text.slice(mark.length);
  try {
    const document = parse(body);
    const { splices, path, value } = plan(document, body);
    const after = spliced(body, splices);
    const expected = structuredClone(plainOf(document));
    put(expected, path, value);
    if (!isDeepStrictEqual(plainOf(parse(after)), expected)) return { ok: false, problem: 'layout' };
    return { ok: true, text: mark + after };
  } catch (error) {
    if (error instanceof Refusal) return { ok: false, problem: error.problem };
    throw error;
  }
}

function parse(text: string): Parsed {
  const document = parseDocument(text, { merge: false, prettyErrors: false });
  if (document.errors.length > 0) throw new Refusal('layout');
  return document;
}

function plainOf(document: Parsed): unknown {
  return document.toJS({ maxAliasCount: 100_000 });
}

function put(root: unknown, path: LedgerPath, value: unknown): void {
  const parent = path
    .slice(0, -1)
    .reduce<unknown>((here, part) => (here as Record<string, unknown>)[part], root);
  (parent as Record<string, unknown>)[path.at(-1)!] = value;
}

function spliced(text: string, splices: readonly Splice[]): string {
  return [...splices]
    .sort((a, b) => b.from - a.from)
    .reduce((result, { from, to, text: put }) => result.slice(0, from) + put + result.slice(to), text);
}

/** The node at a path, refused where it is shared with another place. */
function nodeAt(root: Node | null, path: LedgerPath): { node: Node; isInFlow: boolean } {
  let node = root;
  let isInFlow = false;
  for (const part of path) {
    guard(node);
    if (isMap(node)) {
      isInFlow ||= node.flow === true;
      const pair: Pair | undefined = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === part,
      );
      node = (pair?.value ?? null) as Node | null;
    } else if (isSeq(node) && typeof part === 'number') {
      isInFlow ||= node.flow === true;
      node = (node.items[part] ?? null) as Node | null;
    } else throw new Refusal('layout');
  }
  guard(node);
  return { node: node!, isInFlow };
}

function guard(node: Node | null): void {
  if (node === null) throw new Refusal('layout');
  if (isAlias(node)) throw new Refusal('alias');
  if ((isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined)
    throw new Refusal('anchor');
}

function replaced(node: Scalar, value: string, isInFlow: boolean): Splice {
  if (node.type === 'BLOCK_FOLDED' || node.type === 'BLOCK_LITERAL') throw new Refusal('block-text');
  const [from, to] = node.range!;
  const style = node.type === 'QUOTE_DOUBLE' ? 'double' : node.type === 'QUOTE_SINGLE' ? 'single' : 'plain';
  return { from, to, text: yamlText(value, { isInFlow, style }) };
}

/** What is gone makes room for what is new, one for one; the rest is taken out, or put at the end. */
function changedList(
  text: string,
  list: YAMLSeq,
  values: readonly string[],
  isInFlow: boolean,
): { splices: Splice[]; result: string[] } {
  const items = list.items as Node[];
  for (const item of items) {
    guard(item);
    if (!isScalar(item)) throw new Refusal('layout');
  }
  const scalars = items as Scalar[];
  const isFlow = isInFlow || list.flow === true;
  const old = scalars.map(({ value }) => String(value));
  const fresh = values.filter((value) => !old.includes(value));
  const splices: Splice[] = [];
  const result: string[] = [];
  const removed: number[] = [];
  for (const [index, value] of old.entries()) {
    if (values.includes(value)) {
      result.push(value);
      continue;
    }
    const instead = fresh.shift();
    if (instead === undefined) removed.push(index);
    else {
      splices.push(replaced(scalars[index]!, instead, isFlow));
      result.push(instead);
    }
  }
  if (removed.length > 0) splices.push(...withoutItems(text, list, removed));
  if (fresh.length > 0) {
    const style = scalars.at(-1)?.type === 'QUOTE_DOUBLE' ? 'double' : 'plain';
    splices.push(
      afterLast(
        text,
        list,
        fresh.map((value) => yamlText(value, { isInFlow: isFlow, style })),
      ),
    );
  }
  return { splices, result: [...result, ...fresh] };
}

function withoutItems(text: string, list: YAMLSeq, removed: readonly number[]): Splice[] {
  const ranges = (list.items as Scalar[]).map(({ range }) => range!);
  if (list.flow !== true) return removed.map((index) => withoutEntry(text, list.items[index] as Scalar));
  let kept = ranges.length - 1;
  while (removed.includes(kept)) kept -= 1;
  // The end of a list goes with the comma before it, unless a comment stands between.
  const end = { from: ranges[kept]?.[1] ?? 0, to: ranges.at(-1)![1] };
  const isEndPlain = kept >= 0 && !text.slice(end.from, end.to).includes('#');
  return [
    ...(isEndPlain && kept < ranges.length - 1 ? [{ ...end, text: '' }] : []),
    ...removed
      .filter((index) => !isEndPlain || index < kept)
      .map((index) => {
        const [from, to] = ranges[index]!;
        const comma = /^[ \t]*,[ \t]*/.exec(text.slice(to))?.[0] ?? '';
        return { from, to: to + comma.length, text: '' };
      }),
  ];
}

function withoutEntry(text: string, item: Scalar): Splice {
  const dash = dashOf(text, item);
  const to = item.range![1];
  const line = lineAround(text, dash);
  // A comment beside the value stays, in a line of its own.
  const isAlone = text.slice(line.from, dash).trim() === '' && text.slice(to, line.end).trim() === '';
  return isAlone ? { from: line.from, to: line.next, text: '' } : { from: dash, to, text: '' };
}

function afterLast(text: string, list: YAMLSeq, written: readonly string[]): Splice {
  const last = (list.items as Node[]).at(-1);
  if (list.flow === true) {
    const at = last === undefined ? list.range![0] + 1 : last.range![1];
    return { from: at, to: at, text: `${last === undefined ? '' : ', '}${written.join(', ')}` };
  }
  if (last === undefined) throw new Refusal('layout');
  const dash = dashOf(text, last);
  const { end } = lineAround(text, last.range![1]);
  const indent = ' '.repeat(dash - lineAround(text, dash).from);
  return { from: end, to: end, text: written.map((each) => `${newlineOf(text)}${indent}- ${each}`).join('') };
}

function beforeFirst(text: string, list: YAMLSeq, written: string): Splice {
  const first = (list.items as Node[])[0];
  if (list.flow === true) {
    const at = first === undefined ? list.range![0] + 1 : first.range![0];
    return { from: at, to: at, text: `${written}${first === undefined ? '' : ', '}` };
  }
  if (first === undefined) throw new Refusal('layout');
  const dash = dashOf(text, first);
  const indent = ' '.repeat(dash - lineAround(text, dash).from);
  return { from: dash, to: dash, text: `- ${written}${newlineOf(text)}${indent}` };
}

/** Where the `-` of an entry stands: what comes between is white space, or refused. */
function dashOf(text: string, item: Node): number {
  const dash = text.lastIndexOf('-', item.range![0] - 1);
  if (dash < 0 || text.slice(dash + 1, item.range![0]).trim() !== '') throw new Refusal('layout');
  return dash;
}

/** `changes` where there is none: at the end of the file. */
function newSection(text: string, root: NonNullable<Parsed['contents']>, written: string): Splice {
  if (!isMap(root)) throw new Refusal('layout');
  const lastValue = root.items.at(-1)?.value as Node | null;
  if (root.flow === true) {
    const at = lastValue?.range?.[1];
    if (at === undefined) throw new Refusal('layout');
    return { from: at, to: at, text: `, changes: [${written}]` };
  }
  const newline = newlineOf(text);
  const firstKey = root.items[0]!.key as Node;
  const indent = ' '.repeat(firstKey.range![0] - lineAround(text, firstKey.range![0]).from);
  const start = text.endsWith('\n') ? '' : newline;
  const section = `${start}${newline}${indent}changes:${newline}${indent}  - ${written}${newline}`;
  return { from: text.length, to: text.length, text: section };
}

/** The line that holds `offset`: its start, its end, and where the next one begins. */
function lineAround(text: string, offset: number): { from: number; end: number; next: number } {
  const from = text.lastIndexOf('\n', offset - 1) + 1;
  const found = text.indexOf('\n', offset);
  const next = found < 0 ? text.length : found + 1;
  const stop = found < 0 ? text.length : found;
  return { from, end: text[stop - 1] === '\r' && stop > offset ? stop - 1 : stop, next };
}

function newlineOf(text: string): string {
  return text.includes('\r\n') ? '\r\n' : '\n';
}
