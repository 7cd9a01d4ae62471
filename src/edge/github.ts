import { setTimeout as delay } from 'node:timers/promises';
import { getOctokit } from '@actions/github';
import { type Author, type Comment, type GitHubPort, type Issue, PublishFailure } from './github-port.ts';

// Loaded only where something is published: nothing else imports this module statically.

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

/** What opening a pull request takes. */
const proposing = 'contents: write, pull-requests: write';
const pageSize = 100;
const mostPages = 1000;
const callTimeoutMs = 30_000;
const retryWaitsMs = [1000, 5000];

interface Answer {
  readonly data: unknown;
  readonly headers: { readonly link?: string | undefined };
}

/** GitHub's REST API for one repository (https://docs.github.com/rest, version 2022-11-28). */
export function openGitHub(options: GitHubOptions): GitHubPort {
  const [owner, repo] = options.repository.split('/') as [string, string];
  const nothing = () => {};
  const permission = options.permission ?? 'issues: write';
  const longestWaitMs = options.longestWaitMs ?? 180_000;
  const stop = options.signal ?? new AbortController().signal;
  const wait = options.wait ?? ((ms, signal) => delay(ms, undefined, { signal }));
  const epochMilliseconds = options.epochMilliseconds ?? Date.now;
  const octokit = getOctokit(options.token, {
    baseUrl: options.apiUrl.replace(/\/+$/, ''),
    log: { debug: nothing, info: nothing, warn: nothing, error: nothing },
  });

  /** One call, tried again as GitHub asks. @throws PublishFailure */
  async function call(
    route: string,
    parameters: Record<string, unknown> = {},
    needed: string = permission,
  ): Promise<Answer> {
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
  }

  /** Items of all pages, until `enough` says that no later one is wanted. */
  async function all<T>(
    route: string,
    parameters: Record<string, unknown>,
    enough: (page: readonly T[]) => boolean = () => false,
  ): Promise<T[]> {
    const items: T[] = [];
    let query: Record<string, unknown> = { ...parameters, per_page: pageSize };
    for (let page = 0; page < mostPages; page += 1) {
      const { data, headers } = await call(route, query);
      if (!Array.isArray(data)) throw new PublishFailure('unavailable', 'unexpected answer');
      items.push(...(data as T[]));
      const next = nextQuery(headers.link);
      if (next === null || enough(data as T[])) return items;
      query = { ...query, ...next };
    }
    return items;
  }

  /** Whether there is something; null where the token may not ask. */
  async function isThere<T>(
    route: string,
    parameters: Record<string, unknown>,
    notFound: T,
  ): Promise<true | null | T> {
    try {
      await call(route, parameters);
      return true;
    } catch (error) {
      if (!(error instanceof PublishFailure)) throw error;
      if (error.code === 'not-found') return notFound;
      if (error.code === 'forbidden') return null;
      throw error;
    }
  }

  const issue = '/repos/{owner}/{repo}/issues/{issue_number}';
  return {
    async listIssues(label, newerThan) {
      const isOld = ({ number }: RawIssue) => newerThan !== undefined && number <= newerThan;
      const raw = await all<RawIssue>(
        'GET /repos/{owner}/{repo}/issues',
        { state: 'all', sort: 'created', direction: 'desc', ...(label === null ? {} : { labels: label }) },
        (page) => page.some(isOld),
      );
      return raw.filter((each) => each.pull_request === undefined && !isOld(each)).map(issueOf);
    },
    async createIssue({ title, body, labels }) {
      const { data } = await call('POST /repos/{owner}/{repo}/issues', { title, body, labels });
      return issueOf(data as RawIssue);
    },
    async updateIssue(number, { title, body, state, reason }) {
      await call(`PATCH ${issue}`, { issue_number: number, title, body, state, state_reason: reason });
    },
    async createComment(number, body) {
      await call(`POST ${issue}/comments`, { issue_number: number, body });
    },
    async updateComment(id, body) {
      await call('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', { comment_id: id, body });
    },
    async listComments(number) {
      const raw = await all<RawComment>(`GET ${issue}/comments`, { issue_number: number });
      return raw.map((each): Comment => ({ id: each.id, body: each.body ?? '', author: authorOf(each) }));
    },
    async ensureLabel({ name, description, colour }) {
      try {
        await call('GET /repos/{owner}/{repo}/labels/{name}', { name });
        return;
      } catch (error) {
        if (!(error instanceof PublishFailure) || error.code !== 'not-found') throw error;
      }
      try {
        const short = description.slice(0, 100);
        await call('POST /repos/{owner}/{repo}/labels', { name, description: short, color: colour });
      } catch (error) {
        // Another run made it in the meantime.
        if (!(error instanceof PublishFailure) || !error.detail.includes('already_exists')) throw error;
      }
    },
    async addLabels(number, labels) {
      await call(`POST ${issue}/labels`, { issue_number: number, labels });
    },
    async addAssignees(number, logins) {
      await call(`POST ${issue}/assignees`, { issue_number: number, assignees: logins });
    },
    async readFile(path, commit) {
      try {
        // Octokit leaves the slashes of `{+path}` alone; each part is encoded by hand.
        const encoded = path.split('/').map(encodeURIComponent).join('/');
        const { data } = await call(`GET /repos/{owner}/{repo}/contents/${encoded}`, { ref: commit });
        const { type, content, encoding } = data as { type?: string; content?: string; encoding?: string };
        if (type !== 'file' || encoding !== 'base64') return null;
        return Buffer.from(content ?? '', 'base64');
      } catch (error) {
        if (error instanceof PublishFailure && error.code === 'not-found') return null;
        throw error;
      }
    },
    async branch(name) {
      try {
        const { data } = await call(`GET /repos/{owner}/{repo}/git/ref/heads/${name}`, {}, proposing);
        const { sha } = (data as { object: { sha: string } }).object;
        const commit = await call(
          'GET /repos/{owner}/{repo}/git/commits/{commit_sha}',
          { commit_sha: sha },
          proposing,
        );
        return { sha, message: (commit.data as { message: string }).message };
      } catch (error) {
        if (error instanceof PublishFailure && error.code === 'not-found') return null;
        throw error;
      }
    },
    async pointBranch(name, sha, exists) {
      if (exists) {
        await call(`PATCH /repos/{owner}/{repo}/git/refs/heads/${name}`, { sha, force: true }, proposing);
      } else {
        await call('POST /repos/{owner}/{repo}/git/refs', { ref: `refs/heads/${name}`, sha }, proposing);
      }
    },
    async commitFile({ path, parent, content, replaces, message }) {
      const encoded = path.split('/').map(encodeURIComponent).join('/');
      const there = await call(`GET /repos/{owner}/{repo}/contents/${encoded}`, { ref: parent }, proposing);
      if ((there.data as { sha?: string }).sha !== replaces) {
        throw new PublishFailure('rejected', `${path} is not what was committed`);
      }
      const commits = '/repos/{owner}/{repo}/git/commits';
      const before = await call(`GET ${commits}/{commit_sha}`, { commit_sha: parent }, proposing);
      const tree = await call(
        'POST /repos/{owner}/{repo}/git/trees',
        {
          base_tree: (before.data as { tree: { sha: string } }).tree.sha,
          tree: [{ path, mode: '100644', type: 'blob', content: Buffer.from(content).toString('utf8') }],
        },
        proposing,
      );
      const made = await call(
        `POST ${commits}`,
        { message, tree: (tree.data as { sha: string }).sha, parents: [parent] },
        proposing,
      );
      return (made.data as { sha: string }).sha;
    },
    async listPullRequests(branch) {
      const { data } = await call(
        'GET /repos/{owner}/{repo}/pulls',
        { head: `${owner}:${branch}`, state: 'all', sort: 'created', direction: 'desc', per_page: pageSize },
        proposing,
      );
      if (!Array.isArray(data)) throw new PublishFailure('unavailable', 'unexpected answer');
      return (data as RawPull[]).map((each) => ({
        number: each.number,
        url: each.html_url,
        state: each.state === 'closed' ? 'closed' : 'open',
        isMerged: each.merged_at !== null && each.merged_at !== undefined,
        title: each.title,
        body: each.body ?? '',
      }));
    },
    async createPullRequest(pull) {
      const { data } = await call('POST /repos/{owner}/{repo}/pulls', pull, proposing);
      const { number, html_url: url } = data as RawPull;
      return { number, url };
    },
    async updatePullRequest(number, change) {
      await call(
        'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
        { pull_number: number, ...change },
        proposing,
      );
    },
    async mayWrite(login) {
      try {
        const { data } = await call('GET /repos/{owner}/{repo}/collaborators/{username}/permission', {
          username: login,
        });
        const { permission, role_name: role } = data as { permission?: string; role_name?: string };
        return ['admin', 'maintain', 'write'].some((level) => level === permission || level === role);
      } catch (error) {
        if (!(error instanceof PublishFailure)) throw error;
        if (error.code === 'not-found') return false;
        if (error.code === 'forbidden') return null;
        throw error;
      }
    },
    async repository() {
      try {
        const { data } = await call('GET /repos/{owner}/{repo}');
        const { private: isPrivate, pushed_at: pushedAt } = data as RawRepository;
        return { isPublic: isPrivate === false, pushedAt: typeof pushedAt === 'string' ? pushedAt : null };
      } catch (error) {
        if (error instanceof PublishFailure && ['forbidden', 'not-found'].includes(error.code)) return null;
        throw error;
      }
    },
    async hasUser(username) {
      return isThere('GET /users/{username}', { username }, false);
    },
    async hasTeam(org, slug) {
      return isThere('GET /orgs/{org}/teams/{team_slug}', { org, team_slug: slug }, null);
    },
    async self() {
      try {
        const { data } = await call('GET /user');
        return (data as { login?: string }).login ?? null;
      } catch (error) {
        if (error instanceof PublishFailure && ['forbidden', 'not-found', 'rejected'].includes(error.code))
          return null;
        throw error;
      }
    },
  };
}

interface RawRepository {
  readonly private?: boolean;
  readonly pushed_at?: string | null;
}

interface RawAuthor {
  readonly user?: { readonly login?: string; readonly type?: string } | null;
  readonly author_association?: string;
}

interface RawIssue extends RawAuthor {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly title: string;
  readonly body?: string | null;
  readonly labels: readonly (string | { readonly name?: string })[];
  readonly assignees?: readonly { readonly login: string }[] | null;
  readonly pull_request?: unknown;
}

interface RawPull {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged_at?: string | null;
  readonly title: string;
  readonly body?: string | null;
}

interface RawComment extends RawAuthor {
  readonly id: number;
  readonly body?: string;
}

function authorOf({ user, author_association: association }: RawAuthor): Author {
  return {
    login: user?.login ?? '',
    isBot: user?.type === 'Bot',
    association: association ?? 'NONE',
  };
}

function issueOf(raw: RawIssue): Issue {
  return {
    number: raw.number,
    url: raw.html_url,
    state: raw.state === 'closed' ? 'closed' : 'open',
    title: raw.title,
    body: raw.body ?? '',
    labels: raw.labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
    assignees: (raw.assignees ?? []).map(({ login }) => login),
    author: authorOf(raw),
  };
}

/**
 * What `rel="next"` asks for beyond the first page (RFC 8288). Only its query is used: the token goes to no address
 * that an answer names.
 */
function nextQuery(link: string | undefined): Record<string, string> | null {
  const match = /<([^>]*)>\s*;[^,]*\brel="next"/.exec(link ?? '');
  if (match === null || !URL.canParse(match[1]!)) return null;
  const query = new URL(match[1]!).searchParams;
  const wanted = ['page', 'after', 'cursor'].flatMap((name) => {
    const value = query.get(name);
    return value === null ? [] : [[name, value] as const];
  });
  return wanted.length === 0 ? null : Object.fromEntries(wanted);
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
  if (refusal.status === 0 || refusal.status >= 500) return retryWaitsMs[attempt] ?? null;
  return null;
}

function failureOf(refusal: Refusal, route: string, permission: string): PublishFailure {
  const { status, message } = refusal;
  if (isRateLimit(refusal)) return new PublishFailure('rate-limited');
  if (status === 0) return new PublishFailure('unavailable');
  if (status >= 500) return new PublishFailure('unavailable', String(status));
  // A refused look-up tells nothing about writing, but only those who may write issues get that far.
  if (status === 403 && /not permitted to create or approve pull requests/i.test(message)) {
    return new PublishFailure('pull-requests-disallowed');
  }
  if (status === 403) return new PublishFailure('forbidden', permission);
  if (status === 410) return new PublishFailure('issues-disabled');
  if (status === 404) return new PublishFailure('not-found', route.replace(/^\S+ /, ''));
  if (status === 422 && /too long/i.test(message)) return new PublishFailure('too-long');
  return new PublishFailure('rejected', `${status}${message === '' ? '' : ` ${firstLine(message)}`}`);
}

/** GitHub's own words, short and in one line. They hold nothing that was sent in a header. */
function firstLine(message: string): string {
  return message.replace(/\s+/g, ' ').slice(0, 200);
}
