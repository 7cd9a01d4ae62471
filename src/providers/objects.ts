import type { RestorePoint } from './provider.ts';
import { seriesOfName } from './series.ts';

// Stores that keep objects by name, each object taken for one backup.

export interface StoredObject {
  readonly name: string;
  /** ISO 8601. */
  readonly at: string;
  /** Null where the store does not tell it. */
  readonly sizeBytes: number | null;
}

/**
 * The backups among the objects, newest first: those whose names end in `suffix`, without what consoles make so that a
 * folder shows. A listed object is an upload that ended; whether what was uploaded is whole, nobody says.
 */
export function backupsAmong(
  objects: readonly StoredObject[],
  meaning: 'created' | 'modified',
  suffix = '',
): RestorePoint[] {
  return objects
    .filter(({ name, sizeBytes }) => !(name.endsWith('/') && sizeBytes === 0) && name.endsWith(suffix))
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .map(({ name, at, sizeBytes }) => ({
      id: name,
      // A dump and an archive of files may lie side by side: sizes are compared within a name alone.
      series: seriesOfName(name),
      state: 'good',
      rawState: null,
      at,
      meaning,
      sizeBytes,
      sizeMeaning: 'full',
    }));
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
