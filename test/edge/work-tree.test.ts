import { execFileSync } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  findLedgers,
  OutputFailure,
  openWorkTree,
  readLedgerFile,
  writeOutput,
} from '../../src/edge/work-tree.ts';

let base: string;
let root: string;

beforeEach(async () => {
  base = await mkdtemp(path.join(tmpdir(), 'work-tree-'));
  root = path.join(base, 'tree');
  await mkdir(root);
});
afterEach(() => rm(base, { recursive: true, force: true }));

async function put(name: string, content: string | Uint8Array = 'text'): Promise<void> {
  await mkdir(path.dirname(path.join(root, name)), { recursive: true });
  await writeFile(path.join(root, name), content);
}

describe('openWorkTree', () => {
  const read = (name: string, ledgerFolder = 'sites/a') => openWorkTree({ root, ledgerFolder }).read(name);

  it('reads text beside the ledger, and elsewhere in the tree', async () => {
    await put('sites/a/docs/rollback.md', '手順\n');
    await put('shared.md');
    expect(await read('docs/rollback.md')).toEqual({ type: 'text', text: '手順\n', bytes: 7 });
    expect(await read('../../shared.md')).toMatchObject({ type: 'text' });
    expect(await read('shared.md', '.')).toMatchObject({ type: 'text' });
  });

  it('tells what is missing', async () => {
    await put('sites/a/file');
    for (const name of ['none.md', 'none/none.md', 'file/none.md', 'a\0b', 'n'.repeat(5000)]) {
      expect(await read(name)).toEqual({ type: 'missing' });
    }
  });

  it('refuses what leaves the tree, links resolved', async () => {
    await writeFile(path.join(base, 'secret.md'), 'secret');
    await put('sites/a/x.md');
    await symlink('../../../secret.md', path.join(root, 'sites/a/link.md'));
    await symlink('../../..', path.join(root, 'sites/a/up'));
    await symlink('x.md', path.join(root, 'sites/a/fine.md'));
    const outside = { type: 'refused', reason: 'outside' };
    for (const name of [
      '../../../secret.md',
      '../../../none.md',
      path.join(base, 'secret.md'),
      '/etc/passwd',
    ]) {
      expect(await read(name)).toEqual(outside);
    }
    expect(await read('link.md')).toEqual(outside);
    expect(await read('up/secret.md')).toEqual(outside);
    expect(await read('fine.md')).toMatchObject({ type: 'text' });
  });

  it('refuses what lies in .git', async () => {
    await put('.git/config');
    await put('sites/a/.git/config');
    await symlink('../../.git/config', path.join(root, 'sites/a/config'));
    for (const name of ['../../.git/config', '.git/config', 'config', '../../.GIT/none']) {
      expect(await read(name)).toEqual({ type: 'refused', reason: 'in-git' });
    }
    await put('sites/a/.github/notes.md');
    expect(await read('.github/notes.md')).toMatchObject({ type: 'text' });
  });

  it('refuses what is no text of at most 1 MiB', async () => {
    await put('sites/a/full', 'a'.repeat(1_048_576));
    await put('sites/a/over', 'a'.repeat(1_048_577));
    await put('sites/a/binary', Uint8Array.of(65, 0, 66));
    await put('sites/a/latin1', Uint8Array.of(0xe9, 0x20));
    execFileSync('mkfifo', [path.join(root, 'sites/a/pipe')]);
    expect(await read('full')).toMatchObject({ type: 'text', bytes: 1_048_576 });
    expect(await read('over')).toEqual({ type: 'refused', reason: 'too-large' });
    expect(await read('binary')).toEqual({ type: 'refused', reason: 'not-text' });
    expect(await read('latin1')).toEqual({ type: 'refused', reason: 'not-text' });
    expect(await read('pipe')).toEqual({ type: 'refused', reason: 'not-a-file' });
    expect(await read('.')).toEqual({ type: 'refused', reason: 'not-a-file' });
  });

  it('does not run in circles', async () => {
    await symlink('b', path.join(root, 'a'));
    await symlink('a', path.join(root, 'b'));
    expect(await read('a', '.')).toMatchObject({ type: 'refused' });
  });
});

describe('findLedgers', () => {
  it('takes paths and globs, one a line, and gives each file once', async () => {
    await put('ledger.yml');
    await put('sites/b/ledger.yml');
    await put('sites/a/ledger.yml');
    await put('sites/a/node_modules/x/ledger.yml');
    await put('sites/.git/ledger.yml');
    expect(await findLedgers('ledger.yml', root)).toEqual({ files: ['ledger.yml'], problems: [] });
    expect(await findLedgers(' ./sites/**/ledger.yml \n\nsites/a/ledger.yml\nledger.yml', root)).toEqual({
      files: ['ledger.yml', 'sites/a/ledger.yml', 'sites/b/ledger.yml'],
      problems: [],
    });
  });

  it('takes names relative to another folder of the tree', async () => {
    await put('sites/a/ledger.yml');
    const here = path.join(root, 'sites');
    expect((await findLedgers('a/ledger.yml', root, here)).files).toEqual(['sites/a/ledger.yml']);
    expect((await findLedgers('*/ledger.yml', root, here)).files).toEqual(['sites/a/ledger.yml']);
    expect((await findLedgers(path.join(here, 'a/ledger.yml'), root)).files).toEqual(['sites/a/ledger.yml']);
  });

  it('takes a path that looks like a glob', async () => {
    await put('[a]/ledger.yml');
    expect((await findLedgers('[a]/ledger.yml', root)).files).toEqual(['[a]/ledger.yml']);
  });

  it('says what is wrong with a name', async () => {
    await put('sites/a/ledger.yml');
    await writeFile(path.join(base, 'ledger.yml'), '');
    await symlink('../ledger.yml', path.join(root, 'link.yml'));
    const { files, problems } = await findLedgers('none.yml\nsites\n*.yaml\n../ledger.yml\nlink.yml', root);
    expect(files).toEqual([]);
    expect(problems).toEqual([
      { type: 'missing', path: 'none.yml' },
      { type: 'directory', path: 'sites' },
      { type: 'no-match', path: '*.yaml' },
      { type: 'outside', path: '../ledger.yml' },
      { type: 'outside', path: 'link.yml' },
    ]);
  });

  it('reads what it found', async () => {
    await put('sites/a/ledger.yml', 'version: 1\n');
    expect(new TextDecoder().decode(await readLedgerFile('sites/a/ledger.yml', root))).toBe('version: 1\n');
    await put('huge.yml', 'a'.repeat(2_000_000));
    expect((await readLedgerFile('huge.yml', root)).length).toBe(1_048_577);
    await expect(readLedgerFile('../other.yml', root)).rejects.toThrow();
  });
});

describe('writeOutput', () => {
  // Node's recursive mkdir never comes back from there.
  it('fails where a file system takes no new folders', async () => {
    await expect(writeOutput('/proc/no/such', 'report.json', 'x')).rejects.toMatchObject({ code: 'ENOENT' });
  });

  it('makes the folder, replaces the file and leaves nothing else behind', async () => {
    const folder = path.join(root, 'out/sites/a');
    await writeOutput(folder, 'report.json', 'first');
    expect(await writeOutput(folder, 'report.json', '二')).toBe(path.join(folder, 'report.json'));
    expect(await readFile(path.join(folder, 'report.json'), 'utf8')).toBe('二');
    expect(await readdir(folder)).toEqual(['report.json']);
  });

  it('tells by its code what keeps it from writing', async () => {
    await put('file');
    await mkdir(path.join(root, 'out/report.json/x'), { recursive: true });
    await expect(writeOutput(path.join(root, 'file/out'), 'report.json', '')).rejects.toMatchObject({
      name: 'OutputFailure',
      code: 'ENOTDIR',
    });
    const failure = await writeOutput(path.join(root, 'out'), 'report.json', '').catch(
      (error: unknown) => error,
    );
    expect(failure).toBeInstanceOf(OutputFailure);
    expect(await readdir(path.join(root, 'out'))).toEqual(['report.json']);
  });
});
