import https from 'node:https';
import tls from 'node:tls';
import { BackupClient, ListRecoveryPointsByBackupVaultCommand } from '@aws-sdk/client-backup';
import { DescribeSnapshotsCommand, EC2Client } from '@aws-sdk/client-ec2';
import {
  GetAutoSnapshotsCommand,
  GetInstanceSnapshotsCommand,
  LightsailClient,
} from '@aws-sdk/client-lightsail';
import { DescribeDBInstancesCommand, DescribeDBSnapshotsCommand, RDSClient } from '@aws-sdk/client-rds';
import { AssumeRoleWithWebIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { cases as casesOfS3 } from '../../fixtures/responses/s3/cases.ts';
import { awsCredentials, tokenServiceHosts } from '../../src/providers/aws/credentials.ts';
import type { RestorePoint } from '../../src/providers/provider.ts';
import { type ProviderName, providers } from '../../src/providers/registry.ts';
import type { Case, ProviderCases } from './cases.ts';
import { openVendor, type Vendor } from './vendor.ts';

// The same answers, read by this program and by AWS's own clients: databases, volumes, vaults and Lightsail.

let vendor: Vendor;
beforeAll(async () => {
  vendor = await openVendor();
});
afterAll(() => vendor.close());

/** How a client of AWS is led to the vendor on loopback. */
function settings() {
  const httpsAgent = new https.Agent({ ca: vendor.root });
  Object.assign(httpsAgent, {
    createConnection: (options: tls.ConnectionOptions) =>
      tls.connect({ ...options, host: '127.0.0.1', port: vendor.port, ca: vendor.root }),
  });
  return {
    region: 'ap-northeast-1',
    credentials: { accessKeyId: 'AKIAEXAMPLEEXAMPLE01', secretAccessKey: 'a-secret-that-nobody-has' },
    requestHandler: { httpsAgent },
    maxAttempts: 1,
  };
}

/** Plays a situation of the contract suite; the clients sign by the machine's clock. */
async function seenByUs(name: ProviderName): Promise<readonly RestorePoint[]> {
  const { cases } = (await import(`../../fixtures/responses/${name}/cases.ts`)) as { cases: ProviderCases };
  const exchanges = (cases.situations.ok as Case).exchanges.map(({ sent = {}, ...each }) => ({
    ...each,
    sent: Object.fromEntries(Object.entries(sent).filter(([header]) => header !== 'authorization')),
  }));
  vendor.play({ provider: name, now: cases.now, exchanges });
  const { schema, load } = providers[name];
  const { provider } = await load!();
  const target = schema.target.parse(cases.target);
  const hosts = (own: Parameters<typeof provider.hosts>[1]) => provider.hosts(target, own);
  const way = {
    provider: name,
    account: null,
    open: new Set<string>(),
    written: new Set<string>(),
    hosts,
  };
  const { edge } = vendor.open(cases, way, cases.now);
  const { points } = await provider.listRestorePoints(target, edge, new AbortController().signal, {
    keep: null,
  });
  expect(points.length).toBeGreaterThan(1);
  return points;
}

/** What both must agree on: what it is, in which state, of when. */
function facts(
  id: string | undefined,
  rawState: string | null | undefined,
  at: Date | string | null | undefined,
) {
  return { id, rawState, at: new Date(at!).toISOString() };
}

function agree(ours: readonly RestorePoint[], theirs: readonly object[]): void {
  expect(vendor.unanswered).toEqual([]);
  const told = ours.map(({ id, rawState, at }) => facts(id, rawState, at));
  expect(told).toHaveLength(theirs.length);
  expect(told).toEqual(expect.arrayContaining([...theirs]));
}

it('a database of RDS: AWS’s client sees the same', async () => {
  const ours = await seenByUs('aws-rds');
  const client = new RDSClient(settings());
  const named = { DBInstanceIdentifier: 'example-db' };
  const { DBInstances = [] } = await client.send(new DescribeDBInstancesCommand(named));
  const theirs = DBInstances.map((each) => facts(each.DBInstanceIdentifier, null, each.LatestRestorableTime));
  for (const SnapshotType of [undefined, 'awsbackup']) {
    const order = new DescribeDBSnapshotsCommand({ ...named, SnapshotType, MaxRecords: 100 });
    for (const each of (await client.send(order)).DBSnapshots ?? []) {
      theirs.push(facts(each.DBSnapshotIdentifier, each.Status, each.SnapshotCreateTime));
    }
  }
  agree(ours, theirs);
});

it('a volume of EC2: AWS’s client sees the same', async () => {
  const ours = await seenByUs('aws-ebs');
  const Filters = [{ Name: 'volume-id', Values: ['vol-0a1b2c3d4e5f60718'] }];
  const order = new DescribeSnapshotsCommand({ OwnerIds: ['self'], Filters, MaxResults: 1000 });
  const { Snapshots = [] } = await new EC2Client(settings()).send(order);
  agree(
    ours,
    Snapshots.map((each) => facts(each.SnapshotId, each.State, each.StartTime)),
  );
});

it('a vault of AWS Backup: AWS’s client sees the same', async () => {
  const ours = await seenByUs('aws-backup');
  const order = new ListRecoveryPointsByBackupVaultCommand({
    BackupVaultName: 'example-vault',
    MaxResults: 1000,
  });
  const { RecoveryPoints = [] } = await new BackupClient(settings()).send(order);
  agree(
    ours,
    RecoveryPoints.map((each) => facts(each.RecoveryPointArn, each.Status, each.CreationDate)),
  );
});

it('an instance of Lightsail: AWS’s client sees the same', async () => {
  const ours = await seenByUs('aws-lightsail');
  const client = new LightsailClient(settings());
  const resourceName = 'example-wordpress';
  const { autoSnapshots = [] } = await client.send(new GetAutoSnapshotsCommand({ resourceName }));
  const { instanceSnapshots = [] } = await client.send(new GetInstanceSnapshotsCommand({}));
  agree(ours, [
    ...autoSnapshots.map((each) => facts(`${resourceName} ${each.date}`, each.status, each.createdAt)),
    ...instanceSnapshots
      .filter((each) => each.fromInstanceName === resourceName && !each.isFromAutoSnapshot)
      .map((each) => facts(each.name, each.state, each.createdAt)),
  ]);
});

it('a role that is taken on with the identity of the job: AWS’s client asks the same, and gets the same keys', async () => {
  const { exchanges, ...circumstances } = casesOfS3.more!['takes on a role with the identity of the job']!;
  vendor.play({ provider: 's3', now: casesOfS3.now, exchanges });
  const own = { ...casesOfS3, ...circumstances };
  const way = { provider: 's3', account: null, open: new Set<string>(), written: new Set<string>() };
  const hosts = () => tokenServiceHosts('ap-northeast-1');
  const { edge } = vendor.open(own, { ...way, hosts }, casesOfS3.now);
  const ours = await awsCredentials(edge, 'ap-northeast-1', new AbortController().signal);
  const order = new AssumeRoleWithWebIdentityCommand({
    RoleArn: own.role!,
    RoleSessionName: 'recovery-ledger',
    WebIdentityToken: (await edge.identityToken('sts.amazonaws.com', new AbortController().signal)) ?? '',
    DurationSeconds: 900,
  });
  const { Credentials: theirs } = await new STSClient(settings()).send(order);
  expect(vendor.unanswered).toEqual([]);
  expect(ours).toEqual({
    accessKeyId: theirs?.AccessKeyId,
    secretAccessKey: theirs?.SecretAccessKey,
    sessionToken: theirs?.SessionToken,
  });
  const asked = vendor.received
    .filter(({ host }) => host.startsWith('sts.'))
    .map(({ method, host, url, headers, body }) => ({
      ...{ method, host, url },
      form: new Map(new URLSearchParams(body)),
      type: String(headers['content-type']).split(';')[0],
      // The token is proof enough: without keys nobody can sign.
      isSigned: headers.authorization !== undefined,
    }));
  expect(asked).toHaveLength(2);
  expect(asked[0]).toEqual(asked[1]);
  expect(asked[0]).toMatchObject({ method: 'POST', url: '/', isSigned: false });
  expect(asked[0]?.form.get('Version')).toBe('2011-06-15');
});
