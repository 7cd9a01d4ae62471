import type { Absence } from '../ledger/absence.ts';
import type { Ability } from '../ledger/schema.ts';
import type { Duration, WeekSpan } from '../text/values.ts';
import { gap, rule, type Topic } from './rule.ts';

/**
 * How a hole stands in the ledger: not written (null), `unknown`, or said not to exist where an item needs it. Data that
 * holds one under `hole` needs no word on what was observed: the messages say it for all (`undefined`: something stands
 * there, and is not enough).
 */
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
export type Deliverable = 'first-report' | 'recovery-report' | 'response-log' | 'rollback-criteria';
/** Why a named file cannot serve: it is not there, or it is there and cannot be read as text. */
export type FileTrouble = 'missing' | 'not-a-file' | 'too-large' | 'not-text' | 'denied' | 'gone';

/** What a procedure is for: an id of `access` or `entrance`, `rollback` or `restore`. */
type Procedure = { readonly of: string; readonly at: string };

/** What there is of a contact that a gap is about; the whole thing may be missing, and the contact with it. */
const aboutContact = ({ contact }: { readonly contact?: string | null }) =>
  contact == null ? null : { contact };
const aboutCondition = ({ condition }: { readonly condition?: string | null }) => condition;
const aboutDecision = ({ decision }: { readonly decision?: DecisionName }) => decision;
const aboutAccess = ({ access }: { readonly access?: string }) => access;
const aboutPart = ({ part }: { readonly part?: string }) => part;
const aboutTopic = ({ topic }: { readonly topic?: Topic | null }) =>
  topic == null ? 'topic.all' : `topic.${topic}`;

const emergency = { topic: 'decision', role: 'client' } as const;
const contact = { topic: 'communication', role: 'maintenance' } as const;
const decision = { topic: 'decision', role: 'client', about: aboutDecision } as const;
const operation = { topic: 'operation', role: 'maintenance', vendor: true } as const;
const access = { topic: 'access', role: 'maintenance', about: aboutAccess } as const;
const accountability = { topic: 'accountability', role: 'client' } as const;

const procedures = { items: [5, 6, 8], cause: 'procedure' } as const;
const entries = { items: [7, 8], cause: 'access' } as const;
const noItem = { items: [], cause: 'procedure' } as const;
const stale = { kind: 'stale', severity: 'warning' } as const;
const drift = { kind: 'drift', severity: 'warning' } as const;

/** What the ledger says of people and procedures, against what the ten items need. */
export const checklistRules = {
  'emergency/missing': gap<{ condition: number | null; hole: Hole }>({
    items: [1],
    question: {
      ...emergency,
      whole: {
        length: 1,
        opens: {
          'emergency/not-agreed': ['agreed'],
          'emergency/no-call': ['conditions'],
          'emergency/no-first-instruction': ['conditions'],
        },
      },
    },
  }),
  'emergency/not-agreed': gap<{ missing: readonly ('date' | 'by')[]; hole: Hole }>({
    items: [1],
    question: emergency,
  }),
  'emergency/no-call': gap<{ condition: string | null; hole: Hole }>({
    items: [1],
    question: { ...emergency, topic: 'communication', about: aboutCondition },
  }),
  'emergency/no-first-instruction': gap<{ condition: string | null; hole: Hole }>({
    items: [1],
    question: { ...emergency, about: aboutCondition },
  }),

  /** `stop` counts from 1; null: there is no route at all. */
  'contact/route-missing': gap<{ stop: number | null; hole: Hole }>({
    items: [2],
    question: {
      ...contact,
      vendor: true,
      whole: {
        length: 2,
        opens: {
          'contact/single-channel': ['/contacts'],
          'contact/no-wait': ['/first-contact.route'],
          'contact/hours-uncovered': ['/contacts'],
        },
      },
    },
  }),
  'contact/starts-at-person': gap<{ contact: string; kind: 'person' | null }>({
    items: [2],
    question: { ...contact, about: aboutContact },
  }),
  'contact/single-channel': gap<{ contact: string; channels: number; hole: Hole }>({
    items: [2],
    question: { ...contact, about: aboutContact },
  }),
  'contact/no-fallback': gap<{ contact: string }>({
    items: [2],
    question: { ...contact, vendor: true, about: aboutContact },
  }),
  'contact/no-wait': gap<{ contact: string; next: string; hole: Hole }>({
    items: [2],
    question: { ...contact, about: aboutContact },
  }),
  'contact/nothing-to-tell': gap<{ hole: Hole }>({ items: [2], question: contact }),
  'contact/hours-uncovered': gap<{
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
  }>({ items: [2], question: { ...contact, vendor: true } }),
  /** Of a contact that is not on the route it holds no item; so does `contact/channel-invalid`. */
  'contact/unverified': rule<{ contact: string; verified: string | null; within: Duration }>({
    ...stale,
    items: [2],
    cause: 'contact',
  }),
  'contact/channel-invalid': rule<{ contact: string; channel: 'phone' | 'email' | 'url' }>({
    ...drift,
    items: [2],
    cause: 'contact',
  }),

  'decision/missing': gap<{ decision: DecisionName; hole: Hole }>({
    items: [3],
    question: {
      ...decision,
      vendor: true,
      whole: {
        length: 2,
        opens: {
          'decision/no-deputy': ['deputy'],
          'decision/no-unreachable-rule': ['unreachable'],
          'decision/nothing-to-know': ['needs'],
        },
      },
    },
  }),
  'decision/no-deputy': gap<{ decision: DecisionName; decides: string | null; hole: Hole }>({
    items: [3],
    question: decision,
  }),
  'decision/same-person': gap<{ decision: DecisionName; decides: string }>({
    items: [3],
    question: decision,
  }),
  'decision/no-unreachable-rule': gap<{ decision: DecisionName; hole: Hole }>({
    items: [3],
    question: decision,
  }),
  'decision/nothing-to-know': gap<{ decision: DecisionName; hole: Hole }>({ items: [3], question: decision }),
  'decision/unreachable-together': gap<{
    decision: DecisionName;
    decides: string;
    deputy: string;
    windows: readonly WeekSpan[];
    days: readonly string[];
  }>({ items: [3], question: decision }),

  /** `hours-of`: the contact in whose hours the targets count, and who has none. */
  'target/missing': gap<{ target: TargetName | 'hours-of'; contact: string | null; hole: Hole }>({
    items: [4],
    question: {
      topic: 'communication',
      role: 'client',
      vendor: true,
      about: (data) => aboutContact(data) ?? data.target,
    },
  }),
  'target/out-of-order': gap<{
    sooner: TargetName;
    later: TargetName;
    soonerIs: Duration;
    laterIs: Duration;
  }>({ items: [4], question: { topic: 'communication', role: 'client' } }),
  'target/takes-too-long': gap<{
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
  }>({ items: [4], question: { topic: 'operation', role: 'maintenance', about: ({ target }) => target } }),
  'target/waits-too-long': gap<{ waitsMs: number; within: Duration }>({ items: [4], question: contact }),
  'stage/missing': gap<{ stage: 'provisional' | 'full' | 'permanent' | null; hole: Hole }>({
    ...noItem,
    question: { topic: 'decision', role: 'client', about: ({ stage }) => stage },
  }),

  'rollback/missing': gap<{ hole: Hole }>({
    items: [5],
    question: {
      ...operation,
      whole: {
        length: 1,
        opens: {
          'rollback/incomplete': ['what', 'when', 'approved-by', 'by', 'where', 'takes', 'verify'],
          'runbook/missing': ['runbook'],
        },
      },
    },
  }),
  'rollback/incomplete': gap<{
    part: RollbackPart;
    stage: 'provisional' | 'full' | null;
    hole: Hole;
  }>({ items: [5], question: { ...operation, about: aboutPart } }),
  'restore/missing': gap<{ hole: Hole }>({
    items: [6],
    question: {
      ...operation,
      whole: {
        length: 1,
        opens: {
          'restore/incomplete': ['covers', 'into', 'choose', 'by', 'takes', 'verify', 'backups'],
          'runbook/missing': ['runbook'],
        },
      },
    },
  }),
  'restore/incomplete': gap<{
    part: RestorePart;
    stage: 'provisional' | 'full' | null;
    hole: Hole;
  }>({ items: [6], question: { ...operation, about: aboutPart } }),
  'runbook/missing': gap<{ of: string; hole: Hole }>({
    ...procedures,
    question: { ...operation, about: ({ of }) => of },
  }),
  'runbook/not-found': rule<Procedure & { trouble: FileTrouble }>({ ...drift, ...procedures }),
  'runbook/unreachable': rule<Procedure & { status: number }>({ ...drift, ...procedures }),
  'runbook/empty': rule<Procedure>({ ...drift, ...procedures }),
  'runbook/section-missing': rule<Procedure & { sections: readonly RunbookSection[] }>({
    ...drift,
    ...procedures,
  }),
  'runbook/unrehearsed': rule<{
    of: 'rollback' | 'restore';
    rehearsed: string | null;
    within: Duration;
  }>({ ...stale, items: [5, 6] }),

  /** `console`: the entry is there, and where to enter is not written. */
  'access/missing': gap<{ access: string; part: 'entry' | 'console'; hole: Hole }>({
    ...entries,
    question: {
      ...access,
      whole: {
        length: 2,
        opens: {
          'access/cannot': ['can'],
          'access/single-holder': ['holders'],
          'access/no-login': ['login'],
          'access/no-mfa': ['mfa'],
          'access/no-emergency': ['emergency'],
        },
      },
    },
  }),
  'access/cannot': gap<{
    access: string;
    lacks: readonly Ability[];
    any: boolean;
    hole: Hole | undefined;
  }>({ ...entries, question: { ...access, vendor: true } }),
  'access/single-holder': gap<{
    access: string;
    holders: readonly string[];
    /** The one party that all holders belong to, where that is the trouble. */
    party: string | null;
    hole: Hole;
  }>({ ...entries, question: { ...access, vendor: true } }),
  'access/no-login': gap<{ access: string; hole: Hole }>({ ...entries, question: access }),
  'access/no-mfa': gap<{ access: string; hole: Hole | undefined }>({ ...entries, question: access }),
  'access/mfa-single-holder': gap<{ access: string; heldBy: readonly string[]; hole: Hole }>({
    ...entries,
    question: access,
  }),
  'access/no-emergency': gap<{ access: string; hole: Hole }>({
    ...entries,
    question: { ...access, vendor: true },
  }),
  'access/doer-cannot-enter': gap<{ access: string; task: 'rollback' | 'restore'; doer: string }>({
    ...entries,
    question: access,
  }),
  'access/unverified': rule<{ access: string; verified: string | null; within: Duration }>({
    ...stale,
    ...entries,
  }),

  'evidence/missing': gap<{ evidence: LogName | 'alerts' | 'changes'; hole: Hole }>({
    items: [9],
    question: { topic: 'operation', role: 'maintenance', about: ({ evidence }) => evidence },
  }),
  'evidence/no-viewer': gap<{ evidence: LogName | 'alerts'; hole: Hole }>({
    items: [9],
    question: { topic: 'access', role: 'maintenance', about: ({ evidence }) => evidence },
  }),
  'template/missing': gap<{ template: TemplateName; hole: Hole }>({
    items: [10],
    question: { ...accountability, role: 'agency', vendor: true, about: ({ template }) => template },
  }),
  'template/not-found': rule<{ template: TemplateName; at: string; trouble: FileTrouble }>({
    ...drift,
    items: [10],
  }),
  'template/field-missing': rule<{ template: TemplateName; at: string; fields: readonly TemplateField[] }>({
    ...drift,
    items: [10],
  }),

  'responsibility/missing': gap<{
    topic: Topic | null;
    part: 'party' | 'emergency' | 'source' | 'approval';
    hole: Hole;
  }>({
    ...noItem,
    question: {
      ...accountability,
      about: ({ topic, part }) => (part === 'party' ? aboutTopic({ topic }) : `part.${part}`),
      whole: {
        length: 1,
        opens: {
          'responsibility/no-stand-in': ['*.stand-in'],
          'responsibility/escalation-missing': ['communication.escalate'],
          'responsibility/deliverable-missing': ['deliverables'],
        },
      },
    },
  }),
  'responsibility/no-stand-in': gap<{ topic: Topic; party: string | null; hole: Hole }>({
    ...noItem,
    question: { ...accountability, about: aboutTopic },
  }),
  'responsibility/one-party': gap<{ party: string }>({ ...noItem, question: accountability }),
  'responsibility/deliverable-missing': gap<{
    deliverable: Deliverable;
    missing: readonly ('fills' | 'approves' | 'sends' | 'kept-in')[];
    hole: Hole;
  }>({
    ...noItem,
    question: {
      ...accountability,
      role: 'agency',
      vendor: true,
      about: ({ deliverable }) => deliverable,
    },
  }),
  'responsibility/escalation-missing': gap<{ missing: readonly ('when' | 'to')[]; hole: Hole }>({
    items: [],
    cause: 'contact',
    question: { topic: 'communication', role: 'client' },
  }),

  'exercise/overdue': rule<{ last: string | null; within: Duration }>({ ...stale, ...noItem }),
  'incident/unreviewed': rule<{
    date: string;
    what: string;
    missing: readonly ('stopped-at' | 'prevention' | 'until')[];
  }>({ ...stale, ...noItem }),
  'incident/prevention-overdue': rule<{ what: string; prevention: string; until: string }>({
    ...stale,
    ...noItem,
  }),
  'plan/overdue': rule<{ item: number; by: string | null; until: string }>({ ...stale, ...noItem }),
};
