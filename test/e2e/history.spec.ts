import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';

const closing = { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'none' } as const;

interface Past {
  readonly surname: string;
  readonly procedure?: string;
  readonly number?: string;
  readonly followUp?: { due: string; what: string };
}

/** Closed sessions made past the screens, one a minute. */
async function closeSessions(desk: TestDesk, past: readonly Past[]): Promise<void> {
  for (const { surname, procedure, number, followUp } of past) {
    desk.time.pass({ minutes: 1 });
    await desk.methods.noteActivity({});
    const session = await desk.methods.openSession({ privacy: 'named' });
    if (!session.ok) throw new Error(session.code);
    const sessionId = session.value.id;
    await desk.methods.addPerson({ sessionId, person: { role: 'main', details: { surname, givenName: 'Anna' } } });
    const run = procedure === undefined ? undefined : await desk.methods.startRun({ sessionId, procedure });
    if (run?.ok && number !== undefined) await desk.methods.addNumber({ runId: run.value.record.id, kind: 'protocollo', value: number });
    const closed = await desk.methods.closeSession({ sessionId, closing, followUp: followUp ?? null });
    if (!closed.ok) throw new Error(closed.code);
  }
}

test('a session is found by a name with a typo, a number, a filter, page after page', async ({ page, desk }) => {
  await atWork(page, desk);
  const many = Array.from({ length: 60 }, (_, index) => ({ surname: index % 2 === 0 ? 'Ferri' : 'Marchi' }));
  await closeSessions(desk, [{ surname: 'Bellini', procedure: 'isee', number: 'INPS.7000.12/03/2026.0123456' }, ...many]);
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  const rows = page.getByRole('table').getByRole('rowheader');
  await expect(rows.first()).toHaveText('2026-00061');
  const onFirstPage = await rows.count();
  expect(onFirstPage).toBeLessThan(61);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Mostra altre' }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(() => rows.count()).toBeGreaterThan(onFirstPage);
  // The button is gone: whoever goes by keyboard is at the first of the lines that came, and finds an opened one again.
  await expect(rows.nth(onFirstPage).getByRole('link')).toBeFocused();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Enter');
  await page.getByRole('link', { name: 'Torna all’archivio' }).click();
  await expect(rows.nth(onFirstPage + 1).getByRole('link')).toBeFocused();
  await expect(rows.nth(onFirstPage + 1)).toBeInViewport();

  await page.getByLabel('Cerca').fill('Belini');
  await expect(rows).toHaveText(['2026-00001']);
  await page.getByLabel('Cerca').fill('0123456');
  await expect(page.getByRole('table')).toContainText(/Bellini|Nessuna sessione/);
  await page.getByLabel('Cerca').fill('nessuno così');
  await expect(page.getByText('Nessuna sessione corrisponde.')).toBeVisible();
  await page.getByLabel('Cerca').fill('');
  await page.getByText('Filtri', { exact: true }).click();
  await page.getByLabel('Procedura').selectOption({ label: 'ISEE e DSU' });
  await expect(rows).toHaveText(['2026-00001']);
  await expect(page.getByText('Filtri (1 attivo)')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: /2026-00001/ }).click();
  await page.getByRole('link', { name: 'Torna all’archivio' }).click();
  await expect(rows).toHaveText(['2026-00001']);
  await page.getByRole('button', { name: 'Togli i filtri' }).click();
  await expect(rows.first()).toHaveText('2026-00061');
});

test('numbers come late, sessions are reopened or gone on with in a new one', async ({ page, desk }) => {
  await atWork(page, desk);
  await closeSessions(desk, [{ surname: 'Bellini', procedure: 'isee' }]);
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  await page.getByRole('link', { name: /2026-00001/ }).click();
  await page.getByLabel('Tipo di numero').selectOption('Protocollo');
  await page.getByLabel('Numero', { exact: true }).fill('17584652');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await page.getByRole('button', { name: 'Togli 17584652' }).click();
  await expect(page.getByRole('dialog', { name: 'Togliere il numero 17584652?' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'No, lascia' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: 'Togli 17584652' })).toBeFocused();
  await page.getByText('Che cosa è successo').click();
  await expect(page.getByText('Aggiunto un numero')).toBeVisible();
  await expectAccessible(page);
  await expect(page.getByText('Si può riaprire ancora per 30 giorni.')).toBeVisible();
  await page.getByRole('button', { name: 'Riapri la sessione' }).click();
  await expect(page.getByRole('heading', { name: 'Bellini Anna' })).toBeVisible();
  await expect(page.getByRole('link', { name: 'Chiudi la sessione' }).first()).toBeVisible();

  await closeSessions(desk, [{ surname: 'Corti', followUp: { due: '2026-10-09', what: 'Sentire il CAF' } }]);
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  await page.getByRole('link', { name: /2026-00002/ }).click();
  await page.getByRole('button', { name: 'Continua in una nuova sessione' }).click();
  await expect(page.getByText('Sessione 2026-00003')).toBeVisible();
  await expect(page.getByRole('region', { name: 'Persone' })).toContainText('Corti Anna');
  await page.getByRole('button', { name: 'Segna come fatto: Sentire il CAF' }).click();
  await expect(page.getByText('Sentire il CAF')).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('region', { name: 'Continua da' }).getByRole('link', { name: 'Sessione 2026-00002' }).click();
  await expect(page.getByRole('link', { name: '2026-00003' })).toBeVisible();
});

test('reminders are seen when they fall due, and done with', async ({ page, desk }) => {
  await atWork(page, desk);
  await closeSessions(desk, [
    { surname: 'Bellini', followUp: { due: '2026-10-09', what: 'Chiamare il CAF' } },
    { surname: 'Corti', followUp: { due: '2026-12-20', what: 'Portare la carta nuova' } },
  ]);
  await page.getByRole('link', { name: 'Tutti i promemoria' }).click();
  await expect(page.getByRole('heading', { name: 'Promemoria da seguire' })).toBeFocused();
  await expect(page.getByText('Chiamare il CAF')).toBeVisible();
  await expect(page.getByText('Portare la carta nuova')).toBeHidden();
  await page.getByRole('button', { name: 'Tutti' }).click();
  await expect(page.getByText('Portare la carta nuova')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Segna come fatto: Chiamare il CAF' }).click();
  await expect(page.getByText('Chiamare il CAF')).toBeHidden();
  await page.getByRole('link', { name: 'Apri la sessione 2026-00002' }).click();
  await page.getByText('Aggiungi un promemoria').click();
  await page.getByLabel('Entro il giorno').fill('01/01/2020');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByText('Scrivi un giorno che esiste, da oggi a cinque anni da oggi.')).toBeVisible();
  await page.getByLabel('Entro il giorno').fill('01/12/2026');
  await page.getByLabel('Che cosa fare').fill('Richiamare');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByLabel('Promemoria').getByText('Richiamare')).toBeVisible();
});

test('the filters stay open until they are closed, whatever is taken off; a day that cannot be is said', async ({ page, desk }) => {
  await atWork(page, desk);
  await closeSessions(desk, [{ surname: 'Bellini', procedure: 'isee' }, { surname: 'Corti' }]);
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  const rows = page.getByRole('table').getByRole('rowheader');
  await page.getByText('Filtri', { exact: true }).focus();
  await page.keyboard.press('Enter');
  const procedure = page.getByLabel('Procedura');
  await expect(procedure).toContainText('Tutte');
  await procedure.selectOption({ label: 'ISEE e DSU' });
  await expect(rows).toHaveText(['2026-00001']);
  await procedure.focus();
  await procedure.selectOption('Tutte');
  await expect(rows).toHaveCount(2);
  await expect(procedure).toBeFocused();

  await page.getByLabel('Dal giorno').fill('31/02/2026');
  await expect(page.getByText('Questo giorno non esiste')).toBeHidden();
  await page.keyboard.press('Tab');
  await expect(page.getByLabel('Dal giorno')).toHaveAccessibleDescription(/Questo giorno non esiste/);
  await expect(rows).toHaveCount(2);
  await page.getByLabel('Dal giorno').fill('10/10/2026');
  await page.getByLabel('Al giorno', { exact: true }).fill('09/10/2026');
  await expect(page.getByLabel('Al giorno', { exact: true })).toHaveAccessibleDescription(/Viene prima del giorno iniziale/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Togli i filtri' }).focus();
  await page.keyboard.press('Enter');
  await expect(page.getByText('Filtri', { exact: true })).toBeFocused();
  await expect(rows).toHaveCount(2);
  await expect(procedure).toBeVisible();
});
