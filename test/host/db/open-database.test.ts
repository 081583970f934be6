import { randomBytes } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { makePrivateFile } from '../../../electron/host/db/database-files.ts';
import { databaseTrouble } from '../../../electron/host/db/database-trouble.ts';
import { openDatabase } from '../../../electron/host/db/open-database.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';

function encryptedFile(key: Buffer): string {
  const path = join(temporaryFolder(), 'one.db');
  makePrivateFile(path);
  const db = openDatabase(path, key);
  db.exec("create table note (text text) strict; insert into note values ('MARCATORE in chiaro')");
  db.close();
  return path;
}

function thrownBy(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    return error;
  }
}

test('opens again with its key, with durable settings', () => {
  const key = randomBytes(32);
  const db = openDatabase(encryptedFile(key), key);
  expect(db.prepare('select text from note').pluck().get()).toBe('MARCATORE in chiaro');
  const pragma = (name: string) => db.pragma(name, { simple: true });
  expect([pragma('journal_mode'), pragma('synchronous'), pragma('foreign_keys'), pragma('temp_store'), pragma('secure_delete')]).toEqual(['wal', 2, 1, 2, 1]);
  db.close();
});

test('without the key there is nothing to read', () => {
  const path = encryptedFile(randomBytes(32));
  expect(databaseTrouble(thrownBy(() => openDatabase(path, randomBytes(32))))).toBe('database-damaged');
  const bytes = readFileSync(path);
  expect(bytes.includes('MARCATORE')).toBe(false);
  expect(bytes.includes('SQLite format')).toBe(false);
});

test('the write-ahead log is as private as the file', () => {
  const key = randomBytes(32);
  const path = encryptedFile(key);
  const db = openDatabase(path, key);
  db.exec("insert into note values ('MARCATORE nel registro')");
  expect(statSync(`${path}-wal`).mode & 0o777).toBe(0o600);
  expect(readFileSync(`${path}-wal`).includes('MARCATORE')).toBe(false);
  db.close();
});

test('a file that is not there is not made', () => {
  expect(databaseTrouble(thrownBy(() => openDatabase(join(temporaryFolder(), 'none.db'), randomBytes(32))))).toBe('folder-read-only');
});

test.each([
  ['SQLITE_CORRUPT_VTAB', 'database-damaged'],
  ['SQLITE_FULL', 'disk-full'],
  ['ENOSPC', 'disk-full'],
  ['SQLITE_READONLY_DBMOVED', 'folder-read-only'],
  ['EROFS', 'folder-read-only'],
  ['SQLITE_BUSY', 'database-in-use'],
  ['SQLITE_CONSTRAINT_UNIQUE', undefined],
])('%s means %s', (code, meaning) => {
  expect(databaseTrouble(Object.assign(new Error('x'), { code }))).toBe(meaning);
});
