import { expect, test } from './desk-fixture.ts';
import type { TestDesk } from './desk-fixture.ts';
import { atWork, clerk } from './desk-people.ts';

/** A session of Anna Verdi, made past the screens; its id. */
async function annasSession(desk: TestDesk): Promise<string> {
  const session = await desk.methods.openSession({ privacy: 'named' });
  if (!session.ok) throw new Error(session.code);
  const sessionId = session.value.id;
  await desk.methods.addPerson({ sessionId, person: { role: 'main', details: { surname: 'Verdi', givenName: 'Anna' } } });
  return sessionId;
}

test('the window’s title, which the task bar shows and a browser may note down, has the session’s number and no name', async ({ page, desk }) => {
  await atWork(page, desk, clerk);
  const sessionId = await annasSession(desk);
  const here = new URL('/', page.url()).href;
  const open = async (path: string) => {
    await page.goto(`${here}#/${path}/${sessionId}`);
    await expect(page.getByRole('heading', { name: 'Verdi Anna', level: 1 })).toBeVisible();
    await expect(page).toHaveTitle('Sessione 2026-00001 · Sportello Vicino');
  };
  await desk.methods.suspendSession({ sessionId });
  await open('sessione');
  await expect(page.getByRole('button', { name: 'Riprendi la sessione' })).toBeVisible();
  await desk.methods.resumeSession({ sessionId });
  await desk.methods.closeSession({ sessionId, closing: { outcome: 'info-only', autonomy: 1, useful: 'yes', referral: 'none' }, followUp: null });
  await open('archivio');
});
