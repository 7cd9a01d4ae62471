import { type CommandName, network, type Option, optionsOf } from '../check/options.ts';
import { messagesFor } from '../messages/index.ts';
import { joining, type Language } from '../text/language.ts';
import { padded, widthOf, wrap } from '../text/width.ts';
import { type CommandEntry, commands, statusesOf } from './commands.ts';

const columns = 80;

/** What `recovery-ledger --help` prints: the commands. */
export function programHelp(language: Language): string {
  const say = messagesFor(language).command.help;
  const usages = Object.entries(commands).map(([name, { operands }]) =>
    [name, ...operandOf(operands, language)].join(' '),
  );
  const widest = Math.max(...usages.map(widthOf));
  const rows = Object.values(commands).map((command, index) =>
    inColumns(usages[index]!, widest, command[language]),
  );
  return `${[
    ...wrap(say.program, columns - 2),
    '',
    `${say.usage}:`,
    `  recovery-ledger ${say.command} [${say.option}…]`,
    '  recovery-ledger --version | --help',
    '',
    `${say.commands}:`,
    ...rows.flat(),
    '',
    ...wrap(unmarked(say.more), columns - 2),
  ].join('\n')}\n`;
}

/** What `recovery-ledger COMMAND --help` prints. */
export function commandHelp(name: CommandName, language: Language): string {
  const say = messagesFor(language).command.help;
  const command = commands[name];
  const sections = sectionsOf(name);
  const block = (title: string, lines: readonly string[]) =>
    lines.length === 0 ? [] : ['', title, ...lines];
  const list = (options: readonly Option[]) => options.flatMap((option) => optionLines(option, language));
  return `${[
    ...wrap(synopsisOf(name, language), columns - 2),
    '',
    ...wrap(command[language], columns - 2),
    ...block(`${say.options}:`, list(sections.options)),
    ...block(`${say.looking}:`, list(sections.network)),
    ...block(
      `${say.environment}:`,
      sections.variables.flatMap((option) => [`  ${option.variable}`, ...detail(option[language])]),
    ),
    ...block(
      `${say.examples}:`,
      command.examples.flatMap((example) => [
        `  recovery-ledger ${example.line}`,
        ...detail(example[language]),
      ]),
    ),
    ...block(
      `${say.exitStatus}:`,
      statusesOf(name).flatMap(([status, meaning]) => inColumns(String(status), 1, meaning[language])),
    ),
  ].join('\n')}\n`;
}

/** `recovery-ledger check [OPTION…] [LEDGER…]` */
export function synopsisOf(name: CommandName, language: Language): string {
  const { option } = messagesFor(language).command.help;
  return ['recovery-ledger', name, `[${option}…]`, ...operandOf(commands[name].operands, language)].join(' ');
}

/** A command's options as help and reference group them. */
export function sectionsOf(
  name: CommandName,
): Readonly<Record<'options' | 'network' | 'variables', Option[]>> {
  const sections = { options: [] as Option[], network: [] as Option[], variables: [] as Option[] };
  for (const [id, option] of Object.entries<Option>(optionsOf(name))) {
    if (option.variable !== undefined) sections.variables.push(option);
    else sections[Object.hasOwn(network, id) ? 'network' : 'options'].push(option);
  }
  return sections;
}

/** `--format text|json`, as it is written. */
export function writtenOption({ name, form }: Option, language: Language): string {
  return [
    `${name === 'help' ? '-h, ' : ''}--${name}`,
    ...(form.value === null ? [] : [form.value[language]]),
  ].join(' ');
}

function operandOf(operands: CommandEntry['operands'], language: Language): string[] {
  if (operands === null) return [];
  const name = `${operands.name[language]}${operands.most > 1 ? '…' : ''}`;
  return [operands.least === 0 ? `[${name}]` : name];
}

function optionLines(option: Option, language: Language): string[] {
  const say = messagesFor(language).command.help;
  const more = [
    ...(option.form.isRepeated === true ? [say.repeatable] : []),
    ...(option.default === undefined ? [] : [say.standard(option.default)]),
  ];
  const about = [option[language], ...more].join(joining[language].space);
  return [`  ${writtenOption(option, language)}`, ...detail(about)];
}

/** Indented. */
function detail(text: string): string[] {
  return wrap(unmarked(text), columns - 10).map((line) => `        ${line}`);
}

function inColumns(head: string, width: number, text: string): string[] {
  const lines = wrap(unmarked(text), columns - width - 6);
  return lines.map((line, index) => `  ${padded(index === 0 ? head : '', width)}  ${line}`);
}

/** Without Markdown's marks: code of several words is quoted. */
function unmarked(text: string): string {
  return text.replaceAll(/`([^`]*)`/g, (_, code: string) => (code.includes(' ') ? `"${code}"` : code));
}
