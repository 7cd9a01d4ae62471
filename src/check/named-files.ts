import { fileMentions, isWebAddress, type UrlReading } from '../checklist/index.ts';
import type { NamedFiles } from '../checklist/named-file.ts';
import { ProbeFailure } from '../edge/failure.ts';
import type { FilesEdge } from '../edge/files.ts';
import type { HttpEdge } from '../edge/http.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Problem } from '../ledger/problem.ts';

/** Reads those of the runbooks and templates that a ledger names which are files beside it. */
export async function readFilesBeside(names: readonly string[], files: FilesEdge): Promise<NamedFiles> {
  const paths = names.filter((name) => !isWebAddress(name));
  return new Map(await Promise.all(paths.map(async (name) => [name, await files.read(name)] as const)));
}

/** Asks for those of the runbooks and templates that a ledger names which are pages. */
export async function askForPages(
  names: readonly string[],
  http: Pick<HttpEdge, 'fetchStatus'>,
  signal: AbortSignal,
): Promise<NamedFiles> {
  const urls = names.filter(isWebAddress);
  return new Map(await Promise.all(urls.map(async (url) => [url, await askFor(url, http, signal)] as const)));
}

async function askFor(
  url: string,
  http: Pick<HttpEdge, 'fetchStatus'>,
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
