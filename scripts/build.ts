// Builds dist/ (bundles of the action and the command line), schema/ (JSON Schemas) and what is made of both from the
// sources, into a folder; into the repository also the documents that `check:generated` compares by themselves.
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { startBuildIn } from '../fixtures/world/built.ts';
import { sampleIssue } from '../fixtures/world/sample.ts';
import { ledgerJsonSchema } from '../src/ledger/json-schema.ts';
import { reportJsonSchema } from '../src/report/json-schema.ts';
import { writeBundles } from './bundle.ts';
import { writeDocuments } from './documents.ts';

const root = new URL('..', import.meta.url).pathname;
const target = process.argv[2] ?? root;

await buildSchemas(join(target, 'schema'));
await writeBundles(join(target, 'dist'));
startBuildIn(join(target, 'dist'));
await mkdir(join(target, 'docs'), { recursive: true });
for (const language of ['en', 'ja'] as const) {
  await writeFile(join(target, `docs/issue.${language}.md`), await sampleIssue(language));
}
if (target === root) await writeDocuments(root);

async function buildSchemas(folder: string) {
  await mkdir(folder, { recursive: true });
  const write = (name: string, schema: unknown) =>
    writeFile(join(folder, name), `${JSON.stringify(schema, null, 2)}\n`);
  await write('ledger.schema.json', ledgerJsonSchema());
  await write('report.schema.json', reportJsonSchema());
}
