import path from 'node:path';
import { afterEach, expect, test } from 'vitest';
import { builtFolder, builtProgram, startBuildIn } from '../../fixtures/world/built.ts';
import { runCommandLine } from '../../fixtures/world/command-line.ts';
import { version } from '../../src/check/version.ts';

const root = path.resolve(import.meta.dirname, '../..');
const { RECOVERY_LEDGER_DIST: folder, RECOVERY_LEDGER_COMPILED: compiled } = process.env;
afterEach(() => startBuildIn(folder!, compiled));

test('what the tests start is a build of this run, not the committed one', async () => {
  expect(path.relative(root, builtFolder()).split(path.sep)[0]).toBe('..');
  expect(await runCommandLine(['--version'], { cwd: root })).toEqual({
    status: 0,
    stdout: expect.stringContaining(`${version} (`),
    stderr: '',
  });
});

test('where nobody built anything, nothing is started in its place', () => {
  delete process.env['RECOVERY_LEDGER_DIST'];
  expect(() => builtProgram('action')).toThrow('names no build');
});
