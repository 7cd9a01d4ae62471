import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { checkedAt, type Event, type Language } from '../../fixtures/world/story.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// Changes that nobody wrote down, as the built action finds them from month to month, and in a pull request.

const validator = openValidator();
let world: World;
afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

const what = { ja: '', en: '' };
/** Keeps the issue open from the first month, so that there is one to remember things in. */
const something: Event = {
  from: 1,
  what,
  change: (scene) => {
    scene.sites['www.aoba-seika.example']!.pages['/contact/'] = { status: 500 };
  },
};
const wwwMoves = (from: number, ...to: string[]): Event => ({
  from,
  what,
  change: (scene) => {
    scene.addresses['www.aoba-seika.example'] = to;
  },
});

async function open(language: Language, ...events: Event[]): Promise<void> {
  world = await startWorld({ language, validator, events: [something, ...events] });
}

/** The month's files; nobody writes a line of history but those given. */
function filesOf(edit: (ledger: string) => string = (ledger) => ledger, ...lines: string[]) {
  const today = checkedAt[world.month]!.slice(0, 10);
  const ledger = world.files['ledger.yml']!.replace(
    /^changes:\n((?: {2}- .*\n)+)/m,
    (_all, history: string) => {
      const kept =
        world.month === 1 ? history : history.replace(new RegExp(`^.*date: ${today},.*\n`, 'm'), '');
      return `changes:\n${lines.map((line) => `  - ${line}\n`).join('')}${kept}`;
    },
  );
  return { ...world.files, 'ledger.yml': edit(ledger) };
}

const run = (files: Readonly<Record<string, string>>, options: Omit<RunOptions, 'world'> = {}) =>
  runAction({ world, files, ...options, inputs: { retries: '0s,0s', ...options.inputs } });
type Run = Awaited<ReturnType<typeof run>>;
const unrecorded = ({ report }: Run) =>
  report?.findings.filter(({ rule }) => rule === 'change/unrecorded').map(({ id }) => id);
const lineOf = (files: Readonly<Record<string, string>>, { report }: Run) => {
  const line = report?.findings.find(({ rule }) => rule === 'change/unrecorded')?.location.line;
  return line === undefined ? undefined : files['ledger.yml']!.split('\n')[line - 1];
};
const comments = () => world.github.issues()[0]?.comments.length;

describe.each(['ja', 'en'] as const)('what is seen to have changed, in %s', (language) => {
  const www = ['change/unrecorded:www.aoba-seika.example/A'];

  test('is told once, at the claim, until a line is written', async () => {
    await open(language, wwwMoves(2, '203.0.113.20'));
    expect(unrecorded(await run(filesOf()))).toEqual([]);

    world.setMonth(2);
    const second = await run(filesOf());
    expect(unrecorded(second)).toEqual(www);
    expect(lineOf(filesOf(), second)).toContain('{ name: www.aoba-seika.example, type: A');
    const found = second.report?.findings.find(({ rule }) => rule === 'change/unrecorded');
    expect(found).toMatchObject({ kind: 'drift', severity: 'warning', items: [], party: 'maintenance' });
    expect(found?.title).toContain(
      { ja: '誰もこの変更を書き残していません', en: 'Nobody wrote down' }[language],
    );

    // What is hidden says what the last comment held, and nothing of it once that is known to be there.
    const shown = () => world.github.issues()[0]?.body.replaceAll(/<!--.*?-->/g, '');
    const body = shown();
    expect(unrecorded(await run(filesOf()))).toEqual(www);
    expect(shown()).toBe(body);
    expect(comments()).toBe(1);

    // A run that looks at something else neither forgets nor resolves it.
    expect(unrecorded(await run(filesOf(), { inputs: { only: 'certificates' } }))).toEqual(www);
    expect(comments()).toBe(1);

    world.setMonth(3);
    const third = await run(filesOf());
    expect(unrecorded(third)).toEqual(www);
    const since = third.report?.findings.find(({ rule }) => rule === 'change/unrecorded')?.since;
    expect(since).toBe(checkedAt[2]);

    world.setMonth(4);
    const line = '{ date: 2026-09-01, by: maintenance-desk, what: "www moved to a new server" }';
    expect(unrecorded(await run(filesOf((ledger) => ledger, line)))).toEqual([]);
  });

  test('is no news where a line was written in time', async () => {
    await open(language, wwwMoves(2, '203.0.113.20'));
    await run(filesOf());
    world.setMonth(2);
    const line = '{ date: 2026-08-20, by: maintenance-desk, what: "www moved to a new server" }';
    expect(unrecorded(await run(filesOf((ledger) => ledger, line)))).toEqual([]);
    // What was written of the last change does not stand for the next one.
    world.setMonth(3);
    const mx = world.scene.records.findIndex(({ type }) => type === 'MX');
    world.scene.records[mx] = { ...world.scene.records[mx]!, values: ['10 mail.kitahama-care.test'] };
    world.show();
    expect(unrecorded(await run(filesOf((ledger) => ledger, line)))).toEqual([
      'change/unrecorded:aoba-seika.example/MX',
    ]);
  });
});

describe('what was seen is compared with what was seen before', () => {
  test('a line that was written late, for a day before the last run, is a line', async () => {
    await open('en', wwwMoves(2, '203.0.113.20'));
    await run(filesOf());
    world.setMonth(2);
    expect(unrecorded(await run(filesOf()))).toHaveLength(1);
    const line = '{ date: 2026-07-30, by: maintenance-desk, what: "www moved to a new server" }';
    expect(unrecorded(await run(filesOf((ledger) => ledger, line)))).toEqual([]);
  });

  test('another address in the place of another one', async () => {
    await open('en', wwwMoves(1, '203.0.113.20'), wwwMoves(2, '203.0.113.31'));
    expect(unrecorded(await run(filesOf()))).toEqual([]);
    world.setMonth(2);
    expect(unrecorded(await run(filesOf()))).toEqual(['change/unrecorded:www.aoba-seika.example/A']);
  });

  test('answers that rotate are no change', async () => {
    await open(
      'en',
      wwwMoves(1, '203.0.113.20', '203.0.113.25'),
      wwwMoves(2, '203.0.113.31', '203.0.113.32'),
    );
    await run(filesOf());
    world.setMonth(2);
    const second = await run(filesOf());
    expect(second.report?.findings.map(({ id }) => id)).toContain(
      'dns/record-differs:www.aoba-seika.example/A',
    );
    expect(unrecorded(second)).toEqual([]);
  });

  test('certificates that renew themselves, and what breaks, are no change', async () => {
    const broken: Event = {
      from: 2,
      what,
      change: (scene) => {
        scene.sites['www.aoba-seika.example']!.intermediate = false;
        scene.sites['shop.aoba-seika.example']!.pages['/'] = { status: 503 };
        scene.sites['aoba-seika.example']!.plainPages['/'] = { status: 404 };
        scene.backups.lastNight = '2026-08-05T00:00:00Z';
      },
    };
    await open('en', broken);
    const kept = [];
    for (const month of [1, 2, 3, 4]) {
      world.setMonth(month);
      const result = await run(filesOf());
      kept.push(unrecorded(result));
      const rules = result.report?.findings.map(({ rule }) => rule);
      if (month === 2)
        expect(rules).toEqual(expect.arrayContaining(['backup/too-old', 'http/redirect-differs']));
    }
    expect(kept).toEqual([[], [], [], []]);
  });

  test('nothing is told where the history is kept elsewhere, or the marker is of an older version', async () => {
    await open('en', wwwMoves(2, '203.0.113.20'));
    const elsewhere = (ledger: string) =>
      ledger.replace('changes: ledger', 'changes: https://history.example/');
    await run(filesOf(elsewhere));
    world.setMonth(2);
    expect(unrecorded(await run(filesOf(elsewhere)))).toEqual([]);
    expect(unrecorded(await run(filesOf()))).toEqual([]);
  });

  test('an exception on the difference is its history', async () => {
    await open('en', wwwMoves(2, '203.0.113.20'));
    await run(filesOf());
    world.setMonth(2);
    const exception =
      'exceptions: [{ rule: dns/record-differs, subject: www.aoba-seika.example/A, because: "moving", until: 2026-12-31 }]';
    const files = filesOf((ledger) => ledger.replace('exceptions: []', exception));
    expect(unrecorded(await run(files))).toEqual([]);
  });

  test('what accept writes is a line of history', async () => {
    await open('en', wwwMoves(2, '203.0.113.20'));
    await run(filesOf());
    world.setMonth(2);
    const files = filesOf();
    expect(unrecorded(await run(files))).toHaveLength(1);
    const accepted = await accept(files);
    expect(accepted['ledger.yml']).toContain('values: [203.0.113.20]');
    expect(unrecorded(await run(accepted))).toEqual([]);
    world.setMonth(3);
    expect(unrecorded(await run(accepted))).toEqual([]);
  });
});

describe('what the ledger says has changed', () => {
  const expectsOther = (ledger: string) => ledger.replace('contains: [Shop]', 'contains: [Aoba Shop]');

  test('since the last run: told at the claim until a line is written', async () => {
    await open('en');
    await run(filesOf());
    world.setMonth(2);
    const files = filesOf(expectsOther);
    const second = await run(files);
    expect(unrecorded(second)).toEqual(['change/unrecorded:reality']);
    expect(lineOf(files, second)).toBe('    shop:');
    world.setMonth(3);
    expect(unrecorded(await run(filesOf(expectsOther)))).toEqual(['change/unrecorded:reality']);
    const line = '{ date: 2026-09-20, by: agency-desk, what: "the shop has a new title" }';
    expect(unrecorded(await run(filesOf(expectsOther, line)))).toEqual([]);
    world.setMonth(4);
    expect(unrecorded(await run(filesOf(expectsOther, line)))).toEqual([]);
  });

  test('nothing, where it only looks different', async () => {
    await open('en');
    await run(filesOf());
    world.setMonth(2);
    expect(unrecorded(await run(filesOf(rewritten)))).toEqual([]);
  });
});

/** The same claims: a remark, other spaces, another order, people and dates that moved on. */
function rewritten(ledger: string): string {
  const claims = ledger.split('\n').filter((line) => line.startsWith('    - { name: shop.'));
  expect(claims).toHaveLength(1);
  return ledger
    .replace(`${claims[0]}\n`, '')
    .replace(
      '  dns:\n',
      `  dns: # records\n${claims[0]?.replace('.31, 203.0.113.32', '.32,   203.0.113.31')}\n`,
    )
    .replace('name: Suzuran Design, front desk', 'name: Suzuran Design, new desk')
    .replace(/reviewed: \S+/, 'reviewed: 2026-08-02');
}

describe('a pull request', () => {
  const baseSha = 'b'.repeat(40);
  beforeEach(async () => {
    world = await startWorld({ language: 'en', validator, events: [] });
    world.github.files.set(`${baseSha}:ledger.yml`, world.files['ledger.yml']!);
  });

  function propose(edit: (ledger: string) => string) {
    const repository = { full_name: world.github.repository };
    const number = world.github.addPullRequest({ title: 'Change the ledger' });
    const files = { ...world.files, 'ledger.yml': edit(world.files['ledger.yml']!) };
    const event = {
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
    };
    return run(files, { event });
  }
  const expectsOther = (ledger: string) =>
    ledger.replace('every-address: true\n      expect: { status: 200, contains: [Shop] }', (text) =>
      text.replace('[Shop]', '[Aoba Shop]'),
    );
  const withLine = (ledger: string) =>
    ledger.replace('changes:\n', 'changes:\n  - { date: 2026-08-02, what: "the shop has a new title" }\n');

  test('that changes a claim and no line of history fails on the changed line', async () => {
    const result = await propose(expectsOther);
    expect(unrecorded(result)).toEqual(['change/unrecorded:reality']);
    expect(result.exitCode).toBe(1);
    const files = { 'ledger.yml': expectsOther(world.files['ledger.yml']!) };
    expect(lineOf(files, result)).toContain('contains: [Aoba Shop]');
    expect(result.stdout).toMatch(/^::warning title=The ledger says something else of shop now/m);
  });

  test('that says so in the history passes', async () => {
    const result = await propose((ledger) => withLine(expectsOther(ledger)));
    expect(unrecorded(result)).toEqual([]);
    expect(result.exitCode, result.stdout).toBe(0);
  });

  test('that takes a claim away is told at the claims', async () => {
    const result = await propose((ledger) => ledger.replace(/^ {4}example\.jp: .*\n/m, ''));
    expect(unrecorded(result)).toEqual(['change/unrecorded:reality']);
    expect(result.report?.findings[0]?.title).toContain('example.jp');
  });

  test('that changes no claim passes', async () => {
    expect(unrecorded(await propose(rewritten))).toEqual([]);
    expect(unrecorded(await propose(withLine))).toEqual([]);
    expect(unrecorded(await propose((ledger) => ledger))).toEqual([]);
  });
});

describe('check --base', () => {
  test('tells the same, in both languages', async () => {
    await open('ja');
    const before = world.files['ledger.yml']!;
    const after = before.replace('renewal: manual', 'renewal: automatic');
    for (const [language, words] of [
      ['ja', '誰もこの変更を書き残していません'],
      ['en', 'nobody wrote down why'],
    ] as const) {
      const { stdout } = await cli({ 'ledger.yml': after, 'before.yml': before }, [
        'check',
        '--offline',
        '--base',
        'before.yml',
        '--language',
        language,
        '--now',
        world.now,
      ]);
      expect(stdout.replace(/\s/g, '')).toContain(words.replace(/\s/g, ''));
      expect(stdout).toContain('change/unrecorded');
    }
    const same = await cli({ 'ledger.yml': after, 'before.yml': after }, [
      'check',
      '--offline',
      '--base',
      'before.yml',
      '--now',
      world.now,
    ]);
    expect(same.stdout).not.toContain('change/unrecorded');
  });
});

async function accept(files: Readonly<Record<string, string>>): Promise<Record<string, string>> {
  const network = Object.entries({ ...world.inputs, retries: '0s,0s' }).flatMap(([name, value]) =>
    value.split('\n').map((line) => `--${name}=${line}`),
  );
  const { status, stderr, ledger } = await cli(files, ['accept', ...network]);
  expect(status, stderr).toBe(0);
  return { ...files, 'ledger.yml': ledger };
}

/** Runs the built command line in a folder of its own; gives the ledger as it is afterwards. */
async function cli(files: Readonly<Record<string, string>>, args: readonly string[]) {
  const folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-change-'));
  try {
    await mkdir(path.join(folder, '.git'));
    for (const [name, text] of Object.entries(files)) {
      await mkdir(path.dirname(path.join(folder, name)), { recursive: true });
      await writeFile(path.join(folder, name), text);
    }
    const result = await runCommandLine(args, { cwd: folder, environment: { LANG: 'C' } });
    return { ...result, ledger: await readFile(path.join(folder, 'ledger.yml'), 'utf8') };
  } finally {
    await rm(folder, { recursive: true });
  }
}
