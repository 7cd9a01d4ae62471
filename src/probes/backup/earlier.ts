/** What the runs before this one saw of one backup, or of one kind or series of it. */
export interface SeenBackup {
  /** When the newest good one was made, ISO 8601. */
  readonly newest: string;
  /** The size that the last good ones reached, bytes; null where sizes say nothing. */
  readonly bytes: number | null;
  /** Whether newer ones were seen to come. */
  readonly comes: boolean;
}

/** By the backup's id, with `@` and the kind behind it where there are several. */
export type SeenBackups = Readonly<Record<string, SeenBackup>>;

export function keyOf(id: string, kind: string | null): string {
  return kind === null ? id : `${id}@${kind}`;
}
