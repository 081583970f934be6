import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, peopleTheDesk } from './desk-people.ts';
import { readPdf } from './pdf-text.ts';

const trainingPassphrase = 'imparo allo sportello';

test('training is a door away, says what it is on every screen and page, and leads back', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await page.goto(desk.address);
  await page.getByRole('link', { name: 'Vai alla formazione' }).click();
  await expect(page).toHaveURL(/\/formazione\/$/);
  await expect(page.getByRole('region', { name: 'FORMAZIONE' })).toBeVisible();
  await expectAccessible(page);
  await page.getByLabel('Frase di accesso', { exact: true }).fill(trainingPassphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
  await expect(page.getByRole('region', { name: 'FORMAZIONE' })).toBeVisible();
  // The page grows beyond the window once its lists are there.
  const scrolledDown = () => page.evaluate(() => (window.scrollTo(0, document.body.scrollHeight), window.scrollY));
  await expect.poll(scrolledDown).toBeGreaterThan(0);
  await expect(page.getByRole('region', { name: 'FORMAZIONE' })).toBeInViewport({ ratio: 1 });
  await expect(page.locator('.training-mark')).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.training-mark')).toBeVisible();
  await page.emulateMedia({ media: 'screen' });
  await page.getByRole('button', { name: 'Blocca' }).click();
  await page.getByRole('link', { name: 'Esci dalla formazione' }).click();
  await expect(page.getByText('Comune di Roccabianca')).toBeVisible();
  await expect(page.getByRole('region', { name: 'FORMAZIONE' })).toBeHidden();
});

test('the guide ticks what the trainee has done and names the next thing, wherever they are', async ({ page, desk }) => {
  await page.goto(desk.trainingAddress);
  await page.getByLabel('Frase di accesso', { exact: true }).fill(trainingPassphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  const guide = page.getByRole('complementary', { name: 'La prima sessione' });
  await expect(guide.getByText('Premi «Nuova sessione»')).toBeVisible();
  await expectAccessible(page);

  await page.keyboard.press('F2');
  await expect(guide.getByRole('listitem').filter({ hasText: 'Apri una sessione' })).toContainText('(fatto)');
  await expect(guide.getByText('RSSMRA80A01H501U')).toBeVisible();
  await page.getByLabel('Codice fiscale').fill('RSSMRA80A01H501U');
  await page.getByLabel('Cognome').fill('Rossi');
  await page.getByLabel('Nome', { exact: true }).fill('Mario');
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(guide.getByText('Scegli che cosa serve')).toBeVisible();

  await page.getByRole('link', { name: 'Pagina iniziale', exact: true }).click();
  await expect(guide.getByText('La tua sessione di prova aspetta.')).toBeVisible();
  await expect(guide.getByRole('listitem').filter({ hasText: 'Registra la persona' })).toContainText('(fatto)');
  await page.reload();
  await guide.getByRole('link', { name: /Torna alla sessione/ }).click();
  await expect(guide.getByText('Scegli che cosa serve')).toBeVisible();

  await guide.getByRole('button', { name: 'Chiudi la guida' }).click();
  await expect(guide).toBeHidden();
  await page.getByRole('button', { name: 'Apri la guida' }).click();
  await expect(guide).toBeVisible();
});

test('there is no guide and no mark at the real desk', async ({ page, desk }) => {
  await atWork(page, desk);
  await expect(page.getByRole('complementary', { name: 'La prima sessione' })).toBeHidden();
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('.training-mark')).toBeHidden();
});

test('a start for training alone offers no way out that is not there, and says how to come to the real desk', async ({ page, desk }) => {
  await desk.stop();
  await desk.start('training');
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'Accesso allo sportello' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Esci dalla formazione' })).toBeHidden();
  await expect(page.getByText('Per lo sportello vero chiudi la finestra')).toBeVisible();
  await expectAccessible(page);
});

test('on paper training says what it is on every page, and covers nothing of what is printed', async ({ page, desk }) => {
  await page.goto(desk.trainingAddress);
  await page.getByLabel('Frase di accesso', { exact: true }).fill(trainingPassphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  await page.getByLabel('Cerca').fill('2026-00130');
  await page.getByRole('link', { name: /2026-00130/ }).click();
  await page.getByRole('link', { name: 'Foglio da portare a casa' }).click();
  const sheet = page.locator('.take-home');
  await expect(sheet).toBeVisible();
  // Long enough for more than one page.
  await sheet.evaluate((element) => element.append(...Array.from({ length: 40 }, () => Object.assign(document.createElement('p'), { textContent: 'Riga' }))));
  await page.emulateMedia({ media: 'print' });
  const [mark, printed] = [await page.locator('.training-mark').boundingBox(), await sheet.boundingBox()];
  expect(printed?.y).toBeGreaterThanOrEqual((mark?.y ?? Infinity) + (mark?.height ?? 0));
  await page.emulateMedia({ media: null });
  const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pdf.pages.length).toBeGreaterThan(1);
  // Above the sheet, and in the margin of each page.
  expect(pdf.words.match(/FORMAZIONE/g)).toHaveLength(pdf.pages.length + 1);
});
