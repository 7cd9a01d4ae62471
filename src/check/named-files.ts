import { fileMentions, type UrlReading } from '../checklist/index.ts';
import { ProbeFailure } from '../edge/failure.ts';
import type { FileReading } from '../edge/files.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Problem } from '../ledger/problem.ts';
import type { CheckOptions, CheckWorld } from './check.ts';

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

const refusals = {
  outside: 'path-outside',
  'in-git': 'path-in-git',
  'not-a-file': 'path-not-a-file',
  'too-large': 'path-too-large',
} as const;

/** The mentions of files that lie where no ledger may point, or are none: they make it invalid. */
export function refusedFiles(files: NamedFiles, parsed: ParsedLedger): Problem[] {
  return fileMentions(parsed.ledger).flatMap(({ name, path }): Problem[] => {
    const reading = files.get(name);
    if (reading?.type !== 'refused' || !(reading.reason in refusals)) return [];
    const code = refusals[reading.reason as keyof typeof refusals];
    return [{ code, file: parsed.file, position: parsed.locate(path), path, data: { found: name } }];
  });
}
