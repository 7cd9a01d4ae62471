import { resolve } from 'node:path';
import { version } from '../check/version.ts';
import { renderFleetMarkdown, renderFleetText } from '../documents/fleet.ts';
import { systemClock } from '../edge/clock.ts';
import { workTreeRoot } from '../edge/git.ts';
import { findLedgers, findReports, readTextFile } from '../edge/work-tree.ts';
import { messagesFor } from '../messages/index.ts';
import { mergeReports } from '../report/fleet.ts';
import { jsonOf } from '../report/json.ts';
import { readSiteReport, type SiteReport } from '../report/site-report.ts';
import { type Command, statusOf, UsageProblem } from './command.ts';

/** Puts the reports of many sites into one table. */
export const merge: Command<'merge'> = async ({ operands, options, cwd, spoken }) => {
  const { ledgers: named, format, language } = options;
  const before = messagesFor(spoken);
  const { files, missing } = await findReports(operands, cwd);
  const { files: ledgers, problems } =
    named.length === 0
      ? { files: [], problems: [] }
      : await findLedgers(named.join('\n'), await workTreeRoot(cwd), cwd);
  if (files.length === 0 && ledgers.length === 0) {
    const [pattern] = missing;
    throw new UsageProblem(pattern === undefined ? before.fleet.nothing : before.fleet.noReports(pattern));
  }
  const reports: SiteReport[] = [];
  const unread: string[] = [];
  const notes = [
    ...missing.map(before.fleet.noReports),
    ...problems.map(({ path }) => before.command.ledgerNoMatch(path, cwd)),
  ];
  for (const file of files) {
    const result = readSiteReport(await readTextFile(resolve(cwd, file)));
    if (result.ok) reports.push(result.report);
    else {
      unread.push(file);
      notes.push(before.fleet.notReadable(file, result.problem));
    }
  }
  if (reports.length === 0 && ledgers.length === 0) throw new UsageProblem(notes.join('\n'));
  const written = new Set(reports.map((report) => report.language));
  const say = messagesFor(language ?? (written.size === 1 ? [...written][0]! : spoken));
  const now = options.now ?? systemClock.now();
  const fleet = mergeReports(reports, { now, version, ledgers, unread });
  const text = {
    json: () => jsonOf(fleet),
    markdown: () => renderFleetMarkdown(fleet, say),
    text: () => renderFleetText(fleet, say),
  }[format]();
  // What was named and is not there, or cannot be read, is a site that nobody has looked at.
  const isPartial = notes.length > 0;
  return { text, notes, status: statusOf([fleet.verdict, ...(isPartial ? (['incomplete'] as const) : [])]) };
};
