import fc from 'fast-check';
import { expect, test } from 'vitest';
import { languageOf } from '../../src/ledger/language.ts';
import { runsOf } from '../properties/runs.ts';

const of = (text: string) => languageOf(Buffer.from(text));

test.each([
  ['on a line of its own', 'site:\n  language: ja\n  name: Shop\n', 'ja'],
  [
    'on one line with the rest, of a ledger that cannot be read',
    'site: { name: Shop, language: ja }\nx: [',
    'ja',
  ],
  ['first on that line', 'site: {language: "ja", name: Shop}\n', 'ja'],
  ['in quotes, keys too', 'site: { "name": "Shop", "language": "ja" }\n', 'ja'],
  ['of an English ledger with Japanese inside', 'site: { name: あおば製菓, language: en }\nx: [', 'en'],
  ['with a full-width colon', 'site:\n  language：ja\n', 'ja'],
  ['in capitals', 'site: { language: JA }\n', 'ja'],
])('what the ledger says counts: %s', (_name, text, language) => {
  expect(of(text)).toBe(language);
});

test.each([
  [
    'most lines are English',
    'rollback:\n  what: the last release\n  where: the deploy console\n  note: サンプル\n',
    'en',
  ],
  [
    'most lines are Japanese',
    '# the ledger of a shop\nrollback:\n  what: 直前のリリース\n  where: 管理画面で戻す\n',
    'ja',
  ],
  ['keys and addresses alone', 'site: { name: A, url: "https://a.example/" }\n', 'en'],
  ['a comment about it', '# language: ja or en\n# write down what is known\n', 'en'],
  ['another word', 'site: { name: A, language: java }\n', 'en'],
  ['nothing', '', 'en'],
])('else what it is written in: %s', (_name, text, language) => {
  expect(of(text)).toBe(language);
});

test('is one of the two, whatever the bytes', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 500 }), (bytes) => {
      expect(['ja', 'en']).toContain(languageOf(bytes));
    }),
    runsOf(10_000, 200),
  );
});
