import type { Temporal } from 'temporal-polyfill';
import { isPast } from '../checklist/due.ts';
import type { Exception, Ledger } from '../ledger/schema.ts';
import type { ProbeName } from '../probes/probe.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isRuleName } from '../rules/index.ts';
import type { ChangeWatch } from './change-watch.ts';
import type { ScheduleWatch } from './schedule-watch.ts';

/** What tells whether a rule could have found anything in this run. */
export interface ExceptionInput {
  readonly ledger: Ledger;
  readonly now: Temporal.Instant;
  readonly lookedAtAll: boolean;
  /** The probes of claims that this run was not allowed to look at. */
  readonly withheld: ReadonlySet<ProbeName>;
  readonly schedule: ScheduleWatch | null;
  readonly changes: ChangeWatch | null;
  /** Whether everybody can read the ledger; null where nobody can tell. */
  readonly isPublic: boolean | null;
}

/** The exception that silences a finding, by the finding's id. */
export function exceptionsOf(
  ledger: Ledger,
  findings: readonly Finding[],
  now: Temporal.Instant,
): ReadonlyMap<string, Exception> {
  const valid = ledger.exceptions.filter((exception) => !isOver(exception, ledger, now));
  const excepted = new Map<string, Exception>();
  for (const found of findings) {
    const exception = valid.find((each) => silences(each, found));
    if (exception !== undefined) excepted.set(found.id, exception);
  }
  return excepted;
}

/** What is to be said of the exceptions themselves: that one has ended, or silences nothing. */
export function judgeExceptions(findings: readonly Finding[], input: ExceptionInput): Finding[] {
  return input.ledger.exceptions.flatMap((exception, index): Finding[] => {
    const { rule, subject, until } = exception;
    const parts = { subject: `exceptions.${index}`, path: ['exceptions', index] };
    if (isOver(exception, input.ledger, input.now)) {
      return [finding('ledger/exception-expired', { ...parts, data: { rule, subject, until } })];
    }
    if (findings.some((found) => silences(exception, found))) return [];
    if (!couldBeFound(exception, findings, input)) return [];
    return [finding('ledger/exception-unused', { ...parts, data: { rule, subject } })];
  });
}

function isOver({ until }: Exception, { site }: Ledger, now: Temporal.Instant): boolean {
  return isPast(until, { now, zone: site.timezone });
}

function silences(exception: Exception, found: Finding): boolean {
  if (exception.rule !== found.rule) return false;
  const subject = exception.subject.toLowerCase();
  return subject === found.subject.toLowerCase() || `${exception.rule}:${subject}` === found.id.toLowerCase();
}

const probeOfFamily: Readonly<Record<string, ProbeName>> = {
  http: 'endpoint',
  tls: 'certificate',
  dns: 'dns',
  mail: 'mail',
  domain: 'domain',
  backup: 'backup',
};

/** Whether this run would have told of what the exception silences: only then does its silence mean anything. */
function couldBeFound(
  { rule, subject: written }: Exception,
  findings: readonly Finding[],
  { lookedAtAll, withheld, schedule, changes, isPublic }: ExceptionInput,
): boolean {
  if (!lookedAtAll || !isRuleName(rule)) return false;
  const subject = written.replace(/@.*$/s, '').toLowerCase();
  const isUnseen = findings.some(
    (found) => found.rule.startsWith('probe/') && isRelated(found.subject.toLowerCase(), subject),
  );
  if (isUnseen) return false;
  switch (rule) {
    case 'access/console-unreachable':
      return !withheld.has('access');
    case 'contact/account-gone':
      return !withheld.has('account');
    case 'ledger/private-data-public':
      return isPublic !== null;
    case 'schedule/will-stop':
      return typeof schedule?.repository === 'object' && schedule.repository !== null;
    case 'schedule/was-late':
      return schedule !== null && schedule.previous !== null;
    case 'schedule/too-rare':
      return !withheld.has('certificate');
    case 'change/unrecorded':
      return changes !== null && (changes.type === 'base' || changes.last.changes !== null);
  }
  const family = rule.slice(0, rule.indexOf('/'));
  if (family === 'probe') return withheld.size === 0;
  const probe = probeOfFamily[family];
  return probe === undefined || !withheld.has(probe);
}

/** Whether what is told of one subject tells of the other: a zone and its records, an id and its path. */
function isRelated(one: string, other: string): boolean {
  return (
    one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`) || one.endsWith(`.${other}`)
  );
}
