import { ProbeFailure } from '../../edge/failure.ts';
import { hourMs } from '../../text/values.ts';
import { openService, serviceHosts } from '../aws/service.ts';
import { readPages } from '../pages.ts';
import type { ArchiveTier, BackupProvider, PointState, RestorePoint } from '../provider.ts';
import { numberOf, stateIn } from '../reply.ts';
import { isoOfInstant } from '../times.ts';
import type { Element } from '../xml.ts';

interface EbsTarget {
  readonly region?: string;
  readonly volume: string;
}

/**
 * Restoring out of the archive tier takes up to 72 hours.
 * https://docs.aws.amazon.com/ebs/latest/userguide/working-with-snapshot-archiving.html
 */
const archive: ArchiveTier = { name: 'archive', thawMs: 72 * hourMs };

const states: Readonly<Record<string, PointState>> = {
  completed: 'good',
  pending: 'in-progress',
  error: 'failed',
  // In the recycle bin, or on the way out of it: nothing can be restored from it as it is.
  recoverable: 'expired',
  recovering: 'in-progress',
};

/**
 * The account's own snapshots of one volume. A snapshot holds the volume as it was at its start, so that is its time
 * here; what a running system had not written yet is not in it. States and fields: the models of
 * `@aws-sdk/client-ec2`, and https://docs.aws.amazon.com/AWSEC2/latest/APIReference/API_Snapshot.html.
 */
export const provider: BackupProvider<EbsTarget> = {
  hosts: (target, edge) => serviceHosts('ec2', target.region, edge),

  async listRestorePoints(target, edge, signal) {
    const ec2 = await openService('ec2', target.region, edge, signal);
    const { items, isComplete } = await readPages(async (token) => {
      const answer = await ec2.query('2016-11-15', {
        Action: 'DescribeSnapshots',
        'Owner.1': 'self',
        'Filter.1.Name': 'volume-id',
        'Filter.1.Value.1': target.volume,
        MaxResults: '1000',
        NextToken: token,
      });
      if (answer.name !== 'DescribeSnapshotsResponse')
        throw new ProbeFailure('response-unexpected', 'DescribeSnapshotsResponse');
      return { items: answer.children('snapshotSet', 'item'), next: answer.textAt('nextToken') };
    });
    return {
      points: items.map(pointOf),
      isComplete,
      clock: ec2.clock,
      evidence: 'status',
      // Kept in the account and the region of the volume.
      isSamePlace: true,
      location: target.region ?? null,
      notes: ['possibly-inconsistent'],
    };
  },
};

function pointOf(snapshot: Element): RestorePoint {
  const rawState = snapshot.textAt('status');
  const startedAt = isoOfInstant(snapshot.textAt('startTime'));
  const full = numberOf(snapshot.textAt('fullSnapshotSizeInBytes'));
  const gibibytes = numberOf(snapshot.textAt('volumeSize'));
  return {
    id: snapshot.textAt('snapshotId') ?? '',
    state: stateIn(states, rawState),
    rawState,
    at: startedAt,
    meaning: 'started',
    startedAt,
    ...(snapshot.textAt('storageTier') === 'archive' ? { tier: archive } : {}),
    ...(full !== null && full > 0
      ? { sizeBytes: full, sizeMeaning: 'full' as const }
      : { sizeBytes: gibibytes === null ? null : gibibytes * 2 ** 30, sizeMeaning: 'provisioned' as const }),
  };
}
