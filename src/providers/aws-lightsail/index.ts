import { type AwsService, openService, serviceHosts } from '../aws/service.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, PointState, RestorePoint } from '../provider.ts';
import { listOf, numberOf, objectOf, stateIn, textOf } from '../reply.ts';
import { isoOfSeconds } from '../times.ts';

interface LightsailTarget {
  readonly region?: string;
  readonly instance?: string;
  readonly disk?: string;
  readonly database?: string;
}

type Fields = Readonly<Record<string, unknown>>;

/** Where the snapshots that people take of one kind of resource are, and which field names what they are of. */
const kinds = {
  instance: { operation: 'GetInstanceSnapshots', list: 'instanceSnapshots', source: 'fromInstanceName' },
  disk: { operation: 'GetDiskSnapshots', list: 'diskSnapshots', source: 'fromDiskName' },
  database: {
    operation: 'GetRelationalDatabaseSnapshots',
    list: 'relationalDatabaseSnapshots',
    source: 'fromRelationalDatabaseName',
  },
} as const;

const states: Readonly<Record<string, PointState>> = {
  // Of automatic ones.
  Success: 'good',
  InProgress: 'in-progress',
  Failed: 'failed',
  NotFound: 'expired',
  // Of those that people take.
  available: 'good',
  completed: 'good',
  pending: 'in-progress',
  creating: 'in-progress',
  error: 'failed',
  failed: 'failed',
};

/**
 * Snapshots of one resource of Lightsail, automatic ones and those that people took; of a database also the latest
 * moment that it can be restored to. A kept copy of an automatic snapshot has the time of the copying and would make
 * an old backup look new: it is left out. Fields and states: the models of `@aws-sdk/client-lightsail`; the states of a
 * database's snapshots are no closed list there, so that any but these is unknown, and not good.
 */
export const provider: BackupProvider<LightsailTarget> = {
  hosts: (target, edge) => serviceHosts('lightsail', target.region, edge),

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const kind = target.instance !== undefined ? 'instance' : target.disk !== undefined ? 'disk' : 'database';
    const name = target[kind] ?? '';
    const lightsail = await openService('lightsail', target.region, edge, signal);
    const own =
      kind === 'database' ? await readDatabase(lightsail, name) : await readAutomatic(lightsail, name);
    const { operation, list, source } = kinds[kind];
    const { items, isComplete } = await readPages(async (token) => {
      const answer = await ask(lightsail, operation, token === null ? {} : { pageToken: token });
      return { items: listOf(answer[list], list), next: textOf(answer.nextPageToken) };
    });
    const taken = items.filter((each) => each[source] === name && each.isFromAutoSnapshot !== true);
    return {
      points: [...own.points, ...taken.map(pointOf)],
      isComplete,
      clock: lightsail.clock,
      evidence: 'status',
      automatic: own.automatic,
      // Kept in the account and the region of the resource.
      isSamePlace: true,
      location: target.region ?? null,
      notes: kind === 'database' ? [] : ['possibly-inconsistent'],
    };
  },
};

type Own = Pick<Listing, 'points' | 'automatic'>;

async function readAutomatic(lightsail: AwsService, resourceName: string): Promise<Own> {
  const answer = await ask(lightsail, 'GetAutoSnapshots', { resourceName });
  const points = listOf(answer.autoSnapshots, 'autoSnapshots').map((each): RestorePoint => {
    const rawState = textOf(each.status);
    return {
      id: `${resourceName} ${textOf(each.date) ?? ''}`.trim(),
      state: stateIn(states, rawState),
      rawState,
      at: isoOfSeconds(each.createdAt),
      meaning: 'created',
    };
  });
  return { points, automatic: null };
}

async function readDatabase(lightsail: AwsService, relationalDatabaseName: string): Promise<Own> {
  const answer = await ask(lightsail, 'GetRelationalDatabase', { relationalDatabaseName });
  const database = objectOf(answer.relationalDatabase, 'relationalDatabase');
  const latest = database.latestRestorableTime;
  if (database.backupRetentionEnabled === false) return { points: [], automatic: 'off' };
  const automatic = database.backupRetentionEnabled === true ? 'on' : null;
  if (latest === undefined || latest === null) return { points: [], automatic };
  const at = isoOfSeconds(latest);
  const point = { id: relationalDatabaseName, state: 'good', rawState: null, at } as const;
  return { points: [{ ...point, meaning: 'restorable-to' }], automatic };
}

function ask(lightsail: AwsService, operation: string, body: object): Promise<Fields> {
  return lightsail.call(`Lightsail_20161128.${operation}`, body);
}

function pointOf(snapshot: Fields): RestorePoint {
  const rawState = textOf(snapshot.state);
  const gibibytes = numberOf(snapshot.sizeInGb);
  return {
    id: textOf(snapshot.name) ?? '',
    state: stateIn(states, rawState),
    rawState,
    at: isoOfSeconds(snapshot.createdAt),
    meaning: 'created',
    sizeBytes: gibibytes === null ? null : gibibytes * 2 ** 30,
    sizeMeaning: 'provisioned',
  };
}
