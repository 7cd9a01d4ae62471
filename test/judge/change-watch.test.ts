import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import {
  type ChangeRecord,
  judgeChanges,
  type LastRun,
  nextRecord,
  seenDigests,
} from '../../src/judge/change-watch.ts';
import { parseLedger } from '../../src/ledger/parse.ts';
import { parts } from '../../src/probes/index.ts';
import { type Finding, finding } from '../../src/rules/finding.ts';
import { ruleNames } from '../../src/rules/index.ts';

// What was seen is compared with what was seen before, by digests that the marker keeps.

const now = Temporal.Instant.from('2026-11-01T00:00:00Z');
const text = `version: 1
site: { name: A, url: "https://a.example/" }
evidence: { changes: ledger }
reality:
  dns: [{ name: a.example, type: A, values: [203.0.113.1] }, { name: a.example, type: TXT, values: [old] }]
`;
const read = parseLedger(Buffer.from(text), { file: 'ledger.yml', now: now.toString(), ruleNames });
if (!read.ok) throw new Error(JSON.stringify(read.problems));
const { ledger } = read.parsed;

const record = (type: string, ...seen: string[]): Finding =>
  finding('dns/record-differs', {
    subject: `a.example/${type}`,
    path: ['reality', 'dns', type === 'A' ? 0 : 1],
    severity: 'warning',
    data: {
      name: 'a.example',
      type: type as never,
      match: 'exact' as never,
      expected: ['old'],
      seen,
      aliases: [],
      wildcard: null,
    } as never,
  });
const redirect = (observed: string): Finding =>
  finding('http/redirect-differs', {
    subject: 'home',
    path: ['reality', 'endpoints', 'home'],
    severity: 'warning',
    data: { id: 'home', url: 'https://a.example/', address: null, expected: 'https://b.example/', observed },
  });
const registrar = (name: string): Finding =>
  finding('domain/registrar-differs', {
    subject: 'a.example',
    path: ['reality', 'domains', 'a.example'],
    data: { domain: 'a.example', expected: 'Old', registrar: name },
  });

const input = { ledger, now, observations: [], asked: new Set(parts) };
const changes = nextRecord({ ...input, watch: null, findings: [] }, []) as ChangeRecord;
const since = '2026-09-01T00:00:00Z';

/** Whether `after` is a change where the last run left word of `before`. */
function isTold(before: Finding, after: Finding, remembered: Partial<LastRun['findings'][number]> = {}) {
  const seen = seenDigests(before);
  const last: LastRun = {
    changes,
    findings: [{ id: before.id, rule: before.rule, since, ...(seen === '' ? {} : { seen }), ...remembered }],
    truncated: false,
  };
  return judgeChanges({ ...input, watch: { type: 'last-run', last }, findings: [after] }).length > 0;
}

describe('another value', () => {
  test.each<[string, Finding, Finding]>([
    ['an address', record('A', '203.0.113.20'), record('A', '203.0.113.31')],
    ['an address that the old one begins with', record('A', '203.0.113.20'), record('A', '203.0.113.2')],
    ['a text', record('TXT', 'one'), record('TXT', 'two')],
    ['a long text', record('TXT', `${'x'.repeat(300)}1`), record('TXT', `${'x'.repeat(300)}2`)],
    ['a registrar whose name holds the other', registrar('Example Registrar Inc.'), registrar('Registrar')],
    ['a place to be led to', redirect('https://c.example/'), redirect('https://d.example/')],
  ])('(%s) is a change', (_name, before, after) => {
    expect(isTold(before, after)).toBe(true);
    expect(isTold(after, before)).toBe(true);
    expect(isTold(before, before)).toBe(false);
  });
});

describe('is no change', () => {
  test.each<[string, Finding, Finding]>([
    ['answers that rotate', record('A', '203.0.113.20', '203.0.113.21'), record('A', '203.0.113.22')],
    ['another order', record('TXT', 'one', 'two'), record('TXT', 'two', 'one')],
    ['one of what was there', record('TXT', 'one', 'two'), record('TXT', 'two', 'three')],
    [
      'a session in the address',
      redirect('https://c.example/login?session=1#a'),
      redirect('https://c.example/login?session=2#b'),
    ],
    [
      'more than is kept',
      record('TXT', ...Array.from({ length: 30 }, (_, index) => `${index}`)),
      record('TXT', 'other'),
    ],
  ])('%s', (_name, before, after) => {
    expect(isTold(before, after)).toBe(false);
  });

  test('what an older version remembered by its sentence alone', () => {
    const before = record('A', '203.0.113.20');
    expect(isTold(before, record('A', '203.0.113.31'), { seen: undefined })).toBe(false);
  });
});

test('what is kept does not give away what was seen, and fits the marker', () => {
  const kept = seenDigests(
    record('TXT', ...Array.from({ length: 20 }, (_, index) => `person${index}@a.example`)),
  );
  expect(kept).toMatch(/^[\w-]{160}$/);
});
