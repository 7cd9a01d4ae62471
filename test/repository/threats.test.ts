import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { readThreats } from '../../scripts/threats.ts';

// The table of threats in SECURITY.md, which `npm run attack` goes by.

const root = path.resolve(import.meta.dirname, '../..');
const threats = readThreats(readFileSync(path.join(root, 'SECURITY.md'), 'utf8'));
const named = new Set(threats.flatMap(({ tests }) => tests));
const among = (pattern: string) =>
  globSync(pattern, { cwd: root }).map((file) => file.split(path.sep).join('/'));

test('names a test that there is in every row', () => {
  const all = new Set(among('test/**/*.test.ts'));
  expect(threats.length).toBeGreaterThan(0);
  expect(threats.filter(({ tests }) => tests.length === 0)).toEqual([]);
  expect([...named].filter((file) => !all.has(file))).toEqual([]);
});

test('names every test of attacks', () => {
  const attacks = among('test/attacks/*.test.ts');
  expect(attacks.length).toBeGreaterThan(0);
  expect(attacks.filter((file) => !named.has(file))).toEqual([]);
});
