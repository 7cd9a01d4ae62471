import { systemClock } from '../edge/clock.ts';
import { loadHolidays } from '../edge/holidays.ts';
import { type EdgeOptions, type OpenedEdge, openEdge } from '../edge/open.ts';
import type { NetworkInputs } from '../edge/options.ts';
import { findLedgers, openWorkTree, readLedgerFile } from '../edge/work-tree.ts';
import { openLedgerSource } from '../ledger/secrets/source.ts';
import type { LedgerSource } from '../ledger/source.ts';
import type { CommandMessages } from '../messages/command.ts';
import type { CheckedLedger } from '../report/checked.ts';
import { type CheckOptions, checkLedger } from './check.ts';
import { version } from './version.ts';

/** How the checks call themselves unless the operator says otherwise. */
const defaultUserAgent = `recovery-ledger/${version} (+https://github.com/recovery-ledger/recovery-ledger)`;

/** A fault of our own code on one ledger's way: it stops no other. */
export interface LedgerCrash {
  readonly file: string;
  readonly error: unknown;
}

/** The ledgers that were named. */
export interface LoadedLedgers {
  readonly sources: readonly LedgerSource[];
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
  const sources: LedgerSource[] = [];
  const crashes: LedgerCrash[] = [];
  for (const file of files) {
    const bytes = await readLedgerFile(file, root).catch(() => null);
    if (bytes === null) {
      messages.push(say.ledgerUnreadable(file));
      continue;
    }
    try {
      sources.push(await openLedgerSource(file, bytes));
    } catch (error) {
      crashes.push({ file, error });
    }
  }
  return { sources, problems: messages, crashes };
}

/**
 * Opens the edge, hands each ledger to `check` in turn, and closes the edge again, whatever happens.
 * With `network` null nothing can be looked at.
 */
export async function withEdge<T>(
  network: NetworkInputs | null,
  access: Omit<EdgeOptions, 'userAgent'>,
  work: (edge: OpenedEdge | null) => Promise<T>,
): Promise<T> {
  if (network === null) return work(null);
  const edge = await openEdge(network, { ...access, userAgent: defaultUserAgent });
  try {
    return await work(edge);
  } finally {
    await edge.close();
  }
}

/** Checks one ledger in the real world. */
export function checkHere(
  source: LedgerSource,
  options: CheckOptions,
  here: { readonly root: string; readonly edge: OpenedEdge | null; readonly signal: AbortSignal },
): Promise<CheckedLedger> {
  const folder = source.file.includes('/') ? source.file.slice(0, source.file.lastIndexOf('/')) : '.';
  return checkLedger(source, options, {
    clock: systemClock,
    edge: here.edge,
    files: openWorkTree({ root: here.root, ledgerFolder: folder }),
    loadHolidays: async (countries, from) => {
      const year = from.toZonedDateTimeISO('UTC').year;
      return (await loadHolidays(countries, [year - 1, year, year + 1, year + 2])).calendar;
    },
    signal: here.signal,
  });
}
