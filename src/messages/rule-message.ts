import type { Hole } from '../rules/checklist.ts';
import type { rules } from '../rules/index.ts';
import type { DataOf, Gap } from '../rules/rule.ts';
import type { Format } from './format.ts';

/** The words of one finding. Values from outside stand in them as they are: the renderer escapes them. */
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
export interface RuleMessage<Data, Saying = Said> {
  /** What the rule means; for `explain` and the reference. */
  readonly means: string;
  /** Why it matters on the night of a recovery. */
  readonly why: string;
  /** What to do about it. */
  readonly remedy: string;
  say(data: Data, format: Format): Saying;
}

/** What the message of a gap has besides: the question that fills it. */
type Asking<R> = R extends Gap ? { readonly question: string } : unknown;

/** The messages of a family of rules as its file writes them: total, so that a missing one does not compile. */
export type RuleMessages<Family> = {
  readonly [R in keyof Family]: RuleMessage<DataOf<Family>[R], Saying> & Asking<Family[R]>;
};

/** A title alone, or what more there is to say. What is left out is null; what was observed of a hole, the hole itself. */
type Saying =
  | string
  | (Pick<Said, 'title' | 'remedy'> & { readonly [P in 'expected' | 'observed']?: string | null });

/** What one language says about every rule. */
export type AllRuleMessages = {
  readonly [R in keyof typeof rules]: RuleMessage<DataOf<typeof rules>[R]> & Asking<(typeof rules)[R]>;
};

/**
 * The messages of all rules, complete: what they leave out is filled in.
 *
 * @param holeSaid how a hole stands in the ledger, in words
 */
export function completed(
  messages: RuleMessages<typeof rules>,
  holeSaid: (hole: Hole) => string,
): AllRuleMessages {
  const complete = ({ say, ...message }: RuleMessage<object, Saying>): RuleMessage<object> => ({
    ...message,
    say(data, format) {
      const said = say(data, format);
      const { title, expected = null, observed, ...more } = typeof said === 'string' ? { title: said } : said;
      const { hole } = data as { readonly hole?: Hole };
      return {
        title,
        expected,
        observed: observed !== undefined ? observed : hole === undefined ? null : holeSaid(hole),
        ...more,
      };
    },
  });
  const all = Object.entries(messages).map(([rule, message]) => [
    rule,
    complete(message as RuleMessage<object, Saying>),
  ]);
  return Object.fromEntries(all) as AllRuleMessages;
}
