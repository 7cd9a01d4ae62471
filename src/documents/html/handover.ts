import type { ParsedLedger } from '../../ledger/parse.ts';
import { messagesFor } from '../../messages/index.ts';
import type { Report, ReportedFinding } from '../../report/report.ts';
import type { ItemNumber } from '../../rules/rule.ts';
import { adviceWords, dueWords, headline, isProblem, seenCounts, type View, viewOf } from '../view.ts';
import { element, facts, type Html, stacked, table } from './element.ts';
import { changes, dates, reality, responsibility, signatures } from './handover-end.ts';
import {
  decisions,
  doors,
  emergency,
  entranceOf,
  evidence,
  firstContact,
  restore,
  rollback,
  saidNone,
  targets,
  templates,
} from './handover-items.ts';
import { page } from './page.ts';
import type { Sheet } from './sheet.ts';

// The one-page ledger as it is handed to somebody else: everything that the ledger says, item by item, beside what
// this check could verify of it. It holds the ways to reach people, so it is for the parties alone and says so.

/** The page, whole; of a ledger that could not be read, what is to be corrected. The same input, the same bytes. */
export function renderHandover(report: Report, parsed: ParsedLedger | null): string {
  const view = viewOf(report, parsed);
  if (parsed === null || report.site === null) return problems(view);
  const sheet: Sheet = { view, ledger: parsed.ledger, say: messagesFor(report.language).handover };
  const title = sheet.say.title(report.site.name);
  return page({ language: report.language, title }, [
    element('h1', title),
    element('p', sheet.say.confidential, { class: 'confidential' }),
    ...summary(sheet),
    ...toDo(sheet),
    element('h2', sheet.say.items),
    ...item(1, sheet, emergency(sheet)),
    ...item(2, sheet, firstContact(sheet)),
    ...item(3, sheet, decisions(sheet)),
    ...item(4, sheet, targets(sheet)),
    ...item(5, sheet, rollback(sheet)),
    ...item(6, sheet, restore(sheet)),
    ...item(7, sheet, [
      ...doors(sheet, 'access', Object.entries(sheet.ledger.access ?? {})),
      ...saidNone(sheet, 'access'),
    ]),
    ...item(8, sheet, [
      ...doors(sheet, 'entrance', entranceOf(sheet.ledger)),
      ...saidNone(sheet, 'entrance'),
    ]),
    ...item(9, sheet, evidence(sheet)),
    ...item(10, sheet, templates(sheet)),
    ...responsibility(sheet),
    ...reality(sheet),
    ...dates(sheet),
    ...changes(sheet),
    ...signatures(sheet),
  ]);
}

function problems(view: View): string {
  const { report, words } = view;
  const title = words.issue.titleWithoutSite(report.ledger.path);
  const rows = report.findings
    .filter(isProblem)
    .map((each) => [
      `${each.location.path}:${each.location.line}:${each.location.column}`,
      each.title,
      each.observed ?? '',
    ]);
  return page({ language: report.language, title }, [
    element('h1', title),
    element('p', words.headline.invalid, { class: 'verdict' }),
    table([words.findings.place, words.invalid.heading, words.findings.observed], rows),
  ]);
}

function summary({ view, say }: Sheet): Html[] {
  const { report, words, format } = view;
  const { verdict, toDo: count } = headline(view);
  const { score } = report;
  return [
    element('p', count === null ? verdict : `${verdict} ${count}`, { class: 'verdict' }),
    ...(score === null
      ? []
      : [
          element('p', `${words.facts.score}: ${score.met}/10 ${words.bands[score.band]}`, {
            class: 'score',
          }),
          element('p', adviceWords(view, score)),
        ]),
    facts([
      [say.url, report.site!.url],
      [say.checkedAt, format.moment(report.checkedAt)],
      [words.facts.lookedAt, seenCounts(view)],
      [say.nextCheck, format.day(report.nextCheckAt)],
    ]),
  ];
}

function toDo({ view, say }: Sheet): Html[] {
  const { sorted, words } = view;
  const rows = (findings: readonly ReportedFinding[]) =>
    findings.map((each) => [
      stacked([
        element('span', words.severities[each.severity], { class: `state ${each.severity}` }),
        each.title,
        each.remedy,
      ]),
      each.party === null ? words.findings.nobody : view.format.party(each.party),
      dueWords(view, each),
    ]);
  const head = [say.what, say.who, say.until];
  return [
    element('h2', say.toDo),
    sorted.toDo.length === 0 ? element('p', say.nothingToDo) : table(head, rows(sorted.toDo)),
    ...(sorted.unseen.length === 0 ? [] : [element('h3', say.unseen), table(head, rows(sorted.unseen))]),
    ...accepted(view),
  ];
}

/** What the parties know of and let stand, with the reason and the day. */
function accepted({ sorted, words, format }: View): Html[] {
  if (sorted.excepted.length === 0) return [];
  const entries = sorted.excepted.map(({ title, excepted }) =>
    element('li', words.excepted.entry(title, excepted!.because, format.day(excepted!.until))),
  );
  return [element('h3', words.excepted.heading), element('ul', entries)];
}

/** An item: its state, what keeps it from being met, and what the ledger says. */
function item(number: ItemNumber, sheet: Sheet, content: readonly Html[]): Html[] {
  const { report, words } = sheet.view;
  const scored = report.score?.items.find((each) => each.item === number);
  const state = words.itemStates[scored?.state ?? 'unknown'];
  const holes = (scored?.findings ?? [])
    .flatMap((id) => report.findings.filter((each) => each.id === id))
    .map((each) => element('li', each.title, { class: 'hole' }));
  return [
    element('h3', [
      words.items[number],
      element('span', `${state.mark} ${state.word}`, { class: `state ${scored?.state ?? 'unknown'}` }),
    ]),
    ...(holes.length === 0 ? [] : [element('ul', holes)]),
    ...(holes.length === 0 ? [] : planOf(number, sheet)),
    ...content,
  ];
}

/** Who fills the item's holes, and by when. */
function planOf(number: ItemNumber, { view, ledger }: Sheet): Html[] {
  const { holes, findings } = view.words;
  const plan = ledger.plan.find((each) => each.item === number);
  if (plan === undefined) return [];
  const who = plan.by === undefined ? findings.nobody : view.format.party(plan.by);
  const until = plan.until === undefined ? null : view.format.day(plan.until);
  return [facts([[holes.plan, holes.planned(who, until)]])];
}
