import { describe, expect, test } from 'vitest';
import type { Issue } from '../../src/edge/github-edge.ts';
import { type OpenOn, planIssue, settleDuplicate } from '../../src/publish/issue.ts';
import { renderIssue } from '../../src/publish/issue-body.ts';
import type { FoundIssue } from '../../src/publish/issue-book.ts';
import { readMarker } from '../../src/publish/marker.ts';
import type { Report } from '../../src/report/report.ts';
import { findingOf, noHolidays, now, parsedOf, reportOf, scoreOf } from '../documents/sample.ts';

const parsed = parsedOf();
const defaults: ReadonlySet<OpenOn> = new Set(['drift', 'expiring', 'stale', 'unknown', 'danger']);
const nothing: FoundIssue = {
  issue: null,
  state: null,
  isSaid: true,
  duplicates: [],
  leftBehind: [],
  newest: 0,
};

function render(report: Report, found: FoundIssue = nothing) {
  return renderIssue({ report, parsed, holidays: noHolidays, previous: found.state });
}

/** The issue as a run over `report` left it. */
function foundAfter(report: Report, parts: Partial<Issue> = {}, before: FoundIssue = nothing): FoundIssue {
  const rendered = render(report, before);
  const issue: Issue = {
    number: 7,
    url: 'https://github.example/o/r/issues/7',
    state: 'open',
    title: rendered.title,
    body: rendered.body,
    labels: ['recovery-ledger'],
    assignees: [],
    author: { login: 'github-actions[bot]', isBot: true, association: 'NONE' },
    isDuplicate: false,
    isLocked: false,
    ...parts,
  };
  return {
    issue,
    state: readMarker(issue.body, now)?.state ?? null,
    isSaid: true,
    duplicates: [],
    leftBehind: [],
    newest: 7,
  };
}

function reconcile(report: Report, found: FoundIssue, parts: Partial<Parameters<typeof planIssue>[0]> = {}) {
  return planIssue({
    report,
    parsed,
    holidays: noHolidays,
    found,
    openOn: defaults,
    labels: ['recovery-ledger'],
    assignees: new Map(),
    complete: true,
    ...parts,
  }).effects;
}

const types = (effects: readonly { type: string }[]) => effects.map(({ type }) => type);

const drift = findingOf({
  id: 'dns/record-differs:www.example.co.jp/A' as never,
  party: 'maintenance',
  items: [8],
});
const expiring = findingOf({ id: 'tls/expires-soon:www.example.co.jp' as never, kind: 'expiring' });
const unknown = findingOf({
  id: 'probe/failed:www.example.co.jp/A',
  part: 'dns',
  kind: 'unknown',
  items: [8],
});
const gap = findingOf({ id: 'rollback/missing:rollback' as never, kind: 'gap', items: [5] });
const notice = findingOf({ id: 'probe/not-testable:x', kind: 'notice', severity: 'info' });
const excepted = { ...drift, excepted: { because: 'known', until: '2026-12-31' } };
const well = reportOf();

describe('an issue is made', () => {
  test.each([
    ['by a drift', reportOf({ findings: [drift] }), true],
    ['by something expiring', reportOf({ findings: [expiring] }), true],
    ['by something unseen', reportOf({ findings: [unknown] }), true],
    [
      'by band danger',
      reportOf({
        findings: [gap],
        score: scoreOf({ 1: 'gap', 2: 'gap', 3: 'gap', 4: 'gap', 5: 'gap', 6: 'gap', 7: 'gap' }),
      }),
      true,
    ],
    [
      'by a ledger that cannot be read',
      reportOf({
        verdict: 'invalid',
        score: null,
        site: null,
        findings: [findingOf({ id: 'ledger/invalid:a@b', severity: 'critical' })],
      }),
      true,
    ],
    ['not by a gap alone', reportOf({ findings: [gap], score: scoreOf({ 5: 'gap' }) }), false],
    ['not by a notice', reportOf({ findings: [notice] }), false],
    ['not by what is excepted', reportOf({ findings: [excepted] }), false],
    ['not when all is well', well, false],
  ])('%s', (_name, report, made) => {
    expect(types(reconcile(report, nothing))).toEqual(made ? ['ensure-label', 'create-issue'] : []);
  });

  test('only by the kinds of open-on', () => {
    expect(reconcile(reportOf({ findings: [drift] }), nothing, { openOn: new Set(['stale']) })).toEqual([]);
    const gaps = reconcile(reportOf({ findings: [gap] }), nothing, { openOn: new Set(['gap']) });
    expect(types(gaps)).toContain('create-issue');
  });

  test('with labels, and the assignees of the parties that have to act', () => {
    const effects = reconcile(reportOf({ findings: [drift] }), nothing, {
      labels: ['recovery-ledger', 'ops'],
      assignees: new Map([
        ['', ['lead']],
        ['maintenance', ['fixer', 'lead']],
        ['client', ['owner']],
      ]),
    });
    expect(effects).toMatchObject([
      { type: 'ensure-label', label: { name: 'recovery-ledger' } },
      { type: 'ensure-label', label: { name: 'ops' } },
      {
        type: 'create-issue',
        ledger: 'ledger.yml',
        labels: ['recovery-ledger', 'ops'],
        assignees: ['lead', 'fixer'],
      },
    ]);
  });
});

describe('an existing issue', () => {
  test('is left alone by a run that found the same', () => {
    const report = reportOf({ findings: [drift] });
    expect(reconcile(report, foundAfter(report))).toEqual([]);
  });

  test('is rewritten in silence where nothing is new', () => {
    const before = reportOf({ findings: [drift], checkedAt: '2026-10-01T00:00:00Z' });
    const effects = reconcile(reportOf({ findings: [drift] }), foundAfter(before));
    expect(types(effects)).toEqual(['update-issue']);
  });

  test('gets one comment for what is new and what is resolved', () => {
    const effects = reconcile(
      reportOf({ findings: [expiring] }),
      foundAfter(reportOf({ findings: [drift] })),
    );
    expect(types(effects)).toEqual(['update-issue', 'comment']);
    const comment = effects.find(({ type }) => type === 'comment') as { body: string };
    expect(comment.body).toContain(expiring.title.replace(/^title/, 'title').slice(0, 10));
    expect(comment.body).toContain('1件');
  });

  test.each([
    ['a notice', [drift], [drift, notice]],
    ['an excepted finding', [drift], [drift, { ...expiring, excepted: excepted.excepted }]],
  ])('is not commented for %s', (_name, before, after) => {
    expect(
      types(reconcile(reportOf({ findings: after }), foundAfter(reportOf({ findings: before })))),
    ).toEqual(['update-issue']);
  });

  test('whose marker is nonsense is rewritten, with no news', () => {
    const found = { ...foundAfter(reportOf({ findings: [drift] })), state: null };
    expect(types(reconcile(reportOf({ findings: [expiring] }), found))).toEqual(['update-issue']);
  });

  test('is reopened whoever closed it', () => {
    const found = foundAfter(reportOf({ findings: [drift], checkedAt: '2026-10-01T00:00:00Z' }), {
      state: 'closed',
    });
    expect(types(reconcile(reportOf({ findings: [drift] }), found))).toEqual([
      'update-issue',
      'reopen-issue',
    ]);
    expect(types(reconcile(reportOf({ findings: [drift, expiring] }), found))).toEqual([
      'update-issue',
      'reopen-issue',
      'comment',
    ]);
  });

  test('is closed with a comment that says why', () => {
    const effects = reconcile(well, foundAfter(reportOf({ findings: [drift] })));
    expect(types(effects)).toEqual(['update-issue', 'close-issue', 'comment']);
    expect(effects.at(-2)).toMatchObject({ reason: 'completed' });
  });

  test('that is closed is rewritten and stays closed', () => {
    const found = foundAfter(reportOf({ checkedAt: '2026-10-01T00:00:00Z' }), { state: 'closed' });
    expect(types(reconcile(well, found))).toEqual(['update-issue']);
  });

  test('is closed although a hole or an excepted finding is left', () => {
    const report = reportOf({ findings: [gap, excepted, notice], score: scoreOf({ 5: 'gap' }) });
    expect(types(reconcile(report, foundAfter(reportOf({ findings: [drift] }))))).toContain('close-issue');
  });

  test.each([
    [
      'in which something was unknown',
      reportOf({ findings: [unknown] }),
      { openOn: new Set<OpenOn>(['drift']) },
    ],
    ['that was not complete', well, { complete: false }],
    ['that looked at a part only', reportOf({ notAsked: [{ what: 'mail', reason: 'only' }] }), {}],
    [
      'that may read no credentials',
      reportOf({ notAsked: [{ what: 'backups', reason: 'no-credentials' }] }),
      {},
    ],
    ['that stayed offline', reportOf({ notAsked: [{ what: 'dns', reason: 'offline' }] }), {}],
  ])('is never closed by a run %s', (_name, report, parts) => {
    const effects = reconcile(report, foundAfter(reportOf({ findings: [expiring] })), parts);
    expect(types(effects)).not.toContain('close-issue');
  });

  test('gets its label back', () => {
    const report = reportOf({ findings: [drift] });
    const found = foundAfter(report, { labels: ['people-own'] });
    expect(reconcile(report, found)).toMatchObject([
      { type: 'ensure-label' },
      { type: 'add-labels', labels: ['recovery-ledger'] },
    ]);
    expect(reconcile(report, foundAfter(report, { labels: ['Recovery-Ledger'] }))).toEqual([]);
  });

  test('gets the assignees that are missing', () => {
    const report = reportOf({ findings: [drift] });
    const assignees = new Map([['', ['Lead', 'other']]]);
    expect(reconcile(report, foundAfter(report, { assignees: ['lead'] }), { assignees })).toEqual([
      { type: 'assign', number: 7, logins: ['other'] },
    ]);
  });

  test('is the only one: others are closed as duplicates', () => {
    const report = reportOf({ findings: [drift] });
    const found = foundAfter(report);
    const effects = reconcile(report, { ...found, duplicates: [{ ...found.issue!, number: 9 }] });
    expect(effects).toMatchObject([{ type: 'retire-issue', number: 9, labels: [], reason: 'duplicate' }]);
    expect(readMarker((effects[0] as { body: string }).body, now)).toBeNull();
  });
});

describe('what was not looked at', () => {
  const light: Partial<Report> = { notAsked: [{ what: 'dns', reason: 'only' }] };

  test('keeps its last state, and the issue open', () => {
    const before = foundAfter(
      reportOf({ findings: [drift], score: scoreOf({ 8: 'drift' }, { 8: [drift.id] }) }),
    );
    const report = reportOf({ ...light, checkedAt: '2026-11-23T15:20:00Z' });
    const rendered = render(report, before);
    expect(rendered.carried.report.findings.map(({ id }) => id)).toEqual([drift.id]);
    expect(rendered.carried.report.score).toMatchObject({ met: 9, band: 'strong' });
    expect(rendered.body).toContain(drift.id.split(':')[0]);
    const effects = reconcile(report, before);
    expect(types(effects)).not.toContain('comment');
    expect(types(effects)).not.toContain('close-issue');
  });

  test('is resolved by the next run that looks', () => {
    const first = foundAfter(reportOf({ findings: [drift] }));
    const second = foundAfter(reportOf(light), {}, first);
    expect(second.state?.findings.map(({ id }) => id)).toEqual([drift.id]);
    expect(types(reconcile(well, second))).toContain('close-issue');
  });

  test('because the ledger cannot be read is neither new nor resolved', () => {
    const problem = findingOf({ id: 'ledger/invalid:a@b', severity: 'critical' });
    const invalid = reportOf({
      verdict: 'invalid',
      score: null,
      site: null,
      recovery: null,
      findings: [problem],
    });
    const before = foundAfter(reportOf({ findings: [drift, gap] }));
    const comment = reconcile(invalid, before).find(({ type }) => type === 'comment') as { body: string };
    expect(comment.body).not.toContain('解消');
    const after = foundAfter(invalid, {}, before);
    expect(after.state?.findings.map(({ id }) => id).sort()).toEqual([drift.id, gap.id, problem.id].sort());
  });

  test('because nobody answered keeps its first day and is not called resolved', () => {
    const since = '2026-09-01T00:00:00Z';
    const before = foundAfter(reportOf({ findings: [{ ...drift, since }] }));
    const report = reportOf({ findings: [unknown] });
    const comment = reconcile(report, before).find(({ type }) => type === 'comment') as { body: string };
    expect(comment.body).not.toContain('解消');
    const after = foundAfter(report, {}, before);
    expect(after.state?.findings.find(({ id }) => id === drift.id)).toMatchObject({ since, unseen: true });
    expect(types(reconcile(well, after))).toContain('close-issue');
  });
});

describe('after creating', () => {
  const other = foundAfter(reportOf({ findings: [drift] })).issue!;
  test.each([
    ['nobody was faster', [], null],
    ['somebody was slower', [{ ...other, number: 12 }], null],
    [
      'somebody was faster',
      [
        { ...other, number: 11 },
        { ...other, number: 9 },
      ],
      9,
    ],
  ])('%s', (_name, newer, winner) => {
    const settled = settleDuplicate(10, [...newer, { ...other, number: 10 }], {
      ...{ report: well, parsed, labels: ['recovery-ledger'] },
    });
    expect(settled.winner?.number ?? null).toBe(winner);
    expect(settled.effects).toMatchObject(
      winner === null ? [] : [{ type: 'retire-issue', number: 10, reason: 'duplicate' }],
    );
  });
});
