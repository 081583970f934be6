import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import type { Page } from '@playwright/test';
import { buildHarness } from '../e2e/call/build-harness.ts';
import { openShapedSides } from '../e2e/call/shaped-sides.ts';
import { closeTwoSides, startCall } from '../e2e/call/two-sides.ts';
import type { TwoSides } from '../e2e/call/two-sides.ts';
import { ruralDown, ruralUp, whyNoShapedNetwork } from '../network/shaped-network.ts';
import type { Direction } from '../network/shaped-network.ts';
import { percentile } from './figure.ts';
import type { Figure } from './figure.ts';
import { rounds } from './rounds.ts';

/** 100 kbit/s each way, the same delay and loss. */
const narrow: Direction = [100, 30, 2];
/** The ladder and the browser's estimate have found their place by then, in milliseconds. */
const settle = 20_000;
const aRound = 30_000;
/** Sound alone is watched for five minutes in the full bench; a quicker look is quicker here too. */
const narrowFor = Math.min(300_000, rounds * aRound);

/** What came to the official, counted from the beginning of the call. */
interface Came {
  readonly frames: number;
  readonly width: number;
  readonly height: number;
  readonly frozenMs: number;
  readonly freezes: number;
  readonly heard: number;
  readonly concealed: number;
}

/**
 * A call over a rural line as the official sees and hears it, half a minute a round; then over 100 kbit/s, whether the sound
 * stays up. Printed, as everything here, and not judged.
 */
export async function benchRural(): Promise<Figure[]> {
  const reason = whyNoShapedNetwork();
  if (reason !== undefined) {
    console.log(`rural is not measured: ${reason}`);
    return [];
  }
  const folder = await buildHarness();
  const figures = [...(await overLine(folder, ruralUp, ruralDown, ruralFigures)), ...(await overLine(folder, narrow, narrow, narrowFigures))];
  rmSync(folder, { recursive: true });
  return figures;
}

async function overLine(folder: string, up: Direction, down: Direction, measure: (sides: TwoSides) => Promise<Figure[]>): Promise<Figure[]> {
  const shaped = await openShapedSides(folder, up, down);
  const sides = await shaped.openSides();
  await startCall(sides);
  await pause(settle);
  const figures = await measure(sides);
  await closeTwoSides(sides);
  await shaped.close();
  return figures;
}

async function ruralFigures({ official }: TwoSides): Promise<Figure[]> {
  const between: Came[] = [];
  for (let round = 0; round < rounds; round++) between.push(await cameWithin(official, aRound));
  console.log(between.map(({ frames, width, height }) => `${Math.round((frames * 1_000) / aRound)}@${width}x${height}`).join(' '));
  const of = (count: (came: Came) => number) => between.map(count);
  const perSecond = of(({ frames }) => (frames * 1_000) / aRound);
  return [
    { name: 'rural-frames', value: percentile(perSecond, 0.5), unit: 'per-second' },
    { name: 'rural-frames-p05', value: percentile(perSecond, 0.05), unit: 'per-second' },
    { name: 'rural-width', value: percentile(of(({ width }) => width), 0.5), unit: 'pixels' },
    { name: 'rural-concealed', value: percentile(of(concealedShare), 0.5), unit: 'percent' },
    { name: 'rural-concealed-p95', value: percentile(of(concealedShare), 0.95), unit: 'percent' },
    { name: 'rural-freezes', value: of(({ freezes }) => freezes).reduce((sum, count) => sum + count, 0), unit: 'count' },
    { name: 'rural-frozen-p95', value: percentile(of(({ frozenMs }) => frozenMs), 0.95), unit: 'ms' },
  ];
}

async function narrowFigures({ official }: TwoSides): Promise<Figure[]> {
  const from = Date.now();
  const came = await cameWithin(official, narrowFor);
  // Looked at every 50 ms, so a gap is known to a twentieth of a second.
  const times = await official.evaluate((begun) => window.harness.seen.sound.filter((at) => at >= begun), from);
  const gaps = times.map((at, index) => at - (times[index - 1] ?? from));
  return [
    { name: 'rural-100k-watched', value: narrowFor, unit: 'ms' },
    { name: 'rural-100k-longest-silence', value: Math.max(from + narrowFor - (times.at(-1) ?? from), ...gaps), unit: 'ms' },
    { name: 'rural-100k-concealed', value: concealedShare(came), unit: 'percent' },
    { name: 'rural-100k-frames', value: (came.frames * 1_000) / narrowFor, unit: 'per-second' },
  ];
}

const concealedShare = ({ concealed, heard }: Came): number => (heard === 0 ? 100 : (100 * concealed) / heard);

async function cameWithin(page: Page, milliseconds: number): Promise<Came> {
  const before = await cameTo(page);
  await pause(milliseconds);
  const after = await cameTo(page);
  const since = (count: keyof Came) => after[count] - before[count];
  return { frames: since('frames'), width: after.width, height: after.height, frozenMs: since('frozenMs'), freezes: since('freezes'), heard: since('heard'), concealed: since('concealed') };
}

/** Names as in the W3C's list of statistics. */
function cameTo(page: Page): Promise<Came> {
  return page.evaluate(async () => {
    const report = await window.harness.conductor?.link.pc?.getStats();
    const lines = [...(report?.values() ?? [])] as Record<string, unknown>[];
    const of = (kind: string, name: string) => Number(lines.filter((line) => line['type'] === 'inbound-rtp' && line['kind'] === kind).reduce((sum, line) => sum + Number(line[name] ?? 0), 0));
    return {
      frames: of('video', 'framesDecoded'),
      width: of('video', 'frameWidth'),
      height: of('video', 'frameHeight'),
      frozenMs: of('video', 'totalFreezesDuration') * 1_000,
      freezes: of('video', 'freezeCount'),
      heard: of('audio', 'totalSamplesReceived'),
      // Sound made up while nothing was said is nobody's loss.
      concealed: of('audio', 'concealedSamples') - of('audio', 'silentConcealedSamples'),
    };
  });
}
