import { expect, test } from './desk-fixture.ts';
import { atWork } from './desk-people.ts';
import { mario, receive } from './session-moves.ts';

test('somebody seen before is found by a name with a typo, and let go again as nothing had been picked', async ({ page, desk }) => {
  await atWork(page, desk);
  const session = await desk.methods.openSession({ privacy: 'named' });
  if (!session.ok) throw new Error(session.code);
  await desk.methods.addPerson({ sessionId: session.value.id, person: { role: 'main', details: mario } });
  await receive(page);
  const [surname, givenName] = [page.getByLabel('Cognome'), page.getByLabel('Nome', { exact: true })];
  await surname.fill('Rosi');
  await givenName.fill('Maro');
  await page.getByRole('region', { name: 'Forse è già stata qui' }).getByRole('button', { name: /Rossi Mario/ }).click();
  await expect(page.getByText('Persona già registrata')).toBeFocused();
  await expect(page.getByLabel('Codice fiscale')).toHaveValue(mario.codiceFiscale);
  await page.getByRole('button', { name: 'Non è lei' }).click();
  await expect(surname).toBeFocused();
  await expect(surname).toHaveValue('Rosi');
  await expect(givenName).toHaveValue('Maro');
  await expect(page.getByLabel('Codice fiscale')).toHaveValue('');
});
