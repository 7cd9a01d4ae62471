import { afterEach, beforeEach, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { proposalBranch } from '../../src/publish/proposal.ts';

// `propose: pull-request`, month after month: what the built action leaves on GitHub.

const validator = openValidator();
const sha = 'a'.repeat(40);
const branch = proposalBranch('ledger.yml');
let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en', validator, events: [] });
  world.github.permissions.contents = 'write';
  world.github.files.set(`${sha}:ledger.yml`, world.files['ledger.yml']!);
});
afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

const run = (inputs: Record<string, string> = {}) =>
  runAction({ world, inputs: { retries: '0s,0s', propose: 'pull-request', ...inputs } });
const move = (address: string) => {
  world.scene.addresses['www.aoba-seika.example'] = [address];
  world.show();
};
const pulls = () => world.github.pullRequests();
const onBranch = () => world.github.files.get(`${world.github.branches.get(branch)?.sha}:ledger.yml`);
const writes = () => world.github.requests.filter(({ method }) => method !== 'GET');

test('a value that moved is proposed, followed, and taken back where reality returns', async () => {
  expect((await run()).exitCode).toBe(0);
  expect(pulls()).toEqual([]);

  move('203.0.113.20');
  const told = await run();
  expect(told.exitCode, told.stdout).toBe(0);
  expect(pulls()).toMatchObject([{ state: 'open' }]);
  const [pull] = pulls();
  expect(pull!.body).toContain('203.0.113.10 → 203.0.113.20');
  expect(onBranch()).toContain('www.aoba-seika.example, type: A, values: [203.0.113.20]');
  const [issue] = world.github.issues();
  expect(issue!.body).toContain(`pull request #${pull!.number}`);
  expect(issue!.body).not.toContain('```diff');

  // The same again, a week later: nothing new to write but the issue.
  const before = writes().length;
  await run({ now: '2026-08-10T00:00:00Z' });
  expect(
    writes()
      .slice(before)
      .filter(({ path }) => !path.includes(`/issues/${issue!.number}`)),
  ).toEqual([]);

  move('203.0.113.30');
  await run();
  expect(pulls()).toMatchObject([{ state: 'open' }]);
  expect(onBranch()).toContain('[203.0.113.30]');
  expect(pulls()[0]!.body).toContain('203.0.113.30');

  move('203.0.113.10');
  await run();
  expect(pulls()).toMatchObject([{ state: 'closed' }]);
  expect(world.github.issue(pull!.number)?.comments).toHaveLength(1);
});

test('what somebody committed to the branch stays, and what somebody turned down is not proposed again', async () => {
  move('203.0.113.20');
  await run();
  const [pull] = pulls();
  const theirs = { sha: 'd'.repeat(40), message: 'I know better', author: 'suzu' };
  world.github.branches.set(branch, { ...theirs });
  world.github.files.set(`${theirs.sha}:ledger.yml`, 'version: 1\n');
  move('203.0.113.30');
  await run();
  expect(world.github.branches.get(branch)).toEqual(theirs);
  expect(world.github.issues()[0]!.body).toContain(`#${pull!.number}`);

  world.github.branches.delete(branch);
  world.github.editIssue(pull!.number, { state: 'closed' });
  await run();
  expect(pulls()).toHaveLength(2);
  world.github.editIssue(pulls()[0]!.number, { state: 'closed' });
  const said = await run({ now: '2026-08-10T00:00:00Z' });
  expect(said.exitCode, said.stdout).toBe(0);
  expect(pulls().filter(({ state }) => state === 'open')).toEqual([]);
  // Another change is another question.
  move('203.0.113.40');
  await run();
  expect(pulls().filter(({ state }) => state === 'open')).toHaveLength(1);
});

test('a commit of ours that somebody amended is theirs', async () => {
  move('203.0.113.20');
  await run();
  expect(world.github.branches.get(branch)?.message).toContain('Recovery-Ledger-Proposal: ledger.yml');
  const theirs = { ...world.github.branches.get(branch)!, sha: 'e'.repeat(40) };
  world.github.branches.set(branch, { ...theirs });
  world.github.files.set(`${theirs.sha}:ledger.yml`, 'version: 1\n');
  move('203.0.113.30');
  await run();
  expect(world.github.branches.get(branch)).toEqual(theirs);
});

test.each([
  ['amended beside the ledger', {}],
  ['laid upon a commit of somebody’s', { parents: ['d'.repeat(40)] }],
])(
  'a commit of ours that was %s is theirs, though its message and the ledger are as we left them',
  async (_what, change) => {
    move('203.0.113.20');
    await run();
    const own = world.github.branches.get(branch)!;
    const theirs = { ...own, ...change, sha: 'e'.repeat(40) };
    world.github.branches.set(branch, { ...theirs });
    world.github.files.set(`${theirs.sha}:ledger.yml`, world.github.files.get(`${own.sha}:ledger.yml`)!);
    for (const address of ['203.0.113.30', '203.0.113.10']) {
      move(address);
      expect((await run()).exitCode).toBe(0);
      expect(world.github.branches.get(branch)).toEqual(theirs);
      expect(pulls()).toMatchObject([{ state: 'open' }]);
    }
  },
);

test('where the branch could not be moved, the next run still knows the commit there as ours', async () => {
  move('203.0.113.20');
  await run();
  const own = world.github.branches.get(branch)!.sha;
  move('203.0.113.30');
  world.github.failNext({ status: 422, message: 'refused', method: 'PATCH', path: /\/git\/refs\// });
  expect((await run()).exitCode).toBe(1);
  expect(world.github.branches.get(branch)?.sha).toBe(own);
  expect((await run()).exitCode).toBe(0);
  expect(onBranch()).toContain('[203.0.113.30]');
  expect(pulls()).toMatchObject([{ state: 'open' }]);
});

test('what was taken back since all agreed, nobody turned down: it is proposed again, and closing is said after it is done', async () => {
  move('203.0.113.20');
  await run();
  const start = world.github.requests.length;
  move('203.0.113.10');
  await run();
  const [pull] = pulls();
  const done = world.github.requests.slice(start).map(({ method, path }) => `${method} ${path}`);
  const order = ['PATCH', 'POST'].map((method) =>
    done.findIndex(
      (each) => each.startsWith(method) && new RegExp(`/(pulls|issues)/${pull!.number}(/|$)`).test(each),
    ),
  );
  expect(order).not.toContain(-1);
  expect(order).toEqual(order.toSorted((one, other) => one - other));
  move('203.0.113.20');
  await run();
  expect(
    pulls()
      .map(({ state }) => state)
      .toSorted(),
  ).toEqual(['closed', 'open']);
  expect(onBranch()).toContain('[203.0.113.20]');
});

test('“Update branch” leaves the proposal ours: it is followed, and closed once all agrees', async () => {
  move('203.0.113.20');
  await run();
  const own = world.github.branches.get(branch)!.sha;
  const sha = 'f'.repeat(40);
  const parents = [own, 'b'.repeat(40)];
  world.github.branches.set(branch, { sha, parents, message: 'Merge branch main', author: 'suzu' });
  world.github.files.set(`${sha}:ledger.yml`, world.github.files.get(`${own}:ledger.yml`)!);
  move('203.0.113.10');
  await run();
  expect(pulls()).toMatchObject([{ state: 'closed' }]);
});

test('what failed half-way is proposed by the next run', async () => {
  move('203.0.113.20');
  // A ledger that an earlier step of the workflow changed is not what was committed.
  world.github.files.set(`${sha}:ledger.yml`, 'version: 1\n');
  const told = await run();
  expect(told.exitCode).toBe(1);
  expect(pulls()).toEqual([]);
  world.github.files.set(`${sha}:ledger.yml`, world.files['ledger.yml']!);
  expect((await run()).exitCode).toBe(0);
  expect(pulls()).toMatchObject([{ state: 'open' }]);
});

test('a light run proposes nothing and takes nothing back', async () => {
  move('203.0.113.20');
  await run();
  const before = writes().length;
  await runAction({
    world,
    inputs: { retries: '0s,0s', propose: 'pull-request', only: 'certificates' },
  });
  expect(
    writes()
      .slice(before)
      .filter(({ path }) => path.includes('/pulls') || path.includes('/git/')),
  ).toEqual([]);
  expect(pulls()).toMatchObject([{ state: 'open' }]);
});

test.each([
  ['the permission', () => (world.github.permissions.contents = 'read'), 'contents: write'],
  ['the setting', () => (world.github.settings.pullRequests = false), 'Allow GitHub Actions to create'],
])('%s that is missing is named, and the issue is written all the same', async (_what, lack, words) => {
  lack();
  move('203.0.113.20');
  const told = await run();
  expect(told.exitCode).toBe(1);
  expect(told.stdout).toContain(words);
  expect(told.report?.unpublished.join()).toContain(words);
  expect(world.github.issues()).toMatchObject([{ state: 'open' }]);
});
