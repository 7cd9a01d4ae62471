import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { secondaryRateLimit } from '../../fixtures/world/github.ts';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// What goes wrong around the action: a clear word, the right exit status, nothing lost, nothing half-made.

let world: World;
beforeEach(async () => {
  world = await startWorld({ language: 'en' });
  world.setMonth(2);
});
afterEach(() => world.close());

const run = (options: Omit<RunOptions, 'world'> = {}) =>
  runAction({ world, ...options, inputs: { retries: '0s,0s', ...options.inputs } });
const errors = (stdout: string) => stdout.split('\n').filter((line) => line.startsWith('::error::'));

describe('the ledger', () => {
  test('is missing: says where it looked and how to make one', async () => {
    const { 'ledger.yml': _, ...files } = world.files;
    const { exitCode, stdout, stderr } = await run({ files });
    expect(exitCode).toBe(1);
    expect(errors(stdout)).toHaveLength(1);
    expect(errors(stdout)[0]).toMatch(
      /There is no ledger at ledger\.yml \(looked in .+\)\. .*recovery-ledger init/,
    );
    expect(stderr).toBe('');
    expect(world.github.requests).toEqual([]);
  });

  test('is a folder', async () => {
    const { exitCode, stdout } = await run({ inputs: { ledger: 'docs' } });
    expect(exitCode).toBe(1);
    expect(errors(stdout)).toEqual([expect.stringContaining('docs is a folder')]);
  });

  test('is a glob that matches nothing', async () => {
    const { exitCode, stdout } = await run({ inputs: { ledger: 'sites/*/ledger.yml' } });
    expect(exitCode).toBe(1);
    expect(errors(stdout)).toEqual([expect.stringContaining('No file matches sites/*/ledger.yml')]);
  });

  test('cannot be read: every problem on its line, the report written, the issue says so', async () => {
    const files = { ...world.files, 'ledger.yml': 'version: 2\nsite: {}\n' };
    const { exitCode, stdout, report, outputs } = await run({ files });
    expect(exitCode).toBe(1);
    expect(outputs['verdict']).toBe('invalid');
    expect(report?.findings.map(({ rule }) => rule)).toContain('ledger/invalid');
    expect(stdout).toMatch(/^::error title=[^\n]*,file=ledger\.yml,line=1,col=\d+::/m);
    expect(stdout).not.toMatch(/^\s+at /m);
  });

  test('names a file outside the work tree by a link: it is not read', async () => {
    const files = {
      ...world.files,
      'ledger.yml': world.files['ledger.yml']!.replace('docs/rollback.md', '../../../etc/passwd'),
    };
    const { exitCode, outputs, stdout } = await run({ files });
    expect([exitCode, outputs['verdict']]).toEqual([1, 'invalid']);
    expect(stdout).toContain('leads out of the repository');
  });
});

describe('GitHub', () => {
  const reportIsThere = (result: Awaited<ReturnType<typeof run>>) => {
    expect(result.report?.verdict).toBe('drift');
    expect(result.summary).toContain('www');
  };

  test('gives no token: says so, writes the report all the same', async () => {
    const result = await run({ inputs: { 'github-token': '' } });
    expect(result.exitCode).toBe(1);
    expect(errors(result.stdout)).toEqual([expect.stringMatching(/Not published: .*token/)]);
    expect(result.report?.unpublished).toHaveLength(1);
    reportIsThere(result);
  });

  test('refuses the token (403): names the permission', async () => {
    world.github.permissions.issues = 'read';
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(errors(result.stdout)).toEqual([expect.stringContaining('issues: write')]);
    expect(world.github.issues()).toEqual([]);
    reportIsThere(result);
  });

  test.each([
    'Resource protected by organization SAML enforcement. You must grant your OAuth token access to this organization.',
    'Although you appear to have the correct authorization credentials, the `example` organization has an IP allow list enabled.',
    'Repository was archived so is read-only.',
    'User is blocked',
  ])('refuses for a reason of its own (403), which is shown: %s', async (message) => {
    world.github.failNext({ status: 403, message, method: 'POST', path: /\/issues$/ });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(errors(result.stdout)).toEqual([expect.stringContaining(message.slice(0, 80))]);
    expect(result.stdout).not.toContain('issues: write');
    reportIsThere(result);
  });

  test('has locked the issue: it is closed all the same, and said to be locked, once', async () => {
    await run();
    world.github.editIssue(1, { isLocked: true });
    world.setMonth(1);
    const told = await run();
    expect(told.exitCode).toBe(1);
    expect(errors(told.stdout)).toEqual([expect.stringContaining('is locked')]);
    expect(told.stdout).not.toContain('issues: write');
    expect(world.github.issue(1)).toMatchObject({ state: 'closed', comments: [] });
    const later = await run();
    expect(later.exitCode, later.stdout).toBe(0);
    // Once people unlock it, the comment comes, and only then.
    world.github.editIssue(1, { isLocked: false, state: 'closed' });
    for (const _ of [1, 2]) await run();
    expect(world.github.issue(1)).toMatchObject({ state: 'closed', comments: [{}] });
  });

  test('has issues switched off (410): names the setting', async () => {
    world.github.settings.issues = false;
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(errors(result.stdout)).toEqual([expect.stringMatching(/issues/i)]);
    expect(result.report?.unpublished).toHaveLength(1);
    reportIsThere(result);
  });

  test('asks to wait: waits, then publishes', async () => {
    world.github.failNext(secondaryRateLimit(1));
    const result = await run();
    expect(result.exitCode, result.stdout).toBe(0);
    expect(world.github.issues()).toHaveLength(1);
  });

  test('fails once while an issue is made: one is made', async () => {
    const isDone = true;
    world.github.failNext({ status: 502, message: '', method: 'POST', path: /\/issues$/, isDone });
    const result = await run();
    expect(result.exitCode, result.stdout).toBe(0);
    expect(world.github.issues()).toHaveLength(1);
  });

  test('fails while an issue is made: it is not made twice', async () => {
    const [status, path] = [502, /\/issues$/];
    world.github.failNext({ status, message: 'Server Error', method: 'POST', path, times: 3 });
    const result = await run();
    expect(result.exitCode).toBe(1);
    expect(result.report?.unpublished).toHaveLength(1);
    expect(world.github.issues()).toEqual([]);
    expect((await run()).exitCode).toBe(0);
    expect(world.github.issues()).toHaveLength(1);
  });
});

describe('the marker in the issue', () => {
  test.each([
    ['is nonsense', (body: string) => body.replace(/state=\S+/, 'state=%%%nonsense%%%')],
    ['is cut', (body: string) => body.replace(/(state=\S{40})\S+/, '$1')],
    ['holds another ledger', (body: string) => body.replace(/ledger=\S+/, 'ledger=bm9wZQ==')],
    ['is gone', (body: string) => body.replace(/<!--[\s\S]*?-->/g, '')],
    ['is all there is', (body: string) => body.match(/<!--[\s\S]*?-->/)![0]],
  ])('%s: nothing breaks, one issue stays or one is made anew', async (_name, edit) => {
    await run();
    const [issue] = world.github.issues();
    world.github.editIssue(issue!.number, { body: edit(issue!.body) });
    const result = await run();
    expect(result.exitCode, result.stdout + result.stderr).toBe(0);
    const open = world.github.issues().filter(({ state }) => state === 'open');
    expect(open.length).toBeGreaterThan(0);
    expect(open.at(-1)?.body).toContain('203.0.113.20');
    await run();
    expect(world.github.issues().filter(({ state }) => state === 'open')).toHaveLength(open.length);
  });
});

describe('the world', () => {
  test('is out of reach altogether: not known, never broken, and the issue stays as it was', async () => {
    await run();
    world.setMonth(3);
    for (const server of Object.values(world.nameServers)) server.behaviour = 'silent';
    for (const site of world.rdap.sites) site.behaviour = 'silent';
    world.whois.behaviour = 'silent';
    const { outputs, report, exitCode, stdout } = await run({ inputs: { deadline: '2s' } });
    expect(exitCode, stdout).toBe(0);
    expect(outputs['verdict']).toBe('incomplete');
    const kinds = new Set(report?.findings.map(({ kind }) => kind));
    expect([...kinds].sort()).toEqual(['unknown']);
    expect(world.github.issues()[0]).toMatchObject({ state: 'open' });
  });

  test('is over when the deadline comes: what was not seen is not known', async () => {
    for (const server of Object.values(world.nameServers)) server.behaviour = 'silent';
    const { report, outputs } = await run({ inputs: { deadline: '1s', retries: '60s' } });
    expect(outputs['verdict']).toBe('incomplete');
    const codes = report?.findings
      .filter(({ rule }) => rule === 'probe/failed')
      .map(({ observed }) => observed);
    expect(codes?.length).toBeGreaterThan(5);
  });
});

describe('the process', () => {
  test('is stopped in the middle: publishes nothing', async () => {
    for (const server of Object.values(world.nameServers)) server.behaviour = 'silent';
    const seen = world.github.requests.length;
    const stopWhenBusy = async (kill: () => void) => {
      // The issues are read first, by two requests; then the run looks at the world, which is silent.
      while (world.github.requests.length < seen + 2) await new Promise((done) => setImmediate(done));
      kill();
    };
    const result = await run({
      inputs: { deadline: '5m', retries: '60s' },
      onStart: (child) => void stopWhenBusy(() => child.kill('SIGTERM')),
    });
    expect(result.exitCode).not.toBe(0);
    expect(world.github.requests.filter(({ method }) => method !== 'GET')).toEqual([]);
    expect(result.written).toEqual({});
    expect(result.stdout).toContain('Nothing was published');
  });

  test('finds the disk full: says so, and publishes all the same', async () => {
    const preload = path.join(import.meta.dirname, 'full-disk.mjs');
    const result = await run({ environment: { NODE_OPTIONS: `--import=${preload}` } });
    expect(result.exitCode).toBe(1);
    expect(errors(result.stdout)).toEqual([
      expect.stringMatching(/report\.json could not be written: ENOSPC/),
      expect.stringMatching(/calendar\.ics could not be written: ENOSPC/),
    ]);
    expect(result.written).toEqual({});
    expect(world.github.issues()).toHaveLength(1);
  });

  test('may not write the summary or the outputs: one line, no stack trace', async () => {
    const result = await run({ environment: { GITHUB_STEP_SUMMARY: '/dev/full' } });
    expect(result.stdout + result.stderr).not.toMatch(/^\s+at /m);
    expect(result.exitCode).toBe(1);
    expect(errors(result.stdout)).toEqual([
      expect.stringMatching(/GITHUB_STEP_SUMMARY could not be written: ENOSPC/),
    ]);
    expect(result.report?.verdict).toBe('drift');
    expect(world.github.issues()).toHaveLength(1);
  });

  test('is given a wrong input: one line that says what was expected', async () => {
    for (const [name, value] of [
      ['mode', 'weekly'],
      ['retries', 'soon'],
      ['connect-to', 'nonsense'],
      ['ca-file', '/nowhere.pem'],
      ['now', 'yesterday'],
      ['credentials', 'www.example.jp Authorization secret-value'],
    ] as const) {
      const { exitCode, stdout } = await run({ inputs: { [name]: value } });
      expect(exitCode, name).toBe(1);
      expect(errors(stdout), name).toHaveLength(1);
      expect(errors(stdout)[0]).toContain(name);
      expect(stdout).not.toMatch(/^\s+at /m);
      expect(stdout.replaceAll(/^::add-mask::.*$/gm, '')).not.toContain('secret-value');
    }
  });
});
