import type { CommandMessages } from '../command.ts';

export const command: CommandMessages = {
  usage: `recovery-ledger keeps a site's operations ledger true.

Usage:
  recovery-ledger init SITE-URL     look at a site from outside and write its first ledger, with questions for people
  recovery-ledger check [LEDGER…]   look at the world and print the report (default: ledger.yml)
  recovery-ledger accept [LEDGER…]  write what was seen into the ledger where it may simply be behind
  recovery-ledger questions [LEDGER]  what is unanswered, as mails to the parties (without a ledger: everything)
  recovery-ledger merge REPORT…     put many report.json (files, folders, globs) into one table, worst first
  recovery-ledger explain RULE      what a rule means, why it matters, what to do
  recovery-ledger schema            print the JSON Schema of the ledger
  recovery-ledger --version | --help

Options of check:
  --format text|json|markdown|html   what to print (default: text)
  --language ja|en              language of the report (default: the ledger's)
  --offline                     read the ledger and the files beside it, look at nothing
  --only PARTS                  endpoints,certificates,dns,mail,domains,backups,access,people
  --base FILE                   the ledger before a change: tells what the change makes better or worse
  --now TIME                    judge by this ISO time instead of the clock
  --next-check DATE|SPAN        when the next check is due (default: review.every of the ledger)
  --output-dir DIR              also write report.json and calendar.ics to DIR/<ledger path>/
  --retries 5s,30s              waits before a failed look is tried again
  --deadline 5m                 for looking, for each ledger
  --resolver HOST:PORT|URL      recursive resolver, or DNS over HTTPS
  --root-hints NAME=ADDR:PORT   where iterative DNS look-ups start (repeatable)
  --connect-to HOST:PORT=ADDR:PORT   as curl's --connect-to (repeatable)
  --ca-file FILE                extra trusted roots (PEM)
  --allow-private               let probes reach private addresses
  --user-agent TEXT

Options of init: --output FILE (default: ledger.yml; never overwrites), --from FILE (a part of a ledger that you keep:
  parties, contacts, access, …), --dry-run (print the ledger, write nothing), --language, and the network options of check.

Options of accept: --dry-run (show the change, write nothing), --only ID (of a finding; repeatable),
  --by ID (contact or party for the line under changes), and the network options of check.

Options of merge: --format text|json|markdown, --ledger PATH (ledgers that there are: one without a report is shown
  as not checked; repeatable), --language, --now.

Options of questions: --vendor (what to ask an existing maintenance vendor), --format markdown|text, --language

Credentials come from the environment variable RECOVERY_LEDGER_CREDENTIALS (lines "host Header: value").
Exit status: 0 match, 1 drift, 2 invalid ledger or wrong usage, 3 incomplete, 4 internal error.`,
  unknownCommand: (command) =>
    `Unknown command: ${command}. Commands: init, check, accept, questions, merge, explain, schema. See recovery-ledger --help.`,
  wrongOption: (detail) => `${detail} See recovery-ledger --help.`,
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
        return `${input}: expected lines "host Header: value" (${value ?? ''}; the value is not shown).`;
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
    `There is no ledger at ${path} (looked in ${where}). Copy the example that comes with this tool (examples/en/ledger.yml) to ${path}, keep "version" and "site", and fill it in line by line; or name another file.`,
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
  baseNeedsOneLedger: '--base compares one ledger with one file: name exactly one ledger.',
  boundedByEvent: (event) =>
    `The event ${event} allows no more than reading the ledger itself: nothing was looked at, no credential was read, nothing was published.`,
  notPublished: (reason) => `Not published: ${reason}`,
  issueAt: (url) => `Issue: ${url}`,
  emptyShard: (shard) => `No ledger falls to this job (shard ${shard}).`,
  heartbeatSent: 'Heartbeat sent.',
  heartbeatFailed: (reason) => `The heartbeat could not be sent: ${reason}.`,
};
