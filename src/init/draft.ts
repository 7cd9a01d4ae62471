import type { FailureCode } from '../edge/failure.ts';
import type { InitMessages } from '../messages/words.ts';
import type { Language } from '../text/language.ts';
import type { Answers } from './answers.ts';
import type { SiteSeen } from './seen.ts';

/** All that a first ledger is made of. */
export interface LedgerDraft {
  readonly site: SiteSeen;
  readonly answers: Answers | null;
  readonly language: Language;
  readonly timezone: string;
  /** Today in the site's time zone. */
  readonly day: string;
  /** The templates that are there, or will be, and hold what they must. */
  readonly templates: ReadonlySet<'first-report' | 'recovery-report'>;
}

/** The words of a ledger's language. */
export interface LedgerWords {
  readonly init: InitMessages;
  readonly failures: { readonly [C in FailureCode]: string };
}
