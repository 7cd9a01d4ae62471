import { Temporal } from 'temporal-polyfill';
import type { Day, Duration } from '../text/values.ts';

const dayMs = 86_400_000;
/** No span of a ledger is longer; a longer one would leave the calendar. */
const mostYears = 100;

/** The moment a day of the site's calendar is over. */
export function endOfDay(day: Day, zone: string): Temporal.Instant {
  return Temporal.PlainDate.from(day).add({ days: 1 }).toZonedDateTime(zone).toInstant();
}

/** The last moment at which what was done on `day` is not older than `span`: whole days and months by the calendar. */
export function dueAfter(day: Day, span: Duration, zone: string): Temporal.Instant {
  const days = Math.floor(span.milliseconds / dayMs);
  const last = Temporal.PlainDate.from(day).add({
    months: Math.min(span.months, mostYears * 12),
    days: Math.min(days, mostYears * 365),
  });
  return endOfDay(last.toString(), zone).add({ milliseconds: Math.round(span.milliseconds - days * dayMs) });
}

/** Whether `day` is longer ago than `span`, or never was. */
export function isTooLongAgo(
  day: Day | null | undefined,
  span: Duration,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): boolean {
  return day == null || Temporal.Instant.compare(now, dueAfter(day, span, zone)) >= 0;
}

/** Whether the day is over. */
export function isPast(
  day: Day,
  { now, zone }: { readonly now: Temporal.Instant; readonly zone: string },
): boolean {
  return Temporal.Instant.compare(now, endOfDay(day, zone)) >= 0;
}

/** The latest of some days; null where there is none. */
export function latest(days: readonly (Day | undefined)[]): Day | null {
  return (
    days
      .filter((day) => day !== undefined)
      .toSorted()
      .at(-1) ?? null
  );
}
