import { setTimeout as delay } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurn } from '../../src/edge/turns.ts';
import { factOf } from '../../src/probes/backup/observe.ts';
import { pointsOfFiles } from '../../src/providers/files/points.ts';
import type { StoredObject } from '../../src/providers/objects.ts';
import { readNamedPages } from '../../src/providers/pages.ts';
import { readXml } from '../../src/providers/xml.ts';

// What is held and done for whatever a store sends has bounds. Work is counted, never timed.

const now = '2026-11-24T00:00:00Z';
const hourMs = 3_600_000;

const namings: Readonly<Record<string, (index: number) => string>> = {
  'one series': (index) => `db-${index}.sql.gz`,
  'seventy series': (index) => `db${index % 70}-${new Date(1.6e12 + index * hourMs).toISOString()}.sql.gz`,
  'each a series of its own': (index) =>
    `${[...String(index)].map((digit) => 'abcdefghij'[Number(digit)]).join('')}-dump.sql.gz`,
  'parts of few backups': (index) =>
    `backup_2026-01-01-0000_site_${String(index % 900).padStart(12, '0')}-uploads${Math.floor(index / 900)}.zip`,
  'in deep folders': (index) => `${'a/'.repeat(20)}${index}/dump.sql`,
};

/** What is kept of so many files, and how often anything was read of any of them on the way. */
function listed(count: number, nameOf: (index: number) => string) {
  let reads = 0;
  const counted = <T extends object>(value: T): T =>
    new Proxy(value, {
      get(target, key, self) {
        reads += 1;
        return Reflect.get(target, key, self);
      },
    });
  const files = Array.from(
    { length: count },
    (_, index): StoredObject =>
      counted({
        name: nameOf(index),
        at: new Date(1.6e12 + index * hourMs).toISOString(),
        sizeBytes: 1000 + (index % 7),
      }),
  );
  const listing = pointsOfFiles(files, {}, 'modified');
  const fact = factOf(
    { ...listing, points: listing.points.map(counted), isComplete: true, clock: null, evidence: 'existence' },
    now,
  );
  return { reads, fact };
}

test.each(Object.entries(namings))(
  'five times as many files are five times the work: %s',
  (_what, nameOf) => {
    const few = listed(4000, nameOf);
    const many = listed(20_000, nameOf);
    // What is put in order costs a little more than its length.
    expect(many.reads).toBeLessThan(6.5 * few.reads);
    expect(many.fact.points.length).toBeLessThan(1000);
    expect(many.fact.others.length).toBeLessThan(100);
    expect(Object.keys(many.fact.good).length).toBeLessThan(100);
  },
);

test('names of more letters than can be looked through end a listing, which is not complete then', async () => {
  let pages = 0;
  const { items, isComplete } = await readNamedPages(async () => {
    pages += 1;
    return { items: Array.from({ length: 1000 }, () => ({ name: 'x'.repeat(1024) })), next: String(pages) };
  });
  expect(isComplete).toBe(false);
  expect(items.length * 1024).toBeLessThanOrEqual(8 * 1_048_576);
  expect(pages).toBe(9);
});

test.each([
  ['elements', '<a/>'],
  ['attributes', '<a b="" c="" d=""/>'],
  ['what is no element', '<![CDATA[]]>'],
])('XML of more %s than can be held is too large, and is not parsed', (_what, unit) => {
  expect(() => readXml(`<r>${unit.repeat(400_001)}</r>`)).toThrow(
    expect.objectContaining({ code: 'too-large' }),
  );
  expect(readXml(`<r>${unit.repeat(1000)}</r>`).name).toBe('r');
});

test('between two pieces of long work, timers and signals are heard', async () => {
  const order: string[] = [];
  const long = (name: string) => () => {
    order.push(name);
    // As long as a turn, so that a timer of one millisecond is due.
    for (const until = performance.now() + 3; performance.now() < until; );
  };
  const timer = delay(1).then(() => order.push('timer'));
  await Promise.all([timer, ...['a', 'b', 'c', 'd'].map((name) => inTurn(long(name)))]);
  expect(order.indexOf('timer')).toBeLessThan(order.indexOf('d'));
});
