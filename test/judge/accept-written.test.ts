import packet, { type Answer } from 'dns-packet';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptObserved } from '../../src/judge/accept.ts';
import type { Judgement } from '../../src/judge/judge.ts';
import { ofLedger } from '../../src/judge/judged.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { countWrittenSecrets } from '../../src/ledger/secrets/source.ts';
import { planDns, type RecordClaim } from '../../src/probes/dns/claim.ts';
import { compare } from '../../src/probes/dns/compare.ts';
import { decodeReply } from '../../src/protocols/dns/message.ts';
import { type ClaimedType, normalizeValue } from '../../src/protocols/dns/record.ts';
import { type Finding, finding } from '../../src/rules/finding.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { runsOf } from '../properties/runs.ts';

// What `accept` writes is read again before anybody else has to: a ledger comes out that can be read.

const now = '2026-11-23T00:00:00Z';
const head = 'version: 1\nsite: { name: A, url: "https://a.example/" }\nparties: { client: Client }\n';

const read = (text: string) =>
  parseLedger(new TextEncoder().encode(text), { file: 'ledger.yml', now, ruleNames });

function accepted(text: string, findings: readonly Finding[], by: string | null = null) {
  const parsed = read(text);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  const judgement: Judgement = {
    findings: ofLedger(findings),
    excepted: new Map(),
    dates: [],
    changes: null,
    backups: {},
    claimed: [],
    crashes: [],
  };
  return acceptObserved(new TextEncoder().encode(text), parsed.parsed, judgement, {
    only: null,
    by,
    now,
    date: '2026-11-23',
    what: (changes) => changes.map(({ name, from, to }) => `${name}: ${from.join()} → ${to.join()}`).join(),
  });
}

const zone = (type: string, value: string) =>
  `${head}reality:\n  dns:\n    - { name: a.example, type: ${type}, values: [${JSON.stringify(value)}] }\n`;

const seenAs = (type: ClaimedType, seen: readonly string[]) =>
  finding('dns/record-differs', {
    subject: `a.example/${type}`,
    severity: 'warning',
    acceptable: true,
    path: ['reality', 'dns', 0],
    data: {
      name: 'a.example',
      type,
      match: 'exact',
      expected: [],
      seen,
      aliases: [],
      wildcard: null,
    } as never,
  });

describe('what was seen', () => {
  test.each<[ClaimedType, string, string]>([
    ['CAA', '0 issue "ca.example"', '0 issue '],
    ['CAA', '0 issue "ca.example"', '0 issue ;'],
    ['MX', '10 mail.a.example', '0 .'],
    ['TXT', 'v=spf1 -all', 'v=spf1 include:b.example ~all'],
  ])('as %s is written and compares equal the next time', (type, before, seen) => {
    const value = normalizeValue(type, seen);
    const { text, accepted: taken } = accepted(zone(type, before), [seenAs(type, [value])]);
    expect(taken).toHaveLength(1);
    const then = read(text);
    expect(
      then.ok && then.parsed.ledger.reality.dns?.[0]?.values?.map((each) => normalizeValue(type, each)),
    ).toEqual([value]);
  });

  test.each<[ClaimedType, string, string]>([
    ['CNAME', 'b.example', 'with space.example'],
    ['PTR', 'b.example', 'my printer.example'],
    ['MX', '10 mail.a.example', '10 with space.example'],
    ['SRV', '1 1 443 b.example', '1 1 443 with space.example'],
    ['CNAME', 'b.example', 'a@b.example'],
  ])('as %s is not written where the ledger could not be read with it', (type, before, seen) => {
    const ledger = zone(type, before);
    const { text, accepted: taken, refused } = accepted(ledger, [seenAs(type, [seen])]);
    expect([text, taken.length]).toEqual([ledger, 0]);
    expect(refused.map(({ problem }) => problem)).toEqual(['unreadable']);
  });

  test('as a public record stands there alone: the history does not repeat what looks like a secret', () => {
    const secret = 'password=Tr0ub4dor&3xyzzy';
    const { text, isRecorded } = accepted(zone('TXT', 'a'), [seenAs('TXT', [secret])]);
    expect(isRecorded).toBe(true);
    expect(text.split(secret)).toHaveLength(2);
    expect(countWrittenSecrets(text)).toBe(0);
    expect(read(text).ok).toBe(true);
  });

  test('is not written where a secret was taken out of it', () => {
    const ledger = zone('TXT', 'a');
    const { text, refused } = accepted(ledger, [seenAs('TXT', ['token=*** end'])]);
    expect(text).toBe(ledger);
    expect(refused.map(({ problem }) => problem)).toEqual(['secret']);
  });

  test('is not written where the ledger would hold what looks like a secret', () => {
    const ledger = `${head}reality:\n  endpoints:\n    home: { url: "https://a.example/", expect: { redirects-to: "https://b.example/" } }\n`;
    const observed = 'https://b.example/?password=Tr0ub4dor3xyzzy';
    const moved = finding('http/redirect-differs', {
      subject: 'home',
      severity: 'warning',
      acceptable: true,
      path: ['reality', 'endpoints', 'home', 'expect', 'redirects-to'],
      data: { id: 'home', url: 'https://a.example/', expected: 'https://b.example/', observed } as never,
    });
    const { text, refused } = accepted(ledger, [moved]);
    expect(text).toBe(ledger);
    expect(refused.map(({ problem }) => problem)).toEqual(['secret']);
  });

  test('is recorded in no name that the ledger does not know', () => {
    const { text, isRecorded } = accepted(zone('A', '192.0.2.1'), [seenAs('A', ['192.0.2.2'])], 'nobody');
    expect(isRecorded).toBe(false);
    expect(read(text).ok).toBe(true);
  });

  /** What the edge makes of the record when a server sends it. */
  const received = (type: ClaimedType, data: unknown): string => {
    const wireType = type === 'HTTPS' || type === 'SVCB' ? `UNKNOWN_${type === 'HTTPS' ? 65 : 64}` : type;
    const answers = [{ name: 'a.example', type: wireType, ttl: 1, data }] as unknown as Answer[];
    const reply = decodeReply(packet.encode({ type: 'response', answers }));
    return reply!.answers[0]!.data;
  };
  const valid: Readonly<Record<ClaimedType, string>> = {
    A: '192.0.2.1',
    AAAA: '2001:db8::1',
    CNAME: 'b.example',
    MX: '10 b.example',
    NS: 'b.example',
    TXT: 'b',
    CAA: '0 issue "b.example"',
    HTTPS: '1 . alpn=h2',
    SVCB: '1 . alpn=h2',
    SRV: '1 1 443 b.example',
    PTR: 'b.example',
  };

  /** Takes these over into a ledger that says something else, and compares with what that ledger says then. */
  function roundTrip(type: ClaimedType, seen: readonly string[]) {
    const ledger = zone(type, valid[type]);
    const { text, accepted: taken, refused } = accepted(ledger, [seenAs(type, seen)]);
    const then = read(text);
    if (!then.ok) throw new Error(text);
    if (taken.length === 0)
      return { text: text === ledger ? 'as before' : text, refused: refused[0]?.problem };
    const claims = planDns(then.parsed.ledger).map(({ claim }) => claim);
    return { comparison: compare(claims[0] as RecordClaim, { values: seen, aliases: [] }), text };
  }

  const bytes = (...parts: (string | number)[]) =>
    Buffer.concat(parts.map((each) => (typeof each === 'string' ? Buffer.from(each) : Buffer.of(each))));
  test.each<[string, ClaimedType, unknown]>([
    ['a semicolon with a backslash', 'TXT', 'v=DKIM1\\; k=rsa'],
    ['quotes around all', 'TXT', '"v=spf1 -all"'],
    ['quotes and a backslash', 'TXT', '"a\\;b"'],
    ['quotes within', 'TXT', 'say "a" \\"b\\"'],
    ['an escape that stands for none', 'TXT', '\\065\\999\\'],
    ['two strings', 'TXT', ['v=spf1 ', '-all']],
    ['two strings in quotes', 'TXT', '"a" "b"'],
    ['nothing', 'TXT', ''],
    ['blanks at the ends', 'TXT', '  a  '],
    ['a wide blank', 'TXT', '\u3000'],
    ['a line break', 'TXT', 'a\nb'],
    ['not ASCII', 'TXT', '日本語 – é'],
    ['no UTF-8', 'TXT', [bytes('a', 0xff, '\\;"')]],
    ['what YAML takes for something else', 'TXT', '~'],
    ['an issuer that is empty', 'CAA', { flags: 0, tag: 'issue', value: '' }],
    ['an issuer that is a semicolon', 'CAA', { flags: 0, tag: 'issue', value: ';' }],
    [
      'an issuer with a parameter that is none',
      'CAA',
      { flags: 128, tag: 'issue', value: ' ca.example ;; a=b; ' },
    ],
    ['an issuer in quotes', 'CAA', { flags: 0, tag: 'issue', value: '"ca.example"' }],
    ['a value that is empty', 'CAA', { flags: 0, tag: 'iodef', value: '' }],
    ['a value with blanks', 'CAA', { flags: 0, tag: 'iodef', value: ' mailto:a@b  ' }],
    ['a target in capitals', 'CNAME', 'Shop.Example.NET'],
    ['a target with an underscore', 'CNAME', '_x._domainkey.example.net'],
    ['no mail', 'MX', { preference: 0, exchange: '.' }],
    ['no service', 'SRV', { priority: 0, weight: 0, port: 0, target: '.' }],
    ['an IPv4 address in IPv6', 'AAAA', '::ffff:192.0.2.1'],
    ['a value with blanks and quotes', 'HTTPS', bytes(0, 1, 0, 0xff, 0xff, 0, 5, 'a "b,')],
    ['an alias', 'SVCB', bytes(0, 0, 3, 'Svc', 4, 'test', 0)],
    ['no such record', 'HTTPS', bytes(0)],
  ])('%s (%s) compares equal the next time', (_what, type, data) => {
    const seen = received(type, data);
    expect(roundTrip(type, [seen])).toMatchObject({ comparison: 'match' });
  });

  test('whatever a server sends compares equal the next time, or is no name that a ledger takes', () => {
    const label = fc.stringMatching(/^[!-~]{1,12}$/).filter((each) => !each.includes('.'));
    const name = fc.oneof(
      fc.array(label, { minLength: 1, maxLength: 4 }).map((labels) => labels.join('.')),
      fc.domain().map((each) => each.toUpperCase()),
      fc.constant('.'),
    );
    const small = fc.nat(65_535);
    const octets = fc
      .oneof(fc.uint8Array({ maxLength: 40 }), fc.string({ maxLength: 40 }).map(Buffer.from))
      .map((each) => Buffer.from(each));
    const pieces = fc
      .array(fc.constantFrom('"', '\\', ';', ' ', 'a', '0', '065', '\\"', '=', ',', '\t', '\u00e9'), {
        maxLength: 12,
      })
      .map((parts) => Buffer.from(parts.join('')));
    const text = fc.oneof(octets, pieces);
    const parameter = fc.tuple(fc.oneof(fc.nat(10), small), text).map(([key, value]) => {
      const head = Buffer.alloc(4);
      head.writeUInt16BE(key);
      head.writeUInt16BE(value.length, 2);
      return Buffer.concat([head, value]);
    });
    const service = fc.oneof(
      text,
      fc.array(parameter, { maxLength: 4 }).map((each) => Buffer.concat([Buffer.of(0, 1, 0), ...each])),
    );
    const data: Readonly<Record<ClaimedType, fc.Arbitrary<unknown>>> = {
      A: fc.ipV4(),
      AAAA: fc.oneof(
        fc.ipV6(),
        fc.ipV4().map((each) => `::ffff:${each}`),
      ),
      CNAME: name,
      NS: name,
      PTR: name,
      MX: fc.record({ preference: small, exchange: name }),
      SRV: fc.record({ priority: small, weight: small, port: small, target: name }),
      TXT: fc.array(text, { minLength: 1, maxLength: 3 }),
      CAA: fc.record({
        flags: fc.nat(255),
        tag: fc.oneof(fc.constantFrom('issue', 'ISSUEWILD', 'iodef'), fc.stringMatching(/^[a-z0-9]{1,10}$/)),
        value: text.map((each) => each.toString()),
      }),
      HTTPS: service,
      SVCB: service,
    };
    const records = fc
      .constantFrom(...(Object.keys(data) as ClaimedType[]))
      .chain((type) => fc.tuple(fc.constant(type), fc.array(data[type], { minLength: 1, maxLength: 3 })));
    fc.assert(
      fc.property(records, ([type, list]) => {
        const seen = [...new Set(list.map((each) => received(type, each)))].sort();
        const result = roundTrip(type, seen);
        expect(countWrittenSecrets(result.text)).toBe(0);
        if (result.comparison !== undefined) {
          expect(result.comparison).toBe('match');
          return;
        }
        expect([type, result.text, result.refused]).toEqual([
          expect.stringMatching(/^(CNAME|NS|PTR|MX|SRV)$/),
          'as before',
          'unreadable',
        ]);
      }),
      runsOf(20_000, 600),
    );
  });
});
