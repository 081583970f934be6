import { writeFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { copyBeforeMigration } from '../../electron/host/records/copies.ts';
import { deskSetUp, firstSetup, soon, temporaryFolder, valueOf } from './desk-in-a-folder.ts';
import { FakeTime } from './fake-time.ts';
import { allFiles, insertSession, keyOf, lookInto, mario } from './records-on-disk.ts';

/** As they could lie on disk: as typed, in capitals, in another encoding. */
const traces = [mario.surname, mario.codiceFiscale, 'INPS.0001', 'INPS0001', 'busta paga', 'richiamare', 'figlio di'].flatMap((text) =>
  [text, text.toUpperCase(), text.toLowerCase()].flatMap((form) => [Buffer.from(form), Buffer.from(form, 'utf16le')]),
);

const foundIn = (folder: string): readonly string[] =>
  [...allFiles(folder)].flatMap(([path, bytes]) => traces.filter((trace) => bytes.includes(trace)).map((trace) => `${path}: ${trace.toString()}`));

test('no file of the data folder holds a resident in plain text, whatever the desk is doing', async () => {
  const folder = temporaryFolder();
  const time = new FakeTime();
  const { desk, clerkId } = await deskSetUp(folder, time);
  const { id: sessionId } = await valueOf(desk.methods.openSession({ privacy: 'named' }));
  await valueOf(desk.methods.addPerson({ sessionId, person: { role: 'main', details: mario, relation: 'figlio di Rossi' } }));
  await valueOf(desk.methods.addFollowUp({ sessionId, due: '2026-11-02', what: 'richiamare Rossi' }));
  const db = await lookInto(folder);
  insertSession(db, { codiceFiscale: 'VRDLGU70A01H501X' });
  expect([...allFiles(folder).keys()].filter((path) => path.endsWith('-wal'))).toHaveLength(1);
  expect(foundIn(folder)).toEqual([]);

  time.pass({ seconds: 6 });
  copyBeforeMigration(folder, db, await keyOf(folder), time.clock());
  await soon(() => expect(db.prepare("select count(*) from journal where event = 'copy-made'").pluck().get()).toBe(1));
  expect([...allFiles(folder).keys()].filter((path) => path.includes('copies'))).toHaveLength(2);
  expect(foundIn(folder)).toEqual([]);

  db.pragma('wal_checkpoint(TRUNCATE)');
  db.close();
  await desk.methods.signIn({ clerkId, passphrase: 'sbagliata sbagliata' });
  await valueOf(desk.methods.signIn({ clerkId, passphrase: firstSetup.passphrase }));
  expect(foundIn(folder)).toEqual([]);
  desk.close();
  expect(foundIn(folder)).toEqual([]);
});

test('the test would see it', () => {
  const folder = temporaryFolder();
  writeFileSync(`${folder}/a`, `xx${mario.codiceFiscale.toLowerCase()}xx`);
  expect(foundIn(folder)).toHaveLength(1);
});
