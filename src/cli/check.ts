import { resolve } from 'node:path';
import { type CheckOptions, plainCheck } from '../check/check.ts';
import { checkHere, loadLedgers, withEdge } from '../check/ledgers.ts';
import type { Values } from '../check/options.ts';
import { outputFolder, writeFileOrSay } from '../check/output.ts';
import { compareWith } from '../check/pull-request.ts';
import { referenceOf } from '../check/reference.ts';
import { renderCalendar } from '../documents/calendar.ts';
import { renderTerminal } from '../documents/terminal.ts';
import { workTreeRoot } from '../edge/git.ts';
import { InputProblem } from '../edge/options.ts';
import { readOperatorFile } from '../edge/work-tree.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import type { LedgerSource } from '../ledger/source.ts';
import { messagesFor } from '../messages/index.ts';
import { renderIssue } from '../publish/issue-body.ts';
import { type ChangedLedger, renderChange, renderPullRequestComment } from '../publish/pull-request.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { jsonOf } from '../report/json.ts';
import { type Command, exitStatus, statusOf, UsageProblem, whileLooking } from './command.ts';

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
  const root = await workTreeRoot(cwd);
  const { sources, problems } = await loadLedgers(run.operands.join('\n') || 'ledger.yml', root, say, cwd);
  if (sources.length === 0) throw new UsageProblem(problems.join('\n'));
  if (options.base !== null && sources.length > 1) throw new UsageProblem(say.baseNeedsOneLedger);
  const before = options.base === null ? null : await readBase(options.base, sources[0]!.file, cwd);
  const access = {
    credentials: options.credentials,
    providers: {
      environment,
      // No log hides anything here: what providers tell is scrubbed instead.
      mask: () => {},
      github: {
        apiUrl: environment('GITHUB_API_URL') || 'https://api.github.com',
        repository: environment('GITHUB_REPOSITORY') || null,
        token: environment('GITHUB_TOKEN') || environment('GH_TOKEN') || null,
      },
    },
    accounts: null,
  };

  const checked: CheckedLedger[] = [];
  let change: ChangedLedger | null = null;
  await whileLooking((signal, show) =>
    withEdge(offline ? null : options, access, async (edge) => {
      for (const source of sources) {
        show(say.progress(source.file));
        const look = (each: LedgerSource, known: Partial<CheckOptions> = {}) =>
          checkHere(each, { ...how, ...known }, { root, edge, signal });
        const head = await look(source, {
          before: before === null ? null : { type: 'text', bytes: before.bytes },
        });
        checked.push(head);
        if (before !== null) change = (await compareWith(head, before, look)).ledger;
      }
    }),
  );

  const notes = [...problems];
  if (options.outputDir !== null) {
    for (const { report } of checked) {
      const folder = outputFolder(options.outputDir, report.ledger.path);
      const calendar = renderCalendar(report);
      for (const [name, text] of [
        ['report.json', jsonOf(report)] as const,
        ...(calendar === null ? [] : [['calendar.ics', calendar] as const]),
      ]) {
        const written = await writeFileOrSay(folder, name, text, say);
        if (written.problem !== null) notes.push(written.problem);
      }
    }
  }
  const crashes = checked.flatMap((each) => each.crashes.map(({ error }) => error));
  return {
    text: await rendered(checked, change, options.format, run),
    notes: [...notes, ...crashes.map((error) => say.internalError(referenceOf(error)))],
    status:
      crashes.length > 0 ? exitStatus.internalError : statusOf(checked.map(({ report }) => report.verdict)),
  };
};

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
  format: Values<'check'>['format'],
  terminal: { readonly colour: boolean; readonly width: number },
): Promise<string> {
  switch (format) {
    case 'json': {
      const reports = checked.map(({ report }) => report);
      return reports.length === 1 ? jsonOf(reports[0]!) : jsonOf(reports);
    }
    case 'markdown':
      return [
        ...checked.map((each) => `${renderIssue(each).body}\n`),
        ...(change === null ? [] : [renderPullRequestComment([change], null)]),
      ].join('\n');
    case 'html': {
      const { renderHandover } = await import('../documents/html/handover.ts');
      return checked.map(({ report, parsed }) => renderHandover(report, parsed)).join('\n');
    }
    case 'text':
      return [
        ...checked.map((each) => renderTerminal(each, terminal)),
        ...(change === null ? [] : [renderChange(change)]),
      ].join('\n');
  }
}
