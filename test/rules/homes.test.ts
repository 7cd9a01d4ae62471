import { execFile } from 'node:child_process';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, test } from 'vitest';
import { generatedDocuments } from '../../scripts/documents.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import type { RuleMessage } from '../../src/messages/rule-message.ts';
import { gapRules, ruleNames, ruleOf, rules } from '../../src/rules/index.ts';
import type { Question } from '../../src/rules/rule.ts';
import { checked } from '../checked.ts';

// The homes of a rule: its entry, two messages, the reference, `explain`, `exceptions`, and what shows that it fires.
// Each test names the rules that somebody forgot.

const root = path.resolve(import.meta.dirname, '../..');
const languages = ['ja', 'en'] as const;

test.each(languages)('every rule has its words, and every gap its question (%s)', (language) => {
  const messages = messagesFor(language).rules;
  const isBlank = (text: string | undefined) => text === undefined || !/\S/.test(text);
  const wordless = ruleNames.filter((rule) => {
    const { means, why, remedy } = messages[rule];
    return [means, why, remedy].some(isBlank);
  });
  expect(wordless).toEqual([]);
  expect(gapRules.filter((rule) => isBlank(messages[rule].question))).toEqual([]);
  expect(Object.keys(messages).toSorted()).toEqual(ruleNames.toSorted());
});

test('what is asked is what is missing, and nothing else', () => {
  const missing = ruleNames.filter((rule) => [ruleOf(rule).kind].flat().includes('gap'));
  expect(gapRules).toEqual(missing);
  expect(gapRules.length).toBeGreaterThan(40);
});

test('what is open with a whole thing is a gap of its own', () => {
  const opened = gapRules.flatMap((rule) => {
    const { whole }: Question = rules[rule].question;
    return Object.keys(whole?.opens ?? {});
  });
  expect(opened.length).toBeGreaterThan(20);
  expect(opened.filter((rule) => !(gapRules as readonly string[]).includes(rule))).toEqual([]);
});

test('a rule without items names its cause', () => {
  const causeless = ruleNames.filter((rule) => ruleOf(rule).items.length === 0 && !ruleOf(rule).cause);
  expect(causeless).toEqual([]);
});

test.each(['docs/rules.md', 'docs/rules.ja.md'])('every rule is in the reference (%s)', async (file) => {
  const generated = new Map(await generatedDocuments(root));
  const listed = [...generated.get(file)!.matchAll(/^## (.+)$/gm)].map(([, name]) => name);
  expect(listed).toEqual(ruleNames.toSorted());
});

test('explain knows the rules that an exception may name, and no others', async () => {
  const names = [
    ...Object.keys(messagesFor('en').rules),
    ...[
      'tls/expird',
      'tls/',
      'tls',
      'TLS/expired',
      'constructor',
      'toString',
      '__proto__',
      'backup/unheard-of',
    ],
  ];
  expect(await explained(names)).toEqual(await accepted(names));
  expect((await accepted(names)).toSorted()).toEqual(ruleNames.toSorted());
});

/** Those that the command line explains, of all in one process. */
async function explained(names: readonly string[]): Promise<string[]> {
  const script = `
    import { main } from ${JSON.stringify(path.join(root, 'src/cli/command-line.ts'))};
    const known = [];
    for (const name of ${JSON.stringify(names)}) {
      await main(['explain', name]);
      if (process.exitCode === 0) known.push(name);
    }
    process.exitCode = 0;
    console.log('\\nknown: ' + JSON.stringify(known));`;
  const { stdout } = await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', script], {
    env: { PATH: process.env['PATH'] ?? '', LANG: 'C' },
    maxBuffer: 1 << 24,
  });
  return JSON.parse(/^known: (.*)$/m.exec(stdout)?.[1] ?? 'null');
}

/** Those that a ledger's exceptions take, of all in one ledger. */
async function accepted(names: readonly string[]): Promise<string[]> {
  const before = [
    'version: 1',
    'site: { name: Sample, url: "https://www.example.com/", language: en }',
    'exceptions:',
  ];
  const lines = names.map((name) => `  - { rule: "${name}", subject: s, because: b, until: 2026-12-01 }`);
  const { report } = await checked('ledger.yml', [...before, ...lines, ''].join('\n'), {
    root,
    now: '2026-11-23T10:00:00Z',
  });
  const refused = new Set(
    report.findings.filter(({ rule }) => rule === 'ledger/invalid').map(({ location }) => location.line),
  );
  return names.filter((_, index) => !refused.has(before.length + index + 1));
}

test('every rule has a ledger that it fires on and one that it says nothing of, or a test that names it', () => {
  const cases = path.join(root, 'fixtures/ledgers/rules');
  const withCases = (which: string) =>
    new Set(globSync(`*/*/${which}.yml`, { cwd: cases }).map((file) => path.dirname(file)));
  const [fires, silent] = [withCases('fires'), withCases('silent')];
  const tests = globSync('test/{checklist,probes,judge}/*.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const isNamed = (rule: string) => new RegExp(`(?<![\\w/-])${rule}(?![\\w-])`).test(tests);
  expect(ruleNames.filter((rule) => !(fires.has(rule) && silent.has(rule)) && !isNamed(rule))).toEqual([]);
  expect([...fires].filter((rule) => !(ruleNames as readonly string[]).includes(rule))).toEqual([]);
});

describe.each(languages)('what was observed of a hole (%s)', (language) => {
  const messages = messagesFor(language).rules;
  const format = formatFor(language, 'UTC', { parties: {}, contacts: {} });
  const observed = (rule: keyof typeof messages, data: object) =>
    (messages[rule] as RuleMessage<object>).say(data, format).observed;
  const holes = [null, { type: 'unknown' }, { type: 'none', reason: 'never needed' }] as const;

  test('is said in the same words for every gap', () => {
    const said = holes.map((hole) => observed('emergency/missing', { condition: null, hole }));
    expect(new Set(said).size).toBe(3);
    expect(said[2]).toContain('never needed');
    expect(holes.map((hole) => observed('access/no-login', { access: 'server', hole }))).toEqual(said);
    expect(
      holes.map((hole) => observed('contact/single-channel', { contact: 'a', channels: 0, hole })),
    ).toEqual(said);
  });

  test('gives way to what stands there', () => {
    const hole = null;
    expect(observed('contact/single-channel', { contact: 'a', channels: 1, hole })).toMatch(/1/);
    expect(observed('access/no-mfa', { access: 'server', hole: undefined })).toBeNull();
    expect(observed('contact/no-fallback', { contact: 'a' })).toBeNull();
  });
});
