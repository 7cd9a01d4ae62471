import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, expect, test } from 'vitest';

// What somebody sees who types `npm start`.

const output = mkdtempSync(path.join(tmpdir(), 'play-'));
afterAll(() => rmSync(output, { recursive: true }));
const play = path.resolve(import.meta.dirname, '../../fixtures/world/play.ts');
const start = (locale: string, ...args: string[]) =>
  spawnSync(process.execPath, [play, '--output', output, ...args], {
    encoding: 'utf8',
    env: { PATH: process.env['PATH'], LC_ALL: locale },
  });

test('on a Japanese terminal it is played in Japanese, in at most 60 lines, and leaves pages to open', () => {
  const { status, stdout, stderr } = start('ja_JP.UTF-8');
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  expect(stdout).toContain('青葉製菓');
  expect(stdout.trimEnd().split('\n').length).toBeLessThanOrEqual(60);
  const pages = stdout.match(/\S+\.html/g) ?? [];
  expect(pages.map((page) => path.basename(page))).toEqual([
    ...[2, 3, 4].map((month) => `issue-month-${month}.html`),
    'handover.html',
  ]);
  for (const page of pages) expect(readFileSync(path.resolve(page), 'utf8')).toContain('lang="ja"');
});

test('what it does not take is a mistake with its usage', () => {
  const { status, stdout, stderr } = start('C', '--months', '9');
  expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
  expect(stderr).toContain('npm start --');
  expect(start('C', '--help')).toMatchObject({ status: 0, stderr: '' });
});
