import type { HttpAnswer } from '../../edge/http-edge.ts';
import { valueAt } from '../../protocols/json-pointer.ts';
import type { EndpointClaim, Page, SeenValue } from './fact.ts';
import { signOf } from './signs.ts';
import { type Content, readContent } from './text.ts';

/** What of an answer is worth keeping. Pure: the same answer gives the same page. */
export function readPage(
  url: string,
  answer: HttpAnswer,
  { expect }: EndpointClaim,
  { slowMs, rootStatus }: Pick<Page, 'slowMs' | 'rootStatus'>,
): Page {
  const { headers, status } = answer;
  const content = readContent(answer.body, headers.get('content-type')?.[0] ?? null);
  const { page, source, title } = content;
  return {
    url,
    status,
    bodyEnd: answer.bodyEnd === 'complete' && !page.isWhole ? 'capped' : answer.bodyEnd,
    title,
    hsts: headers.get('strict-transport-security')?.[0]?.slice(0, 200) ?? null,
    robots: [
      ...(headers.get('x-robots-tag') ?? [])
        .slice(0, 10)
        .map((value) => ({ from: 'header', value: value.slice(0, 200) }) as const),
      ...page.metas
        .filter(({ name }) => name === 'robots' || name === 'googlebot')
        .slice(0, 10)
        .map(({ content: value }) => ({ from: 'meta', value: value.slice(0, 200) }) as const),
    ],
    hasRetryAfter: headers.has('retry-after'),
    sign: signOf({ url, status, headers, content }),
    texts: [
      ...(expect.contains ?? []).map((text) => ({ text, found: isOnPage(content, text, true) })),
      ...(expect.lacks ?? []).map((text) => ({ text, found: isOnPage(content, text, false) })),
    ],
    json: expect.json === undefined ? null : seenValues(source, expect.json),
    slowMs,
    credentials: answer.credentials,
    rootStatus,
  };
}

/**
 * What the scripts of a page start from is believed where it confirms what is expected: the words that all pages of a
 * site may come to show stand there too (github.com/louislam/uptime-kuma/issues/3213).
 */
function isOnPage(content: Content, words: string, isExpected: boolean): boolean | null {
  if (content.has(words)) return true;
  if (!content.isBuiltByScripts) return false;
  if (content.holds(words)) return isExpected ? true : null;
  return isExpected ? null : false;
}

function seenValues(
  body: string,
  expected: Readonly<Record<string, string | number | boolean>>,
): SeenValue[] | null {
  let document: unknown;
  try {
    document = JSON.parse(body);
  } catch {
    return null;
  }
  return Object.entries(expected).map(([pointer, value]) => ({
    pointer,
    value: shortJson(valueAt(document, pointer), JSON.stringify(value).length + 100),
  }));
}

function shortJson(value: unknown, length: number): string | null {
  if (value === undefined) return null;
  if (Array.isArray(value)) return '[…]';
  if (typeof value === 'object' && value !== null) return '{…}';
  const text = JSON.stringify(value);
  return text.length > length ? `${text.slice(0, length)}…` : text;
}
