#!/usr/bin/env node
import './edge/linear-patterns.ts';
import { version } from './check/version.ts';

// Kept small and free of new syntax: it must load on an old Node to say what is wrong there,
// and `--version` must not wait for anything else.
const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 22 || (major === 22 && minor < 19)) {
  console.error(`recovery-ledger needs Node 22.19 or newer; this is Node ${process.versions.node}.`);
  process.exitCode = 2;
} else if (process.argv[2] === '--version' || process.argv[2] === '-v') {
  // A full disk behind standard output is no success.
  process.stdout.on('error', () => {});
  const { versions, platform, arch } = process;
  process.stdout.write(`${version} (Node.js ${versions.node}, ${platform}-${arch})\n`, (error) => {
    const code = (error as NodeJS.ErrnoException | null | undefined)?.code;
    if (code === undefined || code === 'EPIPE') return;
    console.error(`The version could not be written to standard output: ${code}`);
    process.exitCode = 4;
  });
} else {
  import('./cli/command-line.ts')
    .then(({ main }) => main(process.argv.slice(2)))
    .catch((error: NodeJS.ErrnoException) => {
      // A part of the program that cannot be read: then its words are not there either.
      console.error(`recovery-ledger could not be started: ${error.code}`);
      process.exitCode = 4;
    });
}
