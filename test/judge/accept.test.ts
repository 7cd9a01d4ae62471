import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// `recovery-ledger accept`, as a user starts it: the world moves, the ledger follows, and no other byte changes.

let world: World;
let folder: string;
const ledger = () => path.join(folder, 'ledger.yml');

beforeAll(async () => {
  world = await startWorld({ language: 'ja' });
});
afterAll(() => world.close());
beforeEach(async () => {
  world.setMonth(1);
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-accept-'));
  await mkdir(path.join(folder, '.git'));
  for (const [name, text] of Object.entries(world.files)) {
    await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
    await writeFile(path.join(folder, name), text);
  }
  return () => rm(folder, { recursive: true });
});

function run(...args: readonly string[]) {
  const network = Object.entries({ ...world.inputs, retries: '0s,0s' }).flatMap(([name, value]) =>
    value.split('\n').map((line) => `--${name}=${line}`),
  );
  const options = network.filter((each) => !/^--(credentials|github-token|allow-private)=/.test(each));
  return runCommandLine([...args, ...options, '--allow-private', '--language', 'en'], {
    cwd: folder,
    environment: { ...world.environment, RECOVERY_LEDGER_CREDENTIALS: world.credentials },
  });
}

const move = () => {
  world.scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
  world.show();
};

describe('accept', () => {
  test('the world moves, the ledger follows, and everything else stays byte for byte', async () => {
    expect((await run('check')).status).toBe(0);
    move();
    expect((await run('check')).status).toBe(1);
    const before = await readFile(ledger(), 'utf8');
    const { status, stdout, stderr } = await run('accept');
    expect(status, stderr).toBe(0);
    expect(stdout).toContain('-    - { name: www.aoba-seika.example, type: A, values: [203.0.113.10],');
    expect(stderr).toContain('1 value written as seen');
    const after = await readFile(ledger(), 'utf8');
    const changed = after.split('\n').filter((line) => !before.split('\n').includes(line));
    expect(changed).toHaveLength(2);
    expect(changed[0]).toContain('203.0.113.20');
    expect(changed[1]).toMatch(
      /^ {2}- \{ date: 2026-08-03, by: \w+, what: ".*www.*\(203\.0\.113\.10 → 203\.0\.113\.20\)/,
    );
    expect(after.split('\n').filter((line) => line.includes('#'))).toEqual(
      before.split('\n').filter((line) => line.includes('#')),
    );
    expect((await run('check')).status).toBe(0);
  });

  test('--dry-run shows the same change and writes nothing', async () => {
    move();
    const before = await readFile(ledger());
    const { status, stdout, stderr } = await run('accept', '--dry-run');
    expect(status).toBe(0);
    expect(stdout).toContain('203.0.113.20');
    expect(stderr).toContain('would be written');
    expect(await readFile(ledger())).toEqual(before);
  });

  test('--only takes findings by their ids, and names those that there are', async () => {
    move();
    const unknown = await run('accept', '--only', 'dns/record-differs:nope/A');
    expect(unknown.status).toBe(2);
    expect(unknown.stderr).toContain('dns/record-differs:www.aoba-seika.example/A');
    const one = await run(
      'accept',
      '--only',
      'dns/record-differs:www.aoba-seika.example/A',
      '--by',
      'agency',
    );
    expect(one.status, one.stderr).toBe(0);
    expect(await readFile(ledger(), 'utf8')).toContain(
      'by: agency, what: "ledger brought in line with what was seen',
    );
  });

  test('nothing to accept is told, and no fault', async () => {
    const { status, stdout, stderr } = await run('accept');
    expect([status, stdout]).toEqual([0, '']);
    expect(stderr).toContain('nothing in which the ledger may simply be behind');
  });

  test('where nothing could be seen, nobody says that nothing is behind: 3, as check', async () => {
    const alone = (command: string) =>
      runCommandLine(
        [command, '--language', 'en', '--retries', '0s', '--resolver', '127.0.0.1:9', '--deadline', '3s'],
        {
          cwd: folder,
          environment: {},
        },
      );
    const { status, stdout, stderr } = await alone('accept');
    expect([status, stdout], stderr).toEqual([3, '']);
    expect(stderr).toContain('could not be looked at');
    expect(stderr).not.toContain('nothing in which');
  });

  test('--by somebody whom the ledger does not know is refused before anything is written', async () => {
    move();
    const before = await readFile(ledger());
    const { status, stderr } = await run('accept', '--by', 'agancy');
    expect(status).toBe(2);
    expect(stderr).toContain('Did you mean agency?');
    expect(await readFile(ledger())).toEqual(before);
  });

  test('a ledger that cannot be read is left alone', async () => {
    await writeFile(ledger(), 'version: 1\nsite: {}\n');
    const { status, stderr } = await run('accept');
    expect(status).toBe(2);
    expect(stderr).toContain('cannot be read');
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('the file keeps its permissions', async () => {
    move();
    await chmod(ledger(), 0o600);
    await run('accept');
    expect((await stat(ledger())).mode & 0o777).toBe(0o600);
  });
});
