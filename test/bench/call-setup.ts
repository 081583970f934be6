import { rmSync } from 'node:fs';
import { startCoturn, whyNoCoturn } from '../network/coturn.ts';
import { buildHarness } from '../e2e/call/build-harness.ts';
import { SignalRelay } from '../e2e/call/signal-relay.ts';
import { closeTwoSides, directCall, openTwoBrowsers, openTwoSides } from '../e2e/call/two-sides.ts';
import type { CallSetting, TwoSides } from '../e2e/call/two-sides.ts';
import { percentile } from './figure.ts';
import type { Figure } from './figure.ts';
import { rounds } from './rounds.ts';

type Kind = 'ours' | 'plain';
type Times = Record<Kind, number[]>;

/**
 * From the moment both sides begin, cameras open and signalling at hand, to the first picture at both; ours and the browser's
 * own connection in turns over the same relaying, directly and through a real coturn.
 */
export async function benchCallSetup(): Promise<Figure[]> {
  const folder = await buildHarness();
  const browsers = await openTwoBrowsers();
  const relay = new SignalRelay(folder);
  await relay.open();
  const open = () => openTwoSides(browsers, relay.url);
  const figures = figuresOf('call-setup', await inTurns(open, directCall));
  if (whyNoCoturn() === undefined) {
    const coturn = await startCoturn();
    figures.push(...figuresOf('call-setup-relay', await inTurns(open, () => ({ ...directCall(), iceServers: coturn.iceServers, relayOnly: true }))));
    coturn.close();
  }
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.kill();
  rmSync(folder, { recursive: true });
  return figures;
}

async function inTurns(open: () => Promise<TwoSides>, setting: () => CallSetting): Promise<Times> {
  const times: Times = { ours: [], plain: [] };
  for (let round = 0; round < rounds; round++) for (const kind of ['plain', 'ours'] as const) times[kind].push(await setUp(kind, await open(), setting()));
  return times;
}

async function setUp(kind: Kind, sides: TwoSides, setting: CallSetting): Promise<number> {
  const parties = [
    { page: sides.desk, options: { ...setting, me: 'desk', peer: 'official', name: 'desk' } },
    { page: sides.official, options: { ...setting, me: 'official', peer: 'desk', name: 'official' } },
  ] as const;
  await Promise.all(parties.map(({ page, options }) => page.evaluate((given) => window.harness.join(given), options)));
  await Promise.all(
    parties.map(({ page, options }) => (kind === 'ours' ? page.evaluate((given) => window.harness.start(given), options) : page.evaluate((given) => window.harness.startPlain(given), options))),
  );
  const seen = await Promise.all(
    parties.map(async ({ page }) => {
      await page.waitForFunction(() => window.harness.seen.frames.length > 0, undefined, { polling: 50 });
      return page.evaluate(() => ({ started: window.harness.startedAt, first: window.harness.seen.frames[0] ?? Number.NaN }));
    }),
  );
  await closeTwoSides(sides);
  return Math.max(...seen.map(({ first }) => first)) - Math.max(...seen.map(({ started }) => started));
}

const figuresOf = (name: string, { ours, plain }: Times): Figure[] =>
  ([0.5, 0.95] as const).map((share) => ({
    name: share === 0.5 ? name : `${name}-p95`,
    value: percentile(ours, share),
    unit: 'ms',
    ratio: { value: percentile(ours, share) / percentile(plain, share), versus: 'plain RTCPeerConnection' },
  }));
