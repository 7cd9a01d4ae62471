import { type GitHubEdge, type Label, PublishFailure } from '../edge/github-edge.ts';
import type { Annotation, JobEdge } from '../edge/job.ts';

/** What publishing does to GitHub. Carried out in order, one at a time. */
export type GitHubEffect =
  | { readonly type: 'ensure-label'; readonly label: Label }
  | {
      readonly type: 'create-issue';
      /** The ledger whose issue it is. */
      readonly ledger: string;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      readonly assignees: readonly string[];
    }
  | { readonly type: 'update-issue'; readonly number: number; readonly title: string; readonly body: string }
  | { readonly type: 'add-labels'; readonly number: number; readonly labels: readonly string[] }
  | { readonly type: 'assign'; readonly number: number; readonly logins: readonly string[] }
  | { readonly type: 'reopen-issue'; readonly number: number }
  | { readonly type: 'close-issue'; readonly number: number; readonly reason: 'completed' }
  | {
      /** Closed, renamed and rewritten in one step. */
      readonly type: 'retire-issue';
      readonly number: number;
      readonly title: string;
      readonly body: string;
      readonly labels: readonly string[];
      readonly reason: 'duplicate' | 'not_planned';
    }
  | {
      readonly type: 'comment';
      readonly number: number;
      readonly body: string;
      /** What is said in its place where the issue could not be closed; null: nothing. */
      readonly ifStillOpen?: string | null;
    }
  | { readonly type: 'update-comment'; readonly id: number; readonly body: string };

/** What publishing does to the job: its log, its summary, its outputs, its files. */
export type JobEffect =
  | { readonly type: 'annotate'; readonly annotation: Annotation }
  | { readonly type: 'summary'; readonly markdown: string }
  | { readonly type: 'output'; readonly name: string; readonly value: string }
  | { readonly type: 'write-file'; readonly path: string; readonly text: string };

/** How GitHub's part went. */
export interface Performed {
  /** Issues that came into being. */
  readonly created: readonly { readonly ledger: string; readonly number: number; readonly url: string }[];
  /** The first failure. Null where all was published. */
  readonly failure: PublishFailure | null;
}

/**
 * Carries out what is to happen on GitHub, in order. What is refused stops nothing else but what rests on it: an issue
 * whose text could not be written is neither closed nor commented on, since only its text remembers both. A rate limit
 * ends it all. Rejects only for faults of ours.
 *
 * @param port null where there is no token
 */
export async function performOnGitHub(
  effects: readonly GitHubEffect[],
  port: GitHubEdge | null,
): Promise<Performed> {
  const created: { ledger: string; number: number; url: string }[] = [];
  if (effects.length === 0) return { created, failure: null };
  if (port === null) return { created, failure: new PublishFailure('no-token') };
  let failure: PublishFailure | null = null;
  const unwritten = new Set<number>();
  const stillOpen = new Set<number>();
  for (const effect of effects) {
    const rests = effect.type === 'comment' || effect.type === 'close-issue';
    if (rests && unwritten.has(effect.number)) continue;
    try {
      const issue = await performOne(insteadOf(effect, stillOpen), port);
      if (issue !== null && effect.type === 'create-issue') {
        created.push({ ledger: effect.ledger, ...issue });
      }
    } catch (error) {
      if (!(error instanceof PublishFailure)) throw error;
      failure ??= error;
      if (error.code === 'rate-limited') break;
      if (effect.type === 'update-issue') unwritten.add(effect.number);
      // What may have come true all the same is said once it is known.
      if (effect.type === 'close-issue') {
        (error.code === 'unavailable' ? unwritten : stillOpen).add(effect.number);
      }
    }
  }
  return { created, failure };
}

/** A comment that says what came true; null where nothing is left to be said. */
function insteadOf(effect: GitHubEffect, stillOpen: ReadonlySet<number>): GitHubEffect | null {
  if (effect.type !== 'comment' || effect.ifStillOpen === undefined || !stillOpen.has(effect.number))
    return effect;
  return effect.ifStillOpen === null ? null : { ...effect, body: effect.ifStillOpen };
}

async function performOne(
  effect: GitHubEffect | null,
  port: GitHubEdge,
): Promise<{ readonly number: number; readonly url: string } | null> {
  switch (effect?.type) {
    case undefined:
      return null;
    case 'ensure-label':
      await port.ensureLabel(effect.label);
      return null;
    case 'create-issue': {
      const { number, url } = await port.createIssue(effect);
      if (effect.assignees.length > 0) await port.addAssignees(number, effect.assignees).catch(ignoreFailure);
      return { number, url };
    }
    case 'update-issue':
      await port.updateIssue(effect.number, { title: effect.title, body: effect.body });
      return null;
    case 'add-labels':
      await port.addLabels(effect.number, effect.labels);
      return null;
    case 'assign':
      await port.addAssignees(effect.number, effect.logins);
      return null;
    case 'reopen-issue':
      await port.updateIssue(effect.number, { state: 'open', reason: 'reopened' });
      return null;
    case 'close-issue':
      await port.updateIssue(effect.number, { state: 'closed', reason: effect.reason });
      return null;
    case 'retire-issue': {
      const { number, title, body, labels, reason } = effect;
      await port.updateIssue(number, { title, body, labels, state: 'closed', reason });
      return null;
    }
    case 'comment':
      await port.createComment(effect.number, effect.body);
      return null;
    case 'update-comment':
      await port.updateComment(effect.id, effect.body);
      return null;
  }
}

/** An issue without its assignees is still an issue; the next run assigns again, and says so. */
function ignoreFailure(error: unknown): void {
  if (!(error instanceof PublishFailure)) throw error;
}

/** Carries out what is to happen to the job. */
export async function performOnJob(effects: readonly JobEffect[], job: JobEdge): Promise<void> {
  for (const effect of effects) {
    switch (effect.type) {
      case 'annotate':
        job.annotate(effect.annotation);
        break;
      case 'summary':
        await job.summarise(effect.markdown);
        break;
      case 'output':
        job.output(effect.name, effect.value);
        break;
      case 'write-file':
        await job.writeFile(effect.path, effect.text);
        break;
    }
  }
}
