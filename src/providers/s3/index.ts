import { awsCredentials } from '../aws/credentials.ts';
import { backupsAmong } from '../objects.ts';
import type { BackupProvider } from '../provider.ts';
import { isReadableByAnyone } from '../public.ts';
import { listObjects, objectUrl } from './objects.ts';
import { requireBucket, type S3Target, storeHosts } from './store.ts';

/** Objects below a prefix, each taken for one backup. Its time is the last write: a copy or a move makes it new. */
export const provider: BackupProvider<S3Target> = {
  hosts: storeHosts,

  async listRestorePoints(target, edge, signal) {
    const bucket = requireBucket(target, edge);
    const credentials = await awsCredentials(edge, bucket.region, signal);
    const { objects, isComplete, clock } = await listObjects(
      bucket,
      target.prefix ?? '',
      credentials,
      edge,
      signal,
    );
    const points = backupsAmong(objects, 'modified', target.suffix);
    const url = points[0] === undefined ? null : objectUrl(bucket, points[0].id);
    return {
      points,
      isComplete,
      clock,
      evidence: 'existence',
      isPublic: url === null ? null : await isReadableByAnyone({ method: 'HEAD', url }, edge, signal),
      location: target.endpoint === undefined ? bucket.region : bucket.host,
      notes: ['failures-leave-no-trace'],
    };
  },
};
