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
  readonly branch: { readonly message: string; readonly content: Uint8Array | null } | null;
  /** From that branch, newest first. */
  readonly pullRequests: readonly PullRequest[];
}

/** What is to be done. Carried out in order. */
type ProposalStep =
  | { readonly type: 'commit'; readonly hasBranch: boolean }
  | { readonly type: 'create' }
  | { readonly type: 'update'; readonly number: number }
  | { readonly type: 'close'; readonly number: number };

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
const markerOf = (plan: ProposalPlan) => `${markerStart(plan)}${blobName(plan.before)} -->`;

/**
 * What is to be done about a proposal. Pure. A branch whose last commit is somebody else's, or amended by somebody, is theirs; a pull request
 * that was closed without being merged said no to this very change.
 */
function planProposal(
  plan: ProposalPlan,
  { branch, pullRequests }: ProposalState,
  wanted: { readonly title: string; readonly body: string },
): { readonly steps: readonly ProposalStep[]; readonly shown: PullRequest | null; readonly isLeft: boolean } {
  const open = pullRequests.find(({ state }) => state === 'open') ?? null;
  const isOurs =
    branch === null ||
    // An amended commit keeps its message.
    (branch.content !== null && branch.message.includes(trailerOf(plan.ledger, branch.content)));
  if (plan.after === null) {
    const steps = open !== null && isOurs ? [{ type: 'close' as const, number: open.number }] : [];
    return { steps, shown: null, isLeft: false };
  }
  if (!isOurs) return { steps: [], shown: open, isLeft: open !== null };
  const [last] = pullRequests;
  if (open === null && last !== undefined && !last.isMerged && last.body.includes(markerStart(plan))) {
    return { steps: [], shown: last, isLeft: true };
  }
  // Of the same change of the same ledger only the day would be another.
  const isWritten = branch?.content != null && (open?.body.includes(markerOf(plan)) ?? false);
  const steps: ProposalStep[] = [];
  if (!isWritten || open === null) steps.push({ type: 'commit', hasBranch: branch !== null });
  if (open === null) steps.push({ type: 'create' });
  else if (open.title !== wanted.title || !sameText(open.body, wanted.body)) {
    steps.push({ type: 'update', number: open.number });
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
  const body = after === null ? '' : `${markerOf(plan)}\n${words.body(list)}`;
  try {
    const found = await port.branch(head);
    const state: ProposalState = {
      branch:
        found === null
          ? null
          : {
              message: (await beneathMerges(found, port)).message,
              content: await port.readFile(ledger, found.sha),
            },
      pullRequests: await port.listPullRequests(head),
    };
    const { steps, shown, isLeft } = planProposal(plan, state, { title, body });
    let pullRequest = shown === null ? null : { number: shown.number, url: shown.url };
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
          await port.pointBranch(head, made, step.hasBranch);
          break;
        }
        case 'create':
          pullRequest = await port.createPullRequest({ title, body, head, base });
          break;
        case 'update':
          await port.updatePullRequest(step.number, { title, body });
          break;
        case 'close':
          await port.createComment(step.number, words.closing);
          await port.updatePullRequest(step.number, { state: 'closed' });
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
