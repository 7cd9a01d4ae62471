// Runs the tests that SECURITY.md's table of threats names, and prints how many attacks and faults each row was tried
// with. Given a file that vitest's JSON reporter wrote, reads that instead of running anything: `.ci/run` has run them.
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readThreats } from './threats.ts';

interface Results {
  readonly testResults: readonly {
    readonly name: string;
    readonly assertionResults: readonly {
      readonly status: string;
      readonly meta?: { readonly attacks?: number };
    }[];
  }[];
}

const root = path.resolve(import.meta.dirname, '..');
const threats = readThreats(readFileSync(path.join(root, 'SECURITY.md'), 'utf8'));
const files = [...new Set(threats.flatMap(({ tests }) => tests))].sort();

function runAll(): Results {
  const folder = mkdtempSync(path.join(tmpdir(), 'recovery-ledger-attack-'));
  try {
    const file = path.join(folder, 'results.json');
    const reporters = ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
    spawnSync('vitest', ['run', ...reporters, ...files], { cwd: root, stdio: 'inherit' });
    return JSON.parse(readFileSync(file, 'utf8'));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const [written] = process.argv.slice(2);
const results: Results = written === undefined ? runAll() : JSON.parse(readFileSync(written, 'utf8'));

interface Count {
  readonly held: number;
  readonly failed: number;
}
const sum = (counts: readonly Count[]): Count => ({
  held: counts.reduce((total, { held }) => total + held, 0),
  failed: counts.reduce((total, { failed }) => total + failed, 0),
});

/** A file that did not run, or of which a test was left out, did not hold. */
function countOf(file: string): Count {
  const tests = results.testResults
    .filter(({ name }) => path.relative(root, name).split(path.sep).join('/') === file)
    .flatMap(({ assertionResults }) => assertionResults);
  if (tests.length === 0) return { held: 0, failed: 1 };
  return sum(
    tests.map(({ status, meta }) => {
      const attacks = meta?.attacks ?? 1;
      return status === 'passed' ? { held: attacks, failed: 0 } : { held: 0, failed: attacks };
    }),
  );
}

const counts = new Map(files.map((file) => [file, countOf(file)] as const));
const all = sum([...counts.values()]);
const rows = threats.map(({ who, tests }) => [who, sum(tests.map((file) => counts.get(file)!))] as const);
console.table(Object.fromEntries([...rows, ['all, each once', all]]));
if (all.failed > 0) process.exitCode = 1;
