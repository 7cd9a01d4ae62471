import type { Temporal } from 'temporal-polyfill';
import type { Author, GitHubEdge, Issue } from '../edge/github-edge.ts';
import { commentMarker, type IssueState, type ReadMarker, readMarker } from './marker.ts';

/** A ledger's issue as it stood before this run. */
export interface FoundIssue {
  /** Null where there is none. */
  readonly issue: Issue | null;
  /** What the last run left in the marker; null where there is no issue, or nonsense. */
  readonly state: IssueState | null;
  /** Whether the comment that the marker names was written; true where it names none. */
  readonly isSaid: boolean;
  /** Open issues of the same ledger, of our own making, with a higher number. */
  readonly duplicates: readonly Issue[];
  /** Open labelled issues of the same ledger whose authors may not write any more: nothing in them is believed. */
  readonly leftBehind: readonly Issue[];
  /** The highest number in the list, so that a second look can stop there. */
  readonly newest: number;
}

/** An issue whose ledger is gone. */
export interface Orphan {
  readonly issue: Issue;
  readonly ledger: string;
}

/** The repository's issues, read once for all ledgers of a run. */
export interface IssueBook {
  /**
   * The ledger's issue; where it has none, that of the ledger which it was before somebody moved or renamed it.
   *
   * @param siteOf the key of the ledger's site (`siteKey`), asked where it may have been moved; null where it cannot be read
   * @throws PublishFailure
   */
  find(ledger: string, siteOf?: () => string | null): Promise<FoundIssue>;
  /**
   * Open issues of ours, and their ledgers', which the default branch does not have any more and no ledger took up.
   *
   * @param present a ledger that the default branch has
   * @param isOurs whether the run answers for a ledger of this path
   * @throws PublishFailure
   */
  findOrphans(present: string, isOurs: (ledger: string) => boolean): Promise<Orphan[]>;
  /** Issues of the ledger that came into being after the list was read, lowest number first. @throws PublishFailure */
  findNewer(ledger: string, found: FoundIssue): Promise<Issue[]>;
}

/** Sites of one name and address whose paths are asked for: each takes a call. */
const mostAlike = 5;

/** Closed by one run; the next one goes on. */
const mostOrphans = 50;

/** How far an issue with a ledger's marker is that ledger's. */
type Standing = 'own' | 'trusted' | 'untrusted';

/**
 * Finds issues by their first label and hidden marker, open and closed; without a labelled one, among those without
 * the label. An issue of a bot, or of the token's own account, is ours; a person's that carries a copy of the marker
 * is not, unless it has the label and its author may write to the repository. One that was closed as a duplicate is
 * never taken up again.
 */
export function openIssueBook(port: GitHubEdge, label: string, now: Temporal.Instant): IssueBook {
  let labelled: Promise<Marked[]> | null = null;
  let all: Promise<Marked[]> | null = null;
  let newestSeen = 0;
  let self: Promise<string | null> | null = null;
  const trust = new Map<string, Promise<boolean>>();
  const read = async (...query: Parameters<GitHubEdge['listIssues']>) => {
    const issues = await port.listIssues(...query);
    newestSeen = Math.max(newestSeen, ...issues.map(({ number }) => number));
    return issues.flatMap((issue): Marked[] => {
      const marker = issue.isDuplicate ? null : readMarker(issue.body, now);
      return marker === null ? [] : [{ issue, marker }];
    });
  };
  const isTrusted = (author: Author): Promise<boolean> => {
    const asked = trust.get(author.login) ?? isTrustedAuthor(port, author);
    trust.set(author.login, asked);
    return asked;
  };
  const isOwn = async ({ isBot, login }: Author): Promise<boolean> => {
    if (isBot) return true;
    self ??= port.self();
    return (await self) === login;
  };
  const standingOf = async ({ author, labels }: Issue): Promise<Standing> => {
    if (await isOwn(author)) return 'own';
    const isLabelled = labels.some((each) => each.toLowerCase() === label.toLowerCase());
    return isLabelled && (await isTrusted(author)) ? 'trusted' : 'untrusted';
  };
  const ofLedger = async (list: readonly Marked[], ledger: string): Promise<Standings> => {
    const found: Record<Standing, Marked[]> = { own: [], trusted: [], untrusted: [] };
    const byNumber = list.toSorted((a, b) => a.issue.number - b.issue.number);
    for (const each of byNumber) {
      if (each.marker.ledger === ledger) found[await standingOf(each.issue)].push(each);
    }
    return found;
  };
  /** Whether the comment that the marker names was written, by somebody who is believed. */
  const isSaid = async ({ issue, marker }: Marked): Promise<boolean> => {
    const comment = marker.state?.comment ?? null;
    if (comment === null) return true;
    if (comment.key === null) return false;
    const said = commentMarker(comment.key);
    for (const { body, author } of await port.listComments(issue.number)) {
      if (body.includes(said) && (await isTrusted(author))) return true;
    }
    return false;
  };
  const adopted = new Set<number>();
  const paths = new Map<string, Promise<boolean | null>>();
  const hasPath = (path: string) => {
    const asked = paths.get(path) ?? port.hasPath(path);
    paths.set(path, asked);
    return asked;
  };
  /** The one issue of the same site whose ledger is gone from the default branch, which has `ledger`. */
  const movedTo = async (
    ledger: string,
    list: readonly Marked[],
    siteOf: () => string | null,
  ): Promise<Marked | null> => {
    const known = list.filter(({ issue, marker }) => marker.state?.site && !adopted.has(issue.number));
    const site = known.length === 0 ? null : siteOf();
    const alike = known.filter(({ marker }) => marker.state?.site === site);
    if (alike.length > mostAlike) return null;
    const gone: Marked[] = [];
    for (const each of alike) {
      if ((await standingOf(each.issue)) === 'untrusted') continue;
      if ((await hasPath(each.marker.ledger)) === false) gone.push(each);
    }
    const [one, ...others] = gone;
    // To a token that may not read it, GitHub says of every path that there is none.
    if (one === undefined || others.length > 0 || (await hasPath(ledger)) !== true) return null;
    adopted.add(one.issue.number);
    return one;
  };
  return {
    async find(ledger, siteOf = () => null) {
      labelled ??= read(label);
      let found = await ofLedger(await labelled, ledger);
      const leftBehind = found.untrusted;
      if (found.own.length + found.trusted.length === 0) {
        all ??= read(null);
        found = await ofLedger(await all, ledger);
      }
      const [lowest] = [...found.own, ...found.trusted].sort((a, b) => a.issue.number - b.issue.number);
      const first = lowest ?? (await movedTo(ledger, (await all) ?? [], siteOf)) ?? undefined;
      const open = (list: readonly Marked[]) =>
        list.map(({ issue }) => issue).filter(({ state }) => state === 'open');
      return {
        issue: first?.issue ?? null,
        state: first?.marker.state ?? null,
        isSaid: first === undefined || (await isSaid(first)),
        duplicates: open(found.own.filter((each) => each !== first)),
        leftBehind: open(leftBehind),
        newest: newestSeen,
      };
    },
    async findOrphans(present, isOurs) {
      labelled ??= read(label);
      const orphans: Orphan[] = [];
      for (const { issue, marker } of await labelled) {
        const { ledger } = marker;
        if (issue.state !== 'open' || adopted.has(issue.number) || !isOurs(ledger)) continue;
        if (orphans.length === mostOrphans) break;
        if ((await standingOf(issue)) === 'untrusted' || (await hasPath(ledger)) !== false) continue;
        orphans.push({ issue, ledger });
      }
      // To a token that may not read it, GitHub says of every path that there is none.
      return orphans.length > 0 && (await hasPath(present)) === true ? orphans : [];
    },
    async findNewer(ledger, found) {
      const newer = await read(label, newestSeen);
      labelled = Promise.resolve([...newer, ...((await labelled) ?? [])]);
      const since = (await labelled).filter(({ issue }) => issue.number > found.newest);
      return (await ofLedger(since, ledger)).own.map(({ issue }) => issue);
    },
  };
}

/** Whether what somebody wrote may be taken for the action's own: a bot, or somebody who may write to the repository. */
export async function isTrustedAuthor(
  port: GitHubEdge,
  { login, isBot, association }: Author,
): Promise<boolean> {
  if (isBot || association === 'OWNER') return true;
  return (await port.mayWrite(login)) ?? (association === 'MEMBER' || association === 'COLLABORATOR');
}

type Standings = Readonly<Record<Standing, readonly Marked[]>>;

interface Marked {
  readonly issue: Issue;
  readonly marker: ReadMarker;
}
