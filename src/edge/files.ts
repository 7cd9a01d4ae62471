/** A file beside the ledger, as far as it could be read. */
export type FileReading =
  | { readonly type: 'text'; readonly text: string; readonly bytes: number }
  | { readonly type: 'missing' }
  /** Leaves the work tree, lies in `.git`, is no regular file, is over 1 MiB, is not UTF-8 text, may not be read. */
  | {
      readonly type: 'refused';
      readonly reason: 'outside' | 'in-git' | 'not-a-file' | 'too-large' | 'not-text' | 'denied';
    }
  /** This machine had nothing left to read it with. */
  | { readonly type: 'failed'; readonly code: 'local-fault' };

/** Reads the files that a ledger names. */
export interface FilesEdge {
  /** Reads `path`, relative to the ledger's folder, links resolved. Never throws. */
  read(path: string): Promise<FileReading>;
}
