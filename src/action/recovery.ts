import { Temporal } from 'temporal-polyfill';
import { type GitHubEdge, PublishFailure } from '../edge/github-edge.ts';
import type { Job } from '../edge/job.ts';
import { messagesFor } from '../messages/index.ts';
import {
  type FoundIncident,
  findIncident,
  type IncidentPlan,
  isIncident,
  prepareIncident,
  publishIncident,
} from '../publish/incident.ts';
import type { PublishedIssue } from '../publish/publish-issue.ts';
import type { CheckedLedger } from '../report/checked.ts';

/** The open incident of a ledger, as far as it could be read. */
export interface IncidentSearch {
  readonly found: FoundIncident | null;
  readonly failure: PublishFailure | null;
}

/** Looks for the open incident. A failure of GitHub's is kept, so that the site is looked at all the same. */
export async function searchIncident(port: GitHubEdge | null, ledger: string): Promise<IncidentSearch> {
  if (port === null) return { found: null, failure: new PublishFailure('no-token') };
  try {
    return { found: await findIncident(port, ledger), failure: null };
  } catch (error) {
    if (error instanceof PublishFailure) return { found: null, failure: error };
    throw error;
  }
}

/** When the open incident began, by its first recovery run; null where none is known. */
export function sinceOf(search: IncidentSearch | null): Temporal.Instant | null {
  const startedAt = search?.found?.text.history?.startedAt;
  return startedAt === undefined ? null : Temporal.Instant.from(startedAt);
}

/**
 * A recovery run's papers: the drafts of both reports as files in `folder`, and the incident's issue. Where nothing is
 * broken and no incident is open, there is nothing to write.
 *
 * @returns what became of the issue, and in words which files could not be written
 */
export async function publishRecovery(
  checked: CheckedLedger,
  search: IncidentSearch,
  assignees: IncidentPlan['assignees'],
  to: { readonly job: Job; readonly port: GitHubEdge | null; readonly folder: string },
): Promise<PublishedIssue & { readonly problems: readonly string[] }> {
  const { report, parsed, holidays, files } = checked;
  if (parsed === null) return { issue: null, failure: search.failure, problems: [] };
  const say = messagesFor(report.language);
  const plan: IncidentPlan = { report, parsed, holidays, files, found: search.found, assignees };
  if (search.failure === null && !isIncident(plan)) {
    to.job.note(say.recovery.nothingWrong);
    return { issue: null, failure: null, problems: [] };
  }
  const prepared = prepareIncident(plan);
  const written: string[] = [];
  const problems: string[] = [];
  for (const [name, text] of [
    ['first-report.md', prepared.drafts.firstReport],
    ['recovery-report.md', prepared.drafts.recoveryReport],
  ] as const) {
    if (text === null) continue;
    const path = `${to.folder}/${name}`;
    const problem = await to.job.tryWriteFile(path, text);
    if (problem === null) written.push(path);
    else problems.push(say.command.cannotWrite(path, problem));
  }
  if (search.failure !== null || to.port === null) return { issue: null, failure: search.failure, problems };
  return { ...(await publishIncident(plan, prepared, written, to.port)), problems };
}
