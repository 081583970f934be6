import { Temporal } from 'temporal-polyfill';
import { expect, test, vi } from 'vitest';
import { noteDeskDay } from '../../../electron/host/records/desk-days.ts';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { insertSession, lookInto, mario } from '../records-on-disk.ts';

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

/** A desk whose stored settings were changed behind its back, as a version with other rules would find them. */
async function deskWithStored(changes: Record<string, unknown>) {
  const folder = temporaryFolder();
  const { desk, clerkId } = await deskSetUp(folder);
  const before = await valueOf(desk.methods.readSettings({}));
  desk.close();
  const db = await lookInto(folder);
  const stored = JSON.parse(String(db.prepare('select json from settings').pluck().get()));
  db.prepare('update settings set json = ?').run(JSON.stringify({ ...stored, lockAfterMinutes: 7, ...changes }));
  const logged = vi.spyOn(console, 'error').mockReturnValue();
  const { methods } = openDesk(folder);
  const signIn = () => methods.signIn({ clerkId, passphrase: firstSetup.passphrase });
  return { db, methods, before, logged, signIn };
}

test('a setting that no longer passes its rule is at its first value, named on screen and in the log, until it is saved', async () => {
  const { methods, before, logged, signIn } = await deskWithStored({ deskContact: 'via '.repeat(100), hubAddress: 'http://vecchio.example.it', gone: 'of a later version' });
  await valueOf(signIn());
  const settings = await valueOf(methods.readSettings({}));
  expect(settings).toEqual({ ...before, lockAfterMinutes: 7 });
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ settingsReset: ['deskContact', 'hubAddress'] });
  expect(logged.mock.calls).toEqual([[expect.stringMatching(/^settings: deskContact hubAddress /)]]);
  expect(JSON.stringify(logged.mock.calls)).not.toContain('vecchio');
  await valueOf(methods.saveSettings(settings));
  await valueOf(signIn());
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ settingsReset: [] });
});

test('a comune that no longer passes is called as the locked desk calls it', async () => {
  const { methods, signIn } = await deskWithStored({ comune: { name: 'Roccabianca', province: '?', code: '' }, kind: 'PUE e PCS' });
  await valueOf(signIn());
  expect(await valueOf(methods.readSettings({}))).toMatchObject({ comune: firstSetup.comune, kind: 'both' });
  expect(await valueOf(methods.describeDesk({}))).toMatchObject({ settingsReset: ['comune', 'kind'] });
});

test('a row of the settings that is not settings locks nobody out', async () => {
  const { db, methods, before, signIn } = await deskWithStored({});
  db.exec("update settings set json = '[]'");
  await valueOf(signIn());
  expect(await valueOf(methods.readSettings({}))).toEqual(before);
});

test.each([{ retentionDays: 20 }, { exportBeforeWipe: 'sì' }])('nothing is wiped while %j waits for the supervisor', async (unreadable) => {
  const { db, methods, signIn } = await deskWithStored({ retentionDays: 30, ...unreadable });
  insertSession(db, { openedAt: '2020-01-10T09:00:00Z' });
  db.exec("update follow_up set state = 'done', settled_at = '2020-01-20T09:00:00Z'");
  for (let week = 1; week <= 200; week += 1) noteDeskDay(db, Temporal.Now.plainDateISO('Europe/Rome').subtract({ weeks: week }).toString());
  const kept = () => db.prepare('select surname from resident').pluck().all();
  await valueOf(signIn());
  expect(kept()).toEqual([mario.surname]);
  await valueOf(methods.saveSettings({ ...(await valueOf(methods.readSettings({}))), retentionDays: 30 }));
  await valueOf(signIn());
  expect(kept()).toEqual([null]);
});
