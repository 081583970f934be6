import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork, clerk } from './desk-people.ts';
import { readPdf, withoutSpaces } from './pdf-text.ts';
import { answer, answerClosing, atStep, begin, goOn, nameMario, receive, scan, send } from './session-moves.ts';
import { answerFact, typeLastDay, walkNaspiToSending } from './walk-procedure.ts';

test('a resident is received, asks for the NASpI and goes home with a page that says so', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  await receive(page);
  await nameMario(page);
  await page.getByLabel('Documento visto allo sportello').selectOption('Carta d’identità');
  await answer(page, 'È in corso di validità?', 'Sì, valido');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(page.getByRole('heading', { name: 'Rossi Mario' })).toBeVisible();
  await expectAccessible(page);

  await begin(page, /NASpI/);
  await walkNaspiToSending(page);
  await expect(page.getByText('7 dicembre 2026').first()).toBeVisible();
  await expectAccessible(page);
  await send(page);
  await page.getByLabel('Numero', { exact: true }).fill('19685234');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByRole('button', { name: 'Togli 19685234' })).toBeVisible();
  await expectAccessible(page);
  await goOn(page);
  await atStep(page, naspi.steps['after-sending'].title);
  await goOn(page);
  await atStep(page, 'Com’è andata?');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Concludi la procedura' }).click();
  await atStep(page, 'Procedura conclusa');
  await expectAccessible(page);

  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByText('Questa risposta serve sempre.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Accompagnata in tutto' })).toBeFocused();
  await answerClosing(page);
  await page.getByRole('button', { name: naspi.followUps['check-answer'].what }).click();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();

  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeFocused();
  await expectAccessible(page);
  const pdf = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pdf.pages.map(([width, height]) => [Math.round(width), Math.round(height)])).toEqual([[595, 842]]);
  const said = ['Per Rossi Mario', naspi.outcomes.sent.resident, '19685234', naspi.documents.payslips.name, '2026-00001', '803 164', 'Comune di Roccabianca'];
  for (const words of said) expect(pdf.words).toContain(withoutSpaces(words));
  expect(pdf.words).not.toContain(withoutSpaces(naspi.deadlines['application-last-day'].name));

  await page.getByRole('button', { name: 'Stampa il foglio' }).click();
  await expect(page.getByRole('heading', { name: 'Il foglio è uscito?' })).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Sì, è uscito' }).click();
  await expect(page.getByText('Stampato il 09/10/2026')).toBeVisible();
});

test('answers survive going back, leaving and coming again', async ({ page, desk }) => {
  const { facts } = naspi;
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(page, /NASpI/);
  await answerFact(page, naspi, 'need', 'application');
  const day = page.getByLabel(facts['end-date'].question);
  await day.fill('31/2/2026');
  await goOn(page);
  await expect(day).toHaveAccessibleDescription(/Scrivi una data che esiste/);
  await expect(day).toHaveValue('31/2/2026');
  await expectAccessible(page);
  await day.fill('30/09/2026');
  await page.getByRole('button', { name: 'Indietro' }).click();
  await atStep(page, naspi.steps.need.title);
  await expect(page.getByRole('button', { name: facts.need.options.application })).toHaveAttribute('aria-pressed', 'true');
  await goOn(page);
  await expect(day).toHaveValue('30/09/2026');

  await page.locator('summary', { hasText: 'Nota' }).click();
  await page.getByLabel('Nota').fill('Torna martedì con la lettera.');
  await page.getByRole('button', { name: 'Sospendi' }).click();
  await page.getByRole('button', { name: 'Riprendi la sessione 2026-00001' }).click();
  await expect(day).toHaveValue('30/09/2026');
  await expect(page.getByLabel('Nota')).toHaveValue('Torna martedì con la lettera.');
});

test('what cannot be saved stays on screen and says so', async ({ page, desk }) => {
  await atWork(page, desk);
  const day = await typeLastDay(page);
  await desk.stop();
  await goOn(page);
  await expect(page.getByText('Non salvato')).toBeVisible();
  await expect(page.getByRole('article')).toContainText('Lo sportello non risponde');
  await expect(day).toHaveValue('30/09/2026');
  await expectAccessible(page);
});

test('a block stops the clerk, who goes past it knowingly or ends the procedure', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'Certificati INPS' }).click();
  await answerFact(page, certificates, 'certificate', 'cu');
  await answerFact(page, certificates, 'applicant', 'neither');
  await expect(page.getByText('Di regola qui ci si ferma')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Avanti', exact: true })).toBeHidden();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Concludi: Mancano documenti' }).click();
  await atStep(page, 'Procedura conclusa');
  await page.getByRole('button', { name: 'Riprendi la procedura' }).click();
  await page.getByRole('button', { name: 'Vai avanti lo stesso' }).click();
  await atStep(page, 'Com’è andata?');
});

test('a date that raised a block is put right, and the run goes on', async ({ page, desk }) => {
  const dayStep = naspi.steps['last-day'].title;
  await atWork(page, desk);
  await receive(page);
  await page.getByRole('button', { name: 'NASpI' }).click();
  await answerFact(page, naspi, 'need', 'application');
  await atStep(page, dayStep);
  const day = page.getByLabel(naspi.facts['end-date'].question);
  await day.fill('30/09/2025');
  await goOn(page);
  await expect(page.getByText('Di regola qui ci si ferma')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Avanti', exact: true })).toBeHidden();
  await day.fill('30/09/2026');
  await goOn(page);
  await expect(page.getByRole('heading', { name: dayStep, level: 2 })).toBeHidden();
});

test('a reader is heard wherever the focus is, for each person in turn', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.keyboard.type('%1RSSMRA80A01H501UROSSI^MARIO^?');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('RSSMRA80A01H501U');
  await page.getByRole('button', { name: 'Salva e aggiungi un’altra persona' }).click();
  await atStep(page, 'Persona da aggiungere');
  await page.keyboard.type('BNCNNA75H42C218W');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('BNCNNA75H42C218W');
  await page.getByRole('button', { name: 'Modifica ROSSI MARIO' }).click();
  await atStep(page, 'Dati da correggere');
});

test('who is at the desk: wrong codes keep what was typed, several people, a resident seen before', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await scan(page, 'RSSMRA80A01H501X');
  await expect(page.getByLabel('Codice fiscale')).toHaveAccessibleDescription(/L’ultimo carattere non torna/);
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('RSSMRA80A01H501X');
  await expectAccessible(page);
  await scan(page, '%1RSSMRA80A01H501UROSSI^MARIO^?');
  await expect(page.getByLabel('Cognome')).toHaveValue('ROSSI');
  await expect(page.getByLabel('Data di nascita')).toHaveValue('01/01/1980');
  await expect(page.getByRole('button', { name: 'Maschio' })).toHaveAttribute('aria-pressed', 'true');
  await page.getByRole('button', { name: 'Salva e aggiungi un’altra persona' }).click();
  await expect(page.getByLabel('Allo sportello').getByText('ROSSI MARIO')).toBeVisible();
  for (const field of ['Codice fiscale', 'Cognome', 'Data di nascita']) await expect(page.getByLabel(field)).toHaveValue('');
  await page.getByLabel('Chi è').selectOption('Delegato');
  await page.getByLabel('Cognome').fill('Bruni');
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(page.getByLabel('Rapporto con la persona interessata')).toBeFocused();
  await page.getByLabel('Rapporto con la persona interessata').fill('figlia');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await expect(page.getByRole('region', { name: 'Persone' }).getByText('figlia')).toBeVisible();

  await page.getByRole('link', { name: 'Pagina iniziale' }).click();
  await receive(page);
  await page.getByLabel('Cognome').fill('Rosi');
  await page.getByRole('button', { name: 'Scegli ROSSI MARIO' }).click();
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('RSSMRA80A01H501U');
  await expectAccessible(page);
});

test('a scan is said and the focus goes on; scanned twice, nothing is sent; a swipe waits for all its tracks', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await page.keyboard.type('RSSMRA80A01H501U');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Cognome')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: 'Letto: RSSMRA80A01H501U' })).toContainText('1980');
  await page.keyboard.type('BNCNNA75H42C218W');
  await page.keyboard.press('Enter');
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('BNCNNA75H42C218W');
  await expect(page.getByLabel('Cognome')).toHaveValue('');
  await expect(page.getByRole('heading', { name: 'Chi c’è allo sportello?' })).toBeVisible();
  await page.getByLabel('Codice fiscale').selectText();
  for (const track of ['%1RSSMRA80A01H501UROSSI^MARIO^?', ';800000001234?']) {
    await page.keyboard.type(track);
    await page.keyboard.press('Enter');
  }
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('RSSMRA80A01H501U');
  await expect(page.getByLabel('Documento visto allo sportello')).toBeFocused();
  await expect(page.getByLabel('Cognome')).toHaveValue('ROSSI');
});
