import { workTreeRoot } from './edge/git.ts';
import { openProgress, Stopped, stopSignal } from './edge/terminal.ts';
import {
  type ReadInput,
  readCredentials,
  readLanguage,
  readNetworkInputs,
  readNextCheck,
  readNow,
  readOnly,
} from './inputs.ts';
import { checkHere, loadLedgers, withEdge } from './ledgers.ts';
import { messagesFor } from './messages/index.ts';
import type { Language } from './messages/messages.ts';
import { outputFolder, writeFileOrSay } from './output.ts';
import { renderIssue } from './publish/issue-body.ts';
import { jsonOf } from './report/json.ts';
import type { Report } from './report/report.ts';
import { renderTerminal } from './report/terminal.ts';
import type { CheckedLedger, CheckOptions } from './run.ts';

export interface CheckCommand {
  /** Ledger paths or globs; none stands for `ledger.yml`. */
  readonly patterns: readonly string[];
  readonly read: ReadInput;
  readonly format: 'text' | 'json' | 'markdown';
  readonly offline: boolean;
  readonly outputDir: string | null;
  /** Lines `host Header: value`. */
  readonly credentials: string;
  readonly fallbackLanguage: Language;
  readonly colour: boolean;
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
      readonly crashes: readonly unknown[];
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
  };
  const root = await workTreeRoot();
  const { sources, problems } = await loadLedgers(command.patterns.join('\n') || 'ledger.yml', root, say);
  if (sources.length === 0) return { type: 'usage', message: problems.join('\n') };

  const signal = stopSignal();
  const progress = openProgress();
  const checked: CheckedLedger[] = [];
  try {
    await withEdge(command.offline ? null : network, credentials, async (edge) => {
      for (const source of sources) {
        progress.show(say.progress(source.file));
        checked.push(await checkHere(source, options, { root, edge, signal }));
      }
    });
  } catch (error) {
    if (signal.aborted && (error === signal.reason || error instanceof Stopped)) return { type: 'stopped' };
    throw error;
  } finally {
    progress.clear();
  }

  const notes = [...problems];
  if (command.outputDir !== null) {
    for (const { report } of checked) {
      const folder = outputFolder(command.outputDir, report.ledger.path);
      const written = await writeFileOrSay(folder, 'report.json', jsonOf(report), say);
      if (written.problem !== null) notes.push(written.problem);
    }
  }
  return {
    type: 'checked',
    text: rendered(checked, command),
    notes,
    reports: checked.map(({ report }) => report),
    crashes: checked.flatMap(({ crashes }) => crashes.map(({ error }) => error)),
  };
}

function rendered(checked: readonly CheckedLedger[], command: CheckCommand): string {
  switch (command.format) {
    case 'json': {
      const reports = checked.map(({ report }) => report);
      return reports.length === 1 ? jsonOf(reports[0]!) : jsonOf(reports);
    }
    case 'markdown':
      return checked.map((each) => `${renderIssue(each).body}\n`).join('\n');
    case 'text':
      return checked.map((each) => renderTerminal(each, { colour: command.colour })).join('\n');
  }
}
