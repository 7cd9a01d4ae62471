import type { ArchiveTier } from './provider.ts';

// Stores that keep objects by name, each object an upload that ended: whether what was uploaded
// is whole, nobody says. Which of them are backups: files/points.ts.

export interface StoredObject {
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null where the store does not say. */
  readonly sizeBytes: number | null;
  /** Where it must be thawed before it can be read; null where it is read at once, or nobody says. */
  readonly tier?: ArchiveTier | null;
}

/** A name as the path of a URL, by `encode` for each segment; null for one that URLs would change on the way. */
export function pathOf(
  name: string,
  encode: (segment: string) => string = encodeURIComponent,
): string | null {
  const segments = name.split('/');
  const isChanged = segments.some((each) => each === '.' || each === '..' || each === '');
  return isChanged ? null : segments.map(encode).join('/');
}
