import type { Band, ItemState } from '../checklist/score.ts';
import type { PublishFailureCode } from '../edge/github-edge.ts';
import type { Part } from '../probes/index.ts';
import type { ListingNote } from '../providers/provider.ts';
import type { NotAsked } from '../report/report.ts';
import type { UnseenCode } from '../rules/probe.ts';
import type { ItemNumber, Kind, Severity } from '../rules/rule.ts';

/** The states of a stage of recovery; `forPeople`: only what people confirm is left. */
export type StageWord = 'reached' | 'notReached' | 'notKnown' | 'forPeople';

/**
 * The words of all documents: issue, comments, summary, terminal. What stands in an argument is ready for its
 * document (escaped, formatted as a date or list): these functions only put it into a sentence.
 */
export interface ReportMessages {
  /** Stands where something must not be published. */
  readonly masked: string;
  readonly bands: { readonly [B in Band]: string };
  readonly advice: { readonly [B in Band]: string };
  readonly severities: { readonly [S in Severity]: string };
  readonly kinds: { readonly [K in Kind]: string };
  /** With the circled number. */
  readonly items: { readonly [I in ItemNumber]: string };
  readonly itemStates: { readonly [S in ItemState]: { readonly mark: string; readonly word: string } };

  /** What stands before a number or an address. */
  readonly channels: { readonly [C in 'phone' | 'email' | 'slack' | 'teams' | 'url']: string };

  /** What the run found, in one sentence that a reader can stop after. */
  readonly headline: {
    readonly match: string;
    /** Only a part was asked for. */
    readonly matchOfPart: string;
    /** Nothing but the ledger and the files beside it was looked at. */
    readonly notCompared: string;
    /** Behind one of these. */
    few(met: number): string;
    readonly drift: string;
    readonly expiring: string;
    readonly stale: string;
    readonly incomplete: string;
    readonly invalid: string;
    toDo(count: number, critical: number): string;
    problems(count: number): string;
  };

  readonly facts: {
    readonly site: string;
    readonly checkedAt: string;
    readonly lookedAt: string;
    readonly lookedAtNothing: string;
    /** Nothing but the ledger and the files that it names. */
    readonly lookedAtFiles: string;
    seen(part: Part, count: number): string;
    readonly nextCheck: string;
    stoppedAfter(moment: string): string;
    readonly score: string;
    scored(met: number, band: string, claimed: number): string;
    readonly advice: string;
    readonly stages: string;
    stage(provisional: StageWord, full: StageWord): string;
    stageBlocked(stage: 'provisional' | 'full', blocking: string): string;
    readonly ledger: string;
  };

  readonly findings: {
    readonly heading: string;
    readonly none: string;
    /** As `none`, where something could not be seen. */
    readonly noneSeen: string;
    readonly expected: string;
    readonly observed: string;
    /** The same two where the ledger leaves something out: what an item needs, and what stands there. */
    readonly needed: string;
    readonly written: string;
    readonly why: string;
    readonly remedy: string;
    readonly who: string;
    readonly since: string;
    readonly place: string;
    readonly nobody: string;
    readonly now: string;
    by(moment: string): string;
    overdue(moment: string): string;
    byNextCheck(moment: string): string;
    sinceDay(day: string, age: string | null): string;
    line(line: number): string;
    /** Not looked at this time; as it was at the check of that day. */
    asOf(moment: string): string;
  };

  /** The monthly list to tick: people, doors, the ledger itself. */
  readonly review: {
    contact(name: string, verified: string | null): string;
    /** @param id of `access` or `entrance` */
    access(id: string, verified: string | null): string;
    readonly last: string;
  };

  readonly invalid: { readonly heading: string; readonly explained: string };

  readonly items10: {
    readonly heading: string;
    readonly item: string;
    readonly state: string;
    readonly because: string;
  };

  readonly dates: {
    readonly heading: string;
    readonly when: string;
    readonly what: string;
    readonly left: string;
    readonly finding: string;
    readonly passed: string;
    findingNumber(number: number): string;
    more(count: number): string;
    month(year: number, month: number): string;
    day(month: number, day: number): string;
  };

  readonly unseen: {
    readonly heading: string;
    readonly explained: string;
    readonly notAsked: { readonly [W in NotAsked['what']]: string };
    readonly reasons: { readonly [R in NotAsked['reason']]: string };
    notLookedAt(what: string, reason: string): string;
    /** What the last look had seen of something that could not be looked at this time. */
    before(title: string, day: string): string;
  };

  readonly evidence: {
    readonly heading: string;
    readonly probe: string;
    readonly subject: string;
    readonly from: string;
    readonly result: string;
    readonly answered: string;
    /** A certificate answered that none but the operator's own roots (`ca-file`) vouch for. */
    readonly trustedByCaFile: string;
    /** The newest good backup, if any, and what to keep in mind of the listing. */
    backup(newest: string | null, notes: readonly string[]): string;
    readonly backupNotes: { readonly [N in ListingNote]: string };
    readonly failures: { readonly [C in UnseenCode]: string };
    readonly parts: { readonly [P in Part]: string };
  };

  readonly holes: {
    readonly heading: string;
    readonly explained: string;
    startWith(items: string): string;
    readonly item: string;
    readonly missing: string;
    readonly plan: string;
    readonly noPlan: string;
    planned(party: string, until: string | null): string;
    readonly others: string;
    count(count: number): string;
  };

  readonly notices: { readonly heading: string; count(count: number): string };
  readonly excepted: {
    readonly heading: string;
    entry(title: string, because: string, until: string): string;
  };
  readonly patch: { readonly heading: string; readonly explained: string; readonly hidden: string };
  /** The dates as a calendar file. */
  readonly calendar: { name(site: string): string; from(ledger: string): string };
  /** The change as a pull request. */
  readonly proposal: {
    title(site: string): string;
    /** `changes`: a list of what became what, ready for Markdown. */
    body(changes: string): string;
    readonly commit: string;
    /** In the issue; `link` is ready for Markdown. */
    open(link: string): string;
    /** Somebody works on it, or turned it down: it is left as it is. */
    left(link: string): string;
    readonly closing: string;
  };

  readonly emergency: {
    heading(when: string): string;
    readonly unnamed: string;
    seenAt(moment: string): string;
    readonly shownBy: string;
    readonly firstInstruction: string;
    call(moment: string): string;
    readonly order: string;
    readonly contact: string;
    readonly reachable: string;
    readonly how: string;
    readonly otherwise: string;
    readonly answers: string;
    readonly outOfHours: string;
    readonly hoursUnknown: string;
    ledgerLine(path: string, line: number): string;
    wait(span: string): string;
    waitLast(span: string): string;
    readonly nobodyAnswers: string;
    readonly noCall: string;
    /** All of the list are outside their hours. */
    readonly nobodyNow: string;
    /** The first of the list whose hours these are, where others come before. */
    readonly firstNow: (contact: string) => string;
    readonly tell: string;
    readonly go: string;
    readonly decision: string;
    readonly decides: string;
    readonly deputy: string;
    readonly unreachable: string;
    readonly needs: string;
    readonly startRecovery: string;
    readonly rollback: string;
    readonly rollbackWhen: string;
    readonly notWritten: string;
  };

  /** What did not fit, and where it is. */
  readonly leftOut: {
    readonly evidence: string;
    readonly patch: string;
    readonly holes: string;
    readonly notices: string;
    findings(count: number): string;
    where(run: string | null): string;
  };

  readonly footer: { run(url: string): string; readonly rewritten: string; tool(version: string): string };

  readonly issue: {
    title(site: string): string;
    titleWithoutSite(ledger: string): string;
    readonly labelDescription: string;
    news(fresh: number, resolved: number): string;
    readonly fresh: string;
    readonly resolved: string;
    readonly closing: string;
    duplicateOf(number: number): string;
    more(count: number): string;
    body(moment: string): string;
  };

  readonly pullRequest: {
    readonly heading: string;
    score(before: number | null, after: number | null): string;
    readonly lower: string;
    readonly higher: string;
    readonly same: string;
    readonly invalid: string;
    readonly fresh: string;
    readonly resolved: string;
    readonly onChangedLines: string;
    readonly nothing: string;
    readonly bounded: string;
  };

  readonly terminal: {
    readonly next: string;
    explain(rule: string): string;
    readonly accept: string;
    questions(ledger: string): string;
    readonly noNext: string;
  };

  readonly explain: {
    readonly rule: string;
    readonly kind: string;
    readonly severity: string;
    readonly items: string;
    readonly noItem: string;
    readonly means: string;
    readonly why: string;
    readonly remedy: string;
    readonly or: string;
    silence(rule: string): string;
  };

  /** What is missing or wrong, and which permission or setting helps. */
  readonly publishFailures: { readonly [C in PublishFailureCode]: (detail: string) => string };
}
