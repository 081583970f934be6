import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { buildHarness } from '../e2e/call/build-harness.ts';
import { recoveryOf, settledOf, slowest } from '../e2e/call/recovery.ts';
import { openShapedSides } from '../e2e/call/shaped-sides.ts';
import type { ShapedSides } from '../e2e/call/shaped-sides.ts';
import { bothFlow, closeTwoSides, logOf, startCall } from '../e2e/call/two-sides.ts';
import type { TwoSides } from '../e2e/call/two-sides.ts';
import { whyNoShapedNetwork } from '../network/shaped-network.ts';
import { percentile } from './figure.ts';
import type { Figure } from './figure.ts';
import { rounds } from './rounds.ts';

/**
 * One call whose line is cut again and again, for 3, 10, 25 and 60 seconds: from the network's return to picture and sound at
 * both sides. Then the desk changes from one line to another and back: from the change until both flow without a pause.
 */
export async function benchCallRecover(): Promise<Figure[]> {
  const reason = whyNoShapedNetwork();
  if (reason !== undefined) {
    console.log(`call-recover is not measured: ${reason}`);
    return [];
  }
  const folder = await buildHarness();
  const shaped = await openShapedSides(folder);
  const sides = await shaped.openSides();
  await startCall(sides);
  const figures: Figure[] = [];
  for (const seconds of [3, 10, 25, 60]) figures.push(...figuresOf(`call-recover-${seconds}s`, await times(() => breakFor(seconds * 1_000, shaped, sides))));
  await shaped.network.addSpare();
  let way: 'cable' | 'spare' = 'cable';
  figures.push(...figuresOf('call-recover-other-line', await times(() => settledOf(sides, shaped.network.switchTo((way = way === 'cable' ? 'spare' : 'cable'))))));
  figures.push({ name: 'call-recover-legs', value: (await logOf(sides.desk)).filter((line) => line.startsWith('open')).length, unit: 'count' });
  await closeTwoSides(sides);
  await shaped.close();
  rmSync(folder, { recursive: true });
  return figures;
}

async function times(measure: () => Promise<number>): Promise<number[]> {
  const measured: number[] = [];
  for (let round = 0; round < rounds; round++) measured.push(await measure());
  console.log(measured.join(' '));
  return measured;
}

async function breakFor(milliseconds: number, { network }: ShapedSides, sides: TwoSides): Promise<number> {
  // Steady before the next blow: a break that begins in the middle of a recovery measures the one before.
  await bothFlow(sides, Date.now() + 3_000);
  await network.cut();
  await pause(milliseconds);
  return slowest(await recoveryOf(sides, await network.mend()));
}

const figuresOf = (name: string, measured: readonly number[]): Figure[] => [
  { name, value: percentile(measured, 0.5), unit: 'ms' },
  { name: `${name}-p95`, value: percentile(measured, 0.95), unit: 'ms' },
];
