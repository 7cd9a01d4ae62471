import type { RestorePoint } from '../../providers/provider.ts';

/** The points, newest first. An attempt of which no time is known yet is the newest. */
export function newestFirst(points: readonly RestorePoint[]): RestorePoint[] {
  return [...points].sort((a, b) => momentOf(b) - momentOf(a));
}

/** When the attempt was, in milliseconds since 1970; infinite where none is known. */
export function momentOf({ at, startedAt }: RestorePoint): number {
  const time = at ?? startedAt ?? null;
  return time === null ? Number.POSITIVE_INFINITY : Date.parse(time);
}

/** Whether it counts as one that is kept: the moment that can be restored to lies in what others are counted for. */
export function isCounted({ state, meaning }: RestorePoint): boolean {
  return state === 'good' && meaning !== 'restorable-to';
}
