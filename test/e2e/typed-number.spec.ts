import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { nameMario, receive, send } from './session-moves.ts';
import { walkNaspiToSending } from './walk-procedure.ts';

test('a number typed and not added is kept when the clerk goes on, once', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await nameMario(page);
  await page.getByRole('button', { name: 'NASpI' }).click();
  await walkNaspiToSending(page);
  await send(page);
  await page.getByLabel('Numero', { exact: true }).fill('DOMUS 123');
  await page.getByRole('button', { name: 'Aggiungi', exact: true }).click();
  await expect(page.getByLabel('Numero', { exact: true })).toHaveValue('');
  await page.getByLabel('Numero', { exact: true }).fill('INPS.5400.0001234');
  await page.getByRole('button', { name: 'Avanti', exact: true }).click();
  await expect(page.getByLabel('Numero', { exact: true })).toBeHidden();
  const numbers = page.getByRole('region', { name: 'Numeri ottenuti' });
  await expect(numbers.getByText('INPS.5400.0001234')).toHaveCount(1);
  await expect(numbers.getByText('DOMUS 123')).toHaveCount(1);
  await expect(numbers).toContainText('Protocollo');
});
