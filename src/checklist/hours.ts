import type { Temporal } from 'temporal-polyfill';
import type { Contact } from '../ledger/schema.ts';

/** Public holidays by country (ISO 3166-1 alpha-2). Loaded at the edge where a ledger names a country; handed in. */
export interface HolidayCalendar {
  isHoliday(country: string, day: Temporal.PlainDate): boolean;
}

/** Whether somebody answers at this contact at `at`. A contact without hours is not known to be reachable: null. */
export function isReachableAt(
  _contact: Contact,
  _at: Temporal.Instant,
  _zone: string,
  _holidays: HolidayCalendar,
): boolean | null {
  throw new Error('being built');
}
