import { setTimeout as delay } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { withoutEnd } from '../../text/ends.ts';
import { plainLine } from '../../text/escape.ts';
import { PublishFailure, type PublishFailureCode } from '../github-edge.ts';
import { openScrubber } from '../scrubber.ts';

// One call of GitHub's REST API for one repository (https://docs.github.com/rest, version 2022-11-28), and what becomes
// of it: tried again as GitHub asks, or a failure.

/** As a workflow's `permissions` write it. */
type Permission = 'issues: write' | 'pull-requests: write';

export interface GitHubOptions {
  readonly token: string;
  /** `owner/name`. */
  readonly repository: string;
  /** `GITHUB_API_URL`; GitHub's own, or an Enterprise server's. */
  readonly apiUrl: string;
  /** What the workflow has to allow for the writes of this run: named where GitHub refuses them. */
  readonly permission?: Permission;
  /** Stops calls and waits: they then reject with its reason. */
  readonly signal?: AbortSignal;
  /** The longest that one call waits in all because GitHub asks for it; three minutes if not said. */
  readonly longestWaitMs?: number;
  /** Resolves after `ms`; a timer if not said. */
  readonly wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  /** Milliseconds since the epoch, for `x-ratelimit-reset`; the clock if not said. */
  readonly epochMilliseconds?: () => number;
}

const callTimeoutMs = 30_000;
const apiRetryWaitsMs = [1000, 5000];

interface Answer {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/** What a call is, beside where it goes. */
interface CallNature {
  /** The permission to name where GitHub refuses; that of the options if not said. */
  readonly needed?: string;
  /**
   * Whether what came is the answer that was asked for; any JSON object if not said. What is none (a body cut short, a
   * proxy's page, nothing) is as good as no answer, whatever its status.
   */
  readonly isAnswer?: (data: unknown) => boolean;
  /**
   * For a POST, which may have arrived although no answer came: looks for what it makes, so that it is not made twice.
   * `repeatable` where it does no harm twice. A POST that says nothing here is made once.
   */
  readonly again?: 'repeatable' | (() => Promise<unknown>);
}

/**
 * One call, tried again as GitHub asks.
 *
 * @param route the method and the path, with `{owner}` and `{repo}` where it is about the repository
 * @throws PublishFailure
 */
export type Call = (
  route: string,
  parameters?: Readonly<Record<string, unknown>>,
  nature?: CallNature,
) => Promise<Answer>;

/** An object that has these keys, none of them null. */
export const hasKeys =
  (...names: readonly string[]) =>
  (data: unknown): boolean =>
    typeof data === 'object' &&
    data !== null &&
    names.every((name) => ((data as Record<string, unknown>)[name] ?? null) !== null);

export function openCaller(options: GitHubOptions): Call {
  const [owner, repo] = options.repository.split('/') as [string, string];
  const nothing = () => {};
  const permission = options.permission ?? 'issues: write';
  const longestWaitMs = options.longestWaitMs ?? 180_000;
  const stop = options.signal ?? new AbortController().signal;
  const wait = options.wait ?? ((ms, signal) => delay(ms, undefined, { signal }));
  const epochMilliseconds = options.epochMilliseconds ?? Date.now;
  // Of all secrets this one alone is sent here: an Enterprise server, or what stands before it, may give it back.
  const scrubber = openScrubber();
  scrubber.add(options.token);
  const octokit = getOctokit(options.token, {
    baseUrl: withoutEnd(options.apiUrl, '/'),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  });

  return async function call(
    route,
    parameters = {},
    { needed = permission, isAnswer = hasKeys(), again } = {},
  ) {
    let waitedMs = 0;
    const isRepeatable = !route.startsWith('POST') || again === 'repeatable';
    for (let attempt = 0; ; attempt += 1) {
      const refusal = await ask(route, parameters, isAnswer);
      if ('data' in refusal) return refusal;
      const isOpen = isUnanswered(refusal);
      const waitMs =
        isOpen && again === undefined && !isRepeatable
          ? null
          : waitBefore(refusal, attempt, epochMilliseconds());
      if (waitMs !== null && waitedMs + waitMs > longestWaitMs && isRateLimit(refusal)) {
        throw new PublishFailure('rate-limited', `retry-after ${Math.ceil(waitMs / 1000)} s`);
      }
      if (waitMs !== null) {
        waitedMs += waitMs;
        await wait(waitMs, stop);
      }
      const made = isOpen && typeof again === 'function' ? await again() : null;
      if (made !== null && made !== undefined) return { data: made, headers: {} };
      if (waitMs === null) throw failureOf(refusal, route, needed);
    }
  };

  async function ask(
    route: string,
    parameters: Readonly<Record<string, unknown>>,
    isAnswer: (data: unknown) => boolean,
  ): Promise<Answer | Refusal> {
    try {
      const signal = AbortSignal.any([stop, AbortSignal.timeout(callTimeoutMs)]);
      // What a route has no place for would go into the query.
      const here = route.includes('{owner}') ? { owner, repo } : {};
      const answer = await octokit.request(route, { ...here, ...parameters, request: { signal } });
      return isAnswer(answer.data) ? answer : { status: 0, message: 'unexpected answer', headers: {} };
    } catch (error) {
      stop.throwIfAborted();
      const refusal = readRefusal(error);
      return { ...refusal, message: scrubber.scrub(refusal.message) };
    }
  }
}

/** What the call comes to; where GitHub refuses it with one of the codes, what stands for that. */
export async function unless<T, const U>(
  refused: { readonly [C in PublishFailureCode]?: U },
  call: Promise<T>,
): Promise<T | U> {
  try {
    return await call;
  } catch (error) {
    if (error instanceof PublishFailure && Object.hasOwn(refused, error.code))
      return refused[error.code] as U;
    throw error;
  }
}

/** An answer other than 2xx, or none at all (`status` 0): nothing came, or something else than what was asked for. */
interface Refusal {
  readonly status: number;
  readonly message: string;
  readonly headers: Readonly<Record<string, string | undefined>>;
}

function readRefusal(error: unknown): Refusal {
  const { status, message, response } = error as {
    status?: number;
    message?: string;
    response?: { headers?: Record<string, string> };
  };
  if (status === undefined || response === undefined) return { status: 0, message: '', headers: {} };
  return { status, message: String(message ?? ''), headers: response.headers ?? {} };
}

/** https://docs.github.com/rest/using-the-rest-api/best-practices-for-using-the-rest-api#handle-rate-limit-errors-appropriately */
function isRateLimit({ status, message, headers }: Refusal): boolean {
  if (status === 429) return true;
  if (status !== 403) return false;
  return (
    headers['retry-after'] !== undefined ||
    headers['x-ratelimit-remaining'] === '0' ||
    /rate limit/i.test(message)
  );
}

/** Whether nobody knows what became of the call. */
function isUnanswered({ status }: Refusal): boolean {
  return status === 0 || status >= 500;
}

/** How long to wait before the call may be tried again; null where it may not. */
function waitBefore(refusal: Refusal, attempt: number, nowMs: number): number | null {
  if (isRateLimit(refusal)) {
    const after = Number(refusal.headers['retry-after']);
    if (refusal.headers['retry-after'] !== undefined && Number.isFinite(after))
      return Math.max(0, after) * 1000;
    const reset = Number(refusal.headers['x-ratelimit-reset']);
    if (refusal.headers['x-ratelimit-remaining'] === '0' && Number.isFinite(reset)) {
      return Math.max(1000, reset * 1000 - nowMs);
    }
    return 60_000 * 2 ** attempt;
  }
  return isUnanswered(refusal) ? (apiRetryWaitsMs[attempt] ?? null) : null;
}

function failureOf(refusal: Refusal, route: string, permission: string): PublishFailure {
  const { status, message } = refusal;
  if (isRateLimit(refusal)) return new PublishFailure('rate-limited');
  if (status === 0) return new PublishFailure('unavailable', message);
  if (status >= 500) return new PublishFailure('unavailable', String(status));
  // A refused look-up says nothing about writing, but only those who may write issues get that far.
  if (status === 403 && /not permitted to create or approve pull requests/i.test(message)) {
    return new PublishFailure('pull-requests-disallowed');
  }
  // Only these words are of the token's permissions: single sign-on, lists of addresses, an archived repository, a locked
  // issue or a blocked account are mended elsewhere, and GitHub says where.
  if (status === 403 && /is locked/i.test(message)) return new PublishFailure('locked');
  if (status === 401) return new PublishFailure('refused', firstLine(message));
  if (status === 403) {
    const isPermission =
      message === '' ||
      /resource not accessible|must have .{0,200} (?:rights|access|permission)/i.test(message);
    return isPermission
      ? new PublishFailure('forbidden', permission)
      : new PublishFailure('refused', firstLine(message));
  }
  // An issue that was deleted is gone (410) too.
  if (status === 410) {
    const isSetting = message === '' || /disabled/i.test(message);
    return isSetting
      ? new PublishFailure('issues-disabled')
      : new PublishFailure('refused', firstLine(message));
  }
  if (status === 404) return new PublishFailure('not-found', route.replace(/^\S+ /, ''));
  if (status === 422 && /too long/i.test(message)) return new PublishFailure('too-long');
  return new PublishFailure('rejected', `${status}${message === '' ? '' : ` ${firstLine(message)}`}`);
}

/** GitHub's own words, short and in one line. */
function firstLine(message: string): string {
  return plainLine(message, 200);
}
