import { stat } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';

/** The root of the git work tree that holds `folder`; the folder itself where there is none. */
export async function workTreeRoot(folder: string): Promise<string> {
  const start = resolve(folder);
  for (let here = start; ; here = dirname(here)) {
    const found = await stat(join(here, '.git')).then(
      () => true,
      () => false,
    );
    if (found) return here;
    if (here === dirname(here)) return start;
  }
}
