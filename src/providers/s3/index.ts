import { awsCredentials } from '../aws/credentials.ts';
import { pointsOfFiles } from '../files/points.ts';
import type { BackupProvider } from '../provider.ts';
import { isReadableByAnyone } from '../public.ts';
import { listObjects, objectUrl } from './objects.ts';
import { requireBucket, type S3Target, storeHosts } from './store.ts';

/** Objects below a prefix, as `pointsOfFiles` takes them for backups. The time of one is the last write: a copy or a move makes it new. */
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
    const listing = pointsOfFiles(objects, target, 'modified');
    const [newest] = listing.points;
    const url = newest === undefined ? null : objectUrl(bucket, newest.id);
    return {
      ...listing,
      isComplete,
      clock,
      evidence: 'existence',
      isPublic: url === null ? null : await isReadableByAnyone({ method: 'HEAD', url }, edge, signal),
      location: target.endpoint === undefined ? bucket.region : bucket.host,
      notes: ['failures-leave-no-trace'],
    };
  },
};
