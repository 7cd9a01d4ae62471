import { afterEach, beforeEach, expect, test } from 'vitest';
import { type GitHub, secondaryRateLimit, startGitHub } from '../../fixtures/world/github.ts';
import { openValidator } from '../../fixtures/world/openapi.ts';

const validator = openValidator();
let github: GitHub;

beforeEach(async () => {
  github = await startGitHub({ repository: 'octo/site', now: '2026-08-03T00:17:00Z', validator });
});
afterEach(async () => {
  await github.close();
});

interface Answer {
  readonly status: number;
  readonly headers: Headers;
  // biome-ignore lint/suspicious/noExplicitAny: the shape is judged by the validator
  readonly body: any;
}

async function call(method: string, path: string, body?: unknown, token = github.token): Promise<Answer> {
  const response = await fetch(path.startsWith('http') ? path : `${github.url}/repos/octo/site${path}`, {
    method,
    headers: { authorization: `token ${token}` },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

test('an issue lives as GitHub describes it: created, commented on, closed, reopened', async () => {
  const created = await call('POST', '/issues', {
    title: 'The ledger',
    body: 'One',
    labels: ['recovery-ledger'],
    assignees: ['octo', 'nobody'],
  });
  expect(created.status).toBe(201);
  expect(created.body).toMatchObject({
    number: 1,
    state: 'open',
    user: { login: 'github-actions[bot]', type: 'Bot' },
    labels: [{ name: 'recovery-ledger', color: 'ededed' }],
    assignees: [{ login: 'octo' }],
    created_at: '2026-08-03T00:17:00Z',
  });

  github.now = '2026-09-03T00:17:00Z';
  const comment = await call('POST', '/issues/1/comments', { body: 'New' });
  expect(comment.status).toBe(201);
  expect((await call('PATCH', `/issues/comments/${comment.body.id}`, { body: 'Newer' })).body.body).toBe(
    'Newer',
  );
  expect((await call('GET', `/issues/comments/${comment.body.id}`)).status).toBe(200);
  expect((await call('GET', '/issues/1/comments?per_page=100')).body).toHaveLength(1);

  const closed = await call('PATCH', '/issues/1', { state: 'closed', state_reason: 'completed' });
  expect(closed.body).toMatchObject({ state: 'closed', state_reason: 'completed', comments: 1 });
  expect(closed.body.closed_at).toBe('2026-09-03T00:17:00Z');
  const reopened = await call('PATCH', '/issues/1', { state: 'open', title: 'Again', body: 'Two' });
  expect(reopened.body).toMatchObject({ state: 'open', state_reason: 'reopened', closed_at: null });
  expect((await call('GET', '/issues/1')).body).toMatchObject({ title: 'Again', body: 'Two' });

  expect((await call('DELETE', `/issues/comments/${comment.body.id}`)).status).toBe(204);
  expect(github.issues()).toMatchObject([{ number: 1, title: 'Again', comments: [] }]);
  expect(github.violations).toEqual([]);
});

test('issues are listed by label and state, with pages and with pull requests among them', async () => {
  for (let index = 0; index < 3; index++) github.addIssue({ title: `Issue ${index}`, labels: ['ledger'] });
  github.addIssue({ title: 'Closed', labels: ['ledger'], state: 'closed' });
  github.addIssue({ title: 'Unlabelled' });
  const pull = github.addPullRequest({
    title: 'Change',
    files: [{ filename: 'ledger.yml', patch: '+a\n-b' }],
  });

  expect((await call('GET', '/issues?labels=ledger')).body).toHaveLength(3);
  expect((await call('GET', '/issues?labels=ledger&state=all')).body).toHaveLength(4);
  const first = await call('GET', '/issues?state=all&per_page=4&sort=created&direction=asc');
  expect(first.body.map((issue: { number: number }) => issue.number)).toEqual([1, 2, 3, 4]);
  const next = /<([^>]+)>; rel="next"/.exec(first.headers.get('link')!)![1]!;
  const second = await call('GET', next);
  expect(second.body.map((issue: { number: number }) => issue.number)).toEqual([5, 6]);
  expect(second.headers.get('link')).not.toContain('rel="next"');
  expect(second.body[1].pull_request.url).toContain(`/pulls/${pull}`);
  expect(github.violations).toEqual([]);
});

test('labels are made, read, put on an issue and taken off', async () => {
  expect((await call('GET', '/labels/recovery-ledger')).status).toBe(404);
  const label = { name: 'recovery-ledger', color: '0e8a16', description: 'Kept by the check' };
  expect((await call('POST', '/labels', label)).body).toMatchObject(label);
  expect((await call('POST', '/labels', label)).body.errors[0].code).toBe('already_exists');
  expect((await call('GET', '/labels/Recovery-Ledger')).body).toMatchObject(label);
  expect((await call('GET', '/labels')).body).toHaveLength(1);
  github.addIssue({ title: 'Issue' });
  expect((await call('POST', '/issues/1/labels', { labels: ['recovery-ledger', 'new'] })).body).toHaveLength(
    2,
  );
  expect((await call('DELETE', '/issues/1/labels/new')).body).toHaveLength(1);
  expect((await call('GET', '/issues/1/labels')).body).toHaveLength(1);
  expect((await call('DELETE', '/issues/1/labels/new')).status).toBe(404);
  expect(github.violations).toEqual([]);
});

test('people: permissions, assignees', async () => {
  github.addCollaborator('hanako', 'write');
  const permission = async (login: string) =>
    (await call('GET', `/collaborators/${encodeURIComponent(login)}/permission`)).body.permission;
  expect([await permission('octo'), await permission('hanako'), await permission('stranger')]).toEqual([
    'admin',
    'write',
    'none',
  ]);
  github.addIssue({ title: 'Issue' });
  const assigned = await call('POST', '/issues/1/assignees', { assignees: ['hanako', 'stranger'] });
  expect(assigned.body.assignees).toMatchObject([{ login: 'hanako' }]);
  expect((await call('DELETE', '/issues/1/assignees', { assignees: ['hanako'] })).body.assignees).toEqual([]);
  expect((await call('GET', '/assignees/hanako')).status).toBe(204);
  expect((await call('GET', '/assignees/stranger')).status).toBe(404);
  expect(github.violations).toEqual([]);
});

test('the repository, a pull request with its files and comments, and a file of a commit', async () => {
  github.settings.private = false;
  expect((await call('GET', '')).body).toMatchObject({ private: false, default_branch: 'main' });
  const number = github.addPullRequest({
    title: 'Change',
    author: 'stranger',
    fork: 'stranger/site',
    files: [{ filename: 'ledger.yml', patch: '@@ -1 +1 @@\n-old\n+new' }],
  });
  const pull = await call('GET', `/pulls/${number}`);
  expect(pull.body).toMatchObject({ head: { repo: { fork: true } }, base: { repo: { fork: false } } });
  expect((await call('GET', `/pulls/${number}/files`)).body).toMatchObject([{ additions: 1, deletions: 1 }]);
  expect((await call('POST', `/issues/${number}/comments`, { body: 'Score' })).status).toBe(201);
  github.files.set('main:docs/the ledger.yml', 'version: 1\n');
  const file = await call('GET', '/contents/docs/the ledger.yml?ref=main');
  expect(Buffer.from(file.body.content, 'base64').toString()).toBe('version: 1\n');
  expect((await call('GET', '/contents/other.yml')).status).toBe(404);
  expect(github.violations).toEqual([]);
});

test('refusals: no token, no permission, nothing there, issues off, too long, limits', async () => {
  const anonymous = await fetch(`${github.url}/repos/octo/site/issues`);
  expect(anonymous.status).toBe(401);
  await anonymous.body?.cancel();
  expect((await call('GET', '/issues', undefined, 'wrong')).status).toBe(401);

  github.permissions.issues = 'read';
  expect((await call('GET', '/issues')).status).toBe(200);
  const denied = await call('POST', '/issues', { title: 'Issue' });
  expect(denied.status).toBe(403);
  expect(denied.headers.get('x-accepted-github-permissions')).toBe('issues=write');
  github.permissions.issues = 'write';

  expect((await call('GET', '/issues/9')).status).toBe(404);
  expect((await call('GET', `${github.url}/repos/octo/other/issues`)).status).toBe(404);
  expect((await call('GET', `${github.url}/user`)).status).toBe(403);

  const long = await call('POST', '/issues', { title: 'Issue', body: 'あ'.repeat(65_537) });
  expect([long.status, long.body.errors[0].field]).toEqual([422, 'body']);
  expect((await call('POST', '/issues', { title: 'Issue', body: 'あ'.repeat(65_536) })).status).toBe(201);
  expect((await call('POST', '/issues', { title: ' ' })).status).toBe(422);
  expect((await call('POST', '/issues', { title: 'a'.repeat(257) })).status).toBe(422);
  expect((await call('POST', '/issues', { title: 'Issue', labels: ['a'.repeat(51)] })).status).toBe(422);

  github.failNext({ ...secondaryRateLimit(7), method: 'POST' });
  expect((await call('GET', '/issues')).status).toBe(200);
  const limited = await call('POST', '/issues', { title: 'Issue' });
  expect([limited.status, limited.headers.get('retry-after')]).toEqual([403, '7']);
  expect((await call('POST', '/issues', { title: 'Issue' })).status).toBe(201);

  github.settings.issues = false;
  expect((await call('GET', '/issues')).status).toBe(410);
  expect((await call('POST', '/issues', { title: 'Issue' })).status).toBe(410);
  expect(github.violations).toEqual([]);
});

test('the validator notices what GitHub would not send or take', async () => {
  const label = { id: 1, node_id: 'LA_1', url: 'https://api.github.com/x', name: 'a', color: 'ededed' };
  const problems = (...parameters: Parameters<typeof validator.check>) =>
    validator.check(...parameters).map((problem) => problem.split(': ').slice(1).join(': '));
  const whole = { ...label, default: false, description: null };
  expect(problems('GET', '/repos/a/b/labels/a', undefined, 200, whole)).toEqual([]);
  expect(problems('GET', '/repos/a/b/labels/a', undefined, 200, label)).toHaveLength(2);
  expect(problems('GET', '/repos/a/b/labels/a', undefined, 200, { ...whole, extra: 1 })).toEqual([
    'response/extra: GitHub describes no such key',
  ]);
  expect(problems('POST', '/repos/a/b/labels', { name: 'a', colour: 'x' }, 201, whole)).toEqual([
    'request/colour: GitHub describes no such key',
  ]);
  expect(problems('POST', '/repos/a/b/labels', {}, 201, whole)).toHaveLength(1);
  expect(problems('GET', '/repos/a/b/labels?perpage=3', undefined, 200, [])).toHaveLength(1);
  expect(problems('GET', '/repos/a/b/labels?per_page=x', undefined, 200, [])).toHaveLength(1);
  expect(problems('GET', '/repos/a/b/issuez', undefined, 200, [])).toHaveLength(1);
  expect(problems('GET', '/repos/a/b/labels', undefined, 206, [])).toHaveLength(1);

  await call('POST', '/issues', { title: 'Issue', labels: 'not-a-list' });
  expect(github.violations.length).toBeGreaterThan(0);
});
