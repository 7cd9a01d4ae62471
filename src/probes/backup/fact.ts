import type { Listing, RestorePoint } from '../../providers/provider.ts';

/** What the ledger says of a backup that somebody keeps who can be asked. */
export interface BackupClaim {
  readonly id: string;
  readonly provider: string;
  /** The provider's own keys as written; its schema has seen them. */
  readonly target: Readonly<Record<string, unknown>>;
  /** How old the newest good one may be; null where the ledger does not say. */
  readonly atMostMs: number | null;
  /** How often one is made; null where the ledger does not say. */
  readonly everyMs: number | null;
  readonly keep: number | null;
  readonly smallestBytes: number | null;
  /** Whether it is said to be kept elsewhere than the site. */
  readonly isAway: boolean;
  readonly account: string | null;
  readonly role: string | null;
  /** Whether anything that the provider needs is said to be `unknown`. */
  readonly isKnown: boolean;
}

/** What was seen: the listing without its length. */
export interface BackupFact extends Pick<Listing, 'isComplete' | 'evidence'> {
  /**
   * The newest of each kind, newest first, and those at whose size a kind held longest; of others nothing is
   * judged. Of files in a store the kind is their series, where there are several.
   */
  readonly points: readonly RestorePoint[];
  /** How many good ones are kept, the older ones too, by kind (`''`: of no kind). */
  readonly good: Readonly<Record<string, number>>;
  /**
   * Whether the kinds are the provider's own, or series of files: `guessed` from their names, or `named` by the ledger.
   */
  readonly kindsAre: 'own' | 'guessed' | 'named';
  /** Names of files that belong to no series, some of them where there are many. */
  readonly others: readonly string[];
  /** By how much the provider's clock is ahead of this machine's, in milliseconds; 0 where it is less than a minute. */
  readonly clockAheadMs: number;
  /** Whether nothing is known of how many are kept. */
  readonly isNewestOnly: boolean;
  readonly automatic: 'on' | 'off' | null;
  readonly isPublic: boolean | null;
  readonly isSamePlace: boolean | null;
  readonly location: string | null;
  readonly notes: NonNullable<Listing['notes']>;
}
