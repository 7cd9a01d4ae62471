import { type Author, type Comment, type GitHubEdge, type Issue, PublishFailure } from '../github-edge.ts';
import { type Call, hasKeys, unless } from './caller.ts';
import { allItems, pageSize } from './pages.ts';

type IssueMethods = Pick<
  GitHubEdge,
  | 'listIssues'
  | 'createIssue'
  | 'updateIssue'
  | 'createComment'
  | 'updateComment'
  | 'listComments'
  | 'ensureLabel'
  | 'addLabels'
  | 'addAssignees'
>;

const issue = '/repos/{owner}/{repo}/issues/{issue_number}';

/** Issues, their comments and labels. */
export function issueMethods(call: Call): IssueMethods {
  const known = new Set<string>();
  const commentsOf = (number: number) =>
    allItems<RawComment>(call, `GET ${issue}/comments`, { issue_number: number });
  return {
    async listIssues(label, newerThan) {
      const isOld = ({ number }: RawIssue) => newerThan !== undefined && number <= newerThan;
      const raw = await allItems<RawIssue>(
        call,
        'GET /repos/{owner}/{repo}/issues',
        { state: 'all', sort: 'created', direction: 'desc', ...(label === null ? {} : { labels: label }) },
        (page) => page.some(isOld),
      );
      return raw.filter((each) => each.pull_request === undefined && !isOld(each)).map(issueOf);
    },
    async createIssue({ title, body, labels }) {
      const again = async () => {
        const newest = { state: 'all', sort: 'created', direction: 'desc', per_page: pageSize };
        const { data } = await call('GET /repos/{owner}/{repo}/issues', newest, { isAnswer: Array.isArray });
        const isIt = (each: RawIssue) => each.title === title && isSameText(each.body, body);
        return (data as RawIssue[]).find(isIt) ?? null;
      };
      const { data } = await call(
        'POST /repos/{owner}/{repo}/issues',
        { title, body, labels },
        { isAnswer: isIssue, again },
      );
      return issueOf(data as RawIssue);
    },
    async updateIssue(number, { title, body, labels, state, reason }) {
      const change = { title, body, labels, state, state_reason: reason };
      await call(`PATCH ${issue}`, { issue_number: number, ...change }, { isAnswer: isIssue });
    },
    async createComment(number, body) {
      const again = async () =>
        (await commentsOf(number)).find((each) => isSameText(each.body, body)) ?? null;
      await call(
        `POST ${issue}/comments`,
        { issue_number: number, body },
        { isAnswer: hasKeys('id'), again },
      );
    },
    async updateComment(id, body) {
      const route = 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}';
      await call(route, { comment_id: id, body }, { isAnswer: hasKeys('id') });
    },
    async listComments(number) {
      return (await commentsOf(number)).map(
        (each): Comment => ({ id: each.id, body: each.body ?? '', author: authorOf(each) }),
      );
    },
    async ensureLabel({ name, description, colour }) {
      // Many ledgers share one label.
      if (known.has(name)) return;
      const there = await unless(
        { 'not-found': null },
        call('GET /repos/{owner}/{repo}/labels/{name}', { name }, { isAnswer: hasKeys('name') }),
      );
      known.add(name);
      if (there !== null) return;
      try {
        const short = description.slice(0, 100);
        const label = { name, description: short, color: colour };
        const isAnswer = hasKeys('name');
        await call('POST /repos/{owner}/{repo}/labels', label, { isAnswer, again: 'repeatable' });
      } catch (error) {
        // Another run made it in the meantime.
        if (error instanceof PublishFailure && error.detail.includes('already_exists')) return;
        known.delete(name);
        throw error;
      }
    },
    async addLabels(number, labels) {
      const nature = { isAnswer: Array.isArray, again: 'repeatable' } as const;
      await call(`POST ${issue}/labels`, { issue_number: number, labels }, nature);
    },
    async addAssignees(number, logins) {
      const nature = { isAnswer: isIssue, again: 'repeatable' } as const;
      await call(`POST ${issue}/assignees`, { issue_number: number, assignees: logins }, nature);
    },
  };
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
  readonly state_reason?: string | null;
  readonly locked?: boolean;
}

const isIssue = hasKeys('number', 'html_url', 'state');

/** GitHub gives texts back with CRLF. */
function isSameText(kept: string | null | undefined, written: string): boolean {
  return (kept ?? '').replace(/\r\n/g, '\n').trim() === written.replace(/\r\n/g, '\n').trim();
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
    isDuplicate: raw.state_reason === 'duplicate',
    isLocked: raw.locked === true,
  };
}
