import type { Packet } from 'dns-packet';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DnsEdge, DnsOptions } from '../../src/edge/dns.ts';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { Ledger } from '../../src/ledger/schema.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { type DnsClaimCheck, type DnsFact, dnsProbe } from '../../src/probes/dns/index.ts';
import type { Check, JudgeContext, Outcome } from '../../src/probes/probe.ts';
import type { Finding } from '../../src/rules/finding.ts';
import {
  authoritative,
  type Behavior,
  type DnsWorld,
  message,
  openWorld,
  rcode,
  registry,
  serves,
  zone,
} from '../edge/dns-servers.ts';
import { judged } from './judged.ts';

const never = new AbortController().signal;
const now = Temporal.Instant.from('2026-11-01T00:00:00Z');

type Claims = Record<string, unknown>[];

function ledgerOf(claims: Claims, more: object = {}): Ledger {
  return Ledger.parse({
    version: 1,
    site: { name: 'Example', url: 'https://www.example.test/' },
    reality: { dns: claims },
    ...more,
  });
}

function contextOf(ledger: Ledger, anythingAnswered = true): JudgeContext {
  return {
    ledger,
    now,
    zone: 'Asia/Tokyo',
    next: now.add({ hours: 24 * 31 }),
    afterNext: now.add({ hours: 24 * 62 }),
    scheduledBy: 'review.every',
    leadTimeDays: 14,
    anythingAnswered,
    unreachable: new Set(),
    mainEndpoints: new Set(),
    operator: 'maintenance',
  };
}

function judge(check: Check<DnsClaimCheck>, outcome: Outcome<DnsFact>, context: JudgeContext): Finding[] {
  return judged(dnsProbe, { check, outcome }, context).findings;
}

/** Looks at the claims in the world as a run would, and judges. */
async function look(dns: DnsEdge, claims: Claims, more: object = {}) {
  const ledger = ledgerOf(claims, more);
  const context = contextOf(ledger);
  const findings: Finding[] = [];
  const facts: DnsFact[] = [];
  let unsettled = false;
  for (const check of dnsProbe.plan(ledger)) {
    try {
      const { fact } = await dnsProbe.observe(check.claim, { dns } as Edge, never);
      facts.push(fact);
      unsettled ||= dnsProbe.needsConfirmation(check.claim, fact);
      findings.push(...judge(check, { type: 'seen', fact }, context));
    } catch (error) {
      if (!(error instanceof ProbeFailure)) throw error;
      findings.push(...judge(check, { type: 'failed', failure: error }, context));
    }
  }
  sayAll(findings);
  return { findings, ids: findings.map((each) => each.id), facts, unsettled };
}

/** Every finding can be put into words, in both languages. */
function sayAll(findings: readonly Finding[]): void {
  for (const language of ['en', 'ja'] as const) {
    const format = formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
    for (const each of findings) {
      const rule = messagesFor(language).rules[each.rule];
      expect(rule.say(each.data as never, format).title).not.toBe('');
    }
  }
}

const apex = [
  '@ 3600 NS ns1.example.test',
  '@ 3600 NS ns2.example.test',
  'ns1 60 A 198.51.100.1',
  'ns2 60 A 198.51.100.2',
];
const delegated = [
  'example 3600 NS ns1.example.test',
  'example 3600 NS ns2.example.test',
  'ns1.example 3600 A 198.51.100.1',
  'ns2.example 3600 A 198.51.100.2',
];

interface Setting {
  /** Records of example.test besides its NS. */
  readonly lines: string[];
  /** What the second server does instead. */
  readonly second?: Behavior | string[] | null;
  readonly first?: Behavior | null;
  readonly parent?: string[];
  readonly others?: Record<string, Behavior | null>;
}

function open({ lines, second = lines, first, parent = delegated, others = {} }: Setting): Promise<DnsWorld> {
  const behavior = (of: Behavior | string[] | null) =>
    Array.isArray(of) ? serves(zone('example.test', ...apex, ...of)) : of;
  return openWorld({
    ...registry(...parent),
    '198.51.100.1': first === undefined ? behavior(lines) : first,
    '198.51.100.2': behavior(second),
    ...others,
  });
}

async function lookIn(
  setting: Setting,
  claims: Claims,
  more: object = {},
  options: Partial<DnsOptions> = {},
) {
  await using world = await open(setting);
  return await look(world.open(options), claims, more);
}

const wwwA = { name: 'www.example.test', type: 'A', values: ['203.0.113.10'] };

describe('plan', () => {
  test('a check for each claim, with the subject of the contract', () => {
    const checks = dnsProbe.plan(
      ledgerOf([
        { name: 'WWW.Example.jp.', type: 'A', values: ['203.0.113.10'], 'ttl-at-most': '5m' },
        { name: '日本語.jp', dnssec: 'signed' },
      ]),
    );
    expect(checks.map(({ subject, path }) => [subject, path])).toEqual([
      ['www.example.jp/A', ['reality', 'dns', 0]],
      ['xn--wgv71a119e.jp', ['reality', 'dns', 1]],
    ]);
  });

  test('no claims, no checks', () => {
    expect(dnsProbe.plan(ledgerOf([]))).toEqual([]);
  });
});

describe('records', () => {
  test('as the ledger says: silent', async () => {
    const { findings, unsettled } = await lookIn(
      {
        lines: [
          'www 60 A 203.0.113.10',
          '@ 60 MX 10 mail.example.test',
          '@ 60 TXT v=spf1 |-all',
          '@ 60 TXT other',
          '@ 60 CAA 0 issue letsencrypt.org',
        ],
      },
      [
        wwwA,
        { name: 'example.test', type: 'MX', values: ['10 mail.example.test.'] },
        { name: 'example.test', type: 'TXT', values: ['v=spf1 -all'], match: 'includes' },
        { name: 'example.test', type: 'CAA', values: ['0 issue "letsencrypt.org"'] },
        { name: 'example.test', type: 'NS', values: ['NS2.example.test', 'ns1.example.test'] },
        { name: 'old.example.test', type: 'A', absent: true },
        { name: 'example.test', dnssec: 'unsigned' },
      ],
    );
    expect(findings).toEqual([]);
    expect(unsettled).toBe(false);
  });

  test('a name that is gone', async () => {
    const { findings, unsettled } = await lookIn({ lines: [] }, [wwwA]);
    expect(findings).toMatchObject([
      {
        id: 'dns/no-such-name:www.example.test/A',
        kind: 'drift',
        severity: 'critical',
        items: [8],
        acceptable: false,
        party: 'maintenance',
        path: ['reality', 'dns', 0],
        data: { lookAgainAt: '2026-11-01T00:10:00Z' },
      },
    ]);
    // A complete, contrary answer is believed at once.
    expect(unsettled).toBe(false);
  });

  test('a type that is gone', async () => {
    const { findings } = await lookIn({ lines: ['www 60 TXT x'] }, [wwwA]);
    expect(findings).toMatchObject([
      { id: 'dns/record-missing:www.example.test/A', severity: 'critical', acceptable: false },
    ]);
  });

  test('another value', async () => {
    const { findings } = await lookIn({ lines: ['www 60 A 203.0.113.99'] }, [wwwA]);
    expect(findings).toMatchObject([
      {
        id: 'dns/record-differs:www.example.test/A',
        severity: 'critical',
        acceptable: true,
        data: { seen: ['203.0.113.99'] },
      },
    ]);
  });

  describe('under a wildcard', () => {
    const base = serves(zone('example.test', ...apex));
    const anything: Behavior = (asked) =>
      asked.type === 'A' && !/^(ns\d\.)?example\.test$/i.test(asked.name)
        ? message({
            flags: authoritative,
            answers: [{ name: asked.name, ttl: 60, type: 'A', data: '203.0.113.99' }],
          })
        : base(asked);
    const under = { lines: [], first: anything, second: anything };

    test('a record that was removed seems to have changed: the wildcard is named', async () => {
      const { findings } = await lookIn(under, [wwwA]);
      expect(findings).toMatchObject([
        {
          id: 'dns/record-differs:www.example.test/A',
          acceptable: false,
          data: { wildcard: '*.example.test' },
        },
      ]);
    });

    test('a name that was given up still answers', async () => {
      const { findings } = await lookIn(under, [{ name: 'old.example.test', type: 'A', absent: true }]);
      expect(findings).toMatchObject([
        { rule: 'dns/record-unexpected', data: { wildcard: '*.example.test' } },
      ]);
    });

    test('nobody asks for one where all is as the ledger says', async () => {
      await using world = await open(under);
      await look(world.open(), [{ ...wwwA, values: ['203.0.113.99'] }]);
      const names = new Set(world.server('198.51.100.1').asked.map(({ name }) => name.toLowerCase()));
      const nameServers = ['ns1.example.test', 'ns2.example.test'];
      expect([...names].sort()).toEqual(['example.test', ...nameServers, 'www.example.test']);
    });

    test('a text that was emptied is none', async () => {
      const claim = { name: 'www.example.test', type: 'TXT', values: ['v=spf1 -all'] };
      const { findings } = await lookIn({ lines: ['www 60 TXT '] }, [claim]);
      expect(findings).toMatchObject([
        { rule: 'dns/record-differs', acceptable: true, data: { seen: [''], wildcard: null } },
      ]);
    });

    test('a changed record is none', async () => {
      const { findings } = await lookIn({ lines: ['www 60 A 203.0.113.99'] }, [wwwA]);
      expect(findings).toMatchObject([{ rule: 'dns/record-differs', data: { wildcard: null } }]);
    });
  });

  test('a value more', async () => {
    const { findings } = await lookIn({ lines: ['www 60 A 203.0.113.10', 'www 60 A 203.0.113.11'] }, [wwwA]);
    expect(findings).toMatchObject([
      { id: 'dns/record-unexpected:www.example.test/A', severity: 'warning', acceptable: true },
    ]);
  });

  test('types without which the site still works are warnings', async () => {
    const { findings } = await lookIn({ lines: ['@ 60 TXT v=spf1 +all'] }, [
      { name: 'example.test', type: 'TXT', values: ['v=spf1 -all'] },
      { name: 'example.test', type: 'CAA', values: ['0 issue letsencrypt.org'] },
      { name: '_x.example.test', type: 'TXT', values: ['y'] },
    ]);
    expect(findings.map((each) => [each.rule, each.severity])).toEqual([
      ['dns/record-differs', 'warning'],
      ['dns/record-missing', 'warning'],
      ['dns/no-such-name', 'warning'],
    ]);
  });

  test('something where the ledger says there is nothing', async () => {
    const { findings } = await lookIn({ lines: ['old 60 A 203.0.113.1'] }, [
      { name: 'old.example.test', type: 'A', absent: true },
    ]);
    expect(findings).toMatchObject([
      { id: 'dns/record-unexpected:old.example.test/A', acceptable: false, data: { expected: [] } },
    ]);
  });

  test('ranges are not replaced by the addresses of a day', async () => {
    const { findings } = await lookIn({ lines: ['www 60 A 203.0.113.99'] }, [
      { name: 'www.example.test', type: 'A', values: ['192.0.2.0/24'], match: 'cidr' },
    ]);
    expect(findings).toMatchObject([{ rule: 'dns/record-differs', acceptable: false }]);
  });

  test('the fact is the same at every look', async () => {
    await using world = await open({ lines: ['www 60 CNAME example.test', '@ 60 A 203.0.113.10'] });
    const one = await look(world.open(), [wwwA]);
    const two = await look(world.open(), [wwwA]);
    expect(JSON.stringify(one.facts)).toBe(JSON.stringify(two.facts));
    expect(JSON.parse(JSON.stringify(one.facts))).toEqual(one.facts);
  });
});

describe('aliases', () => {
  const shop = { '198.51.100.9': serves(zone('shop.test', '@ 60 NS ns.shop.test', 'www 60 A 203.0.113.10')) };
  const both = [...delegated, 'shop 60 NS ns.shop.test', 'ns.shop 60 A 198.51.100.9'];

  test('are followed across zones', async () => {
    const { ids, facts } = await lookIn(
      { lines: ['www 60 CNAME www.shop.test'], parent: both, others: shop },
      [
        wwwA,
        { name: 'www.example.test', type: 'CNAME', values: ['www.shop.test'] },
        { name: 'www.example.test', type: 'A', values: ['.shop.test'], match: 'suffix' },
        { name: 'www.example.test', type: 'CNAME', values: ['shop.test'], match: 'suffix' },
      ],
    );
    expect(ids).toEqual([]);
    expect(facts[0]!.hops.map((hop) => [hop.name, hop.zone?.name])).toEqual([
      ['www.example.test', 'example.test'],
      ['www.shop.test', 'shop.test'],
    ]);
  });

  test('to a name that is gone', async () => {
    const { findings } = await lookIn(
      { lines: ['www 60 CNAME gone.shop.test'], parent: both, others: shop },
      [wwwA, { name: 'www.example.test', type: 'CNAME', values: ['gone.shop.test'] }],
    );
    expect(findings.map((each) => [each.id, each.severity])).toEqual([
      ['dns/record-missing:www.example.test/A', 'critical'],
      ['dns/dangling-alias:www.example.test/A', 'warning'],
      ['dns/dangling-alias:www.example.test/CNAME', 'warning'],
    ]);
  });

  test('in a circle', async () => {
    const { findings } = await lookIn(
      { lines: ['www 60 CNAME a.example.test', 'a 60 CNAME www.example.test'] },
      [{ name: 'www.example.test', type: 'CNAME', values: ['a.example.test'] }],
    );
    expect(findings).toMatchObject([{ rule: 'dns/dangling-alias', data: { because: 'loop' } }]);
  });

  test('in a circle, which one server of two takes for a fault of its own', async () => {
    const lines = ['www 60 CNAME a.example.test', 'a 60 CNAME www.example.test'];
    const full = serves(zone('example.test', ...apex, ...lines));
    const { ids } = await lookIn(
      { lines, second: (asked) => (asked.type === 'A' ? rcode('SERVFAIL') : full(asked)) },
      [{ name: 'www.example.test', type: 'CNAME', values: ['a.example.test'] }, wwwA],
    );
    expect(ids).not.toContain('dns/answers-disagree:www.example.test/CNAME');
    expect(ids).not.toContain('dns/answers-disagree:www.example.test/A');
    expect(ids).toContain('dns/dangling-alias:www.example.test/CNAME');
  });

  test('to a name whose domain nobody serves', async () => {
    const parent = [...delegated, 'gone 60 NS ns1.nowhere.test'];
    const setting = { lines: ['www 60 CNAME app.gone.test'], parent };
    const { findings } = await lookIn(setting, [
      wwwA,
      { name: 'www.example.test', type: 'CNAME', values: ['app.gone.test'] },
    ]);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['dns/record-missing:www.example.test/A', 'critical'],
      ['dns/dangling-alias:www.example.test/A', 'warning'],
      ['dns/dangling-alias:www.example.test/CNAME', 'warning'],
    ]);
    expect(findings.slice(1).map(({ data }) => data)).toMatchObject(
      Array(2).fill({ target: 'app.gone.test', because: 'dead' }),
    );
  });

  test('whose target does not answer make addresses unknown, and leave the alias as it is', async () => {
    const { findings } = await lookIn(
      { lines: ['www 60 CNAME www.shop.test'], parent: both, others: { '198.51.100.9': () => null } },
      [wwwA, { name: 'www.example.test', type: 'CNAME', values: ['www.shop.test'] }],
    );
    expect(findings.map((each) => [each.id, each.kind])).toEqual([
      ['probe/failed:www.example.test/A', 'unknown'],
    ]);
  });
});

describe('name servers', () => {
  const right = ['www 60 A 203.0.113.10'];

  test('that disagree', async () => {
    const { findings, unsettled } = await lookIn({ lines: right, second: ['www 60 A 203.0.113.99'] }, [wwwA]);
    expect(findings).toMatchObject([
      {
        id: 'dns/answers-disagree:www.example.test/A',
        severity: 'warning',
        data: {
          groups: [
            { servers: ['ns1.example.test'], values: ['203.0.113.10'] },
            { servers: ['ns2.example.test'], values: ['203.0.113.99'] },
          ],
        },
      },
    ]);
    expect(unsettled).toBe(true);
  });

  test('that disagree, with the serials of their copies as evidence', async () => {
    const start = '@ 60 SOA x';
    const { findings } = await lookIn(
      { lines: [...right, start], second: ['www 60 A 203.0.113.99', start] },
      [wwwA],
    );
    expect(findings).toMatchObject([{ data: { groups: [{ serials: [1] }, { serials: [1] }] } }]);
  });

  test('that disagree, and neither is right', async () => {
    const { findings } = await lookIn(
      { lines: ['www 60 A 203.0.113.98'], second: ['www 60 A 203.0.113.99'] },
      [wwwA],
    );
    expect(findings.map((each) => [each.rule, each.acceptable])).toEqual([
      ['dns/record-differs', false],
      ['dns/answers-disagree', false],
    ]);
  });

  test('that rotate, where the ledger allows it', async () => {
    const { findings } = await lookIn({ lines: right, second: ['www 60 A 203.0.113.99'] }, [
      { name: 'www.example.test', type: 'A', values: ['203.0.113.0/24'], match: 'cidr' },
    ]);
    expect(findings).toEqual([]);
  });

  test('one that fails for this name alone', async () => {
    const full = serves(zone('example.test', ...apex, ...right));
    const { findings } = await lookIn(
      { lines: right, second: (asked) => (/^www/i.test(asked.name) ? rcode('SERVFAIL') : full(asked)) },
      [wwwA],
    );
    expect(findings).toMatchObject([
      {
        rule: 'dns/answers-disagree',
        data: { groups: [{ trouble: null }, { servers: ['ns2.example.test'], trouble: 'servfail' }] },
      },
    ]);
  });

  test.each<[string, Behavior | null]>([
    ['refuses', () => rcode('REFUSED')],
    ['is silent', () => null],
  ])('one that %s, found once for the zone', async (_what, second) => {
    const { findings, unsettled } = await lookIn({ lines: right, second }, [
      wwwA,
      { name: 'example.test', type: 'A', absent: true },
    ]);
    expect(findings.map((each) => [each.id, each.severity])).toEqual([
      ['dns/lame-nameserver:example.test', 'warning'],
      ['dns/lame-nameserver:example.test', 'warning'],
    ]);
    expect(findings[0]!.data).toEqual(findings[1]!.data);
    expect(findings[0]!.data).toMatchObject({ total: 2, lame: [{ server: 'ns2.example.test' }] });
    expect(unsettled).toBe(true);
  });

  const answersForAddressesAlone = (react: () => ReturnType<Behavior>, lines = right): Behavior => {
    const full = serves(zone('example.test', ...lines));
    return (asked) => (asked.type === 'A' ? full(asked) : react());
  };
  const waysNotToAnswer: [string, () => ReturnType<Behavior>][] = [
    ['refuse', () => rcode('REFUSED')],
    ['do not implement', () => rcode('NOTIMP')],
    ['do not understand', () => rcode('FORMERR')],
    ['fail for', () => rcode('SERVFAIL')],
    ['are silent to', () => null],
    ['have nothing, without authority, for', () => message({})],
    ['answer with garbage', () => Buffer.from('?')],
  ];
  test.each(waysNotToAnswer)('load balancers that %s everything but A', async (_what, react) => {
    const [first, second] = [answersForAddressesAlone(react), answersForAddressesAlone(react)];
    const nameServers = {
      name: 'example.test',
      type: 'NS',
      values: ['ns1.example.test', 'ns2.example.test'],
    };
    const well = await lookIn({ lines: [], first, second }, [wwwA, nameServers]);
    expect([well.ids, well.unsettled]).toEqual([[], false]);
    const wrong = { ...wwwA, values: ['203.0.113.99'] };
    const drifted = await lookIn({ lines: [], first, second }, [wrong]);
    expect(drifted.ids).toEqual(['dns/record-differs:www.example.test/A']);
    const other = answersForAddressesAlone(react, ['www 60 A 203.0.113.77']);
    const disagreeing = await lookIn({ lines: [], first, second: other }, [wwwA]);
    expect(disagreeing.ids).toEqual(['dns/answers-disagree:www.example.test/A']);
  });

  test.each<[string, number, string[]]>([
    ['without saying that they have authority', 0, []],
    ['as resolvers do, of what they heard elsewhere', 0x80, ['dns/lame-nameserver:example.test']],
  ])('that give records %s', async (_what, flags, ids) => {
    const full = serves(zone('example.test', ...apex, ...right));
    const react: Behavior = (asked) => ({ ...(full(asked) as Packet), flags });
    const setting = { lines: [], first: react, second: react };
    expect((await lookIn(setting, [wwwA])).ids).toEqual(ids);
    const wrong = { ...wwwA, values: ['203.0.113.99'] };
    const drifted = ids.length === 0 ? ['dns/record-differs:www.example.test/A'] : ids;
    expect((await lookIn(setting, [wrong])).ids).toEqual(drifted);
  });

  test('all of which refuse', async () => {
    const { findings } = await lookIn(
      { lines: [], first: () => rcode('REFUSED'), second: () => rcode('SERVFAIL') },
      [wwwA],
    );
    expect(findings).toMatchObject([
      { id: 'dns/lame-nameserver:example.test', severity: 'critical', data: { total: 2 } },
    ]);
  });

  test('all of which are silent: nobody knows', async () => {
    const { findings } = await lookIn({ lines: [], first: () => null, second: () => null }, [wwwA]);
    expect(findings).toMatchObject([
      {
        id: 'probe/failed:www.example.test/A',
        kind: 'unknown',
        severity: 'warning',
        items: [8],
        data: { code: 'timeout' },
      },
    ]);
  });

  test('with a name that has no address', async () => {
    const { findings } = await lookIn(
      { lines: right, parent: [...delegated, 'example 60 NS ns3.exampel.test'] },
      [wwwA],
    );
    expect(findings.map((each) => [each.id, each.severity])).toEqual([
      ['dns/delegation-mismatch:example.test', 'critical'],
      ['dns/nameserver-unresolvable:example.test@ns3.exampel.test', 'warning'],
    ]);
  });

  test('none of which has an address', async () => {
    const { findings } = await lookIn({ lines: [], parent: ['example 60 NS ns1.exampel.test'] }, [wwwA]);
    expect(findings.map((each) => [each.id, each.severity])).toEqual([
      ['dns/lame-nameserver:example.test', 'critical'],
      ['dns/nameserver-unresolvable:example.test@ns1.exampel.test', 'warning'],
    ]);
  });

  const refuse: Behavior = () => rcode('REFUSED');
  /** Zones of others, in which the name servers' own names lie. */
  const otherZone = ['provider 60 NS ns1.provider.test', 'ns1.provider 60 A 198.51.100.9'];
  const dead: [string, string[], Record<string, Behavior | null>][] = [
    ['do not exist', ['example 60 NS ns1.gone.test', 'example 60 NS ns2.gone.test'], {}],
    ['have no address', ['example 60 NS ns1.test', 'ns1 60 TXT parked'], {}],
    [
      'lie in the zone itself, without glue',
      ['example 60 NS ns1.example.test', 'example 60 NS ns2.example.test'],
      {},
    ],
    ['lie in each other', ['example 60 NS ns1.other.test', 'other 60 NS ns1.example.test'], {}],
    [
      'lie in a zone that nobody serves',
      [...otherZone, 'example 60 NS ns7.provider.test'],
      { '198.51.100.9': refuse },
    ],
    [
      'lie in a zone whose own name servers do not exist',
      ['provider 60 NS ns1.gone.test', 'example 60 NS ns7.provider.test'],
      {},
    ],
    [
      'do not exist, or refuse',
      ['example 60 NS ns1.gone.test', 'example 60 NS ns1.test', 'ns1 60 A 198.51.100.9'],
      { '198.51.100.9': refuse },
    ],
    ['are none (a lone dot)', ['example 60 NS .'], {}],
    [
      'are aliases of each other',
      [
        ...['example 60 NS ns1.provider.test', 'provider 60 NS ns.provider.test'],
        'ns.provider 60 A 198.51.100.9',
      ],
      {
        '198.51.100.9': serves(
          zone(
            'provider.test',
            '@ 60 NS ns.provider.test',
            'ns 60 A 198.51.100.9',
            'ns1 60 CNAME ns2.provider.test',
            'ns2 60 CNAME ns1.provider.test',
          ),
        ),
      },
    ],
  ];
  test.each(dead)('all of which %s: reported, not unknown', async (_what, parent, others) => {
    for (const claims of [
      [wwwA],
      [{ name: 'example.test', type: 'NS', values: [] }],
      [{ name: 'example.test', dnssec: 'unsigned' }],
    ]) {
      const { findings } = await lookIn({ lines: [], first: refuse, second: refuse, parent, others }, claims);
      expect(findings).toContainEqual(
        expect.objectContaining({ id: 'dns/lame-nameserver:example.test', severity: 'critical' }),
      );
      expect(findings.filter(({ kind }) => kind === 'unknown')).toEqual([]);
    }
  });

  test('of which one is only silent: nobody knows', async () => {
    const parent = [...otherZone, 'example 60 NS ns7.provider.test'];
    const others = { '198.51.100.9': () => null };
    const { findings } = await lookIn({ lines: [], parent, others }, [wwwA]);
    expect(findings.map(({ kind }) => kind)).toEqual(['unknown']);
  });

  test('that deny the names between the zone and the claimed one (before RFC 8020)', async () => {
    const full = serves(zone('example.test', ...apex, 'a.b 60 A 203.0.113.10'));
    const react: Behavior = (asked) => (/^b\.example/i.test(asked.name) ? rcode('NXDOMAIN') : full(asked));
    const claim = { ...wwwA, name: 'a.b.example.test' };
    expect((await lookIn({ lines: [], first: react, second: react }, [claim])).ids).toEqual([]);
  });

  test('whose addresses the registry alone knows serve the zone all the same', async () => {
    const nameless = serves(zone('example.test', ...apex.slice(0, 2), ...right));
    expect((await lookIn({ lines: [], first: nameless, second: nameless }, [wwwA])).ids).toEqual([]);
  });

  test('that name others, which do not exist, in the zone alone', async () => {
    const local = serves(zone('example.test', '@ 60 NS ns1.gone.test', ...right));
    const { findings } = await lookIn({ lines: [], first: local, second: local }, [wwwA]);
    expect(findings.map(({ id, severity }) => [id, severity])).toEqual([
      ['dns/delegation-mismatch:example.test', 'critical'],
      ['dns/nameserver-unresolvable:example.test@ns1.gone.test', 'warning'],
    ]);
  });

  describe('whose names are aliases', () => {
    const aliased = ['@ 60 NS ns1.example.test', '@ 60 NS ns9.example.test', 'ns9 60 CNAME ns1.example.test'];
    const first = serves(zone('example.test', ...aliased, 'ns1 60 A 198.51.100.1', ...right));

    test('with glue beside', async () => {
      const parent = ['ns1', 'ns9'].flatMap((name) => [
        `example 60 NS ${name}.example.test`,
        `${name}.example 60 A 198.51.100.1`,
      ]);
      const { findings } = await lookIn({ lines: [], first, parent }, [wwwA]);
      expect(findings).toMatchObject([
        {
          id: 'dns/nameserver-is-alias:example.test@ns9.example.test',
          severity: 'warning',
          kind: 'drift',
          items: [8],
          data: { zone: 'example.test', target: 'ns1.example.test' },
        },
      ]);
    });

    test('that only the zone names', async () => {
      const parent = ['example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1'];
      const { ids } = await lookIn({ lines: [], first, parent }, [wwwA]);
      expect(ids).toEqual([
        'dns/delegation-mismatch:example.test',
        'dns/nameserver-is-alias:example.test@ns9.example.test',
      ]);
    });

    test('in the zone of somebody else', async () => {
      const parent = [
        ...['example 60 NS ns1.provider.test', 'provider 60 NS ns.provider.test'],
        'ns.provider 60 A 198.51.100.9',
      ];
      const provider = zone(
        'provider.test',
        ...['@ 60 NS ns.provider.test', 'ns 60 A 198.51.100.9', 'ns1 60 CNAME ns.provider.test'],
      );
      const site = zone('example.test', '@ 60 NS ns1.provider.test', ...right);
      const others = { '198.51.100.9': serves(provider, site) };
      const { ids } = await lookIn({ lines: [], parent, others }, [wwwA]);
      expect(ids).toEqual(['dns/nameserver-is-alias:example.test@ns1.provider.test']);
    });
  });

  test('at private addresses are not asked', async () => {
    const { findings } = await lookIn(
      { lines: right, parent: [...delegated, 'example 60 NS ns3.test', 'ns3 60 A 10.0.0.1'] },
      [wwwA],
    );
    expect(findings.map((each) => each.id)).toEqual([
      'dns/delegation-mismatch:example.test',
      'probe/blocked:example.test@10.0.0.1',
    ]);
  });

  test('on IPv6, where there is none, are a notice and not a fault', async () => {
    await using world = await open({
      lines: right,
      parent: [...delegated, 'ns1.example 60 AAAA 2001:db8::51'],
      others: { '2001:db8::1': null, '2001:db8::51': null },
    });
    const { findings } = await look(world.open({ roots: ['192.0.2.1', '2001:db8::1'] }), [wwwA]);
    expect(findings).toMatchObject([
      { id: 'probe/not-testable:example.test', kind: 'notice', data: { reason: 'no-ipv6' } },
    ]);
  });
});

describe('delegation', () => {
  const claim = (...values: string[]) => ({ name: 'example.test', type: 'NS', values });

  test('other name servers than the ledger says', async () => {
    const { findings } = await lookIn({ lines: [] }, [claim('ns1.old.test', 'ns2.old.test')]);
    expect(findings).toMatchObject([
      {
        id: 'dns/delegation-differs:example.test',
        severity: 'critical',
        items: [8],
        data: { seen: ['ns1.example.test', 'ns2.example.test'] },
      },
    ]);
  });

  test('other name servers at the parent than in the zone', async () => {
    const { findings } = await lookIn(
      {
        lines: [],
        parent: ['example 60 NS ns1.example.test', 'ns1.example 60 A 198.51.100.1'],
      },
      [claim('ns1.example.test')],
    );
    expect(findings).toMatchObject([
      {
        id: 'dns/delegation-mismatch:example.test',
        severity: 'warning',
        data: { parent: ['ns1.example.test'], own: ['ns1.example.test', 'ns2.example.test'] },
      },
    ]);
  });

  test.each<[string, string[], Setting['second'], string]>([
    ['one less in the zone, which answers alike', ['ns1', 'ns2', 'ns3'], [], 'warning'],
    ['one less at the parent, and that one disagrees', ['ns1'], ['@ 60 NS ns9.example.test'], 'critical'],
    ['one less at the parent, and that one refuses', ['ns1'], () => rcode('REFUSED'), 'critical'],
    ['others', ['ns1', 'ns3'], [], 'critical'],
  ])('%s', async (_what, names, second, severity) => {
    const parent = names.flatMap((name) => [
      `example 60 NS ${name}.example.test`,
      `${name}.example 60 A 198.51.100.${name.at(-1)}`,
    ]);
    const third = serves(zone('example.test', ...apex));
    const { findings } = await lookIn({ lines: [], parent, second, others: { '198.51.100.3': third } }, [
      claim(...names.map((name) => `${name}.example.test`)),
    ]);
    const mismatch = findings.filter(({ rule }) => rule === 'dns/delegation-mismatch');
    expect(mismatch.map((each) => each.severity)).toEqual([severity]);
  });

  test('a domain that is gone', async () => {
    const { ids } = await lookIn({ lines: [], parent: [] }, [claim('ns1.example.test')]);
    expect(ids).toEqual(['dns/no-such-name:example.test/NS']);
  });

  test('signed or not', async () => {
    const signed = { lines: [], parent: [...delegated, 'example 60 DS 1 253 2 abcd'] };
    const says = (dnssec: string) => [{ name: 'example.test', dnssec }];
    expect((await lookIn(signed, says('signed'))).ids).toEqual([]);
    expect((await lookIn(signed, says('unsigned'))).ids).toEqual(['dns/dnssec-differs:example.test']);
    expect((await lookIn({ lines: [] }, says('unsigned'))).ids).toEqual([]);
    expect((await lookIn({ lines: [] }, says('signed'))).findings).toMatchObject([
      { id: 'dns/dnssec-differs:example.test', kind: 'drift', severity: 'warning', items: [8] },
    ]);
  });
});

describe('TTL', () => {
  const hour = { lines: ['www 3600 A 203.0.113.10'] };

  test('over what the ledger allows', async () => {
    const { findings } = await lookIn(hour, [{ ...wwwA, 'ttl-at-most': '5m' }]);
    expect(findings).toMatchObject([
      {
        id: 'dns/ttl-too-long:www.example.test/A',
        kind: 'drift',
        severity: 'warning',
        items: [8],
        data: { ttlSeconds: 3600, limitMs: 300_000 },
      },
    ]);
    expect((await lookIn(hour, [{ ...wwwA, 'ttl-at-most': '1h' }])).ids).toEqual([]);
  });

  test('over the target of provisional recovery: a notice', async () => {
    const { findings } = await lookIn(hour, [wwwA], { targets: { provisional: '30m' } });
    expect(findings).toMatchObject([
      { id: 'dns/ttl-too-long:www.example.test/A', kind: 'notice', severity: 'info', items: [] },
    ]);
    expect((await lookIn(hour, [wwwA], { targets: { provisional: '2h' } })).ids).toEqual([]);
  });

  test('of the alias, where the name is one', async () => {
    const { findings } = await lookIn({ lines: ['www 7200 CNAME example.test', '@ 60 A 203.0.113.10'] }, [
      { ...wwwA, 'ttl-at-most': '5m' },
    ]);
    expect(findings).toMatchObject([{ rule: 'dns/ttl-too-long', data: { ttlSeconds: 7200 } }]);
  });
});

describe('through a resolver', () => {
  test('records are compared; delegation and TTL are not testable', async () => {
    await using world = await openWorld({
      '192.0.2.1': () => null,
      '192.0.2.9': serves(zone('example.test', ...apex, 'www 3600 A 203.0.113.99')),
    });
    const { findings } = await look(world.open({ resolver: '192.0.2.9:53' }), [
      { ...wwwA, 'ttl-at-most': '5m' },
      { name: 'example.test', type: 'NS', values: ['ns.other.test'] },
    ]);
    expect(findings.map((each) => [each.id, each.kind])).toEqual([
      ['dns/record-differs:www.example.test/A', 'drift'],
      ['probe/not-testable:www.example.test/A', 'notice'],
      ['probe/not-testable:example.test/NS', 'notice'],
    ]);
  });
});

describe('failures', () => {
  const ledger = ledgerOf([wwwA]);
  const [check] = dnsProbe.plan(ledger);
  const failed = (failure: ProbeFailure, answered = true) =>
    judge(check!, { type: 'failed', failure }, contextOf(ledger, answered));

  test('say that nothing was seen', () => {
    expect(failed(new ProbeFailure('timeout'))).toMatchObject([
      { id: 'probe/failed:www.example.test/A', kind: 'unknown', severity: 'warning', items: [8] },
    ]);
    expect(failed(new ProbeFailure('timeout'), false)).toMatchObject([
      { data: { code: 'nothing-answered' } },
    ]);
    expect(failed(new ProbeFailure('blocked', '10.0.0.1'))).toMatchObject([
      { rule: 'probe/blocked', data: { address: '10.0.0.1' }, items: [8] },
    ]);
  });

  test.each(['no-ipv4', 'no-ipv6'] as const)(
    'of this place (%s) are a notice, unless it lacks everything',
    (code) => {
      expect(failed(new ProbeFailure(code))).toMatchObject([
        { rule: 'probe/not-testable', kind: 'notice', data: { reason: code } },
      ]);
      expect(failed(new ProbeFailure(code), false)).toMatchObject([
        { rule: 'probe/failed', kind: 'unknown', data: { code: 'nothing-answered' } },
      ]);
    },
  );

  test.each([true, false])('of this machine say so, whether anything answered or not (%s)', (answered) => {
    expect(failed(new ProbeFailure('local-fault', 'EMFILE'), answered)).toMatchObject([
      { rule: 'probe/failed', kind: 'unknown', data: { code: 'local-fault', detail: 'EMFILE' } },
    ]);
  });

  test('of ours are no agreement', () => {
    expect(judge(check!, { type: 'crashed', error: new Error() }, contextOf(ledger))).toMatchObject([
      { id: 'probe/failed:www.example.test/A', kind: 'unknown', items: [8], data: { code: 'crashed' } },
    ]);
  });
});
