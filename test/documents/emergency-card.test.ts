import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { emergenciesOf } from '../../src/documents/emergency.ts';
import { renderMarkdown } from '../../src/documents/markdown.ts';
import { loadHolidays } from '../../src/edge/holidays.ts';
import { messagesFor } from '../../src/messages/index.ts';
import { findingOf, noHolidays, now, parsedOf, reportOf } from './sample.ts';

// Whom to call at this hour: the emergency card over the hours of a year.

const ledger = (call: string, language: string) => `version: 1
site: { name: Sample, url: "https://www.example.co.jp/", language: ${language} }
contacts:
  vendor:
    name: Vendor line
    hours: [Mon-Fri 09:00-18:00]
    holidays: { country: JP, dates: [12-29..01-03] }
    channels: [{ phone: "03-1111-1111" }, { see: the list at the desk }]
  guard: { name: Night guard, hours: [Mon-Fri 18:00-09:00, Sat 00:00-24:00], channels: [{ phone: "03-2222-2222" }] }
  owner: { name: Owner, channels: [{ phone: "03-3333-3333" }] }
emergency:
  conditions:
    - { when: it is down, shown-by: [home], call: [${call}], first-instruction: bring it back }
first-contact:
  route:
    - { call: vendor, wait: 10m }
    - { call: guard, wait: 20m }
    - { none: nobody until the morning }
  tell: [the state]
reality: { endpoints: { home: { url: "https://www.example.co.jp/" } } }
`;

const { calendar } = await loadHolidays(['JP'], [2026, 2027]);

function cardAt(local: string, call = 'vendor, guard', language: 'ja' | 'en' = 'en') {
  const now = Temporal.PlainDateTime.from(local).toZonedDateTime('Asia/Tokyo').toInstant();
  const findings = [findingOf({ id: 'http/unreachable:home', severity: 'critical' })];
  const report = reportOf({ findings, language, checkedAt: now.toString() });
  const text = renderMarkdown(
    { report, parsed: parsedOf(ledger(call, language)), holidays: calendar, now, runUrl: null },
    { units: 60_000, bytes: 180_000 },
  );
  return text.slice(0, text.indexOf('\n---'));
}

/** The entries of the call list: `name: hours / wait`. */
function rows(card: string): string[] {
  const list = card.slice(card.indexOf(`**${say.call('')}`.slice(0, 12)));
  return list.split('\n').flatMap((line) => {
    const match = /^\d+\. \*\*(.+?)\*\*(?: — |: )(.*)$/.exec(line);
    if (match === null) return [];
    const [now, ...rest] = match[2]!.split('<br>');
    const wait = rest.find((each) => /next/.test(each));
    return [`${match[1]}: ${now} / ${wait ?? ''}`];
  });
}

const say = messagesFor('en').report.emergency;
const on = say.answers;
const off = `**${say.outOfHours}**`;

describe('at each hour the card says whom to call, in order, who is on duty, and how long to wait', () => {
  test.each([
    ['a weekday at noon', '2026-11-24T12:00', on, off, null],
    ['the last minute of the day', '2026-11-24T17:59', on, off, null],
    ['the first minute after it', '2026-11-24T18:00', off, on, 'Night guard'],
    ['Saturday night', '2026-11-28T23:30', off, on, 'Night guard'],
    ['Sunday', '2026-11-29T12:00', off, off, 'nobody'],
    ['a holiday at noon', '2026-11-23T12:00', off, off, 'nobody'],
    ['the end of the year', '2026-12-30T12:00', off, off, 'nobody'],
    ['the first working day', '2027-01-04T12:00', on, off, null],
  ])('%s', (_name, local, vendor, guard, first) => {
    const card = cardAt(local);
    expect(rows(card)).toEqual([
      `Vendor line: ${vendor} / ${say.wait('10 minutes')}`,
      `Night guard: ${guard} / ${say.waitLast('20 minutes')}`,
      `${say.nobodyAnswers}: nobody until the morning / `,
    ]);
    expect(card.includes(say.nobodyNow)).toBe(first === 'nobody');
    expect(card.includes(say.firstNow('Night guard'))).toBe(first === 'Night guard');
    expect(card).toContain(`the list at the desk<br>${say.ledgerLine('`ledger.yml`', 7 + 1)}`);
    expect(card).not.toMatch(/03-\d{4}/);
  });

  test('a contact without hours is marked as such, and nobody is said to be off duty', () => {
    const card = cardAt('2026-11-29T12:00', 'vendor, owner');
    expect(rows(card).slice(0, 2)).toEqual([
      `Vendor line: ${off} / ${say.wait('10 minutes')}`,
      `Owner: ${say.hoursUnknown} / `,
    ]);
    expect(card).not.toContain(say.nobodyNow);
  });

  test('an emergency that names nobody calls the route', () => {
    expect(rows(cardAt('2026-11-24T12:00', ''))).toEqual(rows(cardAt('2026-11-24T12:00')));
  });

  test('in Japanese the hour is told with its zone, and that nobody is on duty', () => {
    const card = cardAt('2026-11-29T12:00', 'vendor, guard', 'ja');
    expect(card).toContain('2026年11月29日(日) 12:00 JST');
    expect(card).toContain(messagesFor('ja').report.emergency.nobodyNow);
  });
});

test('what stands behind `none` in the route is not called', () => {
  const ledger = parsedOf(`version: 1
site: { name: Sample, url: "https://www.example.com/" }
contacts:
  desk: { name: Desk, kind: desk, hours: 24/365, channels: [{ see: binder }] }
  other: { name: Other, kind: desk, hours: 24/365, channels: [{ see: binder }] }
first-contact: { route: [{ call: desk, wait: 10m }, { none: "nobody at night" }, { call: other }] }
emergency: { conditions: [{ when: down, shown-by: [home] }] }
reality: { endpoints: { home: { url: "https://www.example.com/" } } }
`);
  const report = reportOf({ findings: [findingOf({ id: 'http/server-error:home' })] });
  const [emergency] = emergenciesOf(report, ledger, now, noHolidays, new Map());
  expect(emergency?.calls.map((call) => (call.type === 'nobody' ? call.because : call.contact))).toEqual([
    'desk',
    'nobody at night',
  ]);
});
