import { createHash } from 'node:crypto';
import { isMapping } from '../text/mapping.ts';
import type { LedgerPath } from './path.ts';
import type { Ledger, Reality } from './schema.ts';

/** One thing that the ledger says of reality, and what it comes to. */
export interface WrittenClaim {
  readonly path: LedgerPath;
  /** As a person would call it: an id, `name/TYPE`, a domain. */
  readonly name: string;
  /** The same for claims that say the same, however they are written and in whatever order. */
  readonly digest: string;
  readonly value: unknown;
}

/** What a person notes when looking, or when a term rolls over: no change of the site. */
const notes: { readonly [S in keyof Reality]?: readonly string[] } = {
  backups: ['newest', 'evidence'],
  domains: ['expires', 'evidence'],
};

/** What a claim's id says is part of it; elsewhere it is but a name. */
const namedByTheirKey: readonly (keyof Reality)[] = ['mail', 'domains'];

/** Every claim under `reality`, in the ledger's order. */
export function claimsOf({ reality }: Ledger): WrittenClaim[] {
  const { dns = [], ...sections } = reality;
  const keyed = Object.entries(sections).flatMap(([section, entries]) =>
    Object.entries(entries ?? {}).map(([id, value]): WrittenClaim => {
      const said = without(value, notes[section as keyof Reality] ?? []);
      const key = namedByTheirKey.includes(section as keyof Reality) ? id : null;
      return {
        path: ['reality', section, id],
        name: id,
        digest: digestOf([section, key, said]),
        value: said,
      };
    }),
  );
  const records = dns.map((value, index): WrittenClaim => {
    const name = value.type === undefined ? value.name : `${value.name}/${value.type}`;
    return { path: ['reality', 'dns', index], name, digest: digestOf(['dns', null, value]), value };
  });
  return [...keyed, ...records];
}

export const digestLength = 8;

/** 48 bits of SHA-256 as base64url: the same for values that differ in the order of keys and lists alone. */
export function digestOf(value: unknown): string {
  return createHash('sha256').update(canonical(value)).digest('base64url').slice(0, digestLength);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).sort().join()}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, each]) => each !== undefined);
  return `{${entries
    .map(([key, each]) => `${JSON.stringify(key)}:${canonical(each)}`)
    .sort()
    .join()}}`;
}

/** Where two values begin to differ, as keys from the top. Lists are taken as a whole. */
export function differenceOf(before: unknown, after: unknown): LedgerPath {
  if (!isMapping(before) || !isMapping(after)) return [];
  const key = Object.keys(after).find((each) => canonical(before[each]) !== canonical(after[each]));
  return key === undefined ? [] : [key, ...differenceOf(before[key], after[key])];
}

function without(value: object, keys: readonly string[]): object {
  return Object.fromEntries(Object.entries(value).filter(([key]) => !keys.includes(key)));
}
