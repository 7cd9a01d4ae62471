import type { Temporal } from 'temporal-polyfill';
import type { LedgerPath, Position } from '../ledger/path.ts';

/** What kind of thing a finding is. `notice` asks for nothing; all others ask somebody to act or to look. */
export type Kind = 'drift' | 'expiring' | 'stale' | 'unknown' | 'gap' | 'notice';

/** `critical`: users are hit now, or will be before the next check. */
export type Severity = 'critical' | 'warning' | 'info';

/** Worst first. */
export const severityRank: Readonly<Record<Severity, number>> = { critical: 0, warning: 1, info: 2 };

/** The order in which holes are filled: who may enter, whom to call, what to do. */
export type Cause = 'access' | 'contact' | 'procedure';

/** The ten items of the checklist, ① to ⑩. */
export const itemNumbers = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10] as const;
export type ItemNumber = (typeof itemNumbers)[number];

/** The five topics of responsibility, in the order in which people are asked about them. */
export const topics = ['decision', 'operation', 'communication', 'access', 'accountability'] as const;
export type Topic = (typeof topics)[number];

/** Who a party is to the site, where the ledger names none. */
export type Role = 'client' | 'maintenance' | 'agency';

/**
 * One rule of the contract, all that is known of it but its words: made by `rule` or `gap` in its family's file, under
 * its name. What every finding of it has in common stands here; where a list stands, the finding says which one it is.
 * `Data` is what a finding carries, and what its message is a function of.
 */
export interface Rule<Data = never> {
  readonly kind: Kind | readonly [Kind, ...Kind[]];
  readonly severity: Severity | readonly [Severity, ...Severity[]];
  /** The items that a finding of this rule keeps from being met; where they vary, those it may name. */
  readonly items: readonly ItemNumber[];
  /** Needed where `items` is empty; otherwise follows from the first item. */
  readonly cause?: Cause;
  /** Of a page: visitors get it all the same. To be mended, and no outage. */
  readonly isServed?: true;
  /** Of the ledger's own text: listed with what keeps the ledger from being read. */
  readonly isOfText?: true;
  /**
   * Whether a finding shows that somebody changed something: another value where the ledger names one. What is broken,
   * ends or renews itself is no change that anybody would write down.
   */
  readonly showsChange?: (data: Data) => boolean;
}

/** A rule about what the ledger does not say: always a warning, and a question to a person. */
export interface Gap<Data = never> extends Rule<Data> {
  readonly kind: 'gap';
  readonly severity: 'warning';
  readonly question: Question<Data>;
}

/** Who is asked to fill a gap, and under which heading. How the question is worded stands in the rule's messages. */
export interface Question<Data = never> {
  readonly topic: Topic;
  /** Who can answer, where the ledger names nobody responsible. */
  readonly role: Role;
  /** Whether it belongs to what an existing maintenance vendor is asked. */
  readonly vendor?: true;
  /**
   * What distinguishes a gap from others of its rule: a word of the ledger, or a contact, to be shown by its name. Only a part
   * of the data is known of a gap that another one implies.
   */
  readonly about?: (data: Partial<Data>) => string | { readonly contact: string } | null | undefined;
  /** What else is open where the whole thing is missing, so that its path has this length: keys below it, by rule. */
  readonly whole?: {
    readonly length: number;
    /** A key that begins with `/` is one from the root. */
    readonly opens: Readonly<Record<`${string}/${string}`, readonly string[]>>;
  };
}

/** A rule whose findings carry `Data`. */
export function rule<Data>(definition: Rule<Data>): Rule<Data> {
  return definition;
}

/** A rule about what the ledger does not say; a finding carries `Data`, with `hole` where nothing is written. */
export function gap<Data>(definition: Omit<Gap<Data>, 'kind' | 'severity'>): Gap<Data> {
  return { kind: 'gap', severity: 'warning', ...definition };
}

/** What the findings of each rule of a family carry, by the rule's name. */
export type DataOf<Family> = {
  readonly [R in keyof Family]: Family[R] extends Rule<infer Data> ? Data : never;
};

/** What one finding adds to its rule. Everything that reaches a reader is made from this by a message. */
export interface FindingParts<Data> {
  /** What the finding is about, as the contract spells subjects (host, `name/TYPE`, id, dotted ledger path). */
  readonly subject: string;
  /** Distinguishes two findings of one rule on one subject (an address, a serial). */
  readonly distinction?: string;
  readonly data: Data;
  /** The place in the ledger that the finding speaks of. */
  readonly path: LedgerPath;
  /** The place itself, where no path leads there (a comment). */
  readonly position?: Position;
  /** Required where the rule leaves a choice. */
  readonly kind?: Kind;
  readonly severity?: Severity;
  /** Required where the rule's items vary. */
  readonly items?: readonly ItemNumber[];
  /** The party (id) that should act, where the ledger says. */
  readonly party?: string | null;
  /** When it stops working, if known. */
  readonly deadline?: Temporal.Instant | null;
  /** Whether `accept` can write the observed value into the ledger. */
  readonly acceptable?: boolean;
}

const causeOfItem: Record<ItemNumber, Cause> = {
  1: 'procedure',
  2: 'contact',
  3: 'contact',
  4: 'procedure',
  5: 'procedure',
  6: 'procedure',
  7: 'access',
  8: 'access',
  9: 'procedure',
  10: 'procedure',
};

/** The cause of a finding: its first item's, else its rule's. */
export function causeOf(items: readonly ItemNumber[], definition: Rule): Cause {
  const first = items[0];
  return first === undefined ? (definition.cause ?? 'procedure') : causeOfItem[first];
}
