// Builds dist/ (bundles of the action and the command line) and schema/ (JSON Schemas) from the sources.
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { builtinModules } from 'node:module';
import { join } from 'node:path';
import { rolldown } from 'rolldown';
import { sampleIssue } from '../fixtures/world/sample.ts';
import { ledgerJsonSchema } from '../src/ledger/json-schema.ts';
import { reportJsonSchema } from '../src/report/json-schema.ts';
import { writeDocuments } from './documents.ts';

const root = new URL('..', import.meta.url).pathname;
const target = process.argv[2] ?? root;

await buildSchemas(join(target, 'schema'));
await buildBundles(join(target, 'dist'));
if (target === root) {
  for (const language of ['en', 'ja'] as const) {
    await writeFile(join(root, `docs/issue.${language}.md`), await sampleIssue(language));
  }
  await writeDocuments(root);
}

async function buildSchemas(folder: string) {
  await mkdir(folder, { recursive: true });
  const write = (name: string, schema: unknown) =>
    writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  await write('ledger.schema.json', ledgerJsonSchema());
  await write('report.schema.json', reportJsonSchema());
}

async function buildBundles(folder: string) {
  await rm(folder, { recursive: true, force: true });
  const bundle = await rolldown({
    cwd: root,
    input: { action: 'src/action.ts', cli: 'src/cli.ts' },
    platform: 'node',
    external: [...builtinModules, ...builtinModules.map((name) => `node:${name}`)],
    logLevel: 'warn',
  });
  // Readable on purpose: a reviewer can read what runs, and an uncaught error prints one line, not 40 kB of source.
  const { output } = await bundle.write({
    dir: folder,
    format: 'esm',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name].js',
    minify: false,
    sourcemap: false,
  });
  await bundle.close();
  const modules = output.flatMap((part) => (part.type === 'chunk' ? part.moduleIds : []));
  await writeFile(join(folder, 'licenses.txt'), await licencesOf(modules));
  // The bundles are modules wherever dist/ is copied to.
  await writeFile(join(folder, 'package.json'), '{ "type": "module" }\n');
}

/** The licences of all packages that went into the bundles. */
async function licencesOf(modules: readonly string[]): Promise<string> {
  const folders = new Set(
    modules.flatMap((id) => /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1] ?? []),
  );
  const entries: string[] = [];
  for (const folder of folders) {
    const manifest = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
    const files = (await readdir(folder)).filter((name) => /^(licen[cs]e|copying|notice)/i.test(name)).sort();
    const texts = await Promise.all(files.map((name) => readFile(join(folder, name), 'utf8')));
    entries.push(
      `${manifest.name} ${manifest.version} (${manifest.license ?? 'see below'})\n\n${texts.join('\n').trim()}\n`,
    );
  }
  return entries.sort().join(`\n${'-'.repeat(80)}\n\n`);
}
