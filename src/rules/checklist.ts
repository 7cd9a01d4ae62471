import type { Absence } from '../ledger/absence.ts';
import type { Ability } from '../ledger/schema.ts';
import type { Duration, WeekSpan } from '../text/values.ts';
import type { RuleDefinition } from './rule.ts';

/** How a hole stands in the ledger: not written (null), `unknown`, or said not to exist where an item needs it. */
export type Hole = Absence | null;

export type DecisionName = 'start-recovery' | 'rollback' | 'publication';
export type TargetName = 'first-report' | 'update-every' | 'provisional' | 'full';
export type RollbackPart = 'what' | 'when' | 'approved-by' | 'by' | 'where' | 'takes' | 'verify';
export type RestorePart = 'covers' | 'into' | 'choose' | 'by' | 'takes' | 'verify' | 'backups';
export type LogName = 'access' | 'application' | 'system';
export type TemplateName = 'first-report' | 'recovery-report';
/** What a runbook must say. */
export type RunbookSection = 'when' | 'steps' | 'confirm';
/** What the templates must hold: the first four are the first report's. */
export type TemplateField =
  | 'symptom'
  | 'impact'
  | 'provisional-measures'
  | 'next-update'
  | 'timeline'
  | 'cause'
  | 'what-was-done'
  | 'prevention'
  | 'next-action'
  | 'next-action-date';
export type Topic = 'decision' | 'operation' | 'communication' | 'access' | 'accountability';
export type Deliverable = 'first-report' | 'recovery-report' | 'response-log' | 'rollback-criteria';
/** Why a named file cannot serve: it is not there, or it is there and cannot be read as text. */
export type FileTrouble = 'missing' | 'not-a-file' | 'too-large' | 'not-text' | 'denied' | 'gone';

/** What a procedure is for: an id of `access` or `entrance`, `rollback` or `restore`. */
type Procedure = { readonly of: string; readonly at: string };

export interface ChecklistRules {
  'emergency/missing': { condition: number | null; hole: Hole };
  'emergency/not-agreed': { missing: readonly ('date' | 'by')[]; hole: Hole };
  'emergency/no-call': { condition: string | null; hole: Hole };
  'emergency/no-first-instruction': { condition: string | null; hole: Hole };

  /** `stop` counts from 1; null: there is no route at all. */
  'contact/route-missing': { stop: number | null; hole: Hole };
  'contact/starts-at-person': { contact: string; kind: 'person' | null };
  'contact/single-channel': { contact: string; channels: number; hole: Hole };
  'contact/no-fallback': { contact: string };
  'contact/no-wait': { contact: string; next: string; hole: Hole };
  'contact/nothing-to-tell': { hole: Hole };
  'contact/hours-uncovered': {
    /** Whose call lists leave the time uncovered, in the ledger's order; empty: the route's. */
    conditions: readonly { number: number; when: string | null }[];
    /** Every week, in the site's time zone. */
    windows: readonly WeekSpan[];
    /** Days within a year on which more is uncovered than in other weeks, soonest first. */
    days: readonly string[];
    /** Contacts of the list whose hours are not written. */
    withoutHours: readonly string[];
    /** What the route's end says of the time when nobody answers. */
    said: string | null;
  };
  'contact/unverified': { contact: string; verified: string | null; within: Duration };
  'contact/channel-invalid': { contact: string; channel: 'phone' | 'email' | 'url' };

  'decision/missing': { decision: DecisionName; hole: Hole };
  'decision/no-deputy': { decision: DecisionName; decides: string | null; hole: Hole };
  'decision/same-person': { decision: DecisionName; decides: string };
  'decision/no-unreachable-rule': { decision: DecisionName; hole: Hole };
  'decision/nothing-to-know': { decision: DecisionName; hole: Hole };
  'decision/unreachable-together': {
    decision: DecisionName;
    decides: string;
    deputy: string;
    windows: readonly WeekSpan[];
    days: readonly string[];
  };

  /** `hours-of`: the contact in whose hours the targets count, and who has none. */
  'target/missing': { target: TargetName | 'hours-of'; contact: string | null; hole: Hole };
  'target/out-of-order': { sooner: TargetName; later: TargetName; soonerIs: Duration; laterIs: Duration };
  'target/takes-too-long': {
    what: 'rollback' | 'restore' | 'dns';
    /** The record, where it is DNS. */
    record: string | null;
    takes: Duration;
    /** Whether the steps were carried out, read through in an exercise, or the figure just stands there. */
    known: 'measured' | 'estimated' | 'written';
    /** The day it was measured or estimated. */
    on: string | null;
    target: 'provisional' | 'full';
    within: Duration;
  };
  'target/waits-too-long': { waitsMs: number; within: Duration };
  'stage/missing': { stage: 'provisional' | 'full' | 'permanent' | null; hole: Hole };

  'rollback/missing': { hole: Hole };
  'rollback/incomplete': { part: RollbackPart; stage: 'provisional' | 'full' | null; hole: Hole };
  'restore/missing': { hole: Hole };
  'restore/incomplete': { part: RestorePart; stage: 'provisional' | 'full' | null; hole: Hole };
  'runbook/missing': { of: string; hole: Hole };
  'runbook/not-found': Procedure & { trouble: FileTrouble };
  'runbook/unreachable': Procedure & { status: number };
  'runbook/empty': Procedure;
  'runbook/section-missing': Procedure & { sections: readonly RunbookSection[] };
  'runbook/unrehearsed': { of: 'rollback' | 'restore'; rehearsed: string | null; within: Duration };

  /** `console`: the entry is there, and where to enter is not written. */
  'access/missing': { access: string; part: 'entry' | 'console'; hole: Hole };
  'access/cannot': { access: string; lacks: readonly Ability[]; any: boolean; hole: Hole };
  'access/single-holder': {
    access: string;
    holders: readonly string[];
    /** The one party that all holders belong to, where that is the trouble. */
    party: string | null;
    hole: Hole;
  };
  'access/no-login': { access: string; hole: Hole };
  'access/no-mfa': { access: string; hole: Hole };
  'access/mfa-single-holder': { access: string; heldBy: readonly string[]; hole: Hole };
  'access/no-emergency': { access: string; hole: Hole };
  'access/doer-cannot-enter': { access: string; task: 'rollback' | 'restore'; doer: string };
  'access/unverified': { access: string; verified: string | null; within: Duration };

  'evidence/missing': { evidence: LogName | 'alerts' | 'changes'; hole: Hole };
  'evidence/no-viewer': { evidence: LogName | 'alerts'; hole: Hole };
  'template/missing': { template: TemplateName; hole: Hole };
  'template/not-found': { template: TemplateName; at: string; trouble: FileTrouble };
  'template/field-missing': { template: TemplateName; at: string; fields: readonly TemplateField[] };

  'responsibility/missing': {
    topic: Topic | null;
    part: 'party' | 'emergency' | 'source' | 'approval';
    hole: Hole;
  };
  'responsibility/no-stand-in': { topic: Topic; party: string | null; hole: Hole };
  'responsibility/one-party': { party: string };
  'responsibility/deliverable-missing': {
    deliverable: Deliverable;
    missing: readonly ('fills' | 'approves' | 'sends' | 'kept-in')[];
    hole: Hole;
  };
  'responsibility/escalation-missing': { missing: readonly ('when' | 'to')[]; hole: Hole };

  'exercise/overdue': { last: string | null; within: Duration };
  'incident/unreviewed': {
    date: string;
    what: string;
    missing: readonly ('stopped-at' | 'prevention' | 'until')[];
  };
  'incident/prevention-overdue': { what: string; prevention: string; until: string };
  'plan/overdue': { item: number; by: string | null; until: string };
}

const gap = { kind: 'gap', severity: 'warning' } as const;
const stale = { kind: 'stale', severity: 'warning' } as const;
const drift = { kind: 'drift', severity: 'warning' } as const;
const procedures = { items: [5, 6, 8], cause: 'procedure' } as const;
const access = { items: [7, 8], cause: 'access' } as const;
const noItem = { items: [], cause: 'procedure' } as const;

export const checklistRules = {
  'emergency/missing': { ...gap, items: [1] },
  'emergency/not-agreed': { ...gap, items: [1] },
  'emergency/no-call': { ...gap, items: [1] },
  'emergency/no-first-instruction': { ...gap, items: [1] },

  'contact/route-missing': { ...gap, items: [2] },
  'contact/starts-at-person': { ...gap, items: [2] },
  'contact/single-channel': { ...gap, items: [2] },
  'contact/no-fallback': { ...gap, items: [2] },
  'contact/no-wait': { ...gap, items: [2] },
  'contact/nothing-to-tell': { ...gap, items: [2] },
  'contact/hours-uncovered': { ...gap, items: [2] },
  // Of contacts that are not on the route these two hold no item.
  'contact/unverified': { ...stale, items: [2], cause: 'contact' },
  'contact/channel-invalid': { ...drift, items: [2], cause: 'contact' },

  'decision/missing': { ...gap, items: [3] },
  'decision/no-deputy': { ...gap, items: [3] },
  'decision/same-person': { ...gap, items: [3] },
  'decision/no-unreachable-rule': { ...gap, items: [3] },
  'decision/nothing-to-know': { ...gap, items: [3] },
  'decision/unreachable-together': { ...gap, items: [3] },

  'target/missing': { ...gap, items: [4] },
  'target/out-of-order': { ...gap, items: [4] },
  'target/takes-too-long': { ...gap, items: [4] },
  'target/waits-too-long': { ...gap, items: [4] },
  'stage/missing': { ...gap, ...noItem },

  'rollback/missing': { ...gap, items: [5] },
  'rollback/incomplete': { ...gap, items: [5] },
  'restore/missing': { ...gap, items: [6] },
  'restore/incomplete': { ...gap, items: [6] },
  'runbook/missing': { ...gap, ...procedures },
  'runbook/not-found': { ...drift, ...procedures },
  'runbook/unreachable': { ...drift, ...procedures },
  'runbook/empty': { ...drift, ...procedures },
  'runbook/section-missing': { ...drift, ...procedures },
  'runbook/unrehearsed': { ...stale, items: [5, 6] },

  'access/missing': { ...gap, ...access },
  'access/cannot': { ...gap, ...access },
  'access/single-holder': { ...gap, ...access },
  'access/no-login': { ...gap, ...access },
  'access/no-mfa': { ...gap, ...access },
  'access/mfa-single-holder': { ...gap, ...access },
  'access/no-emergency': { ...gap, ...access },
  'access/doer-cannot-enter': { ...gap, ...access },
  'access/unverified': { ...stale, ...access },

  'evidence/missing': { ...gap, items: [9] },
  'evidence/no-viewer': { ...gap, items: [9] },
  'template/missing': { ...gap, items: [10] },
  'template/not-found': { ...drift, items: [10] },
  'template/field-missing': { ...drift, items: [10] },

  'responsibility/missing': { ...gap, ...noItem },
  'responsibility/no-stand-in': { ...gap, ...noItem },
  'responsibility/one-party': { ...gap, ...noItem },
  'responsibility/deliverable-missing': { ...gap, ...noItem },
  'responsibility/escalation-missing': { ...gap, items: [], cause: 'contact' },

  'exercise/overdue': { ...stale, ...noItem },
  'incident/unreviewed': { ...stale, ...noItem },
  'incident/prevention-overdue': { ...stale, ...noItem },
  'plan/overdue': { ...stale, ...noItem },
} as const satisfies { readonly [R in keyof ChecklistRules]: RuleDefinition };

/** The rules that speak of what the ledger does not say: each is a question to a person. */
export type GapRule = {
  [R in keyof ChecklistRules]: (typeof checklistRules)[R]['kind'] extends 'gap' ? R : never;
}[keyof ChecklistRules];
