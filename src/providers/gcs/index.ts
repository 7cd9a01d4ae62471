import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { tokenHosts } from '../google/credentials.ts';
import { openService } from '../google/service.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, RestorePoint } from '../provider.ts';
import { listOf, numberOf, textOf } from '../reply.ts';
import { seriesOfName } from '../series.ts';
import { isoOfInstant } from '../times.ts';

interface GcsTarget {
  readonly bucket: string;
  readonly prefix?: string;
  readonly suffix?: string;
  readonly project?: string;
}

const host = 'storage.googleapis.com';

/**
 * Objects below a prefix, each taken for one backup. A listed object is an upload that ended; whether what was
 * uploaded is whole, nobody says. Its time is that of its generation: `updated` changes with the metadata too.
 * https://cloud.google.com/storage/docs/json_api/v1/objects/list
 */
export const provider: BackupProvider<GcsTarget> = {
  hosts: () => [host, ...tokenHosts],

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const storage = await openService(host, 'devstorage.read_only', edge, signal);
    const objects = `/storage/v1/b/${encodeURIComponent(target.bucket)}/o`;
    const { items, isComplete } = await readPages(async (token) => {
      const answer = await storage.read(objects, {
        prefix: target.prefix ?? null,
        maxResults: '1000',
        fields: 'nextPageToken,items(name,size,timeCreated)',
        userProject: target.project ?? null,
        pageToken: token,
      });
      // Where nothing is listed, the member is left out.
      const found = answer.items === undefined ? [] : listOf(answer.items, 'items');
      return { items: found.map(pointOf), next: textOf(answer.nextPageToken) };
    });
    const points = items
      // What consoles make so that a folder shows.
      .filter(({ id, sizeBytes }) => !(id.endsWith('/') && sizeBytes === 0))
      .filter(({ id }) => target.suffix === undefined || id.endsWith(target.suffix))
      .sort((a, b) => Date.parse(b.at ?? '') - Date.parse(a.at ?? ''));
    const newest = points[0];
    return {
      points,
      isComplete,
      clock: storage.clock,
      evidence: 'existence',
      isPublic:
        newest === undefined
          ? null
          : await isReadableByAnyone(
              `https://${host}${objects}/${encodeURIComponent(newest.id)}`,
              edge,
              signal,
            ),
      notes: ['failures-leave-no-trace'],
    };
  },
};

function pointOf(object: Readonly<Record<string, unknown>>): RestorePoint {
  const name = textOf(object.name) ?? '';
  return {
    id: name,
    // A dump and an archive of files may lie side by side: sizes are compared within a name alone.
    series: seriesOfName(name),
    state: 'good',
    rawState: null,
    at: isoOfInstant(object.timeCreated),
    meaning: 'created',
    sizeBytes: numberOf(object.size),
    sizeMeaning: 'full',
  };
}

/** Whether somebody without any credentials gets the object; null where that could not be seen. */
async function isReadableByAnyone(
  url: string,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<boolean | null> {
  try {
    const { status } = await edge.send({ url: `${url}?fields=name` }, signal);
    if (status === 200) return true;
    return status === 401 || status === 403 || status === 404 ? false : null;
  } catch (error) {
    if (signal.aborted || !(error instanceof ProbeFailure)) throw error;
    return null;
  }
}
