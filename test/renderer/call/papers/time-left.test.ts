import { expect, test } from 'vitest';
import { secondsLeft } from '../../../../renderer/call/papers/time-left.ts';

test('what is left takes as long as what went, and nothing is said too early', () => {
  const first = { at: 10_000, bytes: 1_000 };
  expect(secondsLeft(first, { at: 12_000, bytes: 3_000 }, 10_000)).toBe(7);
  expect(secondsLeft(first, { at: 10_500, bytes: 3_000 }, 10_000)).toBeUndefined();
  expect(secondsLeft(first, { at: 60_000, bytes: 1_000 }, 10_000)).toBeUndefined();
});
