import type { NormalOperation } from '../judge/stages.ts';
import type { IncidentEvent } from '../report/history.ts';
import type { TemplateName } from '../rules/checklist.ts';

/**
 * The words of a recovery: the incident's issue, its comments, the drafts of the reports. What stands in an argument
 * is ready for its document: these functions only put it into a sentence.
 */
export interface RecoveryMessages {
  readonly labels: { readonly incident: string; readonly permanent: string };
  title(site: string, day: string): string;
  /** At the top of the run's own part. */
  checkedAt(moment: string): string;
  readonly stage: {
    readonly heading: string;
    readonly none: string;
    readonly provisional: string;
    readonly full: string;
    readonly notKnown: string;
    readonly names: { readonly provisional: string; readonly full: string };
    readonly states: { readonly yes: string; readonly no: string; readonly unknown: string };
    readonly table: { readonly stage: string; readonly state: string; readonly blocking: string };
    readonly nothingBlocks: string;
    /** An endpoint that was not seen. */
    notSeen(endpoint: string): string;
    byParty(text: string, party: string): string;
  };
  readonly confirm: {
    readonly heading: string;
    readonly explained: string;
    readonly what: { readonly [O in NormalOperation]: string };
    waiting(what: string): string;
  };
  readonly hidden: {
    readonly heading: string;
    oldDns(endpoint: string, address: string): string;
    cache(endpoint: string): string;
  };
  readonly nextUpdate: {
    due(moment: string, every: string): string;
    readonly notAgreed: string;
    /** For people to fill in. */
    readonly field: string;
  };
  readonly timeline: {
    readonly heading: string;
    readonly when: string;
    readonly what: string;
    event(what: IncidentEvent['what'], endpoint: string | null): string;
  };
  readonly drafts: {
    readonly heading: string;
    readonly firstReport: string;
    readonly recoveryReport: string;
    inFiles(files: string): string;
    /** `isNamed`: the ledger names a template, and it could not be read. */
    noTemplate(template: TemplateName, isNamed: boolean): string;
    readonly tooLong: string;
  };
  readonly full: {
    readonly heading: string;
    readonly whichItems: string;
    readonly proposal: string;
    permanent(number: number, party: string, day: string): string;
    /** The ledger names somebody, and there is no task yet. */
    permanentNotOpened(party: string, day: string): string;
    readonly permanentMissing: string;
  };
  readonly ownPart: string;
  /** What people fill in: heading and a hint. */
  readonly people: {
    readonly now: readonly [string, string];
    readonly done: readonly [string, string];
    readonly known: readonly [string, string];
    readonly next: readonly [string, string];
  };
  readonly comment: {
    readonly provisional: string;
    readonly full: string;
    readonly fellBack: string;
    blocking(list: string): string;
  };
  readonly permanentTask: {
    title(site: string): string;
    body(incident: string, party: string, day: string): string;
  };
  readonly draft: {
    /** Marks a line that people have to fill in. */
    readonly mark: string;
    /** Marks what the check filled in. */
    readonly auto: string;
    note(fills: string | null, approves: string | null, sends: string | null): string;
    symptom(title: string, moment: string): string;
    readonly noSymptom: string;
    began(moment: string): string;
    impact(urls: string): string;
    nextUpdate(moment: string, every: string): string;
    permanent(party: string, day: string): string;
  };
  /** The line that the ledger's `incidents` gets once it is over. */
  readonly unnamedIncident: string;
  /** For the job's log. */
  nothingWrong: string;
}
