import { type CommandName, type Option, optionsOf, readOptions } from '../check/options.ts';
import { referenceOf } from '../check/reference.ts';
import { Stopped, spreadNet, stopSignal, Uncaught } from '../edge/ending.ts';
import { InputProblem } from '../edge/options.ts';
import { complain, holdOutputs, PrintFailure, print } from '../edge/terminal.ts';
import { messagesFor } from '../messages/index.ts';
import { type Language, languages } from '../text/language.ts';
import { nearest } from '../text/nearest.ts';
import { type ArgumentProblem, parseArguments } from './arguments.ts';
import { type Command, exitStatus, UsageProblem } from './command.ts';
import { commands, isCommand } from './commands.ts';
import { commandHelp, programHelp, synopsisOf } from './help.ts';

/** Runs the command line. Standard output carries the result only. Sets the exit status; never rejects. */
export async function main(args: readonly string[]): Promise<void> {
  const language = spokenLanguage(args);
  const say = messagesFor(language).command;
  const { name, rest } = commandOf(args);
  const sayInternal = (error: unknown) => complain(say.internalError(referenceOf(error)));
  holdOutputs();
  const net = spreadNet(sayInternal);
  try {
    process.exitCode = await run(name, rest, language, net.signal);
  } catch (error) {
    if (error instanceof UsageProblem || error instanceof InputProblem) {
      process.exitCode = exitStatus.invalid;
      complain(error instanceof UsageProblem ? error.message : say.inputProblem(asOption(error)));
      if (!(error instanceof UsageProblem && !error.isInHelp))
        complain(say.seeHelp(name !== null && isCommand(name) ? name : null));
    } else if (error instanceof Stopped) {
      process.exitCode = exitStatus.stopped;
      complain(say.stopped);
    } else {
      process.exitCode = exitStatus.internalError;
      if (error instanceof PrintFailure) complain(say.cannotPrint(error.code));
      // What fell into the net is said below.
      else if (!(error instanceof Uncaught)) sayInternal(error);
    }
  }
  net.close();
}

async function run(
  name: string | null,
  args: readonly string[],
  language: Language,
  net: AbortSignal,
): Promise<number> {
  const say = messagesFor(language).command;
  if (name === null || name === 'help') {
    // The options that every command has are all that the program itself has.
    const { values, operands } = parsed(null, args, Object.values<Option>(optionsOf('schema')), language);
    const [topic] = operands;
    if (topic !== undefined && !isCommand(topic)) throw unknownCommand(topic, language);
    if (operands.length > 1) throw new UsageProblem(say.operandLeft('help', operands[1]!));
    const text = topic === undefined ? programHelp(language) : commandHelp(topic, language);
    if (name === null && !values.has('help')) {
      complain(text.trimEnd());
      return exitStatus.invalid;
    }
    await print(text);
    return exitStatus.match;
  }
  if (!isCommand(name)) throw unknownCommand(name, language);
  const { values, operands } = parsed(name, args, Object.values<Option>(optionsOf(name)), language);
  if (values.has('help')) {
    await print(commandHelp(name, language));
    return exitStatus.match;
  }
  const { least = 0, most = 0 } = commands[name].operands ?? {};
  if (operands.length < least) throw new UsageProblem(say.operandMissing(synopsisOf(name, language)));
  if (operands.length > most) throw new UsageProblem(say.operandLeft(name, operands[most]!));
  const options = readOptions(name, ({ name: option, variable }) =>
    variable === undefined ? (values.get(option) ?? '') : environment(variable),
  );
  const command = (await commands[name].load()) as Command<CommandName>;
  const result = await command({
    operands,
    options: options as never,
    cwd: process.cwd(),
    environment,
    spoken: language,
    signal: () => AbortSignal.any([stopSignal(), net]),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    // No columns: a terminal that does not know them.
    width: Math.min(process.stdout.columns || 80, 110),
  });
  await print(result.text);
  for (const note of result.notes ?? []) complain(note);
  return result.status;
}

const environment = (name: string) => process.env[name] ?? '';

/** The command, and everything else; what stands before the command belongs to it as well. */
function commandOf(args: readonly string[]): { name: string | null; rest: readonly string[] } {
  let at = 0;
  while (args[at]?.startsWith('-')) at += args[at] === '--language' ? 2 : 1;
  return { name: args[at] ?? null, rest: args.toSpliced(at, 1) };
}

/** @throws UsageProblem */
function parsed(name: CommandName | null, args: readonly string[], options: Option[], language: Language) {
  const written = options.filter(({ variable }) => variable === undefined);
  const result = parseArguments(args, written);
  if (result.ok) return result;
  throw new UsageProblem(wordsOf(result.problem, name, written, language));
}

function wordsOf(
  { type, option }: ArgumentProblem,
  command: CommandName | null,
  options: readonly Option[],
  language: Language,
): string {
  const say = messagesFor(language).command;
  if (type === 'needs-value') return say.optionNeedsValue(option);
  if (type === 'takes-no-value') return say.optionTakesNoValue(option);
  const elsewhere = (Object.keys(commands) as CommandName[]).filter((each) =>
    Object.values<Option>(optionsOf(each)).some((known) => `--${known.name}` === option && !known.variable),
  );
  const known = options.map((each) => `--${each.name}`);
  return say.unknownOption({ command, option, nearest: nearest(option, known), elsewhere });
}

function unknownCommand(name: string, language: Language): UsageProblem {
  const known = Object.keys(commands);
  return new UsageProblem(
    messagesFor(language).command.unknownCommand(name, nearest(name, [...known, 'help']), known),
  );
}

function asOption({ input, code, value, expected }: InputProblem): InputProblem {
  return new InputProblem(`--${input}`, code, value, expected);
}

/** The language of what is not about one ledger: `--language`, else the locale's. */
function spokenLanguage(args: readonly string[]): Language {
  const index = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const given = index < 0 ? undefined : (args[index]!.split('=')[1] ?? args[index + 1]);
  const spoken = languages.find((language) => language === given);
  if (spoken !== undefined) return spoken;
  const locale = environment('LC_ALL') || environment('LC_MESSAGES') || environment('LANG');
  return languages.find((language) => locale.startsWith(language)) ?? 'en';
}
