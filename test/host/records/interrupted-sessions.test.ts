import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, lookInto } from '../records-on-disk.ts';

test('what another run of the program left open is interrupted, once, and the journal says since when', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const db = await lookInto(folder);
  const { sessionId } = insertSession(db, { state: 'open', openedAt: '2026-10-09T07:05:00Z', codiceFiscale: 'VRDLGU70A01H501X' });
  const { sessionId: suspended } = insertSession(db, { state: 'suspended' });
  db.close();
  desk.close();

  const again = openDesk(folder, time);
  for (let count = 0; count < 2; count += 1) await valueOf(again.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  const after = await lookInto(folder);
  expect(after.prepare('select id, state from session order by state').all()).toEqual([
    { id: sessionId, state: 'interrupted' },
    { id: suspended, state: 'suspended' },
  ]);
  expect(after.prepare("select session_id, data_json from journal where event = 'session-interrupted'").all()).toEqual([
    { session_id: sessionId, data_json: JSON.stringify({ clerk: clerkId, lastActivityAt: '2026-10-09T07:05:00Z' }) },
  ]);
});

test('a change of clerk interrupts nothing', async () => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder, new FakeTime());
  const { id } = await valueOf(desk.methods.openSession({ privacy: 'anonymous' }));
  await valueOf(desk.methods.signOut({}));
  await valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  expect((await lookInto(folder)).prepare('select id, state from session').all()).toEqual([{ id, state: 'open' }]);
});
