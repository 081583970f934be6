import { readdirSync, statSync, truncateSync } from 'node:fs';
import { expect, test } from 'vitest';
import { listCopies } from '../../../electron/host/records/copies.ts';
import { recordsPath } from '../../../electron/host/records/desk-files.ts';
import { killedAtEachStep } from '../../kill/killed-at-each-step.ts';
import { deskSetUp, firstSetup, soon, startDesk, temporaryFolder, valueOf } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, lookInto } from '../records-on-disk.ts';

const { passphrase } = firstSetup;

/** Records cut short, with a copy and something newer than the copy that can still be read. */
async function damagedDesk() {
  const folder = temporaryFolder();
  const time = new FakeTime('2026-10-09T08:00:00Z');
  const { desk, clerkId } = await deskSetUp(folder, time);
  time.pass({ seconds: 6 });
  await soon(() => expect(listCopies(folder)).toHaveLength(1));
  desk.close();
  const db = await lookInto(folder);
  insertSession(db);
  db.exec('create table filler (x text) strict; insert into filler values (hex(randomblob(20000)))');
  db.close();
  truncateSync(recordsPath(folder), statSync(recordsPath(folder)).size - 3 * 4096);
  return { folder, clerkId, name: listCopies(folder)[0]?.name ?? '' };
}

test('killed anywhere in a restore, the next start asks again or carries it through: nothing readable is lost, it is told once', async () => {
  const { folder, clerkId, name } = await damagedDesk();
  const asked: boolean[] = [];
  const look = async (left: string) => {
    const { methods, close } = startDesk(left);
    try {
      const signedIn = await methods.signIn({ clerkId, passphrase });
      asked.push(!signedIn.ok);
      if (!signedIn.ok) await valueOf(methods.restoreCopy({ name, clerkId, passphrase }));
      expect(await valueOf(methods.verifyJournal({}))).toMatchObject({ intact: true });
    } finally {
      close();
    }
    const db = await lookInto(left);
    expect(db.prepare('select surname from resident').pluck().all()).toEqual(['Rossi']);
    expect(db.prepare("select count(*) from journal where event = 'copy-restored'").pluck().get()).toBe(1);
    expect(db.prepare("select data_json from journal where event = 'journal-cut' and data_json ->> 'restored' = 0").all()).toEqual([]);
    db.close();
    expect(readdirSync(left).filter((file) => /restore|salvage/.test(file))).toEqual([]);
  };
  const calls = [['signIn', { clerkId, passphrase }], ['restoreCopy', { name, clerkId, passphrase }]] as const;
  const kills = await killedAtEachStep(folder, calls, temporaryFolder(), look);
  expect(kills).toBeGreaterThan(10);
  expect([asked[0], asked.at(-1)]).toEqual([true, false]);
  expect(asked).toEqual(asked.toSorted().toReversed());
}, 120_000);
