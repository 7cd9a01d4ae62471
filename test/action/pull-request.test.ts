import { afterEach, beforeEach, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// A pull request from a branch of the repository: one comment, kept up to date, and a step that fails for what the
// change does.

const baseSha = 'b'.repeat(40);
const validator = openValidator();
let world: World;
let number: number;
beforeEach(async () => {
  world = await startWorld({ language: 'en', validator });
  number = world.github.addPullRequest({ title: 'Change the ledger' });
  world.github.files.set(`${baseSha}:ledger.yml`, world.files['ledger.yml']!);
});
afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

function check(ledger: string, inputs: Record<string, string> = {}) {
  const repository = { full_name: world.github.repository };
  return runAction({
    world,
    inputs: { retries: '0s,0s', ...inputs },
    files: { ...world.files, 'ledger.yml': ledger },
    event: {
      name: 'pull_request',
      payload: {
        number,
        pull_request: {
          number,
          user: { login: 'suzu' },
          head: { ref: 'change', repo: repository },
          base: { ref: 'main', sha: baseSha, repo: repository },
        },
      },
    },
  });
}

const comments = () => world.github.issue(number)?.comments.map(({ body }) => body);
const unchanged = () => world.files['ledger.yml']!;
/** The ledger with an address that is not the real one. */
const wrongAddress = () => unchanged().replaceAll('203.0.113.10', '203.0.113.99');

test('a change that brings nothing up fails nothing and says nothing', async () => {
  const run = await check(unchanged());
  expect(run.exitCode, run.stdout).toBe(0);
  expect(comments()).toEqual([]);
  expect(run.report?.mode).toBe('pull-request');
});

test('a wrong value fails the step and is told once, on its line, until it is put right', async () => {
  const wrong = await check(wrongAddress());
  expect(wrong.exitCode).toBe(1);
  const lines = wrongAddress().split('\n');
  const changed = lines.flatMap((line, index) => (line.includes('203.0.113.99') ? [index + 1] : []));
  const annotated = [...wrong.stdout.matchAll(/^::error title=.*,line=(\d+),/gm)].map(([, line]) =>
    Number(line),
  );
  expect(annotated.length).toBeGreaterThan(0);
  expect(annotated.filter((line) => !changed.includes(line))).toEqual([]);
  expect(comments()).toHaveLength(1);
  expect(comments()![0]).toContain('10 → 9');
  expect(comments()![0]).toContain('The A record of www');

  await check(wrongAddress());
  expect(comments()).toHaveLength(1);

  const right = await check(unchanged());
  expect(right.exitCode, right.stdout).toBe(0);
  expect(comments()).toHaveLength(1);
  expect(comments()![0]).not.toContain('The A record of www');
});

test('what was wrong before fails no change that does not touch it', async () => {
  world.setMonth(2);
  world.github.files.set(`${baseSha}:ledger.yml`, unchanged());
  const run = await check(`${unchanged()}\n# a remark at the end\n`);
  expect(run.report?.verdict).toBe('drift');
  expect(run.exitCode, run.stdout).toBe(0);
  expect(comments()).toEqual([]);
});

test('a gap fails the step where it lowers the score', async () => {
  const run = await check(unchanged().replace(/^templates:[\s\S]*?(?=^\S)/m, ''));
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toMatch(/^::error::.*9 instead of 10 of 10/m);
});

test('fail-on rules where it is given', async () => {
  expect((await check(wrongAddress(), { 'fail-on': 'never' })).exitCode).toBe(0);
  expect((await check(unchanged(), { 'fail-on': 'gap' })).exitCode).toBe(0);
});

test('a new ledger is told as new', async () => {
  world.github.files.clear();
  const run = await check(unchanged());
  expect(run.exitCode, run.stdout).toBe(0);
  expect(comments()).toHaveLength(1);
  expect(comments()![0]).toContain('? → 10');
});

test('a ledger that cannot be read fails the step, with its problem on the line', async () => {
  const run = await check(unchanged().replace('version: 1', 'version: 1\nversoin: 2'));
  expect(run.exitCode).toBe(1);
  expect(run.stdout).toMatch(/^::error title=[^\n]*,file=ledger\.yml,line=\d+,col=1::/m);
  expect(comments()).toHaveLength(1);
});

test('a token that may not comment is no fault: the summary says the same', async () => {
  world.github.permissions.issues = 'none';
  world.github.permissions.pullRequests = 'read';
  const run = await check(wrongAddress(), { 'fail-on': 'never' });
  expect(run.exitCode, run.stdout).toBe(0);
  expect(run.stdout).toContain('pull-requests: write');
  expect(run.summary).toContain('203.0.113.99');
});

test('a base that may not be read fails nothing', async () => {
  world.github.permissions.contents = 'none';
  const run = await check(wrongAddress());
  expect(run.exitCode, run.stdout).toBe(0);
  expect(comments()).toEqual([]);
  expect(run.report?.verdict).toBe('drift');
});

test('the issue stays untouched', async () => {
  world.setMonth(2);
  world.github.files.set(`${baseSha}:ledger.yml`, unchanged());
  const run = await check(unchanged());
  expect(run.outputs['issue-number']).toBe('');
  expect(world.github.issues()).toEqual([]);
});
