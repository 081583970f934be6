import naspi from '../../resources/procedures/naspi/it.json' with { type: 'json' };
import { expectAccessible } from './accessibility.ts';
import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { atStep, send } from './session-moves.ts';
import { typeLastDay, walkNaspiToSending } from './walk-procedure.ts';

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
