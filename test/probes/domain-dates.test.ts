import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { RdapDomain } from '../../fixtures/world/rdap.ts';
import { look, type Situation } from './domain-world.ts';

// When a registration's end is spoken of: a table of days, with the second on either side of each border.

const second = 1;
const day = 86_400;

/** A moment some seconds before or after another. */
function moment(from: string, seconds: number): string {
  return Temporal.Instant.from(from).add({ seconds }).toString();
}

const end = '2027-03-10T12:00:00Z';

/** Judges example.com, which ends at `end`, so many seconds before that. */
async function left(
  seconds: number,
  claim: object,
  { every = 31, ...more }: Partial<RdapDomain> & { every?: number } = {},
) {
  const seen = await look({
    domains: { 'example.com': claim },
    rdap: {
      'https://rdap.com.test/domain/example.com': {
        name: 'example.com',
        statuses: ['client transfer prohibited'],
        expires: end,
        ...more,
      },
    },
    now: moment(end, -seconds),
    every,
  });
  return seen;
}

const soon = (severity: string) => [`domain/expires-soon:example.com ${severity}`];
const expired = ['domain/expired:example.com critical'];

describe('renewed by itself', () => {
  const automatic = { renewal: 'automatic' };

  // The last run that comes 7 days before the end reports it; the next one is 31, 7 or 1 days away, with 2 of slack.
  test.each<[number, string, number, string[]]>([
    [31, '46 days left', 46 * day, []],
    [31, '45 days and a second', 45 * day + second, []],
    [31, '45 days', 45 * day, soon('notice')],
    [31, '40 days and a second', 40 * day + second, soon('notice')],
    [31, '40 days', 40 * day, soon('warning')],
    [31, '17 days', 17 * day, soon('warning')],
    [7, '40 days', 40 * day, soon('notice')],
    [7, '16 days and a second', 16 * day + second, soon('notice')],
    [7, '16 days', 16 * day, soon('warning')],
    [1, '10 days and a second', 10 * day + second, soon('notice')],
    [1, '7 days', 7 * day, soon('warning')],
    [366, '60 days', 60 * day, soon('warning')],
    [31, 'a second', second, soon('warning')],
    [31, 'none', 0, expired],
    [31, 'ended', -30 * day, expired],
  ])('looked at every %d days: %s', async (every, _name, seconds, told) => {
    expect((await left(seconds, automatic, { every })).told).toEqual(told);
    // How long a person needs is no matter.
    expect((await left(seconds, { ...automatic, 'lead-time': '90d' }, { every })).told).toEqual(told);
  });

  test('the day of its end stands among the dates, with the finding that speaks of it', async () => {
    expect((await left(100 * day, automatic)).dates).toEqual([['domain-ends', end, null]]);
    const told = 'domain/expires-soon:example.com';
    expect((await left(5 * day, automatic)).dates).toEqual([['domain-ends', end, told]]);
    expect((await left(-day, automatic)).dates).toEqual([]);
  });
});

describe('renewed by hand', () => {
  const manual = { renewal: 'manual' };
  // The last day to start is 30 days before the end; runs are 31 days apart, with 2 of slack.
  const next = 33;
  const afterNext = 64;

  test.each<[string, number, string[]]>([
    ['two runs ahead', (30 + afterNext) * day + second, []],
    ['one run ahead', (30 + afterNext) * day, soon('notice')],
    ['the run before the last', (30 + next) * day + second, soon('notice')],
    ['the last run that leaves enough time', (30 + next) * day, soon('warning')],
    ['the last moment to start', 30 * day, soon('warning')],
    ['a second after it', 30 * day - second, soon('critical')],
    ['the last second', second, soon('critical')],
    ['ended', 0, expired],
  ])('%s', async (_name, seconds, told) => {
    expect((await left(seconds, manual)).told).toEqual(told);
    expect((await left(seconds, {})).told).toEqual(told);
  });

  test('the claim’s own lead time counts', async () => {
    const claim = { ...manual, 'lead-time': '60d' };
    expect((await left(60 * day, claim, { every: 7 })).told).toEqual(soon('warning'));
    expect((await left(60 * day - second, claim, { every: 7 })).told).toEqual(soon('critical'));
  });

  test('says whether the ledger told how', async () => {
    const inferred = (await left(20 * day, {})).findings[0]?.data;
    expect(inferred).toMatchObject({ renewal: 'manual', isInferred: true, stage: 'past' });
    expect((await left(20 * day, manual)).findings[0]?.data).toMatchObject({ isInferred: false });
  });

  test('the last day to start stands among the dates', async () => {
    const renewBy = moment(end, -30 * day);
    expect((await left(200 * day, manual)).dates).toEqual([
      ['domain-ends', end, null],
      ['domain-deadline', renewBy, null],
    ]);
    const { findings, dates } = await left(40 * day, manual);
    expect(findings[0]).toMatchObject({ kind: 'expiring', items: [], data: { renewBy } });
    expect(findings[0]?.deadline?.toString()).toBe(end);
    expect(dates.map(([, , finding]) => finding)).toEqual(Array(2).fill('domain/expires-soon:example.com'));
  });
});

describe('.jp', () => {
  // The registration lasts to the end of 31 May in Japan.
  const jpEnd = '2027-05-31T14:59:59Z';
  const jp = async (at: string, claim: object, more: Partial<Situation> = {}) =>
    look({
      domains: { 'example.jp': claim },
      jp: [
        {
          name: 'example.jp',
          type: 'general',
          state: 'Active',
          expires: '2027/05/31',
          nameServers: ['ns1.dns.example'],
          locks: ['AgentChangeLocked'],
        },
      ],
      now: at,
      ...more,
    });
  const told = (severity: string) => [`domain/expires-soon:example.jp ${severity}`];

  test.each([
    ['45 days left', moment(jpEnd, -45 * day)],
    ['7 days left', moment(jpEnd, -7 * day)],
    ['the last hour', moment(jpEnd, -3600)],
    ['an hour after it, before the new date shows', moment(jpEnd, 3600)],
    ['two days after it', moment(jpEnd, 2 * day)],
  ])('renewed by itself: nothing is said of the date: %s', async (_name, at) => {
    expect((await jp(at, { renewal: 'automatic' })).told).toEqual([]);
  });

  test('renewed by itself: its date is among the dates all the same', async () => {
    const { dates } = await jp('2027-05-01T00:00:00Z', { renewal: 'automatic' });
    expect(dates).toEqual([['domain-ends', jpEnd, null]]);
  });

  test.each<[string, number, string[]]>([
    ['two runs ahead', (45 + 64) * day + second, []],
    ['one run ahead', (45 + 64) * day, told('notice')],
    ['the last run that leaves enough time', (45 + 33) * day, told('warning')],
    ['the last moment to start', 45 * day, told('warning')],
    ['a second after it', 45 * day - second, told('critical')],
    ['the last second', second, told('critical')],
    ['the old date has passed, and the state is good', -second, []],
  ])('renewed by hand, 45 days ahead: %s', async (_name, seconds, findings) => {
    expect((await jp(moment(jpEnd, -seconds), { renewal: 'manual' })).told).toEqual(findings);
  });

  test('what was paid shows only after the old date: the ledger says it with its evidence', async () => {
    const at = moment(jpEnd, -20 * day);
    const paid = { renewal: 'manual', expires: '2028-05-31', evidence: 'seen in the console' };
    expect((await jp(at, paid)).told).toEqual([]);
    expect((await jp(at, paid)).dates[0]).toEqual(['domain-ends', '2028-05-31T14:59:59Z', null]);
    expect((await jp(at, { ...paid, evidence: undefined })).told).toEqual(told('critical'));
    expect((await jp(at, { ...paid, expires: '2027-05-31' })).told).toEqual(told('critical'));
    // The state is looked at in any case.
    const ending = [
      {
        name: 'example.jp',
        type: 'general',
        state: 'To be suspended',
        expires: '2027/05/31',
        nameServers: ['ns1.dns.example'],
      },
    ] as const;
    expect((await jp(at, paid, { jp: ending })).told).toEqual(['domain/to-be-suspended:example.jp critical']);
  });

  test('a provisional registration does not roll over', async () => {
    const provisional = (at: string) =>
      jp(
        at,
        { renewal: 'automatic' },
        {
          domains: { 'example.co.jp': { renewal: 'automatic' } },
          jp: [
            {
              name: 'example.co.jp',
              type: 'organisation',
              state: 'Advance-Registered',
              expires: '2027/05/31',
              nameServers: ['ns1.dns.example'],
              locks: ['AgentChangeLocked'],
            },
          ],
        },
      );
    const id = 'domain/expires-soon:example.co.jp';
    expect((await provisional(moment(jpEnd, -7 * day))).told).toEqual([`${id} warning`]);
    expect((await provisional(moment(jpEnd, -41 * day))).told).toEqual([`${id} notice`]);
  });
});

describe('a registry that publishes no end', () => {
  const url = 'https://rdap.nl.test/domain/example.nl';
  const notice = 'domain/expiry-not-published:example.nl notice';
  const nl = (claim: object, at: string, more: Partial<Situation> = {}) =>
    look({
      domains: { 'example.nl': claim },
      habit: 'country',
      rdap: { [url]: { name: 'example.nl', statuses: ['active'], registrar: { name: 'Example B.V.' } } },
      now: at,
      ...more,
    });
  const claim = { renewal: 'manual', expires: '2027-03-31', evidence: 'seen in the console' };
  // The day lasts to its end in the site's time zone.
  const nlEnd = '2027-03-31T21:59:59Z';
  const zone = { zone: 'Europe/Amsterdam' };
  const told = (severity: string) => `domain/expires-soon:example.nl ${severity}`;

  test('is a notice, with the ledger’s date and evidence in its place', async () => {
    const { told: ids, findings, dates } = await nl(claim, '2026-11-01T00:00:00Z', zone);
    expect(ids).toEqual([notice]);
    expect(findings[0]?.data).toMatchObject({ expires: '2027-03-31', evidence: 'seen in the console' });
    expect(dates.map(([type, at]) => [type, at])).toEqual([
      ['domain-ends', nlEnd],
      ['domain-deadline', moment(nlEnd, -30 * day)],
    ]);
    const none = await nl({ renewal: 'manual' }, '2026-11-01T00:00:00Z');
    expect([none.told, none.dates]).toEqual([[notice], []]);
  });

  test.each<[string, number, string[]]>([
    ['in good time', (30 + 64) * day + second, []],
    ['the last moment to start', 30 * day, [told('warning')]],
    ['a second after it', 30 * day - second, [told('critical')]],
    // Nobody saw it end.
    ['the ledger’s date has passed', -day, [told('critical')]],
  ])('by hand: %s', async (_name, seconds, findings) => {
    const { told: ids } = await nl(claim, moment(nlEnd, -seconds), zone);
    expect(ids.filter((id) => id !== notice)).toEqual(findings);
  });

  test('by itself: 7 days before the ledger’s date, and after it', async () => {
    const automatic = { ...claim, renewal: 'automatic' };
    const of = async (seconds: number) =>
      (await nl(automatic, moment(nlEnd, -seconds), zone)).told.filter((id) => id !== notice);
    expect(await of(46 * day)).toEqual([]);
    expect(await of(45 * day)).toEqual([told('notice')]);
    expect(await of(7 * day)).toEqual([told('warning')]);
    expect(await of(-day)).toEqual([told('warning')]);
  });

  test('the registrar’s own date comes before the ledger’s', async () => {
    const related = 'https://rdap.registrar.test/domain/example.nl';
    const plain = { name: 'example.nl', statuses: ['active'] };
    const { told: ids, dates } = await nl(claim, '2026-11-01T00:00:00Z', {
      rdap: {
        [url]: { ...plain, related },
        [related]: { ...plain, registrarExpires: '2027-09-01T00:00:00Z' },
      },
    });
    expect(ids).toEqual([]);
    expect(dates[0]).toEqual(['domain-ends', '2027-09-01T00:00:00Z', null]);
  });

  test('where it does publish one, the ledger’s is not used', async () => {
    const { told: ids } = await left(100 * day, { renewal: 'automatic', expires: '2020-01-01' });
    expect(ids).toEqual([]);
  });
});

test('paid for less long than the registry shows: the registrar’s date counts', async () => {
  const at = 'https://rdap.com.test/domain/example.com';
  const related = 'https://rdap.registrar.test/domain/example.com';
  const plain = { name: 'example.com', statuses: ['client transfer prohibited'] };
  const { told, findings } = await look({
    domains: { 'example.com': { renewal: 'automatic' } },
    rdap: {
      [at]: { ...plain, expires: '2027-11-05T00:00:00Z', related },
      [related]: { ...plain, registrarExpires: '2026-11-05T00:00:00Z' },
    },
  });
  expect(told).toEqual(soon('warning'));
  expect(findings[0]?.data).toMatchObject({ expires: '2026-11-05T00:00:00Z', source: 'registrar' });
});
