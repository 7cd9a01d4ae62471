import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { Edge } from '../../src/edge/edge.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { dnsProbe } from '../../src/probes/dns/index.ts';
import { judgeSigning } from '../../src/probes/dns/judge-signing.ts';
import type { JudgeContext, KnownDate, Observation } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { type Behavior, openWorld, rcode, registry, serves, zone } from '../edge/dns-servers.ts';
import { type Algorithm, newKey, type SignOptions, servesSigned } from '../edge/signed-zone.ts';
import { judged } from './judged.ts';

const never = new AbortController().signal;
const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const month = { from: '2026-10-20T00:00:00Z', until: '2026-11-19T00:00:00Z' };
const key = newKey();
const signed = { name: 'example.test', dnssec: 'signed' };
const wwwA = { name: 'www.example.test', type: 'A', values: ['203.0.113.10'] };
const records = [
  '@ 60 NS ns1.example.test',
  '@ 60 NS ns2.example.test',
  'ns1 60 A 198.51.100.1',
  'ns2 60 A 198.51.100.2',
  'www 60 A 203.0.113.10',
  'www 60 A 203.0.113.9',
  '@ 60 MX 10 mail.example.test',
];

interface Setting {
  /** DS records at the parent, each as `60 DS …`. */
  readonly ds: readonly string[];
  readonly sign?: Partial<SignOptions>;
  /** What the second server does instead. */
  readonly second?: Partial<SignOptions> | Behavior;
  readonly lines?: readonly string[];
}

interface Looked {
  readonly findings: readonly Finding[];
  readonly ids: readonly string[];
  readonly dates: readonly KnownDate[];
  readonly unsettled: boolean;
  /** The types that the zone's servers were asked for. */
  readonly asked: ReadonlySet<string>;
}

async function lookIn(
  { ds, sign = {}, second = sign, lines = records }: Setting,
  claims: object[],
): Promise<Looked> {
  const server = (options: Partial<SignOptions>) =>
    servesSigned(zone('example.test', ...lines), { key, ...month, ...options });
  await using world = await openWorld({
    ...registry(
      ...['ns1', 'ns2'].map((name) => `example 60 NS ${name}.example.test`),
      'ns1.example 60 A 198.51.100.1',
      'ns2.example 60 A 198.51.100.2',
      ...ds.map((each) => `example ${each}`),
    ),
    '198.51.100.1': server(sign),
    '198.51.100.2': typeof second === 'function' ? second : server(second),
  });
  const ledger = Ledger.parse({
    version: 1,
    site: { name: 'Example', url: 'https://www.example.test/' },
    reality: { dns: claims },
  });
  const context: JudgeContext = {
    ledger,
    now,
    zone: 'Asia/Tokyo',
    next: Temporal.Instant.from('2026-12-03T00:00:00Z'),
    afterNext: Temporal.Instant.from('2027-01-03T00:00:00Z'),
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: 'maintenance',
  };
  const dns = world.open();
  const findings: Finding[] = [];
  const dates: KnownDate[] = [];
  let unsettled = false;
  for (const check of dnsProbe.plan(ledger)) {
    const { fact } = await dnsProbe.observe(check.claim, { dns } as Edge, never);
    expect(JSON.parse(JSON.stringify(fact))).toEqual(fact);
    unsettled ||= dnsProbe.needsConfirmation(check.claim, fact);
    const observation: Observation<never, never> = {
      check: check as never,
      outcome: { type: 'seen', fact: fact as never },
      from: null,
      startedAt: now,
      durationMs: 0,
      attempts: 1,
    };
    const found = judged(dnsProbe, observation, context);
    findings.push(...found.findings);
    dates.push(...found.dates);
  }
  for (const language of ['en', 'ja'] as const) {
    const format = formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
    for (const each of findings)
      expect(
        JSON.stringify(messagesFor(language).rules[each.rule].say(each.data as never, format)),
      ).not.toMatch(/null|undefined|NaN/);
  }
  const asked = new Set(world.server('198.51.100.1').asked.map(({ type }) => type));
  return { findings, ids: [...new Set(findings.map(({ id }) => id))], dates, unsettled, asked };
}

const claims = [
  { ...wwwA, match: 'includes' },
  { name: 'example.test', type: 'MX', values: ['10 mail.example.test'] },
  signed,
];
const trusted = [key.ds('example.test')];

describe('a signed zone', () => {
  test.each<Algorithm>([8, 10, 13, 14, 15, 16])('of algorithm %i is silent', async (algorithm) => {
    const own = newKey(algorithm);
    const { findings, unsettled, dates } = await lookIn(
      { ds: [own.ds('example.test')], sign: { key: own } },
      claims,
    );
    expect(findings).toEqual([]);
    expect(unsettled).toBe(false);
    // Signatures that renew themselves have no date that anybody needs to know.
    expect(dates).toEqual([]);
  });

  test.each([1, 2, 4] as const)('with a digest of type %i is silent', async (type) => {
    expect((await lookIn({ ds: [key.ds('example.test', type)] }, claims)).ids).toEqual([]);
  });

  test('with a key that signs the keys and one that signs the records', async () => {
    const zoneKey = newKey(13, 256);
    const sign = { key: zoneKey, keys: [key, zoneKey], but: { 'example.test/DNSKEY': { key } } };
    expect((await lookIn({ ds: trusted, sign }, claims)).ids).toEqual([]);
  });

  test('in the middle of an exchange of keys: one DS that fits is enough', async () => {
    const { ids } = await lookIn({ ds: [newKey().ds('example.test'), ...trusted] }, claims);
    expect(ids).toEqual([]);
  });

  test('whose servers sign each answer anew, for hours', async () => {
    const sign = { from: '2026-10-31T23:00:00Z', until: '2026-11-01T02:00:00Z' };
    expect((await lookIn({ ds: trusted, sign }, claims)).ids).toEqual([]);
  });

  test('signed in ways that nobody here knows is no fault', async () => {
    const ds = ['60 DS 1 253 2 abcd', '60 DS 1 13 250 abcd', '60 DS 1 5 2 abcd'];
    const { ids, asked } = await lookIn({ ds }, claims);
    expect(ids).toEqual([]);
    expect(asked).not.toContain('DNSKEY');
  });
});

test('a zone without DS is not looked at further, whatever it is signed with', async () => {
  const { ids, asked } = await lookIn({ ds: [], sign: { until: '2026-10-21T00:00:00Z' } }, [
    claims[0]!,
    { ...signed, dnssec: 'unsigned' },
  ]);
  expect(ids).toEqual([]);
  expect(asked).not.toContain('DNSKEY');
});

describe('keys that the parent does not know', () => {
  const other = newKey();
  const plain = serves(zone('example.test', ...records));

  test('a key in the place of the one that the DS names', async () => {
    const { findings, ids, unsettled } = await lookIn({ ds: trusted, sign: { key: other } }, claims);
    expect(ids).toEqual(['dns/ds-mismatch:example.test']);
    expect(findings[0]).toMatchObject({
      kind: 'drift',
      severity: 'critical',
      items: [8],
      path: ['reality', 'dns', 0],
      data: { because: 'no-match', keys: [other.tag], parent: [`${key.tag} 13 2`], servers: null },
    });
    expect(unsettled).toBe(true);
  });

  test('no key at all, as after a move to another provider', async () => {
    await using world = await openWorld({
      ...registry('example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1', `example ${trusted[0]}`),
      '198.51.100.1': plain,
    });
    const { signing } = (
      await dnsProbe.observe(
        { about: 'zone', name: 'example.test', dnssec: 'signed' },
        { dns: world.open() } as Edge,
        never,
      )
    ).fact;
    expect(signing[0]!.servers).toMatchObject([{ keys: [], trust: 'no-keys' }]);
  });

  test('a digest that is not that of the key', async () => {
    const [wrong] = trusted.map((text) => text.replace(/[0-9a-f]{8}$/, '00000000'));
    const { findings } = await lookIn({ ds: [wrong!] }, claims);
    expect(findings[0]).toMatchObject({ rule: 'dns/ds-mismatch', data: { because: 'other-digest' } });
  });

  test('a digest with SHA-1 does not count beside a better one', async () => {
    const [wrong] = trusted.map((text) => text.replace(/[0-9a-f]{8}$/, '00000000'));
    const { ids } = await lookIn({ ds: [wrong!, key.ds('example.test', 1)] }, claims);
    expect(ids).toEqual(['dns/ds-mismatch:example.test']);
  });

  test('at one of two servers', async () => {
    const { findings } = await lookIn({ ds: trusted, second: { key: other } }, claims);
    expect(findings[0]).toMatchObject({ rule: 'dns/ds-mismatch', data: { servers: ['ns2.example.test'] } });
  });

  test('where the ledger says that the zone is not signed: the DS is the fault', async () => {
    const { ids } = await lookIn({ ds: trusted, sign: { key: other } }, [{ ...signed, dnssec: 'unsigned' }]);
    expect(ids).toEqual(['dns/ds-mismatch:example.test']);
  });
});

describe('signatures', () => {
  const foreign = newKey();

  test.each<[string, Partial<SignOptions>, object]>([
    ['that have expired', { until: '2026-10-31T00:00:00Z' }, { because: 'expired', keyTag: key.tag }],
    [
      'with hours left, that should have been renewed',
      { until: '2026-11-01T11:00:00Z' },
      { because: 'ends', until: '2026-11-01T11:00:00Z' },
    ],
    ['that are not valid yet', { from: '2026-11-01T01:00:00Z' }, { because: 'not-yet-valid' }],
    [
      'that do not match',
      { but: { 'example.test/SOA': { fault: 'wrong' } } },
      { because: 'wrong', type: 'SOA' },
    ],
    ['of another key', { but: { 'example.test/SOA': { key: foreign } } }, { because: 'no-key' }],
    [
      'of keys by a key that the parent does not name',
      { keys: [key, foreign], but: { 'example.test/DNSKEY': { key: foreign } } },
      { because: 'no-key', type: 'DNSKEY' },
    ],
    [
      'that are missing',
      { but: { 'example.test/SOA': { fault: 'missing' } } },
      { because: 'missing', keyTag: null },
    ],
  ])('%s: one finding for the zone', async (_what, sign, data) => {
    const { findings, ids } = await lookIn({ ds: trusted, sign }, claims);
    expect(ids).toEqual(['dns/signature-invalid:example.test']);
    expect(findings[0]).toMatchObject({ kind: 'drift', severity: 'critical', items: [8], data });
    // Equal for every claim, so that it does not matter which of them the run shows.
    expect(new Set(findings.map((each) => JSON.stringify(each.data))).size).toBe(1);
  });

  test('of one record alone', async () => {
    const sign = { but: { 'www.example.test/A': { until: '2026-10-31T00:00:00Z' } } };
    const { findings } = await lookIn({ ds: trusted, sign }, claims);
    expect(findings).toMatchObject([
      { id: 'dns/signature-invalid:www.example.test/A', data: { name: 'www.example.test', type: 'A' } },
    ]);
  });

  test('at one of two servers, which is behind', async () => {
    const { findings } = await lookIn({ ds: trusted, second: { until: '2026-10-31T00:00:00Z' } }, claims);
    expect(findings[0]).toMatchObject({
      rule: 'dns/signature-invalid',
      data: { servers: ['ns2.example.test'] },
    });
  });

  test('by one key of several are enough', async () => {
    const old = newKey(13, 256);
    expect((await lookIn({ ds: trusted, sign: { keys: [key, old] } }, claims)).ids).toEqual([]);
  });

  test('of an alias stand in the place of the addresses', async () => {
    const lines = [
      ...records.slice(0, 4),
      'www 60 CNAME @.example.test',
      '@.example.test. 60 A 203.0.113.10',
    ];
    const sign = { but: { 'www.example.test/CNAME': { fault: 'wrong' as const } } };
    const { ids } = await lookIn({ ds: trusted, sign, lines }, [wwwA]);
    expect(ids).toEqual(['dns/signature-invalid:www.example.test/CNAME']);
  });
});

describe('signatures made for months', () => {
  const quarter = { from: '2026-09-01T00:00:00Z', until: '2026-12-10T00:00:00Z' };

  test('that end before the next run can act', async () => {
    const { findings, ids, dates } = await lookIn({ ds: trusted, sign: quarter }, claims);
    expect(ids).toEqual(['dns/signature-expires:example.test']);
    expect(findings[0]).toMatchObject({
      kind: 'expiring',
      severity: 'warning',
      items: [],
      data: { type: 'DNSKEY', keyTag: key.tag, until: quarter.until },
    });
    expect(findings[0]!.deadline?.toString()).toBe(quarter.until);
    expect(dates[0]).toMatchObject({
      what: { type: 'signature-ends', zone: 'example.test' },
      finding: 'dns/signature-expires:example.test',
    });
  });

  test.each<[string, number, number, boolean]>([
    ['for 30 days, with 2 left', 30, 2, true],
    ['for 14 days, with 1 left', 14, 1, true],
    ['for 30 days, with 4 left', 30, 4, false],
    ['for 6 days, with 13 hours left', 6, 13 / 24, false],
  ])('made %s', async (_name, made, left, isReported) => {
    const end = now.add({ seconds: Math.round(left * 86_400) });
    const sign = { ...quarter, from: end.subtract({ hours: made * 24 }).toString(), until: end.toString() };
    const { ids } = await lookIn({ ds: trusted, sign }, claims);
    expect(ids).toEqual(isReported ? ['dns/signature-expires:example.test'] : []);
  });

  test('that end later are a date and nothing else', async () => {
    const { ids, dates } = await lookIn(
      { ds: trusted, sign: { ...quarter, until: '2026-12-18T00:00:00Z' } },
      claims,
    );
    expect(ids).toEqual([]);
    expect(dates[0]).toMatchObject({ finding: null });
    expect(dates[0]!.at.toString()).toBe('2026-12-18T00:00:00Z');
  });

  test('renewed every month, ending before the next run: nobody has to do anything', async () => {
    expect(
      (await lookIn({ ds: trusted, sign: { ...month, until: '2026-11-05T00:00:00Z' } }, claims)).ids,
    ).toEqual([]);
  });

  test('an expired one comes first', async () => {
    const sign = { ...quarter, but: { 'example.test/SOA': { until: '2026-10-31T00:00:00Z' } } };
    expect((await lookIn({ ds: trusted, sign }, [signed])).ids).toEqual([
      'dns/signature-invalid:example.test',
    ]);
  });
});

test('below a zone that is not signed itself nothing counts as signed', async () => {
  await using world = await openWorld({
    ...registry('example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1'),
    '198.51.100.1': serves(
      zone(
        'example.test',
        '@ 60 NS ns1.example.test',
        'shop 60 NS ns1.shop.example.test',
        `shop ${newKey().ds('shop.example.test')}`,
        'ns1.shop 60 A 198.51.100.2',
      ),
    ),
    '198.51.100.2': serves(zone('shop.example.test', '@ 60 NS ns1.shop.example.test', '@ 60 A 203.0.113.10')),
  });
  const [check] = dnsProbe.plan(
    Ledger.parse({
      version: 1,
      site: { name: 'Example', url: 'https://www.example.test/' },
      reality: { dns: [{ name: 'shop.example.test', type: 'A', values: ['203.0.113.10'] }] },
    }),
  );
  const { fact } = await dnsProbe.observe(check!.claim, { dns: world.open() } as Edge, never);
  expect(fact.signing).toMatchObject([{ zone: 'shop.example.test', servers: [], unseen: [] }]);
  expect(world.server('198.51.100.2').asked.map(({ type }) => type)).not.toContain('DNSKEY');
});

test('a zone without DS is asked about once in a run', async () => {
  await using world = await openWorld({
    ...registry('example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1'),
    '198.51.100.1': serves(zone('example.test', ...records)),
  });
  const dns = world.open();
  for (const name of ['www.example.test', 'ns1.example.test', 'ns2.example.test']) {
    const claim = {
      about: 'records',
      name,
      type: 'A',
      values: [],
      match: 'exact',
      ttlAtMost: null,
      absent: false,
    };
    await dnsProbe.observe(claim as never, { dns } as Edge, never);
  }
  const asked = world.server('192.0.2.2').asked.filter(({ type }) => type === 'DS');
  // In two spellings, since there is none.
  expect(asked.length).toBeLessThanOrEqual(2);
});

describe('what could not be seen', () => {
  test('a parent that does not tell is asked again, and then said to be unknown', async () => {
    const { '192.0.2.2': parent, ...root } = registry(
      'example 60 NS ns1.example.test',
      'ns1.example 60 A 198.51.100.1',
    );
    await using world = await openWorld({
      ...root,
      '192.0.2.2': (asked) => (asked.type === 'DS' ? rcode('SERVFAIL') : parent!(asked)),
      '198.51.100.1': serves(zone('example.test', ...records)),
    });
    const claim = {
      about: 'records',
      name: 'www.example.test',
      type: 'A',
      values: [],
      match: 'exact',
    } as never;
    const { fact } = await dnsProbe.observe(claim, { dns: world.open() } as Edge, never);
    expect(fact.signing).toMatchObject([{ zone: 'example.test', parent: null }]);
    expect(dnsProbe.needsConfirmation(claim, fact)).toBe(true);
    expect(judgeSigning(fact.signing[0]!, { path: [], refusal: null }, {} as JudgeContext)).toMatchObject([
      { id: 'probe/failed:example.test@example.test/DS', kind: 'unknown', items: [8] },
    ]);
  });

  test('servers that do not answer to questions with DO are not known', async () => {
    const full = servesSigned(zone('example.test', ...records), { key, ...month });
    const deaf: Behavior = (asked) => (asked.type === 'DNSKEY' ? rcode('SERVFAIL') : full(asked));
    await using world = await openWorld({
      ...registry('example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1', `example ${trusted[0]}`),
      '198.51.100.1': deaf,
    });
    const { fact } = await dnsProbe.observe(
      { about: 'zone', name: 'example.test', dnssec: 'signed' },
      { dns: world.open() } as Edge,
      never,
    );
    expect(fact.signing[0]!.unseen).toEqual(['example.test/DNSKEY']);
    expect(dnsProbe.needsConfirmation({ about: 'zone', name: 'example.test', dnssec: 'signed' }, fact)).toBe(
      true,
    );
  });
});
