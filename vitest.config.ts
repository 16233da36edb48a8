import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    globalSetup: ['test/set-up.ts'],
    include: ['test/**/*.test.ts'],
    // Tests start real child processes; two cores are the smallest machine they have to pass on.
    maxWorkers: 2,
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
