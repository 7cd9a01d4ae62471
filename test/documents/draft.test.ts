import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { draftReport, type KnownFields } from '../../src/documents/draft.ts';

const words = { mark: '← FILL', auto: ' (auto)' };
const known: KnownFields = {
  symptom: { lines: ['home answers with 500'], isWhole: true },
  impact: { lines: ['https://www.example.co.jp/'], isWhole: false },
  began: { lines: ['first seen 22:10'], isWhole: false },
  'next-update': { lines: ['23:10'], isWhole: true },
  timeline: { lines: ['22:10 first check', '22:40 provisional'], isWhole: false },
};
const example = (language: string, name: string) =>
  readFileSync(
    path.join(import.meta.dirname, `../../examples/${language}/docs/templates/${name}.md`),
    'utf8',
  );

describe('a first report', () => {
  test.each([
    [
      'ja',
      '【症状】home answers with 500 (auto)',
      '【次回の更新】23:10 (auto)',
      '【発生時刻】first seen 22:10 (auto) ← FILL',
    ],
    [
      'en',
      '**Symptom**: home answers with 500 (auto)',
      '**Next update at**: 23:10 (auto)',
      '**Began**: first seen 22:10 (auto) ← FILL',
    ],
  ])('from the example in %s', (language, ...expected) => {
    const lines = draftReport('first-report', example(language, 'first-report'), known, words).split('\n');
    for (const each of expected) expect(lines).toContainEqual(expect.stringContaining(each));
    // What is not known keeps its hint, and is marked.
    const measures = lines.find((line) => /暫定対応|Provisional measures/.test(line))!;
    expect(measures).toMatch(/\(.*\) ← FILL$/);
  });
});

test('a recovery report lists what was seen below its heading, and marks what nobody knows', () => {
  const lines = draftReport('recovery-report', example('en', 'recovery-report'), known, words).split('\n');
  const at = lines.indexOf('## Timeline');
  expect(lines.slice(at, at + 6)).toEqual([
    '## Timeline',
    '',
    '- 22:10 first check (auto)',
    '- 22:40 provisional (auto)',
    '',
    '← FILL',
  ]);
  expect(lines[lines.indexOf('- Direct cause: ← FILL')]).toBeDefined();
  expect(lines.filter((line) => line.startsWith('|'))).toEqual(
    example('en', 'recovery-report')
      .split('\n')
      .filter((line) => line.startsWith('|')),
  );
});

test('code, comments and ordinary words stay as they are', () => {
  const text = '```\nSymptom: x\n```\n<!-- Impact:\n-->\nThank you.\n';
  expect(draftReport('first-report', text, known, words)).toBe(text);
});

test('nothing of the template is lost', () => {
  for (const language of ['ja', 'en']) {
    const source = example(language, 'recovery-report');
    const draft = draftReport('recovery-report', source, {}, words);
    expect(draft.replaceAll(` ${words.mark}`, '').replaceAll(`\n\n${words.mark}`, '')).toBe(source);
  }
});

test('a line without end costs no more than a long one', () => {
  const text = `Symptom: ${'('.repeat(200_000)}`;
  expect(draftReport('first-report', text, known, words)).toBe(text);
});
