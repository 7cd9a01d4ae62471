import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge, ProviderReply } from '../../edge/provider-edge.ts';
import { nextLink } from '../../protocols/link-header.ts';
import { withoutEnd } from '../../text/ends.ts';
import { readPages } from '../pages.ts';
import { failureOfStatus, listOf, objectOf } from '../reply.ts';

type Item = Readonly<Record<string, unknown>>;

/** A repository at GitHub, asked by its REST API. */
export interface Repository {
  /** @throws ProbeFailure */
  read(path: string): Promise<Item>;
  /** The list under `member`, page after page. `isEnough`: as of `readPages`. @throws ProbeFailure */
  list(
    path: string,
    member: string,
    query: Readonly<Record<string, string | undefined>>,
    isEnough: (items: readonly Item[]) => boolean,
  ): Promise<{ readonly items: readonly Item[]; readonly isComplete: boolean }>;
  /** GitHub's clock at its last answer. */
  readonly clock: string | null;
}

export function apiHosts(edge: ProviderEdge): string[] {
  return [new URL(edge.github.apiUrl).hostname];
}

/**
 * @throws ProbeFailure `not-said` where no repository is named and none is known, `credentials-missing` where there
 * is no token for it: the run's own reaches its own repository alone.
 */
export function openRepository(
  name: string | undefined,
  edge: ProviderEdge,
  signal: AbortSignal,
): Repository {
  const { apiUrl, repository: own, token: ownToken } = edge.github;
  const full = name ?? own;
  if (full === null) throw new ProbeFailure('not-said');
  const isOwn = full.toLowerCase() === own?.toLowerCase();
  const token =
    (isOwn ? ownToken : null) ??
    edge.variable('GH_TOKEN') ??
    edge.variable('GITHUB_TOKEN') ??
    edge.variables('GH_TOKEN').GH_TOKEN;
  let clock: string | null = null;

  async function ask(path: string, query: URLSearchParams): Promise<ProviderReply> {
    const text = query.toString();
    const reply = await edge.send(
      {
        url: `${withoutEnd(apiUrl, '/')}/repos/${full}/${path}${text === '' ? '' : `?${text}`}`,
        headers: {
          accept: 'application/vnd.github+json',
          authorization: `Bearer ${token}`,
          'x-github-api-version': '2022-11-28',
        },
      },
      signal,
    );
    const failure = failureOf(reply);
    if (failure !== null) throw failure;
    clock = reply.date ?? clock;
    return reply;
  }

  return {
    async read(path) {
      return objectOf((await ask(path, new URLSearchParams())).json());
    },
    list(path, member, query, isEnough) {
      return readPages(
        async (page) => {
          const given = Object.entries(query).filter(
            (each): each is [string, string] => each[1] !== undefined,
          );
          const whole = new URLSearchParams(given);
          if (page !== null) whole.set('page', page);
          const reply = await ask(path, whole);
          return { items: listOf(objectOf(reply.json())[member]), next: nextPage(reply.header('link')) };
        },
        { isEnough },
      );
    },
    get clock() {
      return clock;
    },
  };
}

/**
 * Whether the newest, and `keep` good ones, are certain: GitHub gives the newest first, which it does not promise, so
 * it is seen. A dozen good ones are read at least: enough to know the usual size.
 */
export function isEnoughFor(
  keep: number | null,
  timeOf: (item: Item) => unknown,
  isGood: (item: Item) => boolean,
): (items: readonly Item[]) => boolean {
  return (items) => {
    const times = items.map((item) => Date.parse(String(timeOf(item))));
    const isNewestFirst = times.every((time, index) => index === 0 || time <= times[index - 1]!);
    return isNewestFirst && items.filter(isGood).length >= Math.max(keep ?? 0, 12);
  };
}

/** A quota that is used up comes with 403 as well as with 429. https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api */
function failureOf(reply: ProviderReply): ProbeFailure | null {
  const isLimit = reply.header('x-ratelimit-remaining') === '0' || reply.header('retry-after') !== null;
  if (reply.status === 403 && isLimit) return new ProbeFailure('rate-limited', 'HTTP 403');
  return failureOfStatus(reply.status);
}

/** The number of the next page (RFC 8288); null at the end. @throws ProbeFailure `response-unexpected` where it has none */
function nextPage(link: string | null): string | null {
  const url = nextLink(link ?? '');
  if (url === null) return null;
  const page = URL.parse(url)?.searchParams.get('page') ?? '';
  // A list that goes on, and not where, must not pass for a whole one.
  if (!/^\d{1,6}$/.test(page)) throw new ProbeFailure('response-unexpected', 'Link');
  return page;
}
