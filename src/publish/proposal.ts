import { createHash } from 'node:crypto';
import { type Commit, type GitHubEdge, PublishFailure, type PullRequest } from '../edge/github-edge.ts';
import type { ReportMessages } from '../messages/words.ts';
import { inlineText, titleText } from '../text/escape.ts';

/** A change of a ledger that is to be proposed as a pull request. */
export interface ProposalPlan {
  /** From the root of the repository. */
  readonly ledger: string;
  readonly site: string;
  /** The ledger at the commit that was checked. */
  readonly before: Uint8Array;
  /** What is to stand there; null where nothing is to be proposed. */
  readonly after: Uint8Array | null;
  /** What became what, for people. */
  readonly changes: readonly string[];
  /** The commit that was checked. */
  readonly commit: string;
  /** The branch that it is on. */
  readonly base: string;
}

/** What became of a proposal. */
export interface Proposal {
  /** Null where there is none. */
  readonly pullRequest: { readonly number: number; readonly url: string } | null;
  /** Whether it stays as somebody left it. */
  readonly isLeft: boolean;
  readonly failure: PublishFailure | null;
}

/** What is known on GitHub of a ledger's proposal. */
interface ProposalState {
  readonly branch: {
    /** Beneath merges of the base. */
    readonly own: Commit;
    /** Of the ledger, at the head. */
    readonly content: Uint8Array | null;
  } | null;
  /** From that branch, newest first. */
  readonly pullRequests: readonly PullRequest[];
}

/** What is to be done. Carried out in order. */
type ProposalStep =
  | { readonly type: 'commit'; readonly replaces: string | null; readonly open: number | null }
  | { readonly type: 'create' }
  | { readonly type: 'update'; readonly number: number; readonly body: string }
  | { readonly type: 'close'; readonly number: number; readonly body: string };

/** What a body has room for: GitHub refuses more than 65,536 characters. All of them are in the change itself. */
const mostChanges = 100;
/** In the message of a commit of ours: which ledger it makes what, as Git names it. */
const trailerOf = (ledger: string, content: Uint8Array) =>
  `Recovery-Ledger-Proposal: ${ledger} ${blobName(content)}`;

/** The branch of a ledger's proposal: one for each ledger, for life. */
export function proposalBranch(ledger: string): string {
  return `recovery-ledger/${createHash('sha256').update(ledger).digest('hex').slice(0, 12)}`;
}

/** What is proposed, whatever the day that its line in the history bears. */
const subjectOf = ({ changes }: ProposalPlan) =>
  createHash('sha256').update(changes.join('\n')).digest('hex').slice(0, 32);
const markerStart = (plan: ProposalPlan) => `<!-- recovery-ledger:proposal ${subjectOf(plan)} `;
/** `heads`: the commits of ours that the branch may stand at; the last one made comes first, then the one it replaces. */
const markerOf = (plan: ProposalPlan, heads: readonly string[]) =>
  `${[`${markerStart(plan)}${blobName(plan.before)}`, ...heads].join(' ')} -->`;
const markerPattern =
  /<!-- recovery-ledger:proposal [0-9a-f]{32} [0-9a-f]{40}((?: [0-9a-f]{40}){0,2}) -->\s?/;

/** The commits of ours that a pull request's body remembers; none where an older version wrote it, or somebody cut them out. */
function headsIn(body: string): string[] {
  return markerPattern.exec(body)?.[1]?.match(/[0-9a-f]+/g) ?? [];
}

/**
 * What is to be done about a proposal. Pure. A branch that stands at another commit than the pull request remembers is
 * somebody's; where none is remembered, one whose last commit does not say what the ledger is. A pull request that
 * somebody closed without merging it said no to this very change.
 */
function planProposal(
  plan: ProposalPlan,
  { branch, pullRequests }: ProposalState,
  wanted: { readonly title: string; readonly body: (heads: readonly string[]) => string },
): { readonly steps: readonly ProposalStep[]; readonly shown: PullRequest | null; readonly isLeft: boolean } {
  const open = pullRequests.find(({ state }) => state === 'open') ?? null;
  const heads = headsIn(open?.body ?? '');
  const isOurs =
    branch === null ||
    // An amended commit keeps its message, and a commit beneath ours does not show in it.
    (branch.content !== null &&
      branch.own.message.includes(trailerOf(plan.ledger, branch.content)) &&
      (heads.length === 0 || heads.includes(branch.own.sha)));
  if (plan.after === null) {
    if (open === null || !isOurs) return { steps: [], shown: null, isLeft: false };
    // Nobody said no: without the marker, the same change can be proposed again.
    const body = open.body.replace(markerPattern, '');
    return { steps: [{ type: 'close', number: open.number, body }], shown: null, isLeft: false };
  }
  if (!isOurs) return { steps: [], shown: open, isLeft: open !== null };
  const [last] = pullRequests;
  if (open === null && last !== undefined && !last.isMerged && last.body.includes(markerStart(plan))) {
    return { steps: [], shown: last, isLeft: true };
  }
  // Of the same change of the same ledger only the day would be another.
  const stands = heads.length === 0 ? branch !== null : heads[0] === branch?.own.sha;
  const isWritten = open !== null && stands && open.body.includes(markerOf(plan, heads));
  const steps: ProposalStep[] = [];
  if (!isWritten) {
    steps.push({ type: 'commit', replaces: branch?.own.sha ?? null, open: open?.number ?? null });
    if (open === null) steps.push({ type: 'create' });
  } else if (open.title !== wanted.title || !sameText(open.body, wanted.body(heads))) {
    steps.push({ type: 'update', number: open.number, body: wanted.body(heads) });
  }
  return { steps, shown: open, isLeft: false };
}

/** GitHub gives bodies back with CRLF. */
const sameText = (one: string, other: string) => one.replace(/\r\n/g, '\n') === other;

/** Opens, updates or closes the pull request of a ledger. Rejects only for faults of ours. */
export async function publishProposal(
  plan: ProposalPlan,
  port: GitHubEdge,
  words: ReportMessages['proposal'],
): Promise<Proposal> {
  const { ledger, before, after, commit, base } = plan;
  const head = proposalBranch(ledger);
  const title = titleText(words.title(plan.site));
  const left = plan.changes.length - mostChanges;
  const list = [
    ...plan.changes.slice(0, mostChanges).map((each) => `- ${inlineText(each)}`),
    ...(left > 0 ? [`- … (+${left})`] : []),
  ].join('\n');
  const body = (heads: readonly string[]) => `${markerOf(plan, heads)}\n${words.body(list)}`;
  try {
    const found = await port.branch(head);
    const state: ProposalState = {
      branch:
        found === null
          ? null
          : {
              own: await beneathMerges(found, port),
              content: await port.readFile(ledger, found.sha),
            },
      pullRequests: await port.listPullRequests(head),
    };
    const { steps, shown, isLeft } = planProposal(plan, state, { title, body });
    let pullRequest = shown === null ? null : { number: shown.number, url: shown.url };
    let heads: string[] = [];
    for (const step of steps) {
      switch (step.type) {
        case 'commit': {
          // The branch begins anew at what was checked, so that it holds this change alone. It never points there
          // itself: GitHub closes a pull request without commits, and what stopped half-way would look like another's.
          const made = await port.commitFile({
            path: ledger,
            parent: commit,
            content: after!,
            replaces: blobName(before),
            message: `${words.commit}\n\n${trailerOf(ledger, after!)}\n`,
          });
          heads = step.replaces === null ? [made] : [made, step.replaces];
          // Remembered before it is there: a run that ends between the two knows either commit again.
          if (step.open !== null) await port.updatePullRequest(step.open, { title, body: body(heads) });
          await port.pointBranch(head, made, step.replaces !== null);
          break;
        }
        case 'create':
          pullRequest = await port.createPullRequest({ title, body: body(heads), head, base });
          break;
        case 'update':
          await port.updatePullRequest(step.number, { title, body: step.body });
          break;
        case 'close':
          await port.updatePullRequest(step.number, { state: 'closed', body: step.body });
          await port.createComment(step.number, words.closing);
          break;
      }
    }
    return { pullRequest, isLeft, failure: null };
  } catch (error) {
    if (!(error instanceof PublishFailure)) throw error;
    return { pullRequest: null, isLeft: false, failure: error };
  }
}

const mostMerges = 10;

/** The commit that merges of the base were laid upon: GitHub's button “Update branch” makes them. @throws PublishFailure */
async function beneathMerges(head: Commit, port: GitHubEdge): Promise<Commit> {
  let own = head;
  for (let merges = 0; own.parents.length === 2 && merges < mostMerges; merges += 1) {
    own = (await port.commit(own.parents[0]!)) ?? own;
  }
  return own;
}

/** How Git names a file's content (git-hash-object). */
function blobName(content: Uint8Array): string {
  return createHash('sha1').update(`blob ${content.length}\0`).update(content).digest('hex');
}
