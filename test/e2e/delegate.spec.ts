import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { receiveWithDelegate } from './session-moves.ts';

test('beside the procedure a delegate is called one, with the tie to the person', async ({ page, desk }) => {
  await atWork(page, desk);
  await receiveWithDelegate(page);
  const verdi = page.getByRole('region', { name: 'Persone' }).getByRole('listitem').filter({ hasText: 'Verdi' });
  await expect(verdi).toContainText('Delegato: nipote');
});
