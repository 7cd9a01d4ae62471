import { describe, expect, test } from 'vitest';
import { renderMarkdown } from '../../src/documents/markdown.ts';
import { renderTerminal } from '../../src/documents/terminal.ts';
import { noHolidays, now, parsedOf, reportOf } from './sample.ts';

const site = 'version: 1\nsite: { name: Sample, url: "https://www.example.com/", language: en }\n';
const parties = 'parties: { client: Client Ltd, maintenance: Keepers | Ltd, agency: Agency Ltd }\n';
const text = `${site}${parties.replace('Keepers | Ltd', '"Keepers | Ltd"')}responsibility:
  decision: { party: client, stand-in: maintenance }
  operation: { party: maintenance }
  accountability: { party: maintenance, approved-by: client }
  deliverables:
    first-report: { fills: maintenance, approves: client }
`;
const input = (ledger: string, language: 'ja' | 'en') => ({
  report: { ...reportOf(), language },
  parsed: parsedOf(ledger),
  holidays: noHolidays,
  now,
});
const markdown = (ledger: string, language: 'ja' | 'en' = 'en', units = 60_000) =>
  renderMarkdown(input(ledger, language), { units, bytes: 180_000 });
const terminal = (ledger: string, language: 'ja' | 'en' = 'en') =>
  renderTerminal(
    { ...input(ledger, language), source: { bytes: new TextEncoder().encode(ledger) } },
    { colour: false, width: 100 },
  );

describe('the table of responsibility', () => {
  test('topics and deliverables against the parties; what nobody has is marked', () => {
    const body = markdown(text);
    const row = (name: string) => body.split('\n').find((line) => line.startsWith(`| ${name} |`));
    expect(row('decision')).not.toContain('⚠️');
    for (const name of ['operation', 'communication', 'the first report']) {
      expect(row(name), name).toContain('⚠️');
    }
    // Whoever approves stands in.
    expect(row('accountability')).not.toContain('⚠️');
    expect(body).toContain('Keepers \\| Ltd');
  });

  test.each(['ja', 'en'] as const)(
    'all with one party is said, in the issue and on the terminal (%s)',
    (language) => {
      const all = ['decision', 'operation', 'communication', 'access', 'accountability'];
      const one = `${site}${parties.replace('Keepers | Ltd', 'K')}responsibility:\n${all.map((topic) => `  ${topic}: { party: client }\n`).join('')}`;
      const said =
        language === 'ja' ? 'すべてClient Ltdに集まっています' : 'All five topics lie with Client Ltd';
      expect(markdown(one, language)).toContain(said);
      expect(terminal(one, language)).toContain(said);
      expect(markdown(text, language)).not.toContain(said);
      expect(terminal(text, language)).toContain(language === 'ja' ? '未定: ' : 'Not decided: ');
    },
  );

  test('gives way where there is no room, and is absent where the ledger says nothing', () => {
    const full = markdown(text);
    expect(full).toContain('<details><summary>Who is responsible');
    expect(markdown(text, 'en', full.length - 200)).not.toContain('<details><summary>Who is responsible');
    expect(markdown(site)).not.toContain('<details><summary>Who is responsible');
  });
});
