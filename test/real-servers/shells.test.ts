import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runCommandLine } from '../../fixtures/world/command-line.ts';

// Debian's own fish and zsh read the scripts that the command line prints for them.

const folder = mkdtempSync(path.join(tmpdir(), 'shells-'));
const run = (shell: string, ...args: string[]) =>
  execFileSync(shell, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, HOME: folder } });

beforeAll(async () => {
  for (const [shell, file] of [
    ['fish', 'completion.fish'],
    ['zsh', '_recovery-ledger'],
  ] as const) {
    const { status, stdout } = await runCommandLine(['completion', shell], { cwd: folder });
    expect(status).toBe(0);
    writeFileSync(path.join(folder, file), stdout);
  }
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each([
  ['recovery-ledger ch', 'check'],
  ['recovery-ledger check --offl', '--offline'],
  ['recovery-ledger check --format ma', 'markdown'],
  ['recovery-ledger explain tls/incomplete', 'tls/incomplete-chain'],
])('fish completes %s', (typed, expected) => {
  const lines = run('fish', '--no-config', '-c', `source completion.fish; complete -C '${typed}'`).split(
    '\n',
  );
  expect(lines.map((line) => line.split('\t')[0])).toContain(expected);
});

test('zsh loads its script as a completion of the command', () => {
  const lines = `fpath=($PWD $fpath); autoload -U compinit; compinit -u -D; print $_comps[recovery-ledger]; autoload +X _recovery-ledger; zsh -n _recovery-ledger && print read`;
  expect(run('zsh', '-f', '-c', lines)).toBe('_recovery-ledger\nread\n');
});
