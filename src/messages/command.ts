import type { InputProblem } from '../edge/options.ts';

/** What the action and the command line themselves say: wrong usage, missing files, how it ended. */
export interface CommandMessages {
  /** The words between the tables that `--help` is made of. */
  readonly help: {
    /** What the program is there for. */
    readonly program: string;
    readonly usage: string;
    readonly command: string;
    readonly commands: string;
    readonly option: string;
    readonly options: string;
    /** Heads the options that decide how the world is looked at. */
    readonly looking: string;
    readonly environment: string;
    readonly examples: string;
    readonly exitStatus: string;
    readonly repeatable: string;
    /** What counts where nothing is given. */
    standard(value: string): string;
    readonly more: string;
  };
  /** `nearest` is the one of `known` that was perhaps meant. */
  unknownCommand(command: string, nearest: string | null, known: readonly string[]): string;
  /** `command` is null before any command; `elsewhere` are the commands that have the option. */
  unknownOption(problem: {
    readonly command: string | null;
    readonly option: string;
    readonly nearest: string | null;
    readonly elsewhere: readonly string[];
  }): string;
  optionNeedsValue(option: string): string;
  optionTakesNoValue(option: string): string;
  operandMissing(synopsis: string): string;
  operandLeft(command: string, operand: string): string;
  /** Where the help stands: that of a command, or of the program. */
  seeHelp(command: string | null): string;
  inputProblem(problem: InputProblem): string;
  ledgerMissing(path: string, where: string): string;
  ledgerIsFolder(path: string): string;
  ledgerNoMatch(pattern: string, where: string): string;
  ledgerOutside(path: string): string;
  ledgerUnreadable(path: string): string;
  unknownRule(rule: string, nearest: string | null): string;
  cannotWrite(path: string, reason: string): string;
  /** Standard output. */
  cannotPrint(reason: string): string;
  /** A fault of ours. `reference` helps to find it; no stack trace. */
  /** @param ledger its path, where one ledger's way was broken off */
  internalError(reference: string, ledger?: string): string;
  stopped: string;
  progress(done: string): string;
  /** The step failed for these findings. */
  failedOn(count: number, kinds: readonly string[]): string;
  /** The step failed because fewer items are in place than before. */
  failedOnScore(before: number, after: number): string;
  /** `--base` compares one ledger with one file. */
  /** Two ledgers whose paths are alike, each in its own work tree. */
  ledgerTwice(path: string): string;
  readonly noFileToWrite: string;
  unknownShell(name: string, nearest: string | null, known: readonly string[]): string;
  readonly baseNeedsOneLedger: string;
  /** The event does not allow more than the ledger itself. */
  boundedByEvent(event: string): string;
  notPublished(reason: string): string;
  issueAt(url: string): string;
  /** This shard has no ledger. */
  emptyShard(shard: string): string;
  readonly heartbeatSent: string;
  /** Why not, in words; the address is never shown. */
  heartbeatFailed(reason: string): string;
}
