import { rule } from './rule.ts';

const notice = { kind: 'notice', severity: 'info', items: [], cause: 'access' } as const;

/** The schedule that starts the checks. Times: ISO 8601, UTC. */
export const scheduleRules = {
  /** `stopsAt`: when GitHub may switch it off; `isPast`: that time has come already. */
  'schedule/will-stop': rule<{ workflow: string; pushedAt: string; stopsAt: string; isPast: boolean }>({
    kind: 'expiring',
    severity: 'warning',
    items: [],
    cause: 'access',
  }),
  /** `everyDays`: how often a check would have to run, at most. */
  'schedule/too-rare': rule<{ host: string; port: number; lifetimeDays: number; everyDays: number }>(notice),
  /** `before`: the check that announced `due`; `came`: this one. */
  'schedule/was-late': rule<{ workflow: string; due: string; came: string; before: string }>(notice),
};
