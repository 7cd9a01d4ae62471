import { formatFor } from '../messages/format.ts';
import type { Messages } from '../messages/messages.ts';
import type { Fleet, FleetSite, FleetState } from '../report/fleet.ts';
import { code, inlineText, plainLine } from '../text/escape.ts';
import { joining } from '../text/language.ts';
import { padded, widthOf } from '../text/width.ts';
import { redactReach } from './redact.ts';

/** As an issue's body takes it, with room for what a workflow adds. */
const limits = { units: 60_000, bytes: 180_000 };

const names = { parties: {}, contacts: {} };

/** The zone that most sites are in: the moment of merging is given in it. */
function zoneOf({ sites }: Fleet): string {
  const count = new Map<string, number>();
  for (const { timezone } of sites) count.set(timezone, (count.get(timezone) ?? 0) + 1);
  return [...count].sort((a, b) => b[1] - a[1])[0]?.[0] ?? 'UTC';
}

function headline({ sites, counts }: Fleet, { fleet: say }: Messages, list: (of: string[]) => string) {
  const counted = (Object.keys(counts) as FleetState[])
    .filter((state) => counts[state] > 0)
    .map((state) => say.counted(state, counts[state]));
  const critical = sites.filter((each) => each.critical > 0).length;
  return [say.headline(sites.length, list(counted)), ...(critical > 0 ? [say.critical(critical)] : [])];
}

interface Row {
  readonly state: string;
  readonly site: string;
  readonly score: string;
  readonly toDo: string;
  readonly next: string;
  readonly checked: string;
}

/** The words of a row, not yet escaped. */
function rowOf(site: FleetSite, { language, fleet: say, report }: Messages): Row {
  const format = formatFor(language, site.timezone, names);
  const { mark, word } = say.states[site.state];
  const late = site.isLate && site.nextCheckAt !== null ? say.stopped(format.day(site.nextCheckAt)) : null;
  return {
    state: `${mark} ${word}`,
    site: site.site?.name ?? site.ledger,
    score: site.score === null ? '—' : say.scored(site.score.met, report.bands[site.score.band]),
    toDo: site.checkedAt === null ? '—' : say.toDoCount(site.toDo, site.critical),
    next:
      site.next === null ? '—' : `${format.day(site.next.at)} ${redactReach(site.next.what, report.masked)}`,
    checked:
      site.checkedAt === null
        ? '—'
        : late === null
          ? format.day(site.checkedAt)
          : `${format.day(site.checkedAt)}${joining[language].bracketed(late)}`,
  };
}

/** A table for an issue; what came from the reports means nothing but itself. Fits into an issue's body. */
export function renderFleetMarkdown(fleet: Fleet, say: Messages): string {
  const words = say.fleet;
  const format = formatFor(say.language, zoneOf(fleet), names);
  const head = [
    `**${headline(fleet, say, format.list).join(' ')}**`,
    '',
    `| ${[words.state, words.site, words.score, words.toDo, words.next, words.checked, words.issue].join(' | ')} |`,
    '| :-- | :-- | :-- | :-- | :-- | :-- | :-- |',
  ];
  const rows = fleet.sites.map((site) => {
    const row = rowOf(site, say);
    const name = site.site === null ? '' : `${inlineText(row.site, 120)}<br>`;
    const urgent =
      site.mostUrgent === null
        ? ''
        : `<br>${inlineText(redactReach(site.mostUrgent, say.report.masked), 160)}`;
    return `| ${[
      row.state,
      `${name}${code(site.ledger.replaceAll('|', '¦'), 160)}`,
      row.score,
      `${row.toDo}${urgent}`,
      inlineText(row.next, 160),
      inlineText(row.checked, 120),
      issueLink(site.issue),
    ].join(' | ')} |`;
  });
  const { unread } = fleet;
  const foot = (left: number) => [
    ...(unread.length > 0
      ? [
          '',
          words.unread(
            unread
              .slice(0, 20)
              .map((file) => code(file))
              .join(' '),
          ),
        ]
      : []),
    ...(left > 0 ? ['', words.more(left)] : []),
    '',
    words.mergedAt(format.moment(fleet.mergedAt)),
    '',
  ];
  // The last rows are those that fare best.
  let shown = rows.length;
  let text = [...head, ...rows, ...foot(0)].join('\n');
  while (shown > 0 && (text.length > limits.units || Buffer.byteLength(text) > limits.bytes)) {
    shown = Math.floor(shown * 0.95);
    text = [...head, ...rows.slice(0, shown), ...foot(rows.length - shown)].join('\n');
  }
  return text;
}

/** A link only where it is one of an issue: the address comes out of a file. */
function issueLink(issue: FleetSite['issue']): string {
  if (issue === null) return '';
  const isIssue = /^https:\/\/[A-Za-z0-9.-]+(?::\d+)?\/[\w.-]+\/[\w.-]+\/issues\/\d+$/.test(issue.url);
  return isIssue ? `[#${issue.number}](${issue.url})` : `\\#${issue.number}`;
}

/** The table for a terminal, ending with a line break; no control sequence. */
export function renderFleetText(fleet: Fleet, say: Messages): string {
  const format = formatFor(say.language, zoneOf(fleet), names);
  const words = say.fleet;
  const columns = ['state', 'site', 'score', 'toDo', 'next', 'checked'] as const;
  const head = Object.fromEntries(columns.map((column) => [column, words[column]])) as unknown as Row;
  const rows = [head, ...fleet.sites.map((site) => rowOf(site, say))].map((row) =>
    columns.map((column) => plainLine(row[column], column === 'site' ? 40 : 60)),
  );
  const widths = columns.map((_, index) => Math.max(...rows.map((row) => widthOf(row[index]!))));
  const lines = rows.map((row) =>
    row
      .map((cell, index) => padded(cell, widths[index]!))
      .join('  ')
      .trimEnd(),
  );
  return [
    ...headline(fleet, say, format.list),
    '',
    ...lines,
    '',
    ...(fleet.unread.length > 0 ? [words.unread(fleet.unread.map((file) => plainLine(file)).join(' '))] : []),
    words.mergedAt(format.moment(fleet.mergedAt)),
    '',
  ].join('\n');
}
