import { randomUUID } from 'node:crypto';
import { expect } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import type { Party } from '../../../shared/hub/signal.ts';
import { openCallBrowser, openCallPage } from './call-browser.ts';
import type { HarnessOptions } from './harness/main.ts';

export type IceServers = HarnessOptions['iceServers'];

/** Desk and official, each in a browser process of its own. */
export interface TwoSides {
  readonly desk: Page;
  readonly official: Page;
}

export interface CallSetting {
  readonly callId: string;
  readonly iceServers: IceServers;
  readonly relayOnly: boolean;
}

export const directCall = (): CallSetting => ({ callId: randomUUID(), iceServers: [], relayOnly: false });

export async function openTwoBrowsers(): Promise<readonly [Browser, Browser]> {
  return Promise.all([openCallBrowser(), openCallBrowser()]);
}

export async function openTwoSides([left, right]: readonly [Browser, Browser], url: string): Promise<TwoSides> {
  const [desk, official] = await Promise.all([openCallPage(left, url), openCallPage(right, url)]);
  return { desk, official };
}

export const closeTwoSides = async ({ desk, official }: TwoSides): Promise<void> => void (await Promise.all([desk.context().close(), official.context().close()]));

/** Joins the relay and starts a call. @param name under which the page joins, where it is not its party's */
export async function startSide(page: Page, me: Party, peer: Party, setting: CallSetting, name: string = me): Promise<void> {
  const options: HarnessOptions = { me, peer, name, ...setting };
  await page.evaluate((given) => window.harness.join(given), options);
  await page.evaluate((given) => window.harness.start(given), options);
}

/** Starts the call at both sides and waits for picture and sound at both. */
export async function startCall(sides: TwoSides, setting: CallSetting = directCall()): Promise<void> {
  await Promise.all([startSide(sides.desk, 'desk', 'official', setting), startSide(sides.official, 'official', 'desk', setting)]);
  await bothFlow(sides, 0);
  for (const page of [sides.desk, sides.official]) await expect.poll(() => stateOf(page)).toBe('live');
}

/** Waits until both sides have seen a picture and heard a packet after an instant of the computer's clock. */
export async function bothFlow({ desk, official }: TwoSides, after = Date.now()): Promise<void> {
  await Promise.all([flows(desk, after), flows(official, after)]);
}

export const flows = async (page: Page, after: number): Promise<unknown> =>
  page.waitForFunction((from) => Math.min(window.harness.seen.frames.at(-1) ?? 0, window.harness.seen.sound.at(-1) ?? 0) > from, after, { timeout: 120_000, polling: 50 });

export const stateOf = (page: Page): Promise<string | undefined> => page.evaluate(() => window.harness.snapshot()?.state.at);
export const logOf = (page: Page): Promise<string[]> => page.evaluate(() => window.harness.log.map(({ what }) => what));
export const generationOf = (page: Page): Promise<number | undefined> => page.evaluate(() => window.harness.conductor?.link.generation);

/** The code shown, once there is one. */
export async function codeOf(page: Page): Promise<string> {
  await expect.poll(() => page.evaluate(() => window.harness.snapshot()?.code)).toMatch(/^\d{6}$/);
  return (await page.evaluate(() => window.harness.snapshot()?.code)) ?? '';
}
