import type { Temporal } from 'temporal-polyfill';
import type { HolidayCalendar } from '../edge/holidays.ts';
import { isOperationPath, type StageState } from '../judge/stages.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { messagesFor } from '../messages/index.ts';
import type { StageWord } from '../messages/words.ts';
import type { BackupFact } from '../probes/backup/fact.ts';
import type { ListingNote } from '../providers/provider.ts';
import type { Report } from '../report/report.ts';
import { code, codeCell, inlineText } from '../text/escape.ts';
import { datesSection } from './dates.ts';
import { emergenciesOf, emergencyRules } from './emergency.ts';
import { emergencyCard } from './emergency-card.ts';
import { actionTable } from './entries.ts';
import { responsibilitySection } from './responsibility.ts';
import {
  exceptedSection,
  type Fit,
  findingsSection,
  folded,
  holesSection,
  itemsSection,
  noticesSection,
  patchSection,
  type ShownProposal,
  unseenSection,
} from './sections.ts';
import { adviceWords, failed, headline, seenCounts, type View, viewOf } from './view.ts';

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
  /** The ledger's page as this run read it. */
  readonly ledgerUrl?: string | null;
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
  const view = viewOf(input.report, input.parsed, {
    asOf: input.asOf ?? new Map(),
    ledgerUrl: plainLink(input.ledgerUrl),
  });
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
  const { report, format, parsed, asOf } = view;
  const now = input.now ?? view.checkedAt;
  const emergencies = parsed === null ? [] : emergenciesOf(report, parsed, now, input.holidays, asOf);
  const rules = parsed === null ? null : emergencyRules(parsed, now, input.holidays);
  const { verdict, toDo } = headline(
    view,
    view.groups.map(([first]) => first),
  );
  const isDanger = report.score?.band === 'danger';
  const holes = holesSection(view, fit);
  const blocks = [
    ...emergencyCard(view, emergencies, rules, format.moment(now)),
    `**${verdict}** ${toDo ?? ''}`.trim(),
    ...(isDanger ? holes : []),
    ...(report.verdict === 'invalid' ? [] : actionTable(view, fit)),
    facts(view),
    ...findingsSection(view, fit),
    ...unseenSection(view, fit, input.before ?? []),
    ...(isDanger ? [] : holes),
    ...itemsSection(view),
    ...(fit.patch ? patchSection(view, input.patch ?? null, input.proposal ?? null) : []),
    ...noticesSection(view, fit),
    ...exceptedSection(view, fit),
    ...(fit.dates ? datesSection(view) : []),
    ...(fit.responsibility ? responsibilitySection(view) : []),
    ...(fit.evidence ? evidence(view) : []),
    ...leftOut(view, input, fit),
    ...footer(view, input),
  ];
  return `${blocks.join('\n\n')}\n`;
}

/** What was checked when, how far the site is, and what to do next, in as many lines. */
function facts(view: View): string {
  const { report, words, format, redact, numbers } = view;
  const say = words.facts;
  const path = code(report.ledger.path);
  const ledger = view.ledgerUrl === null ? path : `[${path}](${view.ledgerUrl})`;
  const site =
    report.site === null
      ? words.facts.noSite
      : `${inlineText(report.site.name, 120)} ${code(redact(report.site.url), 200)}`;
  const next = `**${format.day(report.nextCheckAt)}**`;
  const lines = [say.line(site, ledger, format.moment(report.checkedAt), next)];
  if (report.score !== null) {
    const { met, band, claimed } = report.score;
    lines.push(
      say.scoreLine(`**${say.scored(met, words.bands[band], claimed)}**`, adviceWords(view, report.score)),
    );
  }
  if (report.recovery !== null) {
    const { provisional, full } = report.recovery;
    const blocked = (['provisional', 'full'] as const).flatMap((stage) => {
      // What a person confirms after a recovery is no news where nothing is being recovered.
      const blocking = report.recovery![stage].blocking.filter((id) => !isOperationPath(id));
      if (blocking.length === 0) return [];
      const named = new Set(
        blocking.map((id) => {
          const number = numbers.get(id);
          return number === undefined ? code(redact(id), 120) : words.dates.findingNumber(number);
        }),
      );
      return [say.stageBlocked(stage, format.list([...named].slice(0, 8)))];
    });
    const isReached = [provisional, full].every((stage) =>
      ['reached', 'forPeople'].includes(stageWord(stage)),
    );
    if (!isReached)
      lines.push([say.stage(stageWord(provisional), stageWord(full)), ...blocked].join(say.between));
  }
  return lines.join('<br>\n');
}

function stageWord({ reached, blocking }: StageState): StageWord {
  if (reached === null && blocking.length > 0 && blocking.every(isOperationPath)) return 'forPeople';
  return reached === null ? 'notKnown' : reached ? 'reached' : 'notReached';
}

/** What was looked at, folded away: subject, from where, how it ended. */
function evidence(view: View): string[] {
  const { report, words, redact } = view;
  const shown = report.observations.slice(0, 200);
  if (shown.length === 0)
    return report.verdict === 'invalid' ? [] : [`${words.facts.lookedAt}: ${seenCounts(view)}`];
  const rows = shown.map(({ part, subject, from, result }) => {
    return `| ${words.parts[part].one} | ${codeCell(redact(subject), 160)} | ${from === null ? '' : codeCell(from, 60)} | ${inlineText(resultWords(result, view), 300)} |`;
  });
  const say = words.evidence;
  return folded(`${words.facts.lookedAt}: ${seenCounts(view)}`, [
    [
      `| ${say.probe} | ${say.subject} | ${say.from} | ${say.result} |`,
      '| :-- | :-- | :-- | :-- |',
      ...rows,
    ].join('\n'),
  ]);
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
  const run = plainLink(input.runUrl);
  return [
    '> [!NOTE]\n' +
      [say.where(run === null ? null : words.footer.run(run)), ...what.map((each) => `- ${each}`)]
        .map((line) => `> ${line}`)
        .join('\n'),
  ];
}

function footer({ words, report }: View, input: DocumentInput): string[] {
  const run = plainLink(input.runUrl);
  const parts = [
    words.footer.rewritten,
    ...(run === null ? [] : [words.footer.run(run)]),
    words.footer.tool(inlineText(report.tool.version, 40)),
  ];
  return ['---', parts.join(' · ')];
}

/** A link target; null where it is no plain https or http address. */
function plainLink(url: string | null | undefined): string | null {
  if (!url || !/^https?:\/\/[A-Za-z0-9.:-]+\/[A-Za-z0-9._~/%-]*$/.test(url)) return null;
  return url;
}
