import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

// Which test belongs to which suite. Nobody keeps a list: what a test imports, by way of test/ and fixtures/, says it.

const root = path.resolve(import.meta.dirname, '../..');

/** `from` is what is imported: a package's name, or a path from the root. */
type IsMeant = (from: string) => boolean;

/** What can start a process or a server. */
const starts: IsMeant = (from) =>
  /^node:(?:child_process|cluster|dgram|http|https|http2|net|tls|worker_threads)$/.test(from);
const isLong: IsMeant = (from) => from === 'test/properties/runs.ts';

/** Whether a file imports what is meant, itself or by way of files of test/ and fixtures/. */
function reaches(file: string, isMeant: IsMeant, seen = new Set<string>()): boolean {
  if (seen.has(file)) return false;
  seen.add(file);
  return importsOf(readFileSync(path.join(root, file), 'utf8')).some((written) => {
    const from = written.startsWith('.') ? path.posix.join(path.posix.dirname(file), written) : written;
    return isMeant(from) || (/^(?:test|fixtures)\/.*\.ts$/.test(from) && reaches(from, isMeant, seen));
  });
}

/** What a module imports by value, as written. */
function importsOf(source: string): string[] {
  const statements = source.matchAll(
    /^(?:import|export)\s(?!type\s)(?:[^'";]*?\sfrom\s)?\s*'([^']+)'|\bimport\(\s*'([^']+)'/gm,
  );
  return [...statements].map(([, fromStatic, fromCall]) => fromStatic ?? fromCall ?? '');
}

const files = readdirSync(path.join(root, 'test'), { recursive: true, encoding: 'utf8' })
  .map((name) => `test/${name.split(path.sep).join('/')}`)
  .filter((name) => name.endsWith('.test.ts') && !name.startsWith('test/real-servers/'))
  .sort();

/**
 * Tests that start no process and no server: they share a worker, and are through in seconds. One that starts something
 * all the same, by way of the program's own edge, fails (see `pure.ts`).
 */
export const pureTests = files.filter((file) => !reaches(file, starts));
/** All others but those of real servers. */
export const worldTests = files.filter((file) => reaches(file, starts));
/** Tests whose runs are short among all tests, and long by `npm run test:properties`. */
export const propertyTests = files.filter((file) => reaches(file, isLong));
