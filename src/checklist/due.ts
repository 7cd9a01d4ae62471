import { Temporal } from 'temporal-polyfill';
import { endOfDay } from '../text/time.ts';
import { type Day, type Duration, dayMs } from '../text/values.ts';

/** The last moment at which what was done on `day` is not older than `span`: whole days and months by the calendar. */
export function dueAfter(day: Day, span: Duration, zone: string): Temporal.Instant {
  const days = Math.floor(span.milliseconds / dayMs);
  const last = Temporal.PlainDate.from(day).add({ months: span.months, days });
  return endOfDay(last.toString(), zone).add({ milliseconds: span.milliseconds - days * dayMs });
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
