import { resolve } from 'node:path';
import { type CheckOptions, plainCheck } from '../check/check.ts';
import { checkHere, type LedgerCrash, loadLedgersHere, withEdge } from '../check/ledgers.ts';
import { outputFolder, writeFileOrSay } from '../check/output.ts';
import { compareWith } from '../check/pull-request.ts';
import { referenceOf } from '../check/reference.ts';
import { renderCalendar } from '../documents/calendar.ts';
import { renderTerminal } from '../documents/terminal.ts';
import { leftOf, systemClock } from '../edge/clock.ts';
import { Uncaught } from '../edge/ending.ts';
import { apiUrlOf } from '../edge/github-edge.ts';
import { InputProblem } from '../edge/options.ts';
import { complain } from '../edge/terminal.ts';
import { readOperatorFile, writeOutputNow } from '../edge/work-tree.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { messagesFor } from '../messages/index.ts';
import type { CommandMessages } from '../messages/words.ts';
import { renderIssue } from '../publish/issue-body.ts';
import { type ChangedLedger, renderChange, renderPullRequestComment } from '../publish/pull-request.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { jsonOf } from '../report/json.ts';
import type { Report } from '../report/report.ts';
import {
  type Command,
  type CommandRun,
  exitStatus,
  ledgersIn,
  statusOf,
  UsageProblem,
  whileLooking,
} from './command.ts';

/** Checks ledgers and prints what was found. */
export const check: Command<'check'> = async (run) => {
  const { options, cwd, environment } = run;
  const say = messagesFor(run.spoken).command;
  const { language, now, nextCheck, only, retryWaitsMs, deadlineMs, offline } = options;
  const how: CheckOptions = {
    ...plainCheck,
    ...{ language, now, nextCheck, only, retryWaitsMs, deadlineMs },
    unseen: offline ? 'offline' : null,
  };
  const loaded = await loadLedgersHere(ledgersIn(run), cwd, say);
  const { sources, problems } = loaded;
  const count = sources.length + loaded.crashes.length;
  if (count === 0) throw new UsageProblem(problems.join('\n'));
  if (options.base !== null && count > 1) throw new UsageProblem(say.baseNeedsOneLedger);
  const [first] = sources;
  const before =
    options.base === null || first === undefined ? null : await readBase(options.base, first.file, cwd);
  const access = {
    credentials: options.credentials,
    providers: {
      environment,
      // No log hides anything here: what providers answer is scrubbed instead.
      mask: () => {},
      github: {
        apiUrl: apiUrlOf(environment),
        repository: environment('GITHUB_REPOSITORY') || null,
        token: environment('GITHUB_TOKEN') || environment('GH_TOKEN') || null,
      },
    },
    accounts: null,
  };

  const checked: CheckedLedger[] = [];
  const notes = [...problems];
  const crashes: LedgerCrash[] = [...loaded.crashes];
  let change: ChangedLedger | null = null;
  /** The report of the ledger that is under way, as far as it is known; null where none is, or it is written. */
  let reportNow: (() => Report) | null = null;
  const onLooking = (now: () => Report) => {
    reportNow = now;
  };
  const end = () => {
    const report = reportNow?.() ?? null;
    const { outputDir } = options;
    const path =
      report === null || outputDir === null
        ? null
        : writeOutputNow(outputFolder(outputDir, report.ledger.path), 'report.json', jsonOf(report));
    complain(say.unanswering(path));
  };
  const signal = run.signal();
  const looking = whileLooking(signal, (show) =>
    withEdge(offline ? null : options, access, { end, line: say.unanswering(null) }, async (edge) => {
      for (const source of sources) {
        show(say.progress(source.file));
        const started = systemClock.elapsedMs();
        const look = (each: LedgerSource, known: Partial<CheckOptions> = {}) =>
          checkHere(
            each,
            { ...how, ...known, deadlineMs: leftOf(deadlineMs, started) },
            { root: source.root, edge, signal, onLooking: each === source ? onLooking : undefined },
          );
        try {
          const head = await look(source, {
            before: before === null ? null : { type: 'text', bytes: before.bytes },
          });
          checked.push(head);
          crashes.push(...head.crashes.map(({ error }) => ({ file: source.file, error })));
          // At once: whatever happens to the others, this one's report is there.
          reportNow = null;
          if (options.outputDir !== null) notes.push(...(await writePapers(head, options.outputDir, say)));
          if (before !== null) change = (await compareWith(head, before, look)).ledger;
        } catch (error) {
          signal.throwIfAborted();
          // One ledger's trouble stops no other.
          reportNow = null;
          crashes.push({ file: source.file, error });
        }
      }
    }),
  );
  await looking.catch((error) => {
    // What nothing caught ends the looking; what was seen till then is shown all the same.
    if (!(signal.reason instanceof Uncaught)) throw error;
  });
  const text =
    checked.length === 0 ? '' : await rendered(checked, change, run, { isList: count > 1, crashes });
  notes.push(...crashes.map(({ file, error }) => say.internalError(referenceOf(error), file)));
  return {
    text,
    notes,
    status:
      crashes.length > 0 ? exitStatus.internalError : statusOf(checked.map(({ report }) => report.verdict)),
  };
};

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
  run: CommandRun<'check'>,
  { isList, crashes }: { readonly isList: boolean; readonly crashes: LedgerCrash[] },
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
  switch (run.options.format) {
    case 'json': {
      const reports = checked.map(({ report }) => report);
      return isList ? jsonOf(reports) : jsonOf(reports[0]!);
    }
    case 'markdown':
      return [
        ...each((one) => `${renderIssue(one).body}\n`),
        ...(change === null ? [] : [renderPullRequestComment([change], null, '')]),
      ].join('\n');
    case 'html': {
      const { renderHandover } = await import('../documents/html/handover.ts');
      return each(({ report, parsed }) => renderHandover(report, parsed)).join('\n');
    }
    case 'text':
      return [
        ...each((one) => renderTerminal(one, run)),
        ...(change === null ? [] : [renderChange(change)]),
      ].join('\n');
  }
}
