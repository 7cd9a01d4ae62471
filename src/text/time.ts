import { Temporal } from 'temporal-polyfill';
import type { Day, Duration } from './values.ts';

/** The moment `span` after `at`: months and years by the calendar of `zone` (IANA), the rest as exact time. */
export function after(at: Temporal.Instant, span: Duration, zone: string): Temporal.Instant {
  return at
    .toZonedDateTimeISO(zone)
    .add({ months: span.months })
    .toInstant()
    .add({ milliseconds: span.milliseconds });
}

/** The day that it is at that moment in `zone` (IANA). */
export function dayIn(zone: string, at: Temporal.Instant): Day {
  return at.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The moment a day in `zone` (IANA) is over: the first of the next day. */
export function endOfDay(day: Day, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

/** The last second of a day in `zone` (IANA): a date that lasts to the end of its day is shown as that day. */
export function lastSecondOf(day: Day, zone: string): Temporal.Instant {
  return endOfDay(day, zone).subtract({ seconds: 1 });
}

/** The moment so many milliseconds, whole or not, after 1970. */
export function instantOf(epochMilliseconds: number): Temporal.Instant {
  return Temporal.Instant.fromEpochMilliseconds(Math.round(epochMilliseconds));
}

/** ISO 8601 in UTC, to the second. */
export function isoTime(at: Temporal.Instant): string {
  return at.toString({ smallestUnit: 'second' });
}
