import type { Band, ItemState } from '../../checklist/score.ts';
import type { PublishFailureCode } from '../../edge/github-edge.ts';
import type { Part } from '../../probes/index.ts';
import type { ListingNote } from '../../providers/provider.ts';
import type { NotAsked } from '../../report/report.ts';
import type { ItemNumber, Kind, Severity } from '../../rules/rule.ts';
import { accessName } from './checklist-words.ts';
import { failures } from './probe.ts';

/** The states of a stage of recovery; `forPeople`: only what people confirm is left. */
export type StageWord = keyof typeof stages;

const stages = {
  reached: 'met',
  notReached: 'not met yet',
  notKnown: 'not known',
  forPeople: 'met as far as a check can see',
};
const plural = (count: number, one: string, many = `${one}s`) => `${count} ${count === 1 ? one : many}`;

interface PartWords {
  readonly one: string;
  readonly all: string;
  count(count: number): string;
}

const bands = { danger: 'danger', caution: 'caution', minimum: 'minimum', strong: 'strong' };

export const report = {
  /** Stands where something must not be published. */
  masked: '(not public)',
  bands,
  advice: {
    danger: (items: string | null) =>
      items === null ? 'Give one more person a way in.' : `Begin with ${items}.`,
    caution: (items: string | null) =>
      `It works in office hours and may fail at night and on holidays.${items === null ? '' : ` Next: ${items}.`}`,
    minimum: (items: string | null) =>
      `A recovery can start. Once a month look at people and dates, and write one line for each change.${items === null ? '' : ` What is left: ${items}.`}`,
    strong: (items: string | null) =>
      `Keep what is in place from failing: keep the change history, rehearse rollback and restore, and hold a tabletop exercise at least once a year (read the steps through, estimate the times).${items === null ? '' : ` What is left: ${items}.`}`,
  } satisfies Record<Band, (items: string | null) => string>,
  severities: { critical: 'critical', warning: 'warning', info: 'info' } satisfies Record<Severity, string>,
  kinds: {
    drift: 'ledger and reality differ',
    expiring: 'ends soon',
    stale: 'confirmed too long ago',
    unknown: 'could not be checked',
    gap: 'hole (not written)',
    notice: 'notice',
  } satisfies Record<Kind, string>,
  /** With the circled number. */
  items: {
    1: '① Emergency defined',
    2: '② First contact',
    3: '③ Decision makers',
    4: '④ Target times',
    5: '⑤ Rollback',
    6: '⑥ Restore',
    7: '⑦ Access',
    8: '⑧ Entrance (domain, DNS, certificate)',
    9: '⑨ Evidence',
    10: '⑩ Report templates',
  } satisfies Record<ItemNumber, string>,
  itemStates: {
    met: { mark: '○', word: 'in place' },
    drift: { mark: '×', word: 'not as the ledger says' },
    stale: { mark: '△', word: 'confirmed too long ago' },
    gap: { mark: '−', word: 'not all written' },
    unknown: { mark: '?', word: 'could not be checked' },
  } satisfies { readonly [S in ItemState]: { readonly mark: string; readonly word: string } },
  /** What stands before a number or an address. */
  channels: { phone: 'phone', email: 'mail', slack: 'Slack', teams: 'Teams', url: 'URL' },
  /** What is looked at: one of it, the whole of it, and so many. */
  parts: {
    endpoints: { one: 'endpoint', all: 'Endpoints', count: (count) => plural(count, 'endpoint') },
    certificates: {
      one: 'certificate',
      all: 'Certificates',
      count: (count) => plural(count, 'certificate'),
    },
    dns: { one: 'DNS', all: 'DNS', count: (count) => plural(count, 'DNS claim') },
    mail: { one: 'mail', all: 'Mail settings', count: (count) => plural(count, 'mail domain') },
    domains: {
      one: 'registration',
      all: 'Domain registrations',
      count: (count) => plural(count, 'registration'),
    },
    backups: { one: 'backup', all: 'Backups', count: (count) => plural(count, 'backup') },
    access: { one: 'console', all: 'Consoles', count: (count) => plural(count, 'console') },
    people: {
      one: 'account, document',
      all: 'Accounts of the contacts, documents on the web',
      count: (count) => plural(count, 'account or document', 'accounts or documents'),
    },
  } satisfies Record<Part, PartWords>,
  /** What the run found, in one sentence that a reader can stop after. */
  headline: {
    match: 'The ledger and reality agree.',
    /** Only a part was asked for. */
    matchOfPart: 'As far as was looked this time, the ledger and reality agree.',
    /** Nothing but the ledger and the files beside it was looked at. */
    notCompared: 'Nothing in the ledger contradicts itself. It was not compared with reality.',
    danger: (met: number) =>
      met > 3
        ? 'Danger: every way in depends on one person. If nobody reaches them, no recovery can start.'
        : `Danger: only ${met} of 10 items are in place. If it broke tonight, no recovery could start.`,
    few: (met: number) => `But only ${met} of the 10 items ${met === 1 ? 'is' : 'are'} in place.`,
    drift: 'The ledger and reality differ.',
    expiring: 'Something ends soon.',
    stale: 'Something was confirmed too long ago.',
    incomplete: 'What could be seen agrees with the ledger, but not everything could be checked.',
    invalid: 'The ledger cannot be read, so nothing was checked.',
    toDo: (count: number, critical: number) =>
      `${plural(count, 'thing')} to do${critical === 0 ? '' : `, ${critical} of them critical`}.`,
    problems: (count: number) => `${plural(count, 'place')} to correct.`,
  },
  facts: {
    checkedAt: 'Checked',
    lookedAt: 'Looked at',
    lookedAtNothing: "the ledger's text alone (nothing outside was seen)",
    /** Nothing but the ledger and the files that it names. */
    lookedAtFiles: 'the ledger and the files that it names (nothing outside was seen)',
    nextCheck: 'Next check',
    score: 'In place',
    scored: (met: number, band: string, claimed: number) =>
      // More than three items in danger: that is the other way there.
      `${met} of 10 items (${band}${met > 3 && band === bands.danger ? ': every way in hangs on one person' : ''})${claimed === met ? '' : `; ${claimed} by the ledger's text alone`}`,
    advice: 'What to do next',
    stage: (provisional: StageWord, full: StageWord) =>
      `provisional recovery: ${stages[provisional]}; full recovery: ${stages[full]}`,
    stageBlocked: (stage: 'provisional' | 'full', blocking: string) =>
      `${stage} recovery still needs: ${blocking}`,
    line: (site: string, ledger: string, checkedAt: string, nextCheck: string) =>
      `${site} · ${ledger} · checked ${checkedAt} · next check ${nextCheck} (if this date has passed and nothing changed here, the check itself has stopped)`,
    noSite: 'The ledger',
    scoreLine: (scored: string, advice: string) => `${scored}. ${advice}`,
    between: '. ',
  },
  findings: {
    heading: 'What needs doing',
    none: 'Nothing needs doing.',
    /** As `none`, where something could not be seen. */
    noneSeen:
      'In what could be looked at, nothing needs doing. What could not be is named below, with what to do about it.',
    expected: 'The ledger says',
    proper: 'It should be',
    observed: 'What was seen',
    /** The same two where the ledger leaves something out: what an item needs, and what stands there. */
    needed: 'Needed',
    written: 'The ledger now',
    why: 'Why it matters in a recovery',
    remedy: 'What to do',
    who: 'Who, by when',
    since: 'First seen',
    place: 'In the ledger',
    nobody: 'the ledger names nobody',
    /** Behind the first of several that are alike. */
    andOthers: (count: number) => `and ${count} more`,
    now: 'now',
    by: (moment: string) => `by ${moment}`,
    overdue: (moment: string) => `now (the deadline, ${moment}, has passed)`,
    byNextCheck: (moment: string) => `before the next check (${moment})`,
    sinceDay: (day: string, age: string | null) =>
      age === null ? `${day} (this check)` : `${day} (${age} ago)`,
    line: (line: number) => `line ${line}`,
    /** Not looked at this time; as it was at the check of that day. */
    asOf: (moment: string) => `Not looked at this time; this is what the check of ${moment} saw.`,
  },
  /** The monthly list to tick: people, doors, the ledger itself. */
  review: {
    contact: (name: string, verified: string | null) =>
      `Reach ${name} (last confirmed: ${verified ?? 'no record'})`,
    /** @param id of `access` or `entrance` */
    access: (id: string, verified: string | null) =>
      `Get into ${accessName(id)} (last confirmed: ${verified ?? 'no record'})`,
    last: 'Read the ledger through and write the days into verified and reviewed',
  },
  invalid: {
    heading: 'What to correct in the ledger',
    explained: 'Nothing else can be checked until the ledger can be read. Correct these from the top.',
  },
  items10: {
    heading: 'The ten items',
    item: 'Item',
    state: 'State',
    because: 'Because of',
    met: (count: number) => `${plural(count, 'item')} in place`,
  },
  dates: {
    heading: 'Dates that come next',
    when: 'When',
    what: 'What',
    left: 'Left',
    /** With what ends first. */
    headingWithNext: (day: string, what: string) => `Dates that come next (the next to end: ${day}, ${what})`,
    passed: 'passed',
    findingNumber: (number: number) => `no. ${number}`,
    more: (count: number) => `${plural(count, 'more date')} in report.json.`,
    month: (year: number, month: number) =>
      `${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]} ${year}`,
    day: (month: number, day: number) =>
      `${day} ${['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'][month - 1]}`,
  },
  unseen: {
    heading: 'What could not be checked',
    explained: 'Neither fine nor broken: nobody saw it. Have a person look before the next check.',
    files: 'Files beside the ledger (runbooks, templates)',
    reasons: {
      offline: 'this run was told to stay offline',
      only: 'this run looked at a part only',
      event: 'this run reads the ledger alone',
      'no-credentials': 'this run may read no credentials',
      deadline: 'the time for looking ran out',
    } satisfies Record<NotAsked['reason'], string>,
    notLookedAt: (what: string, reason: string) => `${what}: not looked at (${reason})`,
    /** What the last look had seen of something that could not be looked at this time. */
    before: (title: string, day: string) => `On ${day} it was: ${title}. Whether it still is, nobody knows.`,
  },
  evidence: {
    probe: 'Sort',
    subject: 'Subject',
    from: 'Answered from',
    result: 'Result',
    answered: 'answered',
    /** A certificate answered that none but the operator's own roots (`ca-file`) vouch for. */
    trustedByCaFile: 'answered; only the roots of ca-file vouch for it',
    /** The newest good backup, if any, and what to keep in mind of the listing. */
    backup: (newest: string | null, notes: readonly string[]) =>
      `${newest === null ? 'no good backup was seen' : `newest good one: ${newest}`}${notes.length === 0 ? '' : `; ${notes.join('; ')}`}`,
    backupNotes: {
      'failures-leave-no-trace': 'failed runs leave no trace here: only age can show that backups stopped',
      'run-is-no-backup': 'that the job succeeded does not say what it stored',
      'one-repository-for-all': 'backups of several servers may lie in this one place',
      'listing-not-available': 'this account has no listing',
      'time-without-zone': 'times come without a zone and are read as UTC, as the vendor documents',
      'time-from-name': 'the time stands in the name of the file',
      'maybe-cached': 'a cache on the way may have answered',
      'possibly-inconsistent': 'taken of a running system, so its parts may not agree',
    } satisfies Record<ListingNote, string>,
    failures,
  },
  holes: {
    heading: 'Holes (what is not written)',
    explained: 'In the order access → contact → procedure.',
    startWith: (items: string) => `Start with ${items}.`,
    item: 'Item',
    missing: 'What is missing',
    plan: 'Who, by when',
    noPlan: 'not planned (write it under plan in the ledger)',
    planned: (party: string, until: string | null) =>
      until === null ? `${party} (no date)` : `${party}, by ${until}`,
    others: 'Responsibility and the rest',
    count: (count: number) => `${count}`,
  },
  notices: { heading: 'Notices', count: (count: number) => `${plural(count, 'notice')}.` },
  excepted: {
    heading: 'Known and accepted',
    entry: (title: string, because: string, until: string) =>
      `${title} (because: ${because}; until ${until})`,
  },
  /** The dates as a calendar file. */
  calendar: {
    name: (site: string) => `Operations ledger of ${site}`,
    from: (ledger: string) => `A date that the check of the operations ledger (${ledger}) knows of.`,
  },
  /** The change as a pull request. */
  proposal: {
    title: (site: string) => `Bring the operations ledger in line with reality: ${site}`,
    /** `changes`: a list of what became what, ready for Markdown. */
    body: (changes: string) =>
      `The check saw values that are not what the ledger says. If reality is right, merge this. If it is not, close this and put reality right.\n\n${changes}\n\nThis pull request follows every check. Once somebody else commits to its branch, it is left as it is.`,
    commit: 'Bring the ledger in line with what was seen',
    /** In the issue; `link` is ready for Markdown. */
    open: (link: string) => `If reality is right, the change of the ledger waits in pull request ${link}.`,
    /** Somebody works on it, or turned it down: it is left as it is. */
    left: (link: string) =>
      `Pull request ${link} with this change was taken over or turned down by somebody, so it is left as it is.`,
    closing: 'The ledger and reality agree again, so this pull request is closed.',
  },
  patch: {
    heading: 'Proposed change of the ledger',
    explained:
      'If reality is right, take this change into the ledger. If reality is wrong, leave it and correct reality.',
    show: 'Show the change',
    hidden: 'It holds what is not public, so it is not shown here. Run recovery-ledger accept to see it.',
  },
  emergency: {
    heading: (when: string) => `This is an emergency by the ledger: ${when}`,
    unnamed: '(the ledger gives the condition no name)',
    seenAt: (moment: string) =>
      `This is what was seen at the check of ${moment}: see whether it goes on before you call.`,
    shownBy: 'Seen',
    firstInstruction: 'First instruction',
    call: (moment: string) => `Call in this order (at ${moment})`,
    answers: 'answers',
    outOfHours: 'out of hours',
    hoursUnknown: 'the ledger does not say its hours',
    ledgerLine: (path: string, line: number) => `ledger ${path}, line ${line}`,
    openChannels: (line: number) => `open the ways to reach them (ledger, line ${line})`,
    wait: (span: string) => `after ${span}, the next one`,
    waitLast: (span: string) => `after ${span}, there is no next one`,
    nobodyAnswers: 'from here on nobody answers',
    noCall: 'The ledger does not say whom to call.',
    /** All of the list are outside their hours. */
    nobodyNow:
      'Nobody of this list is on duty now. Call them in this order all the same; if nobody answers, follow what is settled under “Who may say go”.',
    /** The first of the list whose hours these are, where others come before. */
    firstNow: (contact: string) => `The first one on duty now is ${contact}.`,
    tell: 'What to tell',
    go: 'Who may say go',
    deputy: 'Deputy',
    unreachable: 'If neither can be reached',
    needs: 'Needs to know',
    startRecovery: 'Start the recovery',
    rollback: 'Roll back (repair or go back)',
    publication: 'Take the site offline, or publish it again',
    rollbackWhen: 'Roll back when',
    notWritten: 'not written in the ledger',
  },
  /** What did not fit, and where it is. */
  leftOut: {
    evidence: 'the list of what was looked at, and parts of values',
    patch: 'the proposed change of the ledger',
    holes: 'the single holes',
    notices: 'the single notices',
    findings: (count: number) => `what ${plural(count, 'finding')} say`,
    where: (run: string | null) =>
      `For want of room this is left out here (report.json holds it all${run === null ? '' : `; ${run}`}):`,
  },
  /** The output `message`: plain text for a chat or a phone. */
  message: {
    heading: (site: string, count: number) =>
      `[Recovery ledger] ${site}: ${plural(count, 'new thing')} to do`,
    line: (severity: string, what: string, who: string, due: string) =>
      `- (${severity}) ${what} — ${who}, ${due}`,
    invalid: (site: string) =>
      `[Recovery ledger] ${site}: the ledger cannot be read, so nothing was checked.`,
  },
  footer: {
    run: (url: string) => `[This check's log and report.json](${url})`,
    rewritten: 'Every check rewrites this text. Write into comments what should stay.',
    tool: (version: string) => `recovery-ledger ${version}`,
  },
  issue: {
    title: (site: string) => `Recovery ledger: ${site}`,
    titleWithoutSite: (ledger: string) => `Recovery ledger: ${ledger}`,
    labelDescription: 'What the recovery ledger check found',
    news: (fresh: number, resolved: number) => {
      const parts = [
        ...(fresh === 0 ? [] : [`${fresh} new`]),
        ...(resolved === 0 ? [] : [`${resolved} resolved`]),
      ];
      return `Since the last check: ${parts.join(', ')}.`;
    },
    fresh: 'New',
    resolved: 'Resolved',
    closing:
      'Nothing needs doing any more, so this issue is closed. The same issue is opened again when something comes up.',
    leftBehind: (number: number) =>
      `The account that opened this issue may not write to this repository any more, so the issue is closed here. The ledger's issue is #${number}.`,
    ledgerGone: (ledger: string) =>
      `The ledger \`${ledger}\` is no longer in the default branch, so this issue is closed. If the site is still running, put its ledger back.`,
    duplicateOf: (number: number) => `Closed as a duplicate: #${number} is the issue of the same ledger.`,
    more: (count: number) => `${count} more`,
    body: (moment: string) => `Check of ${moment}. The text of this issue tells the rest.`,
  },
  pullRequest: {
    heading: 'What this does to the recovery ledger',
    score: (before: number | null, after: number | null) =>
      `In place: ${before ?? '?'} → ${after ?? '?'} of 10 items`,
    lower: 'With this change fewer items are in place.',
    higher: 'With this change more items are in place.',
    same: 'The number of items in place stays the same.',
    invalid: 'With this change the ledger cannot be read.',
    fresh: 'What this change brings up',
    resolved: 'What this change resolves',
    onChangedLines: 'On the changed lines',
    nothing: 'This change brings up nothing and resolves nothing.',
    bounded: 'Checked as far as it goes without credentials.',
  },
  terminal: {
    next: 'What to do next',
    explain: (rule: string) => `Read what a rule means: recovery-ledger explain ${rule}`,
    accept: 'Take reality into the ledger, if reality is right: recovery-ledger accept --dry-run',
    questions: (ledger: string) =>
      `Ask whoever can fill the gaps, by party: recovery-ledger questions ${ledger}`,
    noNext: 'Nothing to do until the next check.',
  },
  explain: {
    rule: 'Rule',
    kind: 'Kind',
    severity: 'Severity',
    items: 'Items',
    noItem: 'none (the score is not touched)',
    means: 'What it means',
    why: 'Why it matters in a recovery',
    remedy: 'What to do',
    or: ' or ',
    silence: (rule: string) =>
      `To accept it knowingly, write it under exceptions in the ledger, with a reason and a day:\n  - { rule: ${rule}, subject: …, because: "reason", until: 2027-03-31 }`,
  },
  /** What is missing or wrong, and which permission or setting helps. */
  publishFailures: {
    'no-token': () => 'There is no GitHub token. Hand one that may write issues to github-token.',
    forbidden: (detail) =>
      `The token is not allowed to do this (403). Add ${detail} to the workflow's permissions.`,
    refused: (detail) => `GitHub refused it and says why: “${detail}”`,
    locked: () =>
      'The issue is locked, so GitHub takes no comment (403). The issue itself is up to date; what the comment was to say is said once the issue is unlocked.',
    'issues-disabled': () =>
      'Issues are switched off in this repository (410). Turn them on under Settings → General → Features → Issues.',
    'pull-requests-disallowed': () =>
      'GitHub Actions may not create pull requests here (403). Allow it under Settings → Actions → General (“Allow GitHub Actions to create and approve pull requests”), or set propose to patch.',
    'not-found': (detail) =>
      `GitHub did not find it (404${detail === '' ? '' : `, ${detail}`}). See that the repository's name is right and that the token can read it.`,
    'rate-limited': (detail) =>
      `GitHub's rate limit lasted longer than could be waited for${detail === '' ? '' : ` (${detail})`}. Run it again later.`,
    unavailable: (detail) =>
      `GitHub did not answer${detail === '' ? '' : ` (${detail})`}. Run it again later.`,
    'too-long': () => 'GitHub refused it as too long. report.json holds it all.',
    rejected: (detail) => `GitHub refused it${detail === '' ? '' : ` (${detail})`}.`,
    interrupted: () => 'The run broke off before it got that far. Run it again.',
  } satisfies Record<PublishFailureCode, (detail: string) => string>,
};
