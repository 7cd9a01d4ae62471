import { describe, expect, it } from 'vitest';
import { checklistDates, judgeChecklist, scoreItems } from '../../src/checklist/index.ts';
import { scoreLedger } from '../../src/checklist/score.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import type { ItemNumber, Kind } from '../../src/rules/rule.ts';
import { filesWith, inputWith, judged } from './complete.ts';

const found = (kind: Kind, ...items: ItemNumber[]) => ({ id: `${kind} ${items}`, kind, items });
const stateOf = (...kinds: Kind[]) => scoreItems(kinds.map((kind) => found(kind, 3))).items[2]?.state;

describe('the score', () => {
  it('takes the worst of an item’s findings', () => {
    expect(stateOf()).toBe('met');
    expect(stateOf('unknown')).toBe('unknown');
    expect(stateOf('unknown', 'gap')).toBe('gap');
    expect(stateOf('gap', 'stale')).toBe('stale');
    expect(stateOf('stale', 'drift', 'gap')).toBe('drift');
    expect(stateOf('expiring', 'notice')).toBe('met');
  });

  it('names the findings that hold an item, and counts only those', () => {
    const { items, met, of } = scoreItems([found('gap', 7, 8), found('notice', 7), found('drift')]);
    expect(items.filter(({ state }) => state !== 'met').map(({ id, findings }) => [id, findings])).toEqual([
      ['access', ['gap 7,8']],
      ['entrance', ['gap 7,8']],
    ]);
    expect([met, of]).toEqual([8, 10]);
  });

  it.each([
    [0, 'danger'],
    [3, 'danger'],
    [4, 'caution'],
    [6, 'caution'],
    [7, 'minimum'],
    [8, 'minimum'],
    [9, 'strong'],
    [10, 'strong'],
  ])('%i is in band %s', (met, band) => {
    const holes = Array.from({ length: 10 - met }, (_, index) => found('gap', (index + 1) as ItemNumber));
    expect(scoreItems(holes)).toMatchObject({ met, band });
  });

  it('is 10 for a complete ledger with its files, 6 where the files are missing', () => {
    expect(scoreItems(judged()).met).toBe(10);
    expect(scoreItems(judged({}, filesWith())).met).toBe(10);
    const missing = Object.fromEntries(
      [...filesWith().files!.keys()].map((path) => [path, { type: 'missing' }]),
    );
    const score = scoreItems(judged({}, filesWith(missing)));
    expect(score.items.filter(({ state }) => state === 'drift').map(({ item }) => item)).toEqual([
      5, 6, 8, 10,
    ]);
    expect(score.met).toBe(6);
  });

  describe('where every way in hangs on one person', () => {
    const holding = (holders: string[], heldBy: string[] = holders) => {
      const ledger = structuredClone(inputWith().ledger);
      const ways = [...Object.values(ledger.access ?? {}), ...Object.values(ledger.entrance ?? {})];
      for (const way of ways) Object.assign(way!, { holders, mfa: { method: 'totp', 'held-by': heldBy } });
      return ledger;
    };
    const scored = (ledger: Ledger) => {
      const findings = judgeChecklist({ ...inputWith(), ledger });
      return { ...scoreLedger(ledger, findings), plain: scoreItems(findings) };
    };
    const kinds = Object.entries(inputWith().ledger.contacts ?? {});
    const person = kinds.find(([, { kind }]) => kind === 'person')![0];
    const desk = kinds.find(([, { kind }]) => kind === 'desk')![0];

    it('is in band danger, with its items counted as ever', () => {
      const { band, met, plain } = scored(holding([person]));
      expect([band, met, plain.band === 'danger']).toEqual(['danger', plain.met, false]);
    });

    it('is so too where the second factor alone is one person’s', () => {
      expect(scored(holding([person, desk], [person])).band).toBe('danger');
    });

    it('is not, where it is a desk, where others hold one of the ways, or where it is accepted knowingly', () => {
      expect(scored(holding([desk])).band).not.toBe('danger');
      const other = holding([person]);
      Object.assign(Object.values(other.access!)[0]!, {
        holders: [person, desk],
        mfa: { method: 'totp', 'held-by': [person, desk] },
      });
      expect(scored(other).band).not.toBe('danger');
      const alone = holding([person]);
      const findings = judgeChecklist({ ...inputWith(), ledger: alone });
      const left = findings.filter(({ rule }) => !/single-holder$/.test(rule));
      expect(scoreLedger(alone, left).band).toBe(scoreItems(left).band);
    });
  });

  it('is 0 for a ledger that says only what it must, without an error', () => {
    const ledger = Ledger.parse({ version: 1, site: { name: 'Sample', url: 'https://www.example.com/' } });
    const findings = judgeChecklist({ ...inputWith(), ledger });
    expect(scoreItems(findings)).toMatchObject({ met: 0, band: 'danger' });
    expect(new Set(findings.map(({ kind }) => kind))).toEqual(new Set(['gap', 'stale']));
    expect(new Set(findings.map(({ id }) => id)).size).toBe(findings.length);
    expect(checklistDates({ ...inputWith(), ledger })).toEqual([]);
  });
});

describe('known dates', () => {
  const dates = (changes = {}) =>
    checklistDates(inputWith(changes)).map(({ at, what, finding }) => [at.toString(), what.type, finding]);

  it('are all that people have to keep, on the last second of their day, soonest first', () => {
    expect(
      dates({
        plan: [{ item: 7, by: 'maintenance', until: '2026-12-20' }],
        'incidents.0.done': undefined,
        exceptions: [
          { rule: 'tls/old-protocol', subject: 'www', because: 'old terminals', until: '2027-03-31' },
        ],
        contacts: { desk: { verified: '2026-11-02' } },
        access: { server: { verified: '2026-11-03' } },
        entrance: { dns: { verified: '2026-11-04' } },
        'reality.backups.daily.newest': '2026-11-01',
      }),
    ).toEqual([
      ['2026-09-30T14:59:59Z', 'prevention', 'incident/prevention-overdue:incidents.0'],
      ['2026-12-01T14:59:59Z', 'backup-confirmation', 'backup/unconfirmed:daily'],
      ['2026-12-02T14:59:59Z', 'review', 'ledger/review-due:reviewed'],
      ['2026-12-20T14:59:59Z', 'plan', 'plan/overdue:plan.0'],
      ['2027-01-06T14:59:59Z', 'contact-verification', 'contact/unverified:desk'],
      ['2027-01-07T14:59:59Z', 'access-verification', 'access/unverified:server'],
      ['2027-01-08T14:59:59Z', 'access-verification', 'access/unverified:dns'],
      ['2027-03-31T14:59:59Z', 'exception-ends', 'ledger/exception-expired:exceptions.0'],
      ['2027-06-20T14:59:59Z', 'rehearsal', 'runbook/unrehearsed:rollback.rehearsed'],
      ['2027-06-20T14:59:59Z', 'rehearsal', 'runbook/unrehearsed:restore.rehearsed'],
      ['2027-06-20T14:59:59Z', 'exercise', 'exercise/overdue:exercises'],
    ]);
  });

  it('follow the calendar and the site’s time zone', () => {
    const [review] = dates({
      reviewed: '2026-01-31',
      'site.timezone': 'Europe/Berlin',
      review: { every: '1 month' },
    });
    expect(review?.[0]).toBe('2026-02-28T22:59:59Z');
    expect(dates({ review: { every: '999999y' } }).map(([, what]) => what)).toContain('review');
  });
});
