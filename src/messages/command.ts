import type { InputProblem } from '../edge/options.ts';

/** What the action and the command line themselves say: wrong usage, missing files, how it ended. */
export interface CommandMessages {
  /** The text of `--help`. */
  readonly usage: string;
  unknownCommand(command: string): string;
  /** `detail` is Node's own word on what is wrong with the options. */
  wrongOption(detail: string): string;
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
  readonly baseNeedsOneLedger: string;
  /** The event does not allow more than the ledger itself. */
  boundedByEvent(event: string): string;
  notPublished(reason: string): string;
  issueAt(url: string): string;
  /** This shard has no ledger. */
  emptyShard(shard: string): string;
  readonly heartbeatSent: string;
  /** Why not, in words; the address is never told. */
  heartbeatFailed(reason: string): string;
}
