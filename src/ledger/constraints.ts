import { Temporal } from 'temporal-polyfill';
import type * as z from 'zod';
import { isMapping } from '../text/mapping.ts';
import { dayIn } from '../text/time.ts';
import type { CheckContext, Mistake } from './mistake.ts';
import type { LedgerPath } from './path.ts';
import { branchesOf, knowledge, stepInto } from './schema/key.ts';
import { Ledger } from './schema.ts';

/**
 * Every mistake that the types cannot see: references, forms of names and addresses, dates that must have passed, keys
 * that exclude each other. Checked on the plain values, so that one mistake elsewhere hides none of these.
 */
export function checkConstraints(context: CheckContext): Mistake[] {
  return mistakesIn(Ledger, context.plain, [], context);
}

function mistakesIn(
  type: z.core.$ZodType,
  value: unknown,
  path: LedgerPath,
  context: CheckContext,
): Mistake[] {
  if (value === undefined) return [];
  return branchesOf(type).flatMap((branch) => [
    ...(knowledge.get(branch as z.ZodType)?.check?.(value, path, context) ?? []),
    ...partsOf(value).flatMap(([part, each]) => {
      const inner = stepInto(branch, part);
      return inner === null ? [] : mistakesIn(inner, each, [...path, part], context);
    }),
  ]);
}

function partsOf(value: unknown): [string | number, unknown][] {
  if (Array.isArray(value)) return [...value.entries()];
  return isMapping(value) ? Object.entries(value) : [];
}

/** Today in `zone`, or in UTC where the zone is none. */
export function todayIn(zone: unknown, now: string): string {
  const instant = Temporal.Instant.from(now);
  try {
    return dayIn(typeof zone === 'string' ? zone : 'Asia/Tokyo', instant);
  } catch {
    return dayIn('UTC', instant);
  }
}
