import type * as z from 'zod';
import { isMapping } from '../text/mapping.ts';
import { nearest } from '../text/nearest.ts';
import { exampleAt, keysAt as formatKeysAt, rangeAt } from './keys.ts';
import type { Mistake } from './mistake.ts';
import type { LedgerPath } from './path.ts';
import type { ValueType } from './problem.ts';

type Issue = z.core.$ZodIssue;

/** The mistakes behind the schema's issues, each at its own place. `keysAt` tells which keys a mapping may have. */
export function mistakesOf(
  issues: readonly Issue[],
  plain: unknown,
  keysAt: (path: LedgerPath) => readonly string[],
): Mistake[] {
  return issues.flatMap((issue) => mistakesOfIssue(issue, [], plain, keysAt));
}

function mistakesOfIssue(
  issue: Issue,
  base: LedgerPath,
  plain: unknown,
  keysAt: (path: LedgerPath) => readonly string[],
): Mistake[] {
  const path = [...base, ...(issue.path as LedgerPath)];
  const value = valueAt(plain, path);
  switch (issue.code) {
    case 'unrecognized_keys':
      return issue.keys.map((key): Mistake => {
        const known = keysAt(path);
        return {
          code: 'unknown-key',
          path: [...path, key],
          data: {
            key,
            get nearest() {
              return nearest(key, known);
            },
            known,
          },
          atKey: true,
        };
      });
    case 'invalid_type':
      return typeMistake(path, value, [typeWord(issue.expected)]);
    case 'invalid_value': {
      const expected = issue.values.map(String);
      if (value === undefined) return required(path);
      if (typeof value !== 'string' && typeof value !== 'number' && typeof value !== 'boolean') {
        return typeMistake(path, value, ['text']);
      }
      const found = String(value);
      return [
        {
          code: 'one-of',
          path,
          data: {
            found,
            expected,
            get nearest() {
              return nearest(found, expected);
            },
          },
        },
      ];
    }
    case 'invalid_union':
      return unionMistakes(issue, path, value, plain, keysAt);
    case 'too_small':
    case 'too_big':
      if (issue.origin === 'string') return [{ code: 'empty-text', path, data: {} }];
      if (issue.origin === 'array') return [{ code: 'empty-list', path, data: {} }];
      return [{ code: 'range', path, data: { found: String(value), ...rangeAt(path) } }];
    case 'invalid_format': {
      const found = String(value);
      if (issue.format === 'url') return [{ code: 'url', path, data: { found } }];
      // A schema's own message is an example; zod's starts so.
      const example = issue.message.startsWith('Invalid ') ? null : issue.message;
      return [{ code: 'form', path, data: { found, example } }];
    }
    case 'custom':
      return customMistake(issue, path, value);
    default:
      return typeMistake(path, value, ['text']);
  }
}

/** What the ledger's own checks say of a value, or of keys beside each other. */
function customMistake(
  { params }: Extract<Issue, { code: 'custom' }>,
  path: LedgerPath,
  value: unknown,
): Mistake[] {
  const problem = params?.problem as 'duration' | 'day' | 'size' | 'hours' | 'conflict' | 'needs' | undefined;
  switch (problem) {
    case undefined:
      return [];
    case 'conflict':
      return [{ code: problem, path, data: { keys: params?.keys as string[] } }];
    case 'needs':
      return [{ code: problem, path, data: { key: String(params?.key), needs: params?.needs as string[] } }];
    default:
      return [{ code: problem, path, data: { found: String(value) } }];
  }
}

/** Of a union, the branch that the value was meant for: one that complains about something inside it. */
function unionMistakes(
  issue: Extract<Issue, { code: 'invalid_union' }>,
  path: LedgerPath,
  value: unknown,
  plain: unknown,
  keysAt: (path: LedgerPath) => readonly string[],
): Mistake[] {
  if (value === undefined) return required(path);
  const inside = issue.errors.find((branch) => branch.every((each) => each.path.length > 0));
  if (inside !== undefined) return inside.flatMap((each) => mistakesOfIssue(each, path, plain, keysAt));
  // The value's own type fits a branch, but not what the branch allows.
  const flat = issue.errors.flat();
  const fitting = flat.find(
    (each) => each.code !== 'invalid_type' && !(each.code === 'invalid_value' && typeof value !== 'string'),
  );
  if (fitting !== undefined) return mistakesOfIssue(fitting, path, plain, keysAt);
  const expected = flat.flatMap((each) =>
    each.code === 'invalid_type'
      ? [typeWord(each.expected)]
      : each.code === 'invalid_value'
        ? ['text' as const]
        : [],
  );
  return typeMistake(path, value, [...new Set(expected)]);
}

function typeMistake(path: LedgerPath, value: unknown, expected: readonly ValueType[]): Mistake[] {
  if (value === undefined) return required(path);
  if (expected.includes('text') && typeof value === 'number') {
    return [{ code: 'number-for-text', path, data: { source: String(value) } }];
  }
  const keys = expected.includes('mapping') ? formatKeysAt(path) : [];
  return [
    { code: 'type', path, data: { expected, found: typeOf(value), keys, example: exampleAt(path, value) } },
  ];
}

function required(path: LedgerPath): Mistake[] {
  return [{ code: 'required', path, data: { key: String(path.at(-1) ?? '') } }];
}

/** What a value is, in the words of a message. */
export function typeOf(value: unknown): ValueType {
  if (Array.isArray(value)) return 'list';
  if (isMapping(value)) return 'mapping';
  if (typeof value === 'number') return Number.isInteger(value) ? 'whole-number' : 'number';
  return typeof value === 'boolean' ? 'true-or-false' : 'text';
}

function typeWord(expected: string): ValueType {
  switch (expected) {
    case 'array':
      return 'list';
    case 'object':
    case 'record':
      return 'mapping';
    case 'int':
      return 'whole-number';
    case 'number':
      return 'number';
    case 'boolean':
      return 'true-or-false';
    default:
      return 'text';
  }
}

/** The plain value at a path; undefined where there is none. */
export function valueAt(plain: unknown, path: LedgerPath): unknown {
  let here = plain;
  for (const part of path) {
    if (Array.isArray(here) && typeof part === 'number') here = here[part];
    else if (isMapping(here) && Object.hasOwn(here, String(part))) here = here[String(part)];
    else return undefined;
  }
  return here;
}
