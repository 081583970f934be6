import { expect, test } from 'vitest';
import { killRun } from '../kill/kill-run.ts';
import { temporaryFolder } from './desk-in-a-folder.ts';

test('killed 25 times in the middle of work, a desk has lost no acknowledged step and damaged no file', { timeout: 600_000 }, async () => {
  const report = await killRun(temporaryFolder(), 25, 20261122);
  expect(report.damaged).toEqual([]);
  expect(report.lost).toEqual([]);
  expect(report.stepsCommitted).toBeGreaterThan(25);
});
