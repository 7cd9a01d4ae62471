import type { Finding } from '../rules/finding.ts';
import type { ItemNumber, Kind } from '../rules/rule.ts';

export const itemIds = [
  'emergency',
  'first-contact',
  'decisions',
  'targets',
  'rollback',
  'restore',
  'access',
  'entrance',
  'evidence',
  'templates',
] as const;
export type ItemId = (typeof itemIds)[number];

/** Worst first. `expiring` and `notice` leave an item met. */
const states = ['drift', 'stale', 'gap', 'unknown'] as const satisfies readonly Kind[];

/** Whether a finding keeps its items from being met. */
export function isHolding({ kind }: Pick<Finding, 'kind'>): boolean {
  return (states as readonly Kind[]).includes(kind);
}

/** The state of each of the ten items, how many are met, and the band. `findings` are those not excepted. */
export function scoreItems(
  findings: readonly Pick<Finding, 'id' | 'kind' | 'items'>[],
): Omit<Score, 'claimed'> {
  const items = itemIds.map((id, index): ScoredItem => {
    const item = (index + 1) as ItemNumber;
    const holding = findings.filter((each) => isHolding(each) && each.items.includes(item));
    const state: ItemState = states.find((kind) => holding.some((each) => each.kind === kind)) ?? 'met';
    return { item, id, state, findings: holding.map((each) => each.id).sort() };
  });
  const met = items.filter(({ state }) => state === 'met').length;
  return { met, of: 10, band: bandOf(met), items };
}

/** The band of a number of met items. */
function bandOf(met: number): Band {
  if (met <= 3) return 'danger';
  if (met <= 6) return 'caution';
  return met <= 8 ? 'minimum' : 'strong';
}

export type Band = 'danger' | 'caution' | 'minimum' | 'strong';

export type ItemState = 'drift' | 'stale' | 'gap' | 'unknown' | 'met';

interface ScoredItem {
  readonly item: ItemNumber;
  readonly id: ItemId;
  readonly state: ItemState;
  /** Ids of the findings that keep the item from being met. */
  readonly findings: readonly string[];
}

export interface Score {
  readonly met: number;
  readonly of: 10;
  readonly band: Band;
  /** By the ledger's text and the date alone. */
  readonly claimed: number;
  readonly items: readonly ScoredItem[];
}
