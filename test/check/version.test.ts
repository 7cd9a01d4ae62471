import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { parse } from 'yaml';
import { version } from '../../src/check/version.ts';

const root = new URL('../..', import.meta.url);

it('is the same in package.json and in the code', () => {
  expect(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version).toBe(version);
});

it('describes every input and output of action.yml in Japanese too', () => {
  const action = parse(readFileSync(new URL('action.yml', root), 'utf8'));
  const japanese = parse(readFileSync(new URL('docs/action.ja.yml', root), 'utf8'));
  expect(Object.keys(japanese.inputs)).toEqual(Object.keys(action.inputs));
  expect(Object.keys(japanese.outputs)).toEqual(Object.keys(action.outputs));
});
