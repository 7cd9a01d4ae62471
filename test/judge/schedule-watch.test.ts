import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { judgeSchedule, type ScheduleWatch } from '../../src/judge/schedule-watch.ts';
import type { JudgeContext } from '../../src/probes/probe.ts';

const workflow = '.github/workflows/recovery-ledger.yml';
const monthly = [{ cron: '17 0 3 * *', timezone: 'UTC' }];
const at = (text: string) => Temporal.Instant.from(text);
const now = at('2026-11-03T00:17:00Z');

/** The next run is due on 3 December at 00:17; two days of slack. */
const context = { now, next: at('2026-12-05T00:17:00Z'), operator: 'maintenance' } as JudgeContext;

function found(watch: Partial<ScheduleWatch>, more: Partial<JudgeContext> = {}) {
  return judgeSchedule(
    { workflow, lines: monthly, repository: null, previous: null, ...watch },
    { ...context, ...more },
  );
}
const ids = (...given: Parameters<typeof found>) => found(...given).findings.map(({ id }) => id);

describe('schedule/will-stop', () => {
  const id = `schedule/will-stop:${workflow}`;
  const pushed = (day: string, isPublic = true) => ({
    repository: { isPublic, pushedAt: at(`${day}T00:17:00Z`) },
  });

  it('is told by the last check before the day', () => {
    // 60 days after 6 October are the 5th of December.
    expect(ids(pushed('2026-10-06'))).toEqual([id]);
    expect(ids(pushed('2026-10-07'))).toEqual([]);
  });

  it('is something to be done by that day, by whoever operates the site', () => {
    const { findings, dates } = found(pushed('2026-09-20'));
    expect(findings).toMatchObject([
      { kind: 'expiring', severity: 'warning', party: 'maintenance', items: [], data: { isPast: false } },
    ]);
    expect(findings[0]!.deadline?.toString()).toBe('2026-11-19T00:17:00Z');
    expect(dates).toMatchObject([{ what: { type: 'schedule-stops', workflow }, finding: id }]);
    expect(dates[0]!.at.toString()).toBe('2026-11-19T00:17:00Z');
  });

  it('tells the day ahead also where all is well', () => {
    expect(found(pushed('2026-10-20')).dates).toMatchObject([{ finding: null }]);
  });

  it('says so where the day has passed and the schedule still runs', () => {
    const { findings, dates } = found(pushed('2026-08-01'));
    expect(findings).toMatchObject([{ id, data: { isPast: true } }]);
    expect(dates).toEqual([]);
  });

  it('is silent for a private repository', () => {
    expect(found(pushed('2026-08-01', false))).toEqual({ findings: [], dates: [] });
  });

  it('is silent where no schedule starts the checks, and where nobody asked', () => {
    expect(ids({ ...pushed('2026-08-01'), lines: [] })).toEqual([]);
    expect(ids({})).toEqual([]);
    expect(ids({ repository: { isPublic: true, pushedAt: null } })).toEqual([]);
  });

  it('is not testable where the token may not ask', () => {
    expect(found({ repository: 'refused' }).findings).toMatchObject([
      { id: `probe/not-testable:${workflow}`, kind: 'notice', data: { reason: 'no-permission' } },
    ]);
  });
});

describe('schedule/was-late', () => {
  const id = `schedule/was-late:${workflow}`;
  const previous = (checked: string, announced: string) => ({
    previous: { at: at(checked), announced: at(announced) },
  });

  it('is told of a run that came more than a day after the announced one', () => {
    const last = previous('2026-10-03T00:20:00Z', '2026-11-03T00:17:00Z');
    expect(ids(last, { now: at('2026-11-04T00:17:01Z') })).toEqual([id]);
    expect(ids(last, { now: at('2026-11-04T00:17:00Z') })).toEqual([]);
    expect(ids(last, { now: at('2026-11-03T06:00:00Z') })).toEqual([]);
  });

  it('is told of a run that was dropped', () => {
    const { findings } = found(previous('2026-09-03T00:20:00Z', '2026-10-03T00:17:00Z'));
    expect(findings).toMatchObject([
      {
        id,
        kind: 'notice',
        severity: 'info',
        data: { due: '2026-10-03T00:17:00Z', before: '2026-09-03T00:20:00Z', came: '2026-11-03T00:17:00Z' },
      },
    ]);
  });

  it('is silent where a check by hand took its place', () => {
    expect(ids(previous('2026-10-20T12:00:00Z', '2026-11-03T00:17:00Z'))).toEqual([]);
  });

  it('is silent where the schedule was changed, or another one had announced it', () => {
    const last = previous('2026-09-03T00:20:00Z', '2026-10-03T00:17:00Z');
    expect(ids({ ...last, lines: [{ cron: '17 0 5 * *', timezone: 'UTC' }] })).toEqual([]);
    expect(ids({ ...last, lines: [] })).toEqual([]);
    expect(ids(previous('2026-09-03T00:20:00Z', '2026-10-03T00:20:00Z'))).toEqual([]);
  });

  it('is silent where no earlier check is known', () => {
    expect(ids({})).toEqual([]);
  });
});
