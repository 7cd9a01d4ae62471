import { dirname, isAbsolute, relative, resolve, sep } from 'node:path';
import { systemClock } from '../edge/clock.ts';
import { workTreeRoot } from '../edge/git.ts';
import { loadHolidays } from '../edge/holidays.ts';
import { type EdgeOptions, type OpenedEdge, openEdge } from '../edge/open.ts';
import type { NetworkInputs } from '../edge/options.ts';
import { type LastWords, openWatchdog } from '../edge/watchdog.ts';
import { findLedgers, openWorkTree, readLedgerFile, readStandardInput } from '../edge/work-tree.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import type { LedgerSource } from '../ledger/source.ts';
import type { CommandMessages } from '../messages/words.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { type CheckOptions, type CheckWorld, checkLedger } from './check.ts';
import { version } from './version.ts';

/** How the checks call themselves unless the operator says otherwise. */
const defaultUserAgent = `recovery-ledger/${version} (+https://github.com/recovery-ledger/recovery-ledger)`;

/** A fault of our own code on one ledger's way: it stops no other. */
export interface LedgerCrash {
  readonly file: string;
  readonly error: unknown;
}

/** A ledger with the work tree that it lies in. */
export interface LocatedLedger extends LedgerSource {
  /** The root that `file`, and what the ledger names, are relative to. */
  readonly root: string;
}

/** The ledgers that were named. */
export interface LoadedLedgers {
  readonly sources: readonly LocatedLedger[];
  /** What is wrong with the names, or the files, in words. */
  readonly problems: readonly string[];
  /** Where our own code failed at a ledger's text. */
  readonly crashes: readonly LedgerCrash[];
}

/**
 * The ledgers that `patterns` name (paths or globs, one a line), or what is wrong with the names, in words. Names are
 * relative to `from`; the files that come back are relative to `root`.
 */
export async function loadLedgers(
  patterns: string,
  root: string,
  say: CommandMessages,
  from: string = root,
): Promise<LoadedLedgers> {
  const { files, problems } = await findLedgers(patterns, root, from);
  const words = {
    missing: (path: string) => say.ledgerMissing(path, from),
    directory: (path: string) => say.ledgerIsFolder(path),
    'no-match': (path: string) => say.ledgerNoMatch(path, from),
    denied: (path: string) => say.ledgerUnreadable(path),
    outside: (path: string) => say.ledgerOutside(path),
  };
  const messages = problems.map(({ type, path }) => words[type](path));
  const sources: LocatedLedger[] = [];
  const crashes: LedgerCrash[] = [];
  for (const file of files) {
    const bytes = await readLedgerFile(file, root).catch(() => null);
    if (bytes === null) {
      messages.push(say.ledgerUnreadable(file));
      continue;
    }
    try {
      sources.push({ ...(await openLedgerSource(file, bytes)), root });
    } catch (error) {
      crashes.push({ file, error });
    }
  }
  return { sources, problems: messages, crashes };
}

/**
 * As `loadLedgers`, for names that a person gives on this machine: a ledger outside the work tree of `from` is read in
 * its own. `-` is a ledger on standard input, read as if it lay in `from`.
 */
export async function loadLedgersHere(
  names: readonly string[],
  from: string,
  say: CommandMessages,
): Promise<LoadedLedgers> {
  const here = await workTreeRoot(from);
  const patterns = new Map<string, string[]>();
  const loaded: LoadedLedgers[] = [];
  for (const name of new Set(names)) {
    if (name === '-') loaded.push(await ledgerOnStandardInput(here, from));
    else {
      const root = await workTreeOf(name, here, from);
      patterns.set(root, [...(patterns.get(root) ?? []), name]);
    }
  }
  for (const [root, each] of patterns) loaded.push(await loadLedgers(each.join('\n'), root, say, from));
  const sources = loaded.flatMap((each) => each.sources);
  const files = sources.map(({ file }) => file);
  const doubles = files.filter((file, index) => files.indexOf(file) < index);
  return {
    // Reports go by the file's name: two of one name would be taken for each other.
    sources: sources.filter(({ file }, index) => files.indexOf(file) === index),
    problems: [...loaded.flatMap(({ problems }) => problems), ...doubles.map(say.ledgerTwice)],
    crashes: loaded.flatMap(({ crashes }) => crashes),
  };
}

/** `here` for what is named inside it; else the tree of the folder that the name, up to its first wildcard, leads to. */
async function workTreeOf(name: string, here: string, from: string): Promise<string> {
  const plain = name.split('/');
  const wild = plain.findIndex((part) => /[*?[{]/.test(part));
  const target = resolve(from, wild < 0 ? name : plain.slice(0, wild).join('/') || '/');
  const way = relative(here, target).split(sep);
  const isInside = way[0] !== '..' && !isAbsolute(way.join(sep));
  return isInside ? here : workTreeRoot(wild < 0 ? dirname(target) : target);
}

async function ledgerOnStandardInput(root: string, from: string): Promise<LoadedLedgers> {
  const file = [...relative(root, from).split(sep), '-'].filter((part) => part !== '').join('/');
  try {
    const source = await openLedgerSource(file, await readStandardInput());
    return { sources: [{ ...source, root }], problems: [], crashes: [] };
  } catch (error) {
    return { sources: [], problems: [], crashes: [{ file, error }] };
  }
}

/**
 * Opens the edge, does the work with it, and closes it again, whatever happens. With `network` null nothing can be
 * looked at. Work that hangs, where no signal and no timer is heard any more, ends with `lastWords`; null where somebody
 * else watches over it.
 */
export async function withEdge<T>(
  network: NetworkInputs | null,
  access: Omit<EdgeOptions, 'userAgent'>,
  lastWords: LastWords | null,
  work: (edge: OpenedEdge | null) => Promise<T>,
): Promise<T> {
  if (network === null) return work(null);
  const edge = await openEdge(network, { ...access, userAgent: defaultUserAgent });
  const watchdog = lastWords === null ? null : openWatchdog(lastWords);
  try {
    return await work(edge);
  } finally {
    watchdog?.close();
    await edge.close();
  }
}

/** Checks one ledger in the real world. */
export function checkHere(
  source: LedgerSource,
  options: CheckOptions,
  here: { readonly root: string; readonly edge: OpenedEdge | null } & Pick<CheckWorld, 'signal'> & {
      readonly onLooking?: CheckWorld['onLooking'] | undefined;
    },
): Promise<CheckedLedger> {
  const folder = source.file.includes('/') ? source.file.slice(0, source.file.lastIndexOf('/')) : '.';
  return checkLedger(source, options, {
    clock: systemClock,
    edge: here.edge,
    files: openWorkTree({ root: here.root, ledgerFolder: folder }),
    loadHolidays: async (countries, from, signal) => {
      const year = from.toZonedDateTimeISO('UTC').year;
      return (await loadHolidays(countries, [year - 1, year, year + 1, year + 2], signal)).calendar;
    },
    signal: here.signal,
    ...(here.onLooking === undefined ? {} : { onLooking: here.onLooking }),
  });
}
