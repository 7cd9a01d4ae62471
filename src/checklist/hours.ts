import { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../edge/holidays.ts';
import type { Contact, Holidays } from '../ledger/schema.ts';
import { minutesOfDay, minutesOfWeek, type WeekSpan } from '../text/values.ts';

/**
 * Whether somebody answers at this contact at `at`. A contact without hours is not known to be reachable: null.
 * Days that are closed are closed from midnight to midnight, also for a window that began the evening before.
 */
export function isReachableAt(
  contact: Contact,
  at: Temporal.Instant,
  zone: string,
  holidays: HolidayCalendar,
): boolean | null {
  const { hours } = contact;
  if (hours === undefined) return null;
  if (hours.always) return true;
  const local = at.toZonedDateTimeISO(zone);
  const minute = (local.dayOfWeek - 1) * minutesOfDay + local.hour * 60 + local.minute;
  const open = hours.spans.some(
    ({ from, to }) =>
      (from <= minute && minute < to) || (from <= minute + minutesOfWeek && minute + minutesOfWeek < to),
  );
  return open && !closedDays(contact.holidays, holidays)(local.toPlainDate());
}

/** When nobody of some contacts answers. */
export interface Uncovered {
  /** Every week, in minutes of the site's week; a window over the week's end is one. */
  readonly windows: readonly WeekSpan[];
  /** Days within a year on which holidays leave more open than `windows`, soonest first (`YYYY-MM-DD`). */
  readonly days: readonly string[];
}

/** The time that the written hours of `contacts` together do not cover. Contacts without hours cover nothing. */
export function uncoveredBy(
  contacts: readonly Contact[],
  from: Temporal.Instant,
  zone: string,
  holidays: HolidayCalendar,
): Uncovered {
  if (contacts.some(({ hours }) => hours?.always)) return { windows: [], days: [] };
  const all = contacts.map((contact) => ({
    spans: pieces(contact.hours?.spans ?? []),
    isClosed: closedDays(contact.holidays, holidays),
  }));
  const holes = gapsOf(
    all.flatMap(({ spans }) => spans),
    { from: 0, to: minutesOfWeek },
  );
  const days: string[] = [];
  const first = from.toZonedDateTimeISO(zone).toPlainDate();
  const end = first.add({ years: 1 });
  for (let day = first; Temporal.PlainDate.compare(day, end) < 0; day = day.add({ days: 1 })) {
    const open = all.filter(({ isClosed }) => !isClosed(day));
    if (open.length === all.length) continue;
    const start = (day.dayOfWeek - 1) * minutesOfDay;
    const span = { from: start, to: start + minutesOfDay };
    const left = gapsOf(
      open.flatMap(({ spans }) => spans),
      span,
    );
    const usual = holes.reduce((sum, hole) => sum + overlap(hole, span), 0);
    if (left.reduce((sum, { from, to }) => sum + to - from, 0) > usual) days.push(day.toString());
  }
  return { windows: joinedOverWeekEnd(holes), days };
}

/** Spans cut at the week's end, so that each lies within the week. */
function pieces(spans: readonly WeekSpan[]): WeekSpan[] {
  return spans.flatMap(({ from, to }) =>
    to <= minutesOfWeek
      ? [{ from, to }]
      : [
          { from, to: minutesOfWeek },
          { from: 0, to: Math.min(to - minutesOfWeek, minutesOfWeek) },
        ],
  );
}

/** The parts of `within` that none of `spans` covers. */
function gapsOf(spans: readonly WeekSpan[], within: WeekSpan): WeekSpan[] {
  const gaps: WeekSpan[] = [];
  let covered = within.from;
  for (const { from, to } of spans.toSorted((a, b) => a.from - b.from)) {
    if (from >= within.to) break;
    if (from > covered) gaps.push({ from: covered, to: from });
    covered = Math.max(covered, to);
  }
  if (covered < within.to) gaps.push({ from: covered, to: within.to });
  return gaps;
}

function overlap(a: WeekSpan, b: WeekSpan): number {
  return Math.max(0, Math.min(a.to, b.to) - Math.max(a.from, b.from));
}

function joinedOverWeekEnd(holes: readonly WeekSpan[]): WeekSpan[] {
  const first = holes[0];
  const last = holes.at(-1);
  if (first === undefined || last === undefined || holes.length < 2) return [...holes];
  if (first.from !== 0 || last.to !== minutesOfWeek) return [...holes];
  return [...holes.slice(1, -1), { from: last.from, to: first.to + minutesOfWeek }];
}

/**
 * Which days the contact is closed. `dates` holds days (`2026-08-12`, `12-29`) and ranges (`12-29..01-03`);
 * without a year they come every year. What is none of these closes nothing.
 */
function closedDays(
  closed: Holidays | undefined,
  calendar: HolidayCalendar,
): (day: Temporal.PlainDate) => boolean {
  const country = closed?.country;
  const ranges = (closed?.dates ?? []).flatMap((text) => {
    const match = /^((?:\d{4}-)?\d{2}-\d{2})(?:\.\.((?:\d{4}-)?\d{2}-\d{2}))?$/.exec(text.trim());
    return match === null ? [] : [{ from: match[1]!, to: match[2] ?? match[1]! }];
  });
  return (day) => {
    const full = day.toString();
    const monthAndDay = full.slice(-5);
    for (const { from, to } of ranges) {
      const yearly = from.length === 5 || to.length === 5;
      const [today, start, end] = yearly ? [monthAndDay, from.slice(-5), to.slice(-5)] : [full, from, to];
      if (start <= end ? start <= today && today <= end : yearly && (start <= today || today <= end))
        return true;
    }
    return country !== undefined && calendar.isHoliday(country, day);
  };
}
