import { createHash } from 'node:crypto';
import { byUrgency } from '../report/order.ts';
import type { Report, ReportedFinding } from '../report/report.ts';
import type { IssueState, OwedNews, RememberedFinding } from './marker.ts';

// What a comment is to say, and what earlier comments have said. The marker is written before the comment: it names
// the comment that is to follow, and what that says. The next run looks whether the comment is there; where it is not,
// its news count as not yet said.

/** What readers have not heard yet. */
export interface News {
  readonly fresh: readonly ReportedFinding[];
  readonly resolved: readonly { readonly id: string; readonly title: string }[];
}

/** What the last run left, and whether the comment that it names was written. */
export interface LastSaid {
  readonly state: IssueState | null;
  /** True where it names none. */
  readonly isSaid: boolean;
}

/** A report as the issue shows it, and what is remembered beside it. */
interface Shown {
  readonly report: Report;
  readonly waiting: readonly RememberedFinding[];
  readonly silent: readonly RememberedFinding[];
}

/** How the news of this run are said. */
export interface Saying {
  /** Names the comment, in the marker and in the comment itself; null: there is none this time. */
  readonly key: string | null;
  /** Whether the comment is to say that the issue was closed. */
  readonly closing: boolean;
}

export const noNews: News = { fresh: [], resolved: [] };
export const silence: Saying = { key: null, closing: false };

/**
 * What is new and what is resolved since readers last heard. What nobody looked at this time is neither; notices and
 * excepted findings are no news; where the marker had no room for all, what it does not list may not be new.
 */
export function newsOf(carried: Shown, { state, isSaid }: LastSaid): News {
  if (state === null) return noNews;
  const owed = isSaid ? [] : (state.comment?.resolved ?? []);
  const known = new Map(state.findings.map((each) => [each.id, each]));
  const heard = new Set([
    ...owed.map(({ id }) => id),
    ...state.findings.filter((each) => isHeard(each, isSaid)).map(({ id }) => id),
  ]);
  const now = new Map(carried.report.findings.map((each) => [each.id, each]));
  const kept = new Set([...carried.waiting, ...carried.silent].map(({ id }) => id));
  const isGone = ({ id }: { readonly id: string }) => !kept.has(id) && !isNews(now.get(id));
  // Of a marker without room for all, only what it lists and did not say yet.
  const mayBeNew = ({ id }: ReportedFinding) => !state.truncated || known.has(id);
  return {
    fresh: [...now.values()]
      .filter((each) => isNews(each) && !heard.has(each.id) && mayBeNew(each))
      .sort(byUrgency),
    resolved: [
      ...owed.filter(isGone),
      ...state.findings
        .filter((each) => isHeard(each, isSaid) && isGone(each))
        .map(({ id, title }) => ({ id, title })),
    ],
  };
}

/** Whether something is there to act on: neither a notice nor excepted. */
function isNews(finding: ReportedFinding | undefined): boolean {
  return finding !== undefined && finding.kind !== 'notice' && finding.excepted === null;
}

/** Whether readers know of it: the issue said it, or a comment. */
function isHeard({ kind, excepted, said }: RememberedFinding, isSaid: boolean): boolean {
  return kind !== 'notice' && !excepted && (said === undefined || (isSaid && said === 'pending'));
}

/** Whether a run found any of the news itself, and did not only find that earlier ones were never said. */
export function isNewer({ fresh, resolved }: News, { state }: LastSaid): boolean {
  const owed = new Set([
    ...(state?.comment?.resolved ?? []).map(({ id }) => id),
    ...(state?.findings ?? []).filter(({ said }) => said !== undefined).map(({ id }) => id),
  ]);
  return [...fresh, ...resolved].some(({ id }) => !owed.has(id));
}

/** The name of a comment, the same for the same news. */
export function keyOf(ledger: string, at: string, { fresh, resolved }: News, closing: boolean): string {
  const ids = [fresh, resolved].map((list) => list.map(({ id }) => id));
  return createHash('sha256')
    .update(JSON.stringify([ledger, at, ids, closing]))
    .digest('base64url')
    .slice(0, 22);
}

const mostOwed = 500;

/** What the marker is to know of the comment: nothing, where nothing is owed. */
export function owedBy(news: News, { key, closing }: Saying): OwedNews | null {
  if (key === null && !closing && news.resolved.length === 0) return null;
  return {
    key,
    closing,
    resolved: news.resolved.slice(0, mostOwed).map(({ id, title }) => ({ id, title: title.slice(0, 120) })),
  };
}

/** What is remembered of whether readers know of a finding: absent where they do. */
export function saidOf(
  id: string,
  news: News,
  { key }: Saying,
  before: RememberedFinding | undefined,
  isSaid: boolean,
): Pick<RememberedFinding, 'said'> {
  if (news.fresh.some((each) => each.id === id)) return { said: key === null ? 'no' : 'pending' };
  const { said } = before ?? {};
  return said === 'no' || (said === 'pending' && !isSaid) ? { said: 'no' } : {};
}
