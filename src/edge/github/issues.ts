import { type Author, type Comment, type GitHubEdge, type Issue, PublishFailure } from '../github-edge.ts';
import { type Call, unless } from './caller.ts';
import { allItems } from './pages.ts';

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
      const raw = await allItems<RawComment>(call, `GET ${issue}/comments`, { issue_number: number });
      return raw.map((each): Comment => ({ id: each.id, body: each.body ?? '', author: authorOf(each) }));
    },
    async ensureLabel({ name, description, colour }) {
      const known = await unless(
        { 'not-found': null },
        call('GET /repos/{owner}/{repo}/labels/{name}', { name }),
      );
      if (known !== null) return;
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
