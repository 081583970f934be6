import type { Page } from '@playwright/test';
import type { Closing } from '../../shared/session/session-view.ts';
import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { readPdf, withoutSpaces } from './pdf-text.ts';

const closing = { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'patronato' } as const;
const everyProcedure = ['invalidita-civile', 'isee', 'assegno-inclusione', 'assegno-unico', 'naspi', 'certificati'];

/** A closed session with those procedures in it, two numbers each, and its sheet on screen. */
async function sheetOf(page: Page, desk: TestDesk, procedures: readonly string[], answers: Closing = closing): Promise<void> {
  const opened = await desk.methods.openSession({ privacy: 'named' });
  if (!opened.ok) throw new Error(opened.code);
  const sessionId = opened.value.id;
  await desk.methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Bellini', givenName: 'Anna' } } });
  for (const procedure of procedures) {
    const run = await desk.methods.startRun({ sessionId, procedure });
    if (!run.ok) throw new Error(run.code);
    const runId = run.value.record.id;
    await desk.methods.addNumber({ runId, kind: 'protocollo', value: 'INPS.7000.12/03/2026.0123456' });
    await desk.methods.addNumber({ runId, kind: 'domus', value: '17584652' });
  }
  const closed = await desk.methods.closeSession({ sessionId, closing: answers, followUp: null });
  if (!closed.ok) throw new Error(closed.code);
  await page.evaluate((hash) => (window.location.hash = hash), `/sessione/${sessionId}/foglio`);
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeFocused();
}

const print = async (page: Page) => readPdf(await page.pdf({ preferCSSPageSize: true }));

/** Sizes of the letters on paper, in pixels: 18 are 13.5 points. */
async function lettersOnPaper(page: Page): Promise<readonly string[]> {
  await page.emulateMedia({ media: 'print' });
  const sizes = await page.locator('.take-home').locator('p, li, dt, dd, h2, h3').evaluateAll((all) => all.map((one) => getComputedStyle(one).fontSize));
  await page.emulateMedia({ media: null });
  return sizes;
}

test('the sheet is printed in large type, the same whatever the text size of the screen', async ({ page, desk }) => {
  await atWork(page, desk);
  await sheetOf(page, desk, ['isee']);
  const letters = await lettersOnPaper(page);
  expect(letters.filter((size) => Number.parseFloat(size) < 18)).toEqual([]);
  const pages = (await print(page)).pages.length;
  await page.evaluate(() => localStorage.setItem('text-size', '200'));
  await page.reload();
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeVisible();
  expect(await lettersOnPaper(page)).toEqual(letters);
  expect((await print(page)).pages).toHaveLength(pages);
});

test('a long sheet fills its pages, and each says which of how many it is', async ({ page, desk }) => {
  await atWork(page, desk);
  await sheetOf(page, desk, everyProcedure);
  const { pages, words } = await print(page);
  expect(pages).toHaveLength(3);
  expect(words).toContain('1/3');
  expect(words).toContain('3/3');
});

test('a session without any procedure still sends the resident home with how it ended and where to go', async ({ page, desk }) => {
  await atWork(page, desk);
  await sheetOf(page, desk, []);
  const { words } = await print(page);
  for (const said of ['Sono state date informazioni.', 'Il prossimo passo è qui: Patronato']) expect(words).toContain(withoutSpaces(said));
});
