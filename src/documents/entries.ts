import { Temporal } from 'temporal-polyfill';
import type { FindingGroup } from '../report/order.ts';
import { code, inlineText } from '../text/escape.ts';
import { comparisonWords, dueWords, richText, sinceWords, type View } from './view.ts';

// What somebody has to do: a table that a reader can stop after, and an entry for each of its rows.

const marks = { critical: '🔴', warning: '🟡', info: '🔵' } as const;
const mostRows = 30;
const mostSubjects = 20;

/** How much of an entry there is room for. */
export interface EntryFit {
  /** Whole values. */
  readonly evidence: boolean;
  /** How many findings are shown. */
  readonly findings: number;
}

/** What is to be done, by whom, until when: one row an entry, linked to it. Empty where there is nothing. */
export function actionTable(view: View, fit: EntryFit): string[] {
  const { words, redact } = view;
  const say = words.findings;
  const shown = shownGroups(view, fit).slice(0, mostRows);
  if (shown.length === 0) return [];
  const left = view.groups.length - shown.length;
  const rows = shown.map((group, index) => {
    const [first] = group;
    const title = `[${richText(redact(first.title), 120)}](#user-content-${anchorOf(index)})`;
    const more = group.length === 1 ? '' : ` ${say.andOthers(group.length - 1)}`;
    return `| ${marks[first.severity]} ${index + 1}. ${title}${more} | ${partyOf(view, group)}<br>${dueOf(view, group)} |`;
  });
  return [
    [`| ${say.heading} | ${say.who} |`, '| :-- | :-- |', ...rows].join('\n'),
    ...(left === 0 ? [] : [words.issue.more(left)]),
  ];
}

/** An entry for each row. */
export function entries(view: View, fit: EntryFit): string[] {
  return shownGroups(view, fit).flatMap((group, index) => entry(view, group, index, fit));
}

/** As many whole entries as there is room for findings. */
function shownGroups({ groups }: View, { findings }: EntryFit): FindingGroup[] {
  let room = findings;
  return groups.filter((group) => {
    room -= group.length;
    return room >= 0;
  });
}

/** GitHub puts `user-content-` before the ids and names that a text gives. */
const anchorOf = (index: number) => `entry-${index + 1}`;

function entry(view: View, group: FindingGroup, index: number, fit: EntryFit): string[] {
  const { words, redact, format } = view;
  const say = words.findings;
  const [first] = group;
  const isAlone = group.length === 1;
  const limit = fit.evidence ? 300 : 80;
  const value = (text: string | null) => (text === null ? null : code(redact(text), limit));
  const more = isAlone ? '' : ` ${say.andOthers(group.length - 1)}`;
  const heading = `### <a name="${anchorOf(index)}"></a>${index + 1}. ${marks[first.severity]} ${words.severities[first.severity]}: ${richText(redact(first.title), 200)}${more}`;
  const seenAt = view.asOf.get(first.id);
  const compared = comparisonWords(words, first);
  const since = group.map((each) => each.since).sort()[0]!;
  const lines: (readonly [string, string | null])[] = [
    ...(isAlone
      ? ([
          [compared.expected, value(first.expected)],
          [compared.observed, value(first.observed)],
        ] as const)
      : []),
    [say.why, richText(redact(first.why))],
    [say.remedy, richText(redact(first.remedy))],
    [say.who, `${partyOf(view, group)} — ${dueOf(view, group)}`],
    [
      say.since,
      [sinceWords(view, since), ...(isAlone ? [placeOf(view, first)] : []), code(first.rule)].join(' · '),
    ],
  ];
  return [
    heading,
    ...(seenAt === undefined ? [] : [say.asOf(format.moment(seenAt))]),
    ...(isAlone ? [] : [subjects(view, group, limit)]),
    lines.flatMap(([name, text]) => (text === null ? [] : [`- **${name}**: ${text}`])).join('\n'),
  ];
}

/** What a group is about, a line each. */
function subjects(view: View, group: FindingGroup, limit: number): string {
  const { words, redact } = view;
  const isOneDay = new Set(group.map(({ deadline }) => deadline)).size === 1;
  const shown = group.slice(0, mostSubjects).map((each) => {
    const due = isOneDay ? '' : ` — ${dueWords(view, each)}`;
    const compared = comparisonWords(words, each);
    const values = (
      [
        ['expected', each.expected],
        ['observed', each.observed],
      ] as const
    ).flatMap(([name, text]) => (text === null ? [] : [`${compared[name]}: ${code(redact(text), limit)}`]));
    const line = `- ${richText(redact(each.title), 200)} (${placeOf(view, each)})${due}`;
    return [line, ...(values.length === 0 ? [] : [values.join(' · ')])].join('<br>');
  });
  const left = group.length - shown.length;
  return [...shown, ...(left === 0 ? [] : [`- ${words.issue.more(left)}`])].join('\n');
}

function partyOf({ words, format }: View, [{ party }]: FindingGroup): string {
  return party === null ? words.findings.nobody : inlineText(format.party(party), 100);
}

/** By when the first of a group is due. */
function dueOf(view: View, group: FindingGroup): string {
  const [first] = [...group].sort((a, b) => compareDeadlines(a.deadline, b.deadline));
  return dueWords(view, first!);
}

function compareDeadlines(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return Temporal.Instant.compare(Temporal.Instant.from(a), Temporal.Instant.from(b));
}

/** The place in the ledger, as a link to the line where there is such a page. */
function placeOf(
  { words, ledgerUrl }: View,
  { location }: { readonly location: { readonly path: string; readonly line: number } },
): string {
  const place = `${code(location.path)} ${words.findings.line(location.line)}`;
  return ledgerUrl === null ? place : `[${place}](${ledgerUrl}#L${location.line})`;
}
