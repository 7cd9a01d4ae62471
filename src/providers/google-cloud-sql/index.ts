import { ProbeFailure } from '../../edge/failure.ts';
import { tokenHosts } from '../google/credentials.ts';
import { type GoogleService, openService } from '../google/service.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, PointState, RestorePoint } from '../provider.ts';
import { listOf, numberOf, objectOf, stateIn, textOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';

interface CloudSqlTarget {
  readonly project: string;
  readonly instance: string;
}

type Fields = Readonly<Record<string, unknown>>;

const host = 'sqladmin.googleapis.com';

/** https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/backupRuns#sqlbackuprunstatus */
const states: Readonly<Record<string, PointState>> = {
  SUCCESSFUL: 'good',
  ENQUEUED: 'in-progress',
  RUNNING: 'in-progress',
  FAILED: 'failed',
  // The window went by without a backup.
  OVERDUE: 'failed',
  DELETION_PENDING: 'expired',
  DELETED: 'expired',
  // SKIPPED is neither good nor a failure; after DELETION_FAILED nobody says what is left.
};

/**
 * Backups of one instance, those that Cloud SQL takes and those that a person took; where point-in-time recovery is
 * on, also the latest moment that the instance can be restored to. What Google's Backup and DR Service keeps of an
 * instance is not in that list: the listing is then not complete.
 */
export const provider: BackupProvider<CloudSqlTarget> = {
  hosts: () => [host, ...tokenHosts],

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    // There is no scope for reading alone: what may be done is for the account's rights to say.
    const sql = await openService(host, 'sqlservice.admin', edge, signal);
    const path = `/v1/projects/${encodeURIComponent(target.project)}/instances/${target.instance}`;
    const instance = await sql.read(path);
    const settings = objectOf(instance.settings ?? {}, 'settings');
    const backups = objectOf(settings.backupConfiguration ?? {}, 'backupConfiguration');
    const latest =
      backups.enabled !== false && backups.pointInTimeRecoveryEnabled === true
        ? await readLatest(sql, path)
        : null;
    const { items, isComplete } = await readPages(async (token) => {
      const answer = await sql.read(`${path}/backupRuns`, { maxResults: '500', pageToken: token });
      // Where there is none, the member is left out.
      const found = answer.items === undefined ? [] : listOf(answer.items, 'items');
      return { items: found.map(pointOf), next: textOf(answer.nextPageToken) };
    });
    const restorable: RestorePoint[] =
      latest === null
        ? []
        : [{ id: target.instance, state: 'good', rawState: null, at: latest, meaning: 'restorable-to' }];
    return {
      points: [...restorable, ...items],
      isComplete: isComplete && isKeptByCloudSql(textOf(backups.backupTier)),
      clock: sql.clock,
      evidence: 'status',
      automatic: backups.enabled === true ? 'on' : backups.enabled === false ? 'off' : null,
      // Kept in the project of the instance, whatever the region.
      isSamePlace: true,
      location: textOf(backups.location) ?? textOf(instance.region),
    };
  },
};

/** https://cloud.google.com/sql/docs/mysql/admin-api/rest/v1/instances#backuptier */
function isKeptByCloudSql(tier: string | null): boolean {
  return tier === null || tier === 'STANDARD' || tier === 'BACKUP_TIER_UNSPECIFIED';
}

/** Null where the instance keeps its logs where the service cannot tell their end, which it answers with 400. */
async function readLatest(sql: GoogleService, path: string): Promise<string | null> {
  let answer: Fields;
  try {
    answer = await sql.read(`${path}/getLatestRecoveryTime`);
  } catch (error) {
    if (error instanceof ProbeFailure && error.detail?.startsWith('HTTP 400') === true) return null;
    throw error;
  }
  const latest = textOf(answer.latestRecoveryTime);
  return latest === null ? null : isoOfInstant(latest);
}

function pointOf(run: Fields): RestorePoint {
  const rawState = textOf(run.status);
  const state = stateIn(states, rawState);
  const [ended, started] = [textOf(run.endTime), textOf(run.startTime) ?? textOf(run.enqueuedTime)];
  // Without an end nothing is good; an attempt may have none, nor a start.
  const at = state === 'good' ? ended : (ended ?? started ?? textOf(run.windowStartTime));
  return {
    id: textOf(run.id) ?? '',
    state,
    rawState,
    at: at === null && state !== 'good' ? null : isoOfInstant(at),
    meaning: ended === null ? 'started' : 'completed',
    startedAt: started === null ? null : isoOfInstant(started),
    // An upper bound of what is charged, not what the backup holds.
    sizeBytes: numberOf(run.maxChargeableBytes),
    sizeMeaning: 'billable',
  };
}
