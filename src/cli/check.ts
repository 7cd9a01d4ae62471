import { resolve } from 'node:path';
import type { CheckOptions } from '../check/check.ts';
import {
  type ReadInput,
  readCredentials,
  readLanguage,
  readNetworkInputs,
  readNextCheck,
  readNow,
  readOnly,
} from '../check/inputs.ts';
import { checkHere, type LedgerCrash, loadLedgers, withEdge } from '../check/ledgers.ts';
import { outputFolder, writeFileOrSay } from '../check/output.ts';
import { compareWith } from '../check/pull-request.ts';
import { renderCalendar } from '../documents/calendar.ts';
import { renderTerminal } from '../documents/terminal.ts';
import { Stopped, Uncaught } from '../edge/ending.ts';
import { workTreeRoot } from '../edge/git.ts';
import type { ProviderAccess } from '../edge/open.ts';
import { InputProblem } from '../edge/options.ts';
import { openProgress } from '../edge/terminal.ts';
import { readOperatorFile } from '../edge/work-tree.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import type { LedgerSource } from '../ledger/source.ts';
import type { CommandMessages } from '../messages/command.ts';
import { messagesFor } from '../messages/index.ts';
import { renderIssue } from '../publish/issue-body.ts';
import { type ChangedLedger, renderChange, renderPullRequestComment } from '../publish/pull-request.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { jsonOf } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import type { Language } from '../text/language.ts';

export interface CheckCommand {
  /** Ledger paths or globs; none stands for `ledger.yml`. */
  readonly patterns: readonly string[];
  readonly read: ReadInput;
  readonly format: 'text' | 'json' | 'markdown' | 'html';
  readonly offline: boolean;
  readonly outputDir: string | null;
  /** The ledger before a change: what the change does is told beside the report. */
  readonly base: string | null;
  /** The folder that names are relative to. */
  readonly cwd: string;
  /** Lines `host Header: value`. */
  readonly credentials: string;
  /** The environment of the providers' own tools. */
  readonly providers: ProviderAccess;
  readonly fallbackLanguage: Language;
  /** Stops the command: from outside, or by what nothing caught. */
  readonly signal: AbortSignal;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

export type CheckOutcome =
  | { readonly type: 'usage'; readonly message: string }
  | { readonly type: 'stopped' }
  | {
      readonly type: 'checked';
      /** What goes to standard output. */
      readonly text: string;
      /** Lines for standard error. */
      readonly notes: readonly string[];
      readonly reports: readonly Report[];
      readonly crashes: readonly LedgerCrash[];
    };

/** Checks ledgers as the command line asks for it. @throws InputProblem */
export async function checkFromCommandLine(command: CheckCommand): Promise<CheckOutcome> {
  const { read } = command;
  const language = readLanguage(read);
  const say = messagesFor(language ?? command.fallbackLanguage).command;
  const network = readNetworkInputs(read);
  const credentials = readCredentials(command.credentials);
  const options: CheckOptions = {
    mode: 'monthly',
    language,
    now: readNow(read),
    nextCheck: readNextCheck(read),
    schedule: [],
    workflow: null,
    only: readOnly(read),
    retryWaitsMs: network.retryWaitsMs,
    deadlineMs: network.deadlineMs,
    unseen: command.offline ? 'offline' : null,
    readFiles: true,
    firstSeen: new Map(),
    confirmed: new Set(),
  };
  const root = await workTreeRoot(command.cwd);
  const patterns = command.patterns.join('\n') || 'ledger.yml';
  const loaded = await loadLedgers(patterns, root, say, command.cwd);
  const { sources, problems } = loaded;
  if (sources.length + loaded.crashes.length === 0) return { type: 'usage', message: problems.join('\n') };
  const [first, ...others] = sources;
  if (command.base !== null && others.length > 0) return { type: 'usage', message: say.baseNeedsOneLedger };
  const before =
    command.base === null || first === undefined
      ? null
      : await readBase(command.base, first.file, command.cwd);

  const { signal } = command;
  const progress = openProgress();
  const checked: CheckedLedger[] = [];
  const notes = [...problems];
  const crashes = [...loaded.crashes];
  let change: ChangedLedger | null = null;
  try {
    const access = { credentials, providers: command.providers, accounts: null };
    await withEdge(command.offline ? null : network, access, async (edge) => {
      for (const source of sources) {
        progress.show(say.progress(source.file));
        const check = (each: LedgerSource, known: Partial<CheckOptions> = {}) =>
          checkHere(each, { ...options, ...known }, { root, edge, signal });
        try {
          const head = await check(source, {
            before: before === null ? null : { type: 'text', bytes: before.bytes },
          });
          checked.push(head);
          crashes.push(...head.crashes.map(({ error }) => ({ file: source.file, error })));
          // At once: whatever happens to the others, this one's report is there.
          if (command.outputDir !== null) notes.push(...(await writePapers(head, command.outputDir, say)));
          if (before !== null) change = (await compareWith(head, before, check)).ledger;
        } catch (error) {
          signal.throwIfAborted();
          // One ledger's trouble stops no other.
          crashes.push({ file: source.file, error });
        }
      }
    });
  } catch (error) {
    if (signal.reason instanceof Stopped) return { type: 'stopped' };
    // What nothing caught ends the looking; what was seen till then is shown all the same.
    if (!(signal.reason instanceof Uncaught)) throw error;
  } finally {
    progress.clear();
  }
  const isList = sources.length + loaded.crashes.length > 1;
  return {
    type: 'checked',
    text: checked.length === 0 ? '' : await rendered(checked, change, command, isList, crashes),
    notes,
    reports: checked.map(({ report }) => report),
    crashes,
  };
}

/** Writes the files of one ledger. Returns, in words, which could not be written. */
async function writePapers(
  { report }: CheckedLedger,
  outputDir: string,
  say: CommandMessages,
): Promise<string[]> {
  const folder = outputFolder(outputDir, report.ledger.path);
  const calendar = renderCalendar(report);
  const problems: string[] = [];
  for (const [name, text] of [
    ['report.json', jsonOf(report)] as const,
    ...(calendar === null ? [] : [['calendar.ics', calendar] as const]),
  ]) {
    const { problem } = await writeFileOrSay(folder, name, text, say);
    if (problem !== null) problems.push(problem);
  }
  return problems;
}

/** @throws InputProblem */
async function readBase(file: string, ledger: string, cwd: string): Promise<LedgerSource> {
  try {
    return await openLedgerSource(ledger, await readOperatorFile(resolve(cwd, file)));
  } catch {
    throw new InputProblem('base', 'unreadable', file);
  }
}

async function rendered(
  checked: readonly CheckedLedger[],
  change: ChangedLedger | null,
  command: CheckCommand,
  isList: boolean,
  crashes: LedgerCrash[],
): Promise<string> {
  // What cannot be put into words of one ledger keeps nobody from reading the others.
  const each = (render: (one: CheckedLedger) => string): string[] =>
    checked.flatMap((one) => {
      try {
        return [render(one)];
      } catch (error) {
        crashes.push({ file: one.source.file, error });
        return [];
      }
    });
  switch (command.format) {
    case 'json': {
      const reports = checked.map(({ report }) => report);
      return isList ? jsonOf(reports) : jsonOf(reports[0]!);
    }
    case 'markdown':
      return [
        ...each((one) => `${renderIssue(one).body}\n`),
        ...(change === null ? [] : [renderPullRequestComment([change], null)]),
      ].join('\n');
    case 'html': {
      const { renderHandover } = await import('../documents/html/handover.ts');
      return each(({ report, parsed }) => renderHandover(report, parsed)).join('\n');
    }
    case 'text':
      return [
        ...each((one) => renderTerminal(one, { colour: command.colour, width: command.width })),
        ...(change === null ? [] : [renderChange(change)]),
      ].join('\n');
  }
}
