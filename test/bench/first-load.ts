import { gzipSync } from 'node:zlib';
import { openChromium } from './browser.ts';
import { startBuiltDesk } from './desk-process.ts';
import type { Figure } from './figure.ts';

/** Script and style the sign-in screen asks for, each file compressed with gzip as a server would send it. */
export async function benchFirstLoad(deskFolder: string): Promise<Figure[]> {
  const desk = await startBuiltDesk(deskFolder);
  const browser = await openChromium();
  const page = await browser.newPage();
  const sizes: Promise<number>[] = [];
  page.on('response', (response) => {
    const kind = response.request().resourceType();
    if (kind === 'script' || kind === 'stylesheet') sizes.push(response.body().then((body) => gzipSync(body, { level: 9 }).length));
  });
  await page.goto(desk.address, { waitUntil: 'networkidle' });
  await page.getByRole('heading', { level: 1 }).waitFor();
  const bytes = (await Promise.all(sizes)).reduce((sum, size) => sum + size, 0);
  await browser.close();
  await desk.stop();
  return [{ name: 'first-load', value: bytes / 1000, unit: 'kB' }];
}
