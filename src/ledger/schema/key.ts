import * as z from 'zod';
import type { MistakeFinder } from '../mistake.ts';

// What is known of a key stands where its type stands: what it is for, in both languages and as editors show it;
// examples; and what the type cannot say. A key that says nothing of its own has what its type says.

interface Knowledge {
  readonly en?: string;
  readonly ja?: string;
  readonly examples?: readonly unknown[];
  readonly check?: MistakeFinder;
}

export const knowledge = z.registry<Knowledge>();

/** A type with what it is for; also a key that may be left out since its type has a default. */
export function noted<T extends z.ZodType>(type: T, en: string, ja: string, ...examples: unknown[]): T {
  knowledge.add(type, { ...knowledge.get(type), en, ja, ...(examples.length === 0 ? {} : { examples }) });
  return type;
}

/** A key that may be left out: a hole is a gap, and no error. */
export function key<T extends z.ZodType>(
  type: T,
  en?: string,
  ja?: string,
  ...examples: unknown[]
): z.ZodOptional<T> {
  const value = type.optional();
  return en === undefined || ja === undefined ? value : noted(value, en, ja, ...examples);
}

/** A key that must be there. */
export function needed<T extends z.ZodType>(type: T, en: string, ja: string, ...examples: unknown[]): T {
  return noted(type.clone(), en, ja, ...examples);
}

/** A type with a check of what it cannot say. */
export function checked<T extends z.ZodType>(type: T, check: MistakeFinder): T {
  knowledge.add(type, { ...knowledge.get(type), check });
  return type;
}

/** What is said of a key: by itself, else by its type. */
export function noteOf(value: z.ZodType): Knowledge {
  const own = knowledge.get(value) ?? {};
  if (!isWrapped(value)) return own;
  return { ...noteOf(value.def.innerType as z.ZodType), ...own };
}

/** What a type may be at the place itself: without what says that it may be left out, each branch of a union. */
export function branchesOf(type: z.core.$ZodType): z.core.$ZodType[] {
  if (isWrapped(type)) return branchesOf(type.def.innerType);
  if (type instanceof z.ZodUnion) return type.options.flatMap((each) => branchesOf(each as z.ZodType));
  // A type that is checked as a whole is a branch of its own.
  const isWhole = !(type instanceof z.ZodPipe) || knowledge.get(type)?.check !== undefined;
  return isWhole ? [type] : branchesOf(type.in);
}

/** The type of what stands at `part` inside of a type; null where nothing is said of that. */
export function stepInto(type: z.core.$ZodType, part: string | number): z.core.$ZodType | null {
  if (typeof part === 'number') return type instanceof z.ZodArray ? type.element : null;
  if (type instanceof z.ZodRecord) return type.valueType;
  return type instanceof z.ZodObject && Object.hasOwn(type.shape, part) ? type.shape[part] : null;
}

function isWrapped(type: z.core.$ZodType): type is z.ZodOptional | z.ZodDefault | z.ZodPrefault {
  return type instanceof z.ZodOptional || type instanceof z.ZodDefault || type instanceof z.ZodPrefault;
}
