import {
  type Alias,
  type Document,
  isAlias,
  isCollection,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Scalar,
} from 'yaml';
import { isNotSaid } from '../text/not-said.ts';
import type { Absence } from './absence.ts';
import { dotted, type LedgerPath, type Position } from './path.ts';
import type { ProblemCode, ProblemData } from './problem.ts';

const depthLimit = 40;
const nodeLimit = 50_000;
/** A longer key is none of the format's, and what stands below is not looked at: every path below would repeat the key. */
const keyLimit = 200;

/** Notes a problem. */
export type AddProblem = <C extends ProblemCode>(
  code: C,
  data: ProblemData[C],
  path: LedgerPath,
  position: Position | null,
) => void;

/** Where a value and its key stand. */
export interface Place {
  readonly value: Position;
  readonly key: Position | null;
}

/** What is noted while values are read; paths by `keyOf`. */
export interface Reading {
  /** By dotted path. */
  readonly absences: Map<string, Absence>;
  readonly places: Map<string, Place>;
  /** Of lists from which items were taken out: the indexes at which the others stand in the file. */
  readonly written: Map<string, readonly number[]>;
  readonly add: AddProblem;
  /** Where a node begins. */
  start(node: { range?: readonly number[] | null }): Position;
}

/** A path as a key: parts cannot run into each other. */
export function keyOf(path: LedgerPath): string {
  return path.join('\u0000');
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

/** The plain value of a document; undefined where there is none to be had (and a problem or an absence says why). */
export function plainOf(document: Document.Parsed, reading: Reading): unknown {
  const targets = aliasTargets(document.contents as Node | null);
  let nodes = 0;
  const passed = new Set<ProblemCode>();
  return plainValue(document.contents as Node | null, [], null, 0);

  function plainValue(given: Node | null, path: LedgerPath, key: Position | null, depth: number): unknown {
    nodes += 1;
    if (nodes > nodeLimit || depth > depthLimit) {
      const code = nodes > nodeLimit ? 'too-many-aliases' : 'too-deep';
      if (!passed.has(code)) reading.add(code, {}, path, given === null ? key : reading.start(given));
      passed.add(code);
      return undefined;
    }
    const node = isAlias(given) ? (targets.get(given) ?? null) : given;
    const position =
      node === null ? (key ?? { line: 1, column: 1 }) : reading.start(isAlias(given) ? given : node);
    reading.places.set(keyOf(path), { value: position, key });
    if (isMap(node)) return mappingOf(node, path, depth);
    if (isSeq(node)) return listOf(node.items as (Node | null)[], path, depth);
    return scalarOf(node as Scalar | null, path, position, reading);
  }

  function mappingOf(node: { items: unknown[]; flow?: boolean }, path: LedgerPath, depth: number): unknown {
    const pairs = node.items.filter(isPair).map((pair) => ({
      key: isScalar(pair.key) ? String(pair.key.value) : String(pair.key),
      keyNode: pair.key as Node,
      value: pair.value as Node | null,
    }));
    const [first] = pairs;
    if (first?.key === 'none' && pairs.length === 1 && !isStopOfRoute(path)) {
      const reason = isScalar(first.value) ? first.value.value : null;
      if (typeof reason === 'string' && reason.trim() !== '') {
        reading.absences.set(dotted(path), { type: 'none', reason: reason.trim() });
      } else reading.add('none-without-reason', {}, path, reading.start(first.keyNode));
      return undefined;
    }
    const mapping: Record<string, unknown> = {};
    const seen = new Set<string>();
    for (const { key, keyNode, value } of pairs) {
      const here = [...path, key];
      const keyPosition = reading.start(keyNode);
      if (seen.has(key)) {
        reading.add('duplicate-key', { key }, here, keyPosition);
        continue;
      }
      seen.add(key);
      if (node.flow === true && isEmptyScalar(value) && pairs.length > 1) {
        reading.add('cut-at-comma', { text: key }, here, keyPosition);
        continue;
      }
      // A key of the prototype is just another unknown key.
      const isTooLong = key.length > keyLimit;
      if (isTooLong) reading.places.set(keyOf(here), { value: keyPosition, key: keyPosition });
      const plain = isTooLong ? key.length : plainValue(value, here, keyPosition, depth + 1);
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
        reading.absences.set(dotted([...path, index]), { type: 'unknown' });
        continue;
      }
      const plain = plainValue(item, [...path, list.length], null, depth + 1);
      if (plain === undefined) continue;
      indexes.push(index);
      list.push(plain);
    }
    if (indexes.some((each, index) => each !== index)) reading.written.set(keyOf(path), indexes);
    return list;
  }
}

/**
 * What each alias stands for: the last node before it that has its anchor (YAML 1.2 §7.1). Found in one walk, since
 * the library looks through the whole document for each. What lies deeper than is read is not looked at.
 */
function aliasTargets(contents: Node | null): ReadonlyMap<Alias, Node> {
  const anchors = new Map<string, Node>();
  const targets = new Map<Alias, Node>();
  const walk = (node: unknown, depth: number): void => {
    if (depth > 2 * depthLimit) return;
    if (isAlias(node)) {
      const target = anchors.get(node.source);
      if (target !== undefined) targets.set(node, target);
      return;
    }
    if (isPair(node)) {
      walk(node.key, depth + 1);
      walk(node.value, depth + 1);
      return;
    }
    if (isCollection(node) || isScalar(node)) {
      if (node.anchor !== undefined) anchors.set(node.anchor, node);
      if (isCollection(node)) for (const item of node.items) walk(item, depth + 1);
    }
  };
  walk(contents, 0);
  return targets;
}

function scalarOf(node: Scalar | null, path: LedgerPath, position: Position, reading: Reading): unknown {
  const value = node?.value ?? null;
  if (value === null) {
    reading.add('null-value', {}, path, position);
    return undefined;
  }
  if (value === 'unknown' || answersNothing(value, path)) {
    reading.absences.set(dotted(path), { type: 'unknown' });
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
    reading.add('cut-at-hash', { kept: value, lost: comment }, path, position);
  }
  if (typeof value === 'number' && key === 'phone') {
    reading.add('phone-number', { source: node!.source ?? String(value) }, path, position);
    return undefined;
  }
  // Numbers keep their source, so that a message can show what was written.
  if (typeof value === 'bigint') return Number(value);
  return value;
}

/** There, `none` is a key like any other. */
function isStopOfRoute(path: LedgerPath): boolean {
  return path.length === 3 && path[0] === 'first-contact' && path[1] === 'route';
}

function isEmptyScalar(node: Node | null): boolean {
  return node === null || (isScalar(node) && node.value === null && (node.source ?? '') === '');
}
