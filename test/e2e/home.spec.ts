import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { atWork, clerk, peopleTheDesk, signIn, signInDirectly, supervisor } from './desk-people.ts';

/** A session as the supervisor leaves it: Mario Rossi, put aside. */
async function sessionPutAside(desk: TestDesk): Promise<string> {
  const opened = await desk.methods.openSession({ privacy: 'named' });
  if (!opened.ok) throw new Error(opened.code);
  const sessionId = opened.value.id;
  await desk.methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Rossi', givenName: 'Mario', codiceFiscale: 'RSSMRA80A01H501U' } } });
  await desk.methods.suspendSession({ sessionId });
  return sessionId;
}

test('an empty desk says so, and what state it is in, in words', async ({ page, desk }) => {
  await atWork(page, desk);
  await expect(page.getByText('Venerdì 9 ottobre 2026')).toBeVisible();
  await expect(page.getByText('Nessuna sessione da riprendere.')).toBeVisible();
  await expect(page.getByText('Nessun promemoria in scadenza.')).toBeVisible();
  await expect(page.getByText('Collegamento video con l’INPS non configurato')).toBeVisible();
  await expect(page.getByText(/procedure pronte/)).toBeVisible();
  await expectAccessible(page);
});

test('once the desk is up nothing more is fetched', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.waitForLoadState('networkidle');
  const fetched: string[] = [];
  page.on('request', (request) => fetched.push(new URL(request.url()).pathname));
  await page.getByRole('link', { name: 'Archivio' }).click();
  await expect(page.getByRole('heading', { name: 'Archivio' })).toBeFocused();
  await page.getByRole('link', { name: 'Responsabile' }).click();
  await expect(page.getByRole('heading', { name: 'Responsabile' })).toBeFocused();
  expect(fetched).toEqual([]);
});

test('one key opens a session, even while the focus is elsewhere', async ({ page, desk }) => {
  await atWork(page, desk);
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeFocused();
  await page.keyboard.press('F2');
  await expect(page).toHaveURL(/#\/sessione\/[0-9a-f-]{36}$/);
  const home = await desk.methods.readHome({});
  expect(home).toMatchObject({ value: { today: { opened: 1 }, unfinished: [{ privacy: 'named', state: 'open' }] } });
});

test('a certificate is one click away at a PCS, and a PUE does not offer it', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('button', { name: /Consegna un certificato/ }).click();
  await expect(page).toHaveURL(/#\/sessione\/[0-9a-f-]{36}\/procedura\/[0-9a-f-]{36}$/);
  const home = await desk.methods.readHome({});
  expect(home).toMatchObject({ value: { unfinished: [{ privacy: 'anonymous', procedures: [expect.stringMatching(/ertificat/)] }] } });
});

test('a PUE does not hand certificates over', async ({ page, desk }) => {
  await peopleTheDesk(desk, 'PUE');
  await page.goto(desk.address);
  await signIn(page, clerk);
  await expect(page.getByRole('button', { name: /Nuova sessione/ })).toBeVisible();
  await expect(page.getByRole('button', { name: /Consegna un certificato/ })).toBeHidden();
});

test('sessions left behind are listed and gone on with; a confidential one shows no name', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await signInDirectly(desk);
  const sessionId = await sessionPutAside(desk);
  await desk.methods.openSession({ privacy: 'confidential' });
  await desk.methods.signOut({});
  await page.goto(desk.address);
  await signIn(page, supervisor);
  await expect(page.getByRole('heading', { name: 'Da riprendere (2)' })).toBeVisible();
  await expect(page.getByText(/Mario Rossi|Rossi Mario/)).toBeVisible();
  await expect(page.getByText(/Sessione riservata · sessione 2026-/)).toBeVisible();
  await expect(page.getByText('oggi alle 09:00')).toHaveCount(2);
  await expectAccessible(page);

  const aside = page.getByRole('listitem').filter({ hasText: 'Sospesa' });
  await aside.getByRole('button', { name: /Riprendi/ }).click();
  await expect(page).toHaveURL(new RegExp(`#/sessione/${sessionId}/procedure$`));
  expect(await desk.methods.readSession({ sessionId })).toMatchObject({ value: { state: 'open' } });
});

test('follow-ups due are shown with their lateness and can be done with', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await signInDirectly(desk);
  const sessionId = await sessionPutAside(desk);
  await desk.methods.addFollowUp({ sessionId, due: '2026-10-09', what: 'Chiedere il numero di protocollo' });
  await desk.methods.addFollowUp({ sessionId, due: '2026-10-11', what: 'Telefonare al CAF' });
  await desk.methods.addFollowUp({ sessionId, due: '2026-12-01', what: 'Non ancora' });
  await desk.methods.signOut({});
  desk.time.pass({ hours: 48 });
  await page.goto(desk.address);
  await signIn(page, supervisor);
  const late = page.getByRole('listitem').filter({ hasText: 'Chiedere il numero di protocollo' });
  await expect(late.getByText(/2 giorni/)).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Telefonare al CAF' }).getByText('Oggi')).toBeVisible();
  await expect(page.getByText('Non ancora')).toBeHidden();
  await expectAccessible(page);
  await late.getByRole('button', { name: /fatto/i }).click();
  await expect(late).toBeHidden();
});

test('the first Tab offers to skip the header', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.getByRole('link', { name: 'Pagina iniziale' }).focus();
  await page.keyboard.press('Shift+Tab');
  await expect(page.getByRole('link', { name: 'Vai al contenuto' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeFocused();
});

test('an address that leads nowhere says so and leads back', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  await page.evaluate(() => {
    window.location.hash = '/responsabile/operatori';
  });
  await expect(page.getByRole('heading', { name: 'Questa pagina non c’è' })).toBeFocused();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Vai alla pagina iniziale' }).click();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeVisible();
});

test('a session that waits says why, where it stands, and goes on or later', async ({ page, desk }) => {
  await peopleTheDesk(desk);
  await signInDirectly(desk);
  const sessionId = await sessionPutAside(desk);
  await desk.methods.signOut({});
  await page.goto(desk.address);
  await signIn(page, supervisor);
  await page.evaluate((hash) => (window.location.hash = hash), `/sessione/${sessionId}`);
  await expect(page.getByRole('heading', { name: 'Rossi Mario' })).toBeFocused();
  await expect(page.getByText('Questa sessione è sospesa.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Più tardi' }).click();
  await page.goBack();
  await page.getByRole('button', { name: 'Riprendi la sessione' }).click();
  await expect(page.getByRole('heading', { name: 'Che cosa serve oggi?' })).toBeFocused();
});
