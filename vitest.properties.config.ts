import { availableParallelism } from 'node:os';
import { defineConfig } from 'vitest/config';
import { propertyTests } from './test/setup/suites.ts';

// The same tests as in `npm test`, in their full length: tens of thousands of examples.
export default defineConfig({
  test: {
    include: propertyTests,
    env: { PROPERTY_RUNS: 'full' },
    globalSetup: 'test/setup/build.ts',
    setupFiles: 'test/setup/loopback.ts',
    maxWorkers: Math.max(2, availableParallelism()),
    testTimeout: 1_800_000,
    hookTimeout: 30_000,
  },
});
