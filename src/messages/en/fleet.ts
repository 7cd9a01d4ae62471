import type { FleetState } from '../../report/fleet.ts';
import type { NoReport } from '../../report/site-report.ts';

const states: Record<FleetState, { readonly mark: string; readonly word: string }> = {
  invalid: { mark: '🔴', word: 'ledger cannot be read' },
  drift: { mark: '🔴', word: 'drift' },
  'not-checked': { mark: '⚪', word: 'not checked' },
  late: { mark: '⚪', word: 'checks have stopped' },
  incomplete: { mark: '🟡', word: 'not all could be seen' },
  match: { mark: '🟢', word: 'match' },
};

const sites = (count: number) => `${count} ${count === 1 ? 'site' : 'sites'}`;

export const fleet = {
  states,
  /** How many sites there are, and how they stand; `counts` are sentences of `counted`. */
  headline: (total: number, counts: string) => `${sites(total)}: ${counts}.`,
  counted: (state: FleetState, count: number) => `${count} ${states[state].word}`,
  critical: (count: number) => `${sites(count)} ${count === 1 ? 'needs' : 'need'} somebody at once.`,
  site: 'Site',
  state: 'State',
  score: 'In place',
  scored: (met: number, band: string) => `${met} of 10 (${band})`,
  toDo: 'To do',
  toDoCount: (count: number, critical: number) =>
    `${count}${critical === 0 ? '' : ` (${critical} critical)`}`,
  next: 'Next date',
  checked: 'Checked on',
  /** The check that was due on that day has not come. */
  stopped: (day: string) => `the check due on ${day} has not come`,
  issue: 'Issue',
  mergedAt: (moment: string) => `As of ${moment}.`,
  /** Rows that there was no room for, the last ones. */
  more: (count: number) => `${count} more are not shown here; merge --format json has all of them.`,
  /** Files that should have been reports. */
  unread: (files: string) => `Reports that could not be read: ${files}`,
  noReports: (pattern: string) => `There is no report.json at ${pattern}.`,
  notReadable: (file: string, problem: NoReport) => {
    switch (problem.type) {
      case 'no-json':
        return `${file}: this is no JSON. It may be half written, or another file.`;
      case 'version':
        return `${file}: a report.json of a later version (${problem.version}). Update recovery-ledger.`;
      case 'no-report':
        return `${file}: this is no report.json of recovery-ledger${problem.at === '' ? '' : ` (see ${problem.at})`}.`;
    }
  },
  nothing: 'There are no reports to merge. Name files or folders: recovery-ledger merge reports/',
};
