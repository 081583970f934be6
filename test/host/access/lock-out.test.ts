import { expect, test } from 'vitest';
import { countWrongTry, forgetWrongTries, secondsLockedOut } from '../../../electron/host/access/lock-out.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';

function lockedOut(tries: number) {
  const folder = temporaryFolder();
  const time = new FakeTime();
  for (let count = 0; count < tries; count += 1) countWrongTry(folder, 'elena', time.clock);
  return { folder, time, seconds: () => secondsLockedOut(folder, 'elena', time.clock) };
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
  const left = [1, 2, 3, 4, 5, 6].map(() => countWrongTry(folder, 'elena', new FakeTime().clock));
  expect(left).toEqual([4, 3, 2, 1, 0, 0]);
});

test('the wait runs down and ends', () => {
  const { time, seconds } = lockedOut(5);
  time.set({ seconds: 29 });
  expect(seconds()).toBe(1);
  time.set({ seconds: 1 });
  expect(seconds()).toBe(0);
});

test('a clock set back neither opens early nor locks for ever', () => {
  const { time, seconds } = lockedOut(9);
  time.set({ minutes: 14 });
  time.set({ hours: -48 });
  expect(seconds()).toBe(900);
  time.set({ minutes: 15 });
  expect(seconds()).toBe(0);
});

test('one account does not lock another, and a right try clears the count', () => {
  const { folder, time, seconds } = lockedOut(5);
  expect(secondsLockedOut(folder, 'marco', time.clock)).toBe(0);
  forgetWrongTries(folder, 'elena');
  expect(seconds()).toBe(0);
});
