import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { HubLine } from '../../../shared/hub/hub-line.ts';
import type { DeskHubView, OfficialHubView } from '../../../shared/hub/hub-views.ts';
import type { Party, Signal } from '../../../shared/hub/signal.ts';
import { buildHarness } from './build-harness.ts';
import { callOf, meet, RealHub } from './real-hub.ts';
import { SignalRelay } from './signal-relay.ts';
import { bothFlow, closeTwoSides, codeOf, openTwoBrowsers, openTwoSides, stateOf } from './two-sides.ts';
import type { TwoSides } from './two-sides.ts';

// The same call over the real hub: its gate, its rates, its presence; killed without a goodbye and started again.
let folder: string;
let browsers: readonly [Browser, Browser];
let pages: SignalRelay;
let hub: RealHub;
let sides: TwoSides;

test.beforeAll(async () => {
  folder = await buildHarness();
  browsers = await openTwoBrowsers();
  pages = new SignalRelay(folder);
  await pages.open();
});
test.afterAll(async () => {
  await Promise.all(browsers.map((browser) => browser.close()));
  await pages.kill();
  rmSync(folder, { recursive: true });
});
test.beforeEach(async () => {
  hub = new RealHub();
  sides = await openTwoSides(browsers, pages.url);
});
test.afterEach(async () => {
  await closeTwoSides(sides);
  await hub.close();
});

type Line = HubLine<DeskHubView> | HubLine<OfficialHubView>;

/** Joins a page to a side's line: signals out and in, and whether hub and other party are there. Returns what the hub refused. */
async function plug(page: Page, line: Line, peer: Party): Promise<string[]> {
  const refused: string[] = [];
  await page.exposeFunction('sendSignal', async (signal: Signal) => {
    const answer = await line.call('sendSignal', signal);
    if (!answer.ok) refused.push(answer.code);
  });
  await page.evaluate(() => window.harness.joinThroughTest());
  line.onSignal((signal) => void page.evaluate((one) => window.harness.hear(one), signal).catch(() => undefined));
  const reachable = () => line.connection().at === 'open' && callOf(line.view())?.parties.some(({ party, connected }) => party === peer && connected) === true;
  line.subscribe(() => void page.evaluate((is) => window.harness.setReachable(is), reachable()).catch(() => undefined));
  line.setInCall(true);
  return refused;
}

async function startOverHub(): Promise<{ readonly desk: Line; readonly official: Line; readonly refused: readonly string[][] }> {
  const { desk, official } = await hub.open();
  const callId = await meet(desk, official);
  const refused = await Promise.all([plug(sides.desk, desk, 'official'), plug(sides.official, official, 'desk')]);
  const setting = { callId, iceServers: [], relayOnly: false };
  await Promise.all([
    sides.desk.evaluate((given) => window.harness.start(given), { ...setting, me: 'desk', peer: 'official', name: 'desk' } as const),
    sides.official.evaluate((given) => window.harness.start(given), { ...setting, me: 'official', peer: 'desk', name: 'official' } as const),
  ]);
  await bothFlow(sides, 0);
  return { desk, official, refused };
}

test('a call over the real hub: set up, restarted many times, refused nothing', async () => {
  const { desk, official, refused } = await startOverHub();
  expect(await codeOf(sides.desk)).toBe(await codeOf(sides.official));
  for (let round = 0; round < 10; round++) {
    await Promise.all([sides.desk, sides.official].map((page) => page.evaluate(() => window.harness.conductor?.link.restart())));
    await bothFlow(sides);
  }
  expect(refused).toEqual([[], []]);
  desk.close();
  official.close();
});

test('a hub killed in a call: media go on, and when it is back the same call is signalled again', async () => {
  const { desk, official } = await startOverHub();
  const callId = callOf(desk.view())?.callId;
  await hub.kill();
  await bothFlow(sides, Date.now() + 5_000);
  expect([await stateOf(sides.desk), await stateOf(sides.official)]).toEqual(['live', 'live']);
  await hub.start();
  await expect.poll(() => desk.connection().at === 'open' && callOf(desk.view())?.parties.every(({ connected }) => connected)).toBe(true);
  expect(callOf(official.view())?.callId).toBe(callId);
  // Paths found anew prove that offer and answer passed the hub that was started again.
  const before = await ufrag(sides.desk);
  await expect.poll(async () => {
    await sides.desk.evaluate(() => window.harness.conductor?.link.restart());
    return ufrag(sides.desk);
  }).not.toBe(before);
  await bothFlow(sides);
  desk.close();
  official.close();
});

/** Of the other side's paths: another one after each restart that was answered. */
const ufrag = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => /a=ice-ufrag:(\S+)/.exec(window.harness.conductor?.link.pc?.currentRemoteDescription?.sdp ?? '')?.[1]);
