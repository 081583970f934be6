import { expect, test } from 'vitest';
import { deskSetUp, firstSetup, openDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { insertSession, lookInto, scribble } from '../records-on-disk.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';

/** The desk, signed in, with the pages of one table destroyed under it. */
async function deskWithBrokenTable() {
  const folder = temporaryFolder();
  const first = await deskSetUp(folder);
  const db = await lookInto(folder);
  db.transaction(() => {
    for (let index = 0; index < 100; index += 1) insertSession(db, { codiceFiscale: `RSSMRA80A01H${String(index).padStart(3, '0')}U` });
  })();
  const root = Number(db.prepare("select rootpage from sqlite_schema where name = 'session'").pluck().get());
  db.close();
  first.desk.close();
  scribble(recordsPath(folder), (root - 1) * 4096 + 100);
  return { desk: openDesk(folder), clerkId: first.clerkId };
}

test('a call that meets a damaged page is refused, the desk locks and every screen is told', async () => {
  const { desk, clerkId } = await deskWithBrokenTable();
  const heard: string[] = [];
  desk.subscribe(({ name }) => heard.push(name));
  const signedIn = await desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase });
  const met = signedIn.ok ? await desk.methods.searchSessions({}) : signedIn;
  expect(met).toEqual({ ok: false, code: 'database-damaged' });
  expect(desk.seat()).toBeUndefined();
  expect(heard.at(-1)).toBe('deskChanged');
  expect(await valueOf(desk.methods.describeDesk({}))).toMatchObject({ state: 'signed-out', trouble: { code: 'database-damaged' } });
});

test('a fault of the program is not taken for trouble with the records', async () => {
  const { desk } = await deskSetUp(temporaryFolder(), { library: { list: () => { throw new TypeError('bug'); }, find: () => undefined, troubles: () => [] } });
  expect(() => desk.methods.listProcedures({})).toThrow('bug');
  expect(desk.seat()).toBeDefined();
});
