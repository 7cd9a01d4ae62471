import { Temporal } from 'temporal-polyfill';
import { optionsOf } from '../check/options.ts';
import { apiUrlOf, type GitHubEdge, PublishFailure } from '../edge/github-edge.ts';
import type { Job } from '../edge/job.ts';
import { readTextFile } from '../edge/work-tree.ts';
import { type ScheduleLine, scheduleOf } from '../judge/schedule.ts';
import type { RepositoryState } from '../judge/schedule-watch.ts';
import type { Bounds, RunEvent } from './bounds.ts';

/** What started the run. An event that cannot be read is one that nothing is known of. */
export async function readEvent(job: Job): Promise<RunEvent> {
  const path = job.environment('GITHUB_EVENT_PATH');
  let payload: unknown = null;
  try {
    payload = path === '' ? null : JSON.parse(await readTextFile(path));
  } catch {
    // An event that cannot be read is one that nothing is known of: it allows the least.
  }
  return {
    name: job.environment('GITHUB_EVENT_NAME'),
    ref: job.environment('GITHUB_REF'),
    actor: job.environment('GITHUB_ACTOR'),
    payload,
  };
}

/** The workflow that runs, from the file that `GITHUB_WORKFLOW_REF` names, with its schedule. */
export async function readWorkflow(job: Job): Promise<{ file: string; schedule: ScheduleLine[] } | null> {
  const reference = job.environment('GITHUB_WORKFLOW_REF');
  const file = /^[^/]+\/[^/]+\/(\.github\/workflows\/[^@/]+\.ya?ml)@/.exec(reference)?.[1];
  const workspace = job.environment('GITHUB_WORKSPACE');
  if (file === undefined || workspace === '') return null;
  try {
    return { file, schedule: scheduleOf(await readTextFile(`${workspace}/${file}`)) };
  } catch {
    // Not checked out here: then the ledger's own `review.every` counts.
    return null;
  }
}

/** The way to GitHub, loaded only where it is needed. Null without a token. */
export async function openPort(job: Job, bounds: Bounds, signal: AbortSignal): Promise<GitHubEdge | null> {
  const token = job.secret(optionsOf('action').token.name);
  if (token === '') return null;
  const { openGitHub } = await import('../edge/github.ts');
  return openGitHub({
    token,
    repository: job.environment('GITHUB_REPOSITORY'),
    apiUrl: apiUrlOf(job.environment),
    permission: bounds.issue ? 'issues: write' : 'pull-requests: write',
    signal,
  });
}

/** What GitHub says of the repository. Null where it cannot be asked: what is then published, or not, says why. */
export async function readRepository(port: GitHubEdge | null): Promise<RepositoryState | 'refused' | null> {
  if (port === null) return null;
  try {
    const known = await port.repository();
    if (known === null) return 'refused';
    const { isPublic, pushedAt } = known;
    return { isPublic, pushedAt: pushedAt === null ? null : Temporal.Instant.from(pushedAt) };
  } catch (error) {
    if (error instanceof PublishFailure) return null;
    throw error;
  }
}

/** The page of a file as this run read it, links to whose lines end in `#L44`; null where the runner does not say. */
export function fileUrlOf(job: Job, file: string): string | null {
  const [server, repository, sha] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_SHA'].map(
    job.environment,
  );
  const path = file.split('/').map(encodeURIComponent).join('/');
  return server && repository && sha ? `${server}/${repository}/blob/${sha}/${path}` : null;
}

/** The page of this run; null where the runner does not say. */
export function runUrlOf(job: Job): string | null {
  const [server, repository, id] = ['GITHUB_SERVER_URL', 'GITHUB_REPOSITORY', 'GITHUB_RUN_ID'].map(
    job.environment,
  );
  return server && repository && id ? `${server}/${repository}/actions/runs/${id}` : null;
}
