import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { nextRuns, scheduleOf } from '../../src/judge/schedule.ts';
import { parseDuration } from '../../src/text/values.ts';

const now = Temporal.Instant.from('2026-11-23T00:00:00Z');
const every = parseDuration('1 month')!;
const runs = (given: Partial<Parameters<typeof nextRuns>[2]>, zone = 'Asia/Tokyo') => {
  const { next, afterNext } = nextRuns(now, zone, { nextCheck: null, schedule: [], every, ...given });
  return [next.toString(), afterNext.toString()];
};

describe('the next runs', () => {
  it("follow the workflow's schedule in UTC", () => {
    const schedule = [{ cron: '17 3 3 * *', timezone: 'UTC' }];
    expect(runs({ schedule })).toEqual(['2026-12-03T03:17:00Z', '2027-01-03T03:17:00Z']);
  });
  it("follow the schedule's own time zone", () => {
    const schedule = [{ cron: '17 3 3 * *', timezone: 'Asia/Tokyo' }];
    expect(runs({ schedule })).toEqual(['2026-12-02T18:17:00Z', '2027-01-02T18:17:00Z']);
  });
  it('are the earliest of several schedules', () => {
    const schedule = [
      { cron: '0 0 1 * *', timezone: 'UTC' },
      { cron: '30 4 * * 1', timezone: 'UTC' },
    ];
    expect(runs({ schedule })).toEqual(['2026-11-23T04:30:00Z', '2026-11-30T04:30:00Z']);
  });
  it('pass over a line that GitHub would refuse', () => {
    const schedule = [
      { cron: 'whenever', timezone: 'UTC' },
      { cron: '0 0 1 * *', timezone: 'Nowhere/City' },
    ];
    expect(runs({ schedule })).toEqual(['2026-12-23T00:00:00Z', '2027-01-23T00:00:00Z']);
  });
  it('are as far as review.every says where nothing else is known', () => {
    expect(runs({})).toEqual(['2026-12-23T00:00:00Z', '2027-01-23T00:00:00Z']);
  });
  it('are as far as next-check says, before any schedule', () => {
    const schedule = [{ cron: '17 3 3 * *', timezone: 'UTC' }];
    expect(runs({ schedule, nextCheck: { type: 'after', after: parseDuration('7d')! } })).toEqual([
      '2026-11-30T00:00:00Z',
      '2026-12-07T00:00:00Z',
    ]);
    const at = Temporal.Instant.from('2026-12-01T00:00:00Z');
    expect(runs({ nextCheck: { type: 'at', at } })).toEqual(['2026-12-01T00:00:00Z', '2026-12-09T00:00:00Z']);
  });
  it('count calendar months in the zone of the site', () => {
    const start = Temporal.Instant.from('2026-10-25T12:00:00Z');
    const { next } = nextRuns(start, 'America/New_York', { nextCheck: null, schedule: [], every });
    expect(next.toString()).toBe('2026-11-25T13:00:00Z');
  });
});

describe('the schedule of a workflow file', () => {
  it('is read with its time zones', () => {
    const workflow =
      'on:\n  schedule:\n    - cron: "17 3 3 * *"\n      timezone: Asia/Tokyo\n    - cron: "30 4 * * 1"\n';
    expect(scheduleOf(workflow)).toEqual([
      { cron: '17 3 3 * *', timezone: 'Asia/Tokyo' },
      { cron: '30 4 * * 1', timezone: 'UTC' },
    ]);
  });
  it.each(['', 'on: push', 'on: [push]', 'on: { schedule: soon }', 'a: [', 'on:\n  schedule:\n    - null'])(
    'is empty for %j',
    (workflow) => {
      expect(scheduleOf(workflow)).toEqual([]);
    },
  );
});
