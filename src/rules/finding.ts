import type { Temporal } from 'temporal-polyfill';
import type { LedgerPath, Position } from '../ledger/path.ts';
import { type RuleData, type RuleName, ruleOf } from './index.ts';
import { type Cause, causeOf, type FindingParts, type ItemNumber, type Kind, type Severity } from './rule.ts';

/** One thing that a person should know, in no language yet. */
export interface Finding<R extends RuleName = RuleName> {
  /** Stable from month to month: rule ':' subject ['@' distinction]. */
  readonly id: string;
  readonly rule: R;
  readonly subject: string;
  readonly kind: Kind;
  readonly severity: Severity;
  readonly cause: Cause;
  readonly items: readonly ItemNumber[];
  readonly data: RuleData[R];
  readonly path: LedgerPath;
  /** The place itself, where no path leads there; else null. */
  readonly position: Position | null;
  readonly party: string | null;
  readonly deadline: Temporal.Instant | null;
  readonly acceptable: boolean;
}

/**
 * Makes a finding of `rule`. Kind, severity and items come from the rule; where the rule leaves a choice,
 * `parts` must make it, with a value that the rule allows.
 *
 * @throws TypeError where `parts` contradicts the rule: a mistake of ours, not of a user.
 */
export function finding<R extends RuleName>(rule: R, parts: FindingParts<RuleData[R]>): Finding<R> {
  const definition = ruleOf(rule);
  const kind = choose(rule, 'kind', definition.kind, parts.kind);
  const severity = choose(rule, 'severity', definition.severity, parts.severity);
  const items = parts.items ?? definition.items;
  for (const item of items) {
    if (!definition.items.includes(item)) throw new TypeError(`${rule} does not hold item ${item}`);
  }
  const subject = parts.distinction === undefined ? parts.subject : `${parts.subject}@${parts.distinction}`;
  return {
    id: `${rule}:${subject}`,
    rule,
    subject: parts.subject,
    kind,
    severity,
    cause: causeOf(items, definition),
    items,
    data: parts.data,
    path: parts.path,
    position: parts.position ?? null,
    party: parts.party ?? null,
    deadline: parts.deadline ?? null,
    acceptable: parts.acceptable ?? false,
  };
}

/** The subject of a finding by its id, without what distinguishes two of one rule. */
export function subjectOf({ id, rule }: { readonly id: string; readonly rule: string }): string {
  return id.slice(rule.length + 1).replace(/@.*$/s, '');
}

function choose<T>(rule: string, what: string, allowed: T | readonly [T, ...T[]], chosen: T | undefined): T {
  if (!Array.isArray(allowed)) {
    if (chosen !== undefined && chosen !== allowed) throw new TypeError(`${rule} has no ${what} ${chosen}`);
    return allowed as T;
  }
  if (chosen === undefined || !allowed.includes(chosen)) {
    throw new TypeError(`${rule} needs one ${what} of ${allowed.join(', ')}, not ${chosen}`);
  }
  return chosen;
}
