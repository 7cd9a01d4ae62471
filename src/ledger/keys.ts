import * as z from 'zod';
import type { LedgerPath } from './path.ts';
import { branchesOf, stepInto } from './schema/key.ts';
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
