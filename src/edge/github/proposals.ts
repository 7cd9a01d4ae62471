import { type Commit, type GitHubEdge, PublishFailure, type PullRequest } from '../github-edge.ts';
import { type Call, hasKeys, unless } from './caller.ts';
import { pageSize } from './pages.ts';

type ProposalMethods = Pick<
  GitHubEdge,
  | 'readFile'
  | 'hasPath'
  | 'branch'
  | 'commit'
  | 'pointBranch'
  | 'commitFile'
  | 'listPullRequests'
  | 'createPullRequest'
  | 'updatePullRequest'
>;

/** What opening a pull request takes. */
const proposing = { needed: 'contents: write, pull-requests: write' };
const git = '/repos/{owner}/{repo}/git';

interface RawReference {
  readonly object: { readonly sha: string };
}
interface RawCommit {
  readonly message: string;
  readonly tree: { readonly sha: string };
  readonly parents: readonly { readonly sha: string }[];
}
const reference = { ...proposing, isAnswer: hasKeys('object') };
const commit = { ...proposing, isAnswer: hasKeys('message', 'tree', 'parents') };

/** Files, branches, commits and pull requests. `owner`: of the repository, whose branches pull requests come from. */
export function proposalMethods(call: Call, owner: string): ProposalMethods {
  async function readCommit(sha: string): Promise<Commit> {
    const { data } = await call(`GET ${git}/commits/{commit_sha}`, { commit_sha: sha }, commit);
    const { message, parents } = data as RawCommit;
    return { sha, message, parents: parents.map((each) => each.sha) };
  }
  async function pullRequestsFrom(branch: string): Promise<PullRequest[]> {
    const { data } = await call(
      'GET /repos/{owner}/{repo}/pulls',
      { head: `${owner}:${branch}`, state: 'all', sort: 'created', direction: 'desc', per_page: pageSize },
      { ...proposing, isAnswer: Array.isArray },
    );
    return (data as readonly RawPull[]).map((each) => ({
      number: each.number,
      url: each.html_url,
      state: each.state === 'closed' ? 'closed' : 'open',
      isMerged: each.merged_at !== null && each.merged_at !== undefined,
      title: each.title,
      body: each.body ?? '',
    }));
  }
  return {
    async readFile(path, commit) {
      const found = await unless({ 'not-found': null }, call(`GET ${contentsOf(path)}`, { ref: commit }));
      const { type, content, encoding } = (found?.data ?? {}) as {
        [K in 'type' | 'content' | 'encoding']?: string;
      };
      if (type !== 'file' || encoding !== 'base64') return null;
      return Buffer.from(content ?? '', 'base64');
    },
    hasPath(path) {
      const found = call(`GET ${contentsOf(path)}`, {}, { needed: 'contents: read' }).then(() => true);
      return unless({ 'not-found': false, forbidden: null, refused: null }, found);
    },
    branch(name) {
      const read = async () => {
        const { data } = await call(`GET ${git}/ref/heads/${name}`, {}, reference);
        return readCommit((data as RawReference).object.sha);
      };
      return unless({ 'not-found': null }, read());
    },
    commit(sha) {
      return unless({ 'not-found': null, rejected: null }, readCommit(sha));
    },
    async pointBranch(name, sha, exists) {
      if (exists) {
        await call(`PATCH ${git}/refs/heads/${name}`, { sha, force: true }, reference);
        return;
      }
      const again = async () => {
        const there = await unless(
          { 'not-found': null },
          call(`GET ${git}/ref/heads/${name}`, {}, reference),
        );
        const { data } = there ?? {};
        return (data as RawReference | undefined)?.object.sha === sha ? data : null;
      };
      await call(`POST ${git}/refs`, { ref: `refs/heads/${name}`, sha }, { ...reference, again });
    },
    async commitFile({ path, parent, content, replaces, message }) {
      const there = await call(`GET ${contentsOf(path)}`, { ref: parent }, proposing);
      if ((there.data as { sha?: string }).sha !== replaces) {
        throw new PublishFailure('rejected', `${path} is not what was committed`);
      }
      const before = await call(`GET ${git}/commits/{commit_sha}`, { commit_sha: parent }, commit);
      const entry = { path, mode: '100644', type: 'blob', content: Buffer.from(content).toString('utf8') };
      const isAnswer = hasKeys('sha');
      // What is made twice here, no branch points to.
      const making = { ...proposing, isAnswer, again: 'repeatable' } as const;
      const base = (before.data as RawCommit).tree.sha;
      const tree = await call(`POST ${git}/trees`, { base_tree: base, tree: [entry] }, making);
      const made = await call(
        `POST ${git}/commits`,
        { message, tree: (tree.data as { sha: string }).sha, parents: [parent] },
        making,
      );
      return (made.data as { sha: string }).sha;
    },
    listPullRequests: pullRequestsFrom,
    async createPullRequest(pull) {
      const again = async () => {
        const [open] = (await pullRequestsFrom(pull.head)).filter(({ state }) => state === 'open');
        return open === undefined ? null : { number: open.number, html_url: open.url };
      };
      const nature = { ...proposing, isAnswer: isPull, again };
      const { data } = await call('POST /repos/{owner}/{repo}/pulls', pull, nature);
      const { number, html_url: url } = data as RawPull;
      return { number, url };
    },
    async updatePullRequest(number, change) {
      await call(
        'PATCH /repos/{owner}/{repo}/pulls/{pull_number}',
        { pull_number: number, ...change },
        { ...proposing, isAnswer: isPull },
      );
    },
  };
}

const isPull = hasKeys('number', 'html_url', 'state');

/** Octokit leaves the slashes of `{+path}` alone; each part is encoded by hand. */
function contentsOf(path: string): string {
  return `/repos/{owner}/{repo}/contents/${path.split('/').map(encodeURIComponent).join('/')}`;
}

interface RawPull {
  readonly number: number;
  readonly html_url: string;
  readonly state: string;
  readonly merged_at?: string | null;
  readonly title: string;
  readonly body?: string | null;
}
