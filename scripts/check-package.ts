// Packs what `npm publish` would upload, installs that file alone in an empty folder, as `npx recovery-ledger` does,
// and starts it on the oldest Node that it is made for, on the action's, and on the newest. Needs the package registry
// for those Nodes; the package itself is installed without one.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = new URL('..', import.meta.url).pathname;
const folder = mkdtempSync(join(tmpdir(), 'recovery-ledger-package-'));
const run = (command: string, args: readonly string[], cwd: string) =>
  execFileSync(command, args, { cwd, encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] }).trim();
const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];

/** The file of the package, in `folder`. */
function pack(): string {
  const [packed] = JSON.parse(
    run('npm', ['pack', '--json', '--loglevel=error', '--pack-destination', folder], root),
  );
  return join(folder, packed.filename);
}

/** A folder with this package in it and nothing else. */
function install(name: string, what: string, ...more: string[]): string {
  const home = join(folder, name);
  mkdirSync(home);
  writeFileSync(join(home, 'package.json'), '{ "private": true }');
  run('npm', ['install', ...quiet, ...more, what], home);
  return join(home, 'node_modules');
}

const problems: string[] = [];
try {
  const modules = install('user', pack(), '--offline');
  const installed = readdirSync(modules).filter((name) => !name.startsWith('.'));
  if (installed.join() !== 'recovery-ledger') problems.push(`installs ${installed.join(', ')}`);
  cpSync(join(root, 'examples/en'), join(folder, 'site'), { recursive: true });
  const program = join(modules, 'recovery-ledger/dist/cli.js');
  for (const version of ['22', '24', 'latest']) {
    const node = join(install(version, `node@${version}`), 'node/bin/node');
    const shown = run(node, [program, '--version'], folder);
    const args = ['check', '--offline', '--now', '2026-11-23T00:00:00Z', '--format', 'json'];
    const report = JSON.parse(run(node, [program, ...args], join(folder, 'site')));
    console.log(`${shown}: ${report.verdict}, ${report.score?.met} of 10`);
    if (report.verdict !== 'match') problems.push(`on Node ${version} the example is ${report.verdict}`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
for (const problem of problems) console.error(`The package ${problem}.`);
process.exitCode = problems.length === 0 ? 0 : 1;
