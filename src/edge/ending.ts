/** The exit statuses of a process that does not come to its own end. */
export const endStatus = { internalError: 4, stopped: 143 } as const;

/** Why a run was stopped from outside. */
export class Stopped extends Error {
  override readonly name = 'Stopped';
}

/**
 * A signal that aborts on SIGTERM and SIGINT. Its holder stops at once; if something does not heed it, the
 * process ends after `graceMs` all the same, with the status of a process that was terminated.
 */
export function stopSignal(graceMs = 1500): AbortSignal {
  const controller = new AbortController();
  const stop = () => {
    controller.abort(new Stopped('stopped'));
    setTimeout(() => process.exit(endStatus.stopped), graceMs).unref();
  };
  process.once('SIGTERM', stop);
  process.once('SIGINT', stop);
  return controller.signal;
}

/** What nothing caught, as the `cause`: a fault of ours, thrown where no promise waits, or out of one that nobody awaits. */
export class Uncaught extends Error {
  override readonly name = 'Uncaught';
}

/** The last net under a process. */
export interface LastNet {
  /** Aborts with an `Uncaught` as soon as something has fallen into the net. */
  readonly signal: AbortSignal;
  /** To be called when the run has come to its end, whichever: only then is said what fell. */
  close(): void;
}

/** How long a run may take to write what it has, once something has fallen. */
const usualGraceMs = 5000;

/**
 * Spreads a net under the process: what nothing else catches aborts the run's signal, so that the run ends as one that
 * is stopped, with everything written that is complete. `say` is handed the first error that fell, once, and the
 * process ends as after a fault of ours; a run that does not come to its end ends after `graceMs` all the same.
 */
export function spreadNet(say: (error: unknown) => void, graceMs: number = usualGraceMs): LastNet {
  const controller = new AbortController();
  let fallen: Uncaught | null = null;
  let hasEnded = false;
  let hasSaid = false;
  let hardEnd: NodeJS.Timeout | null = null;
  const speak = () => {
    if (hasSaid || fallen === null) return;
    hasSaid = true;
    say(fallen.cause);
    process.exitCode = endStatus.internalError;
  };
  const end = () => {
    hasEnded = true;
    speak();
    // Nothing but what the fall left open can keep the process from now on.
    hardEnd?.unref();
  };
  const fall = (error: unknown) => {
    // What falls while the run ends is a consequence.
    if (fallen !== null) return;
    fallen = new Uncaught('uncaught', { cause: error });
    hardEnd = setTimeout(() => {
      speak();
      process.exit(endStatus.internalError);
    }, graceMs);
    controller.abort(fallen);
    if (hasEnded) end();
  };
  process.on('uncaughtException', fall);
  process.on('unhandledRejection', fall);
  // Without this a run that waits for what never comes would end as if all were fine.
  process.on('beforeExit', () => {
    if (hasEnded) return;
    hasEnded = true;
    fall(new Error('the run waits for what never comes'));
  });
  return { signal: controller.signal, close: end };
}
