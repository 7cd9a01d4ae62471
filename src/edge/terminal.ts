/** A line on standard error that says what is being checked; none where that is no terminal. */
export interface Progress {
  show(text: string): void;
  /** Takes the line away again. */
  clear(): void;
}

export function openProgress(stream: NodeJS.WriteStream = process.stderr): Progress {
  if (stream.isTTY !== true) return { show: () => {}, clear: () => {} };
  return {
    show: (text) => stream.write(`\r\u001b[2K${text.slice(0, (stream.columns ?? 80) - 1)}`),
    clear: () => stream.write('\r\u001b[2K'),
  };
}

/** Why a run was stopped from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * A signal that aborts on SIGTERM and SIGINT. Whoever holds it stops at once; if something does not heed it, the
 * process ends after `graceMs` all the same, with the status of a process that was terminated.
 */
export function stopSignal(graceMs = 1500): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    controller.abort(new Stopped('stopped'));
    setTimeout(() => process.exit(143), graceMs).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return controller.signal;
}
