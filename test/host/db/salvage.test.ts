import { randomBytes } from 'node:crypto';
import { copyFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { isWholeDatabase } from '../../../electron/host/db/check-database.ts';
import { copyDatabase } from '../../../electron/host/db/copy-database.ts';
import { makePrivateFile } from '../../../electron/host/db/database-files.ts';
import { databaseTrouble } from '../../../electron/host/db/database-trouble.ts';
import { migrate } from '../../../electron/host/db/migrate.ts';
import { openDatabase } from '../../../electron/host/db/open-database.ts';
import { tablesOf } from '../../../electron/host/db/readable-rows.ts';
import { salvage } from '../../../electron/host/db/salvage.ts';
import { createJournal } from '../../../electron/host/journal.ts';
import { verifyChain } from '../../../electron/host/records/verify-journal.ts';
import { keptFolder, temporaryFolder } from '../desk-in-a-folder.ts';
import { FakeTime } from '../fake-time.ts';
import { insertSession, scribble } from '../records-on-disk.ts';

const key = randomBytes(32);
const folder = keptFolder();
const recordsFile = join(folder, 'records.db');
const copyFile = join(folder, 'copy.db');
const pageSize = 4096;

/** Records with a copy in the middle of their life: sessions before it, sessions, changes and removals after it. */
beforeAll(() => {
  makePrivateFile(recordsFile);
  const db = openDatabase(recordsFile, key);
  migrate(db, () => undefined);
  const journal = createJournal(db, new FakeTime().clock, null);
  db.exec("insert into clerk values ('elena', 'Elena Conti', 'supervisor', 1, '2026-10-09T07:00:00Z', null)");
  const session = (index: number) => {
    const { sessionId } = insertSession(db, { codiceFiscale: `RSSMRA80A01H${String(index).padStart(3, '0')}U` });
    for (let line = 0; line < 5; line += 1) journal.append('step-saved', { sessionId });
  };
  const sessions = (from: number, to: number) => db.transaction(() => Array.from({ length: to - from }, (_, index) => session(from + index)))();
  sessions(0, 60);
  copyDatabase(db, key, copyFile);
  sessions(60, 120);
  db.exec("update run set note = 'cambiata' where rowid % 3 = 0; delete from issued_number where rowid % 2 = 0");
  db.close();
});

function opened(file: string): Database.Database {
  const path = join(temporaryFolder(), 'opened.db');
  copyFileSync(file, path);
  return openDatabase(path, key);
}

function damagedAt(pages: readonly number[]): Database.Database {
  const path = join(temporaryFolder(), 'damaged.db');
  copyFileSync(recordsFile, path);
  for (const page of pages) scribble(path, page * pageSize + 100);
  return openDatabase(path, key);
}

const rowsOf = (db: Database.Database) => Object.fromEntries(tablesOf(db).map(({ name, walk }) => [name, db.prepare(`select * from ${name} order by ${walk.join(', ')}`).all()]));
const idsOf = (db: Database.Database) => db.prepare('select id from session').pluck().all();

test('from a file that is well, everything comes over, removals too', () => {
  const copy = opened(copyFile);
  const records = opened(recordsFile);
  expect(salvage(records, copy)).toBeGreaterThan(500);
  expect(rowsOf(copy)).toEqual(rowsOf(records));
  expect(salvage(records, copy)).toBe(0);
});

test('whatever pages are damaged, the copy loses nothing, gains what it can, and stays whole', async () => {
  const pages = statSync(recordsFile).size / pageSize;
  let gained = 0;
  await fc.assert(
    fc.asyncProperty(fc.uniqueArray(fc.integer({ min: 1, max: pages - 1 }), { minLength: 1, maxLength: 3 }), async (broken) => {
      const copy = opened(copyFile);
      const before = idsOf(copy);
      const rows = rowsFrom(broken, copy);
      gained += Math.min(rows, 1);
      expect(isWholeDatabase(copy)).toBe(true);
      expect(copy.pragma('foreign_key_check')).toEqual([]);
      expect(await verifyChain(copy)).toMatchObject({ intact: true });
      expect(idsOf(copy)).toEqual(expect.arrayContaining(before));
      copy.close();
    }),
    { numRuns: 25 },
  );
  expect(gained).toBeGreaterThan(10);
});

/** Damage may hit what is needed to open the file at all; then there is nothing to salvage. */
function rowsFrom(broken: readonly number[], copy: Database.Database): number {
  try {
    const damaged = damagedAt(broken);
    const rows = salvage(damaged, copy);
    damaged.close();
    return rows;
  } catch (error) {
    if (databaseTrouble(error) !== 'database-damaged') throw error;
    return 0;
  }
}

test('a session comes over although the one it goes on from is read after it, or not at all', () => {
  const records = opened(recordsFile);
  const [first, next, alone] = [1, 2, 3].map((index) => insertSession(records, { codiceFiscale: `BNCNNA75D45F${index}00Q` }).sessionId);
  // Behind a damaged page rows are read from the last back: a later row before the earlier one it speaks of.
  const goOn = records.prepare('update session set continues = ? where id = ?');
  goOn.run(next, first);
  records.pragma('foreign_keys = off');
  goOn.run('a session that cannot be read', alone);
  const copy = opened(copyFile);
  salvage(records, copy);
  const continues = copy.prepare('select continues from session where id = ?').pluck();
  expect([first, next, alone].map((id) => continues.get(id))).toEqual([next, null, null]);
  expect(copy.prepare('select count(*) from run where session_id in (?, ?, ?)').pluck().get(first, next, alone)).toBe(3);
  expect(copy.pragma('foreign_key_check')).toEqual([]);
});

test('nothing comes over between records of different shapes', () => {
  const records = opened(recordsFile);
  records.pragma('user_version = 99');
  expect(salvage(records, opened(copyFile))).toBe(0);
});
