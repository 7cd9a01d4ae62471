import { Temporal } from 'temporal-polyfill';
import type { Score } from '../checklist/score.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { type Format, formatFor } from '../messages/format.ts';
import { messagesFor } from '../messages/index.ts';
import type { ReportMessages } from '../messages/words.ts';
import {
  type FindingGroup,
  grouped,
  itemsByCause,
  type SortedFindings,
  sortFindings,
  startWith,
} from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { type RuleName, ruleOf } from '../rules/index.ts';
import { code, inlineText } from '../text/escape.ts';
import { joining } from '../text/language.ts';
import { dayMs } from '../text/values.ts';
import { type Redact, redactorFor, redactSentence } from './redact.ts';

/** What every document of one report is made with. */
export interface View {
  readonly report: Report;
  readonly sorted: SortedFindings;
  /** What somebody has to do, findings that are alike together. */
  readonly groups: readonly FindingGroup[];
  /** The number of the group that a finding stands in, from 1, by the finding's id. */
  readonly numbers: ReadonlyMap<string, number>;
  /** When the findings that nobody looked at this time were last seen, by id. */
  readonly asOf: ReadonlyMap<string, string>;
  /** The ledger's page as this run read it, for links to its lines; null where there is none. */
  readonly ledgerUrl: string | null;
  /** Null where the ledger could not be read. */
  readonly parsed: ParsedLedger | null;
  readonly words: ReportMessages;
  readonly format: Format;
  readonly checkedAt: Temporal.Instant;
  /** Takes out what must not be published: for all that a finding says. */
  readonly redact: Redact;
  /** The same, and whatever looks like a number or an address: for sentences out of the ledger. */
  readonly redactSentence: Redact;
}

export function viewOf(
  report: Report,
  parsed: ParsedLedger | null,
  { asOf = new Map(), ledgerUrl = null }: Partial<Pick<View, 'asOf' | 'ledgerUrl'>> = {},
): View {
  const sorted = sortFindings(report.findings);
  const groups = grouped(sorted.toDo, asOf);
  const words = messagesFor(report.language).report;
  const ledger = parsed?.ledger ?? null;
  // A ledger that cannot be read does not say its zone: the one that most readers of its language live in.
  const zone = ledger?.site.timezone ?? (report.language === 'ja' ? 'Asia/Tokyo' : 'UTC');
  return {
    report,
    sorted,
    groups,
    numbers: new Map(groups.flatMap((group, index) => group.map(({ id }) => [id, index + 1]))),
    asOf,
    ledgerUrl,
    parsed,
    words,
    format: formatFor(report.language, zone, {
      parties: ledger?.parties ?? {},
      contacts: ledger?.contacts ?? {},
    }),
    checkedAt: Temporal.Instant.from(report.checkedAt),
    redact: redactorFor(ledger, words.masked),
    redactSentence: ledger === null ? (text) => text : redactSentence(ledger, words.masked),
  };
}

/**
 * A sentence of ours in Markdown: names in back-ticks become code, all the rest means nothing but itself. Values
 * from outside may stand in it; a back-tick among them can at worst turn words into code.
 */
export function richText(text: string, limit = 600): string {
  const parts = text.slice(0, limit * 2).split('`');
  if (parts.length % 2 === 0) return inlineText(text, limit);
  const segments: { isCode: boolean; text: string }[] = [];
  for (const [index, part] of parts.entries()) {
    // A bar would end a table's cell; back-ticks around nothing enclose nothing.
    const isCode = index % 2 === 1 && part.trim() !== '' && !part.includes('|');
    const last = segments.at(-1);
    // What becomes one text is escaped as one: apart, each half of `http:` and `//` means nothing yet.
    if (last !== undefined && !last.isCode && !isCode) last.text += part;
    else segments.push({ isCode, text: part });
  }
  return segments
    .map(({ isCode, text: part }, index) => {
      if (isCode) return code(part, limit);
      // White space at the seams is part of the sentence, not of the value.
      const inner = inlineText(part, limit);
      // Two values side by side would be one.
      if (inner === '') return index > 0 && index < segments.length - 1 ? ' ' : '';
      return `${/^\s/.test(part) ? ' ' : ''}${inner}${/\s$/.test(part) ? ' ' : ''}`;
    })
    .join('');
}

/**
 * The sentence that a reader can stop after: what the run found, and how much there is to do. In band danger it begins
 * with what that means tonight.
 *
 * @param things what there is to do, as it is listed below
 */
export function headline(view: View, things: readonly ReportedFinding[] = view.sorted.toDo): Headline {
  const { report, words } = view;
  const found = foundWords(view, things);
  if (report.score?.band !== 'danger') return found;
  const { met } = report.score;
  return {
    verdict: words.headline.danger(met),
    toDo: [found.verdict, found.toDo].filter((each) => each !== null).join(' '),
  };
}

interface Headline {
  readonly verdict: string;
  readonly toDo: string | null;
}

function foundWords({ report, sorted, words }: View, things: readonly ReportedFinding[]): Headline {
  const { headline: say } = words;
  if (report.verdict === 'invalid') {
    return { verdict: say.invalid, toDo: say.problems(report.findings.filter(isProblem).length) };
  }
  const critical = things.filter(({ severity }) => severity === 'critical').length;
  const toDo = things.length === 0 ? null : say.toDo(things.length, critical);
  const has = (kind: string) => sorted.toDo.some((each) => each.kind === kind);
  if (has('drift')) return { verdict: say.drift, toDo };
  if (has('expiring')) return { verdict: say.expiring, toDo };
  if (has('stale')) return { verdict: say.stale, toDo };
  if (sorted.unseen.length > 0) return { verdict: say.incomplete, toDo };
  const met = report.score?.met ?? 10;
  const agreed = agreement(report, say);
  const { space } = joining[report.language];
  return { verdict: met > 3 && met <= 6 ? `${agreed}${space}${say.few(met)}` : agreed, toDo };
}

/** That nothing was found, and no more than was looked at: what nobody asked agrees with nothing. */
function agreement({ observations, notAsked }: Report, say: ReportMessages['headline']): string {
  if (notAsked.every(({ what }) => what === 'files')) return say.match;
  return observations.some(({ result }) => !failed(result)) ? say.matchOfPart : say.notCompared;
}

/** That nobody has to do anything, and no more than was seen: what could not be stands below. */
export function nothingToDo({ sorted, words }: Pick<View, 'sorted' | 'words'>): string {
  return sorted.unseen.length === 0 ? words.findings.none : words.findings.noneSeen;
}

export function isProblem({ rule }: { readonly rule: RuleName }): boolean {
  return ruleOf(rule).isOfText ?? false;
}

/** How many subjects of each kind were looked at and answered, or what else was, in words that need no escaping. */
export function seenCounts({ report, words, format }: View): string {
  // The observations come in the order in which parts are named.
  const seen = Map.groupBy(
    report.observations.filter(({ result }) => !failed(result)),
    ({ part }) => part,
  );
  const counts = [...seen].map(([part, each]) => words.parts[part].count(each.length));
  if (counts.length > 0) return format.list(counts);
  const readFiles = report.notAsked.every(({ what }) => what !== 'files');
  return readFiles ? words.facts.lookedAtFiles : words.facts.lookedAtNothing;
}

/** What nobody wanted to be looked at this time, and why, each in words that need no escaping. */
export function notAskedWords({ report, words: { unseen, parts } }: View): string[] {
  return report.notAsked.map(({ what, reason }) =>
    unseen.notLookedAt(what === 'files' ? unseen.files : parts[what].all, unseen.reasons[reason]),
  );
}

export function failed(result: unknown): boolean {
  return typeof result === 'object' && result !== null && 'failed' in result;
}

/**
 * What stands before the two values of a finding: what the ledger says, where it names the value; else what should be.
 * A hole has no value.
 */
export function comparisonWords(
  { findings }: ReportMessages,
  { kind, rule, acceptable }: Pick<ReportedFinding, 'kind' | 'rule' | 'acceptable'>,
) {
  if (kind === 'gap') return { expected: findings.needed, observed: findings.written };
  const isWritten = acceptable || ruleOf(rule).showsChange !== undefined;
  return { expected: isWritten ? findings.expected : findings.proper, observed: findings.observed };
}

/** What the band of a report means, with the items that are not met. */
export function adviceWords(
  { words, format }: Pick<View, 'words' | 'format'>,
  { band, items }: Score,
): string {
  // In danger the holes are to be filled in the order in which they are listed below.
  const order = band === 'danger' ? [...new Set([...startWith, ...itemsByCause])] : itemsByCause;
  const open = order.filter((item) => items.some((each) => each.item === item && each.state !== 'met'));
  const named = open.slice(0, 3).map((item) => words.items[item]);
  return words.advice[band](named.length === 0 ? null : format.list(named));
}

/** By when, as the reader sees it: the deadline, at once, or the next check. Plain text. */
export function dueWords(
  { report, words, format, checkedAt }: View,
  finding: { readonly deadline: string | null; readonly severity: string },
): string {
  const { findings } = words;
  if (finding.deadline !== null) {
    const deadline = Temporal.Instant.from(finding.deadline);
    const passed = Temporal.Instant.compare(deadline, checkedAt) <= 0;
    return passed ? findings.overdue(format.day(deadline)) : findings.by(format.day(deadline));
  }
  if (finding.severity === 'critical') return findings.now;
  return findings.byNextCheck(format.day(report.nextCheckAt));
}

/** Since when, as the reader sees it. Plain text. */
export function sinceWords({ report, words, format, checkedAt }: View, since: string): string {
  const days = Math.floor(
    (checkedAt.epochMilliseconds - Temporal.Instant.from(since).epochMilliseconds) / dayMs,
  );
  const age = since === report.checkedAt ? null : format.span(Math.max(days, 1) * dayMs);
  return words.findings.sinceDay(format.day(since), age);
}
