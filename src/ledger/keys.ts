import * as z from 'zod';
import type { LedgerPath } from './path.ts';
import { Ledger } from './schema.ts';

/** The keys that the mapping at `path` may have, as the schema says; none where ids are free. */
export function keysAt(path: LedgerPath): readonly string[] {
  let schema: z.core.$ZodType = Ledger;
  for (const part of path) {
    const inner = stepInto(unwrapped(schema), String(part));
    if (inner === null) return [];
    schema = inner;
  }
  const last = unwrapped(schema);
  return last instanceof z.ZodObject ? Object.keys(last.shape) : [];
}

function stepInto(schema: z.core.$ZodType, part: string): z.core.$ZodType | null {
  if (schema instanceof z.ZodObject) return schema.shape[part] ?? null;
  if (schema instanceof z.ZodRecord) return schema.valueType;
  if (schema instanceof z.ZodArray) return schema.element;
  return null;
}

function unwrapped(schema: z.core.$ZodType): z.core.$ZodType {
  let here = schema;
  while (here instanceof z.ZodOptional || here instanceof z.ZodDefault || here instanceof z.ZodPrefault) {
    here = here.def.innerType;
  }
  return here;
}
