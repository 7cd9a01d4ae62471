import type { StoredObject } from '../objects.ts';
import type { Listing, RestorePoint, TimeMeaning } from '../provider.ts';
import { type FileChoice, isLike, nameBelow } from './choice.ts';
import { asideOf, isEmptyFile, seriesOfName, wholeName } from './names.ts';

/** What a store's list of files says of backups. */
export type FileListing = Required<Pick<Listing, 'points' | 'kinds' | 'isSeriesNamed' | 'others'>>;

/** So many files of one name are a series of their own, though a number alone distinguishes its name from another. */
const fewestOfSeries = 3;

/**
 * The backups among the files of a store, newest first: without folders, without what lies beside backups (sums, logs,
 * manifests), parts of one backup as one, each with the series that it belongs to.
 */
export function pointsOfFiles(
  files: readonly StoredObject[],
  choice: FileChoice,
  meaning: TimeMeaning,
): FileListing {
  const { suffix, pattern, series } = choice;
  const isMeantBy = (each: string, name: string) => isLike(nameBelow(name, choice), each);
  // What consoles make so that a folder shows.
  // A page that came twice lists a file twice.
  const once = [...new Map(files.map((file) => [file.name, file])).values()];
  const listed = once.filter(({ name, sizeBytes }) => !(name.endsWith('/') && (sizeBytes ?? 0) === 0));
  const meant = listed.filter(
    ({ name }) =>
      (suffix === undefined || name.endsWith(suffix)) && (pattern === undefined || isMeantBy(pattern, name)),
  );
  const aside = new Set(asideOf(meant).map(({ name }) => name));
  // What the ledger names is meant, whatever it looks like.
  const isNamed = ({ name }: StoredObject) => series?.some((each) => isMeantBy(each, name)) ?? false;
  const backups = wholes(meant.filter((file) => !aside.has(file.name) || isNamed(file)));
  const nameOf = series === undefined ? guessedSeries(backups, choice) : null;
  const [belonging, others] =
    nameOf === null ? [backups.filter(isNamed), backups.filter((file) => !isNamed(file))] : [backups, []];
  const pointOf = (file: StoredObject): RestorePoint => ({
    id: file.name,
    state: 'good',
    rawState: null,
    at: file.at,
    meaning,
    sizeBytes: file.sizeBytes,
    sizeMeaning: 'full',
    ...(file.sizeBytes !== null && isEmptyFile(file.name, file.sizeBytes) ? { isEmpty: true } : {}),
    tier: file.tier ?? null,
    ...(nameOf === null
      ? { kind: series!.find((each) => isMeantBy(each, file.name))! }
      : { series: nameOf(file.name) }),
  });
  return {
    points: belonging.map(pointOf).sort((a, b) => Date.parse(b.at!) - Date.parse(a.at!)),
    kinds: nameOf === null ? series! : [],
    isSeriesNamed: nameOf === null,
    others: others.map(({ name }) => name),
  };
}

/** Each backup that was stored in several parts as one, by its last part. */
function wholes(files: readonly StoredObject[]): StoredObject[] {
  const byName = Map.groupBy(files, ({ name }) => wholeName(name));
  return [...byName.values()].map((parts) => {
    const last = parts.reduce((one, other) => (Date.parse(other.at) > Date.parse(one.at) ? other : one));
    const isWhole = parts.every(({ sizeBytes }) => sizeBytes !== null);
    return {
      ...last,
      sizeBytes: isWhole ? parts.reduce((sum, { sizeBytes }) => sum + sizeBytes!, 0) : null,
      tier: parts.find(({ tier }) => tier != null)?.tier ?? null,
    };
  });
}

/** The series of each name, guessed from all of them. */
function guessedSeries(files: readonly StoredObject[], choice: FileChoice): (name: string) => string {
  const named = new Map(files.map(({ name }) => [name, seriesOfName(nameBelow(wholeName(name), choice))]));
  const counts = new Map<string, number>();
  for (const { fine } of named.values()) counts.set(fine, (counts.get(fine) ?? 0) + 1);
  return (name) => {
    const { fine, coarse } = named.get(name)!;
    return counts.get(fine)! >= fewestOfSeries ? fine : coarse;
  };
}
