import { chmodSync, copyFileSync, existsSync, readFileSync, readdirSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { recordsPath } from '../../electron/host/records/desk-files.ts';
import { expectAccessible } from './accessibility.ts';
import { expect, test, TestDesk } from './desk-fixture.ts';
import { takeDeskLine } from './desk-line.ts';
import { atWork, clerk, peopleTheDesk, signIn, signInDirectly, supervisor } from './desk-people.ts';

const copiesOf = (desk: TestDesk) => {
  const folder = join(desk.dataFolder('real'), 'copies');
  return existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.db')) : [];
};

test('when the desk goes away a strip says so, and goes when it is back', async ({ page, desk }) => {
  const line = await takeDeskLine(page);
  await atWork(page, desk);
  await expect(page.getByText('Nessuna sessione da riprendere.')).toBeVisible();
  await line.cut();
  await expect(page.getByText('Lo sportello non risponde.', { exact: true })).toBeVisible();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
  await expectAccessible(page);
  line.mend();
  await expect(page.getByText('Lo sportello non risponde.', { exact: true })).toBeHidden();
});

test('a clock behind the records is shown with both moments, and work goes on', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  desk.time.set({ hours: -48 });
  await page.goto(desk.address);
  await signIn(page, clerk);
  await expect(page.getByText('L’orologio di questo computer è indietro')).toBeVisible();
  await expect(page.getByText('07/10/2026, 09:00')).toBeVisible();
  await expect(page.getByText('09/10/2026, 09:00')).toBeVisible();
  await expect(page.getByRole('button', { name: /Nuova sessione/ })).toBeVisible();
  await expectAccessible(page);
});

test('damaged records are named when somebody comes in, and a copy takes their place', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await signInDirectly(desk);
  desk.time.pass({ seconds: 6 });
  await expect.poll(() => copiesOf(desk).length).toBe(1);
  await desk.stop();
  truncateSync(recordsPath(desk.dataFolder('real')), 5000);
  await desk.start();

  await page.goto(desk.address);
  await page.getByRole('radio', { name: supervisor.name }).check();
  await page.getByLabel('Frase di accesso', { exact: true }).fill(supervisor.passphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('heading', { name: 'I dati dello sportello sono danneggiati' })).toBeFocused();
  await expect(page.getByRole('radio', { name: /9 ottobre 2026, 09:00/ })).toBeChecked();
  await expectAccessible(page);
  await page.getByRole('radio', { name: supervisor.name }).check();
  const field = page.getByLabel('La tua frase di accesso', { exact: true });
  await field.fill('una frase sbagliata');
  await page.getByRole('button', { name: 'Ripristina questa copia' }).click();
  await expect(field).toHaveAccessibleDescription(/non è giusta/);
  await field.fill(supervisor.passphrase);
  await page.getByRole('button', { name: 'Ripristina questa copia' }).click();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
  await expect(page.getByText(/Ripristino: oggi alle 09:00\. Ultima cosa registrata prima: oggi alle 09:00/)).toBeVisible();
});

test('damaged records without any copy send nobody to choose one', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await desk.stop();
  truncateSync(recordsPath(desk.dataFolder('real')), 5000);
  rmSync(join(desk.dataFolder('real'), 'copies'), { recursive: true, force: true });
  await desk.start();
  await page.goto(desk.address);
  await page.getByRole('radio', { name: supervisor.name }).check();
  await page.getByLabel('Frase di accesso', { exact: true }).fill(supervisor.passphrase);
  await page.getByRole('button', { name: 'Entra' }).click();
  await expect(page.getByRole('heading', { name: 'I dati dello sportello sono danneggiati' })).toBeVisible();
  await expect(page.getByText('Qui non c’è nessuna copia di sicurezza')).toBeVisible();
  await expect(page.getByText('Scegli qui sotto la copia')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Ripristina questa copia' })).toBeHidden();
  await expectAccessible(page);
});

test('damaged keys are named; putting the file back and trying again opens the desk', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await desk.stop();
  const keyring = join(desk.dataFolder('real'), 'keyring.json');
  const whole = readFileSync(keyring);
  writeFileSync(keyring, whole.subarray(0, 40));
  rmSync(join(desk.dataFolder('real'), 'keyring.copy.json'));
  await desk.start();
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'Le chiavi dello sportello sono danneggiate' })).toBeFocused();
  await expectAccessible(page);
  writeFileSync(keyring, whole);
  await page.getByRole('button', { name: 'Riprova ad aprire' }).click();
  await expect(page.getByRole('heading', { name: 'Accesso allo sportello' })).toBeVisible();
});

test('keys of two desks are named; taking the wrong ones away opens the desk', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await desk.stop();
  const [keyring, mirror] = ['keyring.json', 'keyring.copy.json'].map((name) => join(desk.dataFolder('real'), name)) as [string, string];
  const other = new TestDesk();
  await peopleTheDesk(other);
  await other.stop();
  copyFileSync(join(other.dataFolder('real'), 'keyring.json'), keyring);
  rmSync(other.folder, { recursive: true });
  await desk.start();
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'Le chiavi sono di due sportelli diversi' })).toBeFocused();
  await expectAccessible(page);
  copyFileSync(mirror, keyring);
  await page.getByRole('button', { name: 'Riprova ad aprire' }).click();
  await expect(page.getByRole('heading', { name: 'Accesso allo sportello' })).toBeVisible();
});

test('a folder that cannot be written is named, and opens once it can', async ({ page, desk }) => {
  test.skip(process.getuid?.() === 0, 'root may write anywhere');
  await desk.stop();
  chmodSync(desk.folder, 0o500);
  await desk.start();
  await page.goto(desk.address);
  await expect(page.getByRole('heading', { name: 'La cartella dei dati non si può scrivere' })).toBeVisible();
  await expectAccessible(page);
  chmodSync(desk.folder, 0o700);
  await page.getByRole('button', { name: 'Riprova ad aprire' }).click();
  await expect(page.getByRole('heading', { name: 'Di quale Comune è lo sportello?' })).toBeVisible();
});

test('what breaks while a screen is drawn leaves words and a way back', async ({ page, desk }) => {
  // Before the desk opens: screens are fetched ahead.
  await page.route('**/supervisor-screen-*.js', (route) => route.fulfill({ contentType: 'text/javascript', body: 'throw new Error("broken");' }));
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await expect(page.getByRole('heading', { name: 'Questa pagina si è fermata' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Vai alla pagina iniziale' }).click();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
});
