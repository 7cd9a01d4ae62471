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

/** Whether the text is a moment in UTC, to the second: `2026-11-02T00:00:00Z`. */
export function isMoment(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}Z$/.test(text)) return false;
  try {
    Temporal.Instant.from(text);
    return true;
  } catch {
    return false;
  }
}

/** Whether one moment (texts in ISO 8601) is after the other. */
export function isAfter(one: Temporal.Instant | string, other: Temporal.Instant | string): boolean {
  return Temporal.Instant.compare(one, other) > 0;
}
