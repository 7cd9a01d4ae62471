import { globSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** A row of the table of threats in SECURITY.md. */
export interface Threat {
  readonly who: string;
  /** From the root; a pattern stands for the files that match it, for itself where none does. */
  readonly tests: readonly string[];
}

/** The rows of the table of threats, from the text of SECURITY.md. */
export function readThreats(text: string): Threat[] {
  const [, section = ''] = text.split('\n## Threats\n');
  const rows = section.split('\n## ')[0]!.split('\n');
  return rows
    .filter((row) => row.startsWith('| '))
    .slice(2)
    .map((row) => ({
      who: row.split('|')[1]!.trim(),
      tests: [...row.matchAll(/`(test\/[^`]+)`/g)].flatMap(([, pattern]) => {
        const found = globSync(pattern!, { cwd: root }).map((file) => file.split(path.sep).join('/'));
        return found.length > 0 ? found.sort() : [pattern!];
      }),
    }));
}
