import { ProbeFailure } from './failure.ts';

/**
 * What the work comes to. Its signal aborts with a failure of `code` after `ms`, and as `signal` does.
 *
 * @param ms at most what a timer can hold (2^31 - 1)
 */
export async function within<T>(
  ms: number,
  code: 'timeout' | 'deadline',
  signal: AbortSignal,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  const limit = new AbortController();
  const timer = setTimeout(() => limit.abort(new ProbeFailure(code)), ms);
  try {
    return await work(AbortSignal.any([signal, limit.signal]));
  } finally {
    clearTimeout(timer);
  }
}

/**
 * What the work comes to, or the signal's reason as a failure, whichever is first. Work that does not heed the signal
 * is left behind, and what becomes of it is nobody's.
 */
export function untilAborted<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const abort = () => reject(abortFailure(signal));
    signal.addEventListener('abort', abort, { once: true });
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', abort));
    if (signal.aborted) abort();
  });
}

/** Why the signal was aborted, as a failure: its own reason if that is one, else the run's deadline. */
export function abortFailure(signal: AbortSignal): ProbeFailure {
  return signal.reason instanceof ProbeFailure
    ? signal.reason
    : new ProbeFailure('deadline', null, { cause: signal.reason });
}
