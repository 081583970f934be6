import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { StallWatch } from '../../../renderer/call/stall-watch.ts';
import { callTiming } from '../../../shared/call/call-timing.ts';

let told: string[];
let bytes: number | undefined;
let watch: StallWatch;

beforeEach(() => {
  vi.useFakeTimers();
  told = [];
  bytes = undefined;
  watch = new StallWatch({ read: () => Promise.resolve(bytes), onCame: () => told.push(`came ${Date.now()}`), onStopped: () => told.push(`stopped ${Date.now()}`), now: Date.now });
  vi.setSystemTime(0);
  watch.watch();
});
afterEach(() => {
  watch.stop();
  vi.useRealTimers();
});

/** So many milliseconds with so many bytes a tenth of a second. */
async function flow(milliseconds: number, each: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    bytes = (bytes ?? 0) + each;
    await vi.advanceTimersByTimeAsync(100);
  }
}

const names = (): string[] => told.map((line) => line.split(' ')[0] ?? '');

test('nothing is told before the first byte, however long it takes', async () => {
  await vi.advanceTimersByTimeAsync(60_000);
  expect(told).toEqual([]);
});

test('bytes come once, and go on coming', async () => {
  await flow(10_000, 100);
  expect(names()).toEqual(['came']);
});

test('a silence is told within a look of its time', async () => {
  await flow(5_000, 100);
  told = [];
  const silentSince = Date.now();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(names()).toEqual(['stopped']);
  const after = Number(told[0]?.split(' ')[1]) - silentSince;
  expect(after).toBeGreaterThanOrEqual(callTiming.stallAfter - 250);
  expect(after).toBeLessThanOrEqual(callTiming.stallAfter + 500);
});

test('a silence shorter than that is none', async () => {
  await flow(5_000, 100);
  await vi.advanceTimersByTimeAsync(callTiming.stallAfter - 300);
  await flow(5_000, 100);
  expect(names()).toEqual(['came']);
});

test('bytes that flow again are told within a tenth of a second', async () => {
  await flow(1_000, 100);
  await vi.advanceTimersByTimeAsync(25_000);
  const since = Date.now();
  await flow(300, 100);
  expect(names()).toEqual(['came', 'stopped', 'came']);
  expect(Number(told[2]?.split(' ')[1]) - since).toBeLessThanOrEqual(200);
});

test('a connection built anew counts from nothing: its first bytes are bytes that flow', async () => {
  await flow(1_000, 100);
  await vi.advanceTimersByTimeAsync(5_000);
  bytes = undefined;
  watch.watch();
  await vi.advanceTimersByTimeAsync(1_000);
  bytes = 40;
  await vi.advanceTimersByTimeAsync(200);
  expect(names()).toEqual(['came', 'stopped', 'came']);
});

test('stopped, it tells nothing more; begun again, it tells the first byte', async () => {
  await flow(1_000, 100);
  watch.stop();
  await vi.advanceTimersByTimeAsync(10_000);
  expect(names()).toEqual(['came']);
  watch.watch();
  await flow(500, 100);
  expect(names()).toEqual(['came', 'came']);
});
