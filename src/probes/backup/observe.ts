import type { Edge } from '../../edge/edge.ts';
import { ProbeFailure } from '../../edge/failure.ts';
import { hostAndPort, placeName } from '../../protocols/place.ts';
import type { Listing, RestorePoint } from '../../providers/provider.ts';
import { providerNamed } from '../../providers/registry.ts';
import { minuteMs } from '../../text/values.ts';
import type { BackupClaim, BackupFact } from './fact.ts';
import { isCounted, newestFirst } from './order.ts';
import { longestLevel } from './size.ts';

/** Of each kind, so many points are kept: the newest, and enough before it to know its usual size and duration. */
const keptOfEachKind = 12;
/** So many series of files are kept apart; where there are more, those of fewest files are listed as others. */
const mostSeries = 60;
const mostOthers = 20;
/** Clocks that differ by less say nothing. */
const noticeableMs = minuteMs;

/**
 * What is signed by a clock that is further off is refused, by some stores as by any other wrong signature. Google
 * allows no more than a few minutes, AWS and Azure 15.
 */
const mostClockDifferenceMs = 5 * minuteMs;

/** Asks the provider which restore points there are. @throws ProbeFailure */
export async function observeBackup(
  claim: BackupClaim,
  edge: Pick<Edge, 'providers'>,
  signal: AbortSignal,
): Promise<{ fact: BackupFact; from: string | null }> {
  const entry = providerNamed(claim.provider);
  if (entry === null || entry.load === null || edge.providers === null) {
    throw new TypeError(`${claim.provider} cannot be asked here`);
  }
  if (!claim.isKnown) throw new ProbeFailure('not-said');
  const { schema } = entry;
  const target = schema.target.parse(claim.target);
  const { provider } = await entry.load();
  const opened = edge.providers.open({
    provider: claim.provider,
    account: claim.account,
    said: JSON.stringify(claim.target),
    role: claim.role,
    open: new Set(schema.variables.filter(({ isOpen }) => isOpen).map(({ name }) => name)),
    written: hostsIn(target),
    hosts: (own) => provider.hosts(target, own),
  });
  try {
    // What a listing holds is let go before the next one begins.
    const fact = await edge.providers.list(async () => {
      signal.throwIfAborted();
      const listing = await provider.listRestorePoints(target, opened.edge, signal, { keep: claim.keep });
      return factOf(listing, opened.edge.now());
    });
    return { fact, from: opened.answeredFrom() };
  } catch (error) {
    const isOfClock =
      error instanceof ProbeFailure &&
      error.code === 'unauthorized' &&
      Math.abs(opened.clockAheadMs() ?? 0) > mostClockDifferenceMs;
    throw isOfClock ? new ProbeFailure('clock-differs', error.detail) : error;
  }
}

/** A listing with what is judged of it alone. `machineNow`: this machine's clock, ISO 8601. */
export function factOf(listing: Listing, machineNow: string): BackupFact {
  const { points, kinds, kindsAre, others } = divided(listing);
  const byKind = new Map<string, RestorePoint[]>(kinds.map((kind) => [kind, []]));
  for (const point of newestFirst(points)) {
    const kind = point.kind ?? '';
    const known = byKind.get(kind);
    if (known === undefined) byKind.set(kind, [point]);
    else known.push(point);
  }
  const ahead = listing.clock === null ? 0 : Date.parse(listing.clock) - Date.parse(machineNow);
  return {
    points: newestFirst([...byKind.values()].flatMap((own) => kept(own))),
    good: Object.fromEntries([...byKind].map(([kind, own]) => [kind, own.filter(isCounted).length])),
    isComplete: listing.isComplete,
    kindsAre,
    others: others.slice(0, mostOthers),
    isNewestOnly: listing.isNewestOnly ?? false,
    evidence: listing.evidence,
    clockAheadMs: Math.abs(ahead) < noticeableMs ? 0 : Math.round(ahead / noticeableMs) * noticeableMs,
    automatic: listing.automatic ?? null,
    isPublic: listing.isPublic ?? null,
    isSamePlace: listing.isSamePlace ?? null,
    location: listing.location ?? null,
    notes: listing.notes ?? [],
  };
}

/** The points with the kinds by which they are judged: of files their series, where there are several. */
function divided({ points, kinds = [], others = [], isSeriesNamed }: Listing) {
  if (isSeriesNamed === true) return { points, kinds, kindsAre: 'named' as const, others };
  const bySeries = Map.groupBy(points, ({ kind, series }) => (kind == null ? (series ?? null) : null));
  if (bySeries.has(null) || bySeries.size < 2) return { points, kinds, kindsAre: 'own' as const, others };
  const largest = [...bySeries].sort(([, one], [, other]) => other.length - one.length);
  return {
    points: largest
      .slice(0, mostSeries)
      .flatMap(([kind, own]) => own.map((point): RestorePoint => ({ ...point, kind }))),
    kinds,
    kindsAre: 'guessed' as const,
    others: [...others, ...largest.slice(mostSeries).flatMap(([series]) => series ?? [])],
  };
}

/** The newest points of one kind, with as many good and as many full ones, and the good one that lasts longest. */
function kept(points: readonly RestorePoint[]): RestorePoint[] {
  const good = points.filter(({ state }) => state === 'good');
  const lasting = good.reduce<RestorePoint | null>(
    (last, each) => (last === null || expiryOf(each) > expiryOf(last) ? each : last),
    null,
  );
  const chosen = new Set([
    ...points.slice(0, keptOfEachKind),
    ...good.slice(0, keptOfEachKind),
    // What increments build on may be far behind them.
    ...good.filter(({ isIncremental }) => isIncremental !== true).slice(0, keptOfEachKind),
    ...longestLevel(good),
    ...(lasting === null ? [] : [lasting]),
  ]);
  return points.filter((point) => chosen.has(point));
}

function expiryOf({ expiresAt }: RestorePoint): number {
  return expiresAt == null ? Number.POSITIVE_INFINITY : Date.parse(expiresAt);
}

/** The places of the URLs that the ledger itself wrote. */
function hostsIn(target: Readonly<Record<string, unknown>>): ReadonlySet<string> {
  const urls = Object.values(target).filter((each) => typeof each === 'string' && /^https?:/i.test(each));
  return new Set(
    urls.flatMap((each) => URL.parse(each as string) ?? []).map((url) => placeName(hostAndPort(url))),
  );
}
