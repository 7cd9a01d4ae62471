import packet, { type Packet } from 'dns-packet';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { openSecondView } from '../../src/edge/dns/second-view.ts';
import type { DnsOptions } from '../../src/edge/dns.ts';
import type { Edge } from '../../src/edge/edge.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { dnsProbe } from '../../src/probes/dns/index.ts';
import type { JudgeContext } from '../../src/probes/probe.ts';
import type { Reply } from '../../src/protocols/dns/message.ts';
import type { Finding } from '../../src/rules/finding.ts';
import { type Behavior, message, openWorld, rcode, registry, serves, zone } from '../edge/dns-servers.ts';
import { newKey, servesSigned } from '../edge/signed-zone.ts';
import { judged } from './judged.ts';

const never = new AbortController().signal;
const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const wwwA = { name: 'www.example.test', type: 'A', values: ['203.0.113.10'] };
const nameServer = ['@ 60 NS ns1.example.test', 'ns1 60 A 198.51.100.1'];
const right = ['www 60 A 203.0.113.10'];

/** A resolver's answer with these addresses; a TTL of 0 is never out of a memory. */
function gives(addresses: readonly string[], ttl = 0): Behavior {
  return ({ name, type }) =>
    message({ answers: type === 'A' ? addresses.map((data) => ({ name, ttl, type: 'A', data })) : [] });
}

/** SERVFAIL with these extended errors, unless signatures are to be left unchecked. */
function refuses(codes: readonly number[], unchecked: Packet = message({})): Behavior {
  const options = codes.map((code) => ({ code: 15, data: Buffer.from([code >> 8, code & 0xff, 0x78]) }));
  const opt = {
    type: 'OPT',
    name: '.',
    udpPayloadSize: 1232,
    extendedRcode: 0,
    ednsVersion: 0,
    flags: 0,
    options,
  };
  return (asked) => (asked.unchecked ? unchecked : { ...rcode('SERVFAIL'), additionals: [opt as never] });
}

interface Setting {
  readonly resolver: Behavior | null;
  readonly lines?: readonly string[];
  readonly claim?: object;
  readonly options?: Partial<DnsOptions>;
  readonly servers?: Record<string, Behavior | null>;
}

async function look({ resolver, lines = right, claim = wwwA, options, servers }: Setting) {
  await using world = await openWorld({
    ...registry('example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1'),
    '198.51.100.1': serves(zone('example.test', ...nameServer, ...lines)),
    '192.0.2.9': resolver,
    ...servers,
  });
  const ledger = Ledger.parse({
    version: 1,
    site: { name: 'Example', url: 'https://www.example.test/' },
    reality: { dns: [claim] },
  });
  const context: JudgeContext = {
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
  };
  const [check] = dnsProbe.plan(ledger);
  const dns = world.open({ resolver: '192.0.2.9:53', ...options });
  const { fact } = await dnsProbe.observe(check!.claim, { dns } as Edge, never);
  const findings = judged(dnsProbe, { check: check!, outcome: { type: 'seen', fact } }, context).findings;
  return {
    findings,
    ids: findings.map(({ id }) => id),
    fact,
    unsettled: dnsProbe.needsConfirmation(check!.claim, fact),
    asked: world.server('192.0.2.9').asked,
  };
}

function said(found: Finding, language: 'en' | 'ja'): string {
  const format = formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
  return messagesFor(language).rules[found.rule].say(found.data as never, format).observed ?? '';
}

const disagrees = ['dns/resolver-disagrees:www.example.test/A'];

describe('a resolver', () => {
  test('that says the same is asked once and not mentioned', async () => {
    const { ids, unsettled, asked } = await look({ resolver: gives(['203.0.113.10']) });
    expect(ids).toEqual([]);
    expect(unsettled).toBe(false);
    expect(asked).toHaveLength(1);
  });

  test('that gives another address', async () => {
    const { findings, ids, unsettled } = await look({ resolver: gives(['203.0.113.99']) });
    expect(ids).toEqual(disagrees);
    expect(findings[0]).toMatchObject({
      kind: 'drift',
      severity: 'warning',
      items: [8],
      data: { because: 'answer', resolver: '192.0.2.9:53', seen: ['203.0.113.99'] },
    });
    expect(unsettled).toBe(true);
  });

  test('that gives an address as it may have been before a change is not believed yet', async () => {
    const { ids, unsettled } = await look({ resolver: gives(['203.0.113.99'], 300) });
    expect(ids).toEqual([]);
    expect(unsettled).toBe(true);
  });

  test('that says the name does not exist', async () => {
    const start = { name: 'example.test', ttl: 0, type: 'SOA', data: { mname: 'm.test', rname: 'r.test' } };
    const resolver: Behavior = () => ({ ...rcode('NXDOMAIN'), authorities: [start as never] });
    expect((await look({ resolver })).ids).toEqual(disagrees);
  });

  test('that does not say for how long it remembers that the name does not exist', async () => {
    expect((await look({ resolver: () => rcode('NXDOMAIN') })).ids).toEqual([]);
  });

  test('that gives something where the ledger says there is nothing', async () => {
    const claim = { name: 'www.example.test', type: 'A', absent: true };
    expect((await look({ resolver: gives(['203.0.113.99']), lines: [], claim })).ids).toEqual(disagrees);
  });

  test.each<[string, object, readonly string[]]>([
    ['within a range', { values: ['203.0.113.0/24'], match: 'cidr' }, ['203.0.113.99']],
    [
      'of a pool',
      { values: ['203.0.113.10', '203.0.113.11'], match: 'any' },
      ['203.0.113.11', '203.0.113.12'],
    ],
    ['of a list', { values: ['203.0.113.10', '203.0.113.11'], match: 'within' }, ['203.0.113.11']],
  ])('that gives another address %s, as the ledger allows', async (_what, more, addresses) => {
    expect((await look({ resolver: gives(addresses), claim: { ...wwwA, ...more } })).ids).toEqual([]);
  });

  test('that follows aliases to the same end', async () => {
    const resolver: Behavior = ({ name }) =>
      message({
        answers: [
          { name, ttl: 0, type: 'CNAME', data: 'home.example.test' },
          { name: 'home.example.test', ttl: 0, type: 'A', data: '203.0.113.10' },
        ],
      });
    const lines = ['www 60 CNAME home.example.test', 'home 60 A 203.0.113.10'];
    expect((await look({ resolver, lines })).ids).toEqual([]);
  });

  test.each<[string, Behavior | null]>([
    ['refuses', () => rcode('REFUSED')],
    ['fails, signatures or not', refuses([22], rcode('SERVFAIL'))],
    ['is silent', () => null],
    ['is not there', null],
  ])('that %s has trouble of its own', async (_what, resolver) => {
    expect((await look({ resolver })).ids).toEqual([]);
  });

  test('is not asked about a cut between two zones', async () => {
    const claim = { name: 'example.test', type: 'NS', values: ['ns1.example.test'] };
    const { ids, asked } = await look({ resolver: gives([]), claim });
    expect(ids).toEqual([]);
    expect(asked).toEqual([]);
  });

  test('comes second where the name servers themselves do not give what the ledger says', async () => {
    const { ids } = await look({ resolver: gives(['203.0.113.98']), lines: ['www 60 A 203.0.113.99'] });
    expect(ids).toEqual(['dns/record-differs:www.example.test/A']);
  });

  test('is nobody in a world with a root of its own', async () => {
    const { fact, asked } = await look({ resolver: gives(['203.0.113.99']), options: { resolver: null } });
    expect(fact.resolver).toBeNull();
    expect(asked).toEqual([]);
  });
});

test('over HTTPS, where name servers are not asked: records are compared, the delegation is not testable', async () => {
  const options: Partial<DnsOptions> = {
    resolver: 'https://dns.example/dns-query',
    rootHints: null,
    httpsExchange: async (_url, bytes) => {
      const { questions = [] } = packet.decode(Buffer.from(bytes));
      const answers = [{ name: questions[0]!.name, type: 'A' as const, ttl: 17, data: '203.0.113.99' }];
      return packet.encode({ type: 'response', id: 0, questions, answers });
    },
  };
  expect((await look({ resolver: null, options })).ids).toEqual(['dns/record-differs:www.example.test/A']);
  const claim = { name: 'example.test', type: 'NS', values: ['ns1.example.test'] };
  expect((await look({ resolver: null, options, claim })).findings).toMatchObject([
    { id: 'probe/not-testable:example.test/NS', kind: 'notice', data: { reason: 'dns-blocked' } },
  ]);
});

describe('a resolver that checks signatures', () => {
  test('and refuses the name for them, in words', async () => {
    const { findings, ids } = await look({ resolver: refuses([7, 6]) });
    expect(ids).toEqual(['dns/resolver-disagrees:example.test']);
    expect(findings[0]).toMatchObject({ data: { because: 'signature', errors: [6, 7] } });
    expect(said(findings[0]!, 'en')).toContain('an expired signature (EDE 7)');
    expect(said(findings[0]!, 'ja')).toContain('署名の期限切れ(EDE 7)');
  });

  test('is a witness where the signatures are seen to be wrong: one finding, with what it says', async () => {
    const key = newKey();
    const expired = { key, from: '2026-09-01T00:00:00Z', until: '2026-10-01T00:00:00Z' };
    const { findings, ids } = await look({
      resolver: refuses([7]),
      servers: {
        ...registry(
          'example 60 NS ns1.example.test',
          'ns1.example 60 A 198.51.100.1',
          `example ${key.ds('example.test')}`,
        ),
        '198.51.100.1': servesSigned(zone('example.test', ...nameServer, ...right), expired),
      },
    });
    expect(ids).toEqual(['dns/signature-invalid:example.test']);
    expect(said(findings[0]!, 'en')).toContain('an expired signature (EDE 7)');
    expect(said(findings[0]!, 'ja')).toContain('署名の期限切れ(EDE 7)');
  });

  test('tells why, where name servers cannot be asked from here at all', async () => {
    const silent = { '192.0.2.1': () => null };
    expect((await look({ resolver: refuses([6]), servers: silent })).ids).toEqual(disagrees);
    await expect(look({ resolver: refuses([22], rcode('SERVFAIL')), servers: silent })).rejects.toMatchObject(
      { name: 'ProbeFailure' },
    );
  });
});

test('a resolver that is silent is soon asked no more', async () => {
  let asked = 0;
  const consult = async () => {
    asked += 1;
    return null;
  };
  const view = openSecondView({ name: 'x', consult, query: () => Promise.reject(new Error()) });
  for (const name of ['a', 'b', 'c', 'd', 'e']) expect(await view.ask(name, 'A', never)).toBeNull();
  expect(asked).toBe(3);
});

describe('an answer out of a memory', () => {
  const question = { name: 'www.example.test', type: 'A' } as const;

  /** Whether each of these looks, at a time and with a TTL in seconds, may be older than a change. */
  async function remembered(looks: readonly [at: number, ttl: number][]): Promise<boolean[]> {
    let look = looks[0]!;
    const consult = async () =>
      ({
        rcode: 'NOERROR',
        truncated: false,
        errors: [],
        answers: [{ ...question, ttl: look[1], data: '203.0.113.99', minimum: null }],
        authorities: [],
      }) as unknown as Reply;
    const view = openSecondView(
      { name: 'x', consult, query: () => Promise.reject(new Error()) },
      () => look[0] * 1000,
    );
    const results: boolean[] = [];
    for (look of looks) {
      const seen = await view.ask(question.name, question.type, never);
      results.push(seen!.mayBeRemembered);
    }
    return results;
  }

  test.each<[string, [number, number][], boolean[]]>([
    [
      'counts down',
      [
        [0, 300],
        [5, 295],
        [35, 265],
      ],
      [true, true, true],
    ],
    [
      'counts down in whole seconds',
      [
        [0, 300],
        [1.4, 299],
        [5, 295],
      ],
      [true, true, true],
    ],
    [
      'is over before the last look',
      [
        [0, 20],
        [5, 15],
        [35, 60],
      ],
      [true, true, false],
    ],
    [
      'of another memory behind the same address',
      [
        [0, 20],
        [5, 200],
        [35, 170],
      ],
      [true, true, true],
    ],
    [
      'that never counts down is none',
      [
        [0, 300],
        [5, 300],
      ],
      [true, false],
    ],
    ['that holds for no time is none', [[0, 0]], [false]],
    [
      'looked at again at once may still be one',
      [
        [0, 300],
        [0.1, 300],
      ],
      [true, true],
    ],
  ])('%s', async (_what, looks, expected) => expect(await remembered(looks)).toEqual(expected));
});
