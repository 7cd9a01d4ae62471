import type { FileChoice } from '../files/choice.ts';
import { pointsOfFiles } from '../files/points.ts';
import { tokenHosts } from '../google/credentials.ts';
import { openService } from '../google/service.ts';
import { pathOf, type StoredObject } from '../objects.ts';
import { readNamedPages } from '../pages.ts';
import type { BackupProvider, Listing } from '../provider.ts';
import { isReadableByAnyone } from '../public.ts';
import { listOf, numberOf, textOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';

interface GcsTarget extends FileChoice {
  readonly bucket: string;
  readonly project?: string;
}

const host = 'storage.googleapis.com';

/**
 * Objects below a prefix, as `pointsOfFiles` takes them for backups. The time of one is that of its generation:
 * `updated` changes with the metadata too. Every storage class, ARCHIVE too, is read at once: none has to thaw
 * (https://cloud.google.com/storage/docs/storage-classes).
 * https://cloud.google.com/storage/docs/json_api/v1/objects/list
 */
export const provider: BackupProvider<GcsTarget> = {
  hosts: () => [host, ...tokenHosts],

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const storage = await openService(host, 'devstorage.read_only', edge, signal);
    const objects = `/storage/v1/b/${encodeURIComponent(target.bucket)}/o`;
    const { items, isComplete } = await readNamedPages(async (token) => {
      const answer = await storage.read(objects, {
        prefix: target.prefix ?? null,
        maxResults: '1000',
        fields: 'nextPageToken,items(name,size,timeCreated)',
        userProject: target.project ?? null,
        pageToken: token,
      });
      // Where nothing is listed, the member is left out.
      const found = answer.items === undefined ? [] : listOf(answer.items, 'items');
      return { items: found.map(storedObject), next: textOf(answer.nextPageToken) };
    });
    const listing = pointsOfFiles(items, target, 'created');
    const [newest] = listing.points;
    // A whole name is one segment here.
    const path = newest === undefined ? null : pathOf(encodeURIComponent(newest.id), (name) => name);
    const url = path === null ? null : `https://${host}${objects}/${path}?fields=name`;
    return {
      ...listing,
      isComplete,
      clock: storage.clock,
      evidence: 'existence',
      isPublic: url === null ? null : await isReadableByAnyone({ url }, edge, signal),
      notes: ['failures-leave-no-trace'],
    };
  },
};

function storedObject(object: Readonly<Record<string, unknown>>): StoredObject {
  return {
    name: textOf(object.name) ?? '',
    at: isoOfInstant(object.timeCreated),
    sizeBytes: numberOf(object.size),
  };
}
