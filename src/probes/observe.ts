import type { Temporal } from 'temporal-polyfill';
import type { Edge } from '../edge/edge.ts';
import { exhaustionOf, isRetryable, ProbeFailure } from '../edge/failure.ts';
import { limiter } from '../edge/limiter.ts';
import type { Scrubber } from '../edge/scrubber.ts';
import { untilAborted, within } from '../edge/within.ts';
import { lookAgain, type Retries } from './look-again.ts';
import type { AnyProbe, Check, Observation, Outcome } from './probe.ts';

export interface ObserveOptions extends Retries {
  readonly edge: Edge;
  /** Takes this run's secrets out of whatever a look brings back, before a judge sees it. */
  readonly scrubber: Pick<Scrubber, 'scrub' | 'scrubAll'>;
  /** For all looks together; what was not seen by then has failed with `deadline`. */
  readonly deadlineMs: number;
  /** How many looks are under way at once. */
  readonly concurrency: number;
  /** Stops the run; `observeAll` then rejects with the signal's reason. */
  readonly signal: AbortSignal;
  /** Handed each observation as it is made, with its place in the plan. */
  readonly onSeen?: (observation: Observation, index: number) => void;
}

export interface PlannedCheck {
  readonly probe: AnyProbe;
  readonly check: Check;
}

interface Seen {
  readonly outcome: Outcome<unknown>;
  readonly from: string | null;
}

/**
 * Looks at everything that is planned, side by side, each look confirmed by the retries before it is believed.
 * Returns one observation for each check, in the order of the plan, whatever happened to it.
 */
export async function observeAll(
  planned: readonly PlannedCheck[],
  options: ObserveOptions,
): Promise<Observation[]> {
  const { clock, signal } = options;
  const enter = limiter(options.concurrency);
  const observations = await within(options.deadlineMs, 'deadline', signal, (enough) =>
    Promise.all(
      planned.map(async (each, index) => {
        const observation = await observe(each, enough);
        options.onSeen?.(observation, index);
        return observation;
      }),
    ),
  );
  signal.throwIfAborted();
  return observations;

  async function observe({ probe, check }: PlannedCheck, enough: AbortSignal): Promise<Observation> {
    const startedAt = clock.now();
    const started = clock.elapsedMs();
    let attempts = 0;
    // The place is given back while waiting, so that one silent host does not hold up the others.
    const lookInTurn = () =>
      enter(async () => {
        if (enough.aborted) return failedBy(new ProbeFailure('deadline'));
        attempts += 1;
        return look(probe, check, enough);
      });
    const seen = await lookAgain(
      lookInTurn,
      ({ outcome }) => mayChange(probe, check, outcome),
      options,
      enough,
    );
    return {
      check,
      outcome: seen.outcome,
      from: seen.from,
      startedAt,
      durationMs: Math.round(clock.elapsedMs() - started),
      attempts,
    };
  }

  // The one place where what a probe throws is caught.
  async function look(probe: AnyProbe, check: Check, enough: AbortSignal): Promise<Seen> {
    const { scrubber } = options;
    const said = JSON.stringify(check.claim) ?? '';
    try {
      const { fact, from } = await untilAborted(probe.observe(check.claim, options.edge, enough), enough);
      return {
        outcome: { type: 'seen', fact: scrubber.scrubAll(fact, said) },
        from: scrubber.scrubAll(from, said),
      };
    } catch (error) {
      if (enough.aborted) return failedBy(new ProbeFailure('deadline'));
      const failure = error instanceof ProbeFailure ? error : exhaustionOf(error);
      // Without its cause: that may hold what was sent.
      if (failure !== null)
        return failedBy(new ProbeFailure(failure.code, scrubber.scrubAll(failure.detail, said)));
      return { outcome: { type: 'crashed', error }, from: null };
    }
  }
}

/** Of a look that nobody has come to. */
export function notSeen({ check }: PlannedCheck, at: Temporal.Instant): Observation {
  const { outcome, from } = failedBy(new ProbeFailure('deadline'));
  return { check, outcome, from, startedAt: at, durationMs: 0, attempts: 0 };
}

function failedBy(failure: ProbeFailure): Seen {
  return { outcome: { type: 'failed', failure }, from: null };
}

function mayChange(probe: AnyProbe, check: Check, outcome: Outcome<unknown>): boolean {
  if (outcome.type === 'crashed') return false;
  if (outcome.type === 'failed') return isRetryable(outcome.failure);
  return probe.needsConfirmation(check.claim, outcome.fact);
}
