import { createHash } from 'node:crypto';
import { richText, type View, viewOf } from '../documents/view.ts';
import type { Comment, GitHubEdge } from '../edge/github-edge.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { byUrgency } from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import { code, harmlessInLog, plainLine } from '../text/escape.ts';
import type { GitHubEffect } from './effects.ts';

/** One ledger that a pull request touches, before and after. */
export interface ChangedLedger {
  /** Null where there was no ledger before. */
  readonly base: Report | null;
  readonly head: Report;
  /** The ledger after the change; null where it cannot be read. */
  readonly parsed: ParsedLedger | null;
  /** The lines that the change touches; null where that is not known. */
  readonly changedLines: ReadonlySet<number> | null;
}

/** What a change does to a ledger. */
export interface LedgerChange {
  readonly before: number | null;
  readonly after: number | null;
  readonly fresh: readonly ReportedFinding[];
  readonly resolved: readonly ReportedFinding[];
  readonly onChangedLines: readonly ReportedFinding[];
}

/** Each job has a comment of its own: by what it checks, the same at every run. */
const markerOf = (job: string) =>
  `<!-- recovery-ledger:v1 pull-request=${createHash('sha256').update(job).digest('hex').slice(0, 16)} -->`;
const mostEntries = 15;
const mostLedgers = 30;
const limit = 60_000;

/**
 * Compares two reports of one ledger. What only one of them looked at is no difference: it is left out, and the
 * score is then taken from the ledgers' texts alone.
 */
export function changeOf({ base, head, changedLines }: ChangedLedger): LedgerChange {
  const counts = (each: ReportedFinding) => each.kind !== 'notice' && each.excepted === null;
  const unasked = new Set<string>([...(base?.notAsked ?? []), ...head.notAsked].map(({ what }) => what));
  const comparable = (report: Report) =>
    report.findings.filter((each) => counts(each) && !unasked.has(each.part));
  const sameScope = base === null || sameParts(base, head);
  const score = (report: Report | null) => (sameScope ? report?.score?.met : report?.score?.claimed) ?? null;
  const ids = (findings: readonly ReportedFinding[]) => new Set(findings.map(({ id }) => id));
  const headFindings = sameScope ? head.findings.filter(counts) : comparable(head);
  const baseFindings = base === null ? [] : sameScope ? base.findings.filter(counts) : comparable(base);
  const known = ids(baseFindings);
  const still = ids(headFindings);
  return {
    before: score(base),
    after: score(head),
    fresh: headFindings.filter(({ id }) => !known.has(id)).sort(byUrgency),
    resolved: baseFindings.filter(({ id }) => !still.has(id)).sort(byUrgency),
    onChangedLines: head.findings
      .filter(
        (each) => counts(each) && known.has(each.id) && (changedLines?.has(each.location.line) ?? false),
      )
      .sort(byUrgency),
  };
}

function sameParts(a: Report, b: Report): boolean {
  const parts = (report: Report) =>
    report.notAsked
      .map(({ what }) => what)
      .sort()
      .join();
  return parts(a) === parts(b) && (a.observations.length === 0) === (b.observations.length === 0);
}

/** The comment on a pull request, its marker included; at most 60,000 UTF-16 units. */
export function renderPullRequestComment(
  ledgers: readonly ChangedLedger[],
  runUrl: string | null,
  job: string,
): string {
  const marker = markerOf(job);
  const [first] = ledgers;
  if (first === undefined) return `${marker}\n`;
  const { words } = viewOf(first.head, first.parsed);
  const run =
    runUrl === null || !/^https?:\/\/[A-Za-z0-9./:_~-]+$/.test(runUrl) ? null : words.footer.run(runUrl);
  for (const entries of [mostEntries, 5, 0]) {
    const body = [
      marker,
      `## ${words.pullRequest.heading}`,
      ...ledgers.slice(0, mostLedgers).flatMap((each) => ledgerBlocks(each, entries)),
      ...(ledgers.length > mostLedgers ? [words.issue.more(ledgers.length - mostLedgers)] : []),
      '---',
      [words.pullRequest.bounded, ...(run === null ? [] : [run])].join(' · '),
    ].join('\n\n');
    if (body.length <= limit || entries === 0) return `${body.slice(0, limit)}\n`;
  }
  return `${marker}\n`;
}

function ledgerBlocks(ledger: ChangedLedger, entries: number): string[] {
  const view = viewOf(ledger.head, ledger.parsed);
  const say = view.words.pullRequest;
  const change = changeOf(ledger);
  const { before, after, fresh, resolved, onChangedLines } = change;
  const score =
    ledger.head.verdict === 'invalid'
      ? say.invalid
      : `**${say.score(before, after)}**  ${before === null || after === null || before === after ? say.same : after < before ? say.lower : say.higher}`;
  return [
    `### ${code(ledger.head.ledger.path)}`,
    before === null && ledger.head.verdict !== 'invalid' ? `**${say.score(before, after)}**` : score,
    ...list(view, say.fresh, fresh, entries),
    ...list(view, say.resolved, resolved, entries),
    ...list(view, say.onChangedLines, onChangedLines, entries),
    ...(fresh.length + resolved.length === 0 ? [say.nothing] : []),
  ];
}

function list(view: View, heading: string, findings: readonly ReportedFinding[], entries: number): string[] {
  if (findings.length === 0) return [];
  const { words, redact } = view;
  const shown = findings.slice(0, entries).map(({ severity, title, location, rule }) => {
    const place = `${code(location.path)} ${words.findings.line(location.line)}`;
    return `- ${words.severities[severity]}: ${richText(redact(title), 200)} (${place}, ${code(rule)})`;
  });
  const left = findings.length - shown.length;
  return [`**${heading}**`, [...shown, ...(left > 0 ? [`- ${words.issue.more(left)}`] : [])].join('\n')];
}

/** What a change does to one ledger, as plain lines for a terminal. */
export function renderChange(ledger: ChangedLedger): string {
  const view = viewOf(ledger.head, ledger.parsed);
  const say = view.words.pullRequest;
  const { before, after, fresh, resolved, onChangedLines } = changeOf(ledger);
  const list = (heading: string, findings: readonly ReportedFinding[]) =>
    findings.length === 0
      ? []
      : [
          '',
          heading,
          ...findings.map(
            ({ severity, title, location, rule }) =>
              `  ${view.words.severities[severity]}  ${plainLine(view.redact(title), 200)} (${location.path}:${location.line}, ${rule})`,
          ),
        ];
  const trend =
    before === null || after === null || before === after
      ? say.same
      : after < before
        ? say.lower
        : say.higher;
  return [
    say.heading,
    ledger.head.verdict === 'invalid'
      ? say.invalid
      : `${say.score(before, after)}  ${before === null ? '' : trend}`.trim(),
    ...list(say.fresh, fresh),
    ...list(say.resolved, resolved),
    ...list(say.onChangedLines, onChangedLines),
    ...(fresh.length + resolved.length === 0 ? ['', say.nothing] : []),
    '',
  ]
    .map(harmlessInLog)
    .join('\n');
}

/** Whether a change is worth a comment where there is none yet. */
export function isWorthTelling(ledgers: readonly ChangedLedger[]): boolean {
  return ledgers.some((ledger) => {
    const { before, after, fresh, resolved, onChangedLines } = changeOf(ledger);
    return before !== after || fresh.length + resolved.length + onChangedLines.length > 0;
  });
}

/**
 * A job's own comment on a pull request, by its marker; somebody else's with the same marker does not count.
 *
 * @throws PublishFailure
 */
export async function findComment(port: GitHubEdge, number: number, job: string): Promise<Comment | null> {
  const marked = (await port.listComments(number)).filter(({ body }) => body.startsWith(markerOf(job)));
  if (marked.length === 0) return null;
  const self = marked.every(({ author }) => author.isBot) ? null : await port.self();
  return marked.find(({ author }) => (self === null ? author.isBot : author.login === self)) ?? null;
}

/** One comment, kept up to date: written where there is something to say, then edited, never repeated. */
export function reconcileComment(
  number: number,
  existing: Comment | null,
  body: string,
  worthTelling: boolean,
): GitHubEffect[] {
  if (existing === null) return worthTelling ? [{ type: 'comment', number, body }] : [];
  return existing.body.trim() === body.trim() ? [] : [{ type: 'update-comment', id: existing.id, body }];
}
