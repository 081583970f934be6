import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { whyNoChromium } from './chromium-for-tests.ts';
import { allSkipped, playwrightTally } from './playwright-tally.ts';
import { runCommand } from './run-command.ts';
import { addTallies, failedOnce, passedOnce, tallyLine, withExitCode } from './tally.ts';
import type { Tally } from './tally.ts';
import { tallyPathVariable } from './vitest-tally.ts';

// Everything that can be checked, one runner after the other, and one line at the end.
const reports = mkdtempSync(join(tmpdir(), 'sportello-test-'));
const total = addTallies([
  step('Types', () => once('tsc', ['-b'])),
  step('Lint and import walls', () => once('oxlint', ['--deny-warnings'])),
  step('Build', () => once(process.execPath, ['scripts/build.ts'])),
  step('Unit, contract, real SQLite', () => vitest('vitest.config.ts')),
  step('Processes', () => vitest('vitest.processes.config.ts')),
  step('End to end in a real browser', endToEnd),
]);
rmSync(reports, { recursive: true });
for (const { test, reason } of total.skips) console.log(`skipped: ${test}: ${reason}`);
console.log(tallyLine(total));
process.exitCode = total.failed === 0 ? 0 : 1;

function step(name: string, run: () => Tally): Tally {
  console.log(`\n── ${name}`);
  const tally = run();
  console.log(`   ${tallyLine(tally)}`);
  return tally;
}

function once(command: string, args: readonly string[]): Tally {
  return runCommand(command, args) === 0 ? passedOnce : failedOnce;
}

function vitest(config: string): Tally {
  const path = join(reports, `${config}.json`);
  const args = ['run', '--config', config, '--reporter=default', '--reporter=./scripts/vitest-tally.ts'];
  const exitCode = runCommand('vitest', args, { [tallyPathVariable]: path });
  const report = readJson(path);
  return report === undefined ? failedOnce : withExitCode(report as Tally, exitCode);
}

function endToEnd(): Tally {
  const path = join(reports, 'playwright.json');
  const reason = whyNoChromium();
  const args = reason === undefined ? ['--reporter=line,json'] : ['--list', '--reporter=json'];
  const exitCode = runCommand('playwright', ['test', ...args], { PLAYWRIGHT_JSON_OUTPUT_FILE: path });
  const report = readJson(path);
  if (report === undefined) return failedOnce;
  return reason === undefined ? withExitCode(playwrightTally(report), exitCode) : allSkipped(report, reason);
}

function readJson(path: string): unknown {
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : undefined;
}
