import type { Ledger } from '../ledger/schema.ts';
import type { Finding } from '../rules/finding.ts';
import type { RuleData } from '../rules/index.ts';
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

/**
 * Whether every way in, of two or more that the ledger lists, hangs on one and the same person: the only one who may
 * enter, or the only one with the second factor. Then that person's phone decides whether a recovery can begin, whatever
 * else is in place. Counted by `findings`, so that what is excepted knowingly does not count. A desk is no person.
 */
function hangsOnOnePerson(
  ledger: Ledger,
  findings: readonly Pick<Finding, 'rule' | 'path' | 'data'>[],
): boolean {
  const ways = (['access', 'entrance'] as const).flatMap((section) =>
    Object.keys(ledger[section] ?? {}).map((id) => `${section}.${id}`),
  );
  const alone = new Map<string, Set<string>>();
  for (const { rule, path, data } of findings) {
    const held =
      rule === 'access/single-holder'
        ? (data as RuleData['access/single-holder']).holders
        : rule === 'access/mfa-single-holder'
          ? (data as RuleData['access/mfa-single-holder']).heldBy
          : [];
    if (held.length !== 1 || ledger.contacts?.[held[0]!]?.kind === 'desk') continue;
    const way = path.slice(0, 2).join('.');
    alone.set(held[0]!, (alone.get(held[0]!) ?? new Set()).add(way));
  }
  return ways.length > 1 && [...alone.values()].some((each) => ways.every((way) => each.has(way)));
}

/**
 * The score of a ledger: of its ten items, and in band danger also where every way in hangs on one person. A band says
 * what happens on the night; the number of items stays what it is.
 */
export function scoreLedger(
  ledger: Ledger,
  findings: readonly Pick<Finding, 'id' | 'kind' | 'items' | 'rule' | 'path' | 'data'>[],
): Omit<Score, 'claimed'> {
  const score = scoreItems(findings);
  return hangsOnOnePerson(ledger, findings) ? { ...score, band: 'danger' } : score;
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
export function bandOf(met: number): Band {
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
