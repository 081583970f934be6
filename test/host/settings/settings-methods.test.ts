import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { lookInto } from '../records-on-disk.ts';

test('settings are kept, shown on the locked desk, and the journal says which changed', async () => {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  const before = await valueOf(desk.methods.readSettings({}));
  const comune = { name: 'Borgo Sereno', province: 'PR', code: 'H682' };
  const after = { ...before, comune, kind: 'PCS', deskContact: 'Piazza Libertà 1, martedì 9-12', lockAfterMinutes: 5 } as const;
  await valueOf(desk.methods.saveSettings(after));
  expect(await valueOf(desk.methods.readSettings({}))).toEqual(after);
  expect((await lookInto(folder)).prepare("select data_json from journal where event = 'settings-changed'").pluck().all()).toEqual([
    '{"changed":"comune kind lockAfterMinutes deskContact"}',
  ]);
  desk.close();
  const again = openDesk(folder);
  expect(await valueOf(again.methods.describeDesk({}))).toMatchObject({ comune, kind: 'PCS' });
  await valueOf(again.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  expect(await valueOf(again.methods.readSettings({}))).toEqual(after);
});
