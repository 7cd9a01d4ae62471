import type { Temporal } from 'temporal-polyfill';
import type { LedgerPath, Position } from '../ledger/path.ts';

/** What sort of thing a finding is. `notice` asks for nothing; all others ask somebody to act or to look. */
export type Kind = 'drift' | 'expiring' | 'stale' | 'unknown' | 'gap' | 'notice';

/** `critical`: users are hit now, or will be before the next check. */
export type Severity = 'critical' | 'warning' | 'info';

/** The order in which holes are filled: who may enter, whom to call, what to do. */
export type Cause = 'access' | 'contact' | 'procedure';

/** The ten items of the checklist, ① to ⑩. */
export type ItemNumber = 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10;

/** What every finding of a rule has in common. Where a list stands, the finding says which one it is. */
export interface RuleDefinition {
  readonly kind: Kind | readonly [Kind, ...Kind[]];
  readonly severity: Severity | readonly [Severity, ...Severity[]];
  /** The items that a finding of this rule keeps from being met; where they vary, those it may name. */
  readonly items: readonly ItemNumber[];
  /** Needed where `items` is empty; otherwise follows from the first item. */
  readonly cause?: Cause;
}

/** What one finding adds to its rule. Everything that reaches a reader is made from this by a message. */
export interface FindingParts<Data> {
  /** What the finding is about, as the contract spells subjects (host, `name/TYPE`, id, dotted ledger path). */
  readonly subject: string;
  /** Tells two findings of one rule on one subject apart (an address, a serial). */
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
  /** The party (id) that should act, where the ledger tells. */
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
export function causeOf(items: readonly ItemNumber[], definition: RuleDefinition): Cause {
  const first = items[0];
  return first === undefined ? (definition.cause ?? 'procedure') : causeOfItem[first];
}
