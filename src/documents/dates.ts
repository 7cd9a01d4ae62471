import { Temporal } from 'temporal-polyfill';
import type { ReportedDate } from '../report/report.ts';
import { inlineText, mermaidText } from '../text/escape.ts';
import { dayMs } from '../text/values.ts';
import type { View } from './view.ts';

const mostRows = 30;
const mostMonths = 8;
const mostEventsOfMonth = 4;

/** The dates that come next, as a picture and as the table that says the same; empty where none is known. */
export function datesSection(view: View): string[] {
  const { report, words } = view;
  const say = words.dates;
  if (report.deadlines.length === 0) return [];
  const shown = report.deadlines.slice(0, mostRows);
  const left = report.deadlines.length - shown.length;
  return [
    `## ${say.heading}`,
    timeline(view, shown),
    table(view, shown),
    ...(left === 0 ? [] : [say.more(left)]),
  ].filter((block) => block !== '');
}

function table(view: View, dates: readonly ReportedDate[]): string {
  const say = view.words.dates;
  const number = new Map(view.sorted.toDo.map(({ id }, index) => [id, index + 1]));
  const rows = dates.map(({ at, what, finding }) => {
    const reference = finding === null ? undefined : number.get(finding);
    const cells = [
      view.format.day(at),
      inlineText(view.redact(what), 160),
      leftWords(view, at),
      reference === undefined ? '' : say.findingNumber(reference),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `| ${say.when} | ${say.what} | ${say.left} | ${say.finding} |`,
    '| :-- | :-- | --: | :-- |',
    ...rows,
  ].join('\n');
}

/** How long it is until a date, in days where it is days. */
export function leftWords({ words, format, checkedAt }: View, at: string): string {
  const left = Temporal.Instant.from(at).epochMilliseconds - checkedAt.epochMilliseconds;
  if (left < 0) return words.dates.passed;
  return format.span(left >= dayMs ? Math.floor(left / dayMs) * dayMs : left);
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
