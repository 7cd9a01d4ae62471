import { apiHosts, isEnoughFor, openRepository } from '../github/repository.ts';
import type { BackupProvider, PointState, RestorePoint } from '../provider.ts';
import { textOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';

interface WorkflowTarget {
  readonly repository?: string;
  readonly workflow: string;
  readonly branch?: string;
}

type Run = Readonly<Record<string, unknown>>;

const running: ReadonlySet<string> = new Set(['queued', 'requested', 'waiting', 'pending', 'in_progress']);

const conclusions: Readonly<Record<string, PointState>> = {
  success: 'good',
  failure: 'failed',
  timed_out: 'failed',
  startup_failure: 'failed',
  cancelled: 'failed',
  stale: 'failed',
};

/**
 * The runs of a workflow. A run has no time at which it ended (`updated_at` moves later), so its time is the start of
 * its latest attempt. Left out: runs whose every job was skipped, and those of pull requests, which anybody can start
 * with a workflow of their own. A workflow that GitHub or a person has disabled counts as switched off.
 *
 * Fields, statuses, paging and the workflow's states: GitHub's OpenAPI description (`@octokit/openapi`). It calls
 * `conclusion` an open text: a word that is not above is unknown, and not good.
 */
export const provider: BackupProvider<WorkflowTarget> = {
  hosts: (_target, edge) => apiHosts(edge),

  async listRestorePoints(target, edge, signal, wish) {
    const repository = openRepository(target.repository, edge, signal);
    const path = `actions/workflows/${target.workflow}`;
    const workflow = await repository.read(path);
    const runs = await repository.list(
      `${path}/runs`,
      'workflow_runs',
      { branch: target.branch, exclude_pull_requests: 'true', per_page: '50' },
      isEnoughFor(
        wish.keep,
        ({ created_at }) => created_at,
        (run) => isAttempt(run) && stateOf(run) === 'good',
      ),
    );
    const state = textOf(workflow.state);
    return {
      points: runs.items.filter(isAttempt).map(pointOf),
      isComplete: runs.isComplete,
      clock: repository.clock,
      evidence: 'status',
      automatic: state === 'active' ? 'on' : /^(disabled_\w+|deleted)$/.test(state ?? '') ? 'off' : null,
      notes: ['run-is-no-backup'],
    };
  },
};

function isAttempt({ event, conclusion }: Run): boolean {
  return !String(event).startsWith('pull_request') && conclusion !== 'skipped';
}

function pointOf(run: Run): RestorePoint {
  const state = stateOf(run);
  const at = isoOfInstant(run.run_started_at ?? run.created_at);
  return {
    id: textOf(run.id) ?? '',
    state,
    rawState: textOf(run.conclusion) ?? textOf(run.status),
    at,
    meaning: 'started',
    ...(state === 'in-progress' ? { startedAt: at } : {}),
  };
}

function stateOf({ status, conclusion }: Run): PointState {
  if (running.has(String(status))) return 'in-progress';
  const word = String(conclusion);
  return status === 'completed' && Object.hasOwn(conclusions, word) ? conclusions[word]! : 'unknown';
}
