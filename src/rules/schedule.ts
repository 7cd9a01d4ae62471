import type { RuleDefinition } from './rule.ts';

/** The schedule that starts the checks. Times: ISO 8601, UTC. */
export interface ScheduleRules {
  /** `stopsAt`: when GitHub may switch it off; `isPast`: that time has come already. */
  'schedule/will-stop': { workflow: string; pushedAt: string; stopsAt: string; isPast: boolean };
  /** `everyDays`: how often a check would have to run, at most. */
  'schedule/too-rare': { host: string; port: number; lifetimeDays: number; everyDays: number };
  /** `before`: the check that announced `due`; `came`: this one. */
  'schedule/was-late': { workflow: string; due: string; came: string; before: string };
}

const notice = { kind: 'notice', severity: 'info', items: [], cause: 'access' } as const;

export const scheduleRules: { readonly [R in keyof ScheduleRules]: RuleDefinition } = {
  'schedule/will-stop': { kind: 'expiring', severity: 'warning', items: [], cause: 'access' },
  'schedule/too-rare': notice,
  'schedule/was-late': notice,
};
