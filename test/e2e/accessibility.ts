import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect } from './desk-fixture.ts';

const levels = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'];

/** Smaller than 44 × 44 px and not a word within a sentence. Boxes and radios count with the label around them. */
const smallTargets = (page: Page) =>
  page.evaluate(() => {
    const targets = [...document.querySelectorAll<HTMLElement>('button, a[href], input, select, textarea, summary')];
    const box = (element: HTMLElement) => (element.closest('label') ?? element).getBoundingClientRect();
    return targets
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.closest('p a, .skiplinks'))
      .filter((element) => box(element).height < 43.5 || box(element).width < 43.5)
      .map((element) => element.outerHTML.slice(0, 120));
  });

const sideways = (page: Page) => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

/** Text that its own box cuts off. */
const cutText = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('main *, header *, dialog *')]
      .filter((element) => getComputedStyle(element).overflowX !== 'visible' && !element.matches('input, select, textarea, svg, .visually-hidden, .visually-hidden *'))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => element.outerHTML.slice(0, 120)),
  );

const setTextScale = (page: Page, scale: number) =>
  page.evaluate((value) => document.documentElement.style.setProperty('--desk-text-scale', String(value)), scale);

/** Nothing axe finds against WCAG 2.1 A and AA, at 100 % and 200 % text; at both, nothing sideways, cut off, or too small to hit. */
export async function expectAccessible(page: Page): Promise<void> {
  for (const scale of [1, 2]) {
    await setTextScale(page, scale);
    // Otherwise axe opens a page of its own for each look, only to look into frames of other sites: there are none.
    const { violations } = await new AxeBuilder({ page }).withTags(levels).setLegacyMode().analyze();
    expect(violations.map(({ id, nodes }) => ({ id, at: nodes.map((node) => node.html) }))).toEqual([]);
    expect(await sideways(page)).toBe(0);
    expect(await cutText(page)).toEqual([]);
    expect(await smallTargets(page)).toEqual([]);
  }
  await setTextScale(page, 1);
}
