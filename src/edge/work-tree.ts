import type { FilesEdge } from './files.ts';

export interface LedgerNameProblem {
  readonly type: 'missing' | 'directory' | 'no-match' | 'denied' | 'outside';
  readonly path: string;
}

export declare function openWorkTree(options: { readonly root: string; readonly ledgerFolder: string }): FilesEdge;
export declare function findLedgers(
  patterns: string,
  root: string,
  from?: string,
): Promise<{ files: string[]; problems: LedgerNameProblem[] }>;
export declare function readLedgerFile(file: string, root: string): Promise<Uint8Array>;
export declare function writeOutput(folder: string, name: string, text: string): Promise<string>;
