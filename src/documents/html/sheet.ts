import type { Ledger } from '../../ledger/schema.ts';
import type { HandoverMessages } from '../../messages/words.ts';
import type { Duration } from '../../text/values.ts';
import type { View } from '../view.ts';
import { type Content, element, type Html, table } from './element.ts';

export interface Sheet {
  readonly view: View;
  readonly ledger: Ledger;
  readonly say: HandoverMessages;
}

/** A table whose missing values say that they are missing; where there is no row at all, that. */
export function listed<T>(
  rows: readonly T[],
  head: readonly string[],
  cells: (row: T) => readonly (Content | undefined)[],
  say: HandoverMessages,
  attributes: Readonly<Record<string, string>> = {},
): Html[] {
  if (rows.length === 0) return [element('p', hole(say))];
  return [
    table(
      head,
      rows.map((row) => cells(row).map((each) => each ?? hole(say))),
      attributes,
    ),
  ];
}

/** What the ledger says in place of a value: that there is none, and why; that nobody knows yet; or nothing. */
export function missing({ view, say }: Sheet, path: string): Html {
  for (let at = path; at !== ''; at = at.slice(0, Math.max(at.lastIndexOf('.'), 0))) {
    const absence = view.parsed?.absences.get(at);
    if (absence?.type === 'none') return element('span', `${say.none}: ${absence.reason}`);
    if (absence !== undefined) return element('span', say.unknown, { class: 'hole' });
  }
  return hole(say);
}

/** A value of the ledger in words; where it is not there, what stands in place of it at `path`. */
export function said<T extends string>(sheet: Sheet, path: string, value: T | undefined): Content;
export function said<T>(
  sheet: Sheet,
  path: string,
  value: T | undefined,
  words: (value: T) => Content,
): Content;
export function said<T>(
  sheet: Sheet,
  path: string,
  value: T | undefined,
  words: (value: T) => Content = String,
): Content {
  return value === undefined ? missing(sheet, path) : words(value);
}

function hole(say: HandoverMessages): Html {
  return element('span', say.notWritten, { class: 'hole' });
}

export function someone(id: string, view: View): string {
  const name = view.format.contact(id);
  return name === id ? view.format.party(id) : name;
}

export function spanOf(span: Duration | undefined, { format }: View): string | undefined {
  if (span === undefined) return undefined;
  return format.duration(span);
}
