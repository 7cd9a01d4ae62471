import type { Temporal } from 'temporal-polyfill';
import type { FileReading } from '../edge/files.ts';
import type { HolidayCalendar } from '../edge/holidays.ts';
import type { Absence } from '../ledger/absence.ts';
import { dotted, type LedgerPath } from '../ledger/path.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { Hole } from '../rules/checklist.ts';
import { type Finding, finding } from '../rules/finding.ts';
import type { GapRule, RuleData } from '../rules/index.ts';
import type { FindingParts, Topic } from '../rules/rule.ts';

/** All that the ten items are judged by. */
export interface ChecklistInput {
  readonly ledger: Ledger;
  /** `unknown` and `none`, by dotted path. */
  readonly absences: ReadonlyMap<string, Absence>;
  /** The moment to judge by. */
  readonly now: Temporal.Instant;
  /** The site's time zone (IANA). */
  readonly zone: string;
  /** The next run, with its slack. */
  readonly next: Temporal.Instant;
  readonly holidays: HolidayCalendar;
  /**
   * What the files beside the ledger hold, by the path as the ledger writes it. Null: no files were read, so the
   * ledger's word counts, as it does here for what lies at a web address.
   */
  readonly files: ReadonlyMap<string, FileReading> | null;
}

/** How the hole at `path` is written: there, or by a parent that is `unknown` or `none` as a whole. */
export function holeAt(input: ChecklistInput, path: LedgerPath): Hole {
  for (let length = path.length; length > 0; length--) {
    const absence = input.absences.get(dotted(path.slice(0, length)));
    if (absence !== undefined) return absence;
  }
  return null;
}

/**
 * The finding of a gap at `path`, with how the hole stands in the ledger there. Its subject is the path, unless `parts`
 * name another.
 */
export function gapAt<R extends GapRule>(
  input: ChecklistInput,
  rule: R,
  path: LedgerPath,
  data: Omit<RuleData[R], 'hole'>,
  parts: Partial<Omit<FindingParts<RuleData[R]>, 'data'>> = {},
): Finding<R> {
  const whole = { ...data, hole: holeAt(input, path) } as RuleData[R];
  return finding(rule, { subject: dotted(path), path, ...parts, data: whole });
}

/** Whether the ledger says, with a reason, that the thing at `path` does not exist. */
export function isSaidNone(input: ChecklistInput, path: LedgerPath): boolean {
  return holeAt(input, path)?.type === 'none';
}

/** The party that has a topic, if the ledger says so. */
export function partyOf(ledger: Ledger, topic: Topic): string | null {
  return ledger.responsibility?.[topic]?.party ?? null;
}

/** Whether a list is missing or empty. */
export function isEmpty(list: readonly unknown[] | undefined): boolean {
  return list === undefined || list.length === 0;
}
