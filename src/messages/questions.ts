import type { Role, Topic } from '../rules/rule.ts';

/** What the questions to the parties are worded with, beside the questions themselves, which are the rules'. */
export interface QuestionMessages {
  readonly topics: { readonly [T in Topic]: string };
  /** What the ledger holds as `unknown` and no other question asks for. */
  readonly otherUnknown: string;
  /** Short names of what a question is about, by the ledger's own word. */
  readonly things: Readonly<Record<string, string>>;
  readonly roles: { readonly [R in Role]: string };
  readonly toBeDecided: string;
  heading(party: string): string;
  opening(site: string | null): string;
  readonly closing: string;
  about(things: string): string;
  keys(keys: string): string;
  nothingOpen(file: string): string;
  readonly oneLedger: string;
}
