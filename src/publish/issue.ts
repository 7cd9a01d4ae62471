import { richText, type View, viewOf } from '../documents/view.ts';
import type { Issue } from '../edge/github-edge.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import type { Kind } from '../rules/rule.ts';
import { carryOver } from './carry.ts';
import type { GitHubEffect } from './effects.ts';
import { type IssueInput, issueLimits, type RenderedIssue, renderIssue } from './issue-body.ts';
import type { FoundIssue } from './issue-book.ts';
import { commentMarker, withoutMarkers } from './marker.ts';
import { isNewer, keyOf, type News, newsOf, noNews, type Saying, silence } from './news.ts';

/** Everything that one ledger's issue is made from; the report as this run found it, without what was carried over. */
export interface IssuePlan extends Omit<IssueInput, 'previous' | 'news' | 'saying' | 'isSaid'> {
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

/** What a run makes of a ledger's issue. */
interface Planned {
  readonly rendered: RenderedIssue;
  readonly effects: readonly GitHubEffect[];
}

/**
 * What to do so that the ledger's issue is as this run found things. Pure, and from the whole state: the same
 * answer however often it is asked.
 */
export function planIssue(plan: IssuePlan): Planned {
  const { report, parsed, found, openOn, labels } = plan;
  const view = viewOf(report, parsed);
  const carried = carryOver(report, found.state);
  const shown = carried.report;
  const holding = holdingOpen(shown, openOn);
  const inDanger = openOn.has('danger') && shown.score?.band === 'danger';
  const isHeld = holding.length > 0 || inDanger;
  const canClose = !isHeld && plan.complete && !anythingUnseen(shown) && !isPartial(report);
  const { news, saying } = sayingOf(plan, newsOf(carried, found), { isHeld, canClose });
  const rendered = renderIssue({
    ...plan,
    previous: found.state,
    ...{ news, saying, isSaid: found.isSaid },
  });
  const [first = 'recovery-ledger'] = labels;
  const all = labels.length === 0 ? [first] : labels;
  const ensure = (names: readonly string[]): GitHubEffect[] =>
    names.map((name) => ({
      type: 'ensure-label',
      label: { name, colour: labelColour, description: view.words.issue.labelDescription },
    }));
  const wanted = wantedAssignees(holding, plan.assignees);
  const { issue } = found;

  if (issue === null) {
    if (!isHeld) return { rendered, effects: [] };
    const { title, body } = rendered;
    const ledger = report.ledger.path;
    const created = { type: 'create-issue', ledger, title, body, labels: all, assignees: wanted } as const;
    return { rendered, effects: [...ensure(all), created] };
  }

  const { number } = issue;
  const effects: GitHubEffect[] = [
    ...retireDuplicates(found.duplicates, number, first, view),
    ...retireLeftBehind(plan, number),
  ];
  const missing = all.filter((name) => !hasLabel(issue, name));
  if (missing.length > 0) effects.push(...ensure(missing), { type: 'add-labels', number, labels: missing });
  if (issue.body !== rendered.body || issue.title !== rendered.title) {
    effects.push({ type: 'update-issue', number, title: rendered.title, body: rendered.body });
  }
  const closes = issue.state === 'open' && canClose;
  if (closes) effects.push({ type: 'close-issue', number, reason: 'completed' });
  if (issue.state === 'closed' && isHeld) effects.push({ type: 'reopen-issue', number });
  if (isHeld) {
    const unassigned = wanted.filter((login) => !issue.assignees.some((each) => sameName(each, login)));
    if (unassigned.length > 0) effects.push({ type: 'assign', number, logins: unassigned });
  }
  if (saying.key !== null) {
    const say = (closing: string | null) =>
      `${commentOf(view, news, closing)}\n\n${commentMarker(saying.key!)}`;
    const hasNews = news.fresh.length + news.resolved.length > 0;
    effects.push({
      type: 'comment',
      number,
      body: say(saying.closing ? view.words.issue.closing : null),
      ...(closes ? { ifStillOpen: hasNews ? say(null) : null } : {}),
    });
  }
  return { rendered, effects };
}

/**
 * Whether and how the news are said. What is closed, and stays so, says nothing but what an earlier run failed to
 * say. On a locked issue, where comments are refused, only news of this run's own are tried.
 */
function sayingOf(
  { report, found }: IssuePlan,
  news: News,
  { isHeld, canClose }: { readonly isHeld: boolean; readonly canClose: boolean },
): { readonly news: News; readonly saying: Saying } {
  const { issue, state, isSaid } = found;
  if (issue === null) return { news: noNews, saying: silence };
  const owesClosing = !isSaid && state?.comment?.closing === true;
  const hasNews = news.fresh.length + news.resolved.length > 0;
  const staysClosed = issue.state === 'closed' && !isHeld;
  if (staysClosed && (isSaid || !(hasNews || owesClosing))) return { news: noNews, saying: silence };
  const closing = staysClosed ? owesClosing : issue.state === 'open' && canClose;
  if (!closing && !hasNews) return { news, saying: silence };
  const isTried = !issue.isLocked || (closing && !staysClosed) || isNewer(news, found);
  const key = isTried ? keyOf(report.ledger.path, report.checkedAt, news, closing) : null;
  return { news, saying: { key, closing } };
}

/**
 * What to do about an issue that was just created: if a lower number turned up meanwhile, that one wins and ours is
 * closed. `newer` are the ledger's issues that came into being since the list was read.
 */
export function settleDuplicate(
  created: number,
  newer: readonly Issue[],
  { report, parsed, labels: [label = 'recovery-ledger'] }: Pick<IssuePlan, 'report' | 'parsed' | 'labels'>,
): { readonly winner: Issue | null; readonly effects: GitHubEffect[] } {
  const [lowest] = [...newer].sort((a, b) => a.number - b.number);
  if (lowest === undefined || lowest.number >= created) return { winner: null, effects: [] };
  const own = newer.filter(({ number }) => number === created);
  return { winner: lowest, effects: retireDuplicates(own, lowest.number, label, viewOf(report, parsed)) };
}

/** Closes issues of the same ledger in one step each, so that no later run takes one of them up. */
function retireDuplicates(
  issues: readonly Issue[],
  of: number,
  label: string,
  { words }: Pick<View, 'words'>,
): GitHubEffect[] {
  return issues.map((each) => retire(each, label, words.issue.duplicateOf(of), 'duplicate'));
}

/** Closes the issues of accounts that may not write any more, once the ledger has another. */
export function retireLeftBehind(
  { found, labels: [label = 'recovery-ledger'], report, parsed }: IssuePlan,
  now: number,
): GitHubEffect[] {
  const { words } = viewOf(report, parsed);
  return found.leftBehind.map((each) => retire(each, label, words.issue.leftBehind(now), 'not_planned'));
}

/** Closes an issue for good: with a word, and without what a later run would find it by. */
export function retire(
  { number, title, body, labels }: Issue,
  label: string,
  word: string,
  reason: 'duplicate' | 'not_planned',
): GitHubEffect {
  return {
    type: 'retire-issue',
    number,
    title,
    body: `${word}\n\n---\n\n${withoutMarkers(body)}`.slice(0, issueLimits.units),
    labels: labels.filter((each) => !sameName(each, label)),
    reason,
  };
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
