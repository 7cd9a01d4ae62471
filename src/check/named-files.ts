import type { NamedFiles } from '../checklist/named-file.ts';
import type { FilesEdge } from '../edge/files.ts';
import { documentMentions, filesNamedBy } from '../ledger/documents.ts';
import type { ParsedLedger } from '../ledger/parse.ts';
import type { Problem } from '../ledger/problem.ts';
import type { Ledger } from '../ledger/schema.ts';
import { openText } from '../ledger/secrets/source.ts';

/** Reads the runbooks and templates beside the ledger, and masks what looks like a secret before anything shows it. */
export async function readNamedFiles(ledger: Ledger, files: FilesEdge): Promise<NamedFiles> {
  const names = filesNamedBy(ledger);
  const read = async (name: string) => {
    const reading = await files.read(name);
    return reading.type === 'text' ? { ...reading, ...(await openText(reading.text)) } : reading;
  };
  return new Map(await Promise.all(names.map(async (name) => [name, await read(name)] as const)));
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
