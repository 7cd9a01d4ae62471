import { expect, test } from 'vitest';
import { outputFolder } from '../../src/check/output.ts';

test.each([
  ['out', 'ledger.yml', 'out/ledger.yml'],
  ['out//', './sites/a.yml', 'out/sites/a.yml'],
  ['', 'ledger.yml', './ledger.yml'],
  ['/', '/ledger.yml', '/ledger.yml'],
])('files of %j and %j go to %s', (folder, ledger, expected) => {
  expect(outputFolder(folder, ledger)).toBe(expected);
});
