import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { whyNoShapedNetwork } from '../../network/shaped-network.ts';
import { buildHarness } from './build-harness.ts';
import { recoveryOf, settledOf, slowest } from './recovery.ts';
import { openShapedSides } from './shaped-sides.ts';
import type { ShapedSides } from './shaped-sides.ts';
import { bothFlow, closeTwoSides, codeOf, generationOf, logOf, startCall } from './two-sides.ts';
import type { TwoSides } from './two-sides.ts';

// The desk's line is cut in a network of its own: nothing is told to anybody, bytes just stop.
const reason = whyNoShapedNetwork();
let folder: string | undefined;
let shaped: ShapedSides | undefined;
let sides: TwoSides;

test.skip(reason !== undefined, reason);
test.beforeAll(async () => {
  if (reason !== undefined) return;
  folder = await buildHarness();
  shaped = await openShapedSides(folder);
});
test.afterAll(async () => {
  await shaped?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true });
});
test.beforeEach(async () => {
  sides = await made().openSides();
  await startCall(sides);
});
test.afterEach(() => closeTwoSides(sides));

function made(): ShapedSides {
  if (!shaped) throw new Error('the network is not there');
  return shaped;
}

/** A limit for what hangs; how fast it is, the bench says. */
const longest = 15_000;

/** The line is gone for so many milliseconds; returns how long picture and sound took to come back at both sides. */
async function breakFor(milliseconds: number): Promise<number> {
  await made().network.cut();
  await pause(milliseconds);
  return slowest(await recoveryOf(sides, await made().network.mend()));
}

for (const seconds of [3, 10, 25])
  test(`a line that is gone for ${seconds} seconds comes back into the same leg`, async () => {
    expect(await breakFor(seconds * 1_000)).toBeLessThan(longest);
    expect((await logOf(sides.desk)).filter((line) => line.startsWith('open'))).toEqual(['open video']);
    expect((await logOf(sides.official)).filter((line) => line.startsWith('open'))).toEqual(['open video']);
    expect(await generationOf(sides.desk)).toBe(await generationOf(sides.official));
  });

test('a short break takes no picture away: the ladder learns nothing from it', async () => {
  expect(await breakFor(3_000)).toBeLessThan(longest);
  await bothFlow(sides, Date.now() + 10_000);
  for (const page of [sides.desk, sides.official]) expect(await page.evaluate(() => window.harness.ladder?.state.rung)).toBe(0);
});

test('a line that is gone for more than a minute comes back into a new leg', async () => {
  const code = await codeOf(sides.desk);
  expect(await breakFor(65_000)).toBeLessThan(longest);
  await expect.poll(() => logOf(sides.desk)).toEqual(['connecting', 'open video', 'live', 'bridging', 'apart', 'close network-lost', 'connecting', 'open video', 'live']);
  await expect.poll(() => logOf(sides.official)).toEqual(['connecting', 'open video', 'live', 'bridging', 'apart', 'close network-lost', 'connecting', 'open video', 'live']);
  expect([await codeOf(sides.desk), await codeOf(sides.official)]).toEqual([code, code]);
});

test('the desk changes from one line to another, both up', async () => {
  await made().network.addSpare();
  expect(await settledOf(sides, made().network.switchTo('spare'))).toBeLessThan(longest);
  expect((await logOf(sides.desk)).filter((line) => line.startsWith('open'))).toEqual(['open video']);
});
