import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// Stands in for the action: tells what it was given, and leaves outputs, a summary and a report.
const script = `
import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
const { env } = process;
mkdirSync('recovery-ledger/ledger.yml', { recursive: true });
writeFileSync('recovery-ledger/ledger.yml/report.json', JSON.stringify({ verdict: 'match' }));
appendFileSync(env.GITHUB_OUTPUT, 'verdict=match\\nreport<<END\\nrecovery-ledger/ledger.yml/report.json\\nEND\\nempty<<END\\n\\nEND\\n');
appendFileSync(env.GITHUB_STEP_SUMMARY, '# Summary');
console.log(JSON.stringify({ env, cwd: process.cwd(), event: JSON.parse(readFileSync(env.GITHUB_EVENT_PATH, 'utf8')), ledger: readFileSync('ledger.yml', 'utf8').slice(0, 1) }));
console.error('note');
process.exitCode = 3;
`;
let directory: string;
let world: World;
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-test-'));
  await writeFile(path.join(directory, 'script.mjs'), script);
  world = await startWorld({ language: 'en' });
});
afterAll(async () => {
  await world.close();
  await rm(directory, { recursive: true, force: true });
});

const run = (options: Partial<Parameters<typeof runAction>[0]> = {}) =>
  runAction({ world, script: path.join(directory, 'script.mjs'), ...options });

test('gives the action what the runner gives, and nothing of this machine but PATH', async () => {
  const { stdout } = await run({ inputs: { retries: '0s', language: 'en' } });
  const { env, cwd, event, ledger } = JSON.parse(stdout);
  expect(env).toMatchObject({
    GITHUB_ACTIONS: 'true',
    GITHUB_API_URL: world.github.url,
    GITHUB_REPOSITORY: world.github.repository,
    GITHUB_EVENT_NAME: 'schedule',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_WORKSPACE: cwd,
    'INPUT_GITHUB-TOKEN': world.github.token,
    'INPUT_CONNECT-TO': world.inputs['connect-to'],
    INPUT_LEDGER: 'ledger.yml',
    INPUT_RETRIES: '0s',
    INPUT_LANGUAGE: 'en',
    INPUT_NOW: '2026-08-03T00:17:00Z',
  });
  const foreign = Object.keys(env).filter(
    (name) => !/^(CI|PATH|HOME|NODE_COMPILE_CACHE|GITHUB_|RUNNER_|INPUT_|AWS_)/.test(name),
  );
  expect(foreign).toEqual([]);
  expect(event).toMatchObject({ schedule: expect.any(String), repository: { default_branch: 'main' } });
  expect(ledger).toBe('#');
});

test('gathers what the action leaves behind', async () => {
  expect(await run()).toMatchObject({
    exitCode: 3,
    stderr: 'note\n',
    outputs: { verdict: 'match', report: 'recovery-ledger/ledger.yml/report.json', empty: '' },
    summary: '# Summary',
    report: { verdict: 'match' },
    written: { 'recovery-ledger/ledger.yml/report.json': '{"verdict":"match"}' },
  });
});

test('other events: a pull request has its refs and its payload', async () => {
  const payload = { number: 5, pull_request: { head: { ref: 'change' }, base: { ref: 'main' } } };
  const { stdout } = await run({ event: { name: 'pull_request', payload }, files: { 'ledger.yml': 'x' } });
  const { env, event, ledger } = JSON.parse(stdout);
  expect(env).toMatchObject({
    GITHUB_EVENT_NAME: 'pull_request',
    GITHUB_REF: 'refs/pull/5/merge',
    GITHUB_HEAD_REF: 'change',
    GITHUB_BASE_REF: 'main',
  });
  expect(event).toMatchObject({ number: 5, repository: { full_name: world.github.repository } });
  expect(ledger).toBe('x');
});

test('refuses an input that action.yml does not have', async () => {
  await expect(run({ inputs: { conect: '' } })).rejects.toThrow('conect');
});
