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

/** A name with `*` for anything. */
const pattern = z
  .string()
  .trim()
  .regex(/^.{1,200}$/u, 'db-*.sql.gz');

function described<T extends z.ZodType>(schema: T, en: string, ja: string): T {
  return schema.meta({ description: `${en}\n\n${ja}` });
}

/** The keys, as a store's schema has them. */
export const choiceKeys = {
  prefix: described(text.optional(), 'What every name begins with.', '名前の先頭。'),
  suffix: described(text.optional(), 'What every name ends with.', '名前の末尾。'),
  pattern: described(
    pattern.optional(),
    'What a name is like, `*` for anything: files of other names are no backups.',
    '名前の形(`*` は任意の文字列)。当てはまらないファイルはバックアップとして数えません。',
  ),
  series: described(
    z.array(pattern).min(1).max(50).optional(),
    'The series that lie in one place, each by what its names are like: each has to be there, and to be new.',
    '同じ場所に置いたバックアップの種類を、名前の形で1つずつ。どの種類も、新しいものがあるかを確かめます。',
  ),
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
