import { awsCredentials, tokenServiceHosts } from '../aws/credentials.ts';
import type { BackupProvider } from '../provider.ts';
import { isReadableByAnyone } from '../public.ts';
import { seriesOfName } from '../series.ts';
import { listObjects, objectUrl } from './objects.ts';
import { bucketOf, requireBucket, type S3Target } from './store.ts';

/**
 * Objects below a prefix, each taken for one backup. A listed object is an upload that ended; whether what was
 * uploaded is whole, nobody says. Its time is the last write: a copy or a move makes it new.
 */
export const provider: BackupProvider<S3Target> = {
  hosts(target, edge) {
    const bucket = bucketOf(target, edge);
    return bucket === null ? [] : [bucket.host, ...tokenServiceHosts(bucket.region)];
  },

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
    const points = objects
      // What consoles make so that a folder shows.
      .filter(({ key, size }) => !(key.endsWith('/') && size === 0))
      .filter(({ key }) => target.suffix === undefined || key.endsWith(target.suffix))
      .sort((a, b) => Date.parse(b.modified) - Date.parse(a.modified))
      .map(({ key, modified, size }) => ({
        id: key,
        // A dump and an archive of files may lie side by side: sizes are compared within a name alone.
        series: seriesOfName(key),
        state: 'good' as const,
        rawState: null,
        at: modified,
        meaning: 'modified' as const,
        sizeBytes: size,
        sizeMeaning: 'full' as const,
      }));
    const newest = points[0] === undefined ? null : objectUrl(bucket, points[0].id);
    return {
      points,
      isComplete,
      clock,
      evidence: 'existence',
      isPublic: newest === null ? null : await isReadableByAnyone(newest, edge, signal),
      location: target.endpoint === undefined ? bucket.region : bucket.host,
      notes: ['failures-leave-no-trace'],
    };
  },
};
