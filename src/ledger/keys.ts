import { stringify } from 'yaml';
import * as z from 'zod';
import { isMapping } from '../text/mapping.ts';
import { forms } from '../text/values.ts';
import type { LedgerPath } from './path.ts';
import { branchesOf, noteOf, stepInto } from './schema/key.ts';
import { Ledger } from './schema.ts';

/** The keys that the mapping at `path` may have, as the schema says; none where ids are free. */
export function keysAt(path: LedgerPath): readonly string[] {
  return typesAt(path).flatMap((type) => (type instanceof z.ZodObject ? Object.keys(type.shape) : []));
}

/** The least and the most that a number at `path` may be. */
export function rangeAt(path: LedgerPath): { least: number; most: number } {
  const number = typesAt(path).find((type) => type instanceof z.ZodNumber);
  return { least: number?.minValue ?? 1, most: number?.maxValue ?? Number.MAX_SAFE_INTEGER };
}

/** Whether what stands at `path` may be missing, and so may be said to be unknown or not to exist. */
export function mayBeAbsent(path: LedgerPath): boolean {
  const parents = typesAt(path.slice(0, -1));
  return parents.some((parent) => {
    const type = stepInto(parent, path.at(-1)!);
    return (
      type !== null &&
      (!(parent instanceof z.ZodObject) || type instanceof z.ZodOptional || type instanceof z.ZodDefault)
    );
  });
}

/**
 * How what belongs at `path` is written, in one line of YAML: with `found`, where that is the value of one of the keys
 * that may stand there. Null where the format does not say.
 */
export function exampleAt(path: LedgerPath, found: unknown): string | null {
  const last = path.at(-1);
  if (last === undefined) return null;
  const type = typesAt(path.slice(0, -1))
    .map((parent) => stepInto(parent, last))
    .find((each) => each !== null);
  const example = type == null ? undefined : exampleOf(type as z.ZodType, found, 0);
  return example === undefined ? null : flow(example);
}

function exampleOf(type: z.ZodType, found: unknown, depth: number): unknown {
  const [written] =
    noteOf(type).examples ?? (forms.get(type)?.['examples'] as readonly unknown[] | undefined) ?? [];
  const branches = branchesOf(type) as z.ZodType[];
  const shape = branches.find((each) => each instanceof z.ZodObject)?.shape as
    | Record<string, z.ZodType>
    | undefined;
  if (shape !== undefined && depth < 3) {
    const fitting = Object.entries(shape).find(([key, each]) => isMeantFor(key, each, found));
    if (fitting !== undefined) return { [fitting[0]]: found };
    if (isMapping(written)) return written;
    const entries = Object.entries(shape).slice(0, 2);
    return Object.fromEntries(
      entries.map(([key, each]) => [key, exampleOf(each, undefined, depth + 1) ?? 'unknown']),
    );
  }
  if (written !== undefined) return written;
  for (const branch of branches) {
    if (branch instanceof z.ZodEnum) return branch.options[0];
    if (branch instanceof z.ZodLiteral) return branch.value;
    if (branch instanceof z.ZodBoolean) return true;
    if (branch instanceof z.ZodNumber) return Math.max(1, branch.minValue ?? 1);
    if (branch instanceof z.ZodArray) {
      const item = exampleOf(branch.element as z.ZodType, undefined, depth + 1);
      return item === undefined ? undefined : [item];
    }
    const form = forms.get(branch)?.['examples'] as readonly unknown[] | undefined;
    if (form !== undefined) return form[0];
  }
  return undefined;
}

/** Whether a value that stands by itself is the value of this key: an address, a number or a word of a closed list. */
function isMeantFor(key: string, type: z.ZodType, found: unknown): boolean {
  if (typeof found === 'string' && /^https?:\/\//i.test(found)) return key === 'url' || key === 'console';
  if (typeof found !== 'number' && typeof found !== 'string') return false;
  const isClosed = branchesOf(type).every((each) =>
    typeof found === 'number' ? !(each instanceof z.ZodString) : each instanceof z.ZodEnum,
  );
  return isClosed && type.safeParse(found).success;
}

function flow(value: unknown): string {
  return stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();
}

function typesAt(path: LedgerPath): z.core.$ZodType[] {
  return path.reduce<z.core.$ZodType[]>(
    (types, part) =>
      types.flatMap((type) => {
        const inner = stepInto(type, part);
        return inner === null ? [] : branchesOf(inner);
      }),
    branchesOf(Ledger),
  );
}
