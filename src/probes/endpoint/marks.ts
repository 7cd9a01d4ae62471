import type { Content } from './text.ts';

/** An answer, as what is known of pages is looked for in it. */
export interface PageView {
  /** Where it was found, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly headers: ReadonlyMap<string, readonly string[]>;
  readonly content: Content;
}

/** What shows a page that is not the site's own: all that is said here holds. */
export interface Mark {
  /** The statuses with which it counts; if not said, any. */
  readonly status?: readonly number[];
  /** By lower-case name: what the header says. */
  readonly headers?: Readonly<Record<string, RegExp>>;
  /** The name of a cookie that the answer sets. */
  readonly cookie?: RegExp;
  /** Host and path of where it was found: `host/path`. */
  readonly place?: RegExp;
  readonly title?: RegExp;
  /** What a visitor reads, normalised; `^` and `$` are the ends of a line. */
  readonly text?: RegExp;
  /** What the page loads and runs: addresses, its own scripts, comments, where it refreshes to. */
  readonly code?: RegExp;
}

/** A page of more text than this is a page about such things, not such a thing. */
export const shortTextLength = 2000;
/** The same for one that bears the very title: Debian's first page of Apache explains itself in 3,300 characters. */
const titledTextLength = 8000;

/** Title, words and scripts count on a short page or a refusal alone; a header, a cookie or an address by itself. */
export function hasMark(page: PageView, mark: Mark): boolean {
  const { status, headers, content } = page;
  if (mark.status !== undefined && !mark.status.includes(status)) return false;
  for (const [name, value] of Object.entries(mark.headers ?? {})) {
    if (!value.test(headers.get(name)?.join(', ') ?? '')) return false;
  }
  if (mark.cookie !== undefined) {
    const names = (headers.get('set-cookie') ?? []).map((line) => line.split('=')[0]!.trim());
    if (!names.some((name) => mark.cookie!.test(name))) return false;
  }
  if (mark.place !== undefined) {
    const { host, pathname } = new URL(page.url);
    if (!mark.place.test(`${host}${pathname}`)) return false;
  }
  // With a refusal that the mark names, nobody publishes an article.
  const isArticle = mark.status === undefined || status < 400;
  if (isArticle && mark.title !== undefined && content.text.length > titledTextLength) return false;
  const asksWords = mark.text !== undefined || mark.code !== undefined;
  if (isArticle && asksWords && content.text.length > shortTextLength) return false;
  return (
    (mark.title === undefined || mark.title.test(content.title ?? '')) &&
    (mark.text === undefined || mark.text.test(content.lines)) &&
    (mark.code === undefined || mark.code.test(content.code))
  );
}
