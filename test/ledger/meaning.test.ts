import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type ParsedLedger, parseLedger } from '../../src/ledger/parse.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { ruleNames } from '../../src/rules/index.ts';
import { runsOf } from '../properties/runs.ts';

const root = path.resolve(import.meta.dirname, '../..');
const now = '2026-11-23T00:00:00Z';
const minimal = 'version: 1\nsite: { name: A, url: "https://a.example/" }\n';

function read(ledger: string): ParsedLedger {
  const result = parseLedger(Buffer.from(ledger), { file: 'ledger.yml', now, ruleNames });
  if (!result.ok) throw new Error(JSON.stringify(result.problems));
  return result.parsed;
}

test.each(['NO', 'no', 'jp'])('the country %s is one', (country) => {
  const { ledger } = read(`${minimal}contacts: { a: { name: A, holidays: { country: ${country} } } }\n`);
  expect(ledger.contacts?.['a']?.holidays?.country).toBe(country);
});

describe('free words that answer nothing', () => {
  test.each(['TBD', '未定', '?', '？', 'where the account is kept', 'アカウントの保管場所', 'URL'])(
    '%s counts as unknown',
    (text) => {
      const { ledger, absences } = read(
        `${minimal}access: { server: { login: "${text}", console: "${text}" } }\nrollback: { when: ["${text}", down] }\n`,
      );
      expect(ledger.access?.['server']).toEqual({});
      expect(ledger.rollback?.when).toEqual(['down']);
      expect([...absences.keys()]).toEqual([
        'access.server.login',
        'access.server.console',
        'rollback.when.0',
      ]);
    },
  );

  test('words around them are an answer', () => {
    const { ledger } = read(`${minimal}access: { server: { login: "vault (TBD: move to the new one)" } }\n`);
    expect(ledger.access?.['server']?.login).toContain('vault');
  });
});

test('what is not written has its default', () => {
  const { ledger } = read(minimal);
  expect(ledger.site).toEqual({
    name: 'A',
    url: 'https://a.example/',
    timezone: 'Asia/Tokyo',
    public: false,
  });
  expect(ledger.review['verify-contacts-within']).toMatchObject({ text: '65d' });
  expect(ledger.review.every).toMatchObject({ months: 1 });
  expect(ledger.plan).toEqual([]);
});

describe('common', () => {
  const ledger = `${minimal}contacts:
  common: { holidays: { country: JP }, party: p }
  a: { name: A }
  b: { name: B, party: q }
parties: { p: P, q: Q }
access:
  common: { holders: [a, b], login: vault }
  server: { console: "https://s.example/" }
  cms: { login: elsewhere }
entrance:
  common: { login: safe }
  dns: { console: "https://d.example/" }
decisions:
  common: { decides: a, needs: [impact] }
  rollback: { needs: [time] }
`;

  test('gives its values to its neighbours, which may have their own', () => {
    const { contacts, access, entrance, decisions } = read(ledger).ledger;
    expect(Object.keys(contacts ?? {})).toEqual(['a', 'b']);
    expect(contacts?.['a']).toMatchObject({ party: 'p', holidays: { country: 'JP' } });
    expect(contacts?.['b']).toMatchObject({ party: 'q' });
    expect(access?.['server']).toMatchObject({ holders: ['a', 'b'], login: 'vault' });
    expect(access?.['cms']).toMatchObject({ login: 'elsewhere' });
    expect(entrance?.dns).toMatchObject({ holders: ['a', 'b'], login: 'safe' });
    expect(decisions?.rollback).toMatchObject({ decides: 'a', needs: ['time'] });
  });

  test('gives the day on which all were tried, which each may have of its own', () => {
    const { access, entrance, contacts } = read(
      `${minimal}contacts: { common: { verified: 2026-11-01 }, a: { name: A } }
access: { common: { verified: 2026-11-02 }, server: { login: x }, cms: { verified: 2026-11-03 } }
entrance: { dns: { login: x } }
`,
    ).ledger;
    expect(contacts?.['a']?.verified).toBe('2026-11-01');
    expect([access?.['server']?.verified, access?.['cms']?.verified]).toEqual(['2026-11-02', '2026-11-03']);
    expect(entrance?.dns?.verified).toBe('2026-11-02');
  });

  test('is where an inherited value is found again', () => {
    const parsed = read(ledger);
    expect(parsed.locate(['contacts', 'a', 'party'])).toEqual({ line: 4, column: 40 });
    expect(parsed.locate(['entrance', 'dns', 'holders'])).toEqual({ line: 9, column: 13 });
    expect(parsed.locate(['access', 'server', 'mfa'])).toEqual({ line: 10, column: 3 });
  });
});

test('unknown and none are kept apart from values, wherever they stand', () => {
  const { ledger, absences } = read(`${minimal}rollback:
  what: unknown
  when: [unknown, "down"]
  takes: { none: "never measured" }
restore: unknown
entrance: { cdn: { none: "no CDN" } }
contacts: { a: { name: unknown } }
first-contact: { route: [ { none: "nobody at night" } ] }
`);
  expect(ledger.rollback).toEqual({ when: ['down'] });
  expect(ledger.restore).toBeUndefined();
  expect(ledger['first-contact']?.route).toEqual([{ none: 'nobody at night' }]);
  expect(Object.fromEntries(absences)).toEqual({
    'rollback.what': { type: 'unknown' },
    'rollback.when.0': { type: 'unknown' },
    'rollback.takes': { type: 'none', reason: 'never measured' },
    restore: { type: 'unknown' },
    'entrance.cdn': { type: 'none', reason: 'no CDN' },
    'contacts.a.name': { type: 'unknown' },
  });
});

test('names that look like parts of the language are plain ids', () => {
  const { ledger } = read(`${minimal}parties: { "yes": Y, "1": One, ja-JP: J, 制作: 制作会社 }\n`);
  expect(ledger.parties).toEqual({ yes: 'Y', '1': 'One', 'ja-JP': 'J', 制作: '制作会社' });
});

/** Numbers from 0 to 1, the same ones for the same seed (mulberry32). */
function random(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

test.each(['fixtures/ledgers/all-keys.yml', 'examples/ja/ledger.yml'])(
  'whatever happens to %s, it is a ledger, or its problems lie within its text',
  (file) => {
    const original = readFileSync(path.join(root, file));
    const next = random(20_261_123);
    const at = (length: number) => Math.floor(next() * length);
    const broken: Buffer[] = Array.from({ length: runsOf(400, 100).numRuns }, () => {
      const from = at(original.length);
      const to = Math.min(original.length, from + 1 + at(40));
      const noise = [
        '',
        ' ',
        '\n',
        '\t',
        ':',
        '[',
        '}',
        '"',
        '#',
        '&a',
        '*a',
        '!!str ',
        '\u0000',
        '\ufffd',
        '-',
        '? ',
      ];
      switch (at(3)) {
        case 0:
          return Buffer.concat([original.subarray(0, from), original.subarray(to)]);
        case 1:
          return Buffer.concat([original.subarray(0, to), original.subarray(from)]);
        default:
          return Buffer.concat([
            original.subarray(0, from),
            Buffer.from(noise[at(noise.length)]!),
            original.subarray(to),
          ]);
      }
    });
    let refused = 0;
    for (const bytes of broken) {
      const result = parseLedger(bytes, { file: 'ledger.yml', now, ruleNames });
      if (result.ok) continue;
      refused += 1;
      expect(result.problems.length).toBeGreaterThan(0);
      const lines = new TextDecoder().decode(bytes).split(/\r\n|\n|\r/);
      for (const problem of result.problems) {
        const { position, code } = problem;
        if (position !== null) {
          expect(position.line).toBeLessThanOrEqual(lines.length);
          expect(position.column).toBeLessThanOrEqual((lines[position.line - 1]?.length ?? 0) + 1);
        }
        for (const language of ['ja', 'en'] as const) {
          expect(messagesFor(language).problems[code](problem as never)).not.toMatch(
            /undefined|\[object|NaN/,
          );
        }
      }
    }
    // The noise must bite, or this shows nothing.
    expect(refused / broken.length).toBeGreaterThan(0.5);
  },
);
