import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import type { Signal } from '../../../shared/hub/signal.ts';
import { buildHarness } from './build-harness.ts';
import { SignalRelay } from './signal-relay.ts';
import { bothFlow, closeTwoSides, codeOf, directCall, generationOf, logOf, openTwoBrowsers, openTwoSides, startCall, startSide, stateOf } from './two-sides.ts';
import type { TwoSides } from './two-sides.ts';

// Two browser processes and signalling over real sockets; the faults are the relay's.
let folder: string;
let browsers: readonly [Browser, Browser];
let relay: SignalRelay;
let sides: TwoSides;

test.beforeAll(async () => {
  folder = await buildHarness();
  browsers = await openTwoBrowsers();
});
test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  rmSync(folder, { recursive: true });
});
test.beforeEach(async () => {
  relay = new SignalRelay(folder);
  await relay.open();
  sides = await openTwoSides(browsers, relay.url);
});
test.afterEach(async () => {
  await closeTwoSides(sides);
  await relay.kill();
});

const descriptions = (): Signal[] => relay.passed.filter(({ body }) => body?.kind === 'description');

test('picture and sound both ways, one leg, redundant sound, the same code at both sides', async () => {
  await startCall(sides);
  expect(await stateOf(sides.desk)).toBe('live');
  await expect.poll(() => logOf(sides.official)).toEqual(['connecting', 'open video', 'live']);
  for (const page of [sides.desk, sides.official]) expect(await page.evaluate(() => window.harness.soundCodec())).toBe('red/48000/2');
  expect(await codeOf(sides.desk)).toBe(await codeOf(sides.official));
  expect(descriptions()).toHaveLength(2);
});

test('an offer that was lost is sent again', async () => {
  let lost = 0;
  relay.fate = (signal) => (signal.body?.kind === 'description' && lost++ === 0 ? [] : [signal]);
  await startCall(sides);
  expect(lost).toBeGreaterThan(1);
  expect(await generationOf(sides.desk)).toBe(0);
});

test('an answer that was lost is sent again', async () => {
  let lost = 0;
  relay.fate = (signal) => (signal.body?.kind === 'description' && signal.body.type === 'answer' && lost++ === 0 ? [] : [signal]);
  await startCall(sides);
  expect(await generationOf(sides.desk)).toBe(0);
});

test('signals doubled and out of order do no harm', async () => {
  let kept: Signal | undefined;
  relay.fate = (signal) => {
    const before = kept;
    kept = before ? undefined : signal;
    return before ? [signal, before, signal] : [];
  };
  await startCall(sides);
  expect(await generationOf(sides.desk)).toBe(0);
});

test('both sides restart at once, again and again: one connection, never interrupted', async () => {
  await startCall(sides);
  for (let round = 0; round < 5; round++) {
    await Promise.all([sides.desk, sides.official].map((page) => page.evaluate(() => window.harness.conductor?.link.restart())));
    await bothFlow(sides);
  }
  expect([await generationOf(sides.desk), await generationOf(sides.official)]).toEqual([0, 0]);
  expect(await logOf(sides.desk)).toEqual(['connecting', 'open video', 'live']);
});

test('a restart whose offer is lost leaves the next one a way', async () => {
  await startCall(sides);
  let losing = true;
  relay.fate = (signal) => (losing && signal.body?.kind === 'description' ? [] : [signal]);
  const before = descriptions().length;
  await sides.desk.evaluate(() => window.harness.conductor?.link.restart());
  await expect.poll(() => sides.desk.evaluate(() => window.harness.conductor?.link.pc?.signalingState)).toBe('have-local-offer');
  losing = false;
  await expect.poll(() => descriptions().length).toBeGreaterThan(before + 1);
  await expect.poll(() => sides.desk.evaluate(() => window.harness.conductor?.link.pc?.signalingState)).toBe('stable');
  await bothFlow(sides);
});

test('a connection built anew keeps tracks and code, inside the same leg', async () => {
  await startCall(sides);
  const code = await codeOf(sides.desk);
  await Promise.all([sides.desk, sides.official].map((page) => page.evaluate(() => window.harness.conductor?.link.build())));
  await expect.poll(() => generationOf(sides.official)).toBeGreaterThan(0);
  await bothFlow(sides);
  expect(await generationOf(sides.official)).toBe(await generationOf(sides.desk));
  expect([await codeOf(sides.desk), await codeOf(sides.official)]).toEqual([code, code]);
  expect((await logOf(sides.desk)).filter((line) => line.startsWith('open'))).toEqual(['open video']);
});

test('media go on while the hub is gone, and signals find their way when it is back', async () => {
  await startCall(sides);
  await relay.kill();
  await expect.poll(() => sides.desk.evaluate(() => window.harness.conductor?.link.restart())).toBeUndefined();
  await bothFlow(sides, Date.now() + 3_000);
  expect(await stateOf(sides.desk)).toBe('live');
  await relay.open();
  const before = descriptions().length;
  await expect.poll(async () => {
    await sides.official.evaluate(() => window.harness.conductor?.link.restart());
    return descriptions().length;
  }).toBeGreaterThan(before);
  await bothFlow(sides);
});

test('a page loaded anew finds its way back into the call', async () => {
  await startCall(sides);
  const setting = { ...directCall(), callId: relay.passed[0]?.callId ?? '' };
  for (const [page, me, peer] of [[sides.official, 'official', 'desk'], [sides.desk, 'desk', 'official']] as const) {
    await page.reload();
    await page.evaluate(() => window.harness.ready());
    await startSide(page, me, peer, setting);
    await bothFlow(sides);
    expect(await codeOf(sides.desk)).toBe(await codeOf(sides.official));
  }
});

test('hanging up ends the call at both sides with its reason, without an error', async () => {
  await startCall(sides);
  await sides.desk.evaluate(() => window.harness.conductor?.hangUp());
  await expect.poll(() => stateOf(sides.official)).toBe('over');
  expect(await logOf(sides.official)).toEqual(['connecting', 'open video', 'live', 'over', 'close remote-hung-up']);
  expect(await logOf(sides.desk)).toEqual(['connecting', 'open video', 'live', 'over', 'close hung-up']);
});

test('without picture: another leg at both sides, the same connection, and the picture comes back', async () => {
  await startCall(sides);
  await sides.desk.evaluate(() => window.harness.conductor?.changeMedium('audio'));
  await expect.poll(() => logOf(sides.official)).toEqual(['connecting', 'open video', 'live', 'close medium-changed', 'open audio']);
  await expect.poll(() => sides.official.evaluate(() => window.harness.snapshot()?.theirs)).toEqual({ microphone: true, camera: false, screen: false });
  await sides.official.evaluate(() => window.harness.conductor?.changeMedium('video'));
  await bothFlow(sides);
  expect(await generationOf(sides.desk)).toBe(0);
});

test('what the ladder says is what is sent: bits and frames, sound alone, and the picture again', async () => {
  await startCall(sides);
  const sent = (name: 'microphone' | 'camera') => sides.desk.evaluate((line) => window.harness.encoding(line), name);
  await expect.poll(() => sent('camera')).toMatchObject({ active: true, maxBitrate: 500_000, maxFramerate: 30 });
  await expect.poll(() => sent('microphone')).toMatchObject({ maxBitrate: 24_000, priority: 'high' });
  await sides.desk.evaluate(() => window.harness.ladder?.setSoundOnly(true));
  await expect.poll(() => sent('camera')).toMatchObject({ active: false });
  await sides.desk.evaluate(() => window.harness.ladder?.setSoundOnly(false));
  await expect.poll(() => sent('camera')).toMatchObject({ active: true });
  await bothFlow(sides);
  await expect.poll(() => sides.official.evaluate(() => window.harness.line?.verdict.level)).toBe('good');
  expect(await stateOf(sides.desk)).toBe('live');
});

test('whoever sits between the two has other codes at each side', async () => {
  const middle = await openTwoSides(browsers, relay.url);
  // Each signal goes to the one in the middle, who speaks to either in the other's name.
  relay.route = (signal, sender) => (sender.startsWith('middle') ? signal.to : `middle-${signal.to}`);
  const setting = directCall();
  await Promise.all([
    startSide(middle.official, 'official', 'desk', setting, 'middle-official'),
    startSide(middle.desk, 'desk', 'official', setting, 'middle-desk'),
    startCall(sides, setting),
  ]);
  expect(await codeOf(sides.desk)).toBe(await codeOf(middle.official));
  expect(await codeOf(sides.official)).toBe(await codeOf(middle.desk));
  expect(await codeOf(sides.desk)).not.toBe(await codeOf(sides.official));
  await closeTwoSides(middle);
});
