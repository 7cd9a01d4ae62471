import { setTimeout as delay } from 'node:timers/promises';
import { ProbeFailure } from '../failure.ts';
import { abortFailure } from '../within.ts';
import type { Server } from './exchange.ts';

const mostServersTried = 8;
/** After this long without an answer the next server is asked as well. */
const staggerMs = 600;

/**
 * The first attempt that is not null, or null when the servers are used up. Servers are tried in their order;
 * the next one starts when one has failed or has not answered for a while, so one dead server costs no more.
 */
export async function firstUseful<T>(
  servers: AsyncGenerator<Server>,
  attempt: (server: Server) => Promise<T | null>,
  mayGoOn: () => boolean,
  signal: AbortSignal,
): Promise<T | null> {
  type Event = {
    readonly of: 'attempt' | 'pull' | 'patience';
    readonly id: number;
    readonly value: T | null;
  };
  const running = new Map<number, Promise<Event>>();
  let tried = 0;
  let exhausted = false;
  let pulling: Promise<Event> | null = null;
  let wantsMore = true;

  const start = async (server: Server, id: number): Promise<Event> => {
    try {
      return { of: 'attempt', id, value: await attempt(server) };
    } catch (error) {
      if (error instanceof ProbeFailure) return { of: 'attempt', id, value: null };
      throw error;
    }
  };
  const pull = async (): Promise<Event> => {
    const next = await servers.next();
    if (next.done === true) exhausted = true;
    else {
      tried += 1;
      const started = start(next.value, tried);
      // Nobody may wait for it any more, and what it throws then is nobody's.
      started.catch(() => {});
      running.set(tried, started);
    }
    return { of: 'pull', id: 0, value: null };
  };

  for (;;) {
    const more = !exhausted && tried < mostServersTried && mayGoOn();
    if (more && pulling === null && (wantsMore || running.size === 0)) pulling = pull();
    if (pulling === null && running.size === 0) return null;
    const events = [...running.values()];
    const patience = new AbortController();
    if (pulling !== null) events.push(pulling);
    else if (more) {
      const slow: Event = { of: 'patience', id: 0, value: null };
      events.push(delay(staggerMs, slow, { signal: patience.signal }).catch(() => slow));
    }
    const event = await Promise.race(events).finally(() => patience.abort());
    if (signal.aborted) throw abortFailure(signal);
    if (event.value !== null) return event.value;
    if (event.of === 'pull') pulling = null;
    if (event.of === 'attempt') running.delete(event.id);
    wantsMore = event.of !== 'pull';
  }
}
