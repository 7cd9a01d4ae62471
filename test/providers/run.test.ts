import { Temporal } from 'temporal-polyfill';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type CheckOptions, checkLedger } from '../../src/check/check.ts';
import { renderTerminal } from '../../src/documents/terminal.ts';
import type { NetworkEdge } from '../../src/edge/open.ts';
import type { ProvidersEdge } from '../../src/edge/providers.ts';
import { openScrubber } from '../../src/edge/scrubber.ts';
import { providers } from '../../src/providers/registry.ts';
import { planIssue } from '../../src/publish/issue.ts';
import { renderIssue } from '../../src/publish/issue-body.ts';
import { type IssueState, readMarker } from '../../src/publish/marker.ts';
import type { CheckedLedger } from '../../src/report/checked.ts';
import type { Report } from '../../src/report/report.ts';
import { findingOf } from '../documents/sample.ts';
import type { Case, Exchange, ProviderCases } from './cases.ts';
import { openVendor, type Script, type Vendor } from './vendor.ts';

// A whole run over a ledger with twelve backups, at as many providers as there are.

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

const now = '2026-11-24T00:00:00Z';
const names = Object.entries(providers).flatMap(([name, { load }]) => (load === null ? [] : [name]));
const brought = await Promise.all(
  names.map(async (name): Promise<[string, ProviderCases]> => {
    const { cases } = await import(`../../fixtures/responses/${name}/cases.ts`);
    return [name, cases];
  }),
);
/** Those that need credentials of their own, and whose vendor can refuse with 401 at the first request. */
const refusable = brought.filter(
  ([name, { troubles }]) =>
    troubles?.['401'] === undefined && providers[name as keyof typeof providers].schema.variables.length > 0,
);
const twelve = Array.from({ length: 12 }, (_each, index) => {
  const [name, cases] = refusable[index % refusable.length]!;
  return { id: `b${index}`, name, cases, account: `CLIENT_${index}` };
});

const ledger = `version: 1
site: { name: A, url: "https://a.example/" }
reality: ${JSON.stringify({
  backups: Object.fromEntries(
    twelve.map(({ id, name, cases, account }) => [
      id,
      // Where they are kept is no question here.
      {
        provider: name,
        ...cases.target,
        account,
        away: { none: 'as the vendors have them' },
        ...(cases.role == null ? {} : { role: cases.role }),
      },
    ]),
  ),
})}
`;

const exchangesOf = (name: string, cases: ProviderCases): Exchange[] =>
  [...cases.session, ...(cases.situations.ok as Case).exchanges].map(({ sent, ...exchange }) => ({
    ...exchange,
    // Signatures are the contract suite's business; here the moment is another.
    body: 'file' in exchange.body ? { file: `${name}/${exchange.body.file}` } : exchange.body,
  }));
const all = [...new Map(refusable.map(([name, cases]) => [name, exchangesOf(name, cases)])).values()].flat();

function check(
  script: Partial<Script>,
  environment: 'given' | 'none' = 'given',
  language: 'en' | 'ja' = 'en',
): Promise<CheckedLedger> {
  vendor.play({ provider: '.', now, exchanges: all, ...script });
  const edge = vendor.edge({
    now,
    environment: (name) => {
      const one = twelve.find(({ account }) => name.startsWith(`${account}_`));
      if (environment === 'none') return '';
      if (one === undefined) return brought.flatMap(([, cases]) => cases.environment[name] ?? [])[0] ?? '';
      return one.cases.environment[name.slice(one.account.length + 1)] ?? '';
    },
    credentials: brought.flatMap(([, { credentials }]) => credentials ?? []).join('\n'),
    token: environment === 'none' ? null : 'token-of-the-run-itself',
  });
  return run(ledger, edge, new Set(['backups']), language);
}

function run(
  text: string,
  asked: ProvidersEdge | null,
  only: CheckOptions['only'],
  language: 'en' | 'ja' = 'en',
  before: CheckOptions['before'] = null,
): Promise<CheckedLedger> {
  return checkLedger(
    { file: 'ledger.yml', bytes: Buffer.from(text) },
    {
      mode: 'monthly',
      language,
      now: Temporal.Instant.from(now),
      nextCheck: null,
      schedule: [],
      workflow: null,
      only,
      retryWaitsMs: [],
      deadlineMs: 60_000,
      unseen: null,
      readFiles: false,
      before,
      firstSeen: new Map(),
      confirmed: new Set(),
    },
    {
      clock: { now: () => Temporal.Instant.from(now), elapsedMs: () => 0, wait: async () => {} },
      edge: {
        dns: { hasAnswered: () => true },
        providers: asked,
        scrubber: openScrubber(),
      } as unknown as NetworkEdge,
      files: {} as never,
      loadHolidays: async () => ({ isHoliday: () => false }),
      signal: new AbortController().signal,
    },
  );
}

const ofBackups = ({ findings }: Report) => findings.filter(({ rule }) => /^(backup|probe)\//.test(rule));

describe('twelve backups', () => {
  it('are asked for at once: no answer is given before all twelve have asked', async () => {
    const { report } = await check({ atOnce: 12 });
    expect(vendor.unanswered).toEqual([]);
    expect(report.observations.map(({ subject }) => subject)).toEqual(twelve.map(({ id }) => id));
    expect(ofBackups(report).filter(({ kind }) => kind === 'unknown')).toEqual([]);
  });

  it('that all answer 401 are twelve unknowns that name the permission, and no backup is said to be missing', async () => {
    const { report } = await check({ trouble: { of: all, kind: '401' } });
    const findings = ofBackups(report);
    expect(findings.map(({ id }) => id).toSorted()).toEqual(
      twelve.map(({ id }) => `probe/access-denied:${id}@backup`).toSorted(),
    );
    for (const { subject, expected, kind } of findings.map((each) => ({
      ...each,
      subject: each.id.replace(/^.*:|@.*$/g, ''),
    }))) {
      const { name } = twelve.find(({ id }) => id === subject)!;
      const { permission } = providers[name as keyof typeof providers].schema;
      expect([kind, expected]).toEqual(['unknown', permission.en]);
    }
  });

  it('that are refused by a store whose clock is an hour ahead are not told as wrong credentials where it signs by the clock', async () => {
    const { report } = await check({ now: '2026-11-24T01:00:00Z', trouble: { of: all, kind: '403' } });
    const byProvider = new Map(
      ofBackups(report).map(({ id, rule, observed }) => {
        const subject = id.replace(/^.*:|@.*$/g, '');
        return [twelve.find((each) => each.id === subject)!.name, { rule, observed }];
      }),
    );
    expect(byProvider.get('aws-ebs')?.rule).toBe('probe/failed');
    expect(byProvider.get('azure-blob')?.rule).toBe('probe/failed');
    expect(byProvider.get('azure-blob')?.observed).toContain('clock');
    expect(byProvider.get('digitalocean')?.rule).toBe('probe/access-denied');
  });

  it.each([
    ['en', /^ *Nothing needs doing\.$/m],
    ['ja', /^ *対応が必要なことはありません。$/m],
  ] as const)(
    'that all answer 401 are told in the terminal with the permission, and not as nothing to do (%s)',
    async (language, nothing) => {
      const { report, parsed } = await check({ trouble: { of: all, kind: '401' } }, 'given', language);
      const holidays = { isHoliday: () => false };
      const source = { bytes: Buffer.from(ledger) };
      const seen = { ...report, findings: ofBackups(report) };
      const shown = renderTerminal({ report: seen, parsed, source, holidays }, { colour: false, width: 400 });
      expect(shown).not.toMatch(nothing);
      for (const { name } of twelve) {
        const { permission } = providers[name as keyof typeof providers].schema;
        expect(shown).toContain(permission[language]);
      }
    },
  );

  it('that all lack their variables are twelve unknowns that name them as they are to be set', async () => {
    const { report } = await check({}, 'none');
    const findings = ofBackups(report);
    expect(findings).toHaveLength(12);
    for (const each of findings) {
      const { name, account } = twelve.find(({ id }) => each.id.endsWith(`:${id}@backup`))!;
      const needed = providers[name as keyof typeof providers].schema.variables.filter((one) => one.needed);
      expect(each.kind).toBe('unknown');
      expect(each.rule).not.toMatch(/^backup\//);
      for (const variable of needed) expect(each.expected).toContain(`${account}_${variable.name}`);
    }
  });

  it('that all answer 401 keep the issue open', async () => {
    const { report, parsed } = await check({ trouble: { of: all, kind: '401' } });
    // As in a run that looked at everything else as well, and found it well.
    const whole: Report = { ...report, notAsked: [], findings: ofBackups(report) };
    const holidays = { isHoliday: () => false };
    const before = findingOf({ id: 'tls/expired:a.example' as never });
    const old = renderIssue({ report: { ...whole, findings: [before] }, parsed, holidays, previous: null });
    const found = {
      issue: {
        number: 7,
        url: 'https://github.example/o/r/issues/7',
        state: 'open' as const,
        title: old.title,
        body: old.body,
        labels: ['recovery-ledger'],
        assignees: [],
        author: { login: 'github-actions[bot]', isBot: true, association: 'NONE' },
        isDuplicate: false,
        isLocked: false,
      },
      state: readMarker(old.body, Temporal.Instant.from(now))?.state ?? null,
      isSaid: true,
      duplicates: [],
      leftBehind: [],
      newest: 7,
    };
    const { effects } = planIssue({
      report: whole,
      parsed,
      holidays,
      found,
      openOn: new Set(['drift', 'expiring', 'stale', 'unknown', 'danger']),
      labels: ['recovery-ledger'],
      assignees: new Map(),
      complete: true,
    });
    expect(effects.map(({ type }) => type)).not.toContain('close-issue');
    expect(effects.map(({ type }) => type)).toContain('update-issue');
  });
});

describe('what an earlier run saw of a backup', () => {
  const s3 = new Map(brought).get('s3')!;
  const text = `version: 1
site: { name: A, url: "https://a.example/" }
reality: { backups: { db: { provider: s3, every: 7d, away: true, ...: 0 } } }
`.replace(
    '...: 0',
    Object.entries(s3.target)
      .map((each) => each.join(': '))
      .join(', '),
  );
  const look = (before: CheckOptions['before']) => {
    vendor.play({ provider: '.', now, exchanges: exchangesOf('s3', s3) });
    const edge = vendor.edge({
      now,
      environment: (name) => s3.environment[name] ?? '',
      credentials: '',
      token: null,
    });
    return run(text, edge, new Set(['backups']), 'en', before);
  };
  /** What the issue keeps of a run, as the next one reads it. */
  const left = ({ report, parsed, judgement, holidays }: CheckedLedger, previous: IssueState | null) => {
    const { body } = renderIssue({ report, parsed, holidays, previous, backups: judgement!.backups });
    return readMarker(body, Temporal.Instant.from(now))!.state!;
  };

  it('is kept in the issue, and missed by the next run where the store keeps nothing of it', async () => {
    const first = left(await look(null), null);
    expect(Object.keys(first.backups)).toContain('db@*.sql.gz');
    const { place } = first.backups['db@*.sql.gz']!;
    const gone = { place, isNew: true, newest: '2026-10-24T18:00:05Z', bytes: 5_000_000, comes: true };
    const known: IssueState = { ...first, backups: { ...first.backups, 'db@shop-*.sql.gz': gone } };
    const second = await look({ type: 'last-run', last: known });
    expect(ofBackups(second.report).map(({ id }) => id)).toContain('backup/series-stopped:db@shop-*.sql.gz');
    expect(left(second, known).backups).toMatchObject({ 'db@shop-*.sql.gz': gone });
  });
});

describe('a backup that is not looked at', () => {
  it('for want of credentials, as in a pull request, is said to be not looked at', async () => {
    const { report } = await run(ledger, null, new Set(['backups']));
    expect(report.observations).toEqual([]);
    expect(ofBackups(report)).toEqual([]);
    expect(report.notAsked).toContainEqual({ what: 'backups', reason: 'no-credentials' });
  });

  it('because a later version will, is a notice and no finding', async () => {
    const later = `version: 1
site: { name: A, url: "https://a.example/" }
reality: { backups: { cms: { provider: pantheon, site: a, environment: live, every: 24h } } }
`;
    const { report } = await run(later, null, null);
    expect(report.findings).toContainEqual(
      expect.objectContaining({ id: 'probe/not-testable:reality.backups.cms', kind: 'notice' }),
    );
    expect(report.notAsked).toEqual([]);
  });
});
