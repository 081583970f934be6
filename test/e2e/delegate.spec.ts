import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { nameMario, receive } from './session-moves.ts';

test('beside the procedure a delegate is called one, with the tie to the person', async ({ page, desk }) => {
  await atWork(page, desk);
  await receive(page);
  await nameMario(page);
  await page.getByRole('button', { name: 'Salva e aggiungi un’altra persona' }).click();
  await page.getByLabel('Cognome').fill('Verdi');
  await page.getByLabel('Chi è').selectOption('delegate');
  await page.getByLabel('Rapporto').fill('nipote');
  await page.getByRole('button', { name: 'Salva e scegli la procedura' }).click();
  const verdi = page.getByRole('region', { name: 'Persone' }).getByRole('listitem').filter({ hasText: 'Verdi' });
  await expect(verdi).toContainText('Delegato: nipote');
});
