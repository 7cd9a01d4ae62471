import { generateKeyPairSync } from 'node:crypto';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import type { DnsEdge } from '../../src/edge/dns.ts';
import type { Edge } from '../../src/edge/edge.ts';
import { ProbeFailure } from '../../src/edge/failure.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { openLookUp } from '../../src/probes/lookup.ts';
import { readDmarc } from '../../src/probes/mail/dmarc.ts';
import { mailProbe } from '../../src/probes/mail/index.ts';
import { parsePolicy } from '../../src/probes/mail/mta-sts.ts';
import { parseSpf } from '../../src/probes/mail/spf.ts';
import type { Observation } from '../../src/probes/probe.ts';
import type { AuthoritativeView } from '../../src/protocols/dns/views.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { mailRules } from '../../src/rules/mail.ts';
import { judged } from './judged.ts';

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');

/** `name TYPE` → records; an alias is `→target`; `SILENT` for servers that do not answer. */
type Records = Readonly<Record<string, readonly string[] | 'SILENT'>>;

interface World {
  readonly records: Records;
  /** The policy file: a status, a text, a refused connection. */
  readonly policy?: string | number | 'refused';
  readonly hasValidCertificate?: boolean;
}

const keys = new Map<string, string>();
/** A public RSA key as DKIM writes it; the same one each time. */
function rsa(bits: number, type: 'spki' | 'pkcs1' = 'spki'): string {
  const key = `${bits} ${type}`;
  if (!keys.has(key)) {
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: bits });
    keys.set(key, publicKey.export({ type, format: 'der' }).toString('base64'));
  }
  return keys.get(key)!;
}

const good: Records = {
  'example.jp MX': ['10 mx1.example.jp', '20 mx2.example.jp'],
  'mx1.example.jp A': ['203.0.113.1'],
  'mx2.example.jp AAAA': ['2001:db8::1'],
  'example.jp TXT': ['google-site-verification=1', 'v=spf1 mx include:_spf.mail.example ~all'],
  '_spf.mail.example TXT': ['v=spf1 ip4:203.0.113.0/24 -all'],
  '_dmarc.example.jp TXT': ['v=DMARC1; p=quarantine; rua=mailto:a@example.jp'],
  's1._domainkey.example.jp TXT': ['→s1.mail.example'],
  's1.mail.example TXT': [`v=DKIM1; k=rsa; p=${rsa(2048).slice(0, 60)} ${rsa(2048).slice(60)}`],
  '_mta-sts.example.jp TXT': ['v=STSv1; id=20261101;'],
};
const policy =
  'version: STSv1\r\nmode: enforce\r\nmx: mx1.example.jp\r\nmx: *.example.jp\r\nmax_age: 604800\r\n';

function dnsOf(records: Records): DnsEdge {
  const names = new Set(Object.keys(records).map((key) => key.split(' ')[0]!));
  return {
    resolve: async () => [{ address: '203.0.113.9', family: 4 }],
    askSigned: async () => [],
    askResolver: async () => null,
    hasAnswered: () => true,
    async askAuthorities(name, type): Promise<AuthoritativeView> {
      const values = records[`${name} ${type}`];
      if (values === 'SILENT') throw new ProbeFailure('timeout', name);
      const alias = values?.find((value) => value.startsWith('→'))?.slice(1);
      const list = alias === undefined ? (values ?? []) : [];
      return {
        view: 'authoritative',
        name,
        type,
        zone: null,
        servers: [
          {
            server: 'ns1.example',
            address: '203.0.113.53',
            outcome:
              alias !== undefined || list.length > 0 ? 'records' : names.has(name) ? 'no-data' : 'no-name',
            rcode: 'NOERROR',
            alias: alias === undefined ? null : { data: alias, ttl: 300 },
            records: list.map((data) => ({ data, ttl: 300 })),
            negativeTtl: null,
          },
        ],
      };
    },
  };
}

async function look(claim: string, world: World = { records: good }, beside = '') {
  const ledger = `version: 1\nsite: { name: A, url: "https://a.example/" }\nreality: { ${beside}mail: { example.jp: ${claim} } }\n`;
  const read = parseLedger(Buffer.from(ledger), { file: 'ledger.yml', now: now.toString(), ruleNames });
  if (!read.ok) throw new Error(JSON.stringify(read.problems));
  const check = mailProbe.plan(read.parsed.ledger)[0]!;
  const { policy: served = policy, hasValidCertificate = true } = world;
  const edge = {
    dns: dnsOf(world.records),
    tls: {
      look: async () => ({
        authorized: hasValidCertificate,
        errorCode: hasValidCertificate ? null : 'CERT_HAS_EXPIRED',
      }),
    },
    http: {
      addresses: async () => [{ address: '203.0.113.9', family: 4 }],
      get: async () => {
        if (served === 'refused') throw new ProbeFailure('refused');
        const status = typeof served === 'number' ? served : 200;
        return { status, body: Buffer.from(String(served)), bodyEnd: 'complete' };
      },
    },
  } as unknown as Edge;
  const observation = await mailProbe.observe(check.claim, edge, new AbortController().signal).then(
    ({ fact, from }): Observation<never, never> => ({
      ...blank,
      check: check as never,
      outcome: { type: 'seen', fact: fact as never },
      from,
    }),
    (failure): Observation<never, never> => ({
      ...blank,
      check: check as never,
      outcome: { type: 'failed', failure },
      from: null,
    }),
  );
  const findings = judged(mailProbe, observation as never, {
    ledger: read.parsed.ledger,
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
  for (const { rule, data } of findings) {
    for (const language of ['ja', 'en'] as const) {
      const format = formatFor(language, 'Asia/Tokyo', { parties: {}, contacts: {} });
      const said = messagesFor(language).rules[rule].say(data as never, format);
      expect(JSON.stringify(said)).not.toMatch(/undefined|\[object/);
    }
  }
  const confirm =
    observation.outcome.type === 'seen' && mailProbe.needsConfirmation(check.claim, observation.outcome.fact);
  return { ids: findings.map(({ id }) => id), findings, confirm };
}
test('of many exchanges few are looked up, those that come first; each host once', async () => {
  const records = Array.from({ length: 300 }, (_, index) => `${300 - index} mx${300 - index}.victim.example`);
  const edge = dnsOf({ 'example.jp MX': [...records, '1 mx2.victim.example'] });
  const asked: string[] = [];
  const dns: DnsEdge = {
    ...edge,
    askAuthorities(name, type, signal) {
      if (name.endsWith('.victim.example')) asked.push(`${name} ${type}`);
      return edge.askAuthorities(name, type, signal);
    },
  };
  const claim = { domain: 'example.jp', expect: { receives: true } };
  const { fact } = await mailProbe.observe(claim, { dns } as Edge, new AbortController().signal);
  expect(fact.mx).toMatchObject({ seen: { faults: { length: 20 } } });
  expect(asked).toHaveLength(40);
  expect(asked).toContain('mx20.victim.example A');
});

const blank = { startedAt: now, durationMs: 1, attempts: 1 };

const all = '{ dkim: [s1], dmarc: quarantine, spf: required, mta-sts: enforce, receives: true }';
const but = (changes: Records): World => ({ records: { ...good, ...changes } });

test('nothing is said of mail that is in order', async () => {
  expect((await look(all)).ids).toEqual([]);
  expect((await look('{}')).ids).toEqual([]);
});

describe('where mail is delivered', () => {
  test.each<[string, Records, string[]]>([
    ['no MX', { 'example.jp MX': [] }, ['mail/no-mx:example.jp']],
    ['a null MX', { 'example.jp MX': ['0 .'] }, ['mail/no-mx:example.jp']],
    [
      'a null MX beside others',
      { 'example.jp MX': ['0 .', '10 mx1.example.jp'] },
      ['mail/mx-invalid:example.jp'],
    ],
    ['an alias', { 'mx1.example.jp A': ['→mx2.example.jp'] }, ['mail/mx-invalid:example.jp']],
    ['an address for a name', { 'example.jp MX': ['10 203.0.113.1'] }, ['mail/mx-invalid:example.jp']],
    [
      'an address of the machine itself, and of an inner network',
      {
        'mx1.example.jp A': ['127.0.0.1'],
        'mx2.example.jp AAAA': ['fd00::1'],
        'mx2.example.jp A': ['10.0.0.5'],
      },
      ['mail/mx-unreachable:example.jp'],
    ],
    ['one address that can be reached', { 'mx1.example.jp A': ['192.168.0.1', '203.0.113.1'] }, []],
    ['a name without address', { 'mx1.example.jp A': [] }, ['mail/mx-invalid:example.jp']],
  ])('%s', async (_name, changes, expected) => {
    expect((await look('{ receives: true }', but(changes))).ids).toEqual(expected);
  });

  test('where the ledger claims the record itself, that claim tells it', async () => {
    const dns = 'dns: [ { name: example.jp, type: MX, values: [10 mx1.example.jp] } ], ';
    expect((await look('{ receives: true }', but({ 'example.jp MX': [] }), dns)).ids).toEqual([]);
  });

  test('a domain that need not receive may have none', async () => {
    expect((await look('{}', but({ 'example.jp MX': [] }))).ids).toEqual([]);
    expect((await look('{ receives: false }', but({ 'example.jp MX': ['0 .'] }))).ids).toEqual([]);
  });
});

describe('SPF', () => {
  const spf = (record: string, more: Records = {}) => but({ 'example.jp TXT': [record], ...more });
  const includes = (count: number) =>
    Array.from({ length: count }, (_each, index) => `include:i${index}.example`).join(' ');
  const targets = (count: number): Records =>
    Object.fromEntries(
      Array.from({ length: count }, (_each, index) => [`i${index}.example TXT`, ['v=spf1 -all']]),
    );

  test.each<[string, World, string[]]>([
    ['no record', but({ 'example.jp TXT': ['other'] }), ['mail/spf-invalid:example.jp']],
    [
      'two records',
      but({ 'example.jp TXT': ['v=spf1 -all', 'v=spf1 ~all'] }),
      ['mail/spf-invalid:example.jp'],
    ],
    ['something that is no SPF', spf('v=spf10 -all'), ['mail/spf-invalid:example.jp']],
    ['a mechanism that does not exist', spf('v=spf1 ipv4:1.2.3.4 -all'), ['mail/spf-invalid:example.jp']],
    ['an include without SPF', spf('v=spf1 include:nothing.example -all'), ['mail/spf-invalid:example.jp']],
    ['a redirect without SPF', spf('v=spf1 redirect=nothing.example'), ['mail/spf-invalid:example.jp']],
    ['ten look-ups', spf(`v=spf1 ${includes(10)} -all`, targets(10)), []],
    [
      'eleven look-ups',
      spf(`v=spf1 ${includes(11)} -all`, targets(11)),
      ['mail/spf-too-many-lookups:example.jp'],
    ],
    ['a loop', spf('v=spf1 include:example.jp -all'), ['mail/spf-too-many-lookups:example.jp']],
    [
      'nested look-ups',
      spf('v=spf1 include:n.example a mx -all', {
        'n.example TXT': [`v=spf1 ${includes(9)} -all`],
        ...targets(9),
      }),
      ['mail/spf-too-many-lookups:example.jp'],
    ],
    [
      'every term that makes receivers ask counts, the others do not',
      spf(
        'v=spf1 a mx ptr exists:a.example a:b.example mx:example.jp ptr:example.jp exists:c.example include:i0.example ip4:192.0.2.1 ip6:2001:db8::1 redirect=i1.example',
        {
          'i0.example TXT': ['v=spf1 ip4:192.0.2.1 all'],
          'i1.example TXT': ['v=spf1 a:a.example -all'],
          ...Object.fromEntries(
            ['a.example', 'b.example', 'c.example', 'example.jp'].map((name) => [
              `${name} A`,
              ['203.0.113.4'],
            ]),
          ),
        },
      ),
      ['mail/spf-too-many-lookups:example.jp'],
    ],
    [
      'a redirect behind all is not followed',
      spf(`v=spf1 ${includes(10)} -all redirect=i1.example`, targets(10)),
      [],
    ],
    [
      'two includes that include each other',
      spf('v=spf1 include:i0.example -all', {
        'i0.example TXT': ['v=spf1 include:i1.example -all'],
        'i1.example TXT': ['v=spf1 include:i0.example -all'],
      }),
      ['mail/spf-too-many-lookups:example.jp'],
    ],
    ['a redirect to itself', spf('v=spf1 redirect=example.jp'), ['mail/spf-too-many-lookups:example.jp']],
    ['two names that lead to nothing', spf('v=spf1 a:x.example exists:y.example -all'), []],
    [
      'three names that lead to nothing',
      spf('v=spf1 a:x.example exists:y.example mx:z.example -all'),
      ['mail/spf-invalid:example.jp'],
    ],
    [
      'a name of the other family leads to something',
      spf('v=spf1 a:x.example a:y.example a:mx2.example.jp -all'),
      [],
    ],
    [
      'mail servers without addresses',
      spf('v=spf1 mx -all', {
        'example.jp MX': ['1 a.gone.example', '2 b.gone.example', '3 c.gone.example'],
      }),
      ['mail/mx-invalid:example.jp', 'mail/spf-invalid:example.jp'],
    ],
    [
      'eleven mail servers behind one mx',
      spf('v=spf1 mx:many.example -all', {
        'many.example MX': Array.from({ length: 11 }, (_each, index) => `10 mx${index}.example`),
      }),
      ['mail/spf-invalid:example.jp'],
    ],
    [
      'names that do not answer may be there',
      spf('v=spf1 a:x.example a:y.example -all', { 'x.example A': 'SILENT', 'y.example A': 'SILENT' }),
      [],
    ],
    [
      'names that do not answer, and would make it unusable',
      spf('v=spf1 a:x.example a:y.example a:z.example -all', { 'x.example A': 'SILENT' }),
      ['probe/failed:example.jp@SPF'],
    ],
    ['+all', spf('v=spf1 mx +all'), ['mail/spf-permits-all:example.jp']],
    ['all', spf('v=spf1 all'), ['mail/spf-permits-all:example.jp']],
    ['every address', spf('v=spf1 ip4:0.0.0.0/0 -all'), ['mail/spf-permits-all:example.jp']],
    [
      '+all by an include',
      spf('v=spf1 include:i0.example -all', { 'i0.example TXT': ['v=spf1 +all'] }),
      ['mail/spf-permits-all:example.jp'],
    ],
    [
      '+all behind a refusing include',
      spf('v=spf1 -include:i0.example -all', { 'i0.example TXT': ['v=spf1 +all'] }),
      [],
    ],
    [
      'every address, in halves',
      spf('v=spf1 ip4:128.0.0.0/1 ip4:0.0.0.0/1 -all'),
      ['mail/spf-permits-all:example.jp'],
    ],
    ['half of all addresses', spf('v=spf1 ip4:128.0.0.0/1 -all'), []],
    ['a network of every address', spf('v=spf1 mx/0 -all'), ['mail/spf-permits-all:example.jp']],
    [
      '+all behind the domain\u2019s own name',
      spf('v=spf1 include:_spf.%{d} -all', { '_spf.example.jp TXT': ['v=spf1 +all'] }),
      ['mail/spf-permits-all:example.jp'],
    ],
    [
      '+all behind the sender\u2019s name, within an include',
      spf('v=spf1 include:i0.example -all', {
        'i0.example TXT': ['v=spf1 include:%{o2r}.%{d1}.test -all'],
        'jp.example.example.test TXT': ['v=spf1 +all'],
      }),
      ['mail/spf-permits-all:example.jp'],
    ],
    [
      'a record within an include that cannot be read',
      spf('v=spf1 include:i0.example -all', { 'i0.example TXT': ['v=spf1 ip4:203.0.113.0/33 -all'] }),
      ['mail/spf-invalid:example.jp'],
    ],
    [
      'macros that depend on the message',
      spf('v=spf1 exists:%{i}._spf.example include:%{l}.spf.example -all'),
      [],
    ],
    [
      'ranges and unknown modifiers',
      spf('v=spf1 a/24 mx/24//64 a:example.jp/28 ip6:2001:db8::/32 exp=why.example x=y -all'),
      [],
    ],
    ['capitals', spf('V=SPF1 IP4:203.0.113.1 -ALL'), []],
  ])('%s', async (_name, world, expected) => {
    expect((await look('{ spf: required }', world)).ids).toEqual(expected);
  });

  test('is not asked for where the ledger does not', async () => {
    expect((await look('{}', but({ 'example.jp TXT': [] }))).ids).toEqual([]);
  });

  test('grammar', () => {
    expect(parseSpf('v=spf1 a:b.example/24//64 -all')).toMatchObject({
      terms: [{ mechanism: 'a', value: 'b.example', prefix: { 4: 24, 6: 64 } }, { qualifier: '-' }],
    });
    for (const broken of [
      'v=spf1 a: -all',
      'v=spf1 include -all',
      'v=spf1 all:x',
      'v=spf1 redirect=a redirect=b',
      'v=spf1 ,mx',
      'v=spf1 ip4:203.0.113.256 -all',
      'v=spf1 ip4:relay.example -all',
      'v=spf1 ip4:203.0.113.7~all',
      'v=spf1 ip4:203.0.113.1;-all',
      'v=spf1 ip4:203.0.113.0/33 -all',
      'v=spf1 ip4:203.0.113.01 -all',
      'v=spf1 ip4:203.0.113 -all',
      'v=spf1 ip6:203.0.113.1 -all',
      'v=spf1 ip6:2001:db8::/129 -all',
      'v=spf1 a:%{x}.example -all',
      'v=spf1 a:%{d -all',
      'v=spf1 a:%{d0}.example -all',
      'v=spf1 a:50%.example -all',
      'v=spf1 exists:%{t}.example -all',
      'v=spf1 a/40 -all',
      'v=spf1 mx//129 -all',
      'v=spf1 mx/024 -all',
      'v=spf1 a:localhost -all',
      'v=spf1 a:203.0.113.1 -all',
      'v=spf1 include:mail_server -all',
      'v=spf1 ptr/24 -all',
      'v=spf1 mx\t-all',
      'v=spf1 exp=a.example exp=b.example -all',
      'v=spf1 redirect= -all',
      'v=spf1 include:\u30e1\u30fc\u30eb.example -all',
      'v=spf1 -all"',
      'v=spf1 mx - all',
    ]) {
      expect([broken, parseSpf(broken)]).toEqual([broken, { broken: expect.any(String) }]);
    }
    for (const sound of [
      'v=spf1',
      'v=spf1   mx  -all ',
      'v=spf1 a:_spf.b-c.example. ?all',
      'v=spf1 exists:%{ir}.%{l1r-}._spf.%{d2} -all',
      'v=spf1 include:%{d} a:x.%%.%_.%-.example -all',
      'v=spf1 ip6:::1 ip6:2001:db8::1/128 ip4:203.0.113.0/24 +all',
      'v=spf1 redirect=%{d}.spf.example exp=%{c}.why.example some-thing_1.2=%{d}/x:y',
    ]) {
      expect([sound, parseSpf(sound)]).toEqual([
        sound,
        expect.objectContaining({ terms: expect.any(Array) }),
      ]);
    }
  });
});

describe('DMARC', () => {
  test.each<[string, Records, string[]]>([
    ['no record', { '_dmarc.example.jp TXT': [] }, ['mail/dmarc-missing:example.jp']],
    [
      'two records',
      { '_dmarc.example.jp TXT': ['v=DMARC1; p=none', 'v=DMARC1; p=quarantine'] },
      ['mail/dmarc-missing:example.jp'],
    ],
    [
      'v spelled otherwise',
      { '_dmarc.example.jp TXT': ['v=dmarc1; p=quarantine'] },
      ['mail/dmarc-missing:example.jp'],
    ],
    [
      'v not first',
      { '_dmarc.example.jp TXT': ['p=quarantine; v=DMARC1'] },
      ['mail/dmarc-missing:example.jp'],
    ],
    ['a tag that comes again', { '_dmarc.example.jp TXT': ['v=DMARC1; p=quarantine; p=none; v='] }, []],
    ['another policy', { '_dmarc.example.jp TXT': ['v=DMARC1; p=none'] }, ['mail/dmarc-differs:example.jp']],
    [
      'a stricter policy',
      { '_dmarc.example.jp TXT': ['v=DMARC1;p=reject'] },
      ['mail/dmarc-differs:example.jp'],
    ],
    [
      'only tried',
      { '_dmarc.example.jp TXT': ['v=DMARC1; p=quarantine; t=y'] },
      ['mail/dmarc-differs:example.jp'],
    ],
    [
      'no policy tag',
      { '_dmarc.example.jp TXT': ['v=DMARC1; rua=mailto:a@b.example'] },
      ['mail/dmarc-differs:example.jp'],
    ],
    [
      'an unknown policy, with reports',
      { '_dmarc.example.jp TXT': ['v=DMARC1; p=quarentine; rua=mailto:a@b.example'] },
      ['mail/dmarc-differs:example.jp'],
    ],
    [
      'an unknown policy, without reports',
      { '_dmarc.example.jp TXT': ['v=DMARC1; p=quarentine'] },
      ['mail/dmarc-missing:example.jp'],
    ],
    ['inherited', { '_dmarc.example.jp TXT': [], '_dmarc.jp TXT': ['v=DMARC1; p=none; sp=quarantine'] }, []],
  ])('%s', async (_name, changes, expected) => {
    expect((await look('{ dmarc: quarantine }', but(changes))).ids).toEqual(expected);
  });

  // RFC 9989 §4.10: which record holds for a domain without one of its own.
  test.each<[string, Records, string | null]>([
    ['the one of its parent', { '_dmarc.example.jp TXT': ['v=DMARC1; p=reject'] }, 'reject'],
    ['its policy for subdomains', { '_dmarc.example.jp TXT': ['v=DMARC1; p=reject; sp=none'] }, 'none'],
    [
      'the one with the fewest labels, not the nearest',
      {
        '_dmarc.b.example.jp TXT': ['v=DMARC1; p=reject'],
        '_dmarc.example.jp TXT': ['v=DMARC1; p=none; sp=quarantine'],
      },
      'quarantine',
    ],
    [
      'the nearest, where it says that it is organisational',
      {
        '_dmarc.b.example.jp TXT': ['v=DMARC1; p=reject; psd=n'],
        '_dmarc.example.jp TXT': ['v=DMARC1; p=none'],
      },
      'reject',
    ],
    [
      'the one below a public suffix',
      {
        '_dmarc.example.jp TXT': ['v=DMARC1; p=quarantine'],
        '_dmarc.jp TXT': ['v=DMARC1; p=reject; psd=y'],
      },
      'quarantine',
    ],
    [
      'the public suffix\u2019s own, where there is none below it',
      {
        '_dmarc.b.example.jp TXT': ['v=DMARC1; p=none'],
        '_dmarc.jp TXT': ['v=DMARC1; p=none; sp=reject; psd=y'],
      },
      'reject',
    ],
    [
      'of names that do not exist, np counts',
      {
        'a.b.example.jp MX': [],
        'a.b.example.jp TXT': [],
        '_dmarc.example.jp TXT': ['v=DMARC1; p=reject; np=none'],
      },
      'reject',
    ],
    ['np', { '_dmarc.example.jp TXT': ['v=DMARC1; p=reject; np=none'] }, 'none'],
    ['none', {}, null],
  ])('without a record of its own: %s', async (_name, records, policy) => {
    const { signal } = new AbortController();
    const fact = await readDmarc('a.b.example.jp', openLookUp(dnsOf(records), signal));
    expect(fact.policy).toBe(policy);
  });

  test('is nothing where the ledger does not say it', async () => {
    expect((await look('{}', but({ '_dmarc.example.jp TXT': [] }))).ids).toEqual([]);
  });
});

describe('DKIM', () => {
  test.each<[string, Records, string[]]>([
    ['no record', { 's1._domainkey.example.jp TXT': [] }, ['mail/dkim-missing:example.jp']],
    ['an alias to nowhere', { 's1.mail.example TXT': [] }, ['mail/dkim-missing:example.jp']],
    ['something that is no key', { 's1.mail.example TXT': ['hello'] }, ['mail/dkim-missing:example.jp']],
    ['taken back', { 's1.mail.example TXT': ['v=DKIM1; p='] }, ['mail/dkim-revoked:example.jp']],
    ['without version', { 's1.mail.example TXT': [`k=rsa; p=${rsa(1024)}`] }, []],
    ['RSA in the bare form', { 's1.mail.example TXT': [`v=DKIM1; p=${rsa(1024, 'pkcs1')}`] }, []],
    [
      'Ed25519',
      { 's1.mail.example TXT': [`v=DKIM1; k=ed25519; p=${Buffer.alloc(32, 7).toString('base64')}`] },
      [],
    ],
    [
      'flags, notes, services',
      { 's1.mail.example TXT': [`v=DKIM1; t=y:s; n=x; s=email:*; h=sha1:sha256; p=${rsa(1024)};`] },
      [],
    ],
    ...(
      [
        ['a placeholder', 'v=DKIM1; k=rsa; p=YOUR_PUBLIC_KEY_HERE'],
        ['RSA of 512 bits', `v=DKIM1; k=rsa; p=${rsa(512)}`],
        ['cut off', `v=DKIM1; k=rsa; p=${rsa(1024).slice(0, 100)}`],
        ['quotes within the key', `v=DKIM1; k=rsa; p=${rsa(1024).slice(0, 80)}" "${rsa(1024).slice(80)}`],
        ['an unknown type', `v=DKIM1; k=dsa; p=${rsa(1024)}`],
        ['RSA said to be Ed25519', `v=DKIM1; k=ed25519; p=${rsa(1024)}`],
        ['a short Ed25519 key', `v=DKIM1; k=ed25519; p=${Buffer.alloc(31).toString('base64')}`],
        ['for SHA-1 alone', `v=DKIM1; h=sha1; p=${rsa(1024)}`],
        ['not for mail', `v=DKIM1; s=tlsrpt; p=${rsa(1024)}`],
        ['no semicolons', `v=DKIM1 k=rsa p=${rsa(1024)}`],
        ['a tag twice', `v=DKIM1; p=${rsa(1024)}; p=${rsa(1024)}`],
        ['version not first', `k=rsa; v=DKIM1; p=${rsa(1024)}`],
        ['no key', 'v=DKIM1; k=rsa'],
      ] as const
    ).map(([what, text]): [string, Records, string[]] => [
      what,
      { 's1.mail.example TXT': [text] },
      ['mail/dkim-invalid:example.jp'],
    ]),
  ])('%s', async (_name, changes, expected) => {
    expect((await look('{ dkim: [s1] }', but(changes))).ids).toEqual(expected);
  });

  test('several selectors are told apart', async () => {
    expect((await look('{ dkim: [s1, s2, s3] }')).ids).toEqual([
      'mail/dkim-missing:example.jp@s2',
      'mail/dkim-missing:example.jp@s3',
    ]);
  });
});

describe('MTA-STS', () => {
  const bad = ['mail/mta-sts-invalid:example.jp'];
  test.each<[string, World, string, string[]]>([
    ['no record', but({ '_mta-sts.example.jp TXT': [] }), 'enforce', bad],
    ['no record where none is meant', but({ '_mta-sts.example.jp TXT': [] }), 'none', []],
    ['two records', but({ '_mta-sts.example.jp TXT': ['v=STSv1; id=1;', 'v=STSv1; id=2;'] }), 'enforce', bad],
    ['no id', but({ '_mta-sts.example.jp TXT': ['v=STSv1;'] }), 'enforce', bad],
    ['no file', { records: good, policy: 404 }, 'enforce', bad],
    ['a redirect', { records: good, policy: 301 }, 'enforce', bad],
    ['no policy', { records: good, policy: '<html>' }, 'enforce', bad],
    ['another mode', { records: good, policy: policy.replace('enforce', 'testing') }, 'enforce', bad],
    [
      'a server that is not listed',
      { records: good, policy: policy.replace('mx: *.example.jp\r\n', '') },
      'enforce',
      bad,
    ],
    ['no valid certificate', { records: good, hasValidCertificate: false }, 'enforce', bad],
    ['the mode as meant', { records: good, policy: policy.replace('enforce', 'testing') }, 'testing', []],
  ])('%s', async (_name, world, mode, expected) => {
    expect((await look(`{ mta-sts: ${mode} }`, world)).ids).toEqual(expected);
  });

  test('policies', () => {
    expect(parsePolicy(policy)).toEqual({ mode: 'enforce', mx: ['mx1.example.jp', '*.example.jp'] });
    for (const broken of [
      policy.replace('STSv1', 'STSv2'),
      policy.replace('604800', '99999999'),
      policy.replace('604800', 'x'),
      policy.replace(/mx:.*\r\n/g, ''),
    ]) {
      expect(parsePolicy(broken)).toBeNull();
    }
  });
});

describe('what could not be looked at', () => {
  test('is not known, and the rest is judged', async () => {
    const { ids, findings, confirm } = await look(
      all,
      but({ 'example.jp TXT': 'SILENT', '_dmarc.example.jp TXT': [] }),
    );
    expect(ids).toEqual(['probe/failed:example.jp@SPF', 'mail/dmarc-missing:example.jp']);
    expect(findings[0]).toMatchObject({ kind: 'unknown', items: [] });
    expect(confirm).toBe(true);
  });

  test('a policy’s host that refuses is not known', async () => {
    expect((await look('{ mta-sts: enforce }', { records: good, policy: 'refused' })).ids).toEqual([
      'probe/failed:example.jp@MTA-STS',
    ]);
  });

  test('is told once where nothing answered', async () => {
    const silent = { 'example.jp MX': 'SILENT', 'example.jp TXT': 'SILENT' } as const;
    expect((await look('{}', { records: silent })).ids).toEqual(['probe/failed:example.jp@mail']);
  });
});

test('every rule of the family has been heard of here', async () => {
  const { readFile } = await import('node:fs/promises');
  const source = await readFile(new URL(import.meta.url), 'utf8');
  expect(Object.keys(mailRules).filter((rule) => !source.includes(rule))).toEqual([]);
});
