import type { InputProblem } from '../../edge/options.ts';

export const command = {
  /** The words between the tables that `--help` is made of. */
  help: {
    /** What the program is there for. */
    program: "recovery-ledger keeps a site's operations ledger true.",
    usage: 'Usage',
    command: 'COMMAND',
    commands: 'Commands',
    option: 'OPTION',
    options: 'Options',
    /** Heads the options that decide how the world is looked at. */
    looking: 'How the world is looked at',
    environment: 'Environment',
    examples: 'Examples',
    exitStatus: 'Exit status',
    repeatable: 'Can be repeated.',
    /** What counts where nothing is given. */
    standard: (value: string) => `Default: ${value}.`,
    more: '`recovery-ledger COMMAND --help` explains a command with its options and examples.',
  },
  /** `nearest` is the one of `known` that was perhaps meant. */
  unknownCommand: (command: string, nearest: string | null, known: readonly string[]) =>
    `Unknown command: ${command}. ${nearest === null ? `Commands: ${known.join(', ')}.` : `Did you mean ${nearest}?`}`,
  unknownShell: (name: string, nearest: string | null, known: readonly string[]) =>
    `There is no completion for ${name}. ${nearest === null ? `Shells: ${known.join(', ')}.` : `Did you mean ${nearest}?`}`,
  /** `command` is null before any command; `elsewhere` are the commands that have the option. */
  unknownOption: ({
    command,
    option,
    nearest,
    elsewhere,
  }: {
    readonly command: string | null;
    readonly option: string;
    readonly nearest: string | null;
    readonly elsewhere: readonly string[];
  }) =>
    [
      `${command ?? 'recovery-ledger'} has no option ${option}.`,
      ...(nearest === null ? [] : [`Did you mean ${nearest}?`]),
      ...(elsewhere.length === 0 ? [] : [`It is an option of ${elsewhere.join(', ')}.`]),
    ].join(' '),
  optionNeedsValue: (option: string) => `${option} needs a value.`,
  optionTakesNoValue: (option: string) => `${option} takes no value.`,
  operandMissing: (synopsis: string) => `An argument is missing: ${synopsis}`,
  operandLeft: (command: string, operand: string) => `"${operand}" is one argument too many for ${command}.`,
  /** Where the help stands: that of a command, or of the program. */
  seeHelp: (command: string | null) => `See recovery-ledger ${command === null ? '' : `${command} `}--help.`,
  inputProblem({ input, code, value, expected }: InputProblem): string {
    const given = value === null || value === '' ? '' : ` (given: ${value})`;
    switch (code) {
      case 'one-of':
        return `${input}: expected ${expected.join(', ')}${given}.`;
      case 'duration':
        return `${input}: expected a span such as 30s, 5m or 2h${given}.`;
      case 'moment':
        return `${input}: expected an ISO time such as 2026-11-23T00:00:00Z${given}.`;
      case 'moment-or-duration':
        return `${input}: expected an ISO date such as 2026-12-01 or a span such as "1 month"${given}.`;
      case 'boolean':
        return `${input}: expected true or false${given}.`;
      case 'connect-to':
        return `${input}: expected lines host:port=address:port, where host and port may be *${given}.`;
      case 'root-hints':
        return `${input}: expected lines name=address:port${given}.`;
      case 'resolver':
        return `${input}: expected address:port or an https URL${given}.`;
      case 'credentials':
        return `${input}: expected lines "host Header: value" or "host provider" (${value ?? ''}; the value is not shown).`;
      case 'credentials-host-alone':
        return `${input}: a host alone opens nothing (${value ?? ''}). Name the provider whose credentials may go there, for example "store.example.jp s3"; a header is written "host Header: value".`;
      case 'assignees':
        return `${input}: expected logins, or party=login${given}.`;
      case 'shard':
        return `${input}: expected part/parts, such as 2/5${given}.`;
      case 'web-address':
        return `${input}: expected an http or https address (it is not shown).`;
      case 'unreadable':
        return `${input}: the file cannot be read${given}.`;
    }
  },
  ledgerMissing: (path: string, where: string) =>
    `There is no ledger at ${path} (looked in ${where}). Begin one from what can be seen of the site: recovery-ledger init https://www.example.com/ --output ${path}. Or name another file.`,
  ledgerIsFolder: (path: string) =>
    `${path} is a folder. Name the ledger file in it, for example ${path.replace(/\/$/, '')}/ledger.yml, or a glob such as ${path.replace(/\/$/, '')}/*.yml.`,
  ledgerNoMatch: (pattern: string, where: string) => `No file matches ${pattern} (looked in ${where}).`,
  ledgerOutside: (path: string) => `${path} lies outside the work tree, so it is not read.`,
  ledgerUnreadable: (path: string) => `${path} may not be read. Check the file's permissions.`,
  unknownRule: (rule: string, nearest: string | null) =>
    `There is no rule ${rule}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
  cannotWrite: (path: string, reason: string) =>
    `${path} could not be written: ${reason}. Nothing half-written was left behind.`,
  /** Standard output. */
  cannotPrint: (reason: string) => `The result could not be written to standard output: ${reason}.`,
  /** A fault of ours. `reference` helps to find it; `ledger`: its path, where one ledger's way was broken off. */
  internalError: (reference: string, ledger?: string) =>
    `${ledger === undefined ? '' : `${ledger}: `}Something went wrong inside recovery-ledger itself (${reference}). What could be checked is reported all the same. Please report it with this line.`,
  /** Part of the program hung; `report` is the file that holds what was seen, null where there is none. */
  unanswering: (report: string | null) =>
    `Part of recovery-ledger itself stopped answering, and the run was ended.${report === null ? '' : ` What was seen by then is in ${report}.`} Please report it with this line.`,
  stopped: 'Stopped before the check was complete. Nothing was published.',
  progress: (done: string) => `checking ${done}`,
  /** The step failed for these findings. */
  failedOn: (count: number, kinds: readonly string[]) =>
    `The step fails because of ${count} finding${count === 1 ? '' : 's'} of the kind ${kinds.join(', ')}.`,
  /** The step failed because fewer items are in place than before. */
  failedOnScore: (before: number, after: number) =>
    `The step fails because fewer items would be in place than before: ${after} instead of ${before} of 10.`,
  /** Two ledgers whose paths are alike, each in its own work tree. */
  ledgerTwice: (path: string) =>
    `Two ledgers are called ${path}, each in a work tree of its own. The first one is read: name the other in a run of its own.`,
  noFileToWrite: 'A ledger from standard input has no file to write to: add --dry-run to see the change.',
  /** `--base` compares one ledger with one file. */
  baseNeedsOneLedger: '--base compares one ledger with one file: name exactly one ledger.',
  /** The event does not allow more than the ledger itself. */
  boundedByEvent: (event: string) =>
    `The event ${event} allows no more than reading the ledger itself: nothing was looked at, no credential was read, nothing was published.`,
  notPublished: (reason: string) => `Not published: ${reason}`,
  issueAt: (url: string) => `Issue: ${url}`,
  /** This shard has no ledger. */
  emptyShard: (shard: string) => `No ledger falls to this job (shard ${shard}).`,
  heartbeatSent: 'Heartbeat sent.',
  /** Why not, in words; the address is never shown. */
  heartbeatFailed: (reason: string) => `The heartbeat could not be sent: ${reason}.`,
};
