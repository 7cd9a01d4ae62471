import type { CommandName, Values } from '../check/options.ts';
import { endStatus, Stopped } from '../edge/ending.ts';
import { complain, openProgress } from '../edge/terminal.ts';
import type { LastWords } from '../edge/watchdog.ts';
import { usualFile } from '../ledger/source.ts';
import type { CommandMessages } from '../messages/words.ts';
import type { Verdict } from '../report/report.ts';
import type { Language } from '../text/language.ts';

/** What a command is started with. */
export interface CommandRun<N extends CommandName> {
  /** What stands beside the options. */
  readonly operands: readonly string[];
  readonly options: Values<N>;
  /** The folder that names are relative to. */
  readonly cwd: string;
  /** A variable; the empty string where it is not set. */
  environment(name: string): string;
  /** The language where no ledger has one: that of `--language`, else of the locale. */
  readonly spoken: Language;
  /** Aborts when the command is stopped, from outside or by what nothing caught. */
  signal(): AbortSignal;
  readonly colour: boolean;
  /** Columns of the terminal. */
  readonly width: number;
}

interface CommandResult {
  /** For standard output. */
  readonly text: string;
  /** Lines for standard error. */
  readonly notes?: readonly string[];
  readonly status: number;
}

/** Does what a command is there for. @throws UsageProblem, InputProblem, Stopped */
export type Command<N extends CommandName> = (run: CommandRun<N>) => Promise<CommandResult>;

/** A mistake of the user's, in words; exit status 2. */
export class UsageProblem extends Error {
  /** Whether the command's help says how to do better. */
  readonly isInHelp: boolean;

  constructor(message: string, isInHelp = true) {
    super(message);
    this.isInHelp = isInHelp;
  }
}

export const exitStatus = {
  match: 0,
  drift: 1,
  invalid: 2,
  incomplete: 3,
  ...endStatus,
} as const;

/** The ledgers that a command is to read, as the user names them. */
export function ledgersIn({ operands }: { readonly operands: readonly string[] }): readonly string[] {
  return operands.length === 0 ? [usualFile] : operands;
}

/** The first status that holds of any verdict: invalid, drift, incomplete, match. */
export function statusOf(verdicts: readonly Verdict[]): number {
  const order = ['invalid', 'drift', 'incomplete'] as const;
  return exitStatus[order.find((verdict) => verdicts.includes(verdict)) ?? 'match'];
}

/** The line that is all that is left to say of a run that hangs. */
export function lastLine(say: CommandMessages): LastWords {
  const line = say.unanswering(null);
  return { line, end: () => complain(line) };
}

/** Looks at the world, with a line that says at what. @throws Stopped where that is why it ended */
export async function whileLooking<T>(
  signal: AbortSignal,
  work: (show: (text: string) => void) => Promise<T>,
): Promise<T> {
  const progress = openProgress();
  try {
    return await work(progress.show);
  } catch (error) {
    throw signal.reason instanceof Stopped ? signal.reason : error;
  } finally {
    progress.clear();
  }
}
