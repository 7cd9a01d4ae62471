import type { Temporal } from 'temporal-polyfill';
import type { Author, GitHubEdge, Issue } from '../edge/github-edge.ts';
import { type IssueState, type ReadMarker, readMarker } from './marker.ts';

/** A ledger's issue as it stood before this run. */
export interface FoundIssue {
  /** Null where there is none. */
  readonly issue: Issue | null;
  /** What the last run left in the marker; null where there is no issue, or nonsense. */
  readonly state: IssueState | null;
  /** Open issues of the same ledger with a higher number. */
  readonly duplicates: readonly Issue[];
  /** The highest number in the list, so that a second look can stop there. */
  readonly newest: number;
}

/** The repository's issues, read once for all ledgers of a run. */
export interface IssueBook {
  /** @throws PublishFailure */
  find(ledger: string): Promise<FoundIssue>;
  /** Issues of the ledger that came into being after the list was read, lowest number first. @throws PublishFailure */
  findNewer(ledger: string, found: FoundIssue): Promise<Issue[]>;
}

/**
 * Finds issues by their first label and hidden marker, open and closed; without a labelled one, among those without
 * the label. Only issues of a bot, or of somebody who may write to the repository, count: else anybody could open
 * an issue that the run then writes into.
 */
export function openIssueBook(port: GitHubEdge, label: string, now: Temporal.Instant): IssueBook {
  let labelled: Promise<Marked[]> | null = null;
  let all: Promise<Marked[]> | null = null;
  const trust = new Map<string, Promise<boolean>>();
  const read = async (...query: Parameters<GitHubEdge['listIssues']>) =>
    (await port.listIssues(...query)).flatMap((issue): Marked[] => {
      const marker = readMarker(issue.body, now);
      return marker === null ? [{ issue, marker: null }] : [{ issue, marker }];
    });
  const isTrusted = (author: Author): Promise<boolean> => {
    const asked = trust.get(author.login) ?? isTrustedAuthor(port, author);
    trust.set(author.login, asked);
    return asked;
  };
  const ofLedger = async (list: readonly Marked[], ledger: string): Promise<Required<Found>[]> => {
    const found: Required<Found>[] = [];
    for (const { issue, marker } of list) {
      if (marker === null || marker.ledger !== ledger || !(await isTrusted(issue.author))) continue;
      found.push({ issue, marker });
    }
    return found.sort((a, b) => a.issue.number - b.issue.number);
  };
  const newestOf = (list: readonly Marked[]) => Math.max(0, ...list.map(({ issue }) => issue.number));
  return {
    async find(ledger) {
      labelled ??= read(label);
      let list = await labelled;
      let found = await ofLedger(list, ledger);
      if (found.length === 0) {
        all ??= read(null);
        list = await all;
        found = await ofLedger(list, ledger);
      }
      const [first, ...others] = found;
      return {
        issue: first?.issue ?? null,
        state: first?.marker.state ?? null,
        duplicates: others.map(({ issue }) => issue).filter(({ state }) => state === 'open'),
        newest: newestOf(list),
      };
    },
    async findNewer(ledger, found) {
      return (await ofLedger(await read(label, found.newest), ledger)).map(({ issue }) => issue);
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

interface Marked {
  readonly issue: Issue;
  readonly marker: ReadMarker | null;
}

interface Found {
  readonly issue: Issue;
  readonly marker: ReadMarker;
}
