import { type ParseArgsOptionsConfig, parseArgs } from 'node:util';
import type { ReadInput } from '../check/inputs.ts';
import type { LedgerCrash } from '../check/ledgers.ts';
import { referenceOf } from '../check/reference.ts';
import { spreadNet, stopSignal, Uncaught } from '../edge/ending.ts';
import { InputProblem } from '../edge/options.ts';
import { holdOutputs, PrintFailure, print } from '../edge/terminal.ts';
import type { CommandMessages } from '../messages/command.ts';
import { messagesFor } from '../messages/index.ts';
import type { Report, Verdict } from '../report/report.ts';
import type { Language } from '../text/language.ts';
import { nearest } from '../text/nearest.ts';

/** A mistake of the user's, already in words: printed as one line, exit status 2. */
class UsageProblem extends Error {}

const exitStatus = { match: 0, drift: 1, invalid: 2, incomplete: 3, internalError: 4, stopped: 143 } as const;

/** Runs the command line. Standard output carries the result only. Sets the exit status; never rejects. */
export async function main(args: readonly string[]): Promise<void> {
  const language = userLanguage(args);
  const say = messagesFor(language).command;
  const sayInternal = (error: unknown) => console.error(say.internalError(referenceOf(error)));
  holdOutputs();
  const net = spreadNet(exitStatus.internalError, sayInternal);
  try {
    process.exitCode = await run(args, language, net.signal);
  } catch (error) {
    process.exitCode = exitStatus.invalid;
    if (error instanceof UsageProblem) console.error(error.message);
    else if (error instanceof InputProblem)
      console.error(say.inputProblem({ ...error, input: `--${error.input}` } as InputProblem));
    else {
      process.exitCode = exitStatus.internalError;
      if (error instanceof PrintFailure) console.error(say.cannotPrint(error.code));
      // What fell into the net is said below.
      else if (!(error instanceof Uncaught)) sayInternal(error);
    }
  }
  net.close();
}

async function run(args: readonly string[], language: Language, net: AbortSignal): Promise<number> {
  const say = messagesFor(language).command;
  const [command, ...rest] = args;
  switch (command) {
    case 'check':
      return check(rest, language, net);
    case 'accept':
      return accept(rest, language, net);
    case 'init':
      return init(rest, language, net);
    case 'questions':
      return questions(rest, language);
    case 'merge':
      return merge(rest, language);
    case 'explain':
      return explain(rest, language);
    case 'schema': {
      const { ledgerJsonSchema } = await import('../ledger/json-schema.ts');
      await print(`${JSON.stringify(ledgerJsonSchema(), null, 2)}\n`);
      return 0;
    }
    case undefined:
      console.error(say.usage);
      return exitStatus.invalid;
    case 'help':
    case '--help':
    case '-h':
      await print(`${say.usage}\n`);
      return 0;
    default:
      throw new UsageProblem(say.unknownCommand(command));
  }
}

const checkOptions = {
  format: { type: 'string', default: 'text' },
  language: { type: 'string' },
  now: { type: 'string' },
  'next-check': { type: 'string' },
  offline: { type: 'boolean', default: false },
  base: { type: 'string' },
  'output-dir': { type: 'string' },
  only: { type: 'string', multiple: true },
  retries: { type: 'string', default: '5s,30s' },
  deadline: { type: 'string', default: '5m' },
  resolver: { type: 'string' },
  'root-hints': { type: 'string', multiple: true },
  'ca-file': { type: 'string' },
  'connect-to': { type: 'string', multiple: true },
  'allow-private': { type: 'boolean', default: false },
  'user-agent': { type: 'string' },
  help: { type: 'boolean', short: 'h', default: false },
} as const;

async function check(args: readonly string[], language: Language, net: AbortSignal): Promise<number> {
  const say = messagesFor(language).command;
  const { values, positionals } = parse(args, say.wrongOption, checkOptions);
  if (values.help) {
    await print(`${say.usage}\n`);
    return 0;
  }
  const { checkFromCommandLine } = await import('./check.ts');
  const read: ReadInput = (name) => {
    const value = values[name as keyof typeof values];
    if (Array.isArray(value)) return value.join('\n');
    return value === undefined ? '' : String(value);
  };
  const format = oneOfFormats(read('format'));
  const outcome = await checkFromCommandLine({
    patterns: positionals,
    read,
    format,
    offline: values.offline,
    outputDir: values['output-dir'] ?? null,
    base: values.base ?? null,
    cwd: process.cwd(),
    credentials: process.env.RECOVERY_LEDGER_CREDENTIALS ?? '',
    providers: {
      environment: (name) => process.env[name] ?? '',
      // No log hides anything here: what providers tell is scrubbed instead.
      mask: () => {},
      github: {
        apiUrl: process.env.GITHUB_API_URL || 'https://api.github.com',
        repository: process.env.GITHUB_REPOSITORY || null,
        token: process.env.GITHUB_TOKEN || process.env.GH_TOKEN || null,
      },
    },
    fallbackLanguage: language,
    signal: AbortSignal.any([stopSignal(), net]),
    colour: process.stdout.isTTY === true && !process.env.NO_COLOR,
    width: Math.min(process.stdout.columns ?? 80, 110),
  });
  if (outcome.type === 'usage') throw new UsageProblem(outcome.message);
  if (outcome.type === 'stopped') {
    console.error(say.stopped);
    return exitStatus.stopped;
  }
  await print(outcome.text);
  for (const note of outcome.notes) console.error(note);
  return sayCrashes(outcome.crashes, say) ? exitStatus.internalError : statusOf(outcome.reports);
}

/** Whether there were any. */
function sayCrashes(crashes: readonly LedgerCrash[], say: CommandMessages): boolean {
  for (const { file, error } of crashes) console.error(say.internalError(referenceOf(error), file));
  return crashes.length > 0;
}

const acceptOptions = {
  ...checkOptions,
  'dry-run': { type: 'boolean', default: false },
  by: { type: 'string' },
} as const;

async function accept(args: readonly string[], language: Language, net: AbortSignal): Promise<number> {
  const say = messagesFor(language).command;
  const { values, positionals } = parse(args, say.wrongOption, acceptOptions);
  if (values.help) {
    await print(`${say.usage}\n`);
    return 0;
  }
  const { acceptFromCommandLine } = await import('./accept.ts');
  const read: ReadInput = (name) => {
    const value = name === 'only' ? undefined : values[name as keyof typeof values];
    if (Array.isArray(value)) return value.join('\n');
    return value === undefined ? '' : String(value);
  };
  const outcome = await acceptFromCommandLine({
    patterns: positionals,
    read,
    only: (values.only ?? []).flatMap((each) => each.split(/[\s,]+/)).filter((each) => each !== ''),
    by: values.by ?? null,
    dryRun: values['dry-run'],
    cwd: process.cwd(),
    credentials: process.env.RECOVERY_LEDGER_CREDENTIALS ?? '',
    fallbackLanguage: language,
    signal: AbortSignal.any([stopSignal(), net]),
  });
  if (outcome.type === 'usage') throw new UsageProblem(outcome.message);
  if (outcome.type === 'stopped') {
    console.error(say.stopped);
    return exitStatus.stopped;
  }
  await print(outcome.diff);
  for (const note of outcome.notes) console.error(note);
  if (sayCrashes(outcome.crashes, say)) return exitStatus.internalError;
  return { accepted: exitStatus.match, refused: exitStatus.drift, invalid: exitStatus.invalid }[
    outcome.result
  ];
}

const initOptions = {
  language: checkOptions.language,
  now: checkOptions.now,
  retries: checkOptions.retries,
  deadline: checkOptions.deadline,
  resolver: checkOptions.resolver,
  'root-hints': checkOptions['root-hints'],
  'ca-file': checkOptions['ca-file'],
  'connect-to': checkOptions['connect-to'],
  'allow-private': checkOptions['allow-private'],
  'user-agent': checkOptions['user-agent'],
  from: { type: 'string' },
  output: { type: 'string', default: 'ledger.yml' },
  'dry-run': { type: 'boolean', default: false },
  help: checkOptions.help,
} as const;

async function init(args: readonly string[], language: Language, net: AbortSignal): Promise<number> {
  const say = messagesFor(language).command;
  const { values, positionals } = parse(args, say.wrongOption, initOptions);
  if (values.help) {
    await print(`${say.usage}\n`);
    return 0;
  }
  const { initFromCommandLine } = await import('./init.ts');
  const outcome = await initFromCommandLine({
    positionals,
    read: (name) => {
      const value = values[name as keyof typeof values];
      if (Array.isArray(value)) return value.join('\n');
      return value === undefined ? '' : String(value);
    },
    from: values.from ?? null,
    output: values.output,
    dryRun: values['dry-run'],
    cwd: process.cwd(),
    fallbackLanguage: language,
    signal: AbortSignal.any([stopSignal(), net]),
  });
  switch (outcome.type) {
    case 'usage':
      throw new UsageProblem(outcome.message);
    case 'nothing-seen':
      console.error(outcome.message);
      return exitStatus.incomplete;
    case 'stopped':
      console.error(say.stopped);
      return exitStatus.stopped;
    case 'done':
      await print(outcome.text);
      for (const note of outcome.notes) console.error(note);
      return exitStatus.match;
  }
}

const questionOptions = {
  format: checkOptions.format,
  language: checkOptions.language,
  now: checkOptions.now,
  vendor: { type: 'boolean', default: false },
  help: checkOptions.help,
} as const;

async function questions(args: readonly string[], language: Language): Promise<number> {
  const say = messagesFor(language).command;
  const { values, positionals } = parse(args, say.wrongOption, questionOptions);
  if (values.help) {
    await print(`${say.usage}\n`);
    return 0;
  }
  const format = (['text', 'markdown'] as const).find((each) => each === values.format);
  if (format === undefined) throw new InputProblem('format', 'one-of', values.format, ['text', 'markdown']);
  const { questionsFromCommandLine } = await import('./questions.ts');
  const outcome = await questionsFromCommandLine({
    ledgers: positionals,
    read: (name) => (name === 'language' || name === 'now' ? (values[name] ?? '') : ''),
    format,
    vendor: values.vendor,
    cwd: process.cwd(),
    fallbackLanguage: language,
  });
  if (outcome.type === 'usage') throw new UsageProblem(outcome.message);
  await print(outcome.text);
  return exitStatus.match;
}

const mergeOptions = {
  format: checkOptions.format,
  language: checkOptions.language,
  now: checkOptions.now,
  ledger: { type: 'string', multiple: true },
  help: checkOptions.help,
} as const;

async function merge(args: readonly string[], language: Language): Promise<number> {
  const say = messagesFor(language).command;
  const { values, positionals } = parse(args, say.wrongOption, mergeOptions);
  if (values.help) {
    await print(`${say.usage}\n`);
    return 0;
  }
  const format = (['text', 'json', 'markdown'] as const).find((each) => each === values.format);
  if (format === undefined) {
    throw new InputProblem('format', 'one-of', values.format, ['text', 'json', 'markdown']);
  }
  const { mergeFromCommandLine } = await import('./merge.ts');
  const outcome = await mergeFromCommandLine({
    patterns: positionals,
    ledgers: values.ledger ?? [],
    read: (name) => (name === 'language' || name === 'now' ? (values[name] ?? '') : ''),
    format,
    cwd: process.cwd(),
    fallbackLanguage: language,
  });
  if (outcome.type === 'usage') throw new UsageProblem(outcome.message);
  await print(outcome.text);
  for (const note of outcome.notes) console.error(note);
  // A report that cannot be read is a site that nobody has looked at.
  const verdict = outcome.verdict === 'match' && outcome.isPartial ? 'incomplete' : outcome.verdict;
  return exitStatus[verdict];
}

async function explain(args: readonly string[], language: Language): Promise<number> {
  const say = messagesFor(language).command;
  const words = args.filter((arg, index) => !arg.startsWith('--') && args[index - 1] !== '--language');
  const rule = words[0];
  if (rule === undefined || words.length > 1) throw new UsageProblem(say.usage);
  const { isRuleName, ruleNames } = await import('../rules/index.ts');
  if (isRuleName(rule)) {
    const { renderExplain } = await import('../documents/explain.ts');
    await print(renderExplain(rule, messagesFor(language)));
    return 0;
  }
  throw new UsageProblem(say.unknownRule(rule, nearest(rule, ruleNames)));
}

/** The first status that holds of any report: invalid, drift, incomplete, match. */
export function statusOf(reports: readonly Report[]): number {
  const order: readonly Verdict[] = ['invalid', 'drift', 'incomplete'];
  const worst = order.find((verdict) => reports.some((report) => report.verdict === verdict));
  return exitStatus[worst ?? 'match'];
}

const formats = ['text', 'json', 'markdown', 'html'] as const;

function oneOfFormats(format: string): (typeof formats)[number] {
  const known = formats.find((each) => each === format);
  if (known !== undefined) return known;
  throw new InputProblem('format', 'one-of', format, formats);
}

function parse<O extends ParseArgsOptionsConfig>(
  args: readonly string[],
  wrong: (detail: string) => string,
  options: O,
) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch (error) {
    throw new UsageProblem(wrong((error as Error).message.split('. ')[0]!.replace(/\.?$/, '.')));
  }
}

/** The language of what is not about one ledger: `--language`, else the locale's. */
function userLanguage(args: readonly string[]): Language {
  const index = args.findIndex((arg) => arg === '--language' || arg.startsWith('--language='));
  const given = index < 0 ? undefined : (args[index]!.split('=')[1] ?? args[index + 1]);
  if (given === 'ja' || given === 'en') return given;
  const locale = process.env.LC_ALL || process.env.LC_MESSAGES || process.env.LANG || '';
  return locale.startsWith('ja') ? 'ja' : 'en';
}
