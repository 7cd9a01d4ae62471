import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { isReachableAt, uncoveredBy } from '../../src/checklist/hours.ts';
import { Contact } from '../../src/ledger/schema.ts';
import { messages as en } from '../../src/messages/en/index.ts';
import { formatFor } from '../../src/messages/format.ts';
import { messages as ja } from '../../src/messages/ja/index.ts';
import { calendarOf, judged, now } from './complete.ts';

const zone = 'Asia/Tokyo';
const contact = (hours?: unknown, holidays?: unknown) => Contact.parse({ hours, holidays });
const holidays = calendarOf({ JP: ['2026-11-23', '2027-01-01'] });
/** Minutes of the week, Monday first. */
const at = (day: number, hour: number) => day * 1440 + hour * 60;

describe('the hours that contacts leave uncovered', () => {
  const windowsOf = (...contacts: Contact[]) => uncoveredBy(contacts, now, zone, holidays).windows;

  it('none, where one answers always', () => {
    expect(windowsOf(contact('24/365'), contact(['Mon 09:00-10:00']))).toEqual([]);
  });

  it('the whole week, where nobody has hours', () => {
    expect(windowsOf(contact(), contact())).toEqual([{ from: 0, to: at(7, 0) }]);
    expect(windowsOf()).toEqual([{ from: 0, to: at(7, 0) }]);
  });

  it('nights, and the weekend as one window over the end of the week', () => {
    expect(windowsOf(contact(['Mon-Fri 09:00-18:00']))).toEqual([
      { from: at(0, 18), to: at(1, 9) },
      { from: at(1, 18), to: at(2, 9) },
      { from: at(2, 18), to: at(3, 9) },
      { from: at(3, 18), to: at(4, 9) },
      { from: at(4, 18), to: at(7, 9) },
    ]);
  });

  it('what is left of two contacts', () => {
    const day = contact(['Mon-Sat 09:00-18:00']);
    const night = contact(['Mon-Fri 18:00-09:00']);
    expect(windowsOf(day, night)).toEqual([{ from: at(5, 18), to: at(7, 9) }]);
  });

  it('nothing, where windows over midnight and over days fill the week', () => {
    const day = contact(['Mon-Fri 09:00-18:00']);
    expect(windowsOf(day, contact(['Mon-Thu 18:00-09:00', 'Fri 18:00-Mon 09:00']))).toEqual([]);
    expect(windowsOf(contact(['Mon-Sun 00:00-24:00']))).toEqual([]);
    expect(windowsOf(contact(['Wed 00:00-Wed 00:00']))).toEqual([]);
  });

  it('a few minutes', () => {
    expect(windowsOf(contact(['Mon-Sun 00:00-23:59']))).toHaveLength(7);
  });

  const daysOf = (...contacts: Contact[]) => uncoveredBy(contacts, now, zone, holidays).days;
  const always = ['Mon-Sun 00:00-24:00'];

  it('holidays of a country within a year, also today', () => {
    expect(daysOf(contact(always, { country: 'JP' }))).toEqual(['2026-11-23', '2027-01-01']);
    expect(daysOf(contact(always, { country: 'XX' }))).toEqual([]);
    expect(daysOf(contact('24/365', { country: 'JP' }))).toEqual([]);
  });

  it('days of its own: one, every year, over the new year', () => {
    expect(daysOf(contact(always, { dates: ['2027-08-12'] }))).toEqual(['2027-08-12']);
    expect(daysOf(contact(always, { dates: ['2025-08-12', 'soon'] }))).toEqual([]);
    expect(daysOf(contact(always, { dates: ['02-29', '08-12'] }))).toEqual(['2027-08-12']);
    expect(daysOf(contact(always, { dates: ['12-30..01-02'] }))).toEqual([
      '2026-12-30',
      '2026-12-31',
      '2027-01-01',
      '2027-01-02',
    ]);
    expect(daysOf(contact(always, { dates: ['2026-12-31..2027-01-01'] }))).toEqual([
      '2026-12-31',
      '2027-01-01',
    ]);
  });

  it('no holidays on days that are closed anyway, or that another works', () => {
    // 1 January 2027 is a Friday, 23 November 2026 a Monday.
    expect(daysOf(contact(['Tue-Thu 00:00-24:00'], { country: 'JP' }))).toEqual([]);
    expect(daysOf(contact(always, { country: 'JP' }), contact(always))).toEqual([]);
    expect(daysOf(contact(always, { country: 'JP' }), contact(['Mon 00:00-24:00']))).toEqual(['2027-01-01']);
  });

  const titles = (windows: unknown, days: unknown = {}) => {
    const [found] = judged(
      {
        'contacts.desk.hours': windows,
        'contacts.desk.holidays': days,
        'first-contact.route': [{ call: 'desk', wait: '1m' }],
      },
      { holidays },
    ).filter(({ rule }) => rule === 'contact/hours-uncovered');
    return [ja, en].map(
      ({ language, rules }) =>
        rules['contact/hours-uncovered'].say(
          found!.data as never,
          formatFor(language, zone, { parties: {}, contacts: {} }),
        ).title,
    );
  };

  it('names the windows and holidays in both languages', () => {
    const [japanese, english] = titles(['Mon-Sat 09:00-18:00', 'Mon-Fri 18:00-09:00']);
    expect(japanese).toContain('土曜 18:00 から月曜 09:00 まで');
    expect(english).toContain('Saturday 18:00 to Monday 09:00');
    const [closed, shut] = titles(always, { country: 'JP' });
    expect(closed).toContain('祝日');
    expect(closed).toContain('2027年1月1日');
    expect(shut).toContain('holidays');
  });
});

describe('whether somebody answers at a moment', () => {
  const answers = (who: Contact, local: string) =>
    isReachableAt(who, Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant(), zone, holidays);

  it.each([
    ['2026-11-24T09:00', true],
    ['2026-11-24T17:59', true],
    ['2026-11-24T18:00', false],
    ['2026-11-24T08:59', false],
    ['2026-11-28T12:00', false],
    ['2026-11-23T12:00', false],
  ])('%s in the office: %s', (local, open) => {
    expect(answers(contact(['Mon-Fri 09:00-18:00'], { country: 'JP' }), local)).toBe(open);
  });

  it.each([
    ['2026-11-20T23:00', true],
    ['2026-11-22T12:00', true],
    ['2026-11-30T08:59', true],
    ['2026-11-30T09:00', false],
  ])('%s over the weekend: %s', (local, open) => {
    expect(answers(contact(['Fri 18:00-Mon 09:00']), local)).toBe(open);
  });

  it('always, also on holidays; and nobody knows without hours', () => {
    expect(answers(contact('24/365', { country: 'JP' }), '2027-01-01T00:00')).toBe(true);
    expect(answers(contact(), '2027-01-01T00:00')).toBe(null);
  });
});
