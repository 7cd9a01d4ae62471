import * as z from 'zod';
import { text } from '../schema.ts';

/** Which of the files in a store are backups, and which of them belong together: keys that every store's target has. */
export interface FileChoice {
  /** What every name begins with. */
  readonly prefix?: string;
  /** What every name ends with. */
  readonly suffix?: string;
  /** What a name is like, `*` for anything: files of another name are no backups. */
  readonly pattern?: string;
  /** Patterns, each of one series: a file belongs to the first that it is like. */
  readonly series?: readonly string[];
}

const pattern = text.max(200);

/** The keys, as a store's schema has them. */
export const choiceKeys = {
  prefix: text.optional(),
  suffix: text.optional(),
  pattern: pattern.optional(),
  series: z.array(pattern).min(1).max(50).optional(),
};

/** The name below the folder that the prefix names: what patterns and series speak of. */
export function nameBelow(name: string, { prefix = '' }: FileChoice): string {
  return name.slice(prefix.lastIndexOf('/') + 1);
}

/**
 * Whether a name is like a pattern in which `*` stands for anything. A pattern without a slash speaks of the name behind the
 * last one. Takes time in proportion to the name's length.
 */
export function isLike(name: string, pattern: string): boolean {
  const own = pattern.includes('/') ? name : name.slice(name.lastIndexOf('/') + 1);
  const pieces = pattern.split('*');
  const [first = '', ...rest] = pieces;
  const last = rest.pop();
  if (last === undefined) return own === first;
  if (!own.startsWith(first)) return false;
  let from = first.length;
  for (const piece of rest) {
    const at = own.indexOf(piece, from);
    if (at < 0) return false;
    from = at + piece.length;
  }
  return own.length - last.length >= from && own.endsWith(last);
}
