import { join } from 'node:path';
import { expect, test } from 'vitest';
import { dispatch } from '../../electron/host/desk-dispatch.ts';
import { trainingSetup } from '../../electron/host/training/training-desk.ts';
import { deskApi } from '../../shared/desk/desk-api.ts';
import { testLibrary } from '../kill/kill-desk.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from './desk-in-a-folder.ts';
import { allFiles, mario } from './records-on-disk.ts';

/** Every value a call may carry, by the name of its field: ids and secrets of the real desk, paths that lead to it. */
const carried = (ids: Readonly<Record<string, string>>, realFolder: string) => ({
  ...ids,
  name: `../../desk/copies/${realFolder}`,
  passphrase: firstSetup.passphrase,
  currentPassphrase: firstSetup.passphrase,
  newPassphrase: 'un gatto sul tetto della chiesa',
  privacy: 'named',
  query: mario.surname,
});

test('whatever is called in training, with whatever was learnt at the real desk, the real one’s files stay as they are', async () => {
  const folder = temporaryFolder();
  const realFolder = join(folder, 'desk');
  const { desk: real, clerkId, recoveryCode } = await deskSetUp(realFolder, { library: testLibrary() });
  const { id: sessionId } = await valueOf(real.methods.openSession({ privacy: 'named' }));
  await valueOf(real.methods.addPerson({ sessionId, person: { role: 'main', details: mario } }));
  await valueOf(real.methods.signOut({}));
  const before = allFiles(realFolder);

  const training = openDesk(`${realFolder}-formazione`, { mode: 'training', library: testLibrary() });
  const { clerks } = await valueOf(training.methods.describeDesk({}));
  expect(await training.methods.signIn({ clerkId, passphrase: firstSetup.passphrase })).toMatchObject({ ok: false });
  expect(await training.methods.recoverAccess({ recoveryCode, clerkId, newPassphrase: 'un gatto sul tetto della chiesa' })).toMatchObject({ ok: false });
  await valueOf(training.methods.signIn({ clerkId: clerks[0]?.id ?? '', passphrase: trainingSetup.passphrase }));
  expect(await training.methods.readSession({ sessionId })).toMatchObject({ ok: false });

  const values: Readonly<Record<string, unknown>> = carried({ sessionId, clerkId, personId: sessionId, runId: sessionId, recoveryCode }, realFolder);
  for (const [method, { input }] of Object.entries(deskApi)) {
    const fields = Object.keys('shape' in input ? (input.shape as object) : {});
    await dispatch(training, method, Object.fromEntries(fields.flatMap((field) => (field in values ? [[field, values[field]]] : []))), () => undefined);
  }
  expect(allFiles(realFolder)).toEqual(before);
});
