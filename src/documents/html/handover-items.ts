import { lastTried } from '../../checklist/exercises.ts';
import type { Channel, Ledger } from '../../ledger/schema.ts';
import type { View } from '../view.ts';
import { type Content, element, facts, type Html, stacked, table } from './element.ts';
import { listed, missing, type Sheet, said, someone, spanOf } from './sheet.ts';

// What the ledger says of each of the ten items.

export function emergency(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const { agreed, conditions = [] } = ledger.emergency ?? {};
  const by = (agreed?.by ?? []).map(view.format.party);
  return [
    ...(agreed?.date === undefined
      ? []
      : [element('p', say.emergency.agreed(view.format.day(agreed.date), view.format.list(by)))]),
    ...listed(
      [...conditions.entries()],
      [say.emergency.when, say.emergency.call, say.emergency.first],
      ([index, { when, call, 'first-instruction': first }]) => {
        const path = `emergency.conditions.${index}`;
        return [
          when ?? missing(sheet, `${path}.when`),
          call?.map(view.format.contact).join(' → ') ?? missing(sheet, `${path}.call`),
          first ?? missing(sheet, `${path}.first-instruction`),
        ];
      },
      say,
    ),
  ];
}

export function firstContact(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const { route = [], tell = [] } = ledger['first-contact'] ?? {};
  const people = Object.entries(ledger.contacts ?? {});
  return [
    ...listed(
      route,
      [say.route.order, say.contacts.name, say.route.wait],
      (each) => [
        String(route.indexOf(each) + 1),
        each.call !== undefined
          ? view.format.contact(each.call)
          : each.none === undefined
            ? undefined
            : `${view.words.emergency.nobodyAnswers}: ${each.none}`,
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
        said(sheet, `contacts.${id}.hours`, contact.hours, ({ always, text }) =>
          always ? say.contacts.always : stacked(text.map(say.contacts.window)),
        ),
        said(sheet, `contacts.${id}.channels`, contact.channels, (channels) =>
          stacked(channels.map((channel) => channelText(channel, view))),
        ),
        contact.verified === undefined ? undefined : view.format.day(contact.verified),
      ],
      say,
    ),
  ];
}

function channelText({ see, chat, ...others }: Channel, { words }: View): string {
  const keys = Object.keys(words.channels) as (keyof typeof words.channels)[];
  const key = keys.find((each) => others[each] !== undefined);
  return key === undefined ? (see ?? chat ?? '') : `${words.channels[key]}: ${others[key]}`;
}

export function decisions(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const names = ['start-recovery', 'rollback', 'publication'] as const;
  const { what, decides, deputy, unreachable, needs } = say.decisions;
  return listed(
    names,
    [what, decides, deputy, unreachable, needs],
    (name) => {
      const decision = ledger.decisions?.[name];
      const at = `decisions.${name}`;
      return [
        say.decisions.names[name],
        said(sheet, `${at}.decides`, decision?.decides, view.format.contact),
        said(sheet, `${at}.deputy`, decision?.deputy, view.format.contact),
        said(sheet, `${at}.unreachable`, decision?.unreachable),
        said(sheet, `${at}.needs`, decision?.needs, view.format.list),
      ];
    },
    say,
  );
}

export function targets(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const names = ['first-report', 'update-every', 'provisional', 'full'] as const;
  const { stages } = ledger;
  const endpoints = (stage: 'provisional' | 'full', also: readonly string[] = []) => {
    const ids = stages?.[stage]?.verify;
    return ids === undefined ? missing(sheet, `stages.${stage}.verify`) : view.format.list([...ids, ...also]);
  };
  const permanent = stages?.permanent;
  const { thread, 'kept-by': keptBy } = ledger.incident ?? {};
  return [
    facts(
      names.map((name) => [
        say.targets[name],
        said(sheet, `targets.${name}`, ledger.targets?.[name], view.format.duration),
      ]),
    ),
    facts([
      [say.stages.provisional, endpoints('provisional')],
      ...(stages?.provisional?.tolerates === undefined
        ? []
        : [[say.stages.tolerates, stages.provisional.tolerates] as const]),
      [
        say.stages.full,
        endpoints(
          'full',
          (stages?.full?.also ?? []).map((each) => say.stages.also[each]),
        ),
      ],
      [
        say.stages.permanent,
        permanent?.by === undefined
          ? missing(sheet, 'stages.permanent.by')
          : say.stages.permanentBy(someone(permanent.by, view), spanOf(permanent.within, view) ?? null),
      ],
      ...(thread === undefined
        ? []
        : [[say.incident.thread, thread === 'github' ? say.incident.inGitHub : thread] as const]),
      ...(keptBy === undefined ? [] : [[say.incident.keptBy, someone(keptBy, view)] as const]),
    ]),
  ];
}

export function rollback(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const it: Partial<NonNullable<Ledger['rollback']>> = ledger.rollback ?? {};
  const words = say.procedure;
  const by = (id: string) => someone(id, view);
  return [
    facts([
      [words.what, said(sheet, 'rollback.what', it.what)],
      [words.when, said(sheet, 'rollback.when', it.when, stacked)],
      [words.approvedBy, said(sheet, 'rollback.approved-by', it['approved-by'], by)],
      [words.by, said(sheet, 'rollback.by', it.by, by)],
      [words.where, said(sheet, 'rollback.where', it.where)],
      ...asTried(sheet, 'rollback'),
    ]),
  ];
}

export function restore(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const it: Partial<NonNullable<Ledger['restore']>> = ledger.restore ?? {};
  const words = say.procedure;
  return [
    facts([
      [words.covers, said(sheet, 'restore.covers', it.covers, view.format.list)],
      [words.into, said(sheet, 'restore.into', it.into, (place) => words.intos[place])],
      [words.choose, said(sheet, 'restore.choose', it.choose)],
      [words.backups, said(sheet, 'restore.backups', it.backups, view.format.list)],
      [words.by, said(sheet, 'restore.by', it.by, (id) => someone(id, view))],
      ...asTried(sheet, 'restore'),
    ]),
  ];
}

/** What both procedures say of how long they take, how they are done and checked, and when they were last tried. */
function asTried(sheet: Sheet, of: 'rollback' | 'restore'): [string, Content][] {
  const { view, ledger, say } = sheet;
  const { takes, runbook, verify } = ledger[of] ?? {};
  const tried = ledger[of] === undefined ? null : lastTried(ledger, of);
  const verifyWords = (by: NonNullable<typeof verify>) =>
    typeof by === 'string' ? say.stages[by] : view.format.list(by);
  return [
    [say.procedure.takes, said(sheet, `${of}.takes`, takes, view.format.duration)],
    [say.procedure.runbook, said(sheet, `${of}.runbook`, runbook)],
    [say.procedure.verify, said(sheet, `${of}.verify`, verify, verifyWords)],
    [say.procedure.rehearsed, said(sheet, `${of}.rehearsed`, tried ?? undefined, view.format.day)],
  ];
}

type Door = NonNullable<Ledger['access']>[string];

export function entranceOf(ledger: Ledger): [string, Door][] {
  const { domain, dns, certificate, cdn, bypass } = ledger.entrance ?? {};
  return Object.entries({ domain, dns, certificate, cdn, bypass }).flatMap(([id, door]) =>
    door === undefined ? [] : [[id, door] as [string, Door]],
  );
}

export function doors(
  sheet: Sheet,
  section: 'access' | 'entrance',
  entries: readonly (readonly [string, Door])[],
): Html[] {
  const { view, say } = sheet;
  const words = say.access;
  const people = (ids: readonly string[]) => stacked(ids.map(view.format.contact));
  return listed(
    entries.filter(([id]) => id !== 'common'),
    [words.name, words.console, words.holders, words.mfa, words.login, words.emergency, say.verified],
    ([id, door]) => [
      words.accessName(id),
      stacked([
        said(sheet, `${section}.${id}.console`, door.console),
        door.can === undefined ? null : view.format.list(door.can.map((each) => words.abilities[each])),
        door.runbook ?? null,
      ]),
      said(sheet, `${section}.${id}.holders`, door.holders, people),
      door.mfa === undefined
        ? missing(sheet, `${section}.${id}.mfa`)
        : stacked([
            door.mfa.method === undefined ? null : words.methods[door.mfa.method],
            ...(door.mfa['held-by'] ?? []).map(view.format.contact),
          ]),
      door.login ?? missing(sheet, `${section}.${id}.login`),
      door.emergency ?? missing(sheet, `${section}.${id}.emergency`),
      door.verified === undefined ? undefined : view.format.day(door.verified),
    ],
    say,
    { class: 'doors' },
  );
}

/** What the ledger says not to exist, with its reason. */
export function saidNone({ view, say }: Sheet, section: 'access' | 'entrance'): Html[] {
  const rows = [...(view.parsed?.absences ?? [])].flatMap(([path, absence]) => {
    const [first, id, ...rest] = path.split('.');
    if (first !== section || id === undefined || rest.length > 0 || absence.type !== 'none') return [];
    return [[say.access.accessName(id), `${say.none}: ${absence.reason}`] as const];
  });
  return rows.length === 0 ? [] : [facts(rows)];
}

export function evidence(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const words = say.evidence;
  const { logs, alerts, changes: history } = ledger.evidence ?? {};
  const people = (ids: readonly string[] | undefined) =>
    ids === undefined ? undefined : view.format.list(ids.map(view.format.contact));
  const row = (name: string, path: string, place: string | undefined, viewers: string | undefined) => [
    name,
    place ?? missing(sheet, `${path}.where`),
    viewers ?? (place === undefined ? '' : missing(sheet, `${path}.viewers`)),
  ];
  return [
    table(
      [say.what, words.where, words.viewers],
      [
        ...(['access', 'application', 'system'] as const).map((name) =>
          row(words.logs[name], `evidence.logs.${name}`, logs?.[name]?.where, people(logs?.[name]?.viewers)),
        ),
        row(words.alerts, 'evidence.alerts', alerts?.where, people(alerts?.to)),
        [
          words.changes,
          history === 'ledger' ? words.changesInLedger : (history ?? missing(sheet, 'evidence.changes')),
          '',
        ],
      ],
    ),
  ];
}

export function templates(sheet: Sheet): Html[] {
  const { ledger, say } = sheet;
  return [
    facts(
      (['first-report', 'recovery-report'] as const).map((name) => [
        say.templates[name],
        said(sheet, `templates.${name}`, ledger.templates?.[name]),
      ]),
    ),
  ];
}
