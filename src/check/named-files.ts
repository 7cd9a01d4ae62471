import type { NamedFiles } from '../checklist/named-file.ts';
import type { FilesEdge } from '../edge/files.ts';
import { documentMentions, filesNamedBy } from '../ledger/documents.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Problem } from '../ledger/problem.ts';
import type { Ledger } from '../ledger/schema.ts';

/** Reads the runbooks and templates beside the ledger. */
export async function readNamedFiles(ledger: Ledger, files: FilesEdge): Promise<NamedFiles> {
  const names = filesNamedBy(ledger);
  return new Map(await Promise.all(names.map(async (name) => [name, await files.read(name)] as const)));
}

const refusals = {
  outside: 'path-outside',
  'in-git': 'path-in-git',
  'not-a-file': 'path-not-a-file',
  'too-large': 'path-too-large',
} as const;

/** The mentions of files that lie where no ledger may point, or are none: they make it invalid. */
export function refusedFiles(files: NamedFiles, parsed: ParsedLedger): Problem[] {
  return documentMentions(parsed.ledger).flatMap(({ name, path }): Problem[] => {
    const reading = files.get(name);
    if (reading?.type !== 'refused' || !(reading.reason in refusals)) return [];
    const code = refusals[reading.reason as keyof typeof refusals];
    return [{ code, file: parsed.file, position: parsed.locate(path), path, data: { found: name } }];
  });
}
