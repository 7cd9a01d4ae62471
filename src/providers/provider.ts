import type { ProviderEdge } from '../edge/provider-edge.ts';
/** What became of one attempt to take a backup. What a vendor's word does not clearly say is `unknown`: never good. */
export type PointState = 'good' | 'failed' | 'in-progress' | 'partial' | 'expired' | 'unknown';

/** What the time of a restore point means. Never relabelled: a start is no completion. */
export type TimeMeaning = 'completed' | 'created' | 'started' | 'restorable-to' | 'modified' | 'pinged';

/** What a size measures. Only `full` and `unknown` ones can be compared with each other, each with its own. */
type SizeMeaning = 'full' | 'incremental' | 'provisioned' | 'billable' | 'unknown';

/** A tier of a store in which nothing can be read before it was thawed. */
export interface ArchiveTier {
  /** The store's own word. */
  readonly name: string;
  /** How long thawing takes at most by the store's standard way, milliseconds. */
  readonly thawMs: number;
}

/** One restore point, or one attempt at one. Times: ISO 8601 in UTC, as `isoOf…` in times.ts make them. */
export interface RestorePoint {
  /** The provider's own id, or the object's key. Never a signed URL. */
  readonly id: string;
  readonly state: PointState;
  /** The provider's word for the state; null where it has none. */
  readonly rawState: string | null;
  /** Null only where the provider gives no time of an attempt that is not good. */
  readonly at: string | null;
  readonly meaning: TimeMeaning;
  readonly startedAt?: string | null;
  /** When the provider deletes it by itself. */
  readonly expiresAt?: string | null;
  readonly sizeBytes?: number | null;
  readonly sizeMeaning?: SizeMeaning | null;
  /**
   * Of files in a store: what the name has in common with those of other runs, `*` for dates and counters. Guessed, so
   * that one series of several that stopped is seen beside those that go on.
   */
  readonly series?: string | null;
  /** What it holds, where one target has several kinds that are not to be compared: `database`, `files`, … */
  readonly kind?: string | null;
  /** Whether it needs an earlier full one that must be in the list too. */
  readonly isIncremental?: boolean;
  /** Whether it is an archive of the size that archives of its form have when they hold nothing. */
  readonly isEmpty?: boolean;
  /** Where it has to be thawed before anything can be restored from it; null or absent: read at once, or not known. */
  readonly tier?: ArchiveTier | null;
}

/** How strongly a listing speaks. */
export type Evidence =
  | 'status' // the provider says of each attempt how it ended
  | 'existence' // what is listed exists; nobody says that it is whole
  | 'heartbeat' // something reported that it ran
  | 'header'; // one HTTP header

/** Doubts and circumstances that a reader should know. Closed: a message exists for each in every language. */
export type ListingNote =
  | 'failures-leave-no-trace' // only age can show that backups stopped
  | 'run-is-no-backup' // a green run says nothing about what it stored
  | 'one-repository-for-all' // several hosts may share what is looked at
  | 'listing-not-available' // this account, or plan, has no listing
  | 'time-without-zone' // read as UTC, as the vendor documents it
  | 'time-from-name' // the time stands in the object's name
  | 'maybe-cached' // a cache between may have answered
  | 'possibly-inconsistent'; // taken of a running system

/** What a provider answered. */
export interface Listing {
  /** In any order; the probe sorts. */
  readonly points: readonly RestorePoint[];
  /** Kinds of which there have to be points, so that one without any is reported. Default: those of the points. */
  readonly kinds?: readonly string[];
  /** Whether the kinds are the series of files that the ledger names. Default: no. */
  readonly isSeriesNamed?: boolean;
  /** Names of files that belong to none of those. */
  readonly others?: readonly string[];
  /** False where a page cap, or a page token that came again, ended the reading: absence then proves nothing. */
  readonly isComplete: boolean;
  /** Whether the newest alone is shown, and nothing of how many are kept. Default: no. */
  readonly isNewestOnly?: boolean;
  /** The provider's own clock (the `Date` header of its last answer), ISO 8601; null where it gave none. */
  readonly clock: string | null;
  readonly evidence: Evidence;
  /** Whether backups are taken by the provider itself: switched on, off, or not known (null). */
  readonly automatic?: 'on' | 'off' | null;
  /** Whether everybody on the internet can read the newest one, asked without credentials; null: not looked at. */
  readonly isPublic?: boolean | null;
  /** Whether it is kept with what it backs up, so that one fault, or one closed account, takes both; null: not known. */
  readonly isSamePlace?: boolean | null;
  /** Where it is kept, as the provider calls it (a region, a zone). */
  readonly location?: string | null;
  readonly notes?: readonly ListingNote[];
}

/** What a provider may know of the claim besides its own target. */
interface ListingWish {
  /** How many good ones the ledger wants kept: reading may stop once that many, and the newest, are certain. */
  readonly keep: number | null;
}

/**
 * Answers one question: which restore points are there? Age, number, size and place are judged once, for all.
 * `Target` is what the ledger says, checked by the provider's schema.
 */
export interface BackupProvider<Target> {
  /**
   * The hosts that requests for this target may go to: names, or patterns of whole names. A host that the ledger
   * chose freely is in it only where `edge.isNamed` says so, or where nothing goes there but what the input
   * `credentials` has for that host.
   */
  hosts(target: Target, edge: ProviderEdge): readonly (string | RegExp)[];
  /** @throws ProbeFailure where nothing could be seen; "denied" and "throttled" are never an empty list. */
  listRestorePoints(
    target: Target,
    edge: ProviderEdge,
    signal: AbortSignal,
    wish: ListingWish,
  ): Promise<Listing>;
}
