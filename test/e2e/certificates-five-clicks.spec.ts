import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { answerFact } from './walk-procedure.ts';

/** Counts the presses of the mouse from now on. */
const countClicks = () => {
  const counter = globalThis as typeof globalThis & { clicks: number };
  counter.clicks = 0;
  window.addEventListener('pointerdown', () => (counter.clicks += 1), true);
};
const clicks = () => (globalThis as typeof globalThis & { clicks?: number }).clicks;

test('a named resident: from the home screen to a certificate handed over in five clicks', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.evaluate(countClicks);
  await page.getByRole('button', { name: /Nuova sessione/ }).click();
  await page.getByRole('button', { name: 'Certificati INPS' }).click();
  await answerFact(page, certificates, 'certificate', 'cu');
  await answerFact(page, certificates, 'applicant', 'holder');
  await page.getByRole('button', { name: 'Consegnato', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Procedura conclusa' })).toBeVisible();
  await expect(page.getByRole('article').getByText('Consegnato', { exact: true })).toBeVisible();
  expect(await page.evaluate(clicks)).toBe(5);
});

test('the short way: four clicks, nobody named', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.evaluate(countClicks);
  await page.getByRole('button', { name: /Consegna un certificato/ }).click();
  await answerFact(page, certificates, 'certificate', 'cedolino');
  await answerFact(page, certificates, 'applicant', 'holder');
  await page.getByRole('button', { name: 'Consegnato', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Procedura conclusa' })).toBeVisible();
  expect(await page.evaluate(clicks)).toBe(4);
});
