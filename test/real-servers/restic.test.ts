import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { CreateBucketCommand, S3Client } from '@aws-sdk/client-s3';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runProgram } from './processes.ts';
import { host, key, openStore, region, type Seen, type Store } from './s3-store.ts';

// Repositories that restic itself writes into a store that checks signatures. Without their password the product knows
// which snapshots there are and when each was written. It does not know of which host, of which folder, and when a
// backup began; nor how much is in it.

let store: Store;
let folder: string;
const secondMs = 1000;
const minuteMs = 60_000;

beforeAll(async () => {
  store = await openStore();
  folder = await mkdtemp(path.join(tmpdir(), 'restic-'));
  await writeFile(path.join(folder, 'page.html'), 'Welcome');
  const credentials = { accessKeyId: key.id, secretAccessKey: key.secret };
  const client = new S3Client({ endpoint: store.url, region, credentials, forcePathStyle: true });
  for (const Bucket of ['backups', 'whole']) await client.send(new CreateBucketCommand({ Bucket }));
  client.destroy();
});
afterAll(async () => {
  await store.stop();
  await rm(folder, { recursive: true, force: true });
});

/** As `restic snapshots --json` tells it, which reads the snapshot itself. */
interface Snapshot {
  readonly id: string;
  /** When the backup began. */
  readonly time: string;
}

interface Repository {
  readonly arguments: readonly string[];
  readonly environment: NodeJS.ProcessEnv;
  run(...args: readonly string[]): Promise<string>;
  snapshots(): Promise<Snapshot[]>;
  check(more?: string): Promise<Seen>;
}

/** A new repository below `prefix`, or, where that is null, at the root of its bucket. */
async function openRepository(bucket: string, prefix: string | null): Promise<Repository> {
  const place = prefix === null ? bucket : `${bucket}/${prefix}`;
  const common = ['--repo', `s3:${store.url}/${place}`, '--no-cache'];
  const env = {
    ...process.env,
    AWS_ACCESS_KEY_ID: key.id,
    AWS_SECRET_ACCESS_KEY: key.secret,
    RESTIC_PASSWORD: 'an invented password',
  };
  const repository: Repository = {
    arguments: common,
    environment: env,
    async run(...args) {
      const { exit, stdout, stderr } = await runProgram('restic', [...common, ...args], { env });
      if (exit !== 0) throw new Error(`restic ${args.join(' ')}: exit ${exit}\n${stderr}`);
      return stdout;
    },
    async snapshots() {
      return JSON.parse(await repository.run('snapshots', '--json')) as Snapshot[];
    },
    check: (more = '') => store.check(`${targetOf(bucket, prefix)}\nevery: 24h\n${more}`),
  };
  await repository.run('init');
  return repository;
}

function targetOf(bucket: string, prefix: string | null): string {
  const below = prefix === null ? '' : `\nprefix: ${prefix}`;
  return `provider: restic-s3\nendpoint: https://${host}\nbucket: ${bucket}${below}`;
}

const pointsOf = ({ result }: Seen, state: string) =>
  (result?.points ?? []).filter((each) => each.state === state);

describe('a repository with three snapshots', () => {
  let repository: Repository;
  beforeAll(async () => {
    repository = await openRepository('backups', 'site-a');
    for (const name of ['one', 'two', 'three']) {
      await writeFile(path.join(folder, 'page.html'), name);
      await repository.run('backup', folder, '--quiet');
    }
  });

  it('has as many, with restic’s own ids, each written when its backup had begun', async () => {
    const theirs = await repository.snapshots();
    const seen = await repository.check('keep: 3');
    const ours = pointsOf(seen, 'good');
    expect(theirs).toHaveLength(3);
    expect(ours.map(({ id }) => id).toSorted()).toEqual(theirs.map(({ id }) => id).toSorted());
    for (const { id, time } of theirs) {
      const written = Date.parse(ours.find((each) => each.id === id)!.at);
      // The store tells whole seconds.
      expect(written).toBeGreaterThanOrEqual(Math.floor(Date.parse(time) / secondMs) * secondMs);
      expect(written - Date.parse(time)).toBeLessThan(minuteMs);
    }
    expect(seen.result).toMatchObject({ isComplete: true, good: { '': 3 } });
    expect([seen.found, seen.exit]).toEqual([[], 0]);
    expect((await repository.check('keep: 4')).found).toEqual(['backup/too-few:files']);
  });

  it('is one less after `forget`', async () => {
    const [first] = await repository.snapshots();
    await repository.run('forget', first!.id, '--quiet');
    const seen = await repository.check('keep: 3');
    expect(seen.found).toEqual(['backup/too-few:files']);
    expect(pointsOf(seen, 'good').map(({ id }) => id)).not.toContain(first!.id);
  });

  it('looks new after `tag`, which restic knows better: this is what cannot be seen without the password', async () => {
    const before = await repository.snapshots();
    for (const { id } of before) {
      await store.setWritten('backups', `site-a/snapshots/${id}`, new Date(Date.now() - 72 * 60 * minuteMs));
    }
    expect((await repository.check()).found).toEqual(['backup/too-old:files']);
    await repository.run('tag', '--add', 'kept', before.at(-1)!.id, '--quiet');
    const after = await repository.snapshots();
    expect(after.map(({ time }) => time).toSorted()).toEqual(before.map(({ time }) => time).toSorted());
    const seen = await repository.check();
    expect(seen.found).toEqual([]);
    expect(pointsOf(seen, 'good').map(({ id }) => id)).not.toContain(before.at(-1)!.id);
  });
});

describe('a backup', () => {
  let repository: Repository;
  beforeAll(async () => {
    repository = await openRepository('backups', 'site-b');
  });

  it('that runs is in progress and no backup yet; that was killed is in progress for half an hour, and no longer', async () => {
    const locks = async () =>
      (await repository.run('list', 'locks', '--no-lock')).split('\n').filter((line) => line !== '');
    const args = [...repository.arguments, 'backup', '--stdin', '--quiet'];
    const running = spawn('restic', args, {
      env: repository.environment,
      stdio: ['pipe', 'ignore', 'ignore'],
    });
    const ended = once(running, 'close');
    let lock: string | undefined;
    try {
      while (lock === undefined && running.exitCode === null) [lock] = await locks();
      const seen = await repository.check();
      expect(seen.found).toEqual(['backup/none:files']);
      expect(pointsOf(seen, 'in-progress').map(({ id }) => id)).toEqual([`locks/${lock}`]);
    } finally {
      running.kill('SIGKILL');
      await ended;
    }
    expect(await locks()).toEqual([lock]);
    const name = `site-b/locks/${lock}`;
    await store.setWritten('backups', name, new Date(Date.now() - 29 * minuteMs));
    expect(pointsOf(await repository.check(), 'in-progress')).toHaveLength(1);
    await store.setWritten('backups', name, new Date(Date.now() - 31 * minuteMs));
    const left = await repository.check();
    expect(left.result?.points).toEqual([]);
    expect(left.found).toEqual(['backup/none:files']);
  });
});

it('a repository at the root of its bucket is found', async () => {
  const repository = await openRepository('whole', null);
  await repository.run('backup', folder, '--quiet');
  const [theirs] = await repository.snapshots();
  const seen = await repository.check();
  expect(pointsOf(seen, 'good').map(({ id }) => id)).toEqual([theirs?.id]);
  expect(seen.found).toEqual([]);
});

it('a place without a repository has no backup', async () => {
  const { found } = await store.check(`${targetOf('backups', 'nothing')}\nevery: 24h`);
  expect(found).toEqual(['backup/none:files']);
});
