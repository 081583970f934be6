import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk, comune, peopleTheDesk, signIn, signInDirectly, supervisor } from './desk-people.ts';

const passphraseField = 'Frase di accesso';

test('a clerk picks their name and comes in; the desk says whose it is', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'Accesso allo sportello' })).toBeFocused();
  await expect(page.getByText(`Comune di ${comune.name}`)).toBeVisible();
  await expectAccessible(page);
  await signIn(page, clerk);
  await expect(page.getByRole('heading', { name: `Buon lavoro, ${clerk.name}` })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Responsabile' })).toBeHidden();
});

test('the name of the last clerk is proposed, the passphrase never', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  await page.getByRole('button', { name: 'Blocca' }).click();
  await expect(page.getByRole('radio', { name: clerk.name })).toBeChecked();
  await expect(page.getByLabel(passphraseField, { exact: true })).toHaveValue('');
  await page.reload();
  await expect(page.getByRole('radio', { name: clerk.name })).toBeChecked();
});

test('many accounts stand in a list', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await signInDirectly(desk);
  for (const name of ['Anna Blu', 'Bice Verdi', 'Carlo Rossi', 'Dino Gialli', 'Ezio Viola'])
    await desk.methods.addClerk({ displayName: name, role: 'clerk', passphrase: clerk.passphrase });
  await desk.methods.signOut({});
  await page.goto(desk.address);
  await page.getByLabel('Chi sei?').selectOption(clerk.name);
  await page.getByLabel(passphraseField, { exact: true }).fill(clerk.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: `Buon lavoro, ${clerk.name}` })).toBeVisible();
});

test('a wrong passphrase stays in its box with a sentence beside it; caps lock is said', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await page.goto(desk.address);
  const field = page.getByLabel(passphraseField, { exact: true });
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('radio', { name: supervisor.name })).toBeFocused();
  await page.getByRole('radio', { name: clerk.name }).check();
  await field.fill('una frase sbagliata');
  await page.keyboard.press('Enter');
  await expect(field).toHaveAccessibleDescription(/La frase di accesso non è giusta/);
  await expect(field).toHaveValue('una frase sbagliata');
  await expect(field).toBeFocused();
  await page.getByRole('button', { name: `Mostra: ${passphraseField}` }).click();
  await expect(field).toHaveAttribute('type', 'text');
  await expectAccessible(page);
  await field.dispatchEvent('keydown', { key: 'A', modifierCapsLock: true });
  await expect(field).toHaveAccessibleDescription(/maiuscole è attivo/);
});

test('five wrong tries lock the account out; the wait counts down in words and then ends', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await page.clock.install();
  await page.goto(desk.address);
  await page.getByRole('radio', { name: clerk.name }).check();
  const field = page.getByLabel(passphraseField, { exact: true });
  for (let tries = 1; tries <= 5; tries++) {
    await expect(page.getByText(/Si può riprovare tra/)).toBeHidden();
    await field.fill(`sbagliata numero ${tries}`);
    await page.getByRole('button', { name: 'Entra' }).click();
    await expect(page.getByRole('button', { name: 'Entra' })).toBeEnabled({ enabled: tries < 5 });
    await expect(page.getByRole('alert').filter({ hasText: 'non è giusta' })).toBeVisible();
  }
  await expect(page.getByText(/Si può riprovare tra \d+ secondi\. Chi ha/)).toBeVisible();
  await expectAccessible(page);

  await field.fill(clerk.passphrase);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Entra' })).toBeDisabled();
  desk.time.pass({ seconds: 31 });
  await page.clock.fastForward('00:31');
  await expect(page.getByText(/Si può riprovare tra/)).toBeHidden();
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('heading', { name: `Buon lavoro, ${clerk.name}` })).toBeVisible();
});

test('without activity the desk asks, then locks; the same clerk comes back to the same place and text', async ({ page, desk }) => {
  await atWork(page, desk, supervisor);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Impostazioni' }).click();
  await page.getByLabel('Recapiti dello sportello').fill('Via Roma 1, lunedì dalle 9');
  desk.time.pass({ minutes: 9, seconds: 1 });
  await expect(page.getByRole('dialog', { name: 'C’è ancora qualcuno allo sportello?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Continua a lavorare' })).toBeFocused();
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(page.getByRole('dialog')).toBeHidden();

  desk.time.pass({ minutes: 9, seconds: 1 });
  await expect(page.getByRole('dialog')).toBeVisible();
  desk.time.pass({ minutes: 1 });
  await expect(page.getByRole('heading', { name: 'Accesso allo sportello' })).toBeFocused();
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect(page.getByLabel('Recapiti dello sportello')).toBeHidden();
  await signIn(page, supervisor);
  await expect(page.getByLabel('Recapiti dello sportello')).toHaveValue('Via Roma 1, lunedì dalle 9');
  await expect(page.getByRole('dialog')).toBeHidden();
});

test('another clerk who comes in finds the same place, and nothing the first one typed', async ({ page, desk }) => {
  await atWork(page, desk, supervisor);
  await page.getByRole('button', { name: supervisor.name }).click();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Cambia la frase di accesso' }).click();
  await page.getByLabel('Frase di accesso attuale', { exact: true }).fill(supervisor.passphrase);
  await page.getByRole('button', { name: supervisor.name }).click();
  await page.getByRole('button', { name: 'Cambia operatore' }).click();
  await signIn(page, clerk);
  await expect(page.getByRole('heading', { name: 'Cambia la frase di accesso' })).toBeVisible();
  await expect(page.getByLabel('Frase di accesso attuale', { exact: true })).toHaveValue('');
});

test('a clerk who comes in where only the supervisor may be starts from home', async ({ page, desk }) => {
  await atWork(page, desk, supervisor);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await page.getByRole('link', { name: 'Operatori' }).click();
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, clerk);
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
});

test('a clerk changes their passphrase', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  await page.getByRole('button', { name: clerk.name }).click();
  await page.getByRole('link', { name: 'Cambia la frase di accesso' }).click();
  await page.getByLabel('Frase di accesso attuale', { exact: true }).fill('non è questa');
  await page.getByRole('button', { name: 'Mostra: Nuova frase di accesso' }).click();
  await page.getByLabel('Nuova frase di accesso', { exact: true }).fill('otto pesci nel mare calmo');
  await page.getByRole('button', { name: 'Salva la nuova frase' }).click();
  await expect(page.getByLabel('Frase di accesso attuale', { exact: true })).toHaveAccessibleDescription(/non è giusta/);
  await expectAccessible(page);
  await page.getByLabel('Frase di accesso attuale', { exact: true }).fill(clerk.passphrase);
  await page.getByRole('button', { name: 'Salva la nuova frase' }).click();
  await expect(page.getByText('La nuova frase di accesso è salvata.')).toBeVisible();
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, { ...clerk, passphrase: 'otto pesci nel mare calmo' });
});

test('the recovery code lets in whoever has lost the passphrase', async ({ page, desk }) => {
  const { recoveryCode } = await peopleTheDesk(desk);
  await page.goto(desk.address);
  await page.getByRole('button', { name: 'Ho dimenticato la frase' }).click();
  await expect(page.getByRole('heading', { name: 'Frase dimenticata' })).toBeFocused();
  await page.getByRole('radio', { name: supervisor.name }).check();
  await page.getByLabel('Codice di recupero').fill('AAAAA-AAAAA-AAAAA-AAAAA-AAAAA');
  await page.getByRole('button', { name: 'Mostra: Nuova frase di accesso' }).click();
  await page.getByLabel('Nuova frase di accesso', { exact: true }).fill('otto pesci nel mare calmo');
  await page.getByRole('button', { name: 'Cambia frase ed entra' }).click();
  await expect(page.getByLabel('Codice di recupero')).toHaveAccessibleDescription(/Il codice di recupero non è giusto/);
  await expectAccessible(page);
  await page.getByLabel('Codice di recupero').fill(recoveryCode.toLowerCase().replaceAll('-', ' '));
  await page.getByRole('button', { name: 'Cambia frase ed entra' }).click();
  await expect(page.getByRole('heading', { name: `Buon lavoro, ${supervisor.name}` })).toBeVisible();
});

test('larger text is chosen at the door and kept', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await page.goto(desk.address);
  await page.getByRole('radio', { name: '200 %' }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: '200 %' })).toBeChecked();
  expect(await page.evaluate(() => getComputedStyle(document.documentElement).fontSize)).toBe('32px');
});
