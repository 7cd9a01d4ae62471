import type { Temporal } from 'temporal-polyfill';
import { type Unseen, unseenFinding } from '../probes/judge-unseen.ts';
import type { JudgeContext, KnownDate } from '../probes/probe.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isAfter } from '../text/time.ts';
import { runAfter, type ScheduleLine } from './schedule.ts';

/** What GitHub says of the repository that a workflow belongs to. */
export interface RepositoryState {
  readonly isPublic: boolean;
  /** The last push to any branch; null where there was none. */
  readonly pushedAt: Temporal.Instant | null;
}

/** The check before this one, as it left word of itself. */
export interface PreviousCheck {
  readonly at: Temporal.Instant;
  /** When it said that the next one is due. */
  readonly announced: Temporal.Instant;
}

/** All that is known of the schedule that starts the checks. */
export interface ScheduleWatch {
  /** The workflow's file, from the repository's root. */
  readonly workflow: string;
  readonly lines: readonly ScheduleLine[];
  /** `refused`: the token may not ask. Null: nobody asked. */
  readonly repository: RepositoryState | 'refused' | null;
  /** Null where none is known. */
  readonly previous: PreviousCheck | null;
}

/**
 * "In a public repository, scheduled workflows are automatically disabled when no repository activity has occurred
 * in 60 days" (GitHub's documentation of the `schedule` event). What counts as activity it does not say; issues and
 * comments that a run writes do not, a push does.
 */
const daysUntilStop = 60;
/** GitHub delays scheduled runs in busy hours: later than this is worth a line. */
const lateAfter = { hours: 24 };

/** Whether the checks go on by themselves, and whether they came when they were due. */
export function judgeSchedule(
  watch: ScheduleWatch,
  context: JudgeContext,
): { readonly findings: readonly Finding[]; readonly dates: readonly KnownDate[] } {
  if (watch.lines.length === 0) return { findings: [], dates: [] };
  const { findings, dates } = judgeStop(watch, context);
  return { findings: [...findings, ...judgeLateness(watch, context)], dates };
}

function judgeStop({ workflow, repository }: ScheduleWatch, { now, next, operator }: JudgeContext) {
  const about = { subject: workflow, path: ['review', 'every'] };
  if (repository === 'refused') {
    const unseen: Unseen = { ...about, party: null, items: [], what: workflow, named: 'schedule' };
    return { findings: [unseenFinding(unseen, { code: 'no-permission', detail: null })], dates: [] };
  }
  if (repository === null || !repository.isPublic || repository.pushedAt === null) {
    return { findings: [], dates: [] };
  }
  const { pushedAt } = repository;
  const stopsAt = pushedAt.add({ hours: 24 * daysUntilStop });
  const isPast = isAfter(now, stopsAt);
  const findings = isAfter(stopsAt, next)
    ? []
    : [
        finding('schedule/will-stop', {
          ...about,
          data: { workflow, pushedAt: pushedAt.toString(), stopsAt: stopsAt.toString(), isPast },
          party: operator,
          deadline: stopsAt,
        }),
      ];
  const dates: KnownDate[] = isPast
    ? []
    : [{ at: stopsAt, what: { type: 'schedule-stops', workflow }, finding: findings[0]?.id ?? null }];
  return { findings, dates };
}

function judgeLateness({ workflow, lines, previous }: ScheduleWatch, { now }: JudgeContext): Finding[] {
  if (previous === null) return [];
  const { at, announced: due } = previous;
  if (!isAfter(now, due.add(lateAfter))) return [];
  // A schedule that was changed in the meantime is not held to what the old one announced.
  if (runAfter(at, lines)?.equals(due) !== true) return [];
  const data = { workflow, due: due.toString(), came: now.toString(), before: at.toString() };
  return [finding('schedule/was-late', { subject: workflow, path: ['review', 'every'], data })];
}
