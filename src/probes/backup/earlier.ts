import { digestOf } from '../../ledger/claims.ts';

/** What the runs before this one saw of one backup, or of one kind or series of it. */
export interface SeenBackup {
  /** When the newest good one was made, ISO 8601. */
  readonly newest: string;
  /** The size that the last good ones reached, bytes; null where sizes say nothing. */
  readonly bytes: number | null;
  /** Whether new ones were seen to come again and again. */
  readonly comes: boolean;
  /** Whether the newest one was new enough when it was seen. */
  readonly isNew: boolean;
  /** A digest of where it was looked for: of another place it says nothing. */
  readonly place: string;
}

/** By the backup's id, with `@` and the kind behind it where there are several. */
export type SeenBackups = Readonly<Record<string, SeenBackup>>;

/** Of one claim's target, its `suffix` and patterns included. */
export function placeOf({
  provider,
  target,
}: {
  readonly provider: string;
  readonly target: unknown;
}): string {
  return digestOf([provider, target]);
}

/** What was seen of one backup where it is looked for now, by its kinds (null: of no kind). */
export function seenOf(
  before: SeenBackups,
  claim: { readonly id: string; readonly provider: string; readonly target: unknown },
): ReadonlyMap<string | null, SeenBackup> {
  const place = placeOf(claim);
  const start = keyOf(claim.id, '');
  return new Map(
    Object.entries(before).flatMap(([key, seen]): [string | null, SeenBackup][] => {
      const isIts = key === claim.id || key.startsWith(start);
      return isIts && seen.place === place ? [[key === claim.id ? null : key.slice(start.length), seen]] : [];
    }),
  );
}

export function keyOf(id: string, kind: string | null): string {
  return kind === null ? id : `${id}@${kind}`;
}
