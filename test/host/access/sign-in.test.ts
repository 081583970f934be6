import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';

test('a desk that was set up is signed out after a restart and opens with the passphrase', async () => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  expect(desk.seat()).toMatchObject({ role: 'supervisor', displayName: 'Elena Conti' });
  desk.close();

  const again = openDesk(folder);
  expect(await valueOf(again.methods.describeDesk({}))).toMatchObject({
    state: 'signed-out',
    comune: firstSetup.comune,
    clerks: [{ id: clerkId, displayName: 'Elena Conti' }],
    signedIn: undefined,
    trouble: undefined,
  });
  expect(await again.methods.listClerks({})).toMatchObject({ ok: false, code: 'not-signed-in' });
  expect(await again.methods.signIn({ clerkId, passphrase: 'non è questa la frase' })).toMatchObject({ ok: false, code: 'wrong-passphrase' });
  expect(await again.methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toEqual({ ok: true, value: null });
  expect(again.seat()).toMatchObject({ clerkId });
});

test.each(['signIn', 'completeSetup'] as const)('a desk that is closed while %s waits for its key opens nothing any more', async (method) => {
  const folder = temporaryFolder();
  const setUp = method === 'signIn' ? await deskSetUp(folder) : undefined;
  setUp?.desk.close();
  const desk = openDesk(folder);
  const waiting = setUp === undefined ? desk.methods.completeSetup(firstSetup) : desk.methods.signIn({ clerkId: setUp.clerkId, passphrase: firstSetup.passphrase });
  desk.close();
  const next = openDesk(folder);
  expect(await waiting).toMatchObject({ ok: false });
  expect(desk.seat()).toBeUndefined();
  const { state } = await valueOf(next.methods.describeDesk({}));
  expect(state).toBe(setUp === undefined ? 'setup' : 'signed-out');
});

test('signing out closes the records and says so', async () => {
  const { desk } = await deskSetUp(temporaryFolder());
  const heard: string[] = [];
  desk.subscribe((event) => heard.push(event.name));
  await valueOf(desk.methods.signOut({}));
  expect(desk.seat()).toBeUndefined();
  expect(heard).toEqual(['deskLocked', 'deskChanged']);
});
