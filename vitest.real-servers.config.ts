import { defineConfig } from 'vitest/config';

// Needs nginx, nsd, dig and openssl on the machine: `.ci/run` installs them.
export default defineConfig({
  test: {
    include: ['test/real-servers/**/*.test.ts'],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
