import { ProbeFailure } from '../../edge/failure.ts';
import { type AwsService, openService, serviceHosts } from '../aws/service.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, PointState, RestorePoint } from '../provider.ts';
import { numberOf, stateIn } from '../reply.ts';
import { isoOfInstant } from '../times.ts';
import type { Element } from '../xml.ts';

interface RdsTarget {
  readonly region?: string;
  readonly instance?: string;
  readonly cluster?: string;
}

/** The words of RDS's API for one kind of database. */
interface Words {
  /** `DBInstance`: `DescribeDBInstances` gives `DBInstances/DBInstance`, picked by `DBInstanceIdentifier`. */
  readonly database: string;
  /** `DBSnapshot`: `DescribeDBSnapshots` gives `DBSnapshots/DBSnapshot`. */
  readonly snapshot: string;
  /** Snapshots that are asked for one by one: what no type names are those of RDS itself and of people. */
  readonly types: readonly (string | null)[];
}

const instances: Words = { database: 'DBInstance', snapshot: 'DBSnapshot', types: [null, 'awsbackup'] };
/** The reference names no type of AWS Backup's for clusters; `aws-backup` shows those. */
const clusters: Words = { database: 'DBCluster', snapshot: 'DBClusterSnapshot', types: [null] };

const states: Readonly<Record<string, PointState>> = {
  available: 'good',
  creating: 'in-progress',
  copying: 'in-progress',
  failed: 'failed',
  deleting: 'expired',
};

/**
 * The latest moment that a database of RDS can be restored to, and its snapshots: its own, people's and AWS Backup's.
 * The time of a snapshot is that of the original where it is a copy. Names and meanings of the fields, and that types
 * left out give automated and manual ones alone: the models of `@aws-sdk/client-rds`, and the API reference,
 * https://docs.aws.amazon.com/AmazonRDS/latest/APIReference/API_DescribeDBSnapshots.html. The states of a snapshot are
 * no closed list there: any but those above is unknown, and not good.
 */
export const provider: BackupProvider<RdsTarget> = {
  hosts: (target, edge) => serviceHosts('rds', target.region, edge),

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const words = target.cluster === undefined ? instances : clusters;
    const name = target.instance ?? target.cluster ?? '';
    const rds = await openService('rds', target.region, edge, signal);
    const database = await readDatabase(rds, words, name);
    // A cluster has no backups that could be switched off: Aurora keeps at least a day's.
    const retention = numberOf(database.textAt('BackupRetentionPeriod'));
    const latest = database.textAt('LatestRestorableTime');
    const points: RestorePoint[] = [];
    if (latest !== null && retention !== 0) {
      points.push({
        id: name,
        state: 'good',
        rawState: null,
        at: isoOfInstant(latest),
        meaning: 'restorable-to',
      });
    }
    let isComplete = true;
    for (const type of words.types) {
      const read = await readSnapshots(rds, words, name, type);
      points.push(...read.items.map((each) => pointOf(each, words)));
      isComplete &&= read.isComplete;
    }
    return {
      points,
      isComplete,
      clock: rds.clock,
      evidence: 'status',
      automatic: retention === null ? null : retention === 0 ? 'off' : 'on',
      // Snapshots are kept in the account and the region of the database.
      isSamePlace: true,
      location: target.region ?? null,
    };
  },
};

async function readDatabase(rds: AwsService, { database }: Words, name: string): Promise<Element> {
  const action = `Describe${database}s`;
  const answer = await rds.query('2014-10-31', { Action: action, [`${database}Identifier`]: name });
  const found = resultOf(answer, action).children(`${database}s`, database)[0];
  if (found === undefined) throw new ProbeFailure('not-found', action);
  return found;
}

function readSnapshots(rds: AwsService, { database, snapshot }: Words, name: string, type: string | null) {
  const action = `Describe${snapshot}s`;
  return readPages(async (token) => {
    const answer = await rds.query('2014-10-31', {
      Action: action,
      [`${database}Identifier`]: name,
      SnapshotType: type,
      MaxRecords: '100',
      Marker: token,
    });
    const result = resultOf(answer, action);
    return { items: result.children(`${snapshot}s`, snapshot), next: result.textAt('Marker') };
  });
}

function resultOf(answer: Element, action: string): Element {
  const result = answer.child(`${action}Result`);
  if (result === null) throw new ProbeFailure('response-unexpected', `${action}Result`);
  return result;
}

function pointOf(snapshot: Element, words: Words): RestorePoint {
  const rawState = snapshot.textAt('Status');
  const state = stateOf(rawState ?? '');
  // A copy has a creation time of its own; what it holds is as old as the original.
  const written = snapshot.textAt('OriginalSnapshotCreateTime') ?? snapshot.textAt('SnapshotCreateTime');
  const full = numberOf(snapshot.textAt('FullSnapshotSizeInBytes'));
  // Aurora says 1 GiB whatever it holds.
  const gibibytes = words === clusters ? null : numberOf(snapshot.textAt('AllocatedStorage'));
  const size: Partial<RestorePoint> =
    full !== null && full > 0
      ? { sizeBytes: full, sizeMeaning: 'full' }
      : gibibytes === null
        ? {}
        : { sizeBytes: gibibytes * 2 ** 30, sizeMeaning: 'provisioned' };
  return {
    id: snapshot.textAt(`${words.snapshot}Identifier`) ?? '',
    state,
    rawState,
    // While one is made it has no time yet.
    at: written === null && state !== 'good' ? null : isoOfInstant(written),
    meaning: 'created',
    ...size,
  };
}

function stateOf(word: string): PointState {
  if (word.startsWith('incompatible-')) return 'failed';
  return stateIn(states, word);
}
