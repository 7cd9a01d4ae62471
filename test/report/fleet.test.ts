import { spawn } from 'node:child_process';
import { chmod, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { builtFolder, builtProgram } from '../../fixtures/world/built.ts';
import { renderFleetMarkdown } from '../../src/documents/fleet.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { type Fleet, mergeReports } from '../../src/report/fleet.ts';
import { readSiteReport, type SiteReport } from '../../src/report/site-report.ts';
import { findingOf, reportOf } from '../documents/sample.ts';

const now = Temporal.Instant.from('2026-11-25T00:00:00Z');

function siteReport(ledger: string, parts: Parameters<typeof reportOf>[0] = {}): SiteReport {
  const report = reportOf({
    ledger: { path: ledger, sha256: '0'.repeat(64) },
    site: { name: ledger, url: `https://${ledger}.example/`, timezone: 'Asia/Tokyo' },
    checkedAt: '2026-11-24T00:00:00Z',
    ...parts,
  });
  const read = readSiteReport(JSON.stringify(report));
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  return read.report;
}

const merged = (reports: readonly SiteReport[], ledgers: readonly string[] = []): Fleet =>
  mergeReports(reports, { now, version: '0', ledgers, unread: [] });
const statesOf = ({ sites }: Fleet) => sites.map(({ ledger, state }) => [ledger, state]);

describe('merging', () => {
  const critical = findingOf({ id: 'http/server-error:home', kind: 'drift', severity: 'critical' });
  const warning = findingOf({ id: 'http/server-error:home', kind: 'drift', severity: 'warning' });

  test('the worst comes first, and a site that nobody looked at is never fine', () => {
    const fleet = merged(
      [
        siteReport('fine'),
        siteReport('warned', { findings: [warning] }),
        siteReport('burning', { findings: [warning, critical] }),
        siteReport('unseen', {
          findings: [findingOf({ id: 'probe/failed:home', kind: 'unknown', severity: 'warning' })],
        }),
        siteReport('stopped', { checkedAt: '2026-10-01T00:00:00Z', nextCheckAt: '2026-11-01T00:00:00Z' }),
        siteReport('broken', { site: null, score: null, recovery: null, verdict: 'invalid' }),
      ],
      ['fine', 'forgotten'],
    );
    expect(statesOf(fleet)).toEqual([
      ['broken', 'invalid'],
      ['burning', 'drift'],
      ['warned', 'drift'],
      ['forgotten', 'not-checked'],
      ['stopped', 'late'],
      ['unseen', 'incomplete'],
      ['fine', 'match'],
    ]);
    expect(fleet.verdict).toBe('invalid');
    expect(fleet.counts).toEqual({
      invalid: 1,
      drift: 2,
      'not-checked': 1,
      late: 1,
      incomplete: 1,
      match: 1,
    });
    expect(fleet.sites[1]).toMatchObject({ toDo: 2, critical: 1 });
  });

  test('a run that is a day late is no stopped check; three days are', () => {
    const due = (nextCheckAt: string) => merged([siteReport('a', { nextCheckAt })]).verdict;
    expect(due('2026-11-24T00:00:00Z')).toBe('match');
    expect(due('2026-11-22T00:00:00Z')).toBe('incomplete');
  });

  test('of two reports on one ledger the newest counts, also where it could not be read any more', () => {
    const old = siteReport('a', { checkedAt: '2026-11-01T00:00:00Z', findings: [critical] });
    expect(merged([old, siteReport('a')]).verdict).toBe('match');
    expect(merged([siteReport('a'), old]).verdict).toBe('match');
    const broken = siteReport('a', {
      site: null,
      score: null,
      verdict: 'invalid',
      checkedAt: '2026-11-02T00:00:00Z',
    });
    expect(merged([old, broken, siteReport('a')]).sites).toHaveLength(1);
  });

  test('repositories that all name their ledger alike stay apart', () => {
    const at = (url: string) =>
      siteReport('ledger.yml', { site: { name: url, url, timezone: 'Asia/Tokyo' } });
    expect(merged([at('https://a.example/'), at('https://b.example/')]).sites).toHaveLength(2);
  });

  test('the next date is one that somebody has to keep, and still to come', () => {
    const [site] = merged([
      siteReport('a', {
        nextCheckAt: '2026-12-01T00:00:00Z',
        deadlines: [
          { at: '2026-11-20T00:00:00Z', type: 'domain-ends' as const, what: 'past', finding: null },
          { at: '2026-12-01T00:00:00Z', type: 'domain-ends' as const, what: 'next run', finding: null },
          { at: '2026-12-05T00:00:00Z', type: 'domain-ends' as const, what: 'certificate', finding: null },
        ],
      }),
    ]).sites;
    expect(site!.next).toEqual({ at: '2026-12-05T00:00:00Z', what: 'certificate' });
  });

  test('titles that may name a person or a login are not passed on', () => {
    const person = findingOf({
      id: 'contact/channel-invalid:desk',
      kind: 'drift',
      severity: 'critical',
      title: 'phone +81 3 0000 0000',
    });
    const [site] = merged([siteReport('a', { findings: [person] })]).sites;
    expect(site).toMatchObject({ critical: 1, mostUrgent: null });
  });
});

describe('the table', () => {
  test('means nothing but itself, whatever the reports hold', () => {
    const hostile = '@team #1 <img src=x> | https://evil.example/ [x](y)';
    const fleet = merged([
      siteReport('a|b`c', {
        site: { name: hostile, url: 'https://a.example/', timezone: 'Asia/Tokyo' },
        findings: [
          findingOf({ id: 'http/server-error:home', kind: 'drift', severity: 'critical', title: hostile }),
        ],
        issue: { number: 7, url: 'javascript:alert(1)' },
      }),
    ]);
    const table = renderFleetMarkdown(fleet, messagesFor('ja'));
    const row = table.split('\n').find((line) => line.includes('evil'))!;
    expect(row.replace(/\\\|/g, '').split('|')).toHaveLength(9);
    expect(table).not.toMatch(/@team|<img|javascript:|https:\/\/evil|\[x\]/);
  });

  test('holds no number and no address', () => {
    const reach = '鈴木 090-1234-5678 suzuki@example.jp';
    const finding = findingOf({ id: 'http/text-missing:home', kind: 'drift', title: reach });
    const deadlines = [
      { at: '2026-12-05T00:00:00Z', type: 'domain-ends' as const, what: reach, finding: null },
    ];
    const table = renderFleetMarkdown(
      merged([siteReport('a', { findings: [finding], deadlines })]),
      messagesFor('ja'),
    );
    expect(table.match(/鈴木/g)).toHaveLength(2);
    expect(table).not.toMatch(/1234|suzuki/);
  });

  test('of a thousand sites fits into an issue, and says what was left out', () => {
    const many = Array.from({ length: 1000 }, (_, index) => siteReport(`sites/site-${index}/ledger.yml`));
    const table = renderFleetMarkdown(
      merged([...many, siteReport('worst', { findings: [critical()] })]),
      messagesFor('en'),
    );
    expect(table.length).toBeLessThanOrEqual(60_000);
    expect(table).toContain('worst');
    const shown = table.split('\n').filter((line) => line.includes('<br>')).length;
    expect(table).toContain(`${1001 - shown} more are not shown`);
  });

  const critical = () => findingOf({ id: 'http/server-error:home', kind: 'drift', severity: 'critical' });
});

describe('what is no report', () => {
  test.each([
    ['{', { type: 'no-json' }],
    ['{"version":2}', { type: 'version', version: '2' }],
    ['{"version":1}', { type: 'no-report', at: 'tool' }],
    [
      JSON.stringify({
        ...reportOf({}),
        site: { name: 'a', url: 'https://a.example/', timezone: 'No/Where' },
      }),
      { type: 'no-report', at: 'site.timezone' },
    ],
    // As in a ledger, an offset is no zone.
    [
      JSON.stringify({
        ...reportOf({}),
        site: { name: 'a', url: 'https://a.example/', timezone: '+09:00' },
      }),
      { type: 'no-report', at: 'site.timezone' },
    ],
    ['null', { type: 'no-report', at: '' }],
  ])('%s', (text, problem) => {
    expect(readSiteReport(text)).toEqual({ ok: false, problem });
  });
});

describe('the command', () => {
  const root = path.resolve(import.meta.dirname, '../..');
  let folder: string;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fleet-'));
    for (const site of ['one', 'two', 'three']) {
      await cp(path.join(root, 'examples/en'), path.join(folder, 'sites', site), { recursive: true });
    }
    await mkdir(path.join(folder, '.git'));
    for (const site of ['one', 'two']) {
      await run(process.execPath, [
        builtProgram('cli'),
        'check',
        `sites/${site}/ledger.yml`,
        ...['--offline', '--now', '2026-11-23T00:00:00Z', '--output-dir', 'reports'],
      ]);
    }
  });
  afterAll(() => rm(folder, { recursive: true }));

  function run(program: string, args: readonly string[], env: Record<string, string> = {}) {
    return new Promise<{ status: number | null; stdout: string; stderr: string }>((resolve, reject) => {
      const child = spawn(program, args, { cwd: folder, env: { ...process.env, LANG: 'C', ...env } });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => {
        stdout += text;
      });
      child.stderr.setEncoding('utf8').on('data', (text: string) => {
        stderr += text;
      });
      child.on('error', reject);
      child.on('close', (status) => resolve({ status, stdout, stderr }));
    });
  }
  const merge = (...args: string[]) =>
    run(process.execPath, [builtProgram('cli'), 'merge', '--now', '2026-11-24T00:00:00Z', ...args]);

  test('reads a folder of reports, as JSON too', async () => {
    const { status, stdout, stderr } = await merge('reports', '--format', 'json');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(statesOf(JSON.parse(stdout))).toEqual([
      ['sites/one/ledger.yml', 'match'],
      ['sites/two/ledger.yml', 'match'],
    ]);
  });

  test('a ledger without a report, and a report that is none, keep it from being fine', async () => {
    const missing = await merge('reports', '--ledger', 'sites/*/ledger.yml');
    expect(missing.status).toBe(3);
    expect(missing.stdout).toMatch(/not checked\s+sites\/three\/ledger\.yml/);
    await mkdir(path.join(folder, 'more'), { recursive: true });
    await writeFile(path.join(folder, 'more/report.json'), '{"version": 1,');
    const torn = await merge('reports', 'more');
    expect(torn.status).toBe(3);
    expect(torn.stderr).toContain('more/report.json: this is no JSON');
    expect(torn.stdout).toContain('more/report.json');
  });

  test('files that are all no reports are told one by one, and no table of nobody is made', async () => {
    await writeFile(path.join(folder, 'torn.json'), '{"version": 1,');
    const { status, stdout, stderr } = await merge('torn.json');
    expect({ status, stdout }).toEqual({ status: 2, stdout: '' });
    expect(stderr).toContain('torn.json: this is no JSON');
  });

  test('wrong use: nothing named, nothing there', async () => {
    for (const args of [[], ['nowhere'], ['nowhere/*.json']]) {
      const { status, stderr } = await merge(...args);
      expect(status).toBe(2);
      expect(stderr.trim().split('\n')).toEqual([
        expect.stringMatching(/\S/),
        'See recovery-ledger merge --help.',
      ]);
    }
  });

  describe('the example workflow', () => {
    type Step = { name?: string; run?: string; env?: Record<string, string> };
    const steps = async (): Promise<Step[]> =>
      parse(await readFile(path.join(root, 'examples/fleet.yml'), 'utf8')).jobs.fleet.steps;

    async function issueStep(existing: string, state: string): Promise<string[]> {
      const bin = path.join(folder, 'bin');
      await mkdir(bin, { recursive: true });
      const calls = path.join(folder, 'calls');
      await writeFile(calls, '');
      await writeFile(
        path.join(bin, 'gh'),
        `#!/bin/sh\necho "$1 $2 $3" >> ${calls}\ncase "$1 $2" in 'issue list') echo "${existing}";; 'issue view') echo "${state}";; esac\n`,
      );
      await chmod(path.join(bin, 'gh'), 0o755);
      await writeFile(path.join(folder, 'fleet.md'), 'table');
      const step = (await steps()).find(({ name }) => name === 'Issue')!;
      const { status, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', step.run!], {
        PATH: `${bin}:${process.env['PATH']}`,
        LABEL: step.env!['LABEL']!,
        TITLE: step.env!['TITLE']!,
      });
      expect(status, stderr).toBe(0);
      return (await readFile(calls, 'utf8')).trim().split('\n').slice(2);
    }

    test('keeps one issue: made once, then edited, reopened if somebody closed it', async () => {
      expect(await issueStep('', '')).toEqual(['issue create --title']);
      expect(await issueStep('12', 'OPEN')).toEqual(['issue edit 12', 'issue view 12']);
      expect(await issueStep('12', 'CLOSED')).toEqual(['issue edit 12', 'issue view 12', 'issue reopen 12']);
    });

    test('its call of merge is one that works', async () => {
      const step = (await steps()).find(({ name }) => name === 'Merge')!;
      await rm(path.join(folder, 'fleet.md'), { force: true });
      await cp(builtFolder(), path.join(folder, '.recovery-ledger/dist'), { recursive: true });
      const { status, stderr } = await run('bash', ['-e', '-o', 'pipefail', '-c', step.run!], {
        LEDGERS: 'sites/*/ledger.yml',
        GITHUB_STEP_SUMMARY: path.join(folder, 'summary'),
      });
      expect(status, stderr).toBe(0);
      expect(await readFile(path.join(folder, 'fleet.md'), 'utf8')).toContain('`sites/three/ledger.yml`');
    });
  });
});
