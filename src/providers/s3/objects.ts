import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { hourMs } from '../../text/values.ts';
import type { AwsCredentials } from '../aws/credentials.ts';
import { awsFailure } from '../aws/failure.ts';
import { sendSigned } from '../aws/signature.ts';
import { pathOf, type StoredObject } from '../objects.ts';
import { readNamedPages } from '../pages.ts';
import type { ArchiveTier } from '../provider.ts';
import { numberOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';
import { readXml } from '../xml.ts';
import type { Bucket } from './store.ts';

export interface ObjectList {
  readonly objects: readonly StoredObject[];
  readonly isComplete: boolean;
  /** The store's clock at the last page. */
  readonly clock: string | null;
}

/**
 * All objects whose keys start with `prefix`, in the order of their names.
 * https://docs.aws.amazon.com/AmazonS3/latest/API/API_ListObjectsV2.html
 *
 * @throws ProbeFailure
 */
export async function listObjects(
  bucket: Bucket,
  prefix: string,
  credentials: AwsCredentials,
  edge: ProviderEdge,
  signal: AbortSignal,
): Promise<ObjectList> {
  let clock: string | null = null;
  const { items, isComplete } = await readNamedPages(async (token) => {
    const query = [
      'list-type=2',
      // Keys may hold what XML cannot; stores that do not know this ignore it.
      'encoding-type=url',
      'max-keys=1000',
      `prefix=${encoded(prefix)}`,
      ...(token === null ? [] : [`continuation-token=${encoded(token)}`]),
    ];
    const scope = { service: 's3', region: bucket.region };
    const reply = await sendSigned(
      { url: `${bucket.url}?${query.join('&')}` },
      scope,
      credentials,
      edge,
      signal,
    );
    const region = reply.status === 200 ? null : reply.header('x-amz-bucket-region');
    // Given with every refusal; only another region than was asked explains one.
    if (region !== null && region !== bucket.region && /^[a-z0-9-]{1,40}$/.test(region)) {
      throw new ProbeFailure('wrong-region', region);
    }
    const failure = awsFailure(reply);
    if (failure !== null) throw failure;
    clock = reply.date ?? clock;
    const answer = readXml(reply.text);
    if (answer.name !== 'ListBucketResult') throw new ProbeFailure('response-unexpected', 'ListBucketResult');
    const isEncoded = answer.textAt('EncodingType') === 'url';
    const objects = answer.children('Contents').map((each): StoredObject => {
      const key = each.textAt('Key') ?? '';
      return {
        name: isEncoded ? decoded(key) : key,
        // When it was last written.
        at: isoOfInstant(each.textAt('LastModified')),
        sizeBytes: numberOf(each.textAt('Size')),
        tier: archiveTier(each.textAt('StorageClass')),
      };
    });
    const isTruncated = answer.textAt('IsTruncated') === 'true';
    const next = answer.textAt('NextContinuationToken');
    // A list that says it goes on, and not where, is not complete: the same token again ends it so.
    return { items: objects, next: isTruncated ? (next ?? token ?? '') : null };
  });
  return { objects: items, isComplete, clock };
}

/** An object's URL; null for a key that URLs would change on the way. */
export function objectUrl(bucket: Bucket, key: string): string | null {
  const path = pathOf(key, encoded);
  return path === null ? null : `${bucket.url}${path}`;
}

function encoded(text: string): string {
  return encodeURIComponent(text).replace(
    /[!'()*]/g,
    (each) => `%${each.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

/**
 * Where an object must be restored by S3 first, and how long the standard way takes at most. The classes that are read at
 * once (GLACIER_IR among them) are none; of INTELLIGENT_TIERING the list does not tell whether an object has been left
 * alone for long enough to be archived.
 * https://docs.aws.amazon.com/AmazonS3/latest/userguide/restoring-objects-retrieval-options.html
 */
function archiveTier(storageClass: string | null): ArchiveTier | null {
  const hours = storageClass === 'GLACIER' ? 5 : storageClass === 'DEEP_ARCHIVE' ? 12 : null;
  return hours === null ? null : { name: storageClass!, thawMs: hours * hourMs };
}
