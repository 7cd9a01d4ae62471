import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { releaseNotes } from '../../scripts/release-notes.ts';

// The steps of the release workflow, run with a repository of their own and a `gh` that writes down its calls.

const root = path.resolve(import.meta.dirname, '../..');
const execute = promisify(execFile);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-release-'));
});
afterEach(() => rm(folder, { recursive: true }));

async function git(...args: string[]): Promise<string> {
  const config = ['-c', 'user.name=A', '-c', 'user.email=a@example.com', '-c', 'commit.gpgsign=false'];
  return (await execute('git', [...config, ...args], { cwd: folder })).stdout.trim();
}

/** A repository with these tags, each on a commit of its own; the last commit is checked out. */
async function repository(...tags: string[]): Promise<void> {
  await git('init', '--quiet');
  for (const tag of tags) {
    await git('commit', '--quiet', '--allow-empty', '--message', tag);
    await git('tag', tag);
  }
}

/** Runs a step for the release of `tag`; `gh release view` answers as if there were a release where `isReleased`. */
async function run(name: string, tag: string, isReleased = false): Promise<string[]> {
  const workflow = parse(await readFile(path.join(root, '.github/workflows/release.yml'), 'utf8'));
  const steps: { name?: string; run?: string }[] = workflow.jobs.release.steps;
  const calls = path.join(folder, 'calls');
  const bin = path.join(folder, 'bin');
  await mkdir(bin);
  await writeFile(calls, '');
  const view = isReleased ? 0 : 1;
  await writeFile(
    path.join(bin, 'gh'),
    `#!/bin/sh\necho "$*" >>'${calls}'\ncase "$1 $2" in 'release view') exit ${view};; esac\n`,
  );
  await chmod(path.join(bin, 'gh'), 0o755);
  await mkdir(path.join(folder, 'package'));
  await writeFile(path.join(folder, 'package/recovery-ledger-1.2.3.tgz'), '');
  await execute('bash', ['-e', '-o', 'pipefail', '-c', steps.find((step) => step.name === name)!.run!], {
    cwd: folder,
    env: { ...process.env, PATH: `${bin}${path.delimiter}${process.env['PATH']}`, GITHUB_REF_NAME: tag },
  });
  return (await readFile(calls, 'utf8')).trim().split('\n').filter(Boolean);
}

describe('the major tag', () => {
  test('is made by the first release of a major version', async () => {
    await repository('v1.0.0');
    const commit = await git('rev-parse', 'HEAD');
    expect(await run('Major tag', 'v1.0.0')).toEqual([
      `api --method POST repos/{owner}/{repo}/git/refs -f ref=refs/tags/v1 -f sha=${commit}`,
    ]);
  });

  test('moves to the newest release, by number and not by letter', async () => {
    await repository('v1', 'v1.9.0', 'v1.10.0');
    const commit = await git('rev-parse', 'HEAD');
    expect(await run('Major tag', 'v1.10.0')).toEqual([
      `api --method PATCH repos/{owner}/{repo}/git/refs/tags/v1 -f sha=${commit} -F force=true`,
    ]);
  });

  test('stays where an older version is mended', async () => {
    await repository('v1', 'v1.3.0', 'v1.2.9');
    expect(await run('Major tag', 'v1.2.9')).toEqual([]);
  });

  test('is not held back by other major versions, candidates and other tags', async () => {
    await repository('v1', 'v2.0.0', 'v10.0.0', 'v1.5.0-rc.1', 'v1.x', 'v1.4.0');
    expect(await run('Major tag', 'v1.4.0')).toHaveLength(1);
  });

  test('names the commit, not the annotated tag', async () => {
    await repository('v0.9.0');
    await git('tag', '--annotate', '--message', 'First', 'v1.0.0');
    await git('checkout', '--quiet', 'v1.0.0');
    const [call] = await run('Major tag', 'v1.0.0');
    expect(call).toContain(`sha=${await git('rev-parse', 'v0.9.0')}`);
  });
});

describe('the release', () => {
  test('is the latest where its version is the highest', async () => {
    await repository('v1.9.0', 'v1.10.0');
    const [view, create] = await run('Release', 'v1.10.0');
    expect(view).toBe('release view v1.10.0');
    expect(create).toMatch(
      /^release create v1\.10\.0 package\/recovery-ledger-1\.2\.3\.tgz --verify-tag .*--latest=true$/,
    );
  });

  test('is not the latest where an older version is mended', async () => {
    await repository('v2.0.0', 'v1.9.1');
    const [, create] = await run('Release', 'v1.9.1');
    expect(create).toMatch(/--latest=false$/);
  });

  test('is left as it is when the workflow runs again', async () => {
    await repository('v1.9.0');
    expect(await run('Release', 'v1.9.0', true)).toEqual(['release view v1.9.0']);
  });
});

describe('the notes of a release', () => {
  const changelog =
    '# Changelog\n\n## [Unreleased]\n\n- later\n\n## [1.2.3] - 2026-12-01\n\n### Added\n\n- this\n\n## [1.2.2] - 2026-11-01\n\n- before\n';

  test('are the section of the version', () => {
    expect(releaseNotes('v1.2.3', '1.2.3', changelog)).toBe('### Added\n\n- this\n');
    expect(releaseNotes('v1.2.2', '1.2.2', changelog)).toBe('- before\n');
  });

  test.each([
    ['a tag that is not the package’s version', 'v1.2.4', '1.2.3', changelog],
    ['a tag without v', '1.2.3', '1.2.3', changelog],
    ['a version without a section', 'v1.3.0', '1.3.0', changelog],
    ['a version that begins like another', 'v1.2.30', '1.2.30', changelog],
    ['a section without a date', 'v1.2.3', '1.2.3', changelog.replace(' - 2026-12-01', '')],
    [
      'a section without text',
      'v1.2.3',
      '1.2.3',
      '## [1.2.3] - 2026-12-01\n\n## [1.2.2] - 2026-11-01\n\n- before\n',
    ],
  ])('are refused for %s', (_, tag, version, text) => {
    expect(() => releaseNotes(tag, version, text)).toThrow(/v1\.2|1\.3\.0|1\.2\.3/);
  });
});
