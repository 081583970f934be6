import type { Page } from '@playwright/test';
import certificates from '../../resources/procedures/certificati/it.json' with { type: 'json' };
import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { clerk, peopleTheDesk, signIn } from './desk-people.ts';
import { startProcess, stopProcess } from './desk-process.ts';
import type { DeskProcess } from './desk-process.ts';
import { answerClosing, atStep, begin, nameMario, receive } from './session-moves.ts';
import { answerFact, walkNaspiToSending } from './walk-procedure.ts';

/** A clerk begins to receive somebody at a desk that is a process of its own, to be killed. */
async function receiveInProcess(page: Page, desk: TestDesk): Promise<{ folder: string; first: DeskProcess }> {
  await peopleTheDesk(desk);
  await desk.stop();
  const folder = desk.dataFolder('real');
  const first = await startProcess(folder);
  await page.goto(first.address);
  await signIn(page, clerk);
  await receive(page);
  return { folder, first };
}

test('killed while a claim is being sent, the desk says what was under way and goes on from there', async ({ page, desk }) => {
  const { folder, first } = await receiveInProcess(page, desk);
  await nameMario(page);
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  await begin(page, /NASpI/);
  await walkNaspiToSending(page);
  await page.getByRole('button', { name: 'Sto per inviare' }).click();
  await expect(page.getByText('La domanda è partita?')).toBeVisible();
  await stopProcess(first);

  const second = await startProcess(folder);
  await page.goto(second.address);
  await signIn(page, clerk);
  await expect(page.getByRole('heading', { name: 'Sessioni interrotte' })).toBeFocused();
  const card = page.getByRole('listitem').filter({ hasText: 'Rossi Mario' });
  for (const words of ['2026-00001', clerk.name, 'NASpI', naspi.steps.submit.title, 'Un invio sul sito era in partenza']) await expect(card).toContainText(words);
  await expect(card).toContainText(/\d{4}, \d\d:\d\d/);
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Riprendi la sessione 2026-00001' }).click();
  await atStep(page, naspi.steps.submit.title);
  await expect(page.getByRole('progressbar')).toHaveAccessibleName(/: (?:[89]|1\d) di/);
  await page.getByRole('button', { name: 'No, non inviata' }).click();
  await expect(page.getByRole('button', { name: 'Sto per inviare di nuovo' })).toBeVisible();
  await stopProcess(second);
});

test('an interrupted session can be closed as it is', async ({ page, desk }) => {
  const { folder, first } = await receiveInProcess(page, desk);
  await page.getByRole('button', { name: 'Certificati INPS' }).click();
  await answerFact(page, certificates, 'certificate', 'cu');
  await atStep(page, certificates.steps.applicant.title);
  await stopProcess(first);

  const second = await startProcess(folder);
  await page.goto(second.address);
  await signIn(page, clerk);
  await page.getByRole('button', { name: 'Chiudi come interrotta la sessione 2026-00001' }).click();
  await expect(page.getByRole('dialog')).toContainText('Chiudere la sessione 2026-00001 come interrotta?');
  await expectAccessible(page);
  await page.getByRole('dialog').getByRole('button', { name: 'Chiudi come interrotta' }).click();
  await expect(page.getByText('Nessuna sessione interrotta.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Archivio', exact: true }).click();
  await expect(page.getByRole('table')).toContainText('Guasto tecnico');
  await stopProcess(second);
});

test('killed between the closing and its sheet, the desk asks about the sheet until it is out', async ({ page, desk }) => {
  const { folder, first } = await receiveInProcess(page, desk);
  await page.getByRole('button', { name: 'Certificati INPS' }).click();
  await answerFact(page, certificates, 'certificate', 'cu');
  await answerFact(page, certificates, 'applicant', 'holder');
  await page.getByRole('button', { name: 'Consegnato', exact: true }).click();
  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await answerClosing(page);
  await page.getByRole('button', { name: 'Chiudi e prepara il foglio' }).click();
  await expect(page.getByRole('heading', { name: 'Foglio da portare a casa' })).toBeFocused();
  await stopProcess(first);

  const second = await startProcess(folder);
  await page.goto(second.address);
  await signIn(page, clerk);
  await expect(page.getByText('La sessione 2026-00001 è stata chiusa oggi alle')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('link', { name: 'Apri il foglio' }).click();
  await page.getByRole('button', { name: 'Stampa il foglio' }).click();
  await page.getByRole('button', { name: 'Sì, è uscito' }).click();
  await page.getByRole('link', { name: 'Pagina iniziale' }).first().click();
  await expect(page.getByRole('heading', { name: /Buon lavoro/ })).toBeFocused();
  await expect(page.getByText('Nessuna sessione da riprendere.')).toBeVisible();
  await expect(page.getByText('Apri il foglio')).toBeHidden();
  await stopProcess(second);
});
