import type { GapRule, Topic } from '../../rules/checklist.ts';

export type Role = 'client' | 'maintenance' | 'agency';

/** Where the question about a kind of gap belongs. */
export interface QuestionDefinition {
  readonly topic: Topic;
  /** Who can answer, where the ledger names nobody responsible. */
  readonly role: Role;
  /** Whether it belongs to what an existing maintenance vendor is asked. */
  readonly vendor?: true;
  /** Whether only an answer that is there already can raise it: two things that do not fit together. */
  readonly conflict?: true;
  /** What is open too where the whole thing is missing: the length of its path, and the keys below it (`/`: from the root). */
  readonly whole?: number;
  readonly implies?: { readonly [R in GapRule]?: readonly string[] };
}

/** One question for each kind of gap; a kind without one does not compile. */
export const catalogue: { readonly [R in GapRule]: QuestionDefinition } = {
  'emergency/missing': {
    topic: 'decision',
    role: 'client',
    whole: 1,
    implies: {
      'emergency/not-agreed': ['agreed'],
      'emergency/no-call': ['conditions'],
      'emergency/no-first-instruction': ['conditions'],
    },
  },
  'emergency/not-agreed': { topic: 'decision', role: 'client' },
  'emergency/no-call': { topic: 'communication', role: 'client' },
  'emergency/no-first-instruction': { topic: 'decision', role: 'client' },

  'contact/route-missing': {
    topic: 'communication',
    role: 'maintenance',
    vendor: true,
    whole: 2,
    implies: {
      'contact/single-channel': ['/contacts'],
      'contact/no-wait': ['/first-contact.route'],
      'contact/hours-uncovered': ['/contacts'],
    },
  },
  'contact/starts-at-person': { topic: 'communication', role: 'maintenance', conflict: true },
  'contact/single-channel': { topic: 'communication', role: 'maintenance' },
  'contact/no-fallback': { topic: 'communication', role: 'maintenance', vendor: true },
  'contact/no-wait': { topic: 'communication', role: 'maintenance' },
  'contact/nothing-to-tell': { topic: 'communication', role: 'maintenance' },
  'contact/hours-uncovered': { topic: 'communication', role: 'maintenance', vendor: true },

  'decision/missing': {
    topic: 'decision',
    role: 'client',
    vendor: true,
    whole: 2,
    implies: {
      'decision/no-deputy': ['deputy'],
      'decision/no-unreachable-rule': ['unreachable'],
      'decision/nothing-to-know': ['needs'],
    },
  },
  'decision/no-deputy': { topic: 'decision', role: 'client' },
  'decision/same-person': { topic: 'decision', role: 'client', conflict: true },
  'decision/no-unreachable-rule': { topic: 'decision', role: 'client' },
  'decision/nothing-to-know': { topic: 'decision', role: 'client' },
  'decision/unreachable-together': { topic: 'decision', role: 'client', conflict: true },

  'target/missing': { topic: 'communication', role: 'client', vendor: true },
  'target/out-of-order': { topic: 'communication', role: 'client', conflict: true },
  'target/takes-too-long': { topic: 'operation', role: 'maintenance', conflict: true },
  'target/waits-too-long': { topic: 'communication', role: 'maintenance', conflict: true },
  'stage/missing': { topic: 'decision', role: 'client' },

  'rollback/missing': {
    topic: 'operation',
    role: 'maintenance',
    vendor: true,
    whole: 1,
    implies: {
      'rollback/incomplete': ['what', 'when', 'approved-by', 'by', 'where', 'takes', 'verify'],
      'runbook/missing': ['runbook'],
    },
  },
  'rollback/incomplete': { topic: 'operation', role: 'maintenance', vendor: true },
  'restore/missing': {
    topic: 'operation',
    role: 'maintenance',
    vendor: true,
    whole: 1,
    implies: {
      'restore/incomplete': ['covers', 'into', 'choose', 'by', 'takes', 'verify', 'backups'],
      'runbook/missing': ['runbook'],
    },
  },
  'restore/incomplete': { topic: 'operation', role: 'maintenance', vendor: true },
  'runbook/missing': { topic: 'operation', role: 'maintenance', vendor: true },

  'access/missing': {
    topic: 'access',
    role: 'maintenance',
    whole: 2,
    implies: {
      'access/cannot': ['can'],
      'access/single-holder': ['holders'],
      'access/no-login': ['login'],
      'access/no-mfa': ['mfa'],
      'access/no-emergency': ['emergency'],
    },
  },
  'access/cannot': { topic: 'access', role: 'maintenance', vendor: true },
  'access/single-holder': { topic: 'access', role: 'maintenance', vendor: true },
  'access/no-login': { topic: 'access', role: 'maintenance' },
  'access/no-mfa': { topic: 'access', role: 'maintenance' },
  'access/mfa-single-holder': { topic: 'access', role: 'maintenance', conflict: true },
  'access/no-emergency': { topic: 'access', role: 'maintenance', vendor: true },
  'access/doer-cannot-enter': { topic: 'access', role: 'maintenance', conflict: true },

  'evidence/missing': { topic: 'operation', role: 'maintenance' },
  'evidence/no-viewer': { topic: 'access', role: 'maintenance' },
  'template/missing': { topic: 'accountability', role: 'agency', vendor: true },

  'responsibility/missing': {
    topic: 'accountability',
    role: 'client',
    whole: 1,
    implies: {
      'responsibility/no-stand-in': ['*.stand-in'],
      'responsibility/escalation-missing': ['communication.escalate'],
      'responsibility/deliverable-missing': ['deliverables'],
    },
  },
  'responsibility/no-stand-in': { topic: 'accountability', role: 'client' },
  'responsibility/one-party': { topic: 'accountability', role: 'client', conflict: true },
  'responsibility/deliverable-missing': { topic: 'accountability', role: 'agency', vendor: true },
  'responsibility/escalation-missing': { topic: 'communication', role: 'client' },
};
