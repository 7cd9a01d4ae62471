import { subjectOf } from '../../rules/finding.ts';
import { type Topic, topics } from '../../rules/rule.ts';
import { failed } from '../view.ts';
import { element, type Html, stacked, table } from './element.ts';
import { listed, type Sheet, someone } from './sheet.ts';

// What stands below the ten items: who is responsible, what was seen, which dates come, what changed.

export function responsibility({ view, ledger, say }: Sheet): Html[] {
  const it = ledger.responsibility;
  const words = say.responsibility;
  const open = view.sorted.holes
    .filter(({ items }) => items.length === 0)
    .map((each) => element('li', each.title, { class: 'hole' }));
  const holes = open.length === 0 ? [] : [element('ul', open)];
  if (it === undefined) return holes.length === 0 ? [] : [element('h2', words.heading), ...holes];
  const party = (id: string | undefined) => (id === undefined ? undefined : view.format.party(id));
  const besides = (topic: Topic): string => {
    const said = (text: (id: string) => string, id: string | undefined) =>
      id === undefined ? [] : [text(someone(id, view))];
    if (topic === 'access') return view.format.list(said(words.emergency, it.access?.emergency));
    if (topic === 'accountability') {
      const { source, 'approved-by': approves } = it.accountability ?? {};
      return view.format.list([...said(words.source, source), ...said(words.approvedBy, approves)]);
    }
    const { when, to } = (topic === 'communication' ? it.communication?.escalate : undefined) ?? {};
    return when === undefined || to === undefined ? '' : words.escalate(when, someone(to, view));
  };
  const deliverables = ['first-report', 'recovery-report', 'response-log', 'rollback-criteria'] as const;
  return [
    element('h2', words.heading),
    ...holes,
    ...listed(
      topics,
      [words.topic, words.party, words.standIn, words.besides],
      (topic) => [
        words.topics[topic],
        party(it[topic]?.party),
        party(
          it[topic]?.['stand-in'] ??
            (topic === 'accountability' ? it.accountability?.['approved-by'] : undefined),
        ),
        besides(topic),
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
export function reality({ view, say }: Sheet): Html[] {
  const { report, words } = view;
  const rows = report.observations.map((each) => {
    const about = report.findings.filter(
      (found) =>
        found.excepted === null &&
        found.kind !== 'notice' &&
        found.part === each.part &&
        subjectOf(found) === each.subject,
    );
    const state =
      about.length > 0
        ? stacked(about.map((found) => element('span', found.title, { class: found.severity })))
        : failed(each.result)
          ? element('span', say.unseen, { class: 'unknown' })
          : element('span', say.reality.holds, { class: 'met' });
    return [`${words.parts[each.part].one}: ${each.subject}`, state, each.from ?? ''];
  });
  if (rows.length === 0) return [];
  return [
    element('h2', say.reality.heading),
    table([say.reality.subject, say.reality.state, say.reality.seenAt], rows),
  ];
}

const mostDates = 30;

export function dates({ view, say }: Sheet): Html[] {
  const rows = view.report.deadlines.slice(0, mostDates).map(({ at, what }) => [view.format.day(at), what]);
  return rows.length === 0 ? [] : [element('h2', say.dates), table([say.until, say.what], rows)];
}

const mostChanges = 10;

export function changes({ view, ledger, say }: Sheet): Html[] {
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
export function signatures({ say }: Sheet): Html[] {
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
