import { readFileSync } from 'node:fs';
import { glob, readFile } from 'node:fs/promises';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { comparisonWords } from '../../src/documents/view.ts';
import { messagesFor } from '../../src/messages/index.ts';
import type { ReportedFinding } from '../../src/report/report.ts';
import { ruleNames } from '../../src/rules/index.ts';
import type { Language } from '../../src/text/language.ts';
import { checked } from '../checked.ts';

// Every rule about people and procedures: a ledger that it fires on, where, and one that it says nothing of; and what
// a reader is told, in both languages, one document for each family (`said/`).

const root = path.resolve(import.meta.dirname, '../../fixtures/ledgers/rules');
const now = '2026-11-23T10:00:00+09:00';
/** What is looked at has tests of its own, with servers (`test/probes`, `test/judge`). */
const probed = /^(?:http|tls|dns|mail|domain|backup|schedule|probe)\//;

const shown = ruleNames.filter((rule) => !probed.test(rule));

/** A page behind a login at `/login`, an error at `/broken`; all that is looked at ends here. */
const server = http.createServer(({ url }, response) => {
  response.writeHead(url === '/login' ? 401 : 500).end();
});
beforeAll(() => new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve)));
afterAll(() => new Promise((resolve) => server.close(resolve)));

const english = Object.entries(
  parse(readFileSync(path.join(root, 'words.en.yml'), 'utf8')) as Record<string, string>,
).sort(([one], [other]) => other.length - one.length);

/** What the header of a fixture says: `# key: value`. */
function header(text: string, key: string): string | null {
  return new RegExp(`^# ${key}: (.*)$`, 'm').exec(text)?.[1] ?? null;
}

async function read(rule: string, which: 'fires' | 'silent'): Promise<string> {
  return readFile(path.join(root, rule, `${which}.yml`), 'utf8');
}

async function found(rule: string, which: 'fires' | 'silent', language: Language) {
  const japanese = await read(rule, which);
  const text = language === 'ja' ? japanese : inEnglish(japanese);
  const { port } = server.address() as AddressInfo;
  const base = header(text, 'base');
  const before = base === null ? null : await readFile(path.join(root, rule, base), 'utf8');
  const accounts = header(text, 'accounts');
  const refusing = /^refuses (\S+)$/.exec(header(text, 'world') ?? '')?.[1];
  // Nothing listens on port 1.
  const places =
    header(text, 'world') === null
      ? null
      : `${refusing === undefined ? '' : `${refusing}:*=127.0.0.1:1\n`}*:*=127.0.0.1:${port}`;
  const { report } = await checked(`${rule}/${which}.yml`, text, {
    root,
    now,
    language,
    ...(before === null ? {} : { base: language === 'ja' ? before : inEnglish(before) }),
    isPublic: header(text, 'public') === 'true',
    ...(accounts === null ? {} : { accounts: accounts.split(', ') }),
    ...(places === null
      ? {}
      : { network: { 'connect-to': places, deadline: '5s', 'allow-private': 'true' } }),
  });
  return report.findings.filter((each) => each.rule === rule);
}

function inEnglish(text: string): string {
  return english.reduce((all, [japanese, word]) => all.replaceAll(japanese, word), text);
}

/** A finding in the words that the fixtures expect it in: `kind severity line:column subject, items`. */
function inShort({ id, rule, kind, severity, items, location }: ReportedFinding): string {
  const held = items.length === 0 ? 'no item' : `item ${items.join(' ')}`;
  return `${kind} ${severity}, ${held}, at ${location.line}:${location.column}: ${id.slice(rule.length + 1)}`;
}

describe.each(shown)('%s', (rule) => {
  test('fires where its ledger says, and once', async () => {
    const text = await read(rule, 'fires');
    const expected = header(text, 'expect');
    const findings = await found(rule, 'fires', 'ja');
    expect(findings.map(inShort)).toEqual([expected]);
    expect(findings.every(({ location }) => location.path === `${rule}/fires.yml`)).toBe(true);
    expect((await found(rule, 'fires', 'en')).map(({ id }) => id)).toEqual(findings.map(({ id }) => id));
  });

  test('says nothing of the other', async () => {
    expect((await found(rule, 'silent', 'ja')).map(inShort)).toEqual([]);
  });
});

test('every rule has its fixtures, and every fixture belongs to a rule', async () => {
  const folders: string[] = [];
  for await (const file of glob('*/*/fires.yml', { cwd: root })) folders.push(path.dirname(file));
  expect(folders.sort()).toEqual(shown.toSorted());
});

const japanese = /[\u3041-\u30ff\u4e00-\u9fff「」、。]/;
const rawSpan = /\b\d+(?:[smhdwy]| months?)\b/;
const rawDay = /\b\d{4}-\d{2}-\d{2}\b/;
const inCode = /`[^`]*`|「\d+m」/g;

describe.each(['ja', 'en'] as const)('what is said in %s', (language) => {
  const { report: words, rules: messages } = messagesFor(language);
  const of = Map.groupBy(shown, (rule) => rule.slice(0, rule.indexOf('/')));

  test.each([...of.keys()])('%s', async (family) => {
    const blocks: string[] = [`# ${family}/`];
    for (const rule of of.get(family)!) {
      const message = messages[rule];
      for (const finding of await found(rule, 'fires', language)) {
        const compared = comparisonWords(words, finding);
        const lines: (readonly [string, string | null])[] = [
          [compared.expected, finding.expected],
          [compared.observed, finding.observed],
          [words.findings.why, finding.why],
          [words.findings.remedy, finding.remedy],
          [words.explain.means, message.means],
        ];
        blocks.push(
          `## ${rule}`,
          `**${words.severities[finding.severity]}: ${finding.title}**`,
          lines.flatMap(([name, text]) => (text === null ? [] : [`- ${name}: ${text}`])).join('\n'),
        );
      }
    }
    const text = `${blocks.join('\n\n')}\n`;
    // Spans and days stand in the reader's form, and nothing is left in the other language.
    const told = text.replaceAll(inCode, '');
    if (language === 'ja') expect(told.match(rawSpan)).toBeNull();
    else expect(told.match(japanese)).toBeNull();
    expect(told.match(rawDay)).toBeNull();
    await expect(text).toMatchFileSnapshot(`said/${family}.${language}.md`);
  });
});
