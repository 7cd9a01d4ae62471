import { stat } from "node:fs/promises";
import { dirname, join, resolve } from "node:path";

// src/edge/git.ts
/** The root of the git work tree that holds `folder`; the folder itself where there is none. */
async function workTreeRoot(folder) {
	const start = resolve(folder);
	for (let here = start;; here = dirname(here)) {
		if (await stat(join(here, ".git")).then(() => true, () => false)) return here;
		if (here === dirname(here)) return start;
	}
}

export { workTreeRoot as t };