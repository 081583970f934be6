import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';

const passphrase = 'il cavallo mangia la biada';

test('a new desk is set up with the keyboard alone, and its code confirmed', async ({ page, desk }) => {
  const { keyboard } = page;
  const next = async () => {
    await keyboard.press('Tab');
    await keyboard.press('Enter');
  };
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'Di quale Comune è lo sportello?' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('Roccabianca');
  await keyboard.press('Tab');
  await keyboard.type('Parma');
  await keyboard.press('Tab');
  await keyboard.type('g338');
  await next();

  await expect(page.getByRole('heading', { name: 'Che sportello è?' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.press('Space');
  await keyboard.press('ArrowDown');
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Chi è il responsabile?' })).toBeFocused();
  await keyboard.press('Tab');
  await keyboard.type('Elena Conti');
  await keyboard.press('Tab');
  await keyboard.type(passphrase);
  await keyboard.press('Tab');
  await keyboard.press('Tab');
  await keyboard.type(passphrase);
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'È tutto giusto?' })).toBeFocused();
  await expect(page.getByText('Roccabianca (Parma), codice G338')).toBeVisible();
  await expect(page.getByText('Punto Cliente di Servizio (PCS)')).toBeVisible();
  await page.getByRole('button', { name: 'Crea lo sportello' }).focus();
  await keyboard.press('Enter');

  await expect(page.getByRole('heading', { name: 'Il codice di recupero' })).toBeFocused();
  const code = (await page.locator('.recovery-code span').allTextContents()).join('-');
  await page.getByLabel('Ultimo gruppo del codice').fill('XXXXX');
  await keyboard.press('Enter');
  await expect(page.getByLabel('Ultimo gruppo del codice')).toBeFocused();
  await expect(page.getByText('Non corrisponde all’ultimo gruppo')).toBeVisible();
  await page.getByLabel('Ultimo gruppo del codice').fill(code.slice(-5).toLowerCase());
  await keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: 'Buon lavoro, Elena Conti' })).toBeFocused();
  expect(await desk.methods.describeDesk({})).toMatchObject({
    value: { comune: { name: 'Roccabianca', province: 'PR', code: 'G338' }, kind: 'PCS', recoveryUnconfirmed: false },
  });
});

test('what is missing or wrong gets a sentence beside its field, and what was typed stays', async ({ page, desk }) => {
  await page.goto(desk.address);
  await page.getByLabel('Codice del Comune').fill('12');
  await page.getByRole('button', { name: 'Avanti' }).click();
  await expect(page.getByLabel('Nome del Comune')).toBeFocused();
  await expect(page.getByLabel('Nome del Comune')).toHaveAccessibleDescription(/Scrivi il nome del Comune/);
  await expect(page.getByLabel('Provincia')).toHaveAccessibleDescription('Scegli la provincia.');
  await expect(page.getByLabel('Codice del Comune')).toHaveAccessibleDescription(/Il codice ha 6 cifre/);
  await expect(page.getByLabel('Codice del Comune')).toHaveValue('12');
  await expectAccessible(page);
});

test('set-up is taken up again where it was left, and every step can be gone back to', async ({ page, desk }) => {
  await page.goto(desk.address);
  await page.getByLabel('Nome del Comune').fill('Roccabianca');
  await page.getByLabel('Provincia').selectOption('PR');
  await page.getByLabel('Codice del Comune').fill('034030');
  await page.getByRole('button', { name: 'Avanti' }).click();
  await page.getByRole('radio', { name: /Entrambi/ }).check();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Avanti' }).click();
  await expect(page.getByRole('heading', { name: 'Chi è il responsabile?' })).toBeVisible();

  await page.reload();
  await expect(page.getByRole('heading', { name: 'Chi è il responsabile?' })).toBeVisible();
  await page.getByRole('button', { name: 'Indietro' }).click();
  await expect(page.getByRole('radio', { name: /Entrambi/ })).toBeChecked();
  await page.getByRole('button', { name: 'Indietro' }).click();
  await expect(page.getByLabel('Nome del Comune')).toHaveValue('Roccabianca');
});

test('the strength of a passphrase is said in words, a weak one is not taken', async ({ page, desk }) => {
  await desk.methods.saveSetupDraft({ comune: { name: 'Roccabianca', province: 'PR', code: '034030' }, kind: 'PUE', step: 2 });
  await page.goto(desk.address);
  const field = page.getByLabel('Nuova frase di accesso', { exact: true });
  await page.getByLabel('Nome e cognome').fill('Elena Conti');
  await field.fill('breve');
  await expect(field).toHaveAccessibleDescription(/Troppo corta/);
  await field.fill('1234567890');
  await page.getByRole('button', { name: 'Avanti' }).click();
  await expect(field).toBeFocused();
  await expect(field).toHaveAccessibleDescription(/Troppo facile da indovinare/);
  await field.fill(passphrase);
  await expect(field).toHaveAccessibleDescription(/Ottima/);
  await page.getByRole('button', { name: 'Avanti' }).click();
  await expect(page.getByLabel('Ripeti la nuova frase')).toHaveAccessibleDescription('Le due frasi non sono uguali.');
  await page.getByRole('button', { name: 'Mostra: Nuova frase di accesso' }).click();
  await expect(page.getByLabel('Ripeti la nuova frase')).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Avanti' }).click();
  await expect(page.getByRole('heading', { name: 'È tutto giusto?' })).toBeVisible();
  await expectAccessible(page);
});

test('the recovery code is printed on a page of its own, and a new one is asked for when it was never confirmed', async ({ page, desk }) => {
  const made = await desk.methods.completeSetup({
    comune: { name: 'Roccabianca', province: 'PR', code: '034030' },
    kind: 'PUE',
    supervisorName: 'Elena Conti',
    passphrase,
  });
  await page.goto(desk.address);
  await page.getByRole('link', { name: 'Fai un nuovo codice' }).click();
  await page.getByRole('button', { name: 'Fai un nuovo codice' }).click();
  await expectAccessible(page);
  const groups = await page.locator('.recovery-code span').allTextContents();
  expect(groups.map((group) => group.length)).toEqual([5, 5, 5, 5, 5]);
  expect(made).not.toMatchObject({ value: { recoveryCode: groups.join('-') } });

  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Da custodire in busta chiusa')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stampa il codice' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });
  await page.getByLabel('Ultimo gruppo del codice').fill(groups.at(-1) ?? '');
  await page.getByRole('button', { name: 'Il codice è al sicuro' }).click();
  await expect(page.getByText('Il nuovo codice di recupero è confermato.')).toBeVisible();
  await expect(page.getByText('Il codice di recupero non è stato confermato')).toBeHidden();
});
