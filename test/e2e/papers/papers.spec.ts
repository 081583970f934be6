import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { build } from 'vite';
import { root } from '../../../scripts/root.ts';
import { openCallBrowser } from '../call/call-browser.ts';
import type { PapersHarness } from './harness/main.ts';

// Real data channels in a real browser; both sides in one page, so that the line can be cut from outside at any byte.
let folder: string;
let browser: Browser;
let page: Page;

test.beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'sportello-papers-'));
  await build({ configFile: false, root: join(root, 'test/e2e/papers/harness'), base: './', logLevel: 'warn', build: { outDir: folder, emptyOutDir: true } });
  browser = await openCallBrowser();
});
test.afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});
test.beforeEach(async () => {
  page = await browser.newPage();
  // A secure origin without a server: hashing wants one.
  await page.route('https://sportello.test/**', (route) => {
    const path = new URL(route.request().url()).pathname;
    const file = path === '/' ? 'index.html' : path.slice(1);
    return route.fulfill({ body: readFileSync(join(folder, file)), contentType: file.endsWith('.js') ? 'text/javascript' : 'text/html' });
  });
  await page.goto('https://sportello.test/');
  await page.evaluate(() => window.papers.connect());
});
test.afterEach(() => page.close());

const send = (bytes: number, cutAt: readonly number[] = []): ReturnType<PapersHarness['send']> => page.evaluate(([size, cuts]) => window.papers.send(size, cuts), [bytes, cutAt] as const);

test('a paper of 20 MB arrives whole, at no less than half the speed of a bare channel', async () => {
  const bytes = 20 * 1024 * 1024;
  const raw = await page.evaluate((size) => window.papers.sendRaw(size), bytes);
  const sent = await send(bytes);
  test.info().annotations.push({ type: 'measured', description: `bare ${Math.round(raw)} ms, paper ${Math.round(sent.ms)} ms` });
  expect(sent).toMatchObject({ at: 'received', same: true });
  expect(raw / sent.ms).toBeGreaterThan(0.5);
});

test('a paper whose line breaks three times goes on where it was, and is the same', async () => {
  const sent = await send(20 * 1024 * 1024, [0.1, 0.4, 0.8]);
  expect(sent).toMatchObject({ at: 'received', same: true });
  expect(sent.resumedFrom).toHaveLength(3);
});

test('without consent nothing is sent, and the desk is told', async () => {
  await page.evaluate(() => void (window.papers.consent = false));
  expect(await send(100_000)).toMatchObject({ at: 'refused', refusal: 'no-consent' });
});

test('a paper taken back is gone at the other side', async () => {
  const left = await page.evaluate(async () => {
    const { papers } = window;
    const sending = papers.send(30 * 1024 * 1024);
    while ((papers.official.snapshot().in[0]?.received ?? 0) < 100_000) await new Promise((resolve) => setTimeout(resolve, 5));
    papers.desk.cancel(papers.desk.snapshot().out[0]?.offer.paperId ?? '');
    const { at } = await sending;
    const dropped = () => papers.official.snapshot().in[0]?.at === 'cancelled';
    await new Promise<void>((resolve) => {
      if (dropped()) resolve();
      papers.official.subscribe(() => dropped() && resolve());
    });
    return { at, parts: papers.official.snapshot().in[0]?.parts.length };
  });
  expect(left).toEqual({ at: 'cancelled', parts: 0 });
});
