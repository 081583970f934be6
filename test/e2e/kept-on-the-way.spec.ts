import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { atStep, goOn, send } from './session-moves.ts';
import { typeLastDay, walkNaspiToSending } from './walk-procedure.ts';

test('a day typed and not confirmed is there again after the session was put aside, or another step looked at', async ({ page, desk }) => {
  await atWork(page, desk);
  const day = await typeLastDay(page);
  await page.getByRole('button', { name: 'Sospendi' }).click();
  await page.getByRole('button', { name: 'Riprendi la sessione 2026-00001' }).click();
  await expect(day).toHaveValue('30/09/2026');
  await day.fill('29/09/2026');
  await page.getByRole('list', { name: 'Passi' }).getByRole('button', { name: naspi.steps.need.title }).click();
  await atStep(page, naspi.steps.need.title);
  await goOn(page);
  await expect(day).toHaveValue('29/09/2026');
});

test('an answer changed after the application was sent is warned of; a note on a concluded procedure stays', async ({ page, desk }) => {
  await atWork(page, desk);
  await (await typeLastDay(page)).press('Enter');
  await walkNaspiToSending(page);
  await send(page);
  await page.getByRole('list', { name: 'Passi' }).getByRole('button', { name: naspi.steps['last-day'].title }).click();
  await atStep(page, naspi.steps['last-day'].title);
  await expect(page.getByText('La domanda risulta già inviata.')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('list', { name: 'Passi' }).getByRole('button', { name: 'Com’è andata?' }).click();
  await page.getByRole('button', { name: 'Concludi la procedura' }).click();
  await atStep(page, 'Procedura conclusa');
  await page.locator('summary', { hasText: 'Nota' }).click();
  await page.getByLabel('Nota').fill('Torna martedì con la lettera.');
  await page.getByRole('article').getByRole('link', { name: 'Chiudi la sessione' }).click();
  await expect(page.getByRole('heading', { name: 'Chiudere la sessione' })).toBeVisible();
  await page.getByRole('link', { name: 'Torna alla sessione' }).click();
  await expect(page.getByLabel('Nota')).toHaveValue('Torna martedì con la lettera.');
});
