import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { version } from '../../src/check/version.ts';

const root = new URL('../..', import.meta.url);

it('is the same in package.json and in the code', () => {
  expect(JSON.parse(readFileSync(new URL('package.json', root), 'utf8')).version).toBe(version);
});
