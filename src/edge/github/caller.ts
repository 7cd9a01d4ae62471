import { setTimeout as delay } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { withoutEnd } from '../../text/ends.ts';
import { plainLine } from '../../text/escape.ts';
import { PublishFailure, type PublishFailureCode } from '../github-edge.ts';

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

/**
 * One call, tried again as GitHub asks.
 *
 * @param route the method and the path, with `{owner}` and `{repo}` where it is about the repository
 * @param needed the permission to name where GitHub refuses; that of the options if not said
 * @throws PublishFailure
 */
export type Call = (
  route: string,
  parameters?: Readonly<Record<string, unknown>>,
  needed?: string,
) => Promise<Answer>;

export function openCaller(options: GitHubOptions): Call {
  const [owner, repo] = options.repository.split('/') as [string, string];
  const nothing = () => {};
  const permission = options.permission ?? 'issues: write';
  const longestWaitMs = options.longestWaitMs ?? 180_000;
  const stop = options.signal ?? new AbortController().signal;
  const wait = options.wait ?? ((ms, signal) => delay(ms, undefined, { signal }));
  const epochMilliseconds = options.epochMilliseconds ?? Date.now;
  const octokit = getOctokit(options.token, {
    baseUrl: withoutEnd(options.apiUrl, '/'),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  });

  return async function call(route, parameters = {}, needed = permission) {
    let waitedMs = 0;
    for (let attempt = 0; ; attempt += 1) {
      try {
        const signal = AbortSignal.any([stop, AbortSignal.timeout(callTimeoutMs)]);
        // What a route has no place for would go into the query.
        const here = route.includes('{owner}') ? { owner, repo } : {};
        return await octokit.request(route, { ...here, ...parameters, request: { signal } });
      } catch (error) {
        stop.throwIfAborted();
        const refusal = readRefusal(error);
        const waitMs = waitBefore(refusal, route, attempt, epochMilliseconds());
        if (waitMs === null) throw failureOf(refusal, route, needed);
        if (waitedMs + waitMs > longestWaitMs) {
          if (!isRateLimit(refusal)) throw failureOf(refusal, route, needed);
          throw new PublishFailure('rate-limited', `retry-after ${Math.ceil(waitMs / 1000)} s`);
        }
        waitedMs += waitMs;
        await wait(waitMs, stop);
      }
    }
  };
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

/** An answer other than 2xx, or none at all (`status` 0). */
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

/** How long to wait before the call may be tried again; null where it may not. */
function waitBefore(refusal: Refusal, route: string, attempt: number, nowMs: number): number | null {
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
  // What was written may have arrived although no answer came: only calls that do no harm twice are made twice.
  if (route.startsWith('POST')) return null;
  if (refusal.status === 0 || refusal.status >= 500) return apiRetryWaitsMs[attempt] ?? null;
  return null;
}

function failureOf(refusal: Refusal, route: string, permission: string): PublishFailure {
  const { status, message } = refusal;
  if (isRateLimit(refusal)) return new PublishFailure('rate-limited');
  if (status === 0) return new PublishFailure('unavailable');
  if (status >= 500) return new PublishFailure('unavailable', String(status));
  // A refused look-up says nothing about writing, but only those who may write issues get that far.
  if (status === 403 && /not permitted to create or approve pull requests/i.test(message)) {
    return new PublishFailure('pull-requests-disallowed');
  }
  // Only these words are of the token's permissions: single sign-on, lists of addresses, an archived repository, a locked
  // issue or a blocked account are mended elsewhere, and GitHub says where.
  if (status === 403) {
    const isPermission =
      message === '' ||
      /resource not accessible|must have .{0,200} (?:rights|access|permission)/i.test(message);
    return isPermission
      ? new PublishFailure('forbidden', permission)
      : new PublishFailure('refused', firstLine(message));
  }
  if (status === 410) return new PublishFailure('issues-disabled');
  if (status === 404) return new PublishFailure('not-found', route.replace(/^\S+ /, ''));
  if (status === 422 && /too long/i.test(message)) return new PublishFailure('too-long');
  return new PublishFailure('rejected', `${status}${message === '' ? '' : ` ${firstLine(message)}`}`);
}

/** GitHub's own words, short and in one line. They hold nothing that was sent in a header. */
function firstLine(message: string): string {
  return plainLine(message, 200);
}
