import type { accept } from './en/accept.ts';
import type { command } from './en/command.ts';
import type { fleet } from './en/fleet.ts';
import type { handover } from './en/handover.ts';
import type { init } from './en/init.ts';
import type { questions } from './en/questions.ts';
import type { recovery } from './en/recovery.ts';
import type { report } from './en/report.ts';

// The words of all languages are of the types of the English ones: a word is one entry in each language, and TypeScript
// names the language that lacks it.

/** What another language has to say where the English says this: any text for a text, the same arguments for a function. */
type WordsLike<T> = T extends string
  ? string
  : T extends (...data: infer D) => infer R
    ? (...data: D) => WordsLike<R>
    : { readonly [K in keyof T]: WordsLike<T[K]> };

export type { StageWord } from './en/report.ts';

/**
 * The words of all documents: issue, comments, summary, terminal. What stands in an argument is ready for its
 * document (escaped, formatted as a date or list): these functions only put it into a sentence.
 */
export type ReportMessages = WordsLike<typeof report>;

/** The words of the one-page ledger that is handed over. Values come as they are; the page escapes them. */
export type HandoverMessages = WordsLike<typeof handover>;

/**
 * The words of `init`. Lines of the ledger come without a line break; `# ` begins words, `#` alone begins YAML that
 * counts once the sign is taken away.
 */
export type InitMessages = WordsLike<typeof init>;

/** What the action and the command line themselves say: wrong usage, missing files, how it ended. */
export type CommandMessages = WordsLike<typeof command>;

/**
 * The words of a recovery: the incident's issue, its comments, the drafts of the reports. What stands in an argument
 * is ready for its document: these functions only put it into a sentence.
 */
export type RecoveryMessages = WordsLike<typeof recovery>;

/** The words of a fleet: many sites in one table. */
export type FleetMessages = WordsLike<typeof fleet>;

/** The words of `accept`: what was taken into the ledger, and what a person has to write. */
export type AcceptMessages = WordsLike<typeof accept>;

/** What the questions to the parties are worded with, beside the questions themselves, which are the rules'. */
export type QuestionMessages = WordsLike<typeof questions>;
