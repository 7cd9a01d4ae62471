import type { Temporal } from 'temporal-polyfill';
import { isPast } from '../checklist/due.ts';
import type { Exception, Ledger } from '../ledger/schema.ts';
import { type Part, partsOfRule } from '../probes/index.ts';
import { type Finding, finding } from '../rules/finding.ts';
import { isRuleName, type RuleName } from '../rules/index.ts';
import { probeRules } from '../rules/probe.ts';
import { type ChangeWatch, watchedParts } from './change-watch.ts';
import type { FindingPart, JudgedFinding } from './judged.ts';
import type { ScheduleWatch } from './schedule-watch.ts';

/** What shows whether a rule could have found anything in this run. */
export interface ExceptionInput {
  readonly ledger: Ledger;
  readonly now: Temporal.Instant;
  /** The parts of which this run looked at every claim. */
  readonly asked: ReadonlySet<Part>;
  readonly schedule: ScheduleWatch | null;
  readonly changes: ChangeWatch | null;
  /** Whether everybody can read the ledger; null where it is not known. */
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
export function judgeExceptions(findings: readonly Finding[], input: ExceptionInput): JudgedFinding[] {
  return input.ledger.exceptions.flatMap((exception, index): JudgedFinding[] => {
    const { rule, subject, until } = exception;
    const parts = { subject: `exceptions.${index}`, path: ['exceptions', index] };
    if (isOver(exception, input.ledger, input.now)) {
      const data = { rule, subject, until };
      return [{ ...finding('ledger/exception-expired', { ...parts, data }), part: 'ledger', looks: [] }];
    }
    if (findings.some((found) => silences(exception, found))) return [];
    if (!couldBeFound(exception, findings, input)) return [];
    const unused = finding('ledger/exception-unused', { ...parts, data: { rule, subject } });
    return [{ ...unused, part: lookFor(rule), looks: [] }];
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

/** The parts that have to be looked at before silence on a rule means anything. */
function looksFor(rule: RuleName): Part[] {
  if (rule === 'change/unrecorded') return [...watchedParts];
  return partsOfRule(rule);
}

/** The part whose look says that nothing of the rule is there; several: no single one does. */
function lookFor(rule: string): FindingPart {
  const [part, ...more] = isRuleName(rule) ? looksFor(rule) : [];
  return part === undefined || more.length > 0 ? 'ledger' : part;
}

/** Whether this run would have reported what the exception silences: only then does its silence mean anything. */
function couldBeFound(
  { rule, subject: written }: Exception,
  findings: readonly Finding[],
  { asked, schedule, changes, isPublic }: ExceptionInput,
): boolean {
  if (!isRuleName(rule) || !looksFor(rule).every((part) => asked.has(part))) return false;
  const subject = written.replace(/@.*$/s, '').toLowerCase();
  const isUnseen = findings.some(
    (found) => Object.hasOwn(probeRules, found.rule) && isRelated(found.subject.toLowerCase(), subject),
  );
  if (isUnseen) return false;
  switch (rule) {
    case 'ledger/private-data-public':
      return isPublic !== null;
    case 'schedule/will-stop':
      return typeof schedule?.repository === 'object' && schedule.repository !== null;
    case 'schedule/was-late':
      return schedule !== null && schedule.previous !== null;
    case 'change/unrecorded':
      return changes !== null && (changes.type === 'base' || changes.last.changes !== null);
  }
  return true;
}

/** Whether what is said of one subject holds for the other: a zone and its records, an id and its path. */
function isRelated(one: string, other: string): boolean {
  return (
    one === other || one.startsWith(`${other}/`) || other.startsWith(`${one}/`) || one.endsWith(`.${other}`)
  );
}
