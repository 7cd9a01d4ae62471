import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { parseLedger } from '../src/ledger/parse.ts';
import type { FileChoice } from '../src/providers/files/choice.ts';
import { pointsOfFiles } from '../src/providers/files/points.ts';
import { ruleNames } from '../src/rules/index.ts';

// The recipe for hosts that tell nothing of their backups: its script, run with programs that only note what they were
// asked to do, and the ledger that checks what it leaves.

const recipe = path.resolve(import.meta.dirname, '../examples/rental-server');
const ping = 'https://hc-ping.com/00000000-0000-4000-8000-000000000000';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(path.join(tmpdir(), 'rental-server-'));
  await mkdir(path.join(home, 'bin'));
  await cp(recipe, path.join(home, 'backup'), { recursive: true });
  await mkdir(path.join(home, 'site'));
  await writeFile(path.join(home, 'site/index.php'), '<?php');
  const settings = await readFile(path.join(recipe, 'settings.sh'), 'utf8');
  await writeFile(
    path.join(home, 'backup/settings.sh'),
    settings.replace(/^FILES=.*$/m, `FILES=${home}/site`),
  );
});
afterEach(() => rm(home, { recursive: true, force: true }));

/** Stands in for a program. Each call is noted in `calls`, the file that rclone sends is kept in `stored`. */
async function program(name: string, script: string): Promise<void> {
  const file = path.join(home, 'bin', name);
  await writeFile(file, `#!/bin/sh\necho "${name} $*" >> "${home}/calls"\n${script}\n`);
  await chmod(file, 0o755);
}

const whole = "printf '%s\\n' 'CREATE TABLE a (b int);' '-- Dump completed on 2026-11-24  3:00:12'";
const keep = `mkdir -p "${'$'}HOME/stored" && cp "${'$'}4" "${'$'}HOME/stored/${'$'}{5##*/}"`;

async function run(
  stubs: { readonly mysqldump?: string; readonly rclone?: string; readonly curl?: string } = {},
) {
  await program('mysqldump', stubs.mysqldump ?? whole);
  await program('rclone', stubs.rclone ?? keep);
  await program('curl', stubs.curl ?? 'exit 0');
  const child = spawn(path.join(home, 'backup/backup.sh'), { env: { HOME: home }, stdio: 'ignore' });
  const code = await new Promise<number | null>((resolve) => child.on('close', resolve));
  const calls = (await readFile(path.join(home, 'calls'), 'utf8')).trim().split('\n');
  return {
    code,
    reports: calls.filter((each) => each.startsWith('curl ')).map((each) => each.split(' ').at(-1)),
    stored: calls.filter((each) => each.startsWith('rclone ')),
    dumped: calls.filter((each) => each.startsWith('mysqldump ')),
    left: (await readdir(path.join(home, 'backup'))).toSorted(),
  };
}
const nothingLeft = ['backup.sh', 'my.cnf', 'rclone.conf', 'settings.sh'];

describe('the backup of a rental server', () => {
  it('stores a dump and the files, reports start and end, and leaves nothing behind', async () => {
    const { code, reports, stored, dumped, left } = await run();
    expect(code).toBe(0);
    expect(reports).toEqual([`${ping}/start`, ping]);
    expect(dumped).toEqual([
      `mysqldump --defaults-extra-file=${home}/backup/my.cnf --single-transaction --no-tablespaces --default-character-set=utf8mb4 example_db`,
    ]);
    const [db, files] = (await readdir(path.join(home, 'stored'))).toSorted();
    expect(db).toMatch(/^db-\d{8}T\d{6}Z\.sql\.gz$/);
    expect(files).toMatch(/^files-\d{8}T\d{6}Z\.tar\.gz$/);
    expect(stored[0]).toContain(`store:example-backups/site-a/${db} `);
    expect(gunzipSync(await readFile(path.join(home, 'stored', db!))).toString()).toContain('CREATE TABLE');
    expect(gunzipSync(await readFile(path.join(home, 'stored', files!))).toString()).toContain('index.php');
    expect(left).toEqual(nothingLeft);
  });

  it.each([
    ['the database cannot be dumped', { mysqldump: `${whole}; exit 2` }, 0],
    ['the dump was broken off', { mysqldump: "echo 'CREATE TABLE a (b int);'" }, 0],
    ['the dump is empty', { mysqldump: 'exit 0' }, 0],
    ['the store refuses', { rclone: 'exit 1' }, 1],
  ])('reports a failure, and no success, where %s', async (_what, stubs, asked) => {
    const { code, reports, stored, left } = await run(stubs);
    expect(code).toBe(1);
    expect(reports).toEqual([`${ping}/start`, `${ping}/fail`]);
    expect(stored).toHaveLength(asked);
    expect(left).toEqual(nothingLeft);
  });

  it('is made though nobody can be told', async () => {
    const { code, stored } = await run({ curl: 'exit 7' });
    expect(code).toBe(0);
    expect(stored).toHaveLength(2);
  });
});

const set = 'updraftplus/backup_2026-11-23-0312_My_Site_0123456789ab';
/** What the script, and what the plugins that the page names, store in one run. */
const stored = [
  'site-a/db-20261123T180012Z.sql.gz',
  'site-a/files-20261123T180012Z.tar.gz',
  ...['db.gz', 'plugins.zip', 'themes.zip', 'uploads.zip', 'uploads2.zip', 'others.zip'].map(
    (part) => `${set}-${part}`,
  ),
  'updraftplus/log.0123456789ab.txt',
  'backwpup/database/2026-11-23_03-12-00_HXM7QLXQ01.tar.gz',
  'backwpup/files/2026-11-23_03-12-00_HXM7QLXQ02.tar.gz',
];

describe.each(['docs/backup-recipes.md', 'docs/backup-recipes.ja.md'])('%s', (name) => {
  it('shows ledgers that are read, and find what the script stores', async () => {
    const text = await readFile(path.resolve(import.meta.dirname, '..', name), 'utf8');
    const ledgers = [...text.matchAll(/```yaml\n(reality:\n[\s\S]*?)```/g)].map((match) => match[1]!);
    expect(ledgers.length).toBeGreaterThan(0);
    for (const ledger of ledgers) {
      const full = `version: 1\nsite: { name: A, url: "https://a.example/" }\n${ledger}`;
      const result = parseLedger(Buffer.from(full), {
        file: 'ledger.yml',
        now: '2026-11-24T00:00:00Z',
        ruleNames,
      });
      expect(result.ok ? [] : result.problems).toEqual([]);
      for (const choice of Object.values<FileChoice & { provider: string }>(parse(ledger).reality.backups)) {
        if (choice.provider !== 's3') continue;
        const { prefix = '' } = choice;
        const objects = stored
          .filter((key) => key.startsWith(prefix))
          .map((name) => ({ name, at: '2026-11-23T18:00:12Z', sizeBytes: 5_000_000 }));
        const { points, kinds, others } = pointsOfFiles(objects, choice, 'modified');
        // One of each series that the ledger names, else one.
        expect(points).toHaveLength(Math.max(1, kinds.length));
        expect(new Set(points.map(({ kind }) => kind ?? null)).size).toBe(Math.max(1, kinds.length));
        expect(others.filter((name) => !name.endsWith('-db.gz'))).toEqual([]);
      }
    }
  });
});
