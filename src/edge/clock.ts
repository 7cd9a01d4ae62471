import { setTimeout as delay } from 'node:timers/promises';
import { Temporal } from 'temporal-polyfill';

/** The clocks of a run. Judging takes `now` once; the rest measures and waits. */
export interface Clock {
  /** The wall clock. */
  now(): Temporal.Instant;
  /** Milliseconds from an arbitrary start, never going back. */
  elapsedMs(): number;
  /** Resolves after `ms`; rejects with the signal's reason when aborted. */
  wait(ms: number, signal: AbortSignal): Promise<void>;
}

/** What is left of a span that began when this clock's `elapsedMs` was `startedMs`; never less than nothing. */
export function leftOf(ms: number, startedMs: number, clock: Pick<Clock, 'elapsedMs'> = systemClock): number {
  return Math.max(0, ms - (clock.elapsedMs() - startedMs));
}

export const systemClock: Clock = {
  now: () => Temporal.Now.instant(),
  elapsedMs: () => performance.now(),
  wait: async (ms, signal) => {
    await delay(ms, undefined, { signal });
  },
};
