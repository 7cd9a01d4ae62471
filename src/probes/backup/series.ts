import type { RestorePoint } from '../../providers/provider.ts';
import { minuteMs } from '../../text/values.ts';
import { momentOf } from './order.ts';

/** One kind of restore points of one backup, as they are to be judged. */
export interface Series {
  readonly kind: string | null;
  /** Good, not over, and not of the future; newest first. */
  readonly good: readonly RestorePoint[];
  /** What was tried after the newest good one, newest first: failed, partial, in progress, or in no known state. */
  readonly attempts: readonly RestorePoint[];
  /** Said to be good at a time that is still to come, beyond what clocks may differ by; newest first. */
  readonly future: readonly RestorePoint[];
}

/** Clocks of two machines may differ by so much. */
const skewMs = 5 * minuteMs;

/**
 * Sorts the points of each kind into what they are worth at `now` (milliseconds since 1970, the provider's clock).
 *
 * @param known kinds that may be without points; `''`: of no kind
 */
export function seriesOf(points: readonly RestorePoint[], known: readonly string[], now: number): Series[] {
  const kinds = [...points.map(({ kind }) => kind ?? null), ...known.map((kind) => kind || null)];
  return [...new Set(kinds)].map((kind) => {
    const own = points.filter((each) => (each.kind ?? null) === kind);
    const kept = own.filter((each) => each.state === 'good' && !isOver(each, now));
    const sound = kept.filter((each) => each.isIncremental !== true || hasBase(each, kept));
    const good = sound.filter((each) => momentOf(each) <= now + skewMs);
    const newest = good[0] === undefined ? Number.NEGATIVE_INFINITY : momentOf(good[0]);
    return {
      kind,
      good,
      future: sound.filter((each) => momentOf(each) > now + skewMs),
      attempts: own.filter(
        (each) => each.state !== 'good' && each.state !== 'expired' && momentOf(each) > newest,
      ),
    };
  });
}

/** So many, over the time in which one is due, are seen to come again and again. */
const fewestOfRegular = 3;

/** Whether the good ones, newest first, show that new ones come. `dueMs`: within which one is due; null: nobody says. */
export function comesAgain(good: readonly RestorePoint[], dueMs: number | null): boolean {
  const [newest] = good;
  const oldest = good.at(-1);
  if (newest === undefined || oldest === undefined || good.length < fewestOfRegular) return false;
  return momentOf(newest) - momentOf(oldest) >= (dueMs ?? 0);
}

function isOver({ expiresAt }: RestorePoint, now: number): boolean {
  return expiresAt != null && Date.parse(expiresAt) <= now;
}

/** Whether there is a full one before an incremental one, that it can build on. */
function hasBase(increment: RestorePoint, kept: readonly RestorePoint[]): boolean {
  return kept.some((each) => each.isIncremental !== true && momentOf(each) <= momentOf(increment));
}

/** How many earlier ones say what is usual. */
const mostCompared = 5;

/** How long such a backup usually takes, in milliseconds; null where starts or ends are not known. */
export function usualDuration(good: readonly RestorePoint[]): number | null {
  const spans = good.flatMap(({ at, startedAt, meaning }) =>
    at !== null && startedAt != null && meaning === 'completed'
      ? [Date.parse(at) - Date.parse(startedAt)]
      : [],
  );
  return median(spans.filter((each) => each >= 0).slice(0, mostCompared));
}

function median(values: readonly number[]): number | null {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  if (sorted.length === 0) return null;
  if (!Number.isInteger(middle)) return sorted[Math.floor(middle)]!;
  return (sorted[middle - 1]! + sorted[middle]!) / 2;
}
