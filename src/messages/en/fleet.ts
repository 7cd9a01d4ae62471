import type { FleetMessages } from '../fleet.ts';

const states: FleetMessages['states'] = {
  invalid: { mark: '🔴', word: 'ledger cannot be read' },
  drift: { mark: '🔴', word: 'drift' },
  'not-checked': { mark: '⚪', word: 'not checked' },
  late: { mark: '⚪', word: 'checks have stopped' },
  incomplete: { mark: '🟡', word: 'not all could be seen' },
  match: { mark: '🟢', word: 'match' },
};

const sites = (count: number) => `${count} ${count === 1 ? 'site' : 'sites'}`;

export const fleet: FleetMessages = {
  states,
  headline: (total, counts) => `${sites(total)}: ${counts}.`,
  counted: (state, count) => `${count} ${states[state].word}`,
  critical: (count) => `${sites(count)} ${count === 1 ? 'needs' : 'need'} somebody at once.`,
  site: 'Site',
  state: 'State',
  score: 'In place',
  scored: (met, band) => `${met} of 10 (${band})`,
  toDo: 'To do',
  toDoCount: (count, critical) => `${count}${critical === 0 ? '' : ` (${critical} critical)`}`,
  next: 'Next date',
  checked: 'Checked on',
  stopped: (day) => `the check due on ${day} has not come`,
  issue: 'Issue',
  mergedAt: (moment) => `As of ${moment}.`,
  more: (count) => `${count} more are not shown here; merge --format json has all of them.`,
  unread: (files) => `Reports that could not be read: ${files}`,
  noReports: (pattern) => `There is no report.json at ${pattern}.`,
  notReadable: (file, problem) => {
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
