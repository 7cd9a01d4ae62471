import {
  CreateBucketCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  S3Client,
} from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { host, key, openStore, region, type Store } from './s3-store.ts';

// A store that checks signatures: AWS's own client fills it, and says what is there.

let store: Store;
const clients: S3Client[] = [];

beforeAll(async () => {
  store = await openStore();
  await clientOfAws().send(new CreateBucketCommand({ Bucket: 'backups' }));
});
afterAll(async () => {
  for (const client of clients) client.destroy();
  await store.stop();
});

function clientOfAws(secretAccessKey: string = key.secret): S3Client {
  const client = new S3Client({
    endpoint: store.url,
    region,
    credentials: { accessKeyId: key.id, secretAccessKey },
    forcePathStyle: true,
    maxAttempts: 1,
  });
  clients.push(client);
  return client;
}

const hourMs = 3_600_000;

async function put(client: S3Client, name: string, size: number, hoursAgo: number): Promise<void> {
  const Body = Buffer.alloc(size, 'x');
  await client.send(new PutObjectCommand({ Bucket: 'backups', Key: name, Body }));
  await store.setWritten('backups', name, new Date(Date.now() - hoursAgo * hourMs));
}

async function seenByAws(prefix: string): Promise<{ id: string; at: string; sizeBytes: number }[]> {
  const seen: { id: string; at: string; sizeBytes: number }[] = [];
  let token: string | undefined;
  const client = clientOfAws();
  do {
    const answer: ListObjectsV2CommandOutput = await client.send(
      new ListObjectsV2Command({ Bucket: 'backups', Prefix: prefix, ContinuationToken: token }),
    );
    for (const { Key, LastModified, Size } of answer.Contents ?? []) {
      seen.push({ id: Key!, at: LastModified!.toISOString(), sizeBytes: Size! });
    }
    token = answer.NextContinuationToken;
  } while (token !== undefined);
  return seen;
}

const place = (prefix: string, more = '') =>
  `provider: s3\nendpoint: https://${host}\nbucket: backups\nprefix: "${prefix}"\nevery: 24h\n${more}`;

describe('a bucket with dumps', () => {
  // Not all names: the store escapes & and ' twice, for AWS's client too.
  const names = ['few/2026-11-24.sql.gz', 'few/2026-11-25 夜+=.sql.gz', 'few/(the) last*!.sql.gz'];
  beforeAll(async () => {
    const client = clientOfAws();
    for (const [index, name] of names.entries()) await put(client, name, 1000 + index, 3 - index);
    await put(client, 'other/4.sql.gz', 1, 0);
  });

  it('holds what AWS’s client lists, with times and sizes', async () => {
    const { found, result, exit } = await store.check(place('few/'));
    const theirs = await seenByAws('few/');
    expect(theirs).toHaveLength(names.length);
    const ours = result?.points.map(({ id, at, sizeBytes }) => ({
      id,
      at: new Date(at).toISOString(),
      sizeBytes,
    }));
    expect(ours).toEqual(theirs.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at)));
    expect(ours?.map(({ id }) => id)).toEqual(names.toReversed());
    expect(result).toMatchObject({
      isComplete: true,
      isPublic: false,
      good: { '(the) last*!.sql.gz': 1, '* 夜+=.sql.gz': 1, '*.sql.gz': 1 },
    });
    expect([found, exit]).toEqual([[], 0]);
  });

  it('is not seen with a wrong secret, which AWS’s client is refused with too; no backup is said to be missing', async () => {
    const wrong = 'a-secret-that-is-another';
    const refused = clientOfAws(wrong).send(new ListObjectsV2Command({ Bucket: 'backups' }));
    await expect(refused).rejects.toMatchObject({ name: 'SignatureDoesNotMatch' });
    const { found, exit, output } = await store.check(place('few/'), wrong);
    expect([found, exit]).toEqual([['probe/access-denied:files@backup'], 3]);
    expect(output).not.toContain(wrong);
  });

  it('is not asked before the operator has named the store', async () => {
    const before = store.asked.length;
    const { found } = await store.check(place('few/'), key.secret, false);
    expect(found).toEqual(['probe/credentials-missing:files@backup']);
    expect(store.asked.slice(before)).toEqual([]);
  });

  it('that lets everybody read the newest one is told, and only then', async () => {
    store.isPublic = true;
    const open = await store.check(place('few/'));
    store.isPublic = false;
    expect(open.found).toEqual(['backup/readable-by-anyone:files']);
    expect((await store.check(place('few/'))).found).toEqual([]);
  });

  it('has none below a prefix that does not exist, which is another thing than a bucket that does not', async () => {
    expect((await store.check(place('nothing/'))).found).toEqual(['backup/none:files']);
    const absent = place('few/').replace('bucket: backups', 'bucket: nobodys-bucket');
    expect((await store.check(absent)).found).toEqual(['probe/failed:files@backup']);
  });
});

it('reads a bucket of two pages to its end: the newest is on the second', async () => {
  const count = 1002;
  const names = Array.from({ length: count }, (_each, index) => `many/${String(index).padStart(4, '0')}.gz`);
  const last = names.at(-1);
  const queue = [...names];
  const client = clientOfAws();
  const worker = async () => {
    for (let name = queue.shift(); name !== undefined; name = queue.shift()) {
      await put(client, name, name === last ? 2 : 1, name === last ? 1 : 2);
    }
  };
  await Promise.all(Array.from({ length: 8 }, worker));
  const start = store.asked.length;
  const { result, found } = await store.check(place('many/', `keep: ${count}`));
  expect(store.asked.slice(start).filter((each) => each.includes('list-type=2'))).toHaveLength(2);
  expect(result).toMatchObject({ isComplete: true, good: { '': count } });
  const theirs = await seenByAws('many/');
  expect(theirs).toHaveLength(count);
  const newest = theirs.toSorted((a, b) => Date.parse(b.at) - Date.parse(a.at))[0];
  expect(newest?.id).toBe(last);
  expect(result?.points[0]).toMatchObject({ id: last, sizeBytes: 2 });
  expect(found).toEqual([]);
});
