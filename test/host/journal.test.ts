import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { createJournal } from '../../electron/host/journal.ts';
import { migrate } from '../../electron/host/db/migrate.ts';
import { verifyChain } from '../../electron/host/records/verify-journal.ts';
import { temporaryFolder } from './desk-in-a-folder.ts';
import { FakeTime } from './fake-time.ts';

function journalOfThree(): Database.Database {
  const db = new Database(join(temporaryFolder(), 'journal.db'));
  migrate(db, () => undefined);
  const journal = createJournal(db, new FakeTime().clock, null);
  journal.append('desk-set-up');
  journal.append('signed-in', { data: { tries: 1 } });
  journal.append('signed-out');
  return db;
}

/** What somebody with the file and the key would have to do first. */
function tamper(db: Database.Database, sql: string): void {
  db.exec(`drop trigger journal_never_updated; drop trigger journal_never_deleted; ${sql}`);
}

test('an untouched journal is intact', async () => {
  expect(await verifyChain(journalOfThree())).toEqual({ events: 3, intact: true, firstBroken: undefined });
});

test('an empty one too', async () => {
  const db = new Database(join(temporaryFolder(), 'journal.db'));
  migrate(db, () => undefined);
  expect(await verifyChain(db)).toEqual({ events: 0, intact: true, firstBroken: undefined });
});

test.each([
  ['an event', "update journal set event = 'clerk-added' where seq = 2", 2],
  ['an instant', "update journal set at = '2020-01-01T00:00:00.000Z' where seq = 1", 1],
  ['a clerk', "update journal set clerk_id = 'x' where seq = 3", 3],
  ['data', "update journal set data_json = '{}' where seq = 2", 2],
  ['a hash', "update journal set hash = 'x' where seq = 1", 1],
  ['a line taken out', 'delete from journal where seq = 2', 3],
  ['the first line taken out', 'delete from journal where seq = 1', 2],
  ['two lines changing places', 'update journal set seq = seq + 10; update journal set seq = 2 where seq = 13; update journal set seq = 3 where seq = 12; update journal set seq = 1 where seq = 11', 2],
])('finds %s changed', async (_what, sql, firstBroken) => {
  const db = journalOfThree();
  tamper(db, sql);
  expect(await verifyChain(db)).toMatchObject({ intact: false, firstBroken });
});

test('the records themselves refuse to change or lose a line', () => {
  const db = journalOfThree();
  expect(() => db.exec("update journal set event = 'x'")).toThrow('append-only');
  expect(() => db.exec('delete from journal')).toThrow('append-only');
});

test('a change rolled back takes its line along, and the chain goes on', async () => {
  const db = journalOfThree();
  const journal = createJournal(db, new FakeTime().clock, null);
  const failing = db.transaction(() => {
    journal.append('session-opened');
    throw new Error('no');
  });
  expect(failing).toThrow('no');
  journal.append('session-opened');
  expect(await verifyChain(db)).toEqual({ events: 4, intact: true, firstBroken: undefined });
});

test('a journal longer than one page is walked to its end', async () => {
  const db = journalOfThree();
  const journal = createJournal(db, new FakeTime().clock, null);
  db.transaction(() => {
    for (let line = 0; line < 12_000; line += 1) journal.append('step-saved');
  })();
  expect(await verifyChain(db)).toMatchObject({ events: 12_003, intact: true });
});
