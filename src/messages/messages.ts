import type { Problem, ProblemCode } from '../ledger/problem.ts';
import type { RuleData, RuleName } from '../rules/index.ts';
import type { Language } from '../text/language.ts';
import type { AcceptMessages } from './accept.ts';
import type { CommandMessages } from './command.ts';
import type { DateMessages } from './dates.ts';
import type { FleetMessages } from './fleet.ts';
import type { Format } from './format.ts';
import type { HandoverMessages } from './handover.ts';
import type { QuestionMessages } from './questions.ts';
import type { RecoveryMessages } from './recovery.ts';
import type { ReportMessages } from './report.ts';

/** The words of one finding. Values from outside stand in them as they are: whoever renders them escapes them. */
interface Said {
  /** One line that a director understands without knowing the rule. */
  readonly title: string;
  /** What the ledger says (or what was promised), in short. */
  readonly expected: string | null;
  /** What was seen, in short. */
  readonly observed: string | null;
  /** What to do about this one, where it is more than the rule's own remedy. */
  readonly remedy?: string;
}

/** All that one language says about one rule. */
export interface RuleMessage<Data> {
  /** What the rule means; for `explain` and the reference. */
  readonly means: string;
  /** Why it matters on the night of a recovery. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  say(data: Data, format: Format): Said;
}

/** The messages of a family of rules: total, so that a missing one does not compile. */
export type RuleMessages<Family> = { readonly [R in keyof Family]: RuleMessage<Family[R]> };

/** Everything a language has to say. Functions, not templates; a missing message does not compile. */
export interface Messages {
  readonly language: Language;
  readonly rules: { readonly [R in RuleName]: RuleMessage<RuleData[R]> };
  readonly problems: { readonly [C in ProblemCode]: (problem: Problem<C>) => string };
  readonly dates: DateMessages;
  readonly command: CommandMessages;
  readonly report: ReportMessages;
  readonly recovery: RecoveryMessages;
  readonly handover: HandoverMessages;
  readonly accept: AcceptMessages;
  readonly fleet: FleetMessages;
  readonly questions: QuestionMessages;
}
