import type { ProviderEdge } from '../../edge/provider-edge.ts';
import { hostAndPort, placeName } from '../../protocols/place.ts';
import type { BackupProvider, Listing, RestorePoint } from '../provider.ts';
import { jsonOf, listOf, numberOf, objectOf, textOf } from '../reply.ts';
import { isoOfInstant, isoOfMilliseconds } from '../times.ts';

interface HealthchecksTarget {
  readonly check: string;
  readonly endpoint?: string;
}

type Item = Readonly<Record<string, unknown>>;

/** `last_ping` and a change of status are cut to whole seconds, each on its own. */
const sameMomentMs = 2000;

/**
 * What a backup last reported to Healthchecks. `last_ping` is moved by reports of failure as well as of success, so
 * it is a success only while the check is up. Of one that is down the changes of status ("flips") tell which it was:
 * a report of failure takes a check down at that very moment, or comes while it is down; lateness takes it down after
 * the last report, which then was a success. Pings listed one by one need the check's UUID and a key that may write.
 *
 * Fields, statuses and keys: https://healthchecks.io/docs/api/; what moves `last_ping`, and when a flip is written:
 * `Check.ping` in `hc/api/models.py` of the project's source (at 29b5ec2), where flips come as `{ flips: […] }` and not
 * as the list of the documentation. The project names no variable for its key; HC_API_KEY is this program's.
 */
export const provider: BackupProvider<HealthchecksTarget> = {
  hosts({ endpoint }, edge) {
    if (endpoint === undefined) return ['healthchecks.io'];
    const url = new URL(endpoint);
    return edge.isNamed(url) ? [placeName(hostAndPort(url))] : [];
  },

  async listRestorePoints(target, edge, signal): Promise<Listing> {
    const ask = opened(target, edge, signal);
    const reply = await ask('');
    const check = objectOf(jsonOf(reply));
    const pings = target.check.includes('-') ? await readPings(ask) : null;
    const read = pings === null ? await pointsOfCheck(check, ask) : pointsOfPings(pings);
    return {
      ...read,
      points: [...read.points, ...(check.started === true ? [startOf(pings)] : [])],
      isNewestOnly: true,
      clock: reply.date,
      evidence: 'heartbeat',
      notes: ['run-is-no-backup'],
    };
  },
};

type Ask = (path: string) => ReturnType<ProviderEdge['send']>;

function opened({ check, endpoint }: HealthchecksTarget, edge: ProviderEdge, signal: AbortSignal): Ask {
  const { HC_API_KEY } = edge.variables('HC_API_KEY');
  const base = (endpoint ?? 'https://healthchecks.io').replace(/\/$/, '');
  const headers = { accept: 'application/json', 'x-api-key': HC_API_KEY };
  return (path) => edge.send({ url: `${base}/api/v3/checks/${check}${path}`, headers }, signal);
}

/** The reports one by one, newest first; null where the key may not read them. */
async function readPings(ask: Ask): Promise<readonly Item[] | null> {
  const reply = await ask('/pings/');
  if (reply.status === 401 || reply.status === 403) return null;
  return listOf(objectOf(jsonOf(reply)).pings);
}

function pointsOfPings(pings: readonly Item[]): Pick<Listing, 'points' | 'isComplete'> {
  const points = pings.flatMap((ping): RestorePoint[] => {
    const type = textOf(ping.type);
    // A start, a line for the log and what came while the check was paused end nothing.
    if (type === 'start' || type === 'log' || type === 'ign') return [];
    const state = type === 'success' ? 'good' : type === 'fail' ? 'failed' : 'unknown';
    const at = isoOfInstant(ping.date);
    const seconds = numberOf(ping.duration);
    const startedAt = seconds === null ? null : isoOfMilliseconds(Date.parse(at) - seconds * 1000);
    return [{ id: textOf(ping.n) ?? '', state, rawState: type, at, meaning: 'pinged', startedAt }];
  });
  // Only so many are kept: earlier ones may be gone.
  const isComplete = pings.length === 0 || pings.some(({ type, n }) => type === 'success' || n === 1);
  return { points, isComplete };
}

/** What the check alone tells of its last report, with its flips where it is down. */
async function pointsOfCheck(check: Item, ask: Ask): Promise<Pick<Listing, 'points' | 'isComplete'>> {
  const status = textOf(check.status);
  // A check that was resumed has forgotten its last report.
  if (check.last_ping == null) return { points: [], isComplete: numberOf(check.n_pings) === 0 };
  const last = {
    id: 'last_ping',
    rawState: status,
    at: isoOfInstant(check.last_ping),
    meaning: 'pinged',
  } as const;
  if (status === 'up' || status === 'grace')
    return { points: [{ ...last, state: 'good' }], isComplete: true };
  if (status !== 'down') return { points: [{ ...last, state: 'unknown' }], isComplete: true };
  const flips = await readFlips(ask);
  const [newest] = flips;
  if (newest === undefined) return { points: [{ ...last, state: 'unknown' }], isComplete: true };
  const isFailure = !newest.up && Date.parse(last.at) >= newest.at - sameMomentMs;
  if (!isFailure) return { points: [{ ...last, rawState: null, state: 'good' }], isComplete: true };
  // The check came up with a success. Later ones change nothing in it, and are not listed.
  const up = flips.find((flip) => flip.up);
  const good = { id: 'up', state: 'good', rawState: null, meaning: 'pinged' } as const;
  return {
    points: [
      { ...last, rawState: 'fail', state: 'failed' },
      ...(up === undefined ? [] : [{ ...good, at: isoOfMilliseconds(up.at) }]),
    ],
    isComplete: false,
  };
}

/** Changes of status, newest first. */
async function readFlips(ask: Ask): Promise<{ readonly at: number; readonly up: boolean }[]> {
  const answer = jsonOf(await ask('/flips/'));
  const flips = listOf(Array.isArray(answer) ? answer : objectOf(answer).flips);
  return flips
    .map(({ timestamp, up }) => ({ at: Date.parse(isoOfInstant(timestamp)), up: up === 1 }))
    .sort((a, b) => b.at - a.at);
}

/** The run that has reported its start and no end; its time is given with the pings alone. */
function startOf(pings: readonly Item[] | null): RestorePoint {
  const start = pings?.find(({ type }) => type === 'start');
  const startedAt = start === undefined ? null : isoOfInstant(start.date);
  return {
    id: 'started',
    state: 'in-progress',
    rawState: 'started',
    at: startedAt,
    meaning: 'started',
    startedAt,
  };
}
