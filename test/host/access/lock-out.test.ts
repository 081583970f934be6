import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countWrongTry, forgetWrongTries, secondsLockedOut } from '../../../electron/host/access/lock-out.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';

function lockedOut(tries: number) {
  const folder = temporaryFolder();
  const time = new FakeTime();
  for (let count = 0; count < tries; count += 1) countWrongTry(folder, 'elena', time.uptime);
  return { folder, time, seconds: () => secondsLockedOut(folder, 'elena', time.uptime) };
}

test.each([
  [4, 0],
  [5, 30],
  [6, 60],
  [7, 120],
  [8, 300],
  [9, 900],
  [40, 900],
])('after %i wrong tries the wait is %i seconds', (tries, seconds) => {
  expect(lockedOut(tries).seconds()).toBe(seconds);
});

test('each try says how many are left', () => {
  const folder = temporaryFolder();
  const left = [1, 2, 3, 4, 5, 6].map(() => countWrongTry(folder, 'elena', new FakeTime().uptime));
  expect(left).toEqual([4, 3, 2, 1, 0, 0]);
});

test('the wait runs down and ends', () => {
  const { time, seconds } = lockedOut(5);
  time.pass({ seconds: 29 });
  expect(seconds()).toBe(1);
  time.pass({ seconds: 1 });
  expect(seconds()).toBe(0);
});

test.each([{ hours: 48 }, { hours: -48 }])('a clock set by %j changes nothing about the wait', (by) => {
  const { time, seconds } = lockedOut(9);
  time.set(by);
  expect(seconds()).toBe(900);
  time.pass({ minutes: 14 });
  time.set(by);
  expect(seconds()).toBe(60);
  time.pass({ minutes: 1 });
  expect(seconds()).toBe(0);
});

test('a computer that is restarted waits from its start: not for ever, and never less than it should', () => {
  const { time, seconds } = lockedOut(9);
  time.pass({ minutes: 5 });
  time.restart();
  expect(seconds()).toBe(900);
  time.pass({ minutes: 15 });
  expect(seconds()).toBe(0);
});

test('whatever is done to clock and computer, a wait never ends early, and looked at again it only gets shorter', () => {
  const step = fc.oneof(
    fc.record({ pass: fc.integer({ min: 0, max: 600 }) }),
    fc.record({ set: fc.integer({ min: -1e6, max: 1e6 }) }),
    fc.constant({ restart: true }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
      const { time, seconds } = lockedOut(9);
      let passed = 0;
      for (const one of steps) {
        if ('pass' in one) time.pass({ seconds: one.pass });
        if ('set' in one) time.set({ seconds: one.set });
        if ('restart' in one) time.restart();
        passed += 'pass' in one ? one.pass : 0;
        const left = seconds();
        expect(left).toBeGreaterThanOrEqual(900 - passed);
        time.pass({ seconds: 1 });
        passed += 1;
        expect(seconds()).toBe(Math.max(0, left - 1));
      }
    }),
    { numRuns: 60 },
  );
});

test('a file nobody can read counts as none', () => {
  const { folder, seconds } = lockedOut(9);
  writeFileSync(join(folder, 'lock-out.json'), '{"elena": {"wrong": 9, "lastAt": "2026-10-09T07:00:00Z"}}');
  expect(seconds()).toBe(0);
});

test('one account does not lock another, and a right try clears the count', () => {
  const { folder, time, seconds } = lockedOut(5);
  expect(secondsLockedOut(folder, 'marco', time.uptime)).toBe(0);
  forgetWrongTries(folder, 'elena');
  expect(seconds()).toBe(0);
});
