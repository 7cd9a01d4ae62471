import type * as z from 'zod';
import { providerNamed } from '../providers/registry.ts';
import type { ProviderEntry } from '../providers/schema.ts';
import { isMapping } from '../text/mapping.ts';
import { nearest } from '../text/nearest.ts';
import { mistakesOf } from './format.ts';
import type { Mistake } from './mistake.ts';
import { dotted, type LedgerPath } from './path.ts';
import { providerKeys, providerNames, sharedKeys } from './providers.ts';
import { Backup } from './schema.ts';

// What each provider wants of a backup's own keys, checked by the provider's schema.

const commonKeys: readonly string[] = Object.keys(Backup.shape);

/** The mistakes in `reality.backups` that only a provider's schema can see. */
export function checkBackups(plain: unknown, isAbsent: (path: string) => boolean): Mistake[] {
  const reality = isMapping(plain) ? plain.reality : undefined;
  const backups = isMapping(reality) && isMapping(reality.backups) ? reality.backups : {};
  return Object.entries(backups).flatMap(([id, backup]) =>
    isMapping(backup) ? checkBackup(backup, ['reality', 'backups', id], plain, isAbsent) : [],
  );
}

function checkBackup(
  backup: Readonly<Record<string, unknown>>,
  path: LedgerPath,
  plain: unknown,
  isAbsent: (path: string) => boolean,
): Mistake[] {
  const { provider } = backup;
  if (typeof provider !== 'string') return [];
  const own = providerKeys(provider);
  if (own === null) {
    const data = {
      found: provider,
      expected: providerNames,
      get nearest() {
        return nearest(provider, providerNames);
      },
    };
    return [{ code: 'one-of', path: [...path, 'provider'], data }];
  }
  const known = [...commonKeys, ...own];
  const unknown = Object.keys(backup)
    .filter((key) => !known.includes(key))
    .map((key): Mistake => {
      const data = {
        key,
        get nearest() {
          return nearest(key, known);
        },
        known,
      };
      return { code: 'unknown-key', path: [...path, key], data, atKey: true };
    });
  const built = providerNamed(provider);
  if (built === null) return unknown;
  const { error } = built.schema.target.safeParse(targetOf(backup, built));
  const issues = (error?.issues ?? [])
    // Reported above, with the common keys among those that were meant.
    .filter(({ code }) => code !== 'unrecognized_keys')
    .map((issue) => ({ ...issue, path: [...path, ...issue.path] }) as z.core.$ZodIssue);
  // `unknown` is a hole that somebody knows of; a key that was mistyped is reported as that.
  const isExcused = (key: string) =>
    isAbsent(dotted([...path, key])) || unknown.some(({ data }) => 'nearest' in data && data.nearest === key);
  const mistakes = mistakesOf(issues, plain, () => known).filter(({ code, path: at }) => {
    if (code === 'required') return !isExcused(String(at.at(-1)));
    return code !== 'needs' || !own.some(isExcused);
  });
  return [...unknown, ...mistakes];
}

/** The provider's own keys of a backup, as its schema takes them. */
export function targetOf(
  backup: Readonly<Record<string, unknown>>,
  { schema }: ProviderEntry,
): Record<string, unknown> {
  const { shape } = schema.target;
  const isIts = (key: string) =>
    Object.hasOwn(shape, key) || !(commonKeys.includes(key) || sharedKeys.includes(key));
  return Object.fromEntries(
    Object.entries(backup).filter(([key, value]) => isIts(key) && value !== undefined),
  );
}
