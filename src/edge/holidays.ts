import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Temporal } from 'temporal-polyfill';
import { dayMs } from '../text/values.ts';

/** The public holidays of some countries, and which of them nobody knows. */
export interface LoadedHolidays {
  readonly calendar: HolidayCalendar;
  /** Codes as given that name no country with known holidays. */
  readonly unknownCountries: ReadonlySet<string>;
}

/**
 * Loads the public holidays of `countries` (ISO 3166-1 alpha-2, in any case) in `years`; other years have none.
 * The table of all countries is large: it is read only where a country is named. Each country takes its time: between
 * two of them everything else is heard, and once `signal` has aborted, the rest are not known.
 */
export async function loadHolidays(
  countries: readonly string[],
  years: readonly number[],
  signal?: AbortSignal,
): Promise<LoadedHolidays> {
  const days = new Map<string, Set<string>>();
  const unknownCountries = new Set<string>();
  if (countries.length > 0) {
    const { default: Holidays } = await import('date-holidays');
    const known = new Set(Object.keys(new Holidays().getCountries()));
    for (const country of countries) {
      const code = country.trim().toUpperCase();
      if (days.has(code)) continue;
      await nextTurn();
      if (!known.has(code) || signal?.aborted) unknownCountries.add(country);
      else days.set(code, daysOf(new Holidays(code, { types: ['public'] }), years));
    }
  }
  return {
    calendar: {
      isHoliday: (country, day) => days.get(country.trim().toUpperCase())?.has(day.toString()) ?? false,
    },
    unknownCountries,
  };
}

/** Local days, each of those that last several. */
function daysOf(
  holidays: { getHolidays(year: number): { date: string; start: Date; end: Date }[] },
  years: readonly number[],
): Set<string> {
  const days = new Set<string>();
  for (const year of years) {
    for (const { date, start, end } of holidays.getHolidays(year)) {
      const first = Date.parse(`${date.slice(0, 10)}T00:00:00Z`);
      const length = Math.max(1, Math.round((end.getTime() - start.getTime()) / dayMs));
      for (let day = 0; day < Math.min(length, 31); day++) {
        days.add(new Date(first + day * dayMs).toISOString().slice(0, 10));
      }
    }
  }
  return days;
}

/** Public holidays by country (ISO 3166-1 alpha-2). Loaded at the edge where a ledger names a country; handed in. */
export interface HolidayCalendar {
  isHoliday(country: string, day: Temporal.PlainDate): boolean;
}
