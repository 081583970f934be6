import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk, peopleTheDesk, signIn, supervisor } from './desk-people.ts';

test('how old the latest copy is stands on the home screen and on the supervisor’s', async ({ page, desk }) => {
  await atWork(page, desk);
  await expect(page.getByText('Nessuna copia di sicurezza: la prima si fa da sola')).toBeVisible();
  desk.time.pass({ seconds: 6 });
  await expect(page.getByText('Ultima copia di sicurezza: oggi alle 09:00')).toBeVisible();
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await expect(page.getByText('Ultima copia di sicurezza: oggi alle 09:00')).toBeVisible();
});

test('a copy that failed is said in words, with what to do, until one is made', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  const copies = join(desk.dataFolder('real'), 'copies');
  writeFileSync(copies, 'a file where the folder should be');
  await page.goto(desk.address);
  await signIn(page, supervisor);
  desk.time.pass({ seconds: 6 });
  await expect(page.getByText(/Avvisa l’assistenza informatica del Comune\. Fino ad allora/)).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await expect(page.getByText('La copia di sicurezza non è riuscita', { exact: true })).toBeVisible();
  await expectAccessible(page);
  rmSync(copies);
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, supervisor);
  desk.time.pass({ seconds: 6 });
  await expect(page.getByText('Ultima copia di sicurezza: oggi alle 09:00')).toBeVisible();
  await expect(page.getByText(/La copia di sicurezza non è riuscita/)).toBeHidden();
});

test('a clock that leapt years ahead is said with both days and with what waits', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  desk.time.set({ hours: 24 * 3650 });
  await page.goto(desk.address);
  await signIn(page, clerk);
  await expect(page.getByText(/Tra il 09\/10\/2026 e il 06\/10\/2036 nessuno ha lavorato qui\..*altri 14 giorni/)).toBeVisible();
  await expectAccessible(page);
});

test('the settings say whose decision the term is, and that nothing is wiped while an export is asked for', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Impostazioni' }).click();
  await expect(page.getByLabel('Giorni di conservazione dei dati personali')).toHaveAccessibleDescription(/lo decide il Comune/);
  await expect(page.getByText('Questa versione non ha ancora l’esportazione')).toBeHidden();
  await page.getByText('Non cancellare nulla prima dell’esportazione').click();
  await expect(page.getByRole('alert').filter({ hasText: 'finché la scelta è attiva nessun dato personale viene cancellato' })).toBeVisible();
  await expectAccessible(page);
});
