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
  | { readonly type: 'close-issue'; readonly number: number; readonly reason: 'completed' | 'duplicate' }
  | { readonly type: 'comment'; readonly number: number; readonly body: string }
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
  /** The first failure; what came after it was not tried. Null where all was published. */
  readonly failure: PublishFailure | null;
}

/**
 * Carries out what is to happen on GitHub, in order, up to the first failure. An assignee who cannot be assigned, or
 * a label that cannot be made, stops nothing else. Rejects only for faults of ours.
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
  let passedOver: PublishFailure | null = null;
  for (const effect of effects) {
    try {
      const issue = await performOne(effect, port);
      if (issue !== null && effect.type === 'create-issue') {
        created.push({ ledger: effect.ledger, ...issue });
      }
    } catch (error) {
      if (!(error instanceof PublishFailure)) throw error;
      if (effect.type !== 'assign' && effect.type !== 'ensure-label') return { created, failure: error };
      passedOver ??= error;
    }
  }
  return { created, failure: passedOver };
}

async function performOne(
  effect: GitHubEffect,
  port: GitHubEdge,
): Promise<{ readonly number: number; readonly url: string } | null> {
  switch (effect.type) {
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
