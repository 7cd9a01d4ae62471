import { Temporal } from 'temporal-polyfill';
import * as z from 'zod';

export const minuteMs = 60_000;
export const hourMs = 60 * minuteMs;
export const dayMs = 24 * hourMs;

/**
 * A span as written (`30m`, `14d`, `1 month`): months and years stay calendar units, the rest is exact time. Both are
 * whole numbers and at most a hundred years, so that every span can be added to every moment.
 */
export interface Duration {
  readonly text: string;
  readonly months: number;
  readonly milliseconds: number;
}

const unitMilliseconds: Record<string, number> = {
  s: 1000,
  m: minuteMs,
  h: hourMs,
  d: dayMs,
  w: 7 * dayMs,
};

/** A longer span counts as this one: no promise reaches further, and dates behind it leave the calendar. */
const longest = { months: 100 * 12, milliseconds: 36_525 * dayMs };

/**
 * Reads `30s 10m 2h 14d 1w "1 month" 1y` (`m` is minutes); null if it is none of these. A fraction (`1.1h`) is rounded
 * to the millisecond.
 */
export function parseDuration(text: string): Duration | null {
  const match = /^(\d{1,6}(?:\.\d{1,3})?)\s*(s|m|h|d|w|months?|y|years?|days?|hours?|minutes?|weeks?)$/.exec(
    text.trim(),
  );
  if (match === null) return null;
  const amount = Number(match[1]);
  const unit = match[2]!;
  if (/^month/.test(unit) || /^y/.test(unit)) {
    if (!Number.isInteger(amount)) return null;
    const months = unit.startsWith('y') ? amount * 12 : amount;
    return { text: text.trim(), months: Math.min(months, longest.months), milliseconds: 0 };
  }
  const milliseconds = Math.round(amount * unitMilliseconds[unit[0]!]!);
  return { text: text.trim(), months: 0, milliseconds: Math.min(milliseconds, longest.milliseconds) };
}

/** The span in exact time, a month counted as 30.4375 days: for comparing spans, never for dates. */
export function roughMilliseconds(duration: Duration): number {
  return duration.milliseconds + duration.months * 30.4375 * dayMs;
}

/** `roughMilliseconds` in days, whole or not. */
export function roughDays(duration: Duration): number {
  return roughMilliseconds(duration) / dayMs;
}

export const Duration = z.string().transform((text, context): Duration => {
  const duration = parseDuration(text);
  if (duration !== null) return duration;
  context.addIssue({ code: 'custom', params: { problem: 'duration' } });
  return z.NEVER;
});

/** A day of the site's calendar, `YYYY-MM-DD`; it lasts to its end in the site's time zone. */
export const Day = z.string().refine((text) => isDay(text), { params: { problem: 'day' } });
export type Day = z.infer<typeof Day>;

/** Whether the text names a day that exists, as `YYYY-MM-DD`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    Temporal.PlainDate.from(text);
    return true;
  } catch {
    return false;
  }
}

/** A size as written (`50MiB`, `1GB`) and in bytes. */
export interface Size {
  readonly text: string;
  readonly bytes: number;
}

/** Reads sizes with decimal (kB MB GB TB) and binary (KiB MiB GiB TiB) units; null if it is none. */
function parseSize(text: string): Size | null {
  const match = /^(\d{1,12}(?:\.\d{1,3})?)\s*(B|kB|KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/.exec(text.trim());
  if (match === null) return null;
  const unit = match[2]!;
  const power = 'BKMGT'.indexOf(unit === 'B' ? 'B' : unit[0]!.toUpperCase());
  return {
    text: text.trim(),
    bytes: Math.round(Number(match[1]) * (unit.includes('i') ? 1024 : 1000) ** power),
  };
}

export const Size = z.string().transform((text, context): Size => {
  const size = parseSize(text);
  if (size !== null) return size;
  context.addIssue({ code: 'custom', params: { problem: 'size' } });
  return z.NEVER;
});

/** Minutes of a week from Monday 00:00 in the site's time zone. `to` is exclusive and may pass the week's end. */
export interface WeekSpan {
  readonly from: number;
  readonly to: number;
}

/** When a contact can be reached. `24/365` also covers holidays; written windows do not cover the contact's holidays. */
export interface Hours {
  readonly text: readonly string[];
  readonly always: boolean;
  readonly spans: readonly WeekSpan[];
}

const dayNames = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
export const minutesOfDay = 1440;
export const minutesOfWeek = 7 * minutesOfDay;

/**
 * Reads one window: `Mon-Fri 09:00-18:00` (each of these days), `Sat 10:00-12:00`, `Mon-Thu 18:00-09:00`
 * (each night), `Fri 18:00-Mon 09:00` (one span over days), `Mon,Wed 10:00-12:00`. Null if it is none of these.
 */
function parseWindow(text: string): WeekSpan[] | null {
  const time = '([01]\\d|2[0-4]):([0-5]\\d)';
  const name = '(Mon|Tue|Wed|Thu|Fri|Sat|Sun)';
  const across = new RegExp(`^${name} ${time}-${name} ${time}$`).exec(text.trim());
  const minute = (hour: string, rest: string) => {
    const value = Number(hour) * 60 + Number(rest);
    return value > minutesOfDay ? null : value;
  };
  if (across !== null) {
    const [, startDay, startHour, startMinute, endDay, endHour, endMinute] = across as unknown as string[];
    const start = minute(startHour!, startMinute!);
    const end = minute(endHour!, endMinute!);
    if (start === null || end === null) return null;
    const from = dayNames.indexOf(startDay!) * minutesOfDay + start;
    let to = dayNames.indexOf(endDay!) * minutesOfDay + end;
    if (to <= from) to += minutesOfWeek;
    return [{ from, to }];
  }
  const each = new RegExp(`^([A-Za-z,-]+) ${time}-${time}$`).exec(text.trim());
  if (each === null) return null;
  const [, days, startHour, startMinute, endHour, endMinute] = each as unknown as string[];
  const start = minute(startHour!, startMinute!);
  const end = minute(endHour!, endMinute!);
  if (start === null || end === null || start === end) return null;
  const spans: WeekSpan[] = [];
  for (const part of days!.split(',')) {
    const [first, last = first, ...more] = part.split('-');
    const begin = dayNames.indexOf(first!);
    const finish = dayNames.indexOf(last!);
    if (begin < 0 || finish < 0 || more.length > 0) return null;
    for (let day = begin; ; day = (day + 1) % 7) {
      spans.push({
        from: day * minutesOfDay + start,
        to: day * minutesOfDay + (end > start ? end : end + minutesOfDay),
      });
      if (day === finish) break;
    }
  }
  return spans;
}

export const Hours = z
  .union([z.literal('24/365'), z.string(), z.array(z.string()).min(1)])
  .transform((written, context): Hours => {
    const texts = Array.isArray(written) ? written : [written];
    if (texts.length === 1 && texts[0] === '24/365')
      return { text: texts, always: true, spans: [{ from: 0, to: minutesOfWeek }] };
    const spans: WeekSpan[] = [];
    for (const [index, text] of texts.entries()) {
      const window = parseWindow(text);
      if (window === null) {
        context.addIssue({
          code: 'custom',
          path: Array.isArray(written) ? [index] : [],
          params: { problem: 'hours' },
        });
      } else spans.push(...window);
    }
    return { text: texts, always: false, spans };
  });
