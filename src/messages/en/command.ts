import type { CommandMessages } from '../command.ts';

export const command: CommandMessages = {
  help: {
    program: "recovery-ledger keeps a site's operations ledger true.",
    usage: 'Usage',
    command: 'COMMAND',
    commands: 'Commands',
    option: 'OPTION',
    options: 'Options',
    looking: 'How the world is looked at',
    environment: 'Environment',
    examples: 'Examples',
    exitStatus: 'Exit status',
    repeatable: 'Can be repeated.',
    standard: (value) => `Default: ${value}.`,
    more: '`recovery-ledger COMMAND --help` explains a command with its options and examples.',
  },
  unknownCommand: (command, nearest, known) =>
    `Unknown command: ${command}. ${nearest === null ? `Commands: ${known.join(', ')}.` : `Did you mean ${nearest}?`}`,
  unknownShell: (name, nearest, known) =>
    `There is no completion for ${name}. ${nearest === null ? `Shells: ${known.join(', ')}.` : `Did you mean ${nearest}?`}`,
  unknownOption: ({ command, option, nearest, elsewhere }) =>
    [
      `${command ?? 'recovery-ledger'} has no option ${option}.`,
      ...(nearest === null ? [] : [`Did you mean ${nearest}?`]),
      ...(elsewhere.length === 0 ? [] : [`It is an option of ${elsewhere.join(', ')}.`]),
    ].join(' '),
  optionNeedsValue: (option) => `${option} needs a value.`,
  optionTakesNoValue: (option) => `${option} takes no value.`,
  operandMissing: (synopsis) => `An argument is missing: ${synopsis}`,
  operandLeft: (command, operand) => `"${operand}" is one argument too many for ${command}.`,
  seeHelp: (command) => `See recovery-ledger ${command === null ? '' : `${command} `}--help.`,
  inputProblem({ input, code, value, expected }) {
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
  ledgerMissing: (path, where) =>
    `There is no ledger at ${path} (looked in ${where}). Begin one from what can be seen of the site: recovery-ledger init https://www.example.com/ --output ${path}. Or name another file.`,
  ledgerIsFolder: (path) =>
    `${path} is a folder. Name the ledger file in it, for example ${path.replace(/\/$/, '')}/ledger.yml, or a glob such as ${path.replace(/\/$/, '')}/*.yml.`,
  ledgerNoMatch: (pattern, where) => `No file matches ${pattern} (looked in ${where}).`,
  ledgerOutside: (path) => `${path} lies outside the work tree, so it is not read.`,
  ledgerUnreadable: (path) => `${path} may not be read. Check the file's permissions.`,
  unknownRule: (rule, nearest) =>
    `There is no rule ${rule}.${nearest === null ? '' : ` Did you mean ${nearest}?`}`,
  cannotWrite: (path, reason) =>
    `${path} could not be written: ${reason}. Nothing half-written was left behind.`,
  cannotPrint: (reason) => `The result could not be written to standard output: ${reason}.`,
  internalError: (reference, ledger) =>
    `${ledger === undefined ? '' : `${ledger}: `}Something went wrong inside recovery-ledger itself (${reference}). What could be checked is reported all the same. Please report it with this line.`,
  stopped: 'Stopped before the check was complete. Nothing was published.',
  progress: (done) => `checking ${done}`,
  failedOn: (count, kinds) =>
    `The step fails because of ${count} finding${count === 1 ? '' : 's'} of the kind ${kinds.join(', ')}.`,
  failedOnScore: (before, after) =>
    `The step fails because fewer items would be in place than before: ${after} instead of ${before} of 10.`,
  ledgerTwice: (path) =>
    `Two ledgers are called ${path}, each in a work tree of its own. The first one is read: name the other in a run of its own.`,
  noFileToWrite: 'A ledger from standard input has no file to write to: add --dry-run to see the change.',
  baseNeedsOneLedger: '--base compares one ledger with one file: name exactly one ledger.',
  boundedByEvent: (event) =>
    `The event ${event} allows no more than reading the ledger itself: nothing was looked at, no credential was read, nothing was published.`,
  notPublished: (reason) => `Not published: ${reason}`,
  issueAt: (url) => `Issue: ${url}`,
  emptyShard: (shard) => `No ledger falls to this job (shard ${shard}).`,
  heartbeatSent: 'Heartbeat sent.',
  heartbeatFailed: (reason) => `The heartbeat could not be sent: ${reason}.`,
};
