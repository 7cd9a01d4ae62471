import { apiHosts, isEnoughFor, openRepository } from '../github/repository.ts';
import type { BackupProvider, RestorePoint } from '../provider.ts';
import { numberOf, objectOf, textOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';

interface ArtifactTarget {
  readonly repository?: string;
  readonly name: string;
  readonly branch?: string;
}

type Artifact = Readonly<Record<string, unknown>>;

/**
 * What workflows uploaded under one name. An upload that failed leaves nothing; one that is over is listed for some
 * time as expired. Left out: what runs from forks uploaded, which could bear any name. Fields and paging: GitHub's
 * OpenAPI description (`@octokit/openapi`).
 */
export const provider: BackupProvider<ArtifactTarget> = {
  hosts: (_target, edge) => apiHosts(edge),

  async listRestorePoints(target, edge, signal, wish) {
    const repository = openRepository(target.repository, edge, signal);
    const isMeant = (artifact: Artifact) => artifact.name === target.name && isOf(artifact, target.branch);
    const { items, isComplete } = await repository.list(
      'actions/artifacts',
      'artifacts',
      { name: target.name, per_page: '100' },
      isEnoughFor(
        wish.keep,
        ({ created_at }) => created_at,
        (artifact) => isMeant(artifact) && artifact.expired === false,
      ),
    );
    return {
      points: items.filter(isMeant).map(pointOf),
      isComplete,
      clock: repository.clock,
      evidence: 'existence',
      notes: ['failures-leave-no-trace'],
    };
  },
};

/** Whether a run of the repository itself, of this branch if one is wanted, uploaded it. */
function isOf({ workflow_run: run }: Artifact, branch: string | undefined): boolean {
  if (run === null || run === undefined) return branch === undefined;
  const { head_branch, head_repository_id, repository_id } = objectOf(run);
  return head_repository_id === repository_id && (branch === undefined || head_branch === branch);
}

function pointOf(artifact: Artifact): RestorePoint {
  const { expired } = artifact;
  return {
    id: textOf(artifact.id) ?? '',
    state: expired === false ? 'good' : expired === true ? 'expired' : 'unknown',
    rawState: null,
    at: isoOfInstant(artifact.created_at),
    meaning: 'created',
    expiresAt: artifact.expires_at == null ? null : isoOfInstant(artifact.expires_at),
    sizeBytes: numberOf(artifact.size_in_bytes),
    sizeMeaning: 'full',
  };
}
