import type { Ability } from '../../ledger/schema.ts';
import type {
  DecisionName,
  Deliverable,
  FileTrouble,
  Hole,
  LogName,
  RestorePart,
  RollbackPart,
  RunbookSection,
  TargetName,
  TemplateField,
  TemplateName,
} from '../../rules/checklist.ts';
import type { Topic } from '../../rules/rule.ts';
import type { WeekSpan } from '../../text/values.ts';
import type { Format } from '../format.ts';
import { type DailyWindow, dailyWindows, endsOf, isWholeWeek } from '../windows.ts';

const accessNames: Readonly<Record<string, string>> = {
  server: 'the server',
  monitoring: 'the monitoring',
  backup: 'the backup',
  cms: 'the CMS',
  waf: 'the WAF',
  domain: 'the domain',
  dns: 'DNS',
  certificate: 'the certificate',
  cdn: 'the CDN',
  bypass: 'the bypass',
};

/** What an access opens; an id of the ledger's own stays as it is. */
export function accessName(id: string): string {
  return Object.hasOwn(accessNames, id) ? accessNames[id]! : `“${id}”`;
}

/** What a runbook is for. */
export function procedureName(of: string): string {
  return of === 'rollback' || of === 'restore' ? of : accessName(of);
}

export const abilities: { readonly [A in Ability]: string } = {
  restart: 'restart',
  'apply-settings': 'apply settings',
  resize: 'resize',
  'view-alerts': 'view alerts',
  'view-logs': 'view logs',
  restore: 'restore',
  confirm: 'confirm a restore',
  edit: 'edit',
  'switch-maintenance': 'switch to the maintenance page',
  renew: 'renew',
  'change-nameservers': 'change the name servers',
  failover: 'switch to another environment',
  replace: 'replace',
  'block-path': 'block a path',
  'static-page': 'switch to a static page',
  purge: 'empty the cache',
};

export const decisions: { readonly [D in DecisionName]: string } = {
  'start-recovery': 'starting the recovery',
  rollback: 'rolling back',
  publication: 'taking the site on or off line',
};

export const targets: { readonly [T in TargetName]: string } = {
  'first-report': 'first report',
  'update-every': 'time between updates',
  provisional: 'provisional recovery',
  full: 'full recovery',
};

export const rollbackParts: { readonly [P in RollbackPart]: string } = {
  what: 'what is rolled back',
  when: 'the criteria for rolling back',
  'approved-by': 'who approved the criteria',
  by: 'who does it',
  where: 'where it is done',
  takes: 'how long it takes',
  verify: 'what decides that it worked',
};

export const restoreParts: { readonly [P in RestorePart]: string } = {
  covers: 'what is restored',
  into: 'where it is restored to (staging or production)',
  choose: 'which backup is chosen',
  by: 'who does it',
  takes: 'how long it takes',
  verify: 'what decides that it worked',
  backups: 'which backups it uses',
};

export const sections: { readonly [S in RunbookSection]: string } = {
  when: 'when to do it',
  steps: 'how to do it',
  confirm: 'how to confirm that it worked',
};

export const logs: { readonly [L in LogName]: string } = {
  access: 'access log',
  application: 'application log',
  system: 'system log',
};

export const templates: { readonly [T in TemplateName]: string } = {
  'first-report': 'first report',
  'recovery-report': 'recovery report',
};

export const fields: { readonly [F in TemplateField]: string } = {
  symptom: 'symptom',
  impact: 'impact',
  'provisional-measures': 'provisional measures',
  'next-update': 'time of the next update',
  timeline: 'timeline',
  cause: 'cause',
  'what-was-done': 'what was done',
  prevention: 'prevention',
  'next-action': 'next action',
  'next-action-date': 'date of the next action',
};

export const topics: { readonly [T in Topic]: string } = {
  decision: 'decision',
  operation: 'operation',
  communication: 'communication',
  access: 'access',
  accountability: 'accountability',
};

export const deliverables: { readonly [D in Deliverable]: string } = {
  'first-report': 'the first report',
  'recovery-report': 'the recovery report',
  'response-log': 'the log of what was done',
  'rollback-criteria': 'the rollback criteria',
};

export const deliverableParts = {
  fills: 'who fills it in',
  approves: 'who approves it',
  sends: 'who sends it',
  'kept-in': 'where it is kept',
} as const;

export const troubles: { readonly [T in FileTrouble]: string } = {
  missing: 'there is no such file',
  'not-a-file': 'it is a folder or something else that is no file',
  'too-large': 'it is too large to be read (at most 1 MiB)',
  'not-text': 'it cannot be read as text (not UTF-8)',
  denied: 'the file may not be read',
  gone: 'there is no page at that URL (404 or 410)',
};

/** How a hole stands in the ledger. */
export function holeSaid(hole: Hole): string {
  if (hole === null) return 'not written';
  return hole.type === 'unknown' ? 'written as unknown' : `said not to exist (${hole.reason})`;
}

/** The day something was last done. */
export function lastDay(day: string | null, format: Format): string {
  return day === null ? 'no date is written' : `last on ${format.day(day)}`;
}

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const shownWindows = 7;
const shownDays = 3;

function windowText({ days, first }: DailyWindow): string {
  if (isWholeWeek([first])) return 'the whole week';
  const { from, to, isSameDay } = endsOf(first);
  if (days.length > 1) {
    const name = days.length === 7 ? 'every day' : `${weekdays[days[0]!]!} to ${weekdays[days.at(-1)! % 7]!}`;
    return `${name} ${from.time} to ${to.time}${isSameDay ? '' : ' the next day'}`;
  }
  return `${weekdays[from.day]!} ${from.time} to ${isSameDay ? '' : `${weekdays[to.day]!} `}${to.time}`;
}

/** When nobody answers: windows of each week, and holidays. */
export function uncoveredText(
  { windows, days }: { readonly windows: readonly WeekSpan[]; readonly days: readonly string[] },
  format: Format,
): string {
  const parts: string[] = [];
  if (windows.length > 0) {
    const daily = dailyWindows(windows);
    const rest = daily.length - shownWindows;
    const shown = daily.slice(0, shownWindows).map(windowText);
    parts.push(rest > 0 ? `${shown.join(', ')} and ${rest} more` : format.list(shown));
  }
  if (days.length > 0) {
    const rest = days.length - shownDays;
    const shown = days.slice(0, shownDays).map((day) => format.day(day));
    parts.push(`holidays (${shown.join('; ')}${rest > 0 ? `; ${rest} more within a year` : ''})`);
  }
  return parts.join(', and ');
}
