import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk, signIn, supervisor } from './desk-people.ts';
import { answer, answerClosing, receive } from './session-moves.ts';

test('what is half-typed about a person outlives a reload and a colleague’s turn, and is nobody else’s', async ({ page, desk }) => {
  await atWork(page, desk, supervisor);
  await receive(page);
  await page.getByRole('button', { name: 'Riservata' }).click();
  await page.getByLabel('Cognome').fill('Bellini');
  await page.getByLabel('Data di nascita').fill('31/02/19');
  await page.reload();
  await expect(page.getByLabel('Cognome')).toHaveValue('Bellini');
  await expect(page.getByLabel('Data di nascita')).toHaveValue('31/02/19');
  await expect(page.getByRole('button', { name: 'Riservata' })).toHaveAttribute('aria-pressed', 'true');

  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, clerk);
  await expect(page.getByRole('heading', { name: 'Questa pagina non si può mostrare' })).toBeFocused();
  await expect(page.getByText('Bellini')).toHaveCount(0);
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, supervisor);
  await expect(page.getByLabel('Cognome')).toHaveValue('Bellini');
  await expect(page.getByLabel('Data di nascita')).toHaveValue('31/02/19');
  await expectAccessible(page);

  await page.getByLabel('Data di nascita').fill('');
  await page.getByRole('button', { name: 'Salva e aggiungi un’altra persona' }).click();
  await expect(page.getByLabel('Allo sportello').getByText('Bellini')).toBeVisible();
  await page.reload();
  await expect(page.getByLabel('Allo sportello').getByText('Bellini')).toBeVisible();
  await expect(page.getByLabel('Cognome')).toHaveValue('');
});

test('the closing answers outlive a reload, and are gone once the session is closed', async ({ page, desk }) => {
  await atWork(page, desk);
  const opened = await desk.methods.openSession({ privacy: 'anonymous' });
  const sessionId = opened.ok ? opened.value.id : '';
  const goToClosing = () => page.evaluate((hash) => (window.location.hash = hash), `/sessione/${sessionId}/chiusura`);
  await goToClosing();
  const outcome = page.getByLabel('Com’è finita?');
  await outcome.selectOption('Solo informazioni');
  await answerClosing(page);
  await answer(page, 'Da risentire?', 'Sì');
  await page.getByLabel('Che cosa fare').fill('Richiamare il CAF');
  await page.reload();
  await expect(page.getByLabel('Che cosa fare')).toHaveValue('Richiamare il CAF');
  await expect(outcome).toHaveValue('info-only');
  await answer(page, 'Da risentire?', 'No');
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeFocused();
  await page.getByRole('link', { name: 'Torna alla sessione' }).click();
  await page.getByRole('button', { name: 'Riapri la sessione' }).click();
  await expect(page.getByRole('link', { name: 'Chiudi la sessione' }).first()).toBeVisible();
  await goToClosing();
  await expect(outcome).toHaveValue('');
  await expect(page.getByLabel('Che cosa fare')).toBeHidden();
});

test('a session left empty is thrown away and said; one with something typed waits', async ({ page, desk }) => {
  await atWork(page, desk);
  await page.keyboard.press('F2');
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeFocused();
  await page.getByRole('link', { name: 'Pagina iniziale' }).last().click();
  await expect(page.getByText('Nella sessione 2026-00001 non c’era scritto nulla: è stata tolta.')).toBeVisible();
  await expect(page.getByText('Nessuna sessione da riprendere.')).toBeVisible();
  await expectAccessible(page);
  await page.goBack();
  await expect(page.getByRole('heading', { name: 'Questa pagina non si può mostrare' })).toBeFocused();
  await page.getByRole('link', { name: 'Vai alla pagina iniziale' }).click();

  await receive(page);
  await page.getByLabel('Cognome').fill('Bellini');
  await page.getByRole('link', { name: 'Pagina iniziale' }).last().click();
  await expect(page.getByText('Nome non indicato · sessione 2026-00001')).toBeVisible();
  await page.getByRole('button', { name: 'Riprendi la sessione 2026-00001' }).click();
  await expect(page.getByLabel('Cognome')).toHaveValue('Bellini');
});

test('behind the lock an empty session stays', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Blocca' }).click();
  await signIn(page, supervisor);
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeVisible();
  await page.getByLabel('Cognome').fill('Bellini');
  await page.getByRole('button', { name: 'Salva e aggiungi un’altra persona' }).click();
  await expect(page.getByLabel('Allo sportello').getByText('Bellini')).toBeVisible();
});
