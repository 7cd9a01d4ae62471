import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../edge/holidays.ts';
import { isOperationPath, type StageState } from '../judge/stages.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { messagesFor } from '../messages/index.ts';
import type { StageWord } from '../messages/words.ts';
import type { BackupFact } from '../probes/backup/fact.ts';
import type { ListingNote } from '../providers/provider.ts';
import type { Report } from '../report/report.ts';
import { codeCell, inlineText } from '../text/escape.ts';
import { datesSection } from './dates.ts';
import { emergenciesOf, emergencyRules } from './emergency.ts';
import { emergencyCard } from './emergency-card.ts';
import { responsibilitySection } from './responsibility.ts';
import {
  exceptedSection,
  type Fit,
  findingsSection,
  holesSection,
  itemsSection,
  noticesSection,
  patchSection,
  type ShownProposal,
  unseenSection,
} from './sections.ts';
import { failed, headline, seenCounts, type View, viewOf } from './view.ts';

/** What a document is made of. */
export interface DocumentInput {
  readonly report: Report;
  /** Null where the ledger could not be read. */
  readonly parsed: ParsedLedger | null;
  readonly holidays: HolidayCalendar;
  /** The hour that the emergency card's call list is for; when the report was made, if not said. */
  readonly now?: Temporal.Instant;
  /** The page of this run, with its log and report.json. */
  readonly runUrl?: string | null;
  /** The change that `accept` would make, as a diff. */
  readonly patch?: string | null;
  /** The pull request with that change. */
  readonly proposal?: ShownProposal | null;
  /** When the findings that nobody looked at this time were last seen, by id. */
  readonly asOf?: ReadonlyMap<string, string>;
  /** What the last look had seen of what could not be looked at this time. */
  readonly before?: readonly { readonly title: string; readonly seenAt: string }[];
}

/** The most that a document may measure, both ways. */
export interface DocumentLimits {
  /** UTF-16 units, what GitHub calls characters. */
  readonly units: number;
  /** UTF-8 bytes. */
  readonly bytes: number;
}

const whole: Fit = {
  evidence: true,
  patch: true,
  holes: true,
  notices: true,
  responsibility: true,
  dates: true,
  findings: 500,
};

/** What is left out, one step after the other, until the document fits. */
const steps: readonly Fit[] = [
  whole,
  { ...whole, evidence: false },
  { ...whole, evidence: false, patch: false },
  { ...whole, evidence: false, patch: false, responsibility: false, holes: false },
  { ...whole, evidence: false, patch: false, responsibility: false, holes: false, notices: false },
];

/**
 * The report as one Markdown document that means nothing but itself: what came from outside is escaped, what must
 * not be published is masked. Fits `limits` by leaving out in steps, and says what was left out and where it is.
 * The same input always gives the same bytes.
 */
export function renderMarkdown(input: DocumentInput, limits: DocumentLimits): string {
  const view = viewOf(input.report, input.parsed);
  for (const fit of steps) {
    const text = compose(view, input, fit);
    if (fits(text, limits)) return text;
  }
  const last = steps.at(-1)!;
  let lower = 0;
  let upper = Math.min(last.findings, view.report.findings.length);
  let best = compose(view, input, { ...last, findings: 0, dates: false });
  while (lower <= upper) {
    const findings = (lower + upper) >> 1;
    const text = compose(view, input, { ...last, findings });
    if (fits(text, limits)) {
      best = text;
      lower = findings + 1;
    } else upper = findings - 1;
  }
  return best;
}

function fits(text: string, { units, bytes }: DocumentLimits): boolean {
  return text.length <= units && Buffer.byteLength(text) <= bytes;
}

function compose(view: View, input: DocumentInput, fit: Fit): string {
  const { report, format, parsed } = view;
  const now = input.now ?? view.checkedAt;
  const asOf = input.asOf ?? new Map<string, string>();
  const before = input.before ?? [];
  const emergencies = parsed === null ? [] : emergenciesOf(report, parsed, now, input.holidays, asOf);
  const rules = parsed === null ? null : emergencyRules(parsed.ledger);
  const { verdict, toDo } = headline(view);
  const blocks = [
    ...emergencyCard(view, emergencies, rules, format.moment(now)),
    `**${verdict}** ${toDo ?? ''}`.trim(),
    factsTable(view),
    ...findingsSection(view, fit, asOf),
    ...(fit.dates ? datesSection(view) : []),
    ...unseenSection(view, fit, before),
    ...itemsSection(view),
    ...holesSection(view, fit),
    ...noticesSection(view, fit),
    ...exceptedSection(view, fit),
    ...(fit.responsibility ? responsibilitySection(view) : []),
    ...(fit.patch ? patchSection(view, input.patch ?? null, input.proposal ?? null) : []),
    ...(fit.evidence ? evidence(view) : []),
    ...leftOut(view, input, fit),
    ...footer(view, input),
  ];
  return `${blocks.join('\n\n')}\n`;
}

function factsTable(view: View): string {
  const { report, words, format, redact, sorted } = view;
  const say = words.facts;
  const rows: (readonly [string, string])[] = [];
  if (report.site !== null) {
    rows.push([say.site, `${inlineText(report.site.name, 120)} ${codeCell(redact(report.site.url), 200)}`]);
  }
  rows.push(
    [say.checkedAt, format.moment(report.checkedAt)],
    [say.nextCheck, say.stoppedAfter(`**${format.day(report.nextCheckAt)}**`)],
  );
  if (report.verdict !== 'invalid') rows.push([say.lookedAt, seenCounts(view)]);
  if (report.score !== null) {
    const { met, band, claimed } = report.score;
    rows.push([say.score, say.scored(met, words.bands[band], claimed)], [say.advice, words.advice[band]]);
  }
  if (report.recovery !== null) {
    const { provisional, full } = report.recovery;
    const numbers = new Map(sorted.toDo.map(({ id }, index) => [id, words.dates.findingNumber(index + 1)]));
    const blocked = (['provisional', 'full'] as const).flatMap((stage) => {
      // What a person confirms after a recovery is no news where nothing is being recovered.
      const blocking = report.recovery![stage].blocking.filter((id) => !isOperationPath(id));
      if (blocking.length === 0) return [];
      return [
        say.stageBlocked(
          stage,
          format.list(blocking.slice(0, 8).map((id) => numbers.get(id) ?? codeCell(redact(id), 120))),
        ),
      ];
    });
    rows.push([say.stages, [say.stage(stageWord(provisional), stageWord(full)), ...blocked].join('<br>')]);
  }
  rows.push([say.ledger, codeCell(report.ledger.path)]);
  return ['| | |', '| :-- | :-- |', ...rows.map(([name, text]) => `| ${name} | ${text} |`)].join('\n');
}

function stageWord({ reached, blocking }: StageState): StageWord {
  if (reached === null && blocking.length > 0 && blocking.every(isOperationPath)) return 'forPeople';
  return reached === null ? 'notKnown' : reached ? 'reached' : 'notReached';
}

/** What was looked at, folded away: subject, from where, how it ended. */
function evidence(view: View): string[] {
  const { report, words, redact } = view;
  const shown = report.observations.slice(0, 200);
  if (shown.length === 0) return [];
  const rows = shown.map(({ part, subject, from, result }) => {
    return `| ${words.parts[part].one} | ${codeCell(redact(subject), 160)} | ${from === null ? '' : codeCell(from, 60)} | ${inlineText(resultWords(result, view), 300)} |`;
  });
  const say = words.evidence;
  return [
    `<details><summary>${say.heading}</summary>`,
    [
      `| ${say.probe} | ${say.subject} | ${say.from} | ${say.result} |`,
      '| :-- | :-- | :-- | :-- |',
      ...rows,
    ].join('\n'),
    '</details>',
  ];
}

function resultWords(result: unknown, { words: { evidence }, format }: View): string {
  if (failed(result)) {
    const code = String((result as { failed: unknown }).failed);
    return evidence.failures[code as keyof typeof evidence.failures] ?? code;
  }
  const backup = backupSeen(result);
  if (backup !== null) {
    const newest = backup.newest === null ? null : format.moment(backup.newest);
    return evidence.backup(
      newest,
      backup.notes.flatMap((note) => evidence.backupNotes[note] ?? []),
    );
  }
  return isTrustedByCaFile(result) ? evidence.trustedByCaFile : evidence.answered;
}

/** What a backup's result shows; null for any other result. */
function backupSeen(
  result: unknown,
): { readonly newest: string | null; readonly notes: readonly ListingNote[] } | null {
  const { points, notes } = result as Partial<BackupFact>;
  if (!Array.isArray(points) || !Array.isArray(notes)) return null;
  const newest = (points as BackupFact['points']).find(({ state, at }) => state === 'good' && at !== null);
  return { newest: newest?.at ?? null, notes };
}

/** Whether the result is a certificate's, and no root that comes with the program vouches for it. */
function isTrustedByCaFile(result: unknown): boolean {
  const { servers } = result as {
    readonly servers?: readonly { readonly end?: { readonly trust?: unknown } }[];
  };
  if (!Array.isArray(servers)) return false;
  return servers.some(({ end }) => (end?.trust as { by?: string } | undefined)?.by === 'ca-file');
}

function leftOut(view: View, input: DocumentInput, fit: Fit): string[] {
  const { words, sorted } = view;
  const say = words.leftOut;
  const left =
    Math.max(0, sorted.toDo.length - fit.findings) + Math.max(0, sorted.unseen.length - fit.findings);
  const what = [
    ...(fit.evidence ? [] : [say.evidence]),
    ...(fit.patch || !input.patch ? [] : [say.patch]),
    ...(fit.responsibility || responsibilitySection(view).length === 0
      ? []
      : [messagesFor(view.report.language).handover.responsibility.heading]),
    ...(fit.holes || sorted.holes.length === 0 ? [] : [say.holes]),
    ...(fit.notices || sorted.notices.length === 0 ? [] : [say.notices]),
    ...(fit.dates ? [] : [words.dates.heading]),
    ...(left === 0 ? [] : [say.findings(left)]),
  ];
  if (what.length === 0) return [];
  const run = runLink(input.runUrl);
  return [
    '> [!NOTE]\n' +
      [say.where(run === null ? null : words.footer.run(run)), ...what.map((each) => `- ${each}`)]
        .map((line) => `> ${line}`)
        .join('\n'),
  ];
}

function footer({ words, report }: View, input: DocumentInput): string[] {
  const run = runLink(input.runUrl);
  const parts = [
    words.footer.rewritten,
    ...(run === null ? [] : [words.footer.run(run)]),
    words.footer.tool(inlineText(report.tool.version, 40)),
  ];
  return ['---', parts.join(' · ')];
}

/** The run's page as a link target; null where it is no plain https or http address. */
function runLink(url: string | null | undefined): string | null {
  if (!url || !/^https?:\/\/[A-Za-z0-9.:-]+\/[A-Za-z0-9._~/-]*$/.test(url)) return null;
  return url;
}
