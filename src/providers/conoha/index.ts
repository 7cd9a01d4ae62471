import { ProbeFailure } from '../../edge/failure.ts';
import { readPages } from '../pages.ts';
import type { BackupProvider, Listing, PointState, RestorePoint } from '../provider.ts';
import { jsonOf, listOf, numberOf, objectOf, stateIn, textOf } from '../reply.ts';
import { isoOfUtc } from '../times.ts';
import { type ConohaTarget, hostOf, logIn, regionOf, services } from './session.ts';

type Fields = Readonly<Record<string, unknown>>;
type Ask = (service: 'block-storage' | 'image-service', path: string) => Promise<Fields>;
type Read = Pick<Listing, 'points' | 'kinds' | 'isComplete' | 'notes'>;

const pageSize = 100;

const backupStates: Readonly<Record<string, PointState>> = {
  available: 'good',
  // It is whole: a volume is being made of it.
  restoring: 'good',
  creating: 'in-progress',
  error: 'failed',
  deleting: 'expired',
  deleted: 'expired',
  error_deleting: 'expired',
};

const imageStates: Readonly<Record<string, PointState>> = {
  active: 'good',
  queued: 'in-progress',
  saving: 'in-progress',
  uploading: 'in-progress',
  importing: 'in-progress',
  killed: 'failed',
  pending_delete: 'expired',
  deleted: 'expired',
};

/**
 * Backups of a volume, or of the volumes that are attached to a server, or images that were saved, at ConoHa VPS of
 * version 3, which is OpenStack. Times without a zone are UTC there; a backup's is that of its data.
 *
 * Token, volumes, images, `marker` and hosts: https://doc.conoha.jp/reference/api-vps3/. Its page on the list of backups
 * was not at hand: path, fields and statuses are those of OpenStack (`api-ref/source/v3/ext-backups.inc` of
 * `openstack/cinder`; of images `api-ref/source/v2/images-images-v2.inc` of `openstack/glance`), and two clients of
 * ConoHa's ask so (`crowdy/conoha-cli` at f434891, `leonunix/conohav3-golang-sdk` at 714c157). Any other status is unknown,
 * and not good. Variables: ConoHa's own `gmo-internet/conoha_vps_mcp` at 4346549, and OpenStack's tools.
 */
export const provider: BackupProvider<ConohaTarget> = {
  hosts: (target) => services.map((service) => hostOf(service, target)),

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const { token, tenant } = await logIn(target, edge, signal);
    const headers = { accept: 'application/json', 'x-auth-token': token };
    let clock: string | null = null;
    const ask: Ask = async (service, path) => {
      const base = service === 'block-storage' ? `v3/${encodeURIComponent(tenant)}` : 'v2';
      const url = `https://${hostOf(service, target)}/${base}/${path}`;
      const reply = await edge.send({ url, headers }, signal);
      clock = reply.date ?? clock;
      return objectOf(jsonOf(reply));
    };
    const { image } = target;
    const read = image === undefined ? await readBackups(target, ask) : await readImages(image, ask);
    return { ...read, clock, evidence: 'status', isSamePlace: true, location: regionOf(target) };
  },
};

async function readBackups({ server, volume = '' }: ConohaTarget, ask: Ask): Promise<Read> {
  const volumes = server === undefined ? [volume] : await volumesOf(server, ask);
  const { items, isComplete } = await readAll('block-storage', 'backups/detail', 'backups', ask);
  const own = items.filter(({ volume_id }) => volumes.includes(textOf(volume_id) ?? ''));
  // That a volume has none is reported of one that is there alone.
  if (own.length === 0 && server === undefined) await ask('block-storage', `volumes/${volume}`);
  const points = own.map((backup): RestorePoint => {
    const gibibytes = numberOf(backup.size);
    return {
      ...pointOf(backup, backupStates, backup.data_timestamp ?? backup.created_at),
      // The volume's.
      sizeBytes: gibibytes === null ? null : gibibytes * 2 ** 30,
      sizeMeaning: 'provisioned',
      isIncremental: backup.is_incremental === true,
      kind: volumes.length > 1 ? textOf(backup.volume_id) : null,
    };
  });
  const kinds = volumes.length > 1 ? volumes : [];
  return { points, kinds, isComplete, notes: ['time-without-zone', 'possibly-inconsistent'] };
}

/** The ids of all that is attached to a server. @throws ProbeFailure where nothing is, or not all can be known */
async function volumesOf(server: string, ask: Ask): Promise<readonly string[]> {
  const { items, isComplete } = await readAll('block-storage', 'volumes/detail', 'volumes', ask);
  const attached = items.filter(({ attachments }) =>
    listOf(attachments ?? []).some(({ server_id }) => server_id === server),
  );
  if (!isComplete) throw new ProbeFailure('listing-incomplete');
  if (attached.length === 0) throw new ProbeFailure('not-found', server);
  return attached.flatMap(({ id }) => textOf(id) ?? []);
}

async function readImages(name: string, ask: Ask): Promise<Read> {
  const { items, isComplete } = await readAll('image-service', 'images', 'images', ask);
  // ConoHa's own are public; saved ones are private, or shared, as OpenStack has it where nobody says.
  const own = items.filter((each) => each.visibility !== 'public' && textOf(each.name)?.startsWith(name));
  const points = own.map(
    (image): RestorePoint => ({
      ...pointOf(image, imageStates, image.created_at),
      sizeBytes: numberOf(image.size),
      sizeMeaning: 'full',
    }),
  );
  return { points, isComplete, notes: ['possibly-inconsistent'] };
}

/** Page after page, by the id of the last one that was read. */
async function readAll(service: Parameters<Ask>[0], path: string, list: string, ask: Ask) {
  return readPages(async (last) => {
    const marker = last === null ? '' : `&marker=${encodeURIComponent(last)}`;
    const answer = await ask(service, `${path}?limit=${pageSize}${marker}`);
    const items = listOf(answer[list], list);
    // A store may give less than was asked for; it then says so, as OpenStack does.
    const hasMore = items.length >= pageSize || (answer.next ?? answer[`${list}_links`]) != null;
    return { items, next: hasMore ? textOf(items.at(-1)?.id) : null };
  });
}

function pointOf(item: Fields, states: Readonly<Record<string, PointState>>, at: unknown): RestorePoint {
  const rawState = textOf(item.status);
  const state = stateIn(states, rawState);
  return { id: textOf(item.id) ?? '', state, rawState, at: isoOfUtc(at), meaning: 'created' };
}
