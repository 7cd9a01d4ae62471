import { withoutEnd } from '../../text/ends.ts';
import { minuteMs } from '../../text/values.ts';
import { awsCredentials } from '../aws/credentials.ts';
import type { BackupProvider } from '../provider.ts';
import { listObjects } from '../s3/objects.ts';
import { requireBucket, type S3Target, storeHosts } from '../s3/store.ts';

/**
 * From when on restic itself takes a lock for one that nobody holds.
 * https://restic.readthedocs.io/en/stable/design.html#locks
 */
const longestLockMs = 30 * minuteMs;

/**
 * The snapshots of a restic repository, seen from outside and without its password. Each is one object below
 * `snapshots/`, named by its SHA-256, which `backup` writes last: its time is when that backup ended. An object below
 * `locks/` is a command that runs, maybe another than a backup: restic replaces it every few minutes while it does, and
 * one that got old was left behind.
 * Whose backup it is, and of what, stands encrypted in the object; and `tag` and `rewrite` write a new one of an old backup.
 * https://restic.readthedocs.io/en/stable/100_references.html#repository-layout
 */
export const provider: BackupProvider<S3Target> = {
  hosts: storeHosts,

  async listRestorePoints(target, edge, signal) {
    const bucket = requireBucket(target, edge);
    const credentials = await awsCredentials(edge, bucket.region, signal);
    const root = target.prefix === undefined ? '' : `${withoutEnd(target.prefix, '/')}/`;
    const below = (folder: string) => listObjects(bucket, `${root}${folder}/`, credentials, edge, signal);
    const snapshots = await below('snapshots');
    const locks = await below('locks');
    const clock = locks.clock ?? snapshots.clock;
    const now = Date.parse(clock ?? edge.now());
    const named = (folder: string, key: string) =>
      key.startsWith(`${root}${folder}/`) &&
      /^[0-9a-f]{64}$/.test(key.slice(root.length + folder.length + 1));
    return {
      points: [
        ...snapshots.objects
          .filter(({ name }) => named('snapshots', name))
          .map(({ name, at }) => ({
            id: name.slice(-64),
            state: 'good' as const,
            rawState: null,
            at,
            meaning: 'modified' as const,
          })),
        ...locks.objects
          .filter(({ name }) => named('locks', name))
          .filter(({ at }) => now - Date.parse(at) <= longestLockMs)
          .map(({ name, at }) => ({
            id: name.slice(root.length),
            state: 'in-progress' as const,
            rawState: null,
            at,
            // When it was replaced last; the command may have started long before.
            meaning: 'modified' as const,
          })),
      ],
      isComplete: snapshots.isComplete && locks.isComplete,
      clock,
      evidence: 'existence',
      location: target.endpoint === undefined ? bucket.region : bucket.host,
      notes: ['failures-leave-no-trace', 'one-repository-for-all'],
    };
  },
};
