import type { RestorePoint } from '../../providers/provider.ts';

/** So many backups in a row of at least one size are a level: one that was too large by chance is none. */
const longEnough = 3;

/**
 * The usual size of what is like `point`: the largest that three good ones in a row reached, of all that are listed
 * before it; of fewer, the smallest. Null where sizes of this meaning say nothing, or where there is none.
 */
export function usualSize(point: RestorePoint, good: readonly RestorePoint[]): number | null {
  const before = likewise(point, good).filter((each) => each !== point);
  return sizeOfLevel(levelOf(before));
}

/** So many of the last ones say what size backups have now. */
const mostLast = 5;

/** The size that the newest and the last ones before it kept, by which the next ones are judged; null as above. */
export function lastSize(good: readonly RestorePoint[]): number | null {
  const [newest] = good;
  return newest === undefined ? null : sizeOfLevel(levelOf(likewise(newest, good).slice(0, mostLast)));
}

/** Those of the good ones that show the usual size of the newest: to be kept, where older ones are not. */
export function longestLevel(good: readonly RestorePoint[]): readonly RestorePoint[] {
  const [newest] = good.filter(isComparable);
  return newest === undefined ? [] : levelOf(likewise(newest, good).filter((each) => each !== newest));
}

/** Whether the size is that of the whole: an increment, a disk's or a bill's says nothing of what can be restored. */
export function isComparable({ sizeMeaning, sizeBytes }: RestorePoint): boolean {
  return sizeBytes != null && (sizeMeaning == null || sizeMeaning === 'full' || sizeMeaning === 'unknown');
}

/** Those whose size means the same as that of `point`. */
function likewise(point: RestorePoint, good: readonly RestorePoint[]): RestorePoint[] {
  if (!isComparable(point)) return [];
  return good.filter(
    (each) =>
      each.sizeBytes != null &&
      (each.sizeMeaning ?? 'unknown') === (point.sizeMeaning ?? 'unknown') &&
      (each.series ?? null) === (point.series ?? null) &&
      (each.isIncremental ?? false) === (point.isIncremental ?? false),
  );
}

/** Of points in the order of time, those in a row that reach the largest size; all of fewer. */
function levelOf(points: readonly RestorePoint[]): readonly RestorePoint[] {
  let best = points.slice(0, longEnough);
  for (let at = 1; at + longEnough <= points.length; at++) {
    const row = points.slice(at, at + longEnough);
    if (sizeOfLevel(row)! > sizeOfLevel(best)!) best = row;
  }
  return best;
}

function sizeOfLevel(row: readonly RestorePoint[]): number | null {
  return row.length === 0 ? null : Math.min(...row.map(({ sizeBytes }) => sizeBytes!));
}
