import { rmSync } from 'node:fs';
import type { Page } from '@playwright/test';
import { buildHarness } from '../e2e/call/build-harness.ts';
import { openShapedSides } from '../e2e/call/shaped-sides.ts';
import { SignalRelay } from '../e2e/call/signal-relay.ts';
import { closeTwoSides, openTwoBrowsers, openTwoSides, startCall } from '../e2e/call/two-sides.ts';
import type { TwoSides } from '../e2e/call/two-sides.ts';
import { whyNoShapedNetwork } from '../network/shaped-network.ts';
import { percentile } from './figure.ts';
import type { Figure } from './figure.ts';
import { rounds } from './rounds.ts';

const large = 20 * 1024 * 1024;
/** On a slow line, of the size of a page scanned in grey: a quarter of a minute at what a call lets papers have. */
const onePage = 400_000;

/**
 * During a call: 20 MB from offer to receipt, hashes and checks included, and over a bare channel of the same connection, in
 * turns. Then on an uplink of 1 Mbit/s the longest time without a packet of sound at the official, while papers go up and, in
 * turns, while none does.
 */
export async function benchPaperTransfer(): Promise<Figure[]> {
  const folder = await buildHarness();
  const figures = await throughput(folder);
  const reason = whyNoShapedNetwork();
  if (reason === undefined) figures.push(...(await soundGaps(folder)));
  else console.log(`the sound beside papers is not measured: ${reason}`);
  rmSync(folder, { recursive: true });
  return figures;
}

async function throughput(folder: string): Promise<Figure[]> {
  const browsers = await openTwoBrowsers();
  const relay = new SignalRelay(folder);
  await relay.open();
  const sides = await openTwoSides(browsers, relay.url);
  await startPapers(sides);
  const times: Record<'ours' | 'bare', number[]> = { ours: [], bare: [] };
  for (let round = 0; round < rounds; round++) {
    times.bare.push(await sides.desk.evaluate((bytes) => window.harness.paperRuns?.sendBare(bytes) ?? Number.NaN, large));
    times.ours.push((await send(sides.desk, large)).ms);
  }
  await Promise.all(browsers.map((browser) => browser.close()));
  await relay.kill();
  // Of times, the other way round: twice the time is half the throughput.
  return ([0.5, 0.95] as const).map((share) => ({
    name: share === 0.5 ? 'paper-transfer' : 'paper-transfer-p95',
    value: percentile(times.ours, share),
    unit: 'ms',
    ratio: { value: percentile(times.bare, share) / percentile(times.ours, share), versus: 'bare data channel (throughput)' },
  }));
}

async function soundGaps(folder: string): Promise<Figure[]> {
  const shaped = await openShapedSides(folder, [1_000, 30, 0], [2_000, 30, 0]);
  const sides = await shaped.openSides();
  await startPapers(sides);
  const gaps: Record<'papers' | 'quiet', number[]> = { papers: [], quiet: [] };
  const took: number[] = [];
  for (let round = 0; round < rounds; round++) {
    const { ms, from, to } = await send(sides.desk, onePage);
    took.push(ms);
    gaps.papers.push(await longestGap(sides.official, from, to));
    gaps.quiet.push(await longestGap(sides.official, to, to + (to - from)));
  }
  await closeTwoSides(sides);
  await shaped.close();
  const figures = (['papers', 'quiet'] as const).flatMap((kind) => [
    { name: `paper-sound-gap-${kind}`, value: percentile(gaps[kind], 0.5), unit: 'ms' as const },
    { name: `paper-sound-gap-${kind}-p95`, value: percentile(gaps[kind], 0.95), unit: 'ms' as const },
  ]);
  return [...figures, { name: 'paper-slow-line-400kB', value: percentile(took, 0.5), unit: 'ms' }];
}

async function startPapers(sides: TwoSides): Promise<void> {
  await startCall(sides);
  await sides.official.evaluate(() => window.harness.startPapers('views'));
  await sides.desk.evaluate(() => window.harness.startPapers('shows'));
}

async function send(page: Page, bytes: number): Promise<{ ms: number; from: number; to: number }> {
  return page.evaluate((size) => window.harness.paperRuns?.send(size) ?? { ms: Number.NaN, from: 0, to: 0 }, bytes);
}

/** Longest time without a packet of sound between two instants; both may lie ahead. */
async function longestGap(page: Page, from: number, to: number): Promise<number> {
  await page.waitForFunction((until) => Date.now() > until, to + 500, { timeout: 300_000, polling: 250 });
  return page.evaluate(
    ([start, end]) => {
      const times = [start, ...window.harness.seen.sound.filter((at) => at > start && at < end), end];
      return Math.max(...times.map((at, index) => at - (times[index - 1] ?? at)));
    },
    [from, to] as const,
  );
}
