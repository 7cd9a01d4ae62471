import type { Sign } from '../probes/endpoint/signs.ts';

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

/**
 * The words of `init`. Lines of the ledger come without a line break; `# ` begins words, `#` alone begins YAML that
 * counts once the sign is taken away.
 */
export interface InitMessages {
  header(data: { readonly url: string; readonly day: string }): readonly string[];
  /** Behind `reviewed`. */
  readonly reviewed: string;
  /** Behind `timezone`; null where there is nothing to say. */
  readonly timezone: string | null;
  /** Before what is to be answered first, and before the rest. */
  readonly first: string;
  readonly after: string;
  readonly questions: { readonly [S in AskedSection]: (data: QuestionData) => readonly string[] };
  /** Before `templates`. */
  readonly templates: string;
  reality(day: string): string;
  /** What could not be looked at, and why, in words. */
  unseen(what: string, reason: string): string;
  cdnAddresses(what: string, cdn: string): string;
  /** Addresses that may be those of a load balancer. */
  balancerAddresses(what: string, addresses: string): string;
  readonly because: { readonly cdn: string; readonly rotates: string };
  certificate(data: {
    readonly renewal: 'automatic' | 'manual';
    readonly inferredBy: 'issuer' | 'lifetime';
    readonly lastDay: string;
  }): string;
  certificateDoubtful(host: string): string;
  homeStatus(status: number): string;
  homeSign(sign: Sign): string;
  readonly noMarkers: string;
  withoutTls(reason: string): string;
  readonly pages: string;
  /** An example of another page, where none was seen. */
  contactPage(url: string): string;
  readonly backups: readonly string[];
  mail(domain: string): readonly string[];
  domainEnds(day: string | null): string;
  readonly renewal: string;
  noRegistry(domain: string): string;
  notRegistered(domain: string): string;
  foreignDomain(domain: string): string;
  /** The first line of the ledger's own history. */
  readonly created: string;
  readonly documents: { readonly [D in DocumentName]: string };
  /** What is printed on the terminal. */
  readonly terminal: {
    progress(url: string): string;
    notAnAddress(text: string): string;
    exists(file: string): string;
    noSuchName(host: string, reason: string): string;
    nothingSeen(url: string, reason: string): string;
    wrote(file: string): string;
    wouldWrite(file: string): string;
    kept(file: string): string;
    lacksFields(file: string): string;
    unseen(what: string, reason: string): string;
    answersUnreadable(file: string): string;
    answersRejected(file: string): string;
    readonly answersSecret: string;
    /** A key that `init` writes itself. */
    answersKey(key: string): string;
    nextSteps(data: { readonly ledger: string; readonly hasQuestions: boolean }): string;
  };
}
