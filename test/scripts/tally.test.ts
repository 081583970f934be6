import { describe, expect, test } from 'vitest';
import { allSkipped, playwrightTally } from '../../scripts/playwright-tally.ts';
import { addTallies, failedOnce, passedOnce, tallyLine, withExitCode } from '../../scripts/tally.ts';

const spec = (title: string, status: string, annotations: object[] = []) => ({ title, file: 'a.spec.ts', tests: [{ status, annotations }] });

const report = {
  errors: [],
  suites: [
    {
      title: 'a.spec.ts',
      specs: [spec('one', 'expected'), spec('two', 'skipped', [{ type: 'skip', description: 'no printer here' }])],
      suites: [{ title: 'inner', specs: [spec('three', 'unexpected'), spec('four', 'flaky'), spec('five', 'skipped')] }],
    },
  ],
};

describe('a Playwright report', () => {
  test('is counted through all its suites; once failed is failed; a skip says why', () => {
    expect(playwrightTally(report)).toEqual({
      passed: 1,
      failed: 2,
      skips: [
        { test: 'a.spec.ts > two', reason: 'no printer here' },
        { test: 'a.spec.ts > five', reason: 'no reason given' },
      ],
    });
  });

  test('with an error outside any test has failed', () => {
    expect(playwrightTally({ suites: [], errors: [{ message: 'set-up broke' }] })).toMatchObject({ passed: 0, failed: 1 });
  });

  test('of a run that could not be is all skips with one reason', () => {
    const tally = allSkipped(report, 'no browser');
    expect([tally.passed, tally.failed, tally.skips.length]).toEqual([0, 0, 5]);
    expect(new Set(tally.skips.map(({ reason }) => reason))).toEqual(new Set(['no browser']));
  });
});

test('the last line sums all runners', () => {
  const tallies = [passedOnce, failedOnce, { passed: 40, failed: 2, skips: [{ test: 'x', reason: 'y' }] }];
  expect(tallyLine(addTallies(tallies))).toBe('41 passed, 3 failed, 1 skipped');
});

test('a runner that ends badly without a failed test counts as one failure', () => {
  expect(withExitCode(passedOnce, 1)).toMatchObject({ passed: 1, failed: 1 });
  expect(withExitCode(failedOnce, 1)).toMatchObject({ failed: 1 });
  expect(withExitCode(passedOnce, 0)).toEqual(passedOnce);
});
