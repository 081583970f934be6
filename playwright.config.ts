import { defineConfig } from '@playwright/test';
import { findBrowser } from './scripts/find-browser.ts';

const calls = ['call/**/*.spec.ts', 'papers/**/*.spec.ts', 'passport.spec.ts', 'third-person.spec.ts', 'virtual-counter.spec.ts'].map((name) => `**/test/e2e/${name}`);

const executablePath = findBrowser();

/** End-to-end tests: the built pages, a real desk on a real folder, an installed Chromium. */
export default defineConfig({
  testDir: 'test/e2e',
  // The root's, which maps nothing: Playwright would take better-sqlite3's path to its types for the code itself.
  tsconfig: './tsconfig.json',
  globalSetup: './test/e2e/build-pages.ts',
  outputDir: 'test-results',
  workers: 2,
  fullyParallel: false,
  // Calls keep time with their own clocks and drive two browsers and more: they come last, one at a time.
  projects: [
    { name: 'desk', testIgnore: calls },
    { name: 'calls', testMatch: calls, workers: 1 },
  ],
  // A loaded machine with two cores is slow, not wrong.
  timeout: 300_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    viewport: { width: 1280, height: 720 },
    locale: 'it-IT',
    timezoneId: 'Europe/Rome',
    reducedMotion: 'reduce',
    launchOptions: {
      ...(executablePath !== undefined && { executablePath }),
      args: ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
    },
  },
});
