import type { FleetState } from '../report/fleet.ts';
import type { NoReport } from '../report/site-report.ts';

/** The words of a fleet: many sites in one table. */
export interface FleetMessages {
  readonly states: { readonly [S in FleetState]: { readonly mark: string; readonly word: string } };
  /** How many sites there are, and how they stand; `counts` are sentences of `counted`. */
  headline(total: number, counts: string): string;
  counted(state: FleetState, count: number): string;
  critical(sites: number): string;
  readonly site: string;
  readonly state: string;
  readonly score: string;
  scored(met: number, band: string): string;
  readonly toDo: string;
  toDoCount(count: number, critical: number): string;
  readonly next: string;
  readonly checked: string;
  /** The check that was due on that day has not come. */
  stopped(day: string): string;
  readonly issue: string;
  mergedAt(moment: string): string;
  /** Rows that there was no room for, the last ones. */
  more(count: number): string;
  /** Files that should have been reports. */
  unread(files: string): string;
  noReports(pattern: string): string;
  notReadable(file: string, problem: NoReport): string;
  readonly nothing: string;
}
