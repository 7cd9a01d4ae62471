import { usualFile } from '../../ledger/source.ts';
import type { Sign } from '../../probes/endpoint/signs.ts';
import type { AskedSection, QuestionData } from '../init.ts';
import { documents } from './init-documents.ts';

const address = 'https://github.com/recovery-ledger/recovery-ledger';

export const init = {
  header: ({ url, day }: { readonly url: string; readonly day: string }) => [
    `# Operations ledger (one page). Written on ${day} from what can be seen of ${url} from outside.`,
    '# Lines that begin with "# " are words and questions. Where a letter follows "#" at once, take the # away and fill in.',
    '# What is not known yet is unknown; what does not exist is { none: "why" }. No passwords: only where they are kept.',
    `# Keep this file in a private repository. A complete example: ${address}/blob/main/examples/en/ledger.yml`,
  ],
  /** Behind `reviewed`. */
  reviewed: 'the day somebody last looked through all of it; renew it every month',
  /** Behind `timezone`; null where there is nothing to say. */
  timezone: 'yours, such as Europe/Berlin: days and hours below are meant in it' as string | null,
  /** Before what is to be answered first, and before the rest. */
  first: '# ── These three first: ② first contact, ⑦ access, ⑤ rollback ──',
  after: '# ── Then: access (⑧), contact (③), procedures (① ④ ⑥ ⑨), who answers for what ──',
  questions: {
    parties: () => [
      '# Which companies take part?',
      '#parties: { client: Client, maintenance: Maintenance vendor, agency: Agency }',
    ],
    contacts: ({ contacts: [desk, other], parties: [party, owner] }) => [
      '# Whom can one reach, and when? Desks and people on call rather than single persons.',
      '#contacts:',
      `#  ${desk}:`,
      '#    name: Maintenance vendor, emergency desk',
      `#    party: ${party}`,
      '#    kind: desk                 # desk | person',
      '#    hours: 24/365              # or [Mon-Fri 09:00-18:00]',
      '#    channels: unknown          # two at least: [{ phone: "+81-3-1234-5678" }, { email: desk@example.com }]',
      '#    verified: unknown          # when somebody last made sure that it works (such as 2026-12-01)',
      `#  ${other}:`,
      '#    name: IT desk on call',
      `#    party: ${owner}`,
      '#    kind: desk',
      '#    hours: 24/365',
      '#    channels: unknown',
      '#    verified: unknown',
    ],
    'first-contact': ({ contacts: [desk, other] }) => [
      '# ② If it went down now, who is called first, also at night? If nobody answers: how long to wait, and who is next?',
      '#first-contact:',
      `#  route: [{ call: ${desk}, wait: 10m }, { call: ${other} }]`,
      '#  tell: [state, impact, latest change]',
    ],
    access: ({ contacts: [desk, other], wordPressAdmin }) => [
      '# ⑦ Who can enter the consoles of server, monitoring and backup (two at least)? How, when those are away?',
      '#access:',
      '#  common:',
      `#    holders: [${desk}, ${other}]   # who can enter`,
      '#    login: unknown             # where the account is kept',
      `#    mfa: { method: totp, held-by: [${desk}, ${other}] }   # the second factor, and who holds it`,
      '#    emergency: unknown         # the way in when the holders are away',
      '#  server: { console: unknown, can: [restart, apply-settings, resize], verified: unknown }   # verified: when somebody last entered',
      '#  monitoring: { console: unknown, can: [view-alerts, view-logs], verified: unknown }',
      '#  backup: { console: unknown, can: [restore, confirm], verified: unknown }',
      wordPressAdmin === null
        ? '#  cms: { console: unknown, can: [edit, switch-maintenance], verified: unknown }   # or { none: "why" }'
        : `#  cms: { console: ${wordPressAdmin}, can: [edit, switch-maintenance], verified: unknown }   # it looks like WordPress`,
    ],
    rollback: ({ contacts: [desk], parties: [, owner] }) => [
      '# ⑤ Who takes a release back, where and how? What has to happen before? Who approved these criteria?',
      '#rollback:',
      '#  what: the latest release',
      '#  when: [down for more than 30 minutes, enquiries cannot be sent]',
      `#  approved-by: ${owner}`,
      `#  by: ${desk}`,
      '#  where: unknown             # the console for it',
      '#  takes: 30m',
      '#  verify: [home]             # what has to be back for it to count (endpoints below)',
      '#  runbook: docs/rollback.md  # take the # away once the steps are written',
      '#  rehearsed: unknown         # when it was last tried, at least as a tabletop exercise',
    ],
    entrance: ({ cdn }) => [
      '# ⑧ Who can enter the consoles of domain, DNS and certificate? Is there a way to block one page alone?',
      '#entrance:',
      '#  domain: { console: unknown, can: [renew, change-nameservers], runbook: docs/domain.md, verified: unknown }',
      '#  dns: { console: unknown, can: [failover], runbook: docs/switch-dns.md, verified: unknown }',
      '#  certificate: { console: unknown, can: [renew, replace], runbook: docs/renew-certificate.md, verified: unknown }',
      '#  bypass: { console: unknown, can: [block-path, static-page], runbook: docs/bypass.md, verified: unknown }',
      cdn === null
        ? '#  cdn: { none: "no CDN in use" }   # none can be seen from outside'
        : `#  cdn: { console: unknown, can: [purge], verified: unknown }   # it looks like ${cdn}`,
    ],
    decisions: ({ contacts: [desk, other] }) => [
      '# ③ Who says go for recovery, rollback and taking the site offline? Who decides if that person cannot be reached?',
      '#decisions:',
      `#  common: { decides: ${other}, deputy: ${desk}, unreachable: "after 20 minutes the deputy decides" }`,
      '#  start-recovery: { needs: [impact, chance of recovery] }',
      '#  rollback: { needs: [impact, time a rollback takes] }',
      '#  publication: { needs: [impact] }',
    ],
    emergency: ({ contacts: [desk, other], parties: [party, owner] }) => [
      '# ① What counts as an emergency? Who is called then, and what is done first?',
      '#emergency:',
      `#  agreed: { date: unknown, by: [${owner}, ${party}] }   # when, and among whom`,
      '#  conditions:',
      `#    - { when: The front page cannot be seen, shown-by: [home], call: [${desk}, ${other}], first-instruction: provisional recovery first }`,
    ],
    targets: () => [
      '# ④ How soon should there be a first report, updates, provisional and full recovery? (Signposts, not promises.)',
      '#targets: { first-report: 30m, update-every: 60m, provisional: 2h, full: 24h }',
    ],
    restore: ({ contacts: [desk] }) => [
      '# ⑥ What is restored from a backup, into where, by whom, and which backup is chosen?',
      '#restore:',
      '#  covers: [database, files]',
      '#  into: staging-first        # or production',
      '#  choose: the last good daily backup before the incident',
      `#  by: ${desk}`,
      '#  takes: 90m',
      '#  verify: [home]',
      '#  backups: [daily]           # backups below',
      '#  runbook: docs/restore.md   # take the # away once the steps are written',
      '#  rehearsed: unknown',
    ],
    evidence: ({ contacts: [desk, other] }) => [
      '# ⑨ Where are logs, alerts and the history of changes, and who may look?',
      '#evidence:',
      '#  logs:',
      `#    access: { where: unknown, viewers: [${desk}, ${other}] }`,
      `#    application: { where: unknown, viewers: [${desk}] }`,
      `#    system: { where: unknown, viewers: [${desk}] }   # or { none: "why" }`,
      `#  alerts: { where: unknown, to: [${desk}, ${other}] }`,
      '#  changes: ledger            # ledger: the changes of this file',
    ],
    responsibility: ({ parties: [party, owner] }) => [
      '# Who answers for decision, operation, communication, access and accountability, and who stands in?',
      '#responsibility:',
      `#  decision: { party: ${owner}, stand-in: ${party} }`,
      `#  operation: { party: ${party}, stand-in: ${owner} }`,
    ],
  } satisfies Record<AskedSection, (data: QuestionData) => readonly string[]>,
  /** Before `templates`. */
  templates: '# ⑩ Report templates. Change names and wording as you like.',
  reality: (day: string) =>
    `# Reality: what can be seen from outside (${day}). Every check compares what stands here with how things are.`,
  /** What could not be looked at, and why, in words. */
  unseen: (what: string, reason: string) => `could not be looked at: ${what} (${reason})`,
  cdnAddresses: (what: string, cdn: string) => `${what} is left out: ${cdn} changes these addresses.`,
  /** Addresses that may be those of a load balancer. */
  balancerAddresses: (what: string, addresses: string) =>
    `${what} is left out: if this is a load balancer, its addresses change without notice (now ${addresses}). Add it if you know that it stays.`,
  /** Addresses of a name that another host of the site is an alias of. */
  aliasAddresses: (what: string, target: string, addresses: string) =>
    `${what} is left out: these are the addresses of ${target}, whose operator may change them (now ${addresses}). Add it if you know that it stays.`,
  because: {
    cdn: 'a CDN changes its addresses, so only range or ending are compared',
    rotates: 'the answer changes from question to question',
  },
  certificate: ({
    renewal,
    inferredBy,
    lastDay,
    chooser,
  }: {
    readonly renewal: 'automatic' | 'manual';
    readonly inferredBy: 'issuer' | 'lifetime';
    readonly lastDay: string;
    /** The service that chooses the issuer, which is then not written; null where it is. */
    readonly chooser: string | null;
  }) =>
    renewal === 'automatic'
      ? `ends ${lastDay}; that it renews itself is inferred from ${inferredBy === 'issuer' ? 'the issuer' : 'its short life'}${chooser === null ? '' : `; ${chooser} chooses the issuer`}`
      : `ends ${lastDay}; by hand is inferred from the issuer: write automatic if it renews itself`,
  certificateDoubtful: (host: string) =>
    `Something is wrong with the certificate of ${host}, so no issuer is written here. check tells what.`,
  homeStatus: (status: number) =>
    `The page answered HTTP ${status}. Write status and contains once it is as it should be.`,
  homeSign: (sign: Sign) => `${signs[sign.type]} Write contains once the right page shows.`,
  noMarkers:
    'Words that are always on this page (the company’s name) under contains let the check see the content too.',
  withoutTls: (reason: string) => `https did not open (${reason}), so the address is one of http.`,
  pages: 'Which other pages must not be down (enquiries, bookings, login)?',
  /** An example of another page, where none was seen. */
  contactPage: (url: string) =>
    `#contact-form: { url: ${url}, expect: { status: 200, contains: [Contact] } }`,
  backups: [
    '# Where are the backups, how often are they made, how many are kept? (Looked at by API: see docs/providers.md.)',
    '#backups:',
    '#  daily: { provider: by-hand, every: 24h, keep: 7, newest: unknown, evidence: "seen in the console" }',
  ],
  mail: (domain: string) => [
    '# Which DKIM selectors does the mail use (such as s1)? No DMARC policy was found.',
    '#mail:',
    `#  ${domain}: { dkim: [s1] }`,
  ],
  domainEnds: (day: string | null) =>
    day === null ? 'no end is published: look in the console and write expires and evidence' : `ends ${day}`,
  renewal: 'Does it renew itself? Add renewal: automatic, or renewal: manual.',
  noRegistry: (domain: string) =>
    `The registration of ${domain} cannot be asked for from outside. Look for its end in the console and write it here.`,
  notRegistered: (domain: string) => `${domain} is not registered, says the registry. Check the name.`,
  foreignDomain: (domain: string) =>
    `Does ${domain} belong to the owner of this site? If not, take this line out. Its mail was not looked at.`,
  /** The first line of the ledger's own history. */
  created: 'ledger begun from what can be seen from outside',
  documents,
  /** What is printed on the terminal. */
  terminal: {
    progress: (url: string) => `looking at ${url}`,
    notAnAddress: (text: string) => `"${text}" is no address of a site. Write it as https://www.example.com/`,
    exists: (file: string) =>
      `${file} exists already and is not overwritten. Name another file with --output, or see the text alone with --dry-run.`,
    noSuchName: (host: string, reason: string) =>
      `${host} was not found (${reason}). Check the spelling of the address. Nothing was written.`,
    nothingSeen: (url: string, reason: string) =>
      `Nothing at all could be seen of ${url} (${reason}). Check the connection and run it again. Nothing was written.`,
    wrote: (file: string) => `written: ${file}`,
    wouldWrite: (file: string) => `would be written (--dry-run: nothing was): ${file}`,
    kept: (file: string) => `there already, left as it is: ${file}`,
    lacksFields: (file: string) =>
      `${file} lacks fields that a report needs, so it stands under templates as a comment. Add them, then take the # away.`,
    unseen: (what: string, reason: string) => `could not be looked at: ${what} (${reason})`,
    answersUnreadable: (file: string) => `--from: ${file} cannot be read.`,
    answersSecret: 'this looks like a password or key.',
    answersRejected: (file: string) => `--from: there are mistakes in ${file}. Nothing was written.`,
    /** A key that `init` writes itself. */
    answersKey: (key: string) => `init writes ${key} itself from what it sees; it cannot stand here`,
    nextSteps: ({ ledger, hasQuestions }: { readonly ledger: string; readonly hasQuestions: boolean }) =>
      [
        'Next:',
        hasQuestions
          ? `  1. answer ② first contact, ⑦ access and ⑤ rollback in ${ledger}`
          : `  1. answer the questions that are left in ${ledger}`,
        `  2. recovery-ledger check ${ledger} compares it with reality`,
        `  3. start the monthly check: copy examples/workflow.yml to .github/workflows/recovery-ledger.yml`,
        `     (${address}/blob/main/examples/workflow.yml)`,
        ...(ledger === usualFile
          ? []
          : [
              `     with this line under with, since it reads ledger.yml otherwise (and this path under paths): ledger: ${ledger}`,
            ]),
      ].join('\n'),
  },
};

const signs: { readonly [T in 'challenge' | 'maintenance' | 'broken' | 'parked' | 'placeholder']: string } = {
  challenge: 'A page that keeps machines out came up.',
  maintenance: 'A maintenance page came up.',
  broken: 'An error page came up.',
  parked: 'A page of the domain’s seller came up.',
  placeholder: 'A page of the hoster or of the web server itself came up.',
};
