import { defineConfig } from 'vitest/config';

/** Real processes and disks on a slow, shared machine need more than the usual five seconds. */
const testTimeout = 30_000;

export default defineConfig({ test: { include: ['test/**/*.test.ts'], exclude: ['test/e2e/**', 'test/bench/**', 'test/processes/**'], testTimeout, silent: 'passed-only' } });
