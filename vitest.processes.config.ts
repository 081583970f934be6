import { defineConfig } from 'vitest/config';

/** What starts whole programs: they need the build, and one another out of the way. */
export default defineConfig({
  test: { include: ['test/processes/**/*.test.ts'], globalSetup: './test/processes/build-all.ts', fileParallelism: false, testTimeout: 240_000, silent: 'passed-only' },
});
