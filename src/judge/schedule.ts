import { Cron } from 'croner';
import type { Temporal } from 'temporal-polyfill';
import { parse } from 'yaml';
import { after, instantOf } from '../text/time.ts';
import type { Duration } from '../text/values.ts';

/** One line of a workflow's `on.schedule`. Without `timezone` the times are UTC. */
export interface ScheduleLine {
  readonly cron: string;
  readonly timezone: string;
}

/** The schedule lines of a workflow file; none where it has none or cannot be read. */
export function scheduleOf(workflow: string): ScheduleLine[] {
  let document: unknown;
  try {
    document = parse(workflow, { maxAliasCount: 100 });
  } catch {
    return [];
  }
  // YAML 1.1 readers turn `on` into `true`; this one keeps it.
  const lines = (document as { on?: { schedule?: unknown } } | null)?.on?.schedule;
  if (!Array.isArray(lines)) return [];
  return lines.flatMap((line: { cron?: unknown; timezone?: unknown } | null) =>
    typeof line?.cron === 'string'
      ? [{ cron: line.cron, timezone: typeof line.timezone === 'string' ? line.timezone : 'UTC' }]
      : [],
  );
}

/** When the next two runs are due. */
export interface NextRuns {
  readonly next: Temporal.Instant;
  readonly afterNext: Temporal.Instant;
  /** Which of what was given says so. */
  readonly by: 'next-check' | 'schedule' | 'every';
}

/** A moment or a span after which the next check is due. */
export type NextCheck =
  | { readonly type: 'at'; readonly at: Temporal.Instant }
  | { readonly type: 'after'; readonly after: Duration };

/**
 * When the next runs after `now` are due: by `nextCheck` if given, else by the workflow's schedule, else by `every`.
 * Where only one moment is known, the run after it is as far from it as it is from `now`.
 * Calendar spans are counted in `zone`.
 */
export function nextRuns(
  now: Temporal.Instant,
  zone: string,
  given: { nextCheck: NextCheck | null; schedule: readonly ScheduleLine[]; every: Duration },
): NextRuns {
  if (given.nextCheck?.type === 'at') {
    const next = given.nextCheck.at;
    const span = Math.max(0, next.epochMilliseconds - now.epochMilliseconds);
    return { next, afterNext: next.add({ milliseconds: span }), by: 'next-check' };
  }
  if (given.nextCheck === null) {
    const first = runAfter(now, given.schedule);
    if (first !== null) {
      return { next: first, afterNext: runAfter(first, given.schedule) ?? first, by: 'schedule' };
    }
  }
  const span = given.nextCheck?.after ?? given.every;
  const next = after(now, span, zone);
  const by = given.nextCheck === null ? 'every' : 'next-check';
  return { next, afterNext: after(next, span, zone), by };
}

/** The first run that a workflow's schedule starts after `from`; null where it starts none. */
export function runAfter(from: Temporal.Instant, schedule: readonly ScheduleLine[]): Temporal.Instant | null {
  let first: number | null = null;
  for (const { cron, timezone } of schedule) {
    try {
      const run = new Cron(cron, { timezone, mode: '5-part' }).nextRun(new Date(from.epochMilliseconds));
      if (run !== null && (first === null || run.getTime() < first)) first = run.getTime();
    } catch {
      // A line that GitHub would refuse starts no run.
    }
  }
  return first === null ? null : instantOf(first);
}
