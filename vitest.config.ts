import { defineConfig } from 'vitest/config';

/** Real processes and disks on a shared machine that is ten times slower today: a limit is for what hangs, not for what is slow. */
const testTimeout = 180_000;

export default defineConfig({
  test: {
    include: ['test/**/*.test.ts'],
    exclude: ['test/e2e/**', 'test/bench/**', 'test/processes/**'],
    // Unless said otherwise one worker less than there are cores, which is one on two; and much of this waits for child processes.
    maxWorkers: '100%',
    testTimeout,
    silent: 'passed-only',
  },
});
