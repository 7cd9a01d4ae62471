import type { Messages } from '../messages/messages.ts';
import { type RuleName, ruleOf } from '../rules/index.ts';
import { withoutEnd } from '../text/ends.ts';
import { wrap } from '../text/width.ts';

const width = 80;

/** What a rule means, why it matters in a recovery and what to do, for a terminal; ends with a line break. */
export function renderExplain(rule: RuleName, messages: Messages): string {
  const definition = ruleOf(rule);
  const { means, why, remedy } = messages.rules[rule];
  const { report } = messages;
  const say = report.explain;
  const all = <T>(value: T | readonly T[]) => (Array.isArray(value) ? value : [value]) as T[];
  const items = definition.items.map((item) => report.items[item]);
  const block = (name: string, text: string) => [
    name,
    ...wrap(text, width - 2).map((line) => `  ${line}`),
    '',
  ];
  const lines = [
    `${say.rule}: ${rule}`,
    '',
    `${say.kind}: ${all(definition.kind)
      .map((kind) => report.kinds[kind])
      .join(say.or)}`,
    `${say.severity}: ${all(definition.severity)
      .map((severity) => report.severities[severity])
      .join(say.or)}`,
    `${say.items}: ${items.length === 0 ? say.noItem : items.join(say.or)}`,
    '',
    ...block(say.means, means),
    ...block(say.why, why),
    ...block(say.remedy, remedy),
    ...(rule === 'ledger/invalid' ? [] : [say.silence(rule), '']),
  ];
  return `${withoutEnd(lines.join('\n'), '\n')}\n`;
}
