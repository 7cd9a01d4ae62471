import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// What an event does not allow is out of reach of the process: reading it, or connecting, throws and is noted.

const preload = path.join(import.meta.dirname, 'out-of-reach.mjs');
let world: World;
let folder: string;
beforeAll(async () => {
  [world, folder] = await Promise.all([
    startWorld({ language: 'en' }),
    mkdtemp(path.join(tmpdir(), 'recovery-ledger-events-')),
  ]);
});
beforeEach(() => world.setMonth(2));
afterAll(async () => {
  await Promise.all([world.close(), rm(folder, { recursive: true })]);
});

async function run(forbidden: string, options: Omit<RunOptions, 'world'>) {
  const log = path.join(folder, 'log');
  await writeFile(log, '');
  const requests = world.github.requests.length;
  const result = await runAction({
    world,
    ...options,
    inputs: {
      credentials: 'www.aoba-seika.example X-Key: a-long-secret',
      retries: '0s,0s',
      ...options.inputs,
    },
    environment: {
      NODE_OPTIONS: `--import=${preload}`,
      OUT_OF_REACH: forbidden,
      OUT_OF_REACH_LOG: log,
      GITHUB_TOKEN: 'not-for-us',
      AWS_SECRET_ACCESS_KEY: 'not-for-us',
      ...options.environment,
    },
  });
  const attempts = (await readFile(log, 'utf8')).trim();
  return { ...result, attempts, requests: world.github.requests.slice(requests) };
}

const repository = 'kitahama-care/aoba-seika';
const pullRequest = (head: string | null, login = 'suzu') => ({
  number: 7,
  pull_request: {
    number: 7,
    user: { login },
    head: { ref: 'change', repo: head === null ? null : { full_name: head } },
    base: { ref: 'main', sha: 'b'.repeat(40), repo: { full_name: repository } },
  },
});

test('the watch sees what a trusted event reads and reaches', async () => {
  expect((await run('credentials', {})).attempts).toContain('credentials INPUT_CREDENTIALS');
  expect((await run('token', {})).attempts).toContain('token INPUT_GITHUB-TOKEN');
  expect((await run('network', {})).attempts).toMatch(/^(dgram|connect)/m);
});

describe('events that allow the ledger alone', () => {
  test.each<[string, RunOptions['event'], Record<string, string>]>([
    ['a pull request from a fork', { name: 'pull_request', payload: pullRequest('suzu/aoba-seika') }, {}],
    ['a pull request from a deleted fork', { name: 'pull_request', payload: pullRequest(null) }, {}],
    [
      'a pull request by Dependabot',
      { name: 'pull_request', payload: pullRequest(repository, 'dependabot[bot]') },
      {},
    ],
    [
      'a pull request that Dependabot runs',
      { name: 'pull_request', payload: pullRequest(repository) },
      { GITHUB_ACTOR: 'dependabot[bot]' },
    ],
    ['pull_request_target', { name: 'pull_request_target', payload: pullRequest(repository) }, {}],
    ['workflow_run', { name: 'workflow_run' }, {}],
    ['issue_comment', { name: 'issue_comment' }, {}],
    ['merge_group', { name: 'merge_group' }, {}],
    ['release', { name: 'release' }, {}],
    ['an event that does not exist yet', { name: 'something_new' }, {}],
    ['no event at all', { name: '' }, {}],
  ])('%s', async (_name, event, environment) => {
    for (const mode of ['auto', 'monthly', 'recovery']) {
      const result = await run('network,credentials,token', {
        event: event!,
        environment,
        inputs: { mode },
      });
      expect(result.attempts).toBe('');
      expect(result.exitCode, result.stdout).toBe(0);
      expect(result.requests).toEqual([]);
      expect(result.written).toEqual({});
      expect(result.outputs).toMatchObject({ score: '10', report: '' });
      expect(result.summary).toContain('10');
      expect(result.stdout).toContain('nothing was looked at');
      expect(result.stdout).not.toContain('a-long-secret');
    }
  });
});

describe('refs other than the default branch', () => {
  test.each([
    ['push', 'refs/heads/topic'],
    ['push', 'refs/tags/v1'],
    ['workflow_dispatch', 'refs/heads/topic'],
  ])('%s on %s looks, without token and credentials, and writes no issue', async (name, ref) => {
    const result = await run('credentials,token', { event: { name }, environment: { GITHUB_REF: ref } });
    expect(result.attempts).toBe('');
    expect(result.requests).toEqual([]);
    expect(result.report?.mode).toBe('pull-request');
    expect(result.outputs).toMatchObject({ verdict: 'drift', 'issue-number': '' });
  });
});

describe('trusted events on the default branch', () => {
  test.each(['schedule', 'workflow_dispatch', 'repository_dispatch', 'push'])('%s', async (name) => {
    const result = await run('', { event: { name }, environment: { GITHUB_REF: 'refs/heads/main' } });
    expect(result.report?.mode).toBe('monthly');
    expect(result.outputs['issue-number']).toBe('1');
  });

  test('mode can narrow them', async () => {
    const result = await run('credentials,token', { inputs: { mode: 'pull-request' } });
    expect(result.attempts).toBe('');
    expect(result.outputs).toMatchObject({ verdict: 'drift', 'issue-number': '' });
  });
});
