import { ProbeFailure } from '../../edge/failure.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, PointState, RestorePoint } from '../provider.ts';
import { jsonOf, listOf, numberOf, objectOf, stateIn, textOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';
import { zoneOf } from './zone.ts';

interface SakuraTarget {
  readonly zone?: string;
  readonly disk?: string | number;
  readonly archive?: string;
  readonly database?: string | number;
}

type Fields = Readonly<Record<string, unknown>>;
type Ask = (path: string) => Promise<Fields>;
type Read = Pick<Listing, 'points' | 'isComplete' | 'notes'>;

const host = 'secure.sakura.ad.jp';
const pageSize = 100;

/** Of an archive, and of a database's backup. `discontinued` is explained of sources alone: it says nothing here. */
const states: Readonly<Record<string, PointState>> = {
  available: 'good',
  uploading: 'in-progress',
  migrating: 'in-progress',
  // The vendor's own spelling.
  transfering: 'in-progress',
  failed: 'failed',
};

/**
 * Archives of a disk, or those of a name, in one zone of Sakura Cloud, by any maker (an automatic backup leaves
 * archives too); of a database appliance the history of its backups. Public archives are nobody's backup. One that was
 * copied from another archive, or from another zone, has the time of the copying and would make an old one look new:
 * it is left out.
 *
 * Paths, fields, words, paging and variables: the vendor's own client (`sacloud/iaas-api-go` at e73eb3b, `usacloud` at
 * ec29721) and https://manual.sakura.ad.jp/cloud-api/1.1/. Which words a database's backups have is not documented: `available`
 * means the same wherever that client has it, and `discontinued`, all that its earlier test knows
 * (`sacloud/libsacloud` at 41883dd), is unknown, and not good. Nor is the unit of their size documented, so none is given.
 */
export const provider: BackupProvider<SakuraTarget> = {
  hosts: () => [host],

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const zone = zoneOf(target.zone, edge);
    const pair = edge.firstVariables(
      ['SAKURA_ACCESS_TOKEN', 'SAKURA_ACCESS_TOKEN_SECRET'],
      ['SAKURACLOUD_ACCESS_TOKEN', 'SAKURACLOUD_ACCESS_TOKEN_SECRET'],
    );
    const basic = Buffer.from(pair.join(':')).toString('base64');
    edge.mask(basic);
    const headers = { accept: 'application/json', authorization: `Basic ${basic}` };
    let clock: string | null = null;
    const ask: Ask = async (path) => {
      const url = `https://${host}/cloud/zone/${zone}/api/cloud/1.1/${path}`;
      const reply = await edge.send({ url, headers }, signal);
      clock = reply.date ?? clock;
      // Something else is being done to it; the vendor's client asks again.
      if (reply.status === 423) throw new ProbeFailure('rate-limited', 'HTTP 423');
      return objectOf(jsonOf(reply));
    };
    const { database } = target;
    const read = database === undefined ? await readArchives(target, ask) : await readDatabase(database, ask);
    return { ...read, clock, evidence: 'status', isSamePlace: true, location: zone };
  },
};

async function readArchives({ disk, archive = '' }: SakuraTarget, ask: Ask): Promise<Read> {
  const { items, isComplete } = await readPages(async (from) => {
    // The whole query is JSON.
    const query = { From: Number(from ?? 0), Count: pageSize, Filter: { Scope: 'user' } };
    const answer = await ask(`archive?${encodeURIComponent(JSON.stringify(query))}`);
    const archives = listOf(answer.Archives, 'Archives');
    const next = (numberOf(answer.From) ?? query.From) + archives.length;
    return { items: archives, next: next < (numberOf(answer.Total) ?? 0) ? String(next) : null };
  });
  const own = items.filter((each) => {
    if (each.Scope === 'shared' || isCopy(each)) return false;
    if (disk === undefined) return (textOf(each.Name) ?? '').startsWith(archive);
    return each.SourceDisk != null && textOf(objectOf(each.SourceDisk).ID) === String(disk);
  });
  // That a disk has none is reported of one that is there alone.
  if (own.length === 0 && disk !== undefined) await ask(`disk/${disk}`);
  return { points: own.map(pointOf), isComplete, notes: ['possibly-inconsistent'] };
}

function isCopy({ SourceArchive, SourceInfo }: Fields): boolean {
  if (SourceArchive != null) return true;
  return SourceInfo != null && objectOf(SourceInfo).ArchiveUnderZone != null;
}

/** Its time is that of the start; its size the disk's. */
function pointOf(archive: Fields): RestorePoint {
  const rawState = textOf(archive.Availability);
  const mebibytes = numberOf(archive.SizeMB);
  return {
    id: textOf(archive.ID) ?? '',
    state: stateIn(states, rawState),
    rawState,
    at: isoOfInstant(archive.CreatedAt),
    meaning: 'created',
    sizeBytes: mebibytes === null ? null : mebibytes * 2 ** 20,
    sizeMeaning: 'provisioned',
  };
}

/** Continuous backups are in no list: that the history holds none proves nothing. */
async function readDatabase(id: string | number, ask: Ask): Promise<Read> {
  const { Appliance } = await ask(`appliance/${id}/status`);
  const { history } = membersOf(membersOf(membersOf(objectOf(Appliance).SettingsResponse).DBConf).backup);
  const backups = history == null ? [] : listOf(history, 'history');
  if (backups.length === 0) return { points: [], isComplete: false, notes: ['listing-not-available'] };
  const points = backups.map((backup): RestorePoint => {
    const rawState = textOf(backup.availability);
    const at = isoOfInstant(backup.createdat);
    return { id: at, state: stateIn(states, rawState), rawState, at, meaning: 'created' };
  });
  return { points, isComplete: true };
}

/** What an object holds; where there is none this API writes nothing, null or an empty list. */
function membersOf(value: unknown): Fields {
  return value == null || (Array.isArray(value) && value.length === 0) ? {} : objectOf(value);
}
