import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DnsEdge } from '../../src/edge/dns.ts';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { caaProbe } from '../../src/probes/caa/index.ts';
import type { Observation } from '../../src/probes/probe.ts';
import type { AuthoritativeView } from '../../src/protocols/dns/views.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { judged } from './judged.ts';

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');

function plan(certificate: string) {
  const ledger = `version: 1\nsite: { name: A, url: "https://a.example/" }\nreality: { certificates: { www: ${certificate} } }\n`;
  const read = parseLedger(Buffer.from(ledger), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  return { ledger: read.parsed.ledger, checks: caaProbe.plan(read.parsed.ledger) };
}

/** CAA records by name; `SILENT` for servers that do not answer. */
type Records = Readonly<Record<string, readonly string[] | 'SILENT'>>;

async function look(certificate: string, records: Records) {
  const asked: string[] = [];
  const dns = {
    async askAuthorities(name: string, type: string): Promise<AuthoritativeView> {
      asked.push(`${name}/${type}`);
      const values = records[name] ?? [];
      if (values === 'SILENT') throw new ProbeFailure('timeout', name);
      const server = { server: 'ns1', address: '', rcode: 'NOERROR', alias: null, negativeTtl: null };
      const outcome = values.length > 0 ? 'records' : 'no-data';
      return {
        view: 'authoritative',
        name,
        type: 'CAA',
        zone: null,
        servers: [{ ...server, outcome, records: values.map((data) => ({ data, ttl: 300 })) }],
      };
    },
  } as unknown as DnsEdge;
  const { ledger, checks } = plan(certificate);
  const check = checks[0]!;
  const blank = { check: check as never, from: null, startedAt: now, durationMs: 1, attempts: 1 };
  const observation = await caaProbe.observe(check.claim, { dns } as Edge, new AbortController().signal).then(
    ({ fact }): Observation<never, never> => ({ ...blank, outcome: { type: 'seen', fact: fact as never } }),
    (failure): Observation<never, never> => ({ ...blank, outcome: { type: 'failed', failure } }),
  );
  const findings = judged(caaProbe, observation as never, {
    ledger,
    now,
    zone: 'Asia/Tokyo',
    next: now,
    afterNext: now,
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered: true,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: null,
  }).findings;
  return { ids: findings.map(({ id }) => id), findings, asked };
}

const encrypted = "{ host: www.example.jp, issuer: Let's Encrypt }";
const forbids = ['dns/caa-forbids-issuer:www.example.jp/CAA'];

describe('the authority that is to renew', () => {
  test.each<[string, string, Records, string[]]>([
    ['may, where nobody says anything', encrypted, {}, []],
    ['may, where it is named', encrypted, { 'example.jp': ['0 issue letsencrypt.org'] }, []],
    [
      'may, with parameters',
      encrypted,
      { 'example.jp': ['0 issue letsencrypt.org; validationmethods=dns-01'] },
      [],
    ],
    [
      'may, beside others',
      encrypted,
      { 'example.jp': ['0 issue digicert.com', '0 issue letsencrypt.org'] },
      [],
    ],
    [
      'may, where only reports are asked for',
      encrypted,
      { 'example.jp': ['0 iodef mailto:a@example.jp'] },
      [],
    ],
    ['may not, where another is named', encrypted, { 'example.jp': ['0 issue digicert.com'] }, forbids],
    ['may not, where nobody may', encrypted, { 'example.jp': ['0 issue ;'] }, forbids],
    [
      'may not, where a rule is critical that nobody knows',
      encrypted,
      { 'example.jp': ['128 tbs unknown'] },
      forbids,
    ],
    [
      'is bound by the nearest set alone',
      encrypted,
      { 'www.example.jp': ['0 issue letsencrypt.org'], 'example.jp': ['0 issue digicert.com'] },
      [],
    ],
    ['is bound by the top, too', encrypted, { jp: ['0 issue digicert.com'] }, forbids],
    [
      'has several names',
      '{ host: www.example.jp, issuer: Amazon }',
      { 'example.jp': ['0 issue awstrust.com'] },
      [],
    ],
    [
      'is one of several',
      '{ host: www.example.jp, issuer: [DigiCert Inc, Sectigo Limited] }',
      { 'example.jp': ['0 issue sectigo.com'] },
      [],
    ],
  ])('%s', async (_name, certificate, records, expected) => {
    expect((await look(certificate, records)).ids).toEqual(expected);
  });

  test('wildcards have a rule of their own, and the plain one where there is none', async () => {
    const wild = "{ host: www.example.jp, names: ['*.example.jp'], issuer: Let's Encrypt }";
    expect(
      (await look(wild, { 'example.jp': ['0 issue letsencrypt.org', '0 issuewild digicert.com'] })).ids,
    ).toEqual(forbids);
    expect(
      (await look(wild, { 'example.jp': ['0 issue digicert.com', '0 issuewild letsencrypt.org'] }))
        .findings[0]?.data,
    ).toMatchObject({ names: ['www.example.jp'] });
    expect((await look(wild, { 'example.jp': ['0 issue letsencrypt.org'] })).ids).toEqual([]);
  });

  test('every name of the certificate counts, and the finding says which', async () => {
    const two = "{ host: www.example.jp, names: [shop.other.jp], issuer: Let's Encrypt }";
    const { findings } = await look(two, { 'other.jp': ['0 issue digicert.com'] });
    expect(findings).toMatchObject([
      { kind: 'drift', severity: 'warning', items: [8], data: { names: ['shop.other.jp'], at: 'other.jp' } },
    ]);
  });
});

test('what could not be looked at is not known', async () => {
  const { findings } = await look(encrypted, { 'example.jp': 'SILENT' });
  expect(findings).toMatchObject([{ rule: 'probe/failed', kind: 'unknown', items: [8] }]);
});

test('the tree is climbed no further than the first set', async () => {
  expect((await look(encrypted, { 'example.jp': ['0 issue letsencrypt.org'] })).asked).toEqual([
    'www.example.jp/CAA',
    'example.jp/CAA',
  ]);
});

test('nothing is planned where the issuer is not said, not known, or the host is an address', () => {
  for (const certificate of [
    '{ host: www.example.jp }',
    '{ host: www.example.jp, issuer: My Own CA }',
    "{ host: 192.0.2.1, issuer: Let's Encrypt }",
  ]) {
    expect(plan(certificate).checks).toEqual([]);
  }
});
