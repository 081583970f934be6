import { chromium } from '@playwright/test';
import type { Browser, Page } from '@playwright/test';
import { findBrowser } from '../../../scripts/find-browser.ts';

const quiet = ['--no-sandbox', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const calling = [
  '--use-fake-ui-for-media-stream',
  '--autoplay-policy=no-user-gesture-required',
  '--disable-background-timer-throttling',
  '--disable-renderer-backgrounding',
  '--disable-backgrounding-occluded-windows',
];

export interface CallBrowserOptions {
  /** A program that starts the browser somewhere else, such as in a network namespace. */
  readonly wrapper?: string;
  /** Origin of the page where it is not a loopback address: camera and microphone want a trusted one. */
  readonly trusted?: string;
  /** Of the made-up camera; the browser's own 20 where nothing is said. */
  readonly framesPerSecond?: number;
  /** How many cameras the computer has, where it matters; there is always a microphone. */
  readonly cameras?: number;
  /** Takes any certificate, as of a relay that made its own. */
  readonly takesAnyCertificate?: boolean;
}

/** A browser process of its own: two tabs of one would share what two computers do not. */
export function openCallBrowser({ wrapper, trusted, framesPerSecond, cameras, takesAnyCertificate = false }: CallBrowserOptions = {}): Promise<Browser> {
  const executablePath = wrapper ?? findBrowser();
  const devices = [...(cameras === undefined ? [] : [`device-count=${cameras}`]), ...(framesPerSecond === undefined ? [] : [`fps=${framesPerSecond}`])];
  return chromium.launch({
    ...(executablePath !== undefined && { executablePath }),
    args: [
      ...quiet,
      ...calling,
      ['--use-fake-device-for-media-stream', devices.join(',')].filter(Boolean).join('='),
      ...(takesAnyCertificate ? ['--ignore-certificate-errors'] : []),
      ...(trusted === undefined ? [] : [`--unsafely-treat-insecure-origin-as-secure=${trusted}`]),
    ],
  });
}

/** A page of the harness with its camera open. */
export async function openCallPage(browser: Browser, url: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['camera', 'microphone'] });
  const page = await context.newPage();
  await page.goto(url);
  await page.evaluate(() => window.harness.ready());
  return page;
}
