import { spawn, spawnSync } from 'node:child_process';
import { openSync } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { builtProgram } from '../../fixtures/world/built.ts';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';
import { version } from '../../src/check/version.ts';
import { ledgerJsonSchema } from '../../src/ledger/json-schema.ts';
import { reportJsonSchema } from '../../src/report/json-schema.ts';

// The built command line, as a user starts it.

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
let world: World;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-cli-'));
  await cp(path.join(root, 'examples/ja'), folder, { recursive: true });
  await mkdir(path.join(folder, '.git'));
  await mkdir(path.join(folder, 'sub'));
  await writeFile(path.join(folder, 'broken.yml'), 'version: 1\nsite: { name: A }\n');
  world = await startWorld({ language: 'en' });
});
afterAll(async () => {
  await Promise.all([world.close(), rm(folder, { recursive: true })]);
});

function run(
  args: readonly string[],
  options: { cwd?: string; env?: Record<string, string>; input?: string } = {},
) {
  return runCommandLine(args, {
    cwd: options.cwd ?? folder,
    ...(options.input === undefined ? {} : { input: options.input }),
    environment: {
      LANG: 'C',
      ...world.environment,
      RECOVERY_LEDGER_CREDENTIALS: world.credentials,
      ...options.env,
    },
  });
}

const offline = ['--offline', '--now', '2026-11-23T00:00:00Z'];

describe('check', () => {
  test('prints the report and nothing else; 0 where all agrees', async () => {
    const { status, stdout, stderr } = await run(['check', ...offline]);
    expect(status).toBe(0);
    expect(stderr).toBe('');
    expect(stdout).toContain('現実とは突き合わせていません');
    expect(stdout).not.toContain('\u001b');
  });

  test('a ledger outside the current work tree is read in its own', async () => {
    const elsewhere = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-elsewhere-'));
    try {
      await cp(path.join(root, 'examples/ja'), path.join(elsewhere, 'a'), { recursive: true });
      await cp(path.join(root, 'examples/ja'), path.join(elsewhere, 'b'), { recursive: true });
      for (const [named, from] of [
        [path.join(elsewhere, 'a/ledger.yml'), folder],
        ['../a/ledger.yml', path.join(elsewhere, 'b')],
        [path.join(elsewhere, '[a]/ledger.yml'), folder],
      ] as const) {
        const { status, stdout, stderr } = await run(['check', named, ...offline], { cwd: from });
        expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
        expect(stdout).toContain('10項目のうち 10項目');
      }
      // Two of one name would be one report.
      const both = await run(['check', `${elsewhere}/*/ledger.yml`, ...offline]);
      expect(both.status).toBe(0);
      const two = await run(['check', `${elsewhere}/a/ledger.yml`, `${elsewhere}/b/ledger.yml`, ...offline]);
      expect(two.stderr).toContain('ledger.yml');
    } finally {
      await rm(elsewhere, { recursive: true });
    }
  });

  test('a ledger on standard input is read as if it lay in this folder', async () => {
    const input = await readFile(path.join(folder, 'ledger.yml'), 'utf8');
    const { status, stdout, stderr } = await run(['check', '-', ...offline], { input });
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
    expect(stdout).toContain('10項目のうち 10項目');
    const broken = await run(['check', '-', ...offline], { input: 'version: 1\nsite: { name: A }\n' });
    expect(broken.status).toBe(2);
    expect(broken.stdout).toContain('-:2:1');
    expect((await run(['questions', '-'], { input })).status).toBe(0);
    expect((await run(['accept', '-'], { input })).status).toBe(2);
  });

  test('a secret in a ledger that cannot be read is told with its place, and not shown', async () => {
    const text = 'version: 1\nsite: { name: A }\nlogin: "パスワード: hunter2-abc"\n';
    await writeFile(path.join(folder, 'secret.yml'), text);
    const { status, stdout, stderr } = await run(['check', 'secret.yml', '--offline', '--language', 'ja']);
    expect(status).toBe(2);
    await rm(path.join(folder, 'secret.yml'));
    expect(stdout).toMatch(/secret\.yml:3:\d+\n.*パスワードや鍵/);
    expect(stdout).toContain('変更(無効化)');
    expect(stdout + stderr).not.toContain('hunter2');
  });

  test('what YAML refuses is told in the reader’s language alone', async () => {
    for (const text of [
      'a: "b\n',
      'site: { name: A\n',
      'a: b\n c: d\n',
      'a: %b\n',
      'a: "\\q"\n',
      'a: [1] 2\n',
    ]) {
      await writeFile(path.join(folder, 'syntax.yml'), text);
      const { status, stdout } = await run(['check', 'syntax.yml', '--offline', '--language', 'ja']);
      expect(status).toBe(2);
      const [, said = ''] = /\d+:\d+\n([\s\S]*?)(?:\n +\d+ \||$)/.exec(stdout) ?? [];
      await rm(path.join(folder, 'syntax.yml'));
      expect(said).toContain('YAML');
      expect(said).not.toMatch(/[a-z]{3,} [a-z]{2,}/);
    }
  });

  test('1 for drift, 2 for a ledger that cannot be read, and the worst of several', async () => {
    const later = ['--offline', '--now', '2027-11-23T00:00:00Z'];
    expect((await run(['check', ...later])).status).toBe(1);
    const broken = await run(['check', 'broken.yml', '--offline', '--language', 'en']);
    expect(broken.status).toBe(2);
    expect(broken.stdout).toContain('broken.yml:2:1');
    expect((await run(['check', 'ledger.yml', 'broken.yml', ...later])).status).toBe(2);
  });

  test('3 where something could not be seen', async () => {
    const args = [
      'check',
      ...offline.slice(1),
      '--connect-to',
      '*:*=127.0.0.1:1',
      '--retries',
      '0s',
      '--only',
      'dns',
    ];
    const { status, stdout } = await run([...args, '--root-hints', 'a.root.example=127.0.0.1:1']);
    expect(status, stdout).toBe(3);
  });

  test('--only without people says nothing of when they last looked', async () => {
    await writeFile(
      path.join(folder, 'unreviewed.yml'),
      'version: 1\nsite: { name: A, url: "https://a.example/" }\n',
    );
    const rulesOf = async (args: readonly string[]) => {
      const { stdout } = await run(['check', 'unreviewed.yml', ...offline, '--format', 'json', ...args]);
      return JSON.parse(stdout).findings.map(({ rule }: { rule: string }) => rule);
    };
    expect(await rulesOf([])).toContain('ledger/review-due');
    expect(await rulesOf(['--only', 'people'])).toContain('ledger/review-due');
    expect(await rulesOf(['--only', 'dns'])).not.toContain('ledger/review-due');
    await rm(path.join(folder, 'unreviewed.yml'));
  });

  test('--format json is what the schema says: one report, or a list', async () => {
    const ajv = new Ajv2020({ strict: false, allErrors: true });
    addFormats.default(ajv);
    const validate = ajv.compile(reportJsonSchema());
    const check = (report: unknown) => {
      validate(report);
      expect(validate.errors).toBeNull();
    };
    check(JSON.parse((await run(['check', ...offline, '--format', 'json'])).stdout));
    check(JSON.parse((await run(['check', 'broken.yml', '--format=json', '--offline'])).stdout));
    const several = JSON.parse((await run(['check', '*.yml', ...offline, '--format', 'json'])).stdout);
    expect(several).toHaveLength(2);
    for (const report of several) check(report);
    const seen = await run(['check', ...inWorld(), '--format', 'json', 'ledger.yml'], { cwd: await site() });
    check(JSON.parse(seen.stdout));
  });

  test('--format markdown is the issue’s text', async () => {
    const { stdout } = await run(['check', ...offline, '--format', 'markdown']);
    expect(stdout).toMatch(/^<!-- recovery-ledger/);
    expect(stdout).toContain('そろっている10項目');
  });

  test('--language rules over the ledger’s own', async () => {
    const { stdout } = await run(['check', ...offline, '--language', 'en']);
    expect(stdout).toContain('not compared with reality');
  });

  test('--output-dir holds the report', async () => {
    const target = path.join(folder, 'out');
    await run(['check', ...offline, '--output-dir', target]);
    expect(JSON.parse(await readFile(path.join(target, 'ledger.yml/report.json'), 'utf8'))).toMatchObject({
      verdict: 'match',
      score: { met: 10 },
    });
  });

  test('looks at the world through public options alone', async () => {
    world.setMonth(2);
    const { status, stdout } = await run(['check', ...inWorld()], { cwd: await site() });
    expect(status, stdout).toBe(1);
    expect(stdout).toContain('dns/record-differs');
    expect(stdout).toContain('tls/incomplete-chain');
  });

  test('--base tells what a change does', async () => {
    const before = await readFile(path.join(folder, 'ledger.yml'), 'utf8');
    await writeFile(path.join(folder, 'after.yml'), before.replace(/^templates:[\s\S]*?(?=^\S)/m, ''));
    const { stdout, status } = await run([
      'check',
      'after.yml',
      ...offline,
      '--base',
      'ledger.yml',
      '--language',
      'en',
    ]);
    expect(status).toBe(0);
    expect(stdout).toContain('In place: 10 → 9 of 10 items');
    expect(stdout).toContain('template/missing');
    expect(await run(['check', 'after.yml', 'ledger.yml', ...offline, '--base', 'ledger.yml'])).toMatchObject(
      {
        status: 2,
        stdout: '',
      },
    );
    expect(await run(['check', ...offline, '--base', 'nowhere.yml'])).toMatchObject({
      status: 2,
      stdout: '',
    });
  });

  test('finds ledgers from a folder further in, and names them from the root', async () => {
    const sub = path.join(folder, 'sub');
    const { stdout } = await run(['check', '../ledger.yml', ...offline, '--format', 'json'], { cwd: sub });
    expect(JSON.parse(stdout)).toMatchObject({ ledger: { path: 'ledger.yml' }, score: { met: 10 } });
    const absolute = await run(['check', path.join(folder, 'ledger.yml'), ...offline], { cwd: sub });
    expect(absolute.status).toBe(0);
  });
});

test('asks GitHub for nobody: there is no token here, and nobody expects it', async () => {
  world.setMonth(1);
  const target = await site();
  const ledger = path.join(target, 'ledger.yml');
  const text = await readFile(ledger, 'utf8');
  await writeFile(ledger, text.replace(/ {4}party: maintenance\n/, '$&    github: nobody-here\n'));
  const { stdout } = await run(['check', '--format', 'json', ...inWorld()], { cwd: target });
  const report = JSON.parse(stdout);
  expect(report.verdict).toBe('match');
  expect(report.notAsked).toEqual([]);
  expect(report.observations.some(({ probe }: { probe: string }) => probe === 'account')).toBe(false);
  expect(stdout).not.toContain('nobody-here');
});

/** The world's own inputs as options. */
function inWorld(): string[] {
  return Object.entries({ ...world.inputs, retries: '0s,0s' }).flatMap(([name, value]) =>
    value.split('\n').flatMap((line) => [`--${name}`, line]),
  );
}

async function site(): Promise<string> {
  const target = path.join(folder, `site-${world.month}`);
  for (const [name, text] of Object.entries(world.files)) {
    await mkdir(path.dirname(path.join(target, name)), { recursive: true });
    await writeFile(path.join(target, name), text);
  }
  await mkdir(path.join(target, '.git'), { recursive: true });
  return target;
}

describe('wrong usage', () => {
  test.each<[string, readonly string[], RegExp]>([
    ['no command', [], /Usage/],
    ['no such command', ['chek'], /Unknown command: chek/],
    ['no such option', ['check', '--ofline'], /--ofline.*--offline/],
    ['an option of another command', ['accept', '--offline'], /accept has no option --offline/],
    ['no such option of a command without any', ['schema', '--offline'], /schema has no option --offline/],
    [
      'no such format',
      ['check', '--format', 'yaml'],
      /--format: expected text, json, markdown, html \(given: yaml\)/,
    ],
    ['no such language', ['check', '--language', 'fr'], /--language: expected/],
    ['no time', ['check', '--now', 'soon'], /--now: expected an ISO time/],
    ['no ledger', ['check', 'nowhere.yml'], /There is no ledger at nowhere\.yml/],
    ['a folder', ['check', 'docs'], /docs is a folder/],
    ['a glob without a match', ['check', '*.yaml'], /No file matches \*\.yaml/],
    ['no roots', ['check', '--ca-file', 'nowhere.pem'], /--ca-file: the file cannot be read/],
    ['no rule', ['explain'], /explain \[OPTION…\] RULE/],
    ['no such rule', ['explain', 'tls/expird'], /Did you mean tls\/expired\?/],
  ])('%s: one clear line on standard error, status 2', async (_name, args, expected) => {
    const { status, stdout, stderr } = await run(args);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toMatch(expected);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  test('is told in the user’s language', async () => {
    const { stderr } = await run(['check', 'nowhere.yml'], { env: { LANG: 'ja_JP.UTF-8' } });
    expect(stderr).toContain('台帳 nowhere.yml が見つかりません');
  });

  test('credentials of the environment are read, and never shown', async () => {
    const env = { RECOVERY_LEDGER_CREDENTIALS: 'a b c secret-value' };
    const { status, stderr } = await run(['check', ...offline], { env });
    expect(status).toBe(2);
    expect(stderr).not.toContain('secret-value');
  });
});

test('explain says what a rule means, in both languages', async () => {
  const english = await run(['explain', 'tls/incomplete-chain']);
  expect(english).toMatchObject({ status: 0, stderr: '' });
  expect(english.stdout).toMatch(/full chain/);
  const japanese = await run(['explain', 'tls/incomplete-chain', '--language', 'ja']);
  expect(japanese.stdout).toContain('中間証明書');
});

test('schema prints the schema of the ledger', async () => {
  const { stdout, status } = await run(['schema']);
  expect(status).toBe(0);
  expect(stdout).toBe(`${JSON.stringify(ledgerJsonSchema(), null, 2)}\n`);
});

test('what a name holds steers no terminal, and is no command to a runner', async () => {
  const evil = 'x\n::error::y\u001b[31m\r##[group]';
  const lines = await Promise.all(
    [
      [evil],
      ['check', evil],
      ['check', `--${evil}`],
      ['check', `--now=${evil}`],
      ['check', '--base', evil],
      ['explain', evil],
    ].map(async (args) => (await run(args)).stderr),
  );
  for (const stderr of lines) {
    expect(stderr).toContain('error');
    expect(stderr).not.toMatch(/[\u001b\r]|^\s*::|##\[/m);
  }
});

test.each([['--version'], ['--help'], ['check', '--offline']])(
  'a full disk behind stdout is no success: %s',
  async (...args) => {
    const run = spawnSync(process.execPath, [builtProgram('cli'), ...args], {
      cwd: folder,
      stdio: ['ignore', openSync('/dev/full', 'w'), 'pipe'],
      encoding: 'utf8',
    });
    expect(run.status).toBe(4);
    expect(run.stderr).toContain('ENOSPC');
  },
);

test('--version and --help', async () => {
  expect(await run(['--version'])).toEqual({
    status: 0,
    stdout: `${version} (Node.js ${process.versions.node}, ${process.platform}-${process.arch})\n`,
    stderr: '',
  });
  expect((await run(['--help'])).stdout).toContain('\n  check [LEDGER…] ');
});

test('on a Node that is too old: one clear line', async () => {
  const old = "Object.defineProperty(process,'versions',{value:{...process.versions,node:'22.18.0'}})";
  const env = { NODE_OPTIONS: `--import=data:text/javascript,${encodeURIComponent(old)}` };
  expect(await run(['check', ...offline], { env })).toEqual({
    status: 2,
    stdout: '',
    stderr: 'recovery-ledger needs Node 22.19 or newer; this is Node 22.18.0.\n',
  });
});

test('a reader that goes away is no error', async () => {
  const shell = spawn(
    'sh',
    ['-c', `"${process.execPath}" "${builtProgram('cli')}" schema | head -1; echo $?`],
    {
      cwd: folder,
    },
  );
  let output = '';
  let errors = '';
  shell.stdout.on('data', (data) => {
    output += data;
  });
  shell.stderr.on('data', (data) => {
    errors += data;
  });
  await new Promise((done) => shell.on('close', done));
  expect(output).toBe('{\n0\n');
  expect(errors).toBe('');
});
