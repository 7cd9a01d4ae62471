import { richText, type View, viewOf } from '../documents/view.ts';
import type { Issue } from '../edge/github-edge.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import { byUrgency } from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import type { Kind } from '../rules/rule.ts';
import type { GitHubEffect } from './effects.ts';
import type { RenderedIssue } from './issue-body.ts';
import type { FoundIssue } from './issue-book.ts';
import type { RememberedFinding } from './marker.ts';

export interface ReconcileInput {
  /** As this run found it, without what was carried over. */
  readonly report: Report;
  readonly parsed: ParsedLedger | null;
  readonly rendered: RenderedIssue;
  readonly found: FoundIssue;
  readonly openOn: ReadonlySet<OpenOn>;
  /** The first one finds the issue again. */
  readonly labels: readonly string[];
  /** Logins by party; those for everything under the empty string. */
  readonly assignees: ReadonlyMap<string, readonly string[]>;
  /** Whether everything was looked at and nothing of ours crashed. */
  readonly complete: boolean;
}

const mostAssignees = 10;
const labelColour = '0e8a16';
const mostNews = 20;

/** What keeps the issue open: findings of these kinds, and a score in band danger with all its holes. */
function holdingOpen(report: Report, openOn: ReadonlySet<OpenOn>): ReportedFinding[] {
  const inDanger = openOn.has('danger') && report.score?.band === 'danger';
  return report.findings.filter(
    ({ kind, excepted }) => excepted === null && (openOn.has(kind as OpenOn) || (inDanger && kind === 'gap')),
  );
}

/**
 * What to do so that the ledger's issue is as this run found things. Pure, and from the whole state: the same
 * answer however often it is asked.
 */
export function reconcileIssue(input: ReconcileInput): GitHubEffect[] {
  const { report, rendered, found, openOn, labels } = input;
  const view = viewOf(report, input.parsed);
  const shown = rendered.carried.report;
  const holding = holdingOpen(shown, openOn);
  const inDanger = openOn.has('danger') && shown.score?.band === 'danger';
  const isHeld = holding.length > 0 || inDanger;
  const [first = 'recovery-ledger'] = labels;
  const all = labels.length === 0 ? [first] : labels;
  const ensure = (names: readonly string[]): GitHubEffect[] =>
    names.map((name) => ({
      type: 'ensure-label',
      label: { name, colour: labelColour, description: view.words.issue.labelDescription },
    }));
  const wanted = wantedAssignees(holding, input.assignees);
  const { issue } = found;

  if (issue === null) {
    if (!isHeld) return [];
    return [
      ...ensure(all),
      {
        type: 'create-issue',
        ledger: report.ledger.path,
        title: rendered.title,
        body: rendered.body,
        labels: all,
        assignees: wanted,
      },
    ];
  }

  const { number } = issue;
  const effects: GitHubEffect[] = duplicates(found.duplicates, number, view);
  const missing = all.filter((name) => !hasLabel(issue, name));
  if (missing.length > 0) effects.push(...ensure(missing), { type: 'add-labels', number, labels: missing });
  if (issue.body !== rendered.body || issue.title !== rendered.title) {
    effects.push({ type: 'update-issue', number, title: rendered.title, body: rendered.body });
  }

  const news = newsOf(input);
  const canClose = !isHeld && input.complete && !anythingUnseen(shown) && !isPartial(report);
  if (issue.state === 'open' && canClose) {
    return [
      ...effects,
      { type: 'comment', number, body: commentOf(view, news, view.words.issue.closing) },
      { type: 'close-issue', number, reason: 'completed' },
    ];
  }
  if (issue.state === 'closed' && !isHeld) return effects;
  if (issue.state === 'closed') effects.push({ type: 'reopen-issue', number });
  const unassigned = wanted.filter((login) => !issue.assignees.some((each) => sameName(each, login)));
  if (unassigned.length > 0) effects.push({ type: 'assign', number, logins: unassigned });
  if (news.fresh.length + news.resolved.length > 0) {
    effects.push({ type: 'comment', number, body: commentOf(view, news, null) });
  }
  return effects;
}

/**
 * What to do about an issue that was just created: if a lower number turned up meanwhile, that one wins and ours is
 * closed. `newer` are the ledger's issues that came into being since the list was read.
 */
export function settleDuplicate(
  created: number,
  newer: readonly Issue[],
  report: Report,
  parsed: ParsedLedger | null,
): { readonly winner: Issue | null; readonly effects: GitHubEffect[] } {
  const [lowest] = [...newer].sort((a, b) => a.number - b.number);
  if (lowest === undefined || lowest.number >= created) return { winner: null, effects: [] };
  const effects = duplicates([{ number: created }], lowest.number, viewOf(report, parsed));
  return { winner: lowest, effects };
}

function duplicates(
  issues: readonly Pick<Issue, 'number'>[],
  of: number,
  { words }: Pick<View, 'words'>,
): GitHubEffect[] {
  return issues.flatMap(({ number }): GitHubEffect[] => [
    { type: 'comment', number, body: words.issue.duplicateOf(of) },
    { type: 'close-issue', number, reason: 'duplicate' },
  ]);
}

/** Anything that could not be looked at and that no exception accepts. */
function anythingUnseen(report: Report): boolean {
  return report.findings.some(({ kind, excepted }) => kind === 'unknown' && excepted === null);
}

/** Whether the run left out something that this version could have looked at. */
function isPartial(report: Report): boolean {
  return report.verdict === 'invalid' || report.notAsked.length > 0;
}

function hasLabel(issue: Issue, name: string): boolean {
  return issue.labels.some((each) => sameName(each, name));
}

/** Labels and logins are compared without case. */
function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function wantedAssignees(
  holding: readonly ReportedFinding[],
  assignees: ReadonlyMap<string, readonly string[]>,
): string[] {
  const parties = new Set(['', ...holding.flatMap(({ party }) => party ?? [])]);
  const logins = [...assignees].flatMap(([party, names]) => (parties.has(party) ? names : []));
  return [...new Set(logins)].slice(0, mostAssignees);
}

interface News {
  readonly fresh: readonly ReportedFinding[];
  readonly resolved: readonly RememberedFinding[];
}

/**
 * What is new and what is resolved since the last run. What nobody looked at this time is neither; notices and
 * excepted findings are no news; where the marker had no room for all, what it does not list may not be new.
 */
function newsOf({ rendered, found }: ReconcileInput): News {
  const previous = found.state;
  if (previous === null) return { fresh: [], resolved: [] };
  const known = new Map(previous.findings.map((each) => [each.id, each]));
  const now = new Map(rendered.carried.report.findings.map((each) => [each.id, each]));
  const { waiting, silent } = rendered.carried;
  const kept = new Set([...waiting, ...silent].map(({ id }) => id));
  const counts = (each: { kind: string; excepted: unknown }) =>
    each.kind !== 'notice' && each.excepted !== true && (each.excepted === null || each.excepted === false);
  const fresh = previous.truncated
    ? []
    : [...now.values()].filter((each) => counts(each) && !wasReported(known.get(each.id))).sort(byUrgency);
  const resolved = previous.findings.filter(
    (each) => counts(each) && !kept.has(each.id) && !isStill(now.get(each.id)),
  );
  return { fresh, resolved };
}

/** Whether the last run reported it as something to act on. */
function wasReported(before: RememberedFinding | undefined): boolean {
  return before !== undefined && before.kind !== 'notice' && !before.excepted;
}

function isStill(finding: ReportedFinding | undefined): boolean {
  return finding !== undefined && finding.kind !== 'notice' && finding.excepted === null;
}

function commentOf(view: View, { fresh, resolved }: News, closing: string | null): string {
  const { words, redact, format, report } = view;
  const say = words.issue;
  const list = (
    entries: readonly { readonly title: string; readonly id: string; readonly severity?: string }[],
  ) => {
    const shown = entries
      .slice(0, mostNews)
      .map((each) => `- ${richText(redact(each.title || each.id), 200)}`);
    return [
      ...shown,
      ...(entries.length > mostNews ? [`- ${say.more(entries.length - mostNews)}`] : []),
    ].join('\n');
  };
  const changed = fresh.length + resolved.length > 0;
  return [
    ...(closing === null ? [] : [closing]),
    ...(changed ? [say.news(fresh.length, resolved.length)] : []),
    ...(fresh.length === 0 ? [] : [`**${say.fresh}**`, list(fresh)]),
    ...(resolved.length === 0 ? [] : [`**${say.resolved}**`, list(resolved)]),
    say.body(format.moment(report.checkedAt)),
  ].join('\n\n');
}

/** What can open the issue, keep it open, or fail the step. */
export type OpenOn = Exclude<Kind, 'notice'> | 'danger';
