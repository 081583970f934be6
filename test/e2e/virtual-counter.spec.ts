import type { Page } from '@playwright/test';
import { expectAccessible } from './accessibility.ts';
import { Counter, seesTheOther } from './counter.ts';
import { expect, test } from './desk-fixture.ts';

let counter: Counter;
let clerk: Page;
let official: Page;

test.beforeEach(async () => {
  counter = await Counter.open();
  ({ clerk, official } = counter);
});

test.afterEach(() => counter.close());

test('a question is asked, answered by video, and what was said is in the session, with how the line was', async () => {
  const locks = await countLocks(clerk);
  await counter.prepare(expectAccessible);
  await clerk.getByRole('link', { name: 'Chiedi a un funzionario INPS' }).click();
  await expectAccessible(clerk);
  await clerk.getByLabel('Che cosa si chiede').fill('RSSMRA80A01H501U può dichiarare un conto chiuso?');
  await clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
  await expect(clerk.getByText(/Nel testo c’è un codice fiscale/)).toBeVisible();
  await clerk.getByLabel('Che cosa si chiede').fill('Un conto chiuso va dichiarato?');
  await clerk.getByRole('button', { name: 'Chiedi', exact: true }).click();
  await expect(clerk.getByText('Posto 1 in coda.')).toBeVisible();
  await expect(official.getByText('Un conto chiuso va dichiarato?')).toBeVisible();
  await expect(official).toHaveTitle(/^\(1\)/);
  await expectAccessible(official);
  expect(await locks()).toBe(0);
  await counter.answer();
  expect(await codeOn(clerk)).toBe(await codeOn(official));
  expect(await locks()).toBe(1);
  await expectAccessible(clerk);
  await expectAccessible(official);

  await official.getByLabel('Scrivi un messaggio').fill('Buongiorno.');
  await official.keyboard.press('Enter');
  await expect(clerk.getByText('Buongiorno.')).toBeVisible();
  await official.getByLabel('Come è finita').selectOption({ label: 'Ha avuto risposta' });
  await official.getByLabel('Che cosa deve fare la persona').fill('Indicare il saldo al 31 dicembre.');
  await official.getByRole('button', { name: 'Manda l’esito' }).click();
  await expect(clerk.getByText('Indicare il saldo al 31 dicembre.')).toBeVisible();
  await official.getByRole('button', { name: 'Concludi il colloquio' }).click();
  await expect(clerk.getByText(/Colloquio in corso/)).toBeHidden();
  await expect(official.getByText('Oggi: 1 colloquio')).toBeVisible();
  expect(await locks()).toBe(0);

  await clerk.getByRole('link', { name: 'Archivio', exact: true }).click();
  await clerk.getByRole('link', { name: /-00001/ }).click();
  const held = clerk.getByRole('article', { name: 'INPS Belluno' });
  for (const words of ['Un conto chiuso va dichiarato?', 'Ivo Prova', 'Ha avuto risposta', 'Indicare il saldo al 31 dicembre.']) await expect(held).toContainText(words);
  await expect(held.getByRole('listitem')).toHaveText([/^Video, \d\d:\d\d–\d\d:\d\d: .* in linea dopo [\d,]+ s · diretto · risposta \d+ ms/]);
  await expectAccessible(clerk);
});

test('the clerk walks on through the procedure while the call goes on, and the official sees it', async () => {
  await counter.prepare();
  await counter.ask('Come si va avanti?');
  await counter.answer();
  await expect(official.getByRole('listitem').filter({ hasText: 'Per che cosa serve l’ISEE' })).toContainText('In corso');
  const before = await codeOn(clerk);
  await clerk.getByRole('link', { name: 'Pagina iniziale' }).click();
  await expect(clerk.getByRole('button', { name: /Nuova sessione/ })).toBeVisible();
  await clerk.goBack();
  expect(await codeOn(clerk)).toBe(before);
  await seesTheOther(official);
});

async function codeOn(page: Page): Promise<string> {
  const code = page.locator('.short-code strong');
  await expect(code).toHaveText(/^\d{3} \d{3}$/);
  return (await code.textContent()) ?? '';
}

/** How many locks that keep its screen on a page holds, counted from its next load. */
async function countLocks(page: Page): Promise<() => Promise<number>> {
  await page.addInitScript(() => {
    const held: WakeLockSentinel[] = [];
    Object.assign(globalThis, { held });
    const { wakeLock } = navigator;
    const request = wakeLock.request.bind(wakeLock);
    wakeLock.request = async (type) => {
      const lock = await request(type);
      held.push(lock);
      return lock;
    };
  });
  return () => page.evaluate(() => (globalThis as unknown as { held: WakeLockSentinel[] }).held.filter(({ released }) => !released).length);
}
