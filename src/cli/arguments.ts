import { parseArgs } from 'node:util';
import type { Option } from '../check/options.ts';

/** What is wrong with the arguments. */
export type ArgumentProblem =
  | { readonly type: 'unknown'; readonly option: string }
  | { readonly type: 'needs-value'; readonly option: string }
  | { readonly type: 'takes-no-value'; readonly option: string };

export type ParsedArguments =
  | { readonly ok: false; readonly problem: ArgumentProblem }
  | {
      readonly ok: true;
      /** By the option's name; several values are lines, a flag is `true`. */
      readonly values: ReadonlyMap<string, string>;
      readonly operands: readonly string[];
    };

/** Takes the arguments apart as POSIX has them; options may stand after operands. The last of two values counts. */
export function parseArguments(args: readonly string[], options: readonly Option[]): ParsedArguments {
  const known = new Map(options.map((option) => [option.name, option]));
  const { tokens } = parseArgs({
    args: [...args],
    options: Object.fromEntries(
      options.map(({ name, form }) => [
        name,
        { type: form.value === null ? 'boolean' : 'string', ...(name === 'help' ? { short: 'h' } : {}) },
      ]),
    ),
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const values = new Map<string, string>();
  const operands: string[] = [];
  for (const token of tokens) {
    if (token.kind === 'positional') operands.push(token.value);
    if (token.kind !== 'option') continue;
    const { name, rawName, value, inlineValue } = token;
    const form = known.get(name)?.form;
    const wrong = (type: ArgumentProblem['type']) => ({
      ok: false as const,
      problem: { type, option: rawName },
    });
    if (form === undefined) return wrong('unknown');
    if (form.value === null && value !== undefined) return wrong('takes-no-value');
    if (form.value !== null && value === undefined) return wrong('needs-value');
    // What looks like an option was hardly meant as this one's value.
    if (value?.startsWith('-') && value !== '-' && inlineValue === false) return wrong('needs-value');
    const before = form.isRepeated === true ? values.get(name) : undefined;
    values.set(name, before === undefined ? (value ?? 'true') : `${before}\n${value}`);
  }
  return { ok: true, values, operands };
}
