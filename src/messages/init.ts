/** What questions are written with: what was seen, and the ids that the ledger already knows. All of it fit for YAML. */
export interface QuestionData {
  readonly host: string;
  /** Two contacts, to show how ids are used. */
  readonly contacts: readonly [string, string];
  /** Two parties, likewise. */
  readonly parties: readonly [string, string];
  /** Where WordPress is administered; null where the site was not seen to be WordPress. */
  readonly wordPressAdmin: string | null;
  /** The service before the site; null where none was seen. */
  readonly cdn: string | null;
}

/** Sections of the ledger that people alone can fill. */
export type AskedSection =
  | 'parties'
  | 'contacts'
  | 'first-contact'
  | 'access'
  | 'rollback'
  | 'emergency'
  | 'decisions'
  | 'targets'
  | 'restore'
  | 'entrance'
  | 'evidence'
  | 'responsibility';

/** A file that is written beside the ledger. */
export type DocumentName =
  | 'first-report'
  | 'recovery-report'
  | 'rollback'
  | 'restore'
  | 'domain'
  | 'switch-dns'
  | 'renew-certificate'
  | 'bypass';
