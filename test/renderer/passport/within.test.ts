import { expect, test } from 'vitest';
import { within } from '../../../renderer/passport/within.ts';

const never = new Promise<string>(() => undefined);

test('the work, when it is done in time', async () => {
  expect(await within(10_000, new AbortController().signal, Promise.resolve('done'))).toBe('done');
});

test('nothing, when it fails, when the time is up, and when it is called off before or meanwhile', async () => {
  const signal = new AbortController().signal;
  expect(await within(10_000, signal, Promise.reject(new Error('no')))).toBeUndefined();
  expect(await within(1, signal, never)).toBeUndefined();
  const off = new AbortController();
  const waiting = within(10_000, off.signal, never);
  off.abort();
  expect(await waiting).toBeUndefined();
  expect(await within(10_000, off.signal, Promise.resolve('late'))).toBeUndefined();
});
