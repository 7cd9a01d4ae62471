import { defineConfig } from 'vitest/config';

// Needs nginx, openssl, nsd, bind9 with its tools, knot, unbound, restic and chromium on the machine: `.ci/run` installs
// them.
export default defineConfig({
  test: {
    include: ['test/real-servers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
