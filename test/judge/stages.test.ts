import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { type NormalOperation, recoveryOf } from '../../src/judge/stages.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import type { Ledger } from '../../src/ledger/schema.ts';
import type { Observation } from '../../src/probes/probe.ts';
import { brokenEndpoints, continueHistory } from '../../src/report/history.ts';
import type { Report, ReportedFinding } from '../../src/report/report.ts';
import { type Finding, finding } from '../../src/rules/finding.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { findingOf, reportOf } from '../documents/sample.ts';

const at = Temporal.Instant.from('2026-11-25T13:00:00Z');

const daily = '    daily: { provider: s3, bucket: example-backups, region: us-east-1, every: 24h }\n';
const byHand = '    panel: { provider: by-hand, every: 24h, newest: 2026-11-24, evidence: panel }\n';

function ledgerWith(full: string, backups: string): Ledger {
  const text = `version: 1
site: { name: Sample, url: "https://www.example.com/" }
stages:
  provisional: { verify: [home, form] }
  full: ${full}
reality:
  backups:
${backups}  endpoints:
    home: { url: "https://www.example.com/" }
    form: { url: "https://www.example.com/contact/" }
    login: { url: "https://www.example.com/login" }
`;
  const result = parseLedger(new TextEncoder().encode(text), {
    file: 'ledger.yml',
    now: at.toString(),
    ruleNames,
  });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.parsed.ledger;
}

const seen = (subject: string): Observation => ({
  check: { probe: 'endpoint', subject, path: ['reality', 'endpoints', subject], claim: {} },
  outcome: { type: 'seen', fact: {} },
  from: null,
  startedAt: at,
  durationMs: 1,
  attempts: 1,
});
const backup = (newest: string): Observation => ({
  ...seen('daily'),
  check: { probe: 'backup', subject: 'daily', path: ['reality', 'backups', 'daily'], claim: {} },
  outcome: { type: 'seen', fact: { points: [{ state: 'good', at: newest }] } },
});
const broken = (id: string): Finding =>
  finding('http/server-error', {
    subject: id,
    path: ['reality', 'endpoints', id],
    data: { id, url: `https://www.example.com/${id}`, address: null, status: 500 } as never,
  });

/** What the findings of these tests are about. */
const partOf = ({ path }: Finding) => (path[1] === 'backups' ? 'backups' : 'endpoints');

function stagesOf(options: {
  readonly full?: string;
  readonly seen?: readonly string[];
  readonly findings?: readonly Finding[];
  readonly confirmed?: readonly NormalOperation[];
  readonly backups?: string;
  /** When the newest good backup was made. */
  readonly backedUpAt?: string;
  readonly since?: string;
}) {
  return recoveryOf({
    ledger: ledgerWith(
      options.full ?? '{ verify: [home, form, login], also: [monitoring] }',
      options.backups ?? daily,
    ),
    mainEndpoints: new Set(['home', 'form']),
    observations: [
      ...(options.seen ?? ['home', 'form', 'login']).map(seen),
      ...(options.backedUpAt === undefined ? [] : [backup(options.backedUpAt)]),
    ],
    findings: (options.findings ?? []).map((each) => ({ ...each, part: partOf(each), looks: [] })),
    confirmed: new Set(options.confirmed),
    since: options.since === undefined ? null : Temporal.Instant.from(options.since),
  });
}

describe('the stages', () => {
  test('a broken main path: neither is reached, and the finding says what blocks both', () => {
    const { provisional, full } = stagesOf({ findings: [broken('home')], confirmed: ['monitoring'] });
    expect(provisional).toEqual({ reached: false, blocking: ['http/server-error:home'] });
    expect(full).toEqual({ reached: false, blocking: ['http/server-error:home'] });
  });

  test('a main page that is served, and not led to https: only the full recovery waits for it', () => {
    const plain = finding('http/not-upgraded', {
      subject: 'home',
      path: ['reality', 'endpoints', 'home'],
      data: {
        id: 'home',
        url: 'https://www.example.com/',
        address: null,
        plainUrl: 'http://www.example.com/',
      },
    });
    const { provisional, full } = stagesOf({ findings: [plain], confirmed: ['monitoring'] });
    expect(provisional).toEqual({ reached: true, blocking: [] });
    expect(full).toEqual({ reached: false, blocking: ['http/not-upgraded:home'] });
  });

  test('main paths back, another page broken: provisional', () => {
    const { provisional, full } = stagesOf({ findings: [broken('login')] });
    expect(provisional).toEqual({ reached: true, blocking: [] });
    expect(full).toEqual({ reached: false, blocking: ['http/server-error:login'] });
  });

  test('all pages back: full is not known until a person says that monitoring is', () => {
    expect(stagesOf({}).full).toEqual({ reached: null, blocking: ['stages.full.also.monitoring'] });
    expect(stagesOf({ confirmed: ['monitoring'] }).full).toEqual({ reached: true, blocking: [] });
  });

  test('a page that was not seen is neither reached nor broken', () => {
    const { provisional, full } = stagesOf({ seen: ['home', 'login'], confirmed: ['monitoring'] });
    expect(provisional).toEqual({ reached: null, blocking: ['form'] });
    expect(full).toEqual({ reached: null, blocking: ['form'] });
  });

  test('full is not known where the ledger does not say what it is', () => {
    expect(stagesOf({ full: 'unknown' }).full).toEqual({ reached: null, blocking: [] });
  });

  test('backups: a person’s word counts only where none of them was seen to be broken', () => {
    const full = '{ verify: [home], also: [backups] }';
    const lost = {
      ...broken('home'),
      id: 'backup/too-old:daily',
      rule: 'backup/too-old',
      subject: 'daily',
      path: ['reality', 'backups', 'daily'],
    } as unknown as Finding;
    expect(stagesOf({ full, findings: [lost], confirmed: ['backups'] }).full).toEqual({
      reached: false,
      blocking: ['backup/too-old:daily'],
    });
    expect(stagesOf({ full }).full.reached).toBe(null);
    expect(stagesOf({ full, confirmed: ['backups'] }).full.reached).toBe(true);
  });
});

describe('backups in full operation', () => {
  const full = '{ verify: [home], also: [backups] }';
  const reached = (options: Parameters<typeof stagesOf>[0]) => stagesOf({ full, ...options }).full;

  test('one that was made before the incident does not show that they are made again', () => {
    const since = '2026-11-25T12:00:00Z';
    expect(reached({ backedUpAt: '2026-11-25T02:00:00Z' }).reached).toBe(true);
    expect(reached({ backedUpAt: '2026-11-25T02:00:00Z', since })).toEqual({
      reached: null,
      blocking: ['stages.full.also.backups'],
    });
    expect(reached({ backedUpAt: '2026-11-25T12:30:00Z', since }).reached).toBe(true);
  });

  test('each of them has to be seen, and what a person saw before the incident is not', () => {
    const both = { backups: daily + byHand, backedUpAt: '2026-11-25T12:30:00Z' };
    expect(reached(both).reached).toBe(true);
    expect(reached({ ...both, since: '2026-11-25T12:00:00Z' }).reached).toBe(null);
    expect(reached({ ...both, since: '2026-11-25T12:00:00Z', confirmed: ['backups'] }).reached).toBe(true);
    const overdue = finding('backup/unconfirmed', {
      subject: 'panel',
      path: ['reality', 'backups', 'panel'],
      data: { id: 'panel', newest: '2026-09-01', evidence: null, every: { months: 1 } } as never,
    });
    expect(reached({ ...both, findings: [overdue] }).reached).toBe(null);
  });
});

describe('the history of an incident', () => {
  const down = findingOf({ id: 'http/server-error:home' as never, rule: 'http/server-error' });
  const observed = {
    probe: 'endpoint' as const,
    part: 'endpoints' as const,
    subject: 'home',
    from: null,
    startedAt: at.toString(),
    durationMs: 1,
    attempts: 1,
    result: {},
  };
  const run = (minute: number, parts: Partial<Report>, findings: readonly ReportedFinding[] = []) =>
    reportOf({
      findings,
      checkedAt: `2026-11-25T13:${String(minute).padStart(2, '0')}:00Z`,
      observations: [observed],
      ...parts,
    });
  const recovery = (provisional: boolean | null, full: boolean | null): Partial<Report> => ({
    recovery: {
      provisional: { reached: provisional, blocking: [] },
      full: { reached: full, blocking: [] },
      hidden: [],
    },
  });

  test('keeps what was seen, each once, in order', () => {
    const first = continueHistory(null, run(0, recovery(false, false), [down]));
    const again = continueHistory(first, run(10, recovery(false, false), [down]));
    const back = continueHistory(again, run(20, recovery(true, null)));
    const lost = continueHistory(back, run(30, recovery(false, false), [down]));
    expect(lost.events.map(({ at: when, what, subject }) => [when.slice(14, 16), what, subject])).toEqual([
      ['00', 'watching', null],
      ['00', 'failed', 'home'],
      ['20', 'answered', 'home'],
      ['20', 'provisional', null],
      ['30', 'failed', 'home'],
      ['30', 'fell-back', null],
    ]);
  });

  test('a page that could not be seen is not told to be back', () => {
    const unseen = findingOf({ id: 'probe/failed:home', part: 'endpoints', kind: 'unknown' });
    const first = continueHistory(null, run(0, recovery(false, false), [down]));
    const blind = continueHistory(first, run(10, recovery(null, null), [unseen]));
    expect(blind.events).toEqual(first.events);
    expect(blind.broken).toEqual(['home']);
  });

  test.each<[string, Partial<Report>, readonly ReportedFinding[]]>([
    ['that was not asked', { observations: [] }, []],
    ['that could not be asked', { observations: [{ ...observed, result: { failed: 'timeout' } }] }, []],
    ['that is excepted', {}, [{ ...down, excepted: { because: 'known', until: '2027-01-01' } }]],
  ])('a broken page %s is not told to be back', (_case, parts, findings) => {
    const first = continueHistory(null, run(0, recovery(false, false), [down]));
    const next = continueHistory(first, run(10, { ...recovery(null, null), ...parts }, findings));
    expect(next.events).toEqual(first.events);
    expect(next.broken).toEqual(['home']);
  });

  test('excepted findings break nothing', () => {
    const excepted = { ...down, excepted: { because: 'known', until: '2027-01-01' } };
    expect(brokenEndpoints(run(0, recovery(true, null), [excepted]))).toEqual([]);
  });

  test('does not grow without end', () => {
    let history = continueHistory(null, run(0, recovery(false, false), [down]));
    for (let minute = 1; minute < 60; minute += 1) {
      const isDown = minute % 2 === 0;
      history = continueHistory(history, run(minute, recovery(!isDown, null), isDown ? [down] : []));
    }
    expect(history.events.length).toBeLessThanOrEqual(100);
    expect(history.events[0]!.what).toBe('watching');
  });
});
