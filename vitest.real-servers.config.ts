import { defineConfig } from 'vitest/config';

// Needs root (for network namespaces), and nginx, openssl, nsd, bind9 with its tools, knot, unbound, restic, chromium,
// iproute2 and util-linux on the machine: `.ci/run` installs them.
export default defineConfig({
  test: {
    include: ['test/real-servers/**/*.test.ts'],
    globalSetup: 'test/setup/build.ts',
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
