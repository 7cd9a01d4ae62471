import type { GitHubEdge } from '../github-edge.ts';
import { type Call, hasKeys, unless } from './caller.ts';

type PeopleMethods = Pick<GitHubEdge, 'mayWrite' | 'repository' | 'hasUser' | 'hasTeam' | 'self'>;

/** Who there is, who may write, and who can see the repository. */
export function peopleMethods(call: Call): PeopleMethods {
  return {
    async mayWrite(username) {
      const asked = call(
        'GET /repos/{owner}/{repo}/collaborators/{username}/permission',
        { username },
        { isAnswer: hasKeys('permission') },
      );
      const answer = await unless({ 'not-found': false, forbidden: null, refused: null }, asked);
      if (answer === false || answer === null) return answer;
      const { permission, role_name: role } = answer.data as { permission?: string; role_name?: string };
      return ['admin', 'maintain', 'write'].some((level) => level === permission || level === role);
    },
    async repository() {
      const answer = await unless(
        { 'not-found': null, forbidden: null, refused: null },
        call('GET /repos/{owner}/{repo}', {}, { isAnswer: hasKeys('private') }),
      );
      if (answer === null) return null;
      const { private: isPrivate, pushed_at: pushedAt } = answer.data as RawRepository;
      return { isPublic: isPrivate === false, pushedAt: typeof pushedAt === 'string' ? pushedAt : null };
    },
    async hasUser(username) {
      const answer = await unless(
        { 'not-found': false, forbidden: null, refused: null },
        call('GET /users/{username}', { username }, { isAnswer: hasKeys('login') }),
      );
      return answer && true;
    },
    async hasTeam(org, slug) {
      const asked = call(
        'GET /orgs/{org}/teams/{team_slug}',
        { org, team_slug: slug },
        { isAnswer: hasKeys('slug') },
      );
      const answer = await unless({ 'not-found': null, forbidden: null, refused: null }, asked);
      return answer && true;
    },
    async self() {
      const answer = await unless(
        { 'not-found': null, forbidden: null, refused: null, rejected: null },
        call('GET /user', {}, { isAnswer: hasKeys('login') }),
      );
      return (answer?.data as { login?: string } | undefined)?.login ?? null;
    },
  };
}

interface RawRepository {
  readonly private?: boolean;
  readonly pushed_at?: string | null;
}
