import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { loadHolidays } from '../../src/edge/holidays.ts';
import { holidayCountries } from '../../src/text/country.ts';

const day = (text: string) => Temporal.PlainDate.from(text);

describe('public holidays', () => {
  it('are those of the countries asked for, with days in lieu, in the years asked for', async () => {
    const { calendar, unknownCountries } = await loadHolidays(['JP', 'de'], [2026, 2027]);
    expect(unknownCountries.size).toBe(0);
    expect(calendar.isHoliday('JP', day('2026-05-06'))).toBe(true);
    expect(calendar.isHoliday('JP', day('2026-05-07'))).toBe(false);
    expect(calendar.isHoliday('JP', day('2028-01-01'))).toBe(false);
    expect(calendar.isHoliday('DE', day('2026-10-03'))).toBe(true);
    expect(calendar.isHoliday('US', day('2026-07-04'))).toBe(false);
  });

  it('are known of every country that a ledger may name, and of no other', async () => {
    const { default: Holidays } = await import('date-holidays');
    expect(holidayCountries).toEqual(Object.keys(new Holidays().getCountries()).sort());
  });

  it('last all their days', async () => {
    const { calendar } = await loadHolidays(['TR'], [2026]);
    const bayram = ['2026-05-27', '2026-05-28', '2026-05-29', '2026-05-30'];
    expect(bayram.map((each) => calendar.isHoliday('TR', day(each)))).toEqual([true, true, true, true]);
  });

  it('name the countries that nobody knows', async () => {
    const { calendar, unknownCountries } = await loadHolidays(['Japan', 'JP'], [2026]);
    expect([...unknownCountries]).toEqual(['Japan']);
    expect(calendar.isHoliday('Japan', day('2026-01-01'))).toBe(false);
    expect((await loadHolidays([], [2026])).unknownCountries.size).toBe(0);
  });
});
