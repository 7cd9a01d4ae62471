import type { FileReading } from '../edge/files.ts';
import type { LedgerPath } from '../ledger/path.ts';
import type { Ledger } from '../ledger/schema.ts';
import type { FileTrouble } from '../rules/checklist.ts';
import type { ChecklistInput, UrlReading } from './input.ts';

/** What became of a file or page that the ledger names. */
export type NamedFile =
  | { readonly type: 'text'; readonly text: string }
  /** It is there, and what it holds is not for us to read (a page behind a login, a PDF). */
  | { readonly type: 'there' }
  | { readonly type: 'trouble'; readonly trouble: FileTrouble }
  | { readonly type: 'unreachable'; readonly status: number }
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
    case 'answered':
      if (reading.status === 404 || reading.status === 410) return { type: 'trouble', trouble: 'gone' };
      return reading.status >= 500 ? { type: 'unreachable', status: reading.status } : { type: 'there' };
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

/** A runbook or template that the ledger names, and where it does. */
export interface FileMention {
  readonly name: string;
  readonly path: LedgerPath;
}

/** Every mention of a runbook or template, paths and URLs, in the ledger's order. */
export function fileMentions(ledger: Ledger): FileMention[] {
  const { rollback, restore, access = {}, entrance = {}, templates } = ledger;
  const entries = (['domain', 'dns', 'certificate', 'cdn', 'bypass'] as const).map(
    (id) => [id, entrance[id]] as const,
  );
  const mentions: (readonly [string | undefined, LedgerPath])[] = [
    [rollback?.runbook, ['rollback', 'runbook']],
    [restore?.runbook, ['restore', 'runbook']],
    ...Object.entries(access).map(([id, each]) => [each.runbook, ['access', id, 'runbook']] as const),
    ...entries.map(([id, each]) => [each?.runbook, ['entrance', id, 'runbook']] as const),
    [templates?.['first-report'], ['templates', 'first-report']],
    [templates?.['recovery-report'], ['templates', 'recovery-report']],
  ];
  return mentions.flatMap(([name, path]) => (name === undefined ? [] : [{ name, path }]));
}

export function isWebAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** The mentions of runbooks and templates at web addresses: they are looked at over the network. */
export function webDocuments(ledger: Ledger): FileMention[] {
  return fileMentions(ledger).filter(({ name }) => isWebAddress(name));
}

/** The runbooks and templates that the ledger names, each once, in the ledger's order. */
export function filesNamedBy(ledger: Ledger): string[] {
  return [...new Set(fileMentions(ledger).map(({ name }) => name))];
}

export type NamedFiles = ReadonlyMap<string, FileReading | UrlReading>;
