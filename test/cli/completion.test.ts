import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'completion-'));
const script = path.join(folder, 'completion.bash');

beforeAll(async () => {
  const { status, stdout } = await runCommandLine(['completion', 'bash'], { cwd: folder });
  expect(status).toBe(0);
  writeFileSync(script, stdout);
  writeFileSync(path.join(folder, 'ledger.yml'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

/** What bash offers for the last of the words. */
function offered(...words: string[]): string[] {
  const typed = words.map((word) => `'${word}'`).join(' ');
  const lines = `source completion.bash; COMP_WORDS=(recovery-ledger ${typed}); COMP_CWORD=${words.length}; _recovery_ledger; printf '%s\\n' "\${COMPREPLY[@]}"`;
  return execFileSync('bash', ['--norc', '-c', lines], { cwd: folder, encoding: 'utf8' })
    .split('\n')
    .filter((line) => line !== '');
}

describe('bash completes', () => {
  test.each([
    ['a command', ['ch'], ['check']],
    ['an option of the command', ['check', '--offl'], ['--offline']],
    ['no option of another command', ['explain', '--offl'], []],
    ['a closed value', ['check', '--format', 'ma'], ['markdown']],
    ['a rule', ['explain', 'tls/incomplete'], ['tls/incomplete-chain']],
    ['a file', ['check', 'led'], ['ledger.yml']],
    ['a file of an option', ['check', '--base', 'led'], ['ledger.yml']],
    ['a shell', ['completion', 'z'], ['zsh']],
  ])('%s', (_what, words, expected) => {
    expect(offered(...words)).toEqual(expected);
  });
});

test('a shell that it does not know is a mistake, with what was meant', async () => {
  const { status, stdout, stderr } = await runCommandLine(['completion', 'fissh'], { cwd: folder });
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('fish');
});
