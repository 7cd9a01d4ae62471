import { describe, expect, test } from 'vitest';
import { formatFor } from '../../src/messages/format.ts';
import { parseDuration } from '../../src/text/values.ts';

// Values as a reader of each language writes them.

const names = { parties: {}, contacts: {} };
const format = (language: 'ja' | 'en', zone = 'Asia/Tokyo') => formatFor(language, zone, names);

describe('a moment says the day, its weekday, the time and the zone it is told in', () => {
  test.each([
    ['ja', 'Asia/Tokyo', '2026-11-23T01:00:00Z', '2026年11月23日(月) 10:00 JST'],
    ['en', 'Asia/Tokyo', '2026-11-23T01:00:00Z', 'Mon, 23 Nov 2026 10:00 JST'],
    ['ja', 'Asia/Tokyo', '2026-12-31T15:00:00Z', '2027年1月1日(金) 00:00 JST'],
    ['en', 'Europe/Berlin', '2026-11-23T01:00:00Z', 'Mon, 23 Nov 2026 02:00 CET'],
    ['en', 'Europe/Berlin', '2026-07-01T01:00:00Z', 'Wed, 1 Jul 2026 03:00 CEST'],
    ['en', 'Europe/London', '2026-07-01T01:00:00Z', 'Wed, 1 Jul 2026 02:00 BST'],
    ['en', 'America/New_York', '2026-11-23T01:00:00Z', 'Sun, 22 Nov 2026 20:00 EST'],
    ['ja', 'Asia/Shanghai', '2026-11-23T01:00:00Z', '2026年11月23日(月) 09:00 GMT+8'],
    ['en', 'UTC', '2026-11-23T01:00:00Z', 'Mon, 23 Nov 2026 01:00 UTC'],
  ] as const)('%s in %s', (language, zone, at, written) => {
    expect(format(language, zone).moment(at)).toBe(written);
  });
});

test('a day of the calendar stays what it is, whatever the zone', () => {
  expect(format('ja', 'America/New_York').day('2026-11-23')).toBe('2026年11月23日(月)');
});

describe('a span as the ledger writes it', () => {
  test.each([
    ['1 month', '1か月', '1 month'],
    ['3 months', '3か月', '3 months'],
    ['1y', '1年', '1 year'],
    ['18 months', '18か月', '18 months'],
    ['65d', '65日', '65 days'],
    ['2w', '14日', '14 days'],
    ['90m', '1時間30分', '1 hour 30 minutes'],
    ['36h', '1日12時間', '1 day 12 hours'],
    ['30s', '30秒', '30 seconds'],
  ])('%s', (text, ja, en) => {
    const duration = parseDuration(text)!;
    expect([format('ja').duration(duration), format('en').duration(duration)]).toEqual([ja, en]);
  });
});
