import { gzipSync } from 'node:zlib';
import type { Request } from '@playwright/test';
import { openChromium } from './browser.ts';
import { startBuiltDesk } from './desk-process.ts';
import type { Figure } from './figure.ts';
import { notePaintOfHeading, paintOfHeading } from './paint-of-heading.ts';

interface Load {
  /** Milliseconds of the epoch. */
  readonly askedAt: number;
  readonly bytes: Promise<number>;
}

/**
 * Script and style asked for until the sign-in screen is painted, each file compressed with gzip as a server would send it;
 * and all of them, with the screens fetched ahead afterwards.
 */
export async function benchFirstLoad(deskFolder: string): Promise<Figure[]> {
  const desk = await startBuiltDesk(deskFolder);
  const browser = await openChromium();
  const page = await browser.newPage();
  await notePaintOfHeading(page);
  const loads: Load[] = [];
  page.on('requestfinished', (request) => {
    if (['script', 'stylesheet'].includes(request.resourceType())) loads.push({ askedAt: request.timing().startTime, bytes: compressed(request) });
  });
  await page.goto(desk.address, { waitUntil: 'networkidle' });
  const painted = await paintOfHeading(page);
  const needed = await sum(loads.filter(({ askedAt }) => askedAt <= painted));
  const all = await sum(loads);
  await browser.close();
  await desk.stop();
  return [
    { name: 'first-load', value: needed / 1000, unit: 'kB' },
    { name: 'all-screens-load', value: all / 1000, unit: 'kB' },
  ];
}

async function compressed(request: Request): Promise<number> {
  const body = await (await request.response())?.body();
  return body ? gzipSync(body, { level: 9 }).length : 0;
}

const sum = async (loads: readonly Load[]): Promise<number> => (await Promise.all(loads.map(({ bytes }) => bytes))).reduce((total, size) => total + size, 0);
