import { existsSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { optionsOf } from '../../src/check/options.ts';
import { languageOf } from '../../src/ledger/language.ts';
import { noteOf } from '../../src/ledger/schema/key.ts';
import { Site } from '../../src/ledger/schema.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { joining, languages } from '../../src/text/language.ts';

// The homes of a language, beside those that TypeScript names. Each test names what a language lacks.

const root = path.resolve(import.meta.dirname, '../..');
const filesOf = (language: string) => readdirSync(path.join(root, 'src/messages', language)).toSorted();

test.each(languages)('%s has every file of words, its habits, and itself as its language', (language) => {
  expect(filesOf(language)).toEqual(filesOf('en'));
  expect(messagesFor(language).language).toBe(language);
  expect(joining[language].comma.trim()).not.toBe('');
  expect(formatFor(language, 'UTC', { parties: {}, contacts: {} }).language).toBe(language);
});

test.each(languages)('a ledger in %s is read as one, and a run can be asked for it', (language) => {
  const ledger = `version: 1\nsite: { name: 1, url: "https://a.example/", language: ${language} }\n`;
  expect(languageOf(new TextEncoder().encode(ledger))).toBe(language);
  expect(Site.shape.language.parse(language)).toBe(language);
  expect(optionsOf('check').language.form.read(language, 'language')).toBe(language);
});

test.each(languages)('keys, options and pages speak %s', (language) => {
  const notes: Readonly<Record<string, unknown>> = { ...noteOf(Site.shape.name) };
  expect(notes[language]).toEqual(expect.any(String));
  expect(optionsOf('check').offline[language]).toEqual(expect.any(String));
  const suffix = language === 'en' ? '' : `.${language}`;
  const pages = ['README', 'docs/command-line', 'docs/rules', 'docs/providers', 'docs/backup-recipes'];
  const files = [
    ...pages.map((page) => `${page}${suffix}.md`),
    `docs/issue.${language}.md`,
    `examples/${language}/ledger.yml`,
    `examples/answers.${language}.yml`,
  ];
  expect(files.filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
});
