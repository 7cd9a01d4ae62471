import type { Ability, Ledger } from '../ledger/schema.ts';
import type { DecisionName, Deliverable, LogName, TargetName, TemplateName } from '../rules/checklist.ts';
import type { Topic } from '../rules/rule.ts';

type MfaMethod = NonNullable<NonNullable<NonNullable<Ledger['access']>[string]['mfa']>['method']>;

/** The words of the one-page ledger that is handed over. Values come as they are; the page escapes them. */
export interface HandoverMessages {
  title(site: string): string;
  readonly confidential: string;
  readonly url: string;
  readonly checkedAt: string;
  readonly nextCheck: string;
  readonly toDo: string;
  readonly nothingToDo: string;
  readonly unseen: string;
  readonly what: string;
  readonly who: string;
  readonly until: string;
  readonly notWritten: string;
  readonly none: string;
  /** The ledger says that nobody knows yet. */
  readonly unknown: string;
  readonly verified: string;
  readonly items: string;
  readonly emergency: {
    readonly when: string;
    readonly call: string;
    readonly first: string;
    agreed(day: string, by: string): string;
  };
  readonly route: { readonly order: string; readonly wait: string; readonly tell: string };
  readonly contacts: {
    readonly name: string;
    readonly hours: string;
    readonly channels: string;
    readonly always: string;
    /** One window of hours, as the ledger writes it. */
    window(written: string): string;
  };
  readonly decisions: {
    readonly what: string;
    readonly decides: string;
    readonly deputy: string;
    readonly unreachable: string;
    readonly needs: string;
    readonly names: { readonly [D in DecisionName]: string };
  };
  readonly targets: { readonly [T in TargetName]: string };
  readonly stages: {
    readonly provisional: string;
    readonly full: string;
    readonly permanent: string;
    permanentBy(who: string, within: string | null): string;
    /** What may still be broken at the provisional recovery. */
    readonly tolerates: string;
    readonly also: { readonly [O in 'performance' | 'monitoring' | 'backups']: string };
  };
  readonly procedure: {
    readonly what: string;
    readonly when: string;
    readonly approvedBy: string;
    readonly by: string;
    readonly where: string;
    readonly takes: string;
    readonly runbook: string;
    readonly verify: string;
    readonly rehearsed: string;
    readonly covers: string;
    readonly into: string;
    readonly choose: string;
    readonly backups: string;
    readonly intos: { readonly [I in NonNullable<NonNullable<Ledger['restore']>['into']>]: string };
  };
  readonly access: {
    readonly name: string;
    readonly console: string;
    readonly holders: string;
    readonly login: string;
    readonly mfa: string;
    readonly emergency: string;
    accessName(id: string): string;
    readonly methods: { readonly [M in MfaMethod]: string };
    readonly abilities: { readonly [A in Ability]: string };
  };
  readonly evidence: {
    readonly where: string;
    readonly viewers: string;
    readonly alerts: string;
    readonly changes: string;
    readonly changesInLedger: string;
    readonly logs: { readonly [L in LogName]: string };
  };
  readonly templates: { readonly [T in TemplateName]: string };
  readonly responsibility: {
    readonly heading: string;
    readonly topic: string;
    readonly party: string;
    readonly standIn: string;
    /** What else is agreed of a topic. */
    readonly besides: string;
    escalate(when: string, to: string): string;
    emergency(who: string): string;
    source(who: string): string;
    approvedBy(who: string): string;
    readonly topics: { readonly [T in Topic]: string };
    readonly deliverable: string;
    readonly fills: string;
    readonly approves: string;
    readonly sends: string;
    readonly keptIn: string;
    /** What nobody has yet. */
    readonly undecided: string;
    oneParty(party: string): string;
    readonly deliverables: { readonly [D in Deliverable]: string };
  };
  readonly incident: { readonly thread: string; readonly inGitHub: string; readonly keptBy: string };
  readonly reality: {
    readonly heading: string;
    readonly subject: string;
    readonly state: string;
    readonly holds: string;
    readonly seenAt: string;
  };
  readonly dates: string;
  readonly changes: string;
  readonly signatures: {
    readonly heading: string;
    readonly from: string;
    readonly to: string;
    readonly day: string;
  };
}
