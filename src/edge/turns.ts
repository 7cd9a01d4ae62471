import { setImmediate as nextTurn } from 'node:timers/promises';
import { limiter } from './limiter.ts';

const enter = limiter(1);

/**
 * Does work that keeps the thread for a while: one piece in each turn of the event loop, so that however many answers
 * came at once, timers, deadlines and signals are heard between two of them.
 */
export function inTurn<T>(work: () => T): Promise<T> {
  return enter(async () => {
    await nextTurn();
    return work();
  });
}
