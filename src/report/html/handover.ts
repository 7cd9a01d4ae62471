import type { ParsedLedger } from '../../ledger/parse.ts';
import type { Channel, Ledger } from '../../ledger/schema.ts';
import type { Duration } from '../../ledger/values.ts';
import type { HandoverMessages } from '../../messages/handover.ts';
import { messagesFor } from '../../messages/index.ts';
import type { ItemNumber } from '../../rules/rule.ts';
import { subjectOf } from '../order.ts';
import type { Report, ReportedFinding } from '../report.ts';
import { dueWords, failed, headline, isProblem, seenCounts, type View, viewOf } from '../view.ts';
import { type Content, element, facts, type Html, stacked, table } from './element.ts';
import { page } from './page.ts';

// The one-page ledger as it is handed to somebody else: everything that the ledger says, item by item, beside what
// this check could verify of it. It holds the ways to reach people, so it is for the parties alone and says so.

interface Sheet {
  readonly view: View;
  readonly ledger: Ledger;
  readonly say: HandoverMessages;
}

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
      ...doors(sheet, Object.entries(sheet.ledger.access ?? {})),
      ...saidNone(sheet, 'access'),
    ]),
    ...item(8, sheet, [...doors(sheet, entranceOf(sheet.ledger)), ...saidNone(sheet, 'entrance')]),
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
          element('p', words.advice[score.band]),
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
  ];
}

/** An item: its state, what keeps it from being met, and what the ledger says. */
function item(number: ItemNumber, { view }: Sheet, content: readonly Html[]): Html[] {
  const { report, words } = view;
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
    ...content,
  ];
}

function emergency({ view, ledger, say }: Sheet): Html[] {
  const { agreed, conditions = [] } = ledger.emergency ?? {};
  const by = (agreed?.by ?? []).map(view.format.party);
  return [
    ...(agreed?.date === undefined
      ? []
      : [element('p', say.emergency.agreed(view.format.day(agreed.date), view.format.list(by)))]),
    ...listed(
      conditions,
      [say.emergency.when, say.emergency.call, say.emergency.first],
      (each) => [
        each.when,
        each.call === undefined ? undefined : each.call.map(view.format.contact).join(' → '),
        each['first-instruction'],
      ],
      say,
    ),
  ];
}

function firstContact({ view, ledger, say }: Sheet): Html[] {
  const { route = [], tell = [] } = ledger['first-contact'] ?? {};
  const people = Object.entries(ledger.contacts ?? {});
  return [
    ...listed(
      route,
      [say.route.order, say.contacts.name, say.route.wait],
      (each) => [
        String(route.indexOf(each) + 1),
        each.call === undefined ? each.none : view.format.contact(each.call),
        each.call === undefined || route[route.indexOf(each) + 1]?.call === undefined
          ? (spanOf(each.wait, view) ?? '—')
          : spanOf(each.wait, view),
      ],
      say,
    ),
    ...(tell.length === 0 ? [] : [facts([[say.route.tell, view.format.list(tell)]])]),
    ...listed(
      people,
      [say.contacts.name, say.contacts.hours, say.contacts.channels, say.verified],
      ([id, contact]) => [
        stacked([
          view.format.contact(id),
          contact.party === undefined ? null : view.format.party(contact.party),
        ]),
        contact.hours === undefined
          ? undefined
          : contact.hours.always
            ? say.contacts.always
            : stacked(contact.hours.text.map(say.contacts.window)),
        contact.channels === undefined ? undefined : stacked(contact.channels.map(channelText)),
        contact.verified === undefined ? undefined : view.format.day(contact.verified),
      ],
      say,
    ),
  ];
}

function channelText(channel: Channel): string {
  const [key, value] = Object.entries(channel).find(([, each]) => each !== undefined) ?? ['', ''];
  return key === 'see' || key === 'chat' ? value! : `${key}: ${value}`;
}

function decisions({ view, ledger, say }: Sheet): Html[] {
  const names = ['start-recovery', 'rollback', 'publication'] as const;
  const { what, decides, deputy, unreachable, needs } = say.decisions;
  return listed(
    names,
    [what, decides, deputy, unreachable, needs],
    (name) => {
      const decision = ledger.decisions?.[name];
      const contact = (id: string | undefined) => (id === undefined ? undefined : view.format.contact(id));
      return [
        say.decisions.names[name],
        contact(decision?.decides),
        contact(decision?.deputy),
        decision?.unreachable,
        decision?.needs === undefined ? undefined : view.format.list(decision.needs),
      ];
    },
    say,
  );
}

function targets({ view, ledger, say }: Sheet): Html[] {
  const names = ['first-report', 'update-every', 'provisional', 'full'] as const;
  const { stages } = ledger;
  const endpoints = (ids: readonly string[] | undefined, also: readonly string[] = []) =>
    ids === undefined ? hole(say) : view.format.list([...ids, ...also]);
  const permanent = stages?.permanent;
  return [
    facts(
      names.map((name) => [say.targets[name], spanOf(ledger.targets?.[name], view) ?? hole(say)] as const),
    ),
    facts([
      [say.stages.provisional, endpoints(stages?.provisional?.verify)],
      [
        say.stages.full,
        endpoints(
          stages?.full?.verify,
          (stages?.full?.also ?? []).map((each) => say.stages.also[each]),
        ),
      ],
      [
        say.stages.permanent,
        permanent?.by === undefined
          ? hole(say)
          : `${someone(permanent.by, view)} ${spanOf(permanent.within, view) ?? ''}`,
      ],
    ]),
  ];
}

function rollback({ view, ledger, say }: Sheet): Html[] {
  const { rollback: it } = ledger;
  const words = say.procedure;
  return [
    facts([
      [words.what, it?.what ?? hole(say)],
      [words.when, it?.when === undefined ? hole(say) : stacked(it.when)],
      [words.approvedBy, it?.['approved-by'] === undefined ? hole(say) : someone(it['approved-by'], view)],
      [words.by, it?.by === undefined ? hole(say) : someone(it.by, view)],
      [words.where, it?.where ?? hole(say)],
      [words.takes, spanOf(it?.takes, view) ?? hole(say)],
      [words.runbook, it?.runbook ?? hole(say)],
      [words.verify, verifyText(it?.verify, say)],
      [words.rehearsed, it?.rehearsed === undefined ? hole(say) : view.format.day(it.rehearsed)],
    ]),
  ];
}

function restore({ view, ledger, say }: Sheet): Html[] {
  const { restore: it } = ledger;
  const words = say.procedure;
  return [
    facts([
      [words.covers, it?.covers === undefined ? hole(say) : view.format.list(it.covers)],
      [words.into, it?.into === undefined ? hole(say) : words.intos[it.into]],
      [words.choose, it?.choose ?? hole(say)],
      [words.backups, it?.backups === undefined ? hole(say) : view.format.list(it.backups)],
      [words.by, it?.by === undefined ? hole(say) : someone(it.by, view)],
      [words.takes, spanOf(it?.takes, view) ?? hole(say)],
      [words.runbook, it?.runbook ?? hole(say)],
      [words.verify, verifyText(it?.verify, say)],
      [words.rehearsed, it?.rehearsed === undefined ? hole(say) : view.format.day(it.rehearsed)],
    ]),
  ];
}

function verifyText(
  verify: 'provisional' | 'full' | readonly string[] | undefined,
  say: HandoverMessages,
): Content {
  if (verify === undefined) return hole(say);
  return typeof verify === 'string' ? say.stages[verify] : verify.join(', ');
}

type Door = NonNullable<Ledger['access']>[string];

function entranceOf(ledger: Ledger): [string, Door][] {
  const { domain, dns, certificate, cdn, bypass } = ledger.entrance ?? {};
  return Object.entries({ domain, dns, certificate, cdn, bypass }).flatMap(([id, door]) =>
    door === undefined ? [] : [[id, door] as [string, Door]],
  );
}

function doors({ view, say }: Sheet, entries: readonly (readonly [string, Door])[]): Html[] {
  const words = say.access;
  const people = (ids: readonly string[] | undefined) =>
    ids === undefined ? undefined : stacked(ids.map(view.format.contact));
  return listed(
    entries.filter(([id]) => id !== 'common'),
    [words.name, words.console, words.holders, words.mfa, words.login, words.emergency, say.verified],
    ([id, door]) => [
      words.accessName(id),
      stacked([
        door.console ?? hole(say),
        door.can === undefined ? null : view.format.list(door.can.map((each) => words.abilities[each])),
        door.runbook ?? null,
      ]),
      people(door.holders),
      door.mfa === undefined
        ? undefined
        : stacked([
            door.mfa.method === undefined ? null : words.methods[door.mfa.method],
            ...(door.mfa['held-by'] ?? []).map(view.format.contact),
          ]),
      door.login,
      door.emergency,
      door.verified === undefined ? undefined : view.format.day(door.verified),
    ],
    say,
  );
}

/** What the ledger says not to exist, with its reason. */
function saidNone({ view, say }: Sheet, section: 'access' | 'entrance'): Html[] {
  const rows = [...(view.parsed?.absences ?? [])].flatMap(([path, absence]) => {
    const [first, id, ...rest] = path.split('.');
    if (first !== section || id === undefined || rest.length > 0 || absence.type !== 'none') return [];
    return [[say.access.accessName(id), `${say.none}: ${absence.reason}`] as const];
  });
  return rows.length === 0 ? [] : [facts(rows)];
}

function evidence({ view, ledger, say }: Sheet): Html[] {
  const words = say.evidence;
  const { logs, alerts, changes: history } = ledger.evidence ?? {};
  const people = (ids: readonly string[] | undefined) =>
    ids === undefined ? undefined : view.format.list(ids.map(view.format.contact));
  const rows: [string, string | undefined, string | undefined][] = [
    ...(['access', 'application', 'system'] as const).map(
      (name): [string, string | undefined, string | undefined] => [
        words.logs[name],
        logs?.[name]?.where,
        people(logs?.[name]?.viewers),
      ],
    ),
    [words.alerts, alerts?.where, people(alerts?.to)],
    [words.changes, history === 'ledger' ? words.changesInLedger : history, ''],
  ];
  return listed(rows, [say.what, words.where, words.viewers], (row) => row, say);
}

function templates({ ledger, say }: Sheet): Html[] {
  return [
    facts(
      (['first-report', 'recovery-report'] as const).map(
        (name) => [say.templates[name], ledger.templates?.[name] ?? hole(say)] as const,
      ),
    ),
  ];
}

function responsibility({ view, ledger, say }: Sheet): Html[] {
  const it = ledger.responsibility;
  if (it === undefined) return [];
  const words = say.responsibility;
  const party = (id: string | undefined) => (id === undefined ? undefined : view.format.party(id));
  const topics = ['decision', 'operation', 'communication', 'access', 'accountability'] as const;
  const deliverables = ['first-report', 'recovery-report', 'response-log', 'rollback-criteria'] as const;
  return [
    element('h2', words.heading),
    ...listed(
      topics,
      [words.topic, words.party, words.standIn],
      (topic) => [
        words.topics[topic],
        party(it[topic]?.party),
        party(
          it[topic]?.['stand-in'] ??
            (topic === 'accountability' ? it.accountability?.['approved-by'] : undefined),
        ),
      ],
      say,
    ),
    ...listed(
      deliverables.filter((name) => it.deliverables?.[name] !== undefined),
      [words.deliverable, words.fills, words.approves, words.sends, words.keptIn],
      (name) => {
        const one = it.deliverables![name] as Readonly<Record<string, string | undefined>>;
        return [
          words.deliverables[name],
          party(one['fills'] ?? one['by']) ?? '',
          party(one['approves']) ?? '',
          party(one['sends']) ?? '',
          one['kept-in'] ?? '',
        ];
      },
      say,
    ),
  ];
}

/** Every claim that was looked at, with what came of it. */
function reality({ view, say }: Sheet): Html[] {
  const { report, words } = view;
  const rows = report.observations.map((each) => {
    const about = report.findings.filter(
      (found) => found.excepted === null && found.kind !== 'notice' && subjectOf(found) === each.subject,
    );
    const state =
      about.length > 0
        ? stacked(about.map((found) => element('span', found.title, { class: found.severity })))
        : failed(each.result)
          ? element('span', say.unseen, { class: 'unknown' })
          : element('span', say.reality.holds, { class: 'met' });
    return [`${words.evidence.probes[each.probe]}: ${each.subject}`, state, each.from ?? ''];
  });
  if (rows.length === 0) return [];
  return [
    element('h2', say.reality.heading),
    table([say.reality.subject, say.reality.state, say.reality.seenAt], rows),
  ];
}

const mostDates = 30;

function dates({ view, say }: Sheet): Html[] {
  const rows = view.report.deadlines.slice(0, mostDates).map(({ at, what }) => [view.format.day(at), what]);
  return rows.length === 0 ? [] : [element('h2', say.dates), table([say.until, say.what], rows)];
}

const mostChanges = 10;

function changes({ view, ledger, say }: Sheet): Html[] {
  const latest = ledger.changes.slice(0, mostChanges);
  if (latest.length === 0) return [];
  return [
    element('h2', say.changes),
    ...listed(
      latest,
      [say.signatures.day, say.who, say.what],
      ({ date, by, what }) => [
        date === undefined ? undefined : view.format.day(date),
        by === undefined ? undefined : someone(by, view),
        what,
      ],
      say,
    ),
  ];
}

/** Two lines to sign, and no more: a handover is between people. */
function signatures({ say }: Sheet): Html[] {
  const { heading, from, to, day } = say.signatures;
  return [
    element('h2', heading),
    element(
      'div',
      table(
        ['', say.contacts.name, day],
        [
          [from, '', ''],
          [to, '', ''],
        ],
      ),
      { class: 'sign' },
    ),
  ];
}

/** A table whose missing values say that they are missing; where there is no row at all, that. */
function listed<T>(
  rows: readonly T[],
  head: readonly string[],
  cells: (row: T) => readonly (Content | undefined)[],
  say: HandoverMessages,
): Html[] {
  if (rows.length === 0) return [element('p', hole(say))];
  return [
    table(
      head,
      rows.map((row) => cells(row).map((each) => each ?? hole(say))),
    ),
  ];
}

function hole(say: HandoverMessages): Html {
  return element('span', say.notWritten, { class: 'hole' });
}

function someone(id: string, view: View): string {
  const name = view.format.contact(id);
  return name === id ? view.format.party(id) : name;
}

function spanOf(span: Duration | undefined, { format }: View): string | undefined {
  if (span === undefined) return undefined;
  return format.duration(span);
}
