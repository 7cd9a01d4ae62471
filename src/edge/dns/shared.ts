import { abortFailure, untilAborted } from '../within.ts';
import { DeadEnd } from './dead-end.ts';

/** Who waits for a piece of work: another piece of work, or somebody outside (null). */
export interface Waiter {
  readonly key: string | null;
  readonly signal: AbortSignal;
}

/** Work that many may ask for at once and that is done once; good results are kept for the run. */
export interface SharedWork {
  /**
   * The result of `start` under `key`: begun unless it is done or under way. Its signal is aborted when the
   * last waiter has gone. Failures, and results that `keep` refuses, are not kept.
   *
   * @throws DeadEnd where the work would wait for itself, over however many steps
   * (two zones whose name servers lie in each other): nobody could ever resolve that.
   */
  share<T>(
    key: string,
    waiter: Waiter,
    start: (self: Waiter) => Promise<T>,
    keep?: (result: T) => boolean,
  ): Promise<T>;
}

interface Entry {
  readonly promise: Promise<unknown>;
  readonly controller: AbortController;
  readonly waitsFor: Set<string>;
  waiters: number;
  settled: boolean;
}

export function openSharedWork(): SharedWork {
  const entries = new Map<string, Entry>();

  function leadsTo(from: string, to: string, seen = new Set<string>()): boolean {
    if (from === to) return true;
    if (seen.has(from)) return false;
    seen.add(from);
    return [...(entries.get(from)?.waitsFor ?? [])].some((next) => leadsTo(next, to, seen));
  }

  function begin<T>(key: string, start: (self: Waiter) => Promise<T>, keep: (result: T) => boolean): Entry {
    const controller = new AbortController();
    const forget = () => {
      if (entries.get(key) === entry) entries.delete(key);
    };
    const promise = Promise.resolve().then(() => start({ key, signal: controller.signal }));
    const entry: Entry = { promise, controller, waitsFor: new Set(), waiters: 0, settled: false };
    promise.then(
      (result) => {
        entry.settled = true;
        if (!keep(result)) forget();
      },
      () => {
        entry.settled = true;
        forget();
      },
    );
    entries.set(key, entry);
    return entry;
  }

  return {
    async share(key, waiter, start, keep = () => true) {
      if (waiter.signal.aborted) throw abortFailure(waiter.signal);
      let entry = entries.get(key);
      if (entry !== undefined && !entry.settled && waiter.key !== null && leadsTo(key, waiter.key)) {
        throw new DeadEnd(key.slice(key.indexOf(' ') + 1));
      }
      entry ??= begin(key, start, keep);
      if (entry.settled) return entry.promise as ReturnType<typeof start>;
      const waiting = waiter.key === null ? undefined : entries.get(waiter.key)?.waitsFor;
      waiting?.add(key);
      entry.waiters += 1;
      try {
        return (await untilAborted(entry.promise, waiter.signal)) as Awaited<ReturnType<typeof start>>;
      } finally {
        waiting?.delete(key);
        entry.waiters -= 1;
        if (entry.waiters === 0 && !entry.settled) {
          entry.controller.abort(waiter.signal.reason);
          if (entries.get(key) === entry) entries.delete(key);
        }
      }
    },
  };
}
