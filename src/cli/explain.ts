import { renderExplain } from '../documents/explain.ts';
import { messagesFor } from '../messages/index.ts';
import { isRuleName, ruleNames } from '../rules/index.ts';
import { nearest } from '../text/nearest.ts';
import { type Command, exitStatus, UsageProblem } from './command.ts';

/** What one rule means. */
export const explain: Command<'explain'> = async ({ operands, spoken }) => {
  const say = messagesFor(spoken);
  const rule = operands[0]!;
  if (!isRuleName(rule)) throw new UsageProblem(say.command.unknownRule(rule, nearest(rule, ruleNames)));
  return { text: renderExplain(rule, say), status: exitStatus.match };
};
