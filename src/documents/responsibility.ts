import type { Ledger } from '../ledger/schema.ts';
import { messagesFor } from '../messages/index.ts';
import type { Deliverable } from '../rules/checklist.ts';
import { topics } from '../rules/rule.ts';
import { inlineText } from '../text/escape.ts';
import { joining } from '../text/language.ts';
import type { View } from './view.ts';

const deliverables: readonly Deliverable[] = [
  'first-report',
  'recovery-report',
  'response-log',
  'rollback-criteria',
];

/** One topic or deliverable: who has which part in it, and what nobody has. */
export interface ResponsibilityRow {
  readonly name: string;
  /** Party id and the part it has, in words. */
  readonly parts: readonly (readonly [party: string, part: string])[];
  readonly missing: readonly string[];
}

/** The five topics and the deliverables; empty where the ledger says nothing of them. */
export function responsibilityRows({ parsed, report }: View): ResponsibilityRow[] {
  const ledger = parsed?.ledger;
  const said = ledger?.responsibility;
  if (ledger === undefined || said === undefined) return [];
  const words = messagesFor(report.language).handover.responsibility;
  const isAlone = Object.keys(ledger.parties ?? {}).length === 1;
  return [
    ...topics.map((topic): ResponsibilityRow => {
      const party = said[topic]?.party;
      const approver = topic === 'accountability' ? said.accountability?.['approved-by'] : undefined;
      const standIn = [said[topic]?.['stand-in'], approver].find((id) => id !== undefined && id !== party);
      return {
        name: words.topics[topic],
        parts: [
          ...(party === undefined ? [] : [[party, words.party] as const]),
          ...(standIn === undefined ? [] : [[standIn, words.standIn] as const]),
        ],
        missing: [
          ...(party === undefined ? [words.party] : []),
          ...(standIn === undefined && !isAlone ? [words.standIn] : []),
        ],
      };
    }),
    ...deliverables.map((name): ResponsibilityRow => {
      const one: Readonly<Record<string, string | undefined>> = said.deliverables?.[name] ?? {};
      const isReport = name === 'first-report' || name === 'recovery-report';
      const needed: readonly (readonly [string | undefined, string, boolean])[] = [
        [one['fills'] ?? one['by'], words.fills, isReport],
        [one['approves'], words.approves, name !== 'response-log'],
        [one['sends'], words.sends, isReport],
      ];
      return {
        name: words.deliverables[name],
        parts: needed.flatMap(([party, part]) => (party === undefined ? [] : [[party, part] as const])),
        missing: [
          ...needed.flatMap(([party, part, isNeeded]) => (party === undefined && isNeeded ? [part] : [])),
          ...(name === 'response-log' && one['kept-in'] === undefined ? [words.keptIn] : []),
        ],
      };
    }),
  ];
}

/** The party that has all five topics although there are others; else null. */
export function onlyParty(ledger: Ledger): string | null {
  const has = new Set(topics.map((topic) => ledger.responsibility?.[topic]?.party));
  const [party] = has;
  const isAlone = Object.keys(ledger.parties ?? {}).length === 1;
  return has.size === 1 && party !== undefined && !isAlone ? party : null;
}

/** Topics and deliverables against the parties, folded away. */
export function responsibilitySection(view: View): string[] {
  const rows = responsibilityRows(view);
  const ledger = view.parsed?.ledger;
  if (rows.length === 0 || ledger === undefined) return [];
  const { redact, format, report } = view;
  const words = messagesFor(report.language).handover.responsibility;
  const parties = [
    ...new Set([
      ...Object.keys(ledger.parties ?? {}),
      ...rows.flatMap(({ parts }) => parts.map(([id]) => id)),
    ]),
  ];
  const nameOf = (id: string) => inlineText(redact(format.party(id)), 60);
  const separator = joining[format.language].comma;
  const lines = rows.map(({ name, parts, missing }) => {
    const cells = parties.map((id) =>
      parts.flatMap(([party, part]) => (party === id ? [part] : [])).join(separator),
    );
    return `| ${[name, ...cells, missing.length === 0 ? '' : `⚠️ ${missing.join(separator)}`].join(' | ')} |`;
  });
  const only = onlyParty(ledger);
  return [
    `<details><summary>${words.heading}</summary>`,
    [
      `| ${['', ...parties.map(nameOf), words.undecided].join(' | ')} |`,
      `|${' :-- |'.repeat(parties.length + 2)}`,
      ...lines,
    ].join('\n'),
    ...(only === null ? [] : [`⚠️ ${words.oneParty(nameOf(only))}`]),
    '</details>',
  ];
}
