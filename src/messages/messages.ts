import type { Problem, ProblemCode } from '../ledger/problem.ts';
import type { Language } from '../text/language.ts';
import type { DateMessages } from './dates.ts';
import type { AllRuleMessages } from './rule-message.ts';
import type {
  AcceptMessages,
  CommandMessages,
  FleetMessages,
  HandoverMessages,
  QuestionMessages,
  RecoveryMessages,
  ReportMessages,
} from './words.ts';

/** Everything a language has to say. Functions, not templates; a missing message does not compile. */
export interface Messages {
  readonly language: Language;
  readonly rules: AllRuleMessages;
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
