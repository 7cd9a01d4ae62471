import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// Exceptions, as the built action takes them: one that silences nothing is told, where that could be known.

const validator = openValidator();
let world: World;
afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

describe.each(['ja', 'en'] as const)('an exception that silences nothing, in %s', (language) => {
  beforeEach(async () => {
    world = await startWorld({ language, validator });
  });

  function filesWith(rule: string, subject: string, until = '2026-12-31') {
    const exceptions = `exceptions:\n  - { rule: ${rule}, subject: "${subject}", because: agreed, until: ${until} }\n`;
    return {
      ...world.files,
      'ledger.yml': world.files['ledger.yml']!.replace('exceptions: []\n', exceptions),
    };
  }

  async function told(rule: string, subject: string, options: Omit<RunOptions, 'world'> = {}) {
    const result = await runAction({
      world,
      files: filesWith(rule, subject),
      ...options,
      inputs: { retries: '0s,0s', ...options.inputs },
    });
    const found = result.report!.findings.filter((each) => each.rule.startsWith('ledger/exception-'));
    for (const { title } of found) expect(title).toContain(subject);
    return found.map(({ id }) => id);
  }
  const unused = ['ledger/exception-unused:exceptions.0'];

  test('is a notice on its line, and no reason to open the issue', async () => {
    const { report } = await runAction({
      world,
      files: filesWith('tls/incomplete-chain', 'www.aoba-seika.example'),
      inputs: { retries: '0s,0s' },
    });
    const found = report!.findings.find(({ rule }) => rule === 'ledger/exception-unused');
    expect(found).toMatchObject({ kind: 'notice', severity: 'info', items: [], excepted: null });
    const line = filesWith('tls/incomplete-chain', 'x')['ledger.yml'].split('\n')[found!.location.line - 1];
    expect(line).toContain('rule: tls/incomplete-chain');
    expect(report?.verdict).toBe('match');
    expect(world.github.issues()).toEqual([]);
  });

  test('is none where it silences something', async () => {
    world.setMonth(2);
    expect(await told('tls/incomplete-chain', 'www.aoba-seika.example')).toEqual([]);
    expect(await told('dns/record-differs', 'www.aoba-seika.example/A')).toEqual([]);
  });

  test('is told of what the ledger’s text alone decides, and of what it does not name any more', async () => {
    expect(await told('access/no-mfa', 'server')).toEqual(unused);
    expect(await told('http/server-error', 'old-campaign')).toEqual(unused);
    expect(await told('access/console-unreachable', 'server')).toEqual(unused);
  });

  test('is none where its claim was not looked at this time', async () => {
    expect(
      await told('dns/record-differs', 'www.aoba-seika.example/A', { inputs: { only: 'certificates' } }),
    ).toEqual([]);
    // A run on another branch reads no credentials: backups and accounts are not asked for.
    const elsewhere = { environment: { GITHUB_REF: 'refs/heads/other' } };
    expect(await told('backup/too-old', 'daily', elsewhere)).toEqual([]);
    expect(await told('tls/incomplete-chain', 'www.aoba-seika.example', elsewhere)).toEqual(unused);
    // An event that allows no look at all.
    const event = { name: 'merge_group' };
    const { stdout } = await runAction({ world, files: filesWith('backup/too-old', 'daily'), event });
    expect(stdout).not.toMatch(/exception-unused|silences nothing|例外/);
  });

  test('is none where the look failed', async () => {
    delete world.scene.addresses['app.mimamori.example'];
    for (const site of world.rdap.sites) site.behaviour = 'silent';
    world.show();
    expect(await told('access/console-unreachable', 'monitoring')).toEqual([]);
  });

  test('is none where nothing is known from earlier', async () => {
    expect(await told('change/unrecorded', 'reality')).toEqual([]);
    expect(await told('schedule/was-late', '.github/workflows/recovery-ledger.yml')).toEqual([]);
  });

  test('is told as ended after its day, and no more as unused', async () => {
    const files = filesWith('tls/incomplete-chain', 'www.aoba-seika.example', '2026-08-02');
    const { report } = await runAction({ world, files, inputs: { retries: '0s,0s' } });
    expect(
      report?.findings.filter(({ rule }) => rule.startsWith('ledger/exception-')).map(({ id }) => id),
    ).toEqual(['ledger/exception-expired:exceptions.0']);
  });
});
