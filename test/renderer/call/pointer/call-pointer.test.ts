import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { CallPointer, pointerTiming } from '../../../../renderer/call/pointer/call-pointer.ts';
import { FakeCall } from '../fake-call.ts';

beforeEach(() => vi.useFakeTimers({ now: 1_000_000 }));
afterEach(() => vi.useRealTimers());

function bothSides() {
  const call = new FakeCall();
  const sides = { call, desk: new CallPointer(call.desk.conductor.link), official: new CallPointer(call.official.conductor.link) };
  call.connect();
  return sides;
}

const after = (milliseconds: number): Promise<unknown> => vi.advanceTimersByTimeAsync(milliseconds);

test('where one side points the other sees, and no more once it stops', async () => {
  const { desk, official } = bothSides();
  official.point({ on: 'camera' });
  official.move({ x: 0.25, y: 0.5 });
  await after(pointerTiming.sendEvery);
  expect(desk.snapshot()).toEqual({ mine: null, theirs: { surface: { on: 'camera' }, at: { x: 0.25, y: 0.5 } } });
  official.point(null);
  expect(desk.snapshot().theirs).toBeNull();
});

test('a hand that leaves the surface points nowhere', async () => {
  const { desk, official } = bothSides();
  official.point({ on: 'screen' });
  official.move({ x: 0, y: 0 });
  await after(pointerTiming.sendEvery);
  official.move(null);
  await after(2 * pointerTiming.sendEvery);
  expect(desk.snapshot().theirs).toBeNull();
});

test('a hand that rests stays in sight, one that is gone without a word does not', async () => {
  const { call, desk, official } = bothSides();
  official.point({ on: 'screen' });
  official.move({ x: 0.5, y: 0.5 });
  await after(10 * pointerTiming.forgetAfter);
  expect(desk.snapshot().theirs).not.toBeNull();
  call.cut();
  await after(pointerTiming.forgetAfter);
  expect(desk.snapshot().theirs).toBeNull();
});

test('many moves are few messages, and the last one arrives', async () => {
  const { desk, official } = bothSides();
  let heard = 0;
  desk.subscribe(() => heard++);
  official.point({ on: 'screen' });
  heard = 0;
  for (let move = 0; move <= 100; move++) {
    official.move({ x: move / 100, y: 0 });
    await after(1);
  }
  await after(pointerTiming.sendEvery);
  expect(desk.snapshot().theirs?.at.x).toBe(1);
  expect(heard).toBeLessThan(10);
});

test('a page loaded anew is believed again, an old message that comes late is not', async () => {
  const { call, desk, official } = bothSides();
  official.point({ on: 'screen' });
  official.move({ x: 0.1, y: 0.1 });
  await after(1_000);
  official.close();
  await after(500);
  const again = new CallPointer(call.official.conductor.link);
  again.point({ on: 'screen' });
  again.move({ x: 0.9, y: 0.9 });
  await after(pointerTiming.sendEvery);
  expect(desk.snapshot().theirs?.at.x).toBe(0.9);
  const late = new MessageEvent('message', { data: JSON.stringify({ count: 5, surface: { on: 'screen' }, at: { x: 0, y: 0 } }) });
  call.desk.channels?.pointer.dispatchEvent(late);
  expect(desk.snapshot().theirs?.at.x).toBe(0.9);
});
