import { ProbeFailure } from '../../edge/failure.ts';
import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { hostAndPort, placeName } from '../../protocols/place.ts';
import { tokenServiceHosts } from '../aws/credentials.ts';
import { domainOf, regionOf } from '../aws/region.ts';
import type { FileChoice } from '../files/choice.ts';

/** What the ledger says of a place in a store. */
export interface S3Target extends FileChoice {
  readonly bucket: string;
  readonly region?: string;
  readonly endpoint?: string;
}

/** How a bucket is reached. */
export interface Bucket {
  readonly host: string;
  /** The bucket's own URL, with a slash at the end. */
  readonly url: string;
  readonly region: string;
}

interface KnownStore {
  readonly host: RegExp;
  /** The region to sign for; by the ledger's word where a store leaves it open. */
  readonly region: (match: RegExpExecArray, written: string | undefined) => string;
}

/** Stores that the operator need not name: their hosts, exactly, and the regions that they sign by. */
const knownStores: readonly KnownStore[] = [
  // https://docs.aws.amazon.com/general/latest/gr/s3.html
  {
    host: /^s3\.([a-z]{2}(?:-[a-z]+){1,3}-\d{1,2})\.amazonaws\.com(?:\.cn)?$/,
    region: ([, region]) => region!,
  },
  // https://developers.cloudflare.com/r2/api/s3/api/
  { host: /^[0-9a-f]{32}(?:\.(?:eu|fedramp))?\.r2\.cloudflarestorage\.com$/, region: () => 'auto' },
  // https://www.backblaze.com/docs/cloud-storage-call-the-s3-compatible-api
  { host: /^s3\.([a-z]{2}-[a-z]+-\d{3})\.backblazeb2\.com$/, region: ([, region]) => region! },
  // https://docs.wasabi.com/docs/what-are-the-service-urls-for-wasabi-s-different-storage-regions
  { host: /^s3(?:\.([a-z]{2}-[a-z]+-\d))?\.wasabisys\.com$/, region: ([, region]) => region ?? 'us-east-1' },
  // https://docs.digitalocean.com/products/spaces/reference/s3-compatibility/
  { host: /^[a-z]{3}\d\.digitaloceanspaces\.com$/, region: (_match, written) => written ?? 'us-east-1' },
  // https://manual.sakura.ad.jp/cloud/objectstorage/api.html
  {
    host: /^s3\.(?:isk01|tky01|arc02)\.sakurastorage\.jp$/,
    region: (_match, written) => written ?? 'jp-north-1',
  },
];

/**
 * Where the target's bucket is. A store that is not a known one is used where `credentials` names its place and the
 * provider alone; null otherwise.
 *
 * @throws ProbeFailure `credentials-missing` where no region is known; `response-unexpected` for an endpoint that is no
 * URL
 */
function bucketOf(target: S3Target, edge: ProviderEdge): Bucket | null {
  const { bucket, endpoint } = target;
  if (endpoint === undefined) {
    const region = regionOf(target.region, edge);
    const service = `s3.${region}.${domainOf(region)}`;
    // A certificate's wildcard covers one label: a bucket with dots needs the path.
    const host = bucket.includes('.') ? service : `${bucket}.${service}`;
    return { host, url: `https://${host}/${bucket.includes('.') ? `${bucket}/` : ''}`, region };
  }
  const place = URL.parse(endpoint);
  // The form lets through a port above 65535 and a host of digits that is no address.
  if (place === null) throw new ProbeFailure('response-unexpected', 'endpoint');
  const { hostname, host } = place;
  const url = `https://${host}/${bucket}/`;
  for (const store of knownStores) {
    const match = store.host.exec(hostname);
    if (match !== null) return { host: hostname, url, region: store.region(match, target.region) };
  }
  if (!edge.isNamed(place)) return null;
  return { host: placeName(hostAndPort(place)), url, region: target.region ?? 'us-east-1' };
}

/** The hosts that a place in a store leads to; none where the operator has not named it. */
export function storeHosts(target: S3Target, edge: ProviderEdge): string[] {
  const bucket = bucketOf(target, edge);
  return bucket === null ? [] : [bucket.host, ...tokenServiceHosts(bucket.region)];
}

/** As `bucketOf`. @throws ProbeFailure `host-not-named` for a store that the operator has not named */
export function requireBucket(target: S3Target, edge: ProviderEdge): Bucket {
  const bucket = bucketOf(target, edge);
  if (bucket === null)
    throw new ProbeFailure('host-not-named', placeName(hostAndPort(new URL(target.endpoint ?? ''))));
  return bucket;
}
