import type { Clock } from '../edge/clock.ts';

/** When a look is tried again. */
export interface Retries {
  readonly clock: Clock;
  /** The waits before a failed look is tried again. */
  readonly retryWaitsMs: readonly number[];
}

/**
 * Looks, and again after each wait, for as long as `mayChange` says that another look could end otherwise. What the
 * last look came to; no more looks once `signal` is aborted.
 */
export async function lookAgain<T>(
  look: () => Promise<T>,
  mayChange: (seen: T) => boolean,
  { clock, retryWaitsMs }: Retries,
  signal: AbortSignal,
): Promise<T> {
  let seen = await look();
  for (const wait of retryWaitsMs) {
    if (signal.aborted || !mayChange(seen)) return seen;
    try {
      await clock.wait(wait, signal);
    } catch {
      return seen;
    }
    seen = await look();
  }
  return seen;
}
