import { fileMentions, type UrlReading } from '../checklist/index.ts';
import type { NamedFiles } from '../checklist/named-file.ts';
import { ProbeFailure } from '../edge/failure.ts';
import type { FileReading, FilesEdge } from '../edge/files.ts';
import type { HttpEdge } from '../edge/http.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Problem } from '../ledger/problem.ts';

/** How runbooks and templates are read. */
export interface NamedFilesEdge {
  readonly files: FilesEdge;
  /** Null where no URL may be looked at. */
  readonly http: Pick<HttpEdge, 'fetchStatus'> | null;
  readonly signal: AbortSignal;
}

/** Reads the runbooks and templates that a ledger names: files beside it, and, where the run may look, URLs. */
export async function readNamedFiles(
  names: readonly string[],
  { files, http, signal }: NamedFilesEdge,
): Promise<NamedFiles> {
  const readings = await Promise.all(
    names.map(async (name): Promise<[string, FileReading | UrlReading] | null> => {
      if (!/^https?:\/\//i.test(name)) return [name, await files.read(name)];
      return http === null ? null : [name, await readUrl(name, http, signal)];
    }),
  );
  return new Map(readings.filter((each) => each !== null));
}

async function readUrl(
  url: string,
  http: NonNullable<NamedFilesEdge['http']>,
  signal: AbortSignal,
): Promise<UrlReading> {
  try {
    const { status } = await http.fetchStatus(url, signal);
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
