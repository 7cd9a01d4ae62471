import { nextLink } from '../../protocols/link-header.ts';
import type { Call } from './caller.ts';

export const pageSize = 100;
const mostPages = 1000;

/** Items of all pages, until `enough` says that no later one is wanted. @throws PublishFailure */
export async function allItems<T>(
  call: Call,
  route: string,
  parameters: Readonly<Record<string, unknown>>,
  enough: (page: readonly T[]) => boolean = () => false,
): Promise<T[]> {
  const items: T[] = [];
  let query: Record<string, unknown> = { ...parameters, per_page: pageSize };
  for (let page = 0; page < mostPages; page += 1) {
    const { data, headers } = await call(route, query, { isAnswer: Array.isArray });
    const found = data as T[];
    items.push(...found);
    const next = nextQuery(headers.link);
    if (next === null || enough(found)) return items;
    query = { ...query, ...next };
  }
  return items;
}

/**
 * What `rel="next"` asks for beyond the first page (RFC 8288). Only its query is used: the token goes to no address
 * that an answer names.
 */
function nextQuery(link: string | undefined): Record<string, string> | null {
  const query = URL.parse(nextLink(link ?? '') ?? '')?.searchParams;
  if (query === undefined) return null;
  const wanted = ['page', 'after', 'cursor'].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return wanted.length === 0 ? null : Object.fromEntries(wanted);
}
