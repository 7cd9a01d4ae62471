import { ProbeFailure } from '../failure.ts';

/** A signal that aborts with a `timeout` after `totalMs`, or when nothing came for `idleMs`; else as `signal` does. */
export function timeLimit(signal: AbortSignal, totalMs: number, idleMs: number) {
  const limit = new AbortController();
  const expire = () => limit.abort(new ProbeFailure('timeout'));
  const total = setTimeout(expire, totalMs);
  const idle = setTimeout(expire, idleMs);
  return {
    signal: AbortSignal.any([signal, limit.signal]),
    onProgress: () => void idle.refresh(),
    stop: () => {
      clearTimeout(total);
      clearTimeout(idle);
    },
  };
}
