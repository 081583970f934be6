import { rmSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import type { Browser } from '@playwright/test';
import { startCoturn, whyNoCoturn } from '../../network/coturn.ts';
import { buildHarness } from './build-harness.ts';
import { SignalRelay } from './signal-relay.ts';
import { bothFlow, closeTwoSides, directCall, openTwoBrowsers, openTwoSides, startCall } from './two-sides.ts';

// A real coturn on loopback, with the time-limited keys the hub gives out.
const reason = whyNoCoturn();
let folder: string;
let browsers: readonly [Browser, Browser];

test.skip(reason !== undefined, reason);
test.beforeAll(async () => {
  if (reason !== undefined) return;
  folder = await buildHarness();
  browsers = await openTwoBrowsers();
});
test.afterAll(async () => {
  if (reason !== undefined) return;
  await Promise.all(browsers.map((browser) => browser.close()));
  rmSync(folder, { recursive: true });
});

for (const transport of ['udp', 'tcp'] as const)
  test(`a call through the relay alone, by ${transport}, and its restart`, async () => {
    const coturn = await startCoturn(transport);
    const signals = new SignalRelay(folder);
    await signals.open();
    const sides = await openTwoSides(browsers, signals.url);
    await startCall(sides, { ...directCall(), iceServers: coturn.iceServers, relayOnly: true });
    for (const page of [sides.desk, sides.official]) expect(await page.evaluate(() => window.harness.selectedPair())).toEqual({ local: 'relay', remote: 'relay' });
    const before = signals.passed.filter(({ body }) => body?.kind === 'description').length;
    await sides.official.evaluate(() => window.harness.conductor?.link.restart());
    await expect.poll(() => signals.passed.filter(({ body }) => body?.kind === 'description').length).toBe(before + 2);
    await bothFlow(sides);
    await closeTwoSides(sides);
    await signals.kill();
    coturn.close();
  });
