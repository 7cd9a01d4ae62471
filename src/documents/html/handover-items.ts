import { lastTried } from '../../checklist/exercises.ts';
import type { Channel, Ledger } from '../../ledger/schema.ts';
import type { View } from '../view.ts';
import { type Content, element, facts, type Html, stacked, table } from './element.ts';
import { listed, missing, type Sheet, someone, spanOf } from './sheet.ts';

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
        contact.hours === undefined
          ? missing(sheet, `contacts.${id}.hours`)
          : contact.hours.always
            ? say.contacts.always
            : stacked(contact.hours.text.map(say.contacts.window)),
        contact.channels === undefined
          ? missing(sheet, `contacts.${id}.channels`)
          : stacked(contact.channels.map((channel) => channelText(channel, view))),
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
      const hole = (key: string) => missing(sheet, `decisions.${name}.${key}`);
      const contact = (key: 'decides' | 'deputy') => {
        const id = decision?.[key];
        return id === undefined ? hole(key) : view.format.contact(id);
      };
      return [
        say.decisions.names[name],
        contact('decides'),
        contact('deputy'),
        decision?.unreachable ?? hole('unreachable'),
        decision?.needs === undefined ? hole('needs') : view.format.list(decision.needs),
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
      names.map(
        (name) =>
          [
            say.targets[name],
            spanOf(ledger.targets?.[name], view) ?? missing(sheet, `targets.${name}`),
          ] as const,
      ),
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
  const { rollback: it } = ledger;
  const words = say.procedure;
  const tried = it === undefined ? null : lastTried(ledger, 'rollback');
  return [
    facts([
      [words.what, it?.what ?? missing(sheet, 'rollback.what')],
      [words.when, it?.when === undefined ? missing(sheet, 'rollback.when') : stacked(it.when)],
      [
        words.approvedBy,
        it?.['approved-by'] === undefined
          ? missing(sheet, 'rollback.approved-by')
          : someone(it['approved-by'], view),
      ],
      [words.by, it?.by === undefined ? missing(sheet, 'rollback.by') : someone(it.by, view)],
      [words.where, it?.where ?? missing(sheet, 'rollback.where')],
      [words.takes, spanOf(it?.takes, view) ?? missing(sheet, 'rollback.takes')],
      [words.runbook, it?.runbook ?? missing(sheet, 'rollback.runbook')],
      [words.verify, verifyText(it?.verify, sheet, 'rollback.verify')],
      [words.rehearsed, tried === null ? missing(sheet, 'rollback.rehearsed') : view.format.day(tried)],
    ]),
  ];
}

export function restore(sheet: Sheet): Html[] {
  const { view, ledger, say } = sheet;
  const { restore: it } = ledger;
  const words = say.procedure;
  const tried = it === undefined ? null : lastTried(ledger, 'restore');
  return [
    facts([
      [
        words.covers,
        it?.covers === undefined ? missing(sheet, 'restore.covers') : view.format.list(it.covers),
      ],
      [words.into, it?.into === undefined ? missing(sheet, 'restore.into') : words.intos[it.into]],
      [words.choose, it?.choose ?? missing(sheet, 'restore.choose')],
      [
        words.backups,
        it?.backups === undefined ? missing(sheet, 'restore.backups') : view.format.list(it.backups),
      ],
      [words.by, it?.by === undefined ? missing(sheet, 'restore.by') : someone(it.by, view)],
      [words.takes, spanOf(it?.takes, view) ?? missing(sheet, 'restore.takes')],
      [words.runbook, it?.runbook ?? missing(sheet, 'restore.runbook')],
      [words.verify, verifyText(it?.verify, sheet, 'restore.verify')],
      [words.rehearsed, tried === null ? missing(sheet, 'restore.rehearsed') : view.format.day(tried)],
    ]),
  ];
}

function verifyText(
  verify: 'provisional' | 'full' | readonly string[] | undefined,
  sheet: Sheet,
  path: string,
): Content {
  if (verify === undefined) return missing(sheet, path);
  return typeof verify === 'string' ? sheet.say.stages[verify] : sheet.view.format.list(verify);
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
  const people = (ids: readonly string[] | undefined) =>
    ids === undefined ? undefined : stacked(ids.map(view.format.contact));
  return listed(
    entries.filter(([id]) => id !== 'common'),
    [words.name, words.console, words.holders, words.mfa, words.login, words.emergency, say.verified],
    ([id, door]) => [
      words.accessName(id),
      stacked([
        door.console ?? missing(sheet, `${section}.${id}.console`),
        door.can === undefined ? null : view.format.list(door.can.map((each) => words.abilities[each])),
        door.runbook ?? null,
      ]),
      people(door.holders) ?? missing(sheet, `${section}.${id}.holders`),
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
      (['first-report', 'recovery-report'] as const).map(
        (name) =>
          [say.templates[name], ledger.templates?.[name] ?? missing(sheet, `templates.${name}`)] as const,
      ),
    ),
  ];
}
