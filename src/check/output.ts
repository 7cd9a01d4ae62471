import { OutputFailure, writeOutput } from '../edge/work-tree.ts';
import type { CommandMessages } from '../messages/words.ts';
import { withoutEnd } from '../text/ends.ts';

/** Where the files of a ledger go: `<output-dir>/<ledger path>`. */
export function outputFolder(outputDir: string, ledgerFile: string): string {
  // Nothing is this folder, and never the file system's root.
  const folder = outputDir === '' ? '.' : withoutEnd(outputDir, '/');
  return `${folder}/${ledgerFile.replace(/^(?:\.\/|\/)+/, '')}`;
}

/** Writes a file whole or not at all. Returns its path, or, in words, why it could not be written. */
export async function writeFileOrSay(
  folder: string,
  name: string,
  text: string,
  say: CommandMessages,
): Promise<{ path: string; problem: null } | { path: null; problem: string }> {
  try {
    return { path: await writeOutput(folder, name, text), problem: null };
  } catch (error) {
    if (!(error instanceof OutputFailure)) throw error;
    return { path: null, problem: say.cannotWrite(`${folder}/${name}`, error.code) };
  }
}
