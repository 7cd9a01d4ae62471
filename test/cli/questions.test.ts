import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { type GapRule, gapRules } from '../../src/rules/index.ts';

const root = path.resolve(import.meta.dirname, '../..');
let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-questions-'));
  await mkdir(path.join(folder, '.git'));
});
afterEach(() => rm(folder, { recursive: true }));

const run = (...args: string[]) =>
  runCommandLine(['questions', ...args], { cwd: folder, environment: { LANG: 'C' } });

const write = (text: string) => writeFile(path.join(folder, 'ledger.yml'), text);
const site = 'version: 1\nsite: { name: Sample, url: "https://www.example.com/", language: en }\n';

/** The mail to one party, from its heading to the next. */
const mailTo = (stdout: string, party: string) =>
  stdout.split(/^■ /m).find((mail) => mail.startsWith(`To ${party}\n`)) ?? '';

/** Asked together with a wider question, in the same words. */
const within: readonly GapRule[] = ['contact/no-fallback', 'evidence/no-viewer'];
/** Raised only by answers that are there already, and do not fit together or are not enough. */
const conflicts: readonly GapRule[] = [
  'contact/starts-at-person',
  'decision/same-person',
  'decision/unreachable-together',
  'target/out-of-order',
  'target/takes-too-long',
  'target/waits-too-long',
  'access/mfa-single-holder',
  'access/doer-cannot-enter',
  'responsibility/one-party',
  'backup/no-second-place',
];

test.each(['ja', 'en'] as const)('without a ledger everything is asked (%s)', async (language) => {
  const { status, stdout, stderr } = await run('--language', language);
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  const { questions, rules } = messagesFor(language);
  const unasked = gapRules.filter((rule) => !stdout.includes(rules[rule].question));
  expect(unasked.toSorted()).toEqual([...within, ...conflicts].toSorted());
  for (const topic of Object.values(questions.topics)) expect(stdout).toContain(topic);
  expect(stdout).not.toContain('example.com');
});

test('a ledger with version and site alone asks the same, by its name', async () => {
  const before = await run('--language', 'en');
  await write(site);
  const { status, stdout } = await run();
  expect(status).toBe(0);
  expect(stdout.replaceAll('when Sample breaks', 'when the site breaks')).toBe(before.stdout);
});

test('the complete example has nothing open', async () => {
  await cp(path.join(root, 'examples/ja'), folder, { recursive: true });
  const { status, stdout } = await run();
  expect(status).toBe(0);
  expect(stdout).toBe('ledger.yml: 未回答の項目はありません。\n');
});

test('gaps go to the party responsible, merged, numbered anew in each mail, with their keys', async () => {
  await write(`${site}parties: { client: Client Ltd, maintenance: Keepers Ltd, hosting: Hosts Ltd }
responsibility:
  decision: { party: client, stand-in: maintenance }
  access: { party: hosting, stand-in: client, emergency: unknown }
rollback: { what: release, takes: unknown }
access:
  server: { console: "https://console.example.com/", login: unknown }
  monitoring: { console: "https://monitor.example.com/" }
`);
  const { status, stdout } = await run();
  expect(status).toBe(0);
  const hosts = mailTo(stdout, 'Hosts Ltd');
  expect(hosts).toMatch(/^1\. /m);
  expect(hosts.match(/Where is the account kept\?/g)).toHaveLength(1);
  expect(hosts).toContain('access.server.login, access.monitoring.login');
  expect(hosts).toContain('responsibility.access.emergency');
  const keepers = mailTo(stdout, 'Keepers Ltd');
  expect(keepers).toMatch(/^1\. /m);
  expect(keepers).toContain('rollback.takes');
  expect(keepers).not.toContain('rollback.what');
  expect(mailTo(stdout, 'Client Ltd')).toContain('decisions.publication.deputy');
  // Nobody of this ledger is an agency, so nobody is asked in its place.
  expect(stdout).toMatch(/^■ Addressee to be decided$[^■]*templates\.first-report/m);
});

test('--vendor asks the maintenance vendor alone; markdown escapes what the ledger says', async () => {
  await write(
    `${site.replace('Sample', '"A <b> @x"')}parties: { maintenance: Keepers Ltd, client: Client Ltd }\n`,
  );
  const { status, stdout } = await run('--vendor', '--format', 'markdown');
  expect(status).toBe(0);
  expect(stdout.match(/^## .+$/gm)).toEqual(['## To Keepers Ltd']);
  expect(stdout.match(/^### .+$/gm)).toEqual(
    ['Decision', 'Operation', 'Communication', 'Access', 'Accountability'].map((topic) => `### ${topic}`),
  );
  expect(stdout).toContain('`rollback.takes`');
  expect(stdout).not.toContain('<b>');
  expect(stdout).not.toContain('@x');
});

test('wrong usage and a ledger that cannot be read: status 2, in words, nothing on standard output', async () => {
  await write('version: 1\nsite: { name: A }\n');
  for (const args of [['--format', 'html'], ['--wrong'], ['missing.yml'], ['a.yml', 'b.yml'], []]) {
    const { status, stdout, stderr } = await run(...args);
    expect({ args, status, stdout }).toEqual({ args, status: 2, stdout: '' });
    expect(stderr).not.toMatch(/^\s+at /m);
    expect(stderr.trim()).not.toBe('');
  }
  expect((await run()).stderr).toMatch(/^ledger\.yml:2:\d+: /);
});

test('what hangs on a missing responsibility is not asked for each topic, but for its own sake', async () => {
  await write(site);
  const { stdout } = await run();
  const about = (question: string) => {
    const lines = stdout.split('\n');
    const at = lines.findIndex((line) => line.includes(question));
    return lines[at + 1] ?? '';
  };
  const { rules } = messagesFor('en');
  expect(about(rules['responsibility/no-stand-in'].question)).toContain('decision, operation');
  expect(about(rules['responsibility/escalation-missing'].question)).toContain(
    'responsibility.communication.escalate',
  );
  expect(about(rules['responsibility/deliverable-missing'].question)).toContain(
    'responsibility.deliverables',
  );
});
