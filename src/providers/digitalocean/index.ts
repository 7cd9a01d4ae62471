import { ProbeFailure } from '../../edge/failure.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, RestorePoint } from '../provider.ts';
import { jsonOf, listOf, numberOf, objectOf, textOf } from '../reply.ts';
import { isoOfInstant } from '../times.ts';

interface DigitalOceanTarget {
  readonly droplet?: string | number;
  readonly database?: string;
  readonly volume?: string;
}

type Fields = Readonly<Record<string, unknown>>;
type Ask = (path: string) => Promise<Fields>;
type Read = Omit<Listing, 'clock' | 'evidence' | 'isSamePlace'>;

const host = 'api.digitalocean.com';
/** Sizes are given in GB. */
const gigabyte = 1e9;

/**
 * Backups and snapshots of a Droplet, snapshots of a volume, or backups of a database cluster. There is no status, but
 * of a database's backup under way: what is listed is there. Lists are in no promised order, and all in the account of
 * what they back up.
 *
 * Paths, fields, scopes and pages: DigitalOcean's own OpenAPI description (`digitalocean/openapi` at 7c1300c). The
 * variables: doctl reads DIGITALOCEAN_ACCESS_TOKEN, the Terraform provider both. What a Droplet's policy answers where
 * there never was one is not described: nothing is made of a 404.
 */
export const provider: BackupProvider<DigitalOceanTarget> = {
  hosts: () => [host],

  async listRestorePoints({ droplet, database, volume }, edge, signal): Promise<Listing> {
    const [token] = edge.firstVariables(['DIGITALOCEAN_ACCESS_TOKEN'], ['DIGITALOCEAN_TOKEN']);
    const headers = { accept: 'application/json', authorization: `Bearer ${token}` };
    let clock: string | null = null;
    const ask: Ask = async (path) => {
      const reply = await edge.send({ url: `https://${host}/v2/${path}`, headers }, signal);
      clock = reply.date ?? clock;
      return objectOf(jsonOf(reply));
    };
    const read =
      database !== undefined
        ? await readDatabase(database, ask)
        : droplet !== undefined
          ? await readDroplet(droplet, ask)
          : await readVolume(volume ?? '', ask);
    return { ...read, clock, evidence: 'existence', isSamePlace: true };
  },
};

async function readDroplet(id: string | number, ask: Ask): Promise<Read> {
  const backups = await readAll(`droplets/${id}/backups`, 'backups', ask);
  const snapshots = await readAll(`droplets/${id}/snapshots`, 'snapshots', ask);
  const all = [...backups.items, ...snapshots.items];
  const isOn = await hasBackups(id, ask);
  // Snapshots taken instead switch nothing off.
  const isOff = isOn === false && snapshots.items.length === 0;
  return {
    points: all.map(pointOf),
    isComplete: backups.isComplete && snapshots.isComplete,
    automatic: isOn === true ? 'on' : isOff ? 'off' : null,
    location: regionsOf(all),
    notes: ['failures-leave-no-trace', 'possibly-inconsistent'],
  };
}

/** Whether DigitalOcean takes backups of this Droplet; null where it does not say. */
async function hasBackups(id: string | number, ask: Ask): Promise<boolean | null> {
  try {
    const { policy } = await ask(`droplets/${id}/backups/policy`);
    const enabled = objectOf(policy, 'policy').backup_enabled;
    return typeof enabled === 'boolean' ? enabled : null;
  } catch (error) {
    if (error instanceof ProbeFailure && error.code === 'not-found') return null;
    throw error;
  }
}

async function readVolume(id: string, ask: Ask): Promise<Read> {
  const { items, isComplete } = await readAll(`volumes/${id}/snapshots`, 'snapshots', ask);
  return {
    points: items.map(pointOf),
    isComplete,
    location: regionsOf(items),
    notes: ['failures-leave-no-trace', 'possibly-inconsistent'],
  };
}

/** One answer holds them all. A backup that runs shows as its progress alone. */
async function readDatabase(id: string, ask: Ask): Promise<Read> {
  const answer = await ask(`databases/${id}/backups`);
  const points = listOf(answer.backups, 'backups').map((backup): RestorePoint => {
    const isIncremental = backup.incremental === true;
    return {
      ...pointOf(backup),
      id: textOf(backup.created_at) ?? '',
      sizeMeaning: isIncremental ? 'incremental' : 'full',
      isIncremental,
    };
  });
  const progress = textOf(answer.backup_progress);
  const running = { id: 'backup_progress', state: 'in-progress', at: null, meaning: 'started' } as const;
  return {
    points: progress === null ? points : [{ ...running, rawState: `${progress} %` }, ...points],
    isComplete: true,
    notes: ['failures-leave-no-trace'],
  };
}

async function readAll(path: string, list: string, ask: Ask) {
  return readPages(async (page) => {
    const answer = await ask(`${path}?per_page=200&page=${page ?? '1'}`);
    return { items: listOf(answer[list], list), next: nextPage(answer.links) };
  });
}

/** The number of the next page; its address is not followed. */
function nextPage(links: unknown): string | null {
  const pages = objectOf(links ?? {}, 'links').pages;
  const next = textOf(objectOf(pages ?? {}, 'links').next);
  if (next === null) return null;
  const page = URL.parse(next)?.searchParams.get('page') ?? '';
  if (!/^\d{1,6}$/.test(page)) throw new ProbeFailure('response-unexpected', 'links');
  return page;
}

/** Its size is the one that is billed. */
function pointOf(image: Fields): RestorePoint {
  const gigabytes = numberOf(image.size_gigabytes);
  return {
    id: textOf(image.id) ?? '',
    state: 'good',
    rawState: null,
    at: isoOfInstant(image.created_at),
    meaning: 'created',
    sizeBytes: gigabytes === null ? null : Math.round(gigabytes * gigabyte),
    sizeMeaning: 'billable',
  };
}

function regionsOf(images: readonly Fields[]): string | null {
  const regions = images.flatMap((each) => (Array.isArray(each.regions) ? each.regions.map(String) : []));
  return regions.length === 0 ? null : [...new Set(regions)].join(', ');
}
