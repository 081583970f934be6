import type { Browser } from '@playwright/test';
import { openChromium } from './browser.ts';
import { notePaintOfHeading, paintOfHeading } from './paint-of-heading.ts';
import { startBuiltDesk } from './desk-process.ts';
import { percentile } from './figure.ts';
import type { Figure } from './figure.ts';

const STARTS = 9;

/** Process start to `desk:` line with 50,000 sessions on disk, and from there to the first paint of the sign-in. */
export async function benchColdStart(deskFolder: string): Promise<Figure[]> {
  const browser = await openChromium();
  const starts: number[] = [];
  const paints: number[] = [];
  for (let turn = 0; turn < STARTS; turn += 1) {
    const desk = await startBuiltDesk(deskFolder);
    starts.push(desk.startedIn);
    paints.push(await firstPaint(browser, desk.address));
    await desk.stop();
  }
  await browser.close();
  return [
    { name: 'cold-start-50k-median', value: percentile(starts, 0.5), unit: 'ms' },
    { name: 'cold-start-50k-max', value: Math.max(...starts), unit: 'ms' },
    { name: 'sign-in-first-paint-median', value: percentile(paints, 0.5), unit: 'ms' },
    { name: 'sign-in-first-paint-max', value: Math.max(...paints), unit: 'ms' },
  ];
}

/** From asking for the page, in a browser without a cache of it, until the sign-in heading is painted. */
async function firstPaint(browser: Browser, address: string): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await notePaintOfHeading(page);
  const asked = performance.timeOrigin + performance.now();
  await page.goto(address, { waitUntil: 'commit' });
  const painted = await paintOfHeading(page);
  await context.close();
  return painted - asked;
}
