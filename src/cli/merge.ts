import { resolve } from 'node:path';
import { type ReadInput, readLanguage, readNow } from '../check/inputs.ts';
import { version } from '../check/version.ts';
import { renderFleetMarkdown, renderFleetText } from '../documents/fleet.ts';
import { systemClock } from '../edge/clock.ts';
import { workTreeRoot } from '../edge/git.ts';
import { findLedgers, findReports, readTextFile } from '../edge/work-tree.ts';
import { messagesFor } from '../messages/index.ts';
import { type Fleet, mergeReports } from '../report/fleet.ts';
import { jsonOf } from '../report/json.ts';
import { readSiteReport, type SiteReport } from '../report/site-report.ts';
import type { Language } from '../text/language.ts';

export interface MergeCommand {
  /** Files, folders (every report.json beneath them) or globs. */
  readonly patterns: readonly string[];
  /** Paths or globs of the ledgers that there are: one without a report is shown as not checked. */
  readonly ledgers: readonly string[];
  readonly read: ReadInput;
  readonly format: 'text' | 'json' | 'markdown';
  readonly cwd: string;
  readonly fallbackLanguage: Language;
}

export type MergeOutcome =
  | { readonly type: 'usage'; readonly message: string }
  | {
      readonly type: 'merged';
      readonly text: string;
      /** For standard error: what could not be read. */
      readonly notes: readonly string[];
      readonly verdict: Fleet['verdict'];
      /** Whether something that was named is not there or cannot be read. */
      readonly isPartial: boolean;
    };

/** Puts the reports of many sites into one table. @throws InputProblem */
export async function mergeFromCommandLine(command: MergeCommand): Promise<MergeOutcome> {
  const { read, cwd } = command;
  const given = readLanguage(read);
  const now = readNow(read) ?? systemClock.now();
  const before = messagesFor(given ?? command.fallbackLanguage);
  const { files, missing } = await findReports(command.patterns, cwd);
  const { files: ledgers, problems } =
    command.ledgers.length === 0
      ? { files: [], problems: [] }
      : await findLedgers(command.ledgers.join('\n'), await workTreeRoot(cwd), cwd);
  if (files.length === 0 && ledgers.length === 0) {
    const [pattern] = missing;
    return {
      type: 'usage',
      message: pattern === undefined ? before.fleet.nothing : before.fleet.noReports(pattern),
    };
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
  if (reports.length === 0 && ledgers.length === 0) return { type: 'usage', message: notes.join('\n') };
  const spoken = new Set(reports.map(({ language }) => language));
  const say = messagesFor(given ?? (spoken.size === 1 ? [...spoken][0]! : command.fallbackLanguage));
  const fleet = mergeReports(reports, { now, version, ledgers, unread });
  const text = {
    json: () => jsonOf(fleet),
    markdown: () => renderFleetMarkdown(fleet, say),
    text: () => renderFleetText(fleet, say),
  }[command.format]();
  return { type: 'merged', text, notes, verdict: fleet.verdict, isPartial: notes.length > 0 };
}
