import { minutesOfDay, minutesOfWeek, type WeekSpan } from '../text/values.ts';

/** Whether nobody answers at any hour of the week. */
export function isWholeWeek(windows: readonly WeekSpan[]): boolean {
  return windows.some(({ from, to }) => to - from >= minutesOfWeek);
}

/** Windows of a week that are alike but for their day. */
export interface DailyWindow {
  /** The days on which it begins, 0 is Monday; consecutive, in order. */
  readonly days: readonly number[];
  /** Minutes from the beginning of the week. */
  readonly first: WeekSpan;
}

/** The days (0 is Monday) and times of day at which a window begins and ends. */
export function endsOf({ from, to }: WeekSpan) {
  const day = (minute: number) => Math.floor(minute / minutesOfDay);
  const time = (minute: number) => {
    const rest = minute % minutesOfDay;
    return `${String(Math.floor(rest / 60)).padStart(2, '0')}:${String(rest % 60).padStart(2, '0')}`;
  };
  return {
    from: { day: day(from) % 7, time: time(from) },
    to: { day: day(to) % 7, time: time(to) },
    isSameDay: day(from) === day(to),
  };
}

/** Puts windows that recur at the same time on days that follow each other together, in the order of the week. */
export function dailyWindows(windows: readonly WeekSpan[]): DailyWindow[] {
  const groups: { days: number[]; first: WeekSpan }[] = [];
  for (const window of [...windows].sort((a, b) => a.from - b.from)) {
    const day = Math.floor(window.from / minutesOfDay);
    const last = groups.find(
      ({ days, first }) =>
        days.at(-1)! + 1 === day &&
        first.from % minutesOfDay === window.from % minutesOfDay &&
        first.to - first.from === window.to - window.from &&
        window.to - window.from <= minutesOfDay,
    );
    if (last === undefined) groups.push({ days: [day], first: window });
    else last.days.push(day);
  }
  return groups;
}
