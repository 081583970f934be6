import { rmSync } from 'node:fs';
import { headPath } from '../../electron/host/records/journal-head.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk, peopleTheDesk, signIn, supervisor } from './desk-people.ts';

test('the supervisor adds a clerk, who comes in with the passphrase told', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await expect(page.getByRole('heading', { name: 'Responsabile' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Operatori' }).click();
  await page.getByRole('button', { name: 'Aggiungi operatore' }).click();
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByLabel('Nome e cognome')).toBeFocused();
  await page.getByLabel('Nome e cognome').fill(clerk.name.toLowerCase());
  await page.getByRole('button', { name: 'Mostra: Nuova frase di accesso' }).click();
  await page.getByLabel('Nuova frase di accesso', { exact: true }).fill('otto pesci nel mare calmo');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByLabel('Nome e cognome')).toHaveAccessibleDescription(/Esiste già un account con questo nome/);
  await expectAccessible(page);
  await page.getByLabel('Nome e cognome').fill('Anna Blu');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Aggiungi operatore' })).toBeFocused();
  await expect(page.getByRole('button', { name: 'Disabilita Anna Blu' })).toBeVisible();
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, { name: 'Anna Blu', passphrase: 'otto pesci nel mare calmo' });
});

test('a clerk is disabled after a question, and comes back with a new passphrase', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Operatori' }).click();
  await page.getByRole('button', { name: `Disabilita ${clerk.name}` }).click();
  await expect(page.getByRole('button', { name: 'No, lascia attivo' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await page.getByRole('button', { name: `Disabilita ${clerk.name}` }).click();
  await page.getByRole('button', { name: 'Sì, disabilita' }).click();
  await expect(page.getByText('Disabilitato')).toBeVisible();
  await page.getByRole('button', { name: `Riattiva ${clerk.name}` }).click();
  await page.getByRole('button', { name: 'Mostra: Nuova frase di accesso' }).click();
  await page.getByLabel('Nuova frase di accesso', { exact: true }).fill('otto pesci nel mare calmo');
  await page.getByRole('button', { name: 'Salva la nuova frase' }).click();
  await expect(page.getByText('Disabilitato')).toBeHidden();
  await expectAccessible(page);
});

test('the only supervisor cannot be disabled', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Operatori' }).click();
  await page.getByRole('button', { name: `Disabilita ${supervisor.name}` }).click();
  await page.getByRole('button', { name: 'Sì, disabilita' }).click();
  await expect(page.getByRole('dialog').getByText(/È l’unico responsabile attivo/)).toBeVisible();
});

test('settings are checked, saved, and stay', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Impostazioni' }).click();
  const minutes = page.getByLabel('Minuti senza attività prima del blocco');
  await minutes.fill('90');
  await page.getByRole('button', { name: 'Salva le impostazioni' }).click();
  await expect(minutes).toBeFocused();
  await expect(minutes).toHaveAccessibleDescription(/da 1 a 60/);
  await expectAccessible(page);
  await minutes.fill('5');
  await page.getByLabel('Recapiti dello sportello').fill('Piazza Garibaldi 1, lunedì e giovedì dalle 9 alle 12');
  await page.getByRole('button', { name: 'Salva le impostazioni' }).click();
  await expect(page.getByText('Impostazioni salvate.')).toBeVisible();
  expect(await desk.methods.readSettings({})).toMatchObject({
    value: { lockAfterMinutes: 5, deskContact: expect.stringContaining('Garibaldi') },
  });
  await page.reload();
  await expect(minutes).toHaveValue('5');
});

test('settings half-typed outlive a reload and a colleague’s turn, and are said not to be in force', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.evaluate((hash) => (window.location.hash = hash), '/responsabile/impostazioni');
  const minutes = page.getByLabel('Minuti senza attività prima del blocco');
  const contact = page.getByLabel('Recapiti dello sportello');
  const unsaved = page.getByText('modifiche tue non ancora salvate');
  await contact.fill('Piazza Garibaldi 1');
  await minutes.fill('7x');
  await page.reload();
  await expect(minutes).toHaveValue('7x');
  await expect(unsaved).toBeVisible();
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, clerk);
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, supervisor);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Impostazioni' }).click();
  await expect(contact).toHaveValue('Piazza Garibaldi 1');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Lascia perdere le modifiche' }).click();
  await expect(page.getByRole('heading', { name: 'Impostazioni' })).toBeFocused();
  await expect(contact).toHaveValue('');
  await expect(minutes).toHaveValue('10');
  await contact.fill('Via Roma 2');
  await page.getByRole('button', { name: 'Salva le impostazioni' }).click();
  await expect(page.getByText('Impostazioni salvate.')).toBeVisible();
  await page.reload();
  await expect(contact).toHaveValue('Via Roma 2');
  await expect(unsaved).toBeHidden();
});

test('the journal is checked and found whole', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Registro delle attività' }).click();
  await page.getByRole('button', { name: 'Controlla il registro' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'Il registro è integro' })).toBeVisible();
  await expectAccessible(page);
});

test('lines missing at the journal’s end are said, with what to do', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await desk.stop();
  rmSync(headPath(desk.dataFolder('real')));
  await desk.start();
  await page.goto(desk.address);
  await signIn(page, supervisor);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Registro delle attività' }).click();
  await page.getByRole('button', { name: 'Controlla il registro' }).click();
  const cut = page.getByRole('alert').filter({ hasText: 'La fine del registro va controllata' });
  await expect(cut).toContainText('09/10/2026, 09:00: mancava, o non era autentico, il file journal.head.json');
  await expectAccessible(page);
});

test('the catalogue shows every procedure with the day it was checked', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Procedure' }).click();
  await expect(page.getByRole('list', { name: 'In uso' }).getByRole('listitem').first()).toContainText(/Versione \d{4}\.\d+ · verificata il/);
  await expectAccessible(page);
});
