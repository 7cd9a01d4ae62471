// The public interface in words, from the tables of options, outputs and commands: action.yml, docs/action.ja.yml, the
// README's tables, and the reference of the command line.
import { stringify } from 'yaml';
import { outputs } from '../src/action/outputs.ts';
import { type CommandName, type Option, optionsOf } from '../src/check/options.ts';
import { commands, statusesOf } from '../src/cli/commands.ts';
import { sectionsOf, synopsisOf, writtenOption } from '../src/cli/help.ts';
import { messagesFor } from '../src/messages/index.ts';
import type { Language } from '../src/text/language.ts';

const inputs = Object.values<Option>(optionsOf('action'));

/** What action.yml gives where the workflow gives nothing. */
export function defaultOf({ default: standard, expression, form }: Option): string {
  if (expression !== undefined) return `\${{ ${expression} }}`;
  return standard ?? (form.value === null ? 'false' : '');
}

/** The text of action.yml. */
export function actionManifest(): string {
  const manifest = {
    name: 'Recovery Ledger',
    description:
      "Keeps a site's one-page operations ledger true. Looks at certificates, DNS and endpoints, scores the ten items that a recovery needs, and keeps one issue about what no longer holds.",
    author: 'The Recovery Ledger authors',
    branding: { icon: 'life-buoy', color: 'blue' },
    inputs: Object.fromEntries(
      inputs.map((input) => [input.name, { description: input.en, default: defaultOf(input) }]),
    ),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, about]) => [name, { description: about.en }]),
    ),
    runs: { using: 'node24', main: 'dist/action.js' },
  };
  return `# Made from src/check/options.ts and src/action/outputs.ts by "npm run build".\n${yaml(manifest)}`;
}

/** The same in Japanese, as far as there are words in it. */
export function japaneseManifest(): string {
  const words = {
    inputs: Object.fromEntries(inputs.map(({ name, ja }) => [name, { description: ja }])),
    outputs: Object.fromEntries(
      Object.entries(outputs).map(([name, about]) => [name, { description: about.ja }]),
    ),
  };
  return `# 入力と出力の説明(日本語)。"npm run build" が src/check/options.ts と src/action/outputs.ts から作ります。\n${yaml(words)}`;
}

const yaml = (value: unknown) => stringify(value, { lineWidth: 0, singleQuote: true });

/** The README's table of inputs. */
export function inputRows(language: Language): string[] {
  const [input, standard, meaning, none] = {
    en: ['input', 'default', 'meaning', 'none'],
    ja: ['入力', '既定値', '意味', 'なし'],
  }[language] as [string, string, string, string];
  return [
    `| ${input} | ${standard} | ${meaning} |`,
    '| --- | --- | --- |',
    ...inputs.map((each) => {
      const value = defaultOf(each);
      return `| \`${each.name}\` | ${value === '' ? none : `\`${value}\``} | ${cell(each[language])} |`;
    }),
  ];
}

/** The README's table of outputs. */
export function outputRows(language: Language): string[] {
  const [output, meaning] = { en: ['output', 'meaning'], ja: ['出力', '意味'] }[language];
  return [
    `| ${output} | ${meaning} |`,
    '| --- | --- |',
    ...Object.entries(outputs).map(([name, about]) => `| \`${name}\` | ${cell(about[language])} |`),
  ];
}

/** docs/command-line.md: every command with its options, examples and exit statuses. */
export function commandReference(language: Language): string {
  const say = messagesFor(language).command.help;
  const [title, none] = { en: ['The command line', 'none'], ja: ['コマンドライン', 'なし'] }[language];
  const [option, standard, meaning] = {
    en: ['option', 'default', 'meaning'],
    ja: ['オプション', '既定値', '意味'],
  }[language];
  const table = (options: readonly Option[]) => [
    `| ${option} | ${standard} | ${meaning} |`,
    '| --- | --- | --- |',
    ...options.map((each) => {
      const repeatable = each.form.isRepeated === true ? ` ${say.repeatable}` : '';
      const value = each.default === undefined ? none : `\`${each.default}\``;
      return `| \`${cell(writtenOption(each, language))}\` | ${value} | ${cell(each[language])}${repeatable} |`;
    }),
    '',
  ];
  const page = (name: CommandName) => {
    const command = commands[name];
    const { options, network, variables } = sectionsOf(name);
    return [
      `## ${name}`,
      '',
      command[language],
      '',
      '```sh',
      synopsisOf(name, language),
      '```',
      '',
      ...table(options),
      ...(network.length === 0 ? [] : [`**${say.looking}**`, '', ...table(network)]),
      ...variables.flatMap((each) => [`**${say.environment}** \`${each.variable}\`: ${each[language]}`, '']),
      `**${say.examples}**`,
      '',
      '```sh',
      ...command.examples.flatMap((each) => [`# ${each[language]}`, `recovery-ledger ${each.line}`]),
      '```',
      '',
      `**${say.exitStatus}** ${statusesOf(name)
        .map(([status, words]) => `${status} ${words[language]}`)
        .join(language === 'ja' ? '、' : ', ')}`,
      '',
    ];
  };
  return [
    '<!-- Made from src/check/options.ts and src/cli/commands.ts by "npm run build". -->',
    `# ${title}`,
    '',
    ...(Object.keys(commands) as CommandName[]).flatMap(page),
  ].join('\n');
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
}
