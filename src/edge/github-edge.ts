/** Something could not be published. Its message and detail hold no token. */
export class PublishFailure extends Error {
  override readonly name = 'PublishFailure';
  readonly code: PublishFailureCode;
  /** The permission that is missing, what was asked for, or how long the wait would be. */
  readonly detail: string;

  constructor(code: PublishFailureCode, detail = '', options?: ErrorOptions) {
    super(detail === '' ? code : `${code}: ${detail}`, options);
    this.code = code;
    this.detail = detail;
  }
}

export interface Author {
  readonly login: string;
  readonly isBot: boolean;
  /** GitHub's word on how the author belongs to the repository: `OWNER`, `MEMBER`, `COLLABORATOR`, `NONE`, … */
  readonly association: string;
}

/** An issue as the list has it. Never a pull request. */
export interface Issue {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly title: string;
  readonly body: string;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
  readonly author: Author;
  /** Whether somebody closed it as a duplicate of another. */
  readonly isDuplicate: boolean;
  /** Whether only some may comment on it. */
  readonly isLocked: boolean;
}

/** A commit of the repository. */
export interface Commit {
  readonly sha: string;
  readonly message: string;
  /** Names of the commits that it follows, a merge's own line first. */
  readonly parents: readonly string[];
}

/** A pull request as the list has it. */
export interface PullRequest {
  readonly number: number;
  readonly url: string;
  readonly state: 'open' | 'closed';
  readonly isMerged: boolean;
  readonly title: string;
  readonly body: string;
}

export interface Comment {
  readonly id: number;
  readonly body: string;
  readonly author: Author;
}

export interface Label {
  readonly name: string;
  /** At most 100 characters. */
  readonly description: string;
  /** Six hexadecimal digits. */
  readonly colour: string;
}

/**
 * All that publishing needs of GitHub, for one repository. Every method waits and tries again as GitHub asks, within
 * bounds, and rejects with `PublishFailure`. Calls that write are made one at a time by the caller.
 */
export interface GitHubEdge {
  /**
   * Issues, open and closed, newest first, from all pages.
   * @param label only those with this label; null: all
   * @param newerThan stops at the first issue whose number is not greater
   */
  listIssues(label: string | null, newerThan?: number): Promise<Issue[]>;
  createIssue(issue: { title: string; body: string; labels: readonly string[] }): Promise<Issue>;
  updateIssue(
    number: number,
    change: {
      title?: string;
      body?: string;
      /** All that it is to have. */
      labels?: readonly string[];
      state?: 'open' | 'closed';
      reason?: 'completed' | 'not_planned' | 'duplicate' | 'reopened';
    },
  ): Promise<void>;
  /** On an issue or a pull request. */
  createComment(number: number, body: string): Promise<void>;
  updateComment(id: number, body: string): Promise<void>;
  /** Of an issue or a pull request, oldest first, from all pages. */
  listComments(number: number): Promise<Comment[]>;
  /** Creates the label if there is none of this name. */
  ensureLabel(label: Label): Promise<void>;
  addLabels(number: number, labels: readonly string[]): Promise<void>;
  /** Those who cannot be assigned are passed over. */
  addAssignees(number: number, logins: readonly string[]): Promise<void>;
  /** A text file of the repository at a commit; null where there is none. Cut off nowhere: at most 1 MiB comes. */
  readFile(path: string, commit: string): Promise<Uint8Array | null>;
  /** Whether the default branch has something at a path; null where the token may not read it. */
  hasPath(path: string): Promise<boolean | null>;
  /** The commit that a branch points to; null where there is no such branch. */
  branch(name: string): Promise<Commit | null>;
  /** Null where there is no such commit. */
  commit(sha: string): Promise<Commit | null>;
  /** Makes the branch point to a commit, whatever it pointed to; makes it where there is none. */
  pointBranch(name: string, sha: string, exists: boolean): Promise<void>;
  /**
   * Makes a commit with one file's new content, which no branch points to yet; gives its name. Rejects unless the file
   * is at the parent what `replaces` says, as Git names a blob.
   */
  commitFile(file: {
    readonly path: string;
    readonly parent: string;
    readonly content: Uint8Array;
    readonly replaces: string;
    readonly message: string;
  }): Promise<string>;
  /** Pull requests from a branch of this repository, open and closed, newest first; the newest hundred. */
  listPullRequests(branch: string): Promise<PullRequest[]>;
  createPullRequest(pull: {
    readonly title: string;
    readonly body: string;
    readonly head: string;
    readonly base: string;
  }): Promise<{ readonly number: number; readonly url: string }>;
  updatePullRequest(
    number: number,
    change: { readonly title?: string; readonly body?: string; readonly state?: 'closed' },
  ): Promise<void>;
  /** Whether a user may write to the repository; null where the token may not ask. */
  mayWrite(login: string): Promise<boolean | null>;
  /** Whether everybody can see the repository, and when somebody last pushed to it; null where the token may not ask. */
  repository(): Promise<{ readonly isPublic: boolean; readonly pushedAt: string | null } | null>;
  /** Whether there is an account of this login; null where the token may not ask. */
  hasUser(login: string): Promise<boolean | null>;
  /** Whether there is a team; null where it is gone or not for the token to see: GitHub answers both alike. */
  hasTeam(organization: string, slug: string): Promise<true | null>;
  /** Who the token acts as; null where it may not ask (an installation's token). */
  self(): Promise<string | null>;
}

/** Why something could not be published. Closed: a message exists for each in every language. */
export type PublishFailureCode =
  | 'no-token'
  | 'forbidden' // `detail` names the permission that is missing
  | 'refused' // for another reason than a permission: `detail` is GitHub's own sentence
  | 'locked' // the issue takes no comments from this token
  | 'issues-disabled'
  | 'pull-requests-disallowed'
  | 'not-found'
  | 'rate-limited'
  | 'unavailable'
  | 'too-long'
  | 'rejected'
  | 'interrupted'; // the run ended, by a fault of its own, before it got that far

/** Where GitHub's REST API answers: the runner says where it is an enterprise's own. `environment`: empty where not set. */
export function apiUrlOf(environment: (name: string) => string): string {
  return environment('GITHUB_API_URL') || 'https://api.github.com';
}
