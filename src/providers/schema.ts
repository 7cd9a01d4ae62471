import * as z from 'zod';
import type { InBoth } from '../text/language.ts';
import type { BackupProvider } from './provider.ts';

/** An environment variable of the provider's own tools. */
export interface ProviderVariable {
  readonly name: string;
  /** Whether nothing can be seen without it. */
  readonly needed: boolean;
  /** Whether it may be shown: no secret. Default: it is hidden wherever it turns up. */
  readonly isOpen?: boolean;
  /** What it holds, in a few words. */
  readonly purpose: InBoth;
}

/** What is known of a provider without loading it: all that the ledger's format and the reference are made of. */
export interface ProviderSchema {
  /**
   * The provider's own keys of a backup; strict. A pattern's error message is an example of what fits it:
   * `z.string().regex(/^vol-[0-9a-f]+$/, 'vol-0a1b2c3d')`.
   */
  readonly target: z.ZodObject;
  readonly variables: readonly ProviderVariable[];
  /** The least right that is enough, in the vendor's own words; one line. */
  readonly permission: InBoth;
}

/** A line of the registry: the schema is always there, the rest is loaded when a ledger uses it. */
export interface ProviderEntry {
  readonly schema: ProviderSchema;
  /** Null where there is nobody to ask: a person looks. */
  // biome-ignore lint/suspicious/noExplicitAny: what a provider's schema gives is only ever handed to that provider
  readonly load: (() => Promise<{ readonly provider: BackupProvider<any> }>) | null;
}

/** A text of a target; never empty. */
export const text = z.string().trim().min(1);

export const uuid = (example: string) =>
  z.string().regex(/^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/, example);

/** An id of digits alone; without quotes it is a number in YAML, which is as good. */
export const numericId = (example: string) =>
  z.union([z.string().regex(/^\d{1,15}$/, example), z.int().positive()]);

/** The target, with exactly one of these keys. */
export function exactlyOneOf<T extends z.ZodObject>(
  target: T,
  ...keys: readonly (keyof T['shape'] & string)[]
): T {
  const refined = target.superRefine((value, context) => {
    const given = keys.filter((key) => (value as Record<string, unknown>)[key] !== undefined);
    if (given.length === 1) return;
    const params =
      given.length === 0
        ? { problem: 'needs', key: 'provider', needs: keys }
        : { problem: 'conflict', keys: given };
    context.addIssue({ code: 'custom', params });
  });
  // A check is code, which no JSON Schema shows.
  return refined.meta({ exactlyOneOf: keys });
}
