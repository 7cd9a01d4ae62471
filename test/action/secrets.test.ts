import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { openValidator } from '../../fixtures/world/openapi.ts';
import { type ActionRun, type RunOptions, runAction } from '../../fixtures/world/runner.ts';
import { startWorld, type World } from '../../fixtures/world/world.ts';

// A ledger into which somebody wrote a password, and one that everybody can read: what is told, and what is never shown.

const baseSha = 'b'.repeat(40);
const secrets = ['hunter2-himitsu', 'kumo9912kumo', 'Tr0ub4dor'];
const validator = openValidator();
let world: World;
let ledger: string;
beforeEach(async () => {
  world = await startWorld({ language: 'ja', validator });
  const [login] = /^ {4}login: .*$/m.exec(world.files['ledger.yml']!)!;
  ledger = world.files['ledger.yml']!.replace(
    login,
    `    login: "パスワード: ${secrets[0]}" # 予備の pw: ${secrets[1]}`,
  );
});
afterEach(async () => {
  expect(world.github.violations).toEqual([]);
  await world.close();
});

/** Everything that a run leaves behind. */
function everything({ stdout, stderr, summary, written, report }: ActionRun): string {
  const issues = world.github
    .issues()
    .flatMap(({ title, body, comments }) => [title, body, ...comments.map((each) => each.body)]);
  return [stdout, stderr, summary, ...Object.values(written), JSON.stringify(report), ...issues].join('\n');
}
const unhidden = (shown: string) => secrets.filter((secret) => shown.includes(secret));
const run = (options: Omit<RunOptions, 'world'> = {}) =>
  runAction({
    world,
    ...options,
    inputs: { retries: '0s,0s', ...options.inputs },
    files: { ...world.files, 'ledger.yml': ledger, ...options.files },
  });
const found = ({ report }: ActionRun) =>
  report?.findings
    .filter(({ rule }) => rule === 'ledger/secret-found')
    .map(({ id, location }) => [id, location.line]);

describe('a secret in the ledger', () => {
  test.each(['monthly', 'handover', 'recovery'])('is told, and never shown: %s', async (mode) => {
    world.setMonth(3);
    const told = await run({
      inputs: { mode },
      event: { name: 'workflow_dispatch' },
      environment: { GITHUB_REF: 'refs/heads/main' },
    });
    const line = ledger.slice(0, ledger.indexOf(secrets[0]!)).split('\n').length;
    expect(found(told)).toEqual([
      ['ledger/secret-found:access.common.login', line],
      [`ledger/secret-found:line ${line}`, line],
    ]);
    expect(told.report?.findings[0]).toMatchObject({ severity: 'critical', kind: 'drift' });
    const shown = everything(told);
    expect(unhidden(shown)).toEqual([]);
    expect(shown).toContain('access.common.login');
  });

  test('in a pull request, of a fork too: on its line, without its words', async () => {
    const number = world.github.addPullRequest({ title: 'Change' });
    world.github.files.set(`${baseSha}:ledger.yml`, world.files['ledger.yml']!);
    for (const head of [world.github.repository, 'somebody/fork']) {
      const told = await run({
        event: {
          name: 'pull_request',
          payload: {
            number,
            pull_request: {
              number,
              head: { ref: 'change', repo: { full_name: head } },
              base: { ref: 'main', sha: baseSha, repo: { full_name: world.github.repository } },
            },
          },
        },
      });
      expect(unhidden(everything(told))).toEqual([]);
      expect(
        unhidden(
          world.github
            .issue(number)!
            .comments.map(({ body }) => body)
            .join(),
        ),
      ).toEqual([]);
      expect(told.stdout).toMatch(/::error [^\n]*パスワードや鍵[^\n]*file=ledger\.yml,line=\d+/);
      expect(told.exitCode).toBe(head === world.github.repository ? 1 : 0);
    }
  });

  test('in a runbook and in a template: said with its lines, and shown in no draft', async () => {
    world.setMonth(3);
    ledger = world.files['ledger.yml']!;
    const [runbook, template] = ['docs/restore.md', 'docs/templates/first-report.md'];
    const withSecret = (file: string, secret: string) => `${world.files[file]!}\nパスワード「${secret}」\n`;
    const said = await run({
      inputs: { mode: 'recovery' },
      event: { name: 'workflow_dispatch' },
      environment: { GITHUB_REF: 'refs/heads/main' },
      files: {
        [runbook]: withSecret(runbook, secrets[0]!),
        [template]: withSecret(template, secrets[2]!),
      },
    });
    expect(found(said)?.map(([id]) => id)).toEqual([
      `ledger/secret-found:${runbook}`,
      `ledger/secret-found:${template}`,
    ]);
    const line = withSecret(runbook, '').split('\n').length - 1;
    expect(said.report?.findings.find(({ id }) => id.endsWith(runbook))?.title).toContain(String(line));
    const shown = everything(said);
    expect(unhidden(shown)).toEqual([]);
    expect(shown).toContain('パスワード「●●●●');
  });

  test('that may as well be a name fails nothing, and is shown in nothing', async () => {
    ledger = world.files['ledger.yml']!.replace(/^ {4}login: .*$/m, '    login: "PW: ERP2000"');
    const number = world.github.addPullRequest({ title: 'Change' });
    world.github.files.set(`${baseSha}:ledger.yml`, world.files['ledger.yml']!);
    const said = await run({
      event: {
        name: 'pull_request',
        payload: {
          number,
          pull_request: {
            number,
            head: { ref: 'change', repo: { full_name: world.github.repository } },
            base: { ref: 'main', sha: baseSha, repo: { full_name: world.github.repository } },
          },
        },
      },
    });
    expect(said.report?.findings.filter(({ rule }) => rule === 'ledger/secret-possible')).toMatchObject([
      { kind: 'notice', severity: 'warning', id: 'ledger/secret-possible:access.common.login' },
    ]);
    expect(said.exitCode).toBe(0);
    expect(said.stdout).toMatch(/::warning [^\n]*パスワードかもしれない[^\n]*file=ledger\.yml/);
    expect(everything(said)).not.toContain('ERP2000');
  });

  test('in a ledger that cannot be read', async () => {
    ledger = ledger.replace('version: 1', `version: 1\npassword: ${secrets[2]}4`);
    const told = await run();
    expect(told.report?.verdict).toBe('invalid');
    expect(found(told)?.map(([id]) => id)).toContain('ledger/secret-found:password');
    expect(unhidden(everything(told))).toEqual([]);
    // Beside what is to be corrected, and told as urgently as anywhere.
    const [issue] = world.github.issues();
    expect(issue!.body).toContain('password に、パスワードや鍵のように見えるもの');
    expect(issue!.body).toContain('変更(無効化)');
  });

  test('accept leaves it in the file, and shows it in no diff', async () => {
    const folder = await mkdtemp(path.join(tmpdir(), 'secrets-'));
    try {
      await mkdir(path.join(folder, '.git'));
      // Beside the line that is going to change.
      const text = ledger.replace(
        /^( *)- \{ name: www\.aoba-seika\.example, type: A,.*$/m,
        (line, indent) => `${indent}# pw: ${secrets[1]}\n${line}`,
      );
      expect(text).not.toBe(ledger);
      await writeFile(path.join(folder, 'ledger.yml'), text);
      world.scene.addresses['www.aoba-seika.example'] = ['203.0.113.20'];
      world.show();
      const options = Object.entries(world.inputs ?? {})
        .filter(([name]) => !['credentials', 'github-token', 'allow-private', 'ledger'].includes(name))
        .flatMap(([name, value]) => value.split('\n').map((line) => `--${name}=${line}`));
      const { stdout, stderr } = await runCommandLine(
        ['accept', '--allow-private', '--retries=0s,0s', ...options],
        { cwd: folder },
      );
      const out = stdout + stderr;
      expect(out).toContain('+');
      expect(out).toContain('203.0.113.20');
      expect(out).toContain('# pw: ●●●●');
      expect(unhidden(out)).toEqual([]);
      const after = await readFile(path.join(folder, 'ledger.yml'), 'utf8');
      expect(after).toContain(`# pw: ${secrets[1]}`);
      expect(after).toContain('203.0.113.20');
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

describe('phone numbers where everybody can read them', () => {
  beforeEach(() => {
    ledger = world.files['ledger.yml']!;
  });
  const told = ({ report }: ActionRun) =>
    report?.findings.filter(({ rule }) => rule === 'ledger/private-data-public');

  test('a private repository: nothing is said', async () => {
    expect(told(await run())).toEqual([]);
  });

  test('a public one: one finding, without a number in it', async () => {
    world.github.settings.private = false;
    world.github.settings.pushedAt = world.github.now;
    const public_ = await run();
    expect(told(public_)).toMatchObject([
      { id: 'ledger/private-data-public:contacts', severity: 'warning', kind: 'drift' },
    ]);
    const [{ location, title } = { location: { line: 0 }, title: '' }] = told(public_) ?? [];
    expect(ledger.split('\n')[location.line - 1]).toMatch(/phone|email/);
    expect(title).not.toMatch(/\d{4}/);
  });

  test('in a pull request the event says whether everybody can read it', async () => {
    const number = world.github.addPullRequest({ title: 'Change' });
    world.github.files.set(`${baseSha}:ledger.yml`, ledger);
    const event = (isPrivate: boolean) => ({
      name: 'pull_request',
      payload: {
        number,
        repository: { private: isPrivate },
        pull_request: {
          number,
          head: { ref: 'change', repo: { full_name: world.github.repository } },
          base: { ref: 'main', sha: baseSha, repo: { full_name: world.github.repository } },
        },
      },
    });
    expect(told(await run({ event: event(true) }))).toEqual([]);
    expect(told(await run({ event: event(false) }))).toHaveLength(1);
  });
});
