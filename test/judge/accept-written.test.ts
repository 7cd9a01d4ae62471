import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { acceptObserved } from '../../src/judge/accept.ts';
import type { Judgement } from '../../src/judge/judge.ts';
import { ofLedger } from '../../src/judge/judged.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { countWrittenSecrets } from '../../src/ledger/secrets/source.ts';
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

  test('is not written where it would not be what was seen when it is read again', () => {
    const ledger = zone('TXT', 'a');
    const { text, refused } = accepted(ledger, [seenAs('TXT', [' led by a space'])]);
    expect(text).toBe(ledger);
    expect(refused.map(({ problem }) => problem)).toEqual(['differs']);
  });

  test('as a public record stands there alone: the history does not repeat what looks like a secret', () => {
    const secret = 'password=Tr0ub4dor&3xyzzy';
    const { text, isRecorded } = accepted(zone('TXT', 'a'), [seenAs('TXT', [secret])]);
    expect(isRecorded).toBe(true);
    expect(text.split(secret)).toHaveLength(2);
    expect(countWrittenSecrets(text)).toBe(0);
    expect(read(text).ok).toBe(true);
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

  test('leaves a ledger that can be read and says what was seen, or the one that was there', () => {
    const types = ['A', 'AAAA', 'CNAME', 'MX', 'NS', 'TXT', 'CAA', 'HTTPS', 'SRV', 'PTR'] as const;
    const valid: Readonly<Record<(typeof types)[number], string>> = {
      A: '192.0.2.1',
      AAAA: '2001:db8::1',
      CNAME: 'b.example',
      MX: '10 b.example',
      NS: 'b.example',
      TXT: 'b',
      CAA: '0 issue "b.example"',
      HTTPS: '1 . alpn=h2',
      SRV: '1 1 443 b.example',
      PTR: 'b.example',
    };
    const content = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('', ' ', '"', '\\;', '0 issue ', '#', 'a: b', '[x]', '\u3000', 'password=abcdefgh12'),
      fc
        .tuple(fc.nat(300), fc.constantFrom('issue', 'iodef', '1 443'), fc.string())
        .map((each) => each.join(' ')),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(...types),
        fc.array(content, { minLength: 1, maxLength: 3 }),
        (type, written) => {
          const seen = [...new Set(written.map((each) => normalizeValue(type, each)))];
          const ledger = zone(type, valid[type]);
          const { text, accepted: taken, refused } = accepted(ledger, [seenAs(type, seen)]);
          expect(taken.length + refused.length).toBe(1);
          if (taken.length === 0) expect(text).toBe(ledger);
          const then = read(text);
          expect(then.ok).toBe(true);
          expect(countWrittenSecrets(text)).toBe(0);
          if (!then.ok || taken.length === 0) return;
          const values = then.parsed.ledger.reality.dns?.[0]?.values ?? [];
          expect(new Set(values.map((each) => normalizeValue(type, each)))).toEqual(new Set(seen));
        },
      ),
      runsOf(10_000, 200),
    );
  });
});
