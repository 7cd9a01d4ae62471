import type { FileReading } from '../edge/files.ts';
import type { SecretLines } from '../ledger/source.ts';
import type { FileTrouble } from '../rules/checklist.ts';
import type { ChecklistInput } from './input.ts';

/** What became of a file that the ledger names. */
export type NamedFile =
  | { readonly type: 'text'; readonly text: string }
  /** It is there, and what it holds is not for us to read (a PDF). */
  | { readonly type: 'there' }
  | { readonly type: 'trouble'; readonly trouble: FileTrouble }
  /** Not looked at, or not seen: nothing can be said. */
  | { readonly type: 'unseen' };

/** Documents that people read with a program of its own. */
const unreadableDocument =
  /\.(?:pdf|docx?|xlsx?|pptx?|od[tsp]|rtf|pages|numbers|key|png|jpe?g|gif|webp|zip)$/i;

/** What is known of the file that the ledger names as `name`. */
export function namedFile({ files }: ChecklistInput, name: string): NamedFile {
  const reading = files?.get(name);
  if (reading === undefined) return { type: 'unseen' };
  switch (reading.type) {
    case 'text':
      return { type: 'text', text: reading.text };
    case 'missing':
      return { type: 'trouble', trouble: 'missing' };
    case 'refused':
      return refused(name, reading.reason);
    // That it was not seen is said for all looks alike.
    case 'failed':
      return { type: 'unseen' };
  }
}

function refused(name: string, reason: Extract<FileReading, { type: 'refused' }>['reason']): NamedFile {
  // A path that leaves the work tree makes the ledger invalid as a whole.
  if (reason === 'outside' || reason === 'in-git') return { type: 'unseen' };
  if (reason === 'not-text' && unreadableDocument.test(name)) return { type: 'there' };
  return { type: 'trouble', trouble: reason };
}

/**
 * What the runbooks and templates beside the ledger hold, by the path as the ledger writes it. What looks like a secret is
 * masked in their texts; `secrets` are its lines.
 */
export type NamedFiles = ReadonlyMap<string, FileReading & { readonly secrets?: SecretLines }>;
