import { existsSync, globSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { providers } from '../../src/providers/registry.ts';
import { languages } from '../../src/text/language.ts';

// The homes of a provider: its folder, its line in the registry, its page, its answers. Each test names what is missing.

const root = path.resolve(import.meta.dirname, '../..');
const isThere = (file: string) => existsSync(path.join(root, file));

test('every folder with a schema is in the registry, and every provider has its folder', () => {
  const folders = globSync('src/providers/*/schema.ts', { cwd: root }).map((file) =>
    path.basename(path.dirname(file)),
  );
  const known = Object.keys(providers);
  expect(folders.filter((folder) => !known.includes(folder))).toEqual([]);
  expect(known.filter((name) => !folders.includes(name))).toEqual([]);
});

test('every provider has its page, its example, and its vendor\u2019s answers', () => {
  const missing = Object.entries(providers).flatMap(([name, { load }]) =>
    [
      ...languages.map((language) => `docs/source/providers/${name}/${language}.md`),
      `docs/source/providers/${name}/example.yml`,
      ...(load === null ? [] : [`src/providers/${name}/index.ts`, `fixtures/responses/${name}/cases.ts`]),
    ].filter((file) => !isThere(file)),
  );
  expect(missing).toEqual([]);
});
