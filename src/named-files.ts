import type { FileReading } from './edge/files.ts';
import type { UrlReading } from './checklist/index.ts';
import type { ParsedLedger } from './ledger/parse.ts';
import type { Problem } from './ledger/problem.ts';
import { ProbeFailure } from './probes/failure.ts';
import type { CheckOptions, CheckWorld } from './run.ts';

export type NamedFiles = ReadonlyMap<string, FileReading | UrlReading>;

/** Reads the runbooks and templates that a ledger names: files beside it, and, where the run may look, URLs. */
export async function readNamedFiles(
  names: readonly string[],
  world: CheckWorld,
  options: CheckOptions,
): Promise<NamedFiles> {
  const readings = await Promise.all(
    names.map(async (name): Promise<[string, FileReading | UrlReading] | null> => {
      if (!/^https?:\/\//i.test(name)) return [name, await world.files.read(name)];
      const mayLook = world.edge !== null && (options.only === null || options.only.has('people'));
      return mayLook ? [name, await readUrl(name, world)] : null;
    }),
  );
  return new Map(readings.filter((each) => each !== null));
}

async function readUrl(url: string, { edge, signal }: CheckWorld): Promise<UrlReading> {
  try {
    const { status } = await edge!.http.fetchStatus(url, signal);
    return { type: 'answered', status };
  } catch (error) {
    if (error instanceof ProbeFailure) return { type: 'failed', code: error.code };
    throw error;
  }
}

/** The named files that lie where no ledger may point: they make it invalid. */
export function refusedFiles(_files: NamedFiles, _parsed: ParsedLedger): Problem[] {
  return [];
}
