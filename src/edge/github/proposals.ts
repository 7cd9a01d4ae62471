import { type GitHubEdge, PublishFailure } from '../github-edge.ts';
import { type Call, unless } from './caller.ts';
import { listIn, pageSize } from './pages.ts';

type ProposalMethods = Pick<
  GitHubEdge,
  | 'readFile'
  | 'branch'
  | 'pointBranch'
  | 'commitFile'
  | 'listPullRequests'
  | 'createPullRequest'
  | 'updatePullRequest'
>;

/** What opening a pull request takes. */
const proposing = 'contents: write, pull-requests: write';
const git = '/repos/{owner}/{repo}/git';

/** Files, branches, commits and pull requests. `owner`: of the repository, whose branches pull requests come from. */
export function proposalMethods(call: Call, owner: string): ProposalMethods {
  return {
    async readFile(path, commit) {
      const found = await unless({ 'not-found': null }, call(`GET ${contentsOf(path)}`, { ref: commit }));
      const { type, content, encoding } = (found?.data ?? {}) as {
        [K in 'type' | 'content' | 'encoding']?: string;
      };
      if (type !== 'file' || encoding !== 'base64') return null;
      return Buffer.from(content ?? '', 'base64');
    },
    async branch(name) {
      const read = async () => {
        const { data } = await call(`GET ${git}/ref/heads/${name}`, {}, proposing);
        const { sha } = (data as { object: { sha: string } }).object;
        const commit = await call(`GET ${git}/commits/{commit_sha}`, { commit_sha: sha }, proposing);
        return { sha, message: (commit.data as { message: string }).message };
      };
      return unless({ 'not-found': null }, read());
    },
    async pointBranch(name, sha, exists) {
      if (exists) {
        await call(`PATCH ${git}/refs/heads/${name}`, { sha, force: true }, proposing);
      } else {
        await call(`POST ${git}/refs`, { ref: `refs/heads/${name}`, sha }, proposing);
      }
    },
    async commitFile({ path, parent, content, replaces, message }) {
      const there = await call(`GET ${contentsOf(path)}`, { ref: parent }, proposing);
      if ((there.data as { sha?: string }).sha !== replaces) {
        throw new PublishFailure('rejected', `${path} is not what was committed`);
      }
      const before = await call(`GET ${git}/commits/{commit_sha}`, { commit_sha: parent }, proposing);
      const tree = await call(
        `POST ${git}/trees`,
        {
          base_tree: (before.data as { tree: { sha: string } }).tree.sha,
          tree: [{ path, mode: '100644', type: 'blob', content: Buffer.from(content).toString('utf8') }],
        },
        proposing,
      );
      const made = await call(
        `POST ${git}/commits`,
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
      return listIn<RawPull>(data).map((each) => ({
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
  };
}

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
