import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { messagesFor } from '../../src/messages/index.ts';
import { parts, probes } from '../../src/probes/index.ts';
import { isRuleName, ruleNames } from '../../src/rules/index.ts';
import { languages } from '../../src/text/language.ts';

// The homes of a probe: its folder, its line in the table, the words of its part, the rules that it finds, its tests.
// Each test names the probes that somebody forgot.

const root = path.resolve(import.meta.dirname, '../..');
const folders = globSync('src/probes/*/index.ts', { cwd: root }).map((file) =>
  path.basename(path.dirname(file)),
);
const table = readFileSync(path.join(root, 'src/probes/index.ts'), 'utf8');

test('every folder of a probe is in the table, and every probe has its folder', () => {
  expect(folders.filter((folder) => !table.includes(`from './${folder}/index.ts'`))).toEqual([]);
  expect(folders.length).toBe(probes.length);
  for (const { name, part } of probes)
    expect([name, part].filter((word) => !/^[a-z]+$/.test(word))).toEqual([]);
});

test('every probe finds something in a test', () => {
  const tests = globSync('test/{probes,action}/*.test.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const finds = (rule: string) => tests.includes(rule.endsWith('/*') ? rule.slice(0, -1) : rule);
  expect(probes.filter(({ rules }) => !rules.some(finds)).map(({ name }) => name)).toEqual([]);
});

test('what a probe says that it finds are rules, and each rule is found by some code', () => {
  const unknown = probes.flatMap(({ rules }) =>
    rules.filter((rule) => {
      const family = rule.endsWith('/*') ? rule.slice(0, -1) : null;
      return family === null ? !isRuleName(rule) : !ruleNames.some((name) => name.startsWith(family));
    }),
  );
  expect(unknown).toEqual([]);
  const source = globSync('src/{probes,checklist,judge,check,ledger}/**/*.ts', { cwd: root })
    .map((file) => readFileSync(path.join(root, file), 'utf8'))
    .join('\n');
  const isMade = (rule: string) => new RegExp(`['"\`]${rule}['"\`]`).test(source);
  expect(ruleNames.filter((rule) => !isMade(rule))).toEqual([]);
});

test.each(languages)('every part has its words (%s)', (language) => {
  const words = messagesFor(language).report.parts;
  expect(Object.keys(words).toSorted()).toEqual(parts.toSorted());
  for (const part of parts) expect(words[part].count(2)).toContain('2');
});
