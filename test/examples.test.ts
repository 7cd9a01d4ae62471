import { access, cp, glob, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { plainCheck } from '../src/check/check.ts';
import { checkHere } from '../src/check/ledgers.ts';
import { statusOf } from '../src/cli/command.ts';

// The examples that people copy: complete on the day they were written, stale a year later.

const examples = path.resolve(import.meta.dirname, '../examples');
const folders: string[] = [];
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true }))));

/** Checks an example offline, with or without the documents beside it. */
async function check(language: 'ja' | 'en', now: string, withDocuments: boolean) {
  const root = await mkdtemp(path.join(tmpdir(), 'recovery-ledger-example-'));
  folders.push(root);
  await cp(
    path.join(examples, language, withDocuments ? '' : 'ledger.yml'),
    withDocuments ? root : path.join(root, 'ledger.yml'),
    { recursive: true },
  );
  const options = { ...plainCheck, now: Temporal.Instant.from(now) };
  const source = { file: 'ledger.yml', bytes: await readFile(path.join(root, 'ledger.yml')) };
  const { report } = await checkHere(source, options, {
    root,
    edge: null,
    signal: new AbortController().signal,
  });
  return report;
}

describe.each(['ja', 'en'] as const)('the example in %s', (language) => {
  test('alone: ten items are claimed, six are met, and the step would fail', async () => {
    const report = await check(language, '2026-11-23T00:00:00Z', false);
    expect(report.score).toMatchObject({ claimed: 10, met: 6, band: 'caution' });
    const states = report.score?.items
      .filter(({ state }) => state !== 'met')
      .map(({ item, state }) => [item, state]);
    expect(states).toEqual([
      [5, 'drift'],
      [6, 'drift'],
      [8, 'drift'],
      [10, 'drift'],
    ]);
    expect(report.findings.map(({ id }) => id).sort()).toEqual([
      'runbook/not-found:entrance.bypass.runbook',
      'runbook/not-found:entrance.certificate.runbook',
      'runbook/not-found:entrance.dns.runbook',
      'runbook/not-found:entrance.domain.runbook',
      'runbook/not-found:restore.runbook',
      'runbook/not-found:rollback.runbook',
      'template/not-found:templates.first-report',
      'template/not-found:templates.recovery-report',
    ]);
    expect(statusOf([report.verdict])).toBe(1);
  });

  test('with the documents beside it: ten of ten, nothing to do', async () => {
    const report = await check(language, '2026-11-23T00:00:00Z', true);
    expect(report.score).toMatchObject({ claimed: 10, met: 10, band: 'strong' });
    expect(report.findings).toEqual([]);
    expect(report.verdict).toBe('match');
    expect(statusOf([report.verdict])).toBe(0);
  });

  test('a year later: what people have to confirm again', async () => {
    const report = await check(language, '2027-11-23T00:00:00Z', true);
    expect(report.findings.every(({ kind }) => kind === 'stale')).toBe(true);
    expect(report.findings.map(({ id }) => id).sort()).toEqual([
      'access/unverified:backup',
      'access/unverified:bypass',
      'access/unverified:certificate',
      'access/unverified:cms',
      'access/unverified:dns',
      'access/unverified:domain',
      'access/unverified:monitoring',
      'access/unverified:server',
      'contact/unverified:agency-desk',
      'contact/unverified:client-deputy',
      'contact/unverified:client-owner',
      'contact/unverified:maintenance-desk',
      'exercise/overdue:exercises',
      'ledger/review-due:reviewed',
      'runbook/unrehearsed:restore.rehearsed',
      'runbook/unrehearsed:rollback.rehearsed',
    ]);
    expect([...new Set(report.findings.map(({ rule }) => rule))].sort()).toEqual([
      'access/unverified',
      'contact/unverified',
      'exercise/overdue',
      'ledger/review-due',
      'runbook/unrehearsed',
    ]);
    expect(report.score).toMatchObject({ claimed: 5, met: 5, band: 'caution' });
    const stale = report.score?.items.filter(({ state }) => state === 'stale').map(({ item }) => item);
    expect(stale).toEqual([2, 5, 6, 7, 8]);
    expect(statusOf([report.verdict])).toBe(1);
  });

  test('the documents lead to each other', async () => {
    const folder = path.join(examples, language);
    const targets: string[] = [];
    for await (const file of glob('docs/**/*.md', { cwd: folder })) {
      const text = await readFile(path.join(folder, file), 'utf8');
      for (const [, link] of text.matchAll(/\]\(([^)]+)\)/g)) {
        targets.push(path.join(folder, path.dirname(file), link!));
      }
    }
    expect(targets).not.toEqual([]);
    await Promise.all(targets.map((target) => access(target)));
  });
});

const isJapanese = /[\u3041-\u30ff\u4e00-\u9fff]/;

/** Every leaf of a value with its path; texts in Japanese and what stands for them in English are `text`. */
function leaves(value: unknown, counterpart: unknown, at = ''): [string, unknown][] {
  if (typeof value === 'object' && value !== null) {
    const [one, other] = [value, counterpart ?? {}] as Record<string, unknown>[];
    return Object.keys(one!).flatMap((key) => leaves(one![key], other![key], `${at}/${key}`));
  }
  const isText = [value, counterpart].some((each) => typeof each === 'string' && isJapanese.test(each));
  return [[at, isText ? 'text' : value]];
}

describe('both languages say the same', () => {
  const read = (language: 'ja' | 'en', file: string) => readFile(path.join(examples, language, file), 'utf8');

  test('the ledgers: but for texts and the language, value for value', async () => {
    const [ja, en] = (await Promise.all([read('ja', 'ledger.yml'), read('en', 'ledger.yml')])).map(
      (text) => parse(text) as { site: { language: string } },
    );
    expect([ja!.site.language, en!.site.language]).toEqual(['ja', 'en']);
    ja!.site.language = en!.site.language;
    expect(leaves(en, ja)).toEqual(leaves(ja, en));
    expect(JSON.stringify(en)).not.toMatch(isJapanese);
  });

  test('the documents: as many sections, steps and blanks, and the same commands', async () => {
    const outline = async (language: 'ja' | 'en', file: string) => {
      const text = await read(language, file);
      const lines = text.split('\n');
      const commands = [...text.matchAll(/```sh\n(.*?)```/gs)].map(([, block]) =>
        block!.split('\n').map((line) => line.replace(/\s+# .*/, '')),
      );
      return {
        sections: lines.filter((line) => line.startsWith('## ')).length,
        steps: lines.filter((line) => /^\d+\. /.test(line)).length,
        rows: lines.filter((line) => line.startsWith('|')).length,
        items: lines.filter((line) => line.startsWith('- ')).length,
        commands,
      };
    };
    let documents = 0;
    for await (const file of glob('docs/**/*.md', { cwd: path.join(examples, 'ja') })) {
      expect(await outline('en', file), file).toEqual(await outline('ja', file));
      documents++;
    }
    expect(documents).toBe(8);
  });

  test('what a check finds between two monthly reviews', async () => {
    const found = async (language: 'ja' | 'en') => {
      const { score, findings } = await check(language, '2027-01-20T00:00:00Z', true);
      return { score, ids: findings.map(({ id }) => id) };
    };
    const { ids, ...rest } = await found('ja');
    expect(ids).not.toEqual([]);
    expect(await found('en')).toEqual({ ids, ...rest });
  });
});
