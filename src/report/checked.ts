import type { NamedFiles } from '../checklist/named-file.ts';
import type { HolidayCalendar } from '../edge/holidays.ts';
import type { Crash, Judgement } from '../judge/judge.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { LedgerSource } from '../ledger/source.ts';
import type { Report } from './report.ts';

/** A ledger that was checked, with what the documents are made of. */
export interface CheckedLedger {
  readonly source: LedgerSource;
  readonly report: Report;
  /** Null where the ledger could not be read. */
  readonly parsed: ParsedLedger | null;
  readonly judgement: Judgement | null;
  readonly holidays: HolidayCalendar;
  /** What the files that it names hold; null where none were read. */
  readonly files: NamedFiles | null;
  /** What went wrong in our own code: the rest is reported, then the run ends with an internal error. */
  readonly crashes: readonly Crash[];
  /** Whether the whole ledger was looked at, so that silence means that nothing was found. */
  readonly complete: boolean;
}
