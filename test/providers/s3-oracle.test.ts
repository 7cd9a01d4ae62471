import https from 'node:https';
import tls from 'node:tls';
import { ListObjectsV2Command, type ListObjectsV2CommandOutput, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../../fixtures/responses/s3/cases.ts';
import type { RestorePoint } from '../../src/providers/provider.ts';
import { provider } from '../../src/providers/s3/index.ts';
import type { S3Target } from '../../src/providers/s3/store.ts';
import type { Case } from './cases.ts';
import { openVendor, type Vendor } from './vendor.ts';

// The same answers, read by this program and by AWS's own client.

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

const target: S3Target = { bucket: 'example-backups', prefix: 'site-a/', region: 'ap-northeast-1' };

/** AWS's client, led to the vendor on loopback. */
function clientOfAws(forcePathStyle = false): S3Client {
  const httpsAgent = new https.Agent({ ca: vendor.root });
  Object.assign(httpsAgent, {
    createConnection: (options: tls.ConnectionOptions) =>
      tls.connect({ ...options, host: '127.0.0.1', port: vendor.port, ca: vendor.root }),
  });
  const [accessKeyId, secretAccessKey] = Object.values(cases.environment) as [string, string];
  return new S3Client({
    region: 'ap-northeast-1',
    credentials: { accessKeyId, secretAccessKey },
    requestHandler: { httpsAgent },
    maxAttempts: 1,
    forcePathStyle,
  });
}

async function seenByAws(bucket = target.bucket, client = clientOfAws()): Promise<object[]> {
  const seen: object[] = [];
  let token: string | undefined;
  do {
    const answer: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({
        Bucket: bucket,
        Prefix: target.prefix,
        EncodingType: 'url',
        MaxKeys: 1000,
        ContinuationToken: token,
      }),
    );
    for (const { Key = '', LastModified, Size = 0 } of answer.Contents ?? []) {
      // The client hands encoded keys on as they are.
      const id = decodeURIComponent(Key.replaceAll('+', ' '));
      seen.push({ id, at: LastModified!.toISOString(), sizeBytes: Size });
    }
    token = answer.IsTruncated ? answer.NextContinuationToken : undefined;
  } while (token !== undefined);
  client.destroy();
  return seen;
}

const fieldsOf = ({ id, at, sizeBytes }: RestorePoint) => ({
  id,
  at: new Date(at!).toISOString(),
  sizeBytes,
});
const byId = (a: object, b: object) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1);

describe('a listing of S3', () => {
  it.each(['ok', 'empty', 'two-pages', 'future'] as const)('%s: AWS’s client sees the same', async (name) => {
    const exchanges = (cases.situations[name] as Case).exchanges.map(({ sent, ...each }) => each);
    // Without a suffix the newest is another.
    const newest = {
      method: 'HEAD',
      host: exchanges[0]!.host,
      path: '/site-a/notes.txt',
      status: 403,
    } as const;
    vendor.play({
      provider: 's3',
      now: cases.now,
      exchanges: [...exchanges, { ...newest, body: { text: '' } }],
    });
    const { edge } = vendor.open(
      cases,
      {
        provider: 's3',
        account: null,
        open: new Set(),
        written: new Set(),
        hosts: (own) => provider.hosts(target, own),
      },
      cases.now,
    );
    const signal = new AbortController().signal;
    const { points } = await provider.listRestorePoints(target, edge, signal, { keep: null });
    const theirs = await seenByAws();
    expect(vendor.unanswered).toEqual([]);
    // What consoles make so that a folder shows is no backup.
    const objects = theirs.filter((each) => !(each as { id: string }).id.endsWith('/'));
    expect(points.map(fieldsOf).toSorted(byId)).toEqual(objects.toSorted(byId));
    if (name === 'two-pages') expect(points).toHaveLength(2);
  });
});

it('a bucket that is asked by path: AWS’s client asks the same', async () => {
  const dotted: S3Target = { ...target, bucket: 'backups.example.com' };
  const byPath = cases.more!['asks a bucket with dots in its name by path'] as Case;
  const exchanges = byPath.exchanges.map(({ sent, ...each }) => each);
  vendor.play({ provider: 's3', now: cases.now, exchanges });
  const way = { provider: 's3', account: null, open: new Set<string>(), written: new Set<string>() };
  const { edge } = vendor.open(cases, { ...way, hosts: (own) => provider.hosts(dotted, own) }, cases.now);
  await provider.listRestorePoints(dotted, edge, new AbortController().signal, { keep: null });
  await seenByAws(dotted.bucket, clientOfAws(true));
  expect(vendor.unanswered).toEqual([]);
  const [ours, theirs] = vendor.received.map(({ method, host, url }) => {
    const { pathname, searchParams } = new URL(url, `https://${host}`);
    searchParams.sort();
    return { method, host, path: pathname, query: [...searchParams] };
  });
  expect(ours).toEqual(theirs);
});
