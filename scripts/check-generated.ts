// Compares what is committed (dist/, schema/, the generated parts of the documentation) with a fresh build.
import { execFileSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { generatedDocuments } from './documents.ts';

const root = new URL('..', import.meta.url).pathname;
const fresh = await mkdtemp(join(tmpdir(), 'recovery-ledger-build-'));
const stale: string[] = [];
try {
  execFileSync(process.execPath, [join(root, 'scripts/build.ts'), fresh], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  for (const folder of ['dist', 'schema']) await compare(join(root, folder), join(fresh, folder));
  const issues = ['docs/issue.en.md', 'docs/issue.ja.md'].map(
    async (path) => [path, await read(join(fresh, path))] as const,
  );
  for (const [path, text] of [...(await Promise.all(issues)), ...(await generatedDocuments(root))]) {
    if ((await read(join(root, path))) !== text) stale.push(path);
  }
} finally {
  await rm(fresh, { recursive: true, force: true });
}
if (stale.length > 0) {
  console.error(`Not what the sources build to; run "npm run build" and commit:\n${stale.join('\n')}`);
  process.exitCode = 1;
} else console.log('dist/, schema/ and the generated documents are what the sources build to.');

async function compare(committed: string, built: string) {
  const names = new Set([...(await filesIn(committed)), ...(await filesIn(built))]);
  for (const name of [...names].sort()) {
    if ((await read(join(committed, name))) !== (await read(join(built, name)))) {
      stale.push(relative(root, join(committed, name)));
    }
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function read(path: string): Promise<string | null> {
  return readFile(path, 'utf8').catch(() => null);
}
