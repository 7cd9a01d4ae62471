import path from 'node:path';
import type { TestProject } from 'vitest/node';
import { startBuildIn } from '../../fixtures/world/built.ts';
import { buildTemporarily } from '../../scripts/bundle.ts';

/** Before the tests that start the program: builds the sources, so that none of them starts an older dist/. */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const build = await buildTemporarily();
  startBuildIn(path.join(build.folder, 'dist'), path.join(build.folder, 'compiled'));
  project.onTestsRerun(build.rebuild);
  return async () => {
    await build[Symbol.asyncDispose]();
  };
}
