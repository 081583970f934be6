import type { Locator, Page } from '@playwright/test';
import { expect } from './desk-fixture.ts';

/** Nothing was scrolled, and the whole of it can be seen and pressed: inside the window, with nothing over it. */
export async function expectInSight(page: Page, target: Locator): Promise<void> {
  await expect(target).toBeVisible();
  expect(await page.evaluate(() => window.scrollY)).toBe(0);
  const seen = await target.evaluate((element) => {
    const { top, bottom, left, right } = element.getBoundingClientRect();
    const over = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
    return { cut: Math.max(0, bottom - window.innerHeight), covered: !element.contains(over) };
  });
  expect(seen).toEqual({ cut: 0, covered: false });
}

/** Goes through everything the Tab key reaches on the page; nothing that has the focus may lie under the foot of the screen. */
export async function expectFocusNeverCovered(page: Page): Promise<void> {
  const stops = await page.locator('main :is(a, button, input, select, textarea, summary):visible').count();
  await page.locator('main h1, main h2').first().focus();
  for (let stop = 0; stop < stops; stop += 1) {
    await page.keyboard.press('Tab');
    const covered = await page.evaluate(() => {
      const focused = document.activeElement;
      const foot = document.querySelector('.foot');
      if (!focused || focused === document.body || !foot || foot.contains(focused)) return '';
      const [one, other] = [focused.getBoundingClientRect(), foot.getBoundingClientRect()];
      const apart = one.bottom <= other.top || other.bottom <= one.top || one.right <= other.left || other.right <= one.left;
      return apart ? '' : focused.outerHTML.slice(0, 120);
    });
    expect(covered).toBe('');
  }
}
