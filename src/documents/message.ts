import type { ParsedLedger } from '../ledger/parse.ts';
import { grouped } from '../report/order.ts';
import type { Report } from '../report/report.ts';
import { plainLine } from '../text/escape.ts';
import { dueWords, viewOf } from './view.ts';

/** What chats and phones show whole. UTF-16 units. */
const most = 900;

/**
 * What is new since the last check, for people who have no account at GitHub: what, who, until when, and where to read
 * on. Plain text of at most 900 UTF-16 units, in the report's language; empty where nothing is new. Nothing in it that
 * may not be published.
 *
 * @param url the page of the issue, or else of the run
 */
export function messageOf(report: Report, parsed: ParsedLedger | null, url: string | null): string {
  const view = viewOf(report, parsed);
  const { words, format, redact, sorted } = view;
  const say = words.message;
  const isInvalid = report.verdict === 'invalid';
  const fresh = sorted.toDo.filter(({ since }) => since === report.checkedAt);
  if (fresh.length === 0) return '';
  const site = plainLine(report.site?.name ?? report.ledger.path, 60);
  const groups = isInvalid ? [] : grouped(fresh);
  const lines = groups.map((group) => {
    const [first] = group;
    const party = first.party === null ? words.findings.nobody : format.party(first.party);
    const more = group.length === 1 ? '' : ` ${words.findings.andOthers(group.length - 1)}`;
    const what = `${plainLine(redact(first.title), 120)}${more}`;
    return say.line(
      words.severities[first.severity],
      what,
      plainLine(redact(party), 40),
      dueWords(view, first),
    );
  });
  const compose = (shown: number): string =>
    [
      isInvalid ? say.invalid(site) : say.heading(site, groups.length),
      ...lines.slice(0, shown),
      ...(shown < lines.length ? [words.issue.more(lines.length - shown)] : []),
      ...(url === null ? [] : [url]),
    ].join('\n');
  let shown = lines.length;
  while (shown > 0 && compose(shown).length > most) shown -= 1;
  const text = compose(shown);
  return text.length <= most ? text : text.slice(0, most).toWellFormed();
}

/** The messages of several ledgers as one, no longer than one: those that have no room are left out. */
export function joinMessages(messages: readonly string[]): string {
  return messages
    .filter((message) => message !== '')
    .reduce((all, message) => {
      const longer = all === '' ? message : `${all}\n\n${message}`;
      return longer.length <= most ? longer : all;
    }, '');
}
