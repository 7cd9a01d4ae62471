import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { pureTests, worldTests } from './test/setup/suites.ts';

const limits = { testTimeout: 60_000, hookTimeout: 60_000 };

export default defineConfig({
  test: {
    // A worker of the world waits for the programs that it starts: while it does, another one works.
    maxWorkers: Math.max(2, availableParallelism()),
    projects: [
      {
        test: {
          ...limits,
          name: 'pure',
          include: pureTests,
          isolate: false,
          setupFiles: 'test/setup/pure.ts',
        },
      },
      {
        test: {
          ...limits,
          name: 'world',
          include: worldTests,
          globalSetup: 'test/setup/build.ts',
          setupFiles: 'test/setup/loopback.ts',
        },
      },
    ],
  },
});
