import { missingFields, templateFields } from '../checklist/templates.ts';
import type { DocumentName } from '../messages/init.ts';
import type { Answers } from './answers.ts';
import type { LedgerDraft, LedgerWords } from './draft.ts';
import { templatePaths, writeLedger } from './ledger-text.ts';

/** Where each document lies, from the ledger's folder. */
export const documentPaths: Readonly<Record<DocumentName, string>> = {
  ...templatePaths,
  rollback: 'docs/rollback.md',
  restore: 'docs/restore.md',
  domain: 'docs/domain.md',
  'switch-dns': 'docs/switch-dns.md',
  'renew-certificate': 'docs/renew-certificate.md',
  bypass: 'docs/bypass.md',
};

/** The section whose questions name a document: where that is answered, the answers name their own. */
const sectionOf: Readonly<Record<DocumentName, string>> = {
  'first-report': 'templates',
  'recovery-report': 'templates',
  rollback: 'rollback',
  restore: 'restore',
  domain: 'entrance',
  'switch-dns': 'entrance',
  'renew-certificate': 'entrance',
  bypass: 'entrance',
};

/** The documents that the ledger's questions speak of. */
export function documentsFor(answers: Answers | null): DocumentName[] {
  const names = Object.keys(documentPaths) as DocumentName[];
  return names.filter((name) => !answers?.sections.has(sectionOf[name]));
}

export interface FirstFiles {
  /** The ledger's text. */
  readonly ledger: string;
  /** What is to be written beside it. */
  readonly documents: readonly { readonly path: string; readonly text: string }[];
  /** What is there already, and stays. */
  readonly kept: readonly string[];
  /** Templates that are there and lack fields that a report must have. */
  readonly lacking: readonly string[];
}

/**
 * The first ledger of a site with the documents that it speaks of. Pure.
 *
 * @param existing the text of each document that is there already
 */
export function firstFiles(
  draft: Omit<LedgerDraft, 'templates'>,
  existing: ReadonlyMap<DocumentName, string>,
  words: LedgerWords,
): FirstFiles {
  const wanted = documentsFor(draft.answers);
  const isWhole = (name: 'first-report' | 'recovery-report') => {
    const text = existing.get(name);
    return text === undefined || missingFields(text, templateFields[name]).length === 0;
  };
  const templates = (['first-report', 'recovery-report'] as const).filter((name) => wanted.includes(name));
  const whole = new Set(templates.filter(isWhole));
  return {
    ledger: writeLedger({ ...draft, templates: whole }, words),
    documents: wanted
      .filter((name) => !existing.has(name))
      .map((name) => ({ path: documentPaths[name], text: words.init.documents[name] })),
    kept: wanted.filter((name) => existing.has(name)).map((name) => documentPaths[name]),
    lacking: templates.filter((name) => !whole.has(name)).map((name) => documentPaths[name]),
  };
}
