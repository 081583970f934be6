import type { Page } from '@playwright/test';

declare global {
  interface Window {
    headingPaintedAt?: number;
  }
}

/**
 * Makes the page itself note when its first heading is on screen: the task after the frame that drew it. Looking from
 * outside would add the time between two looks, several hundred milliseconds on a small machine.
 */
export async function notePaintOfHeading(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const watcher = new MutationObserver(() => {
      if (!document.querySelector('h1')) return;
      watcher.disconnect();
      requestAnimationFrame(() => setTimeout(() => (window.headingPaintedAt = performance.timeOrigin + performance.now())));
    });
    watcher.observe(document, { subtree: true, childList: true });
  });
}

/** Milliseconds of the epoch at which the first heading was painted; waits for it. */
export async function paintOfHeading(page: Page): Promise<number> {
  const painted = await page.waitForFunction(() => window.headingPaintedAt);
  return (await painted.jsonValue()) ?? Number.NaN;
}
