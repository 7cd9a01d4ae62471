import { Temporal } from 'temporal-polyfill';
import { dateKinds } from '../probes/probe.ts';
import type { ReportedDate } from '../report/report.ts';
import { inlineText, mermaidText } from '../text/escape.ts';
import { dayMs } from '../text/values.ts';
import { folded } from './sections.ts';
import type { View } from './view.ts';

const mostRows = 30;
const mostMonths = 8;
const mostEventsOfMonth = 4;

/** The dates that come next, folded away: the ends as a picture, and a table of all; empty where none is known. */
export function datesSection(view: View): string[] {
  const { report, words, format, redact } = view;
  const say = words.dates;
  if (report.deadlines.length === 0) return [];
  const days = [...Map.groupBy(report.deadlines, ({ at }) => format.day(at)).values()];
  const shown = days.slice(0, mostRows);
  const left = days.slice(mostRows).reduce((sum, each) => sum + each.length, 0);
  const ends = report.deadlines.filter(({ type }) => dateKinds[type] === 'end');
  const next = ends.find(({ at }) => leftUntil(view, at) >= 0);
  const picture = timeline(view, ends);
  return folded(
    next === undefined
      ? say.heading
      : say.headingWithNext(format.day(next.at), inlineText(redact(next.what), 100)),
    [...(picture === '' ? [] : [picture]), table(view, shown), ...(left === 0 ? [] : [say.more(left)])],
  );
}

function table(view: View, days: readonly (readonly ReportedDate[])[]): string {
  const { words, format, numbers, redact } = view;
  const say = words.dates;
  const rows = days.map((dates) => {
    const what = dates.map(({ what: each, finding }) => {
      const number = finding === null ? undefined : numbers.get(finding);
      const reference = number === undefined ? '' : ` (${say.findingNumber(number)})`;
      return `${inlineText(redact(each), 160)}${reference}`;
    });
    const { at } = dates[0]!;
    return `| ${format.day(at)} | ${what.join('<br>')} | ${leftWords(view, at)} |`;
  });
  return [`| ${say.when} | ${say.what} | ${say.left} |`, '| :-- | :-- | --: |', ...rows].join('\n');
}

/** How long it is until a date, in days where it is days. */
export function leftWords(view: View, at: string): string {
  const left = leftUntil(view, at);
  if (left < 0) return view.words.dates.passed;
  return view.format.span(left >= dayMs ? Math.floor(left / dayMs) * dayMs : left);
}

/** Milliseconds; less than 0 where it has passed. */
function leftUntil({ checkedAt }: View, at: string): number {
  return Temporal.Instant.from(at).epochMilliseconds - checkedAt.epochMilliseconds;
}

/** A Mermaid timeline by month: https://mermaid.js.org/syntax/timeline.html. It is not drawn in e-mail. */
function timeline({ words, format, checkedAt, redact }: View, dates: readonly ReportedDate[]): string {
  const months = new Map<string, string[]>();
  for (const { at, what } of dates) {
    const moment = Temporal.Instant.from(at);
    if (Temporal.Instant.compare(moment, checkedAt) < 0) continue;
    const day = moment.toZonedDateTimeISO(format.zone);
    const month = words.dates.month(day.year, day.month);
    const events = months.get(month) ?? [];
    if (!months.has(month) && months.size === mostMonths) continue;
    if (events.length < mostEventsOfMonth) {
      events.push(`${words.dates.day(day.month, day.day)} ${mermaidText(redact(what))}`);
    }
    months.set(month, events);
  }
  if (months.size === 0) return '';
  const lines = [...months].map(([month, events]) => `    ${month} : ${events.join(' : ')}`);
  return ['```mermaid', 'timeline', ...lines, '```'].join('\n');
}
