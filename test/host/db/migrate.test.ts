import { createHash } from 'node:crypto';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { expect, test } from 'vitest';
import { databaseVersion, migrate } from '../../../electron/host/db/migrate.ts';
import { migrations } from '../../../electron/host/db/migrations.ts';
import { residentsNamed } from '../../../electron/host/session/name-search.ts';
import { insertResident } from '../../../electron/host/session/resident-store.ts';
import { temporaryFolder } from '../desk-in-a-folder.ts';

/**
 * SHA-256 of each migration as it was released. A released one is never edited: add a new file and a new row, here too.
 * Only until version 0.1.0 is out may the first one still change, and its hash with it.
 */
const released: Readonly<Record<string, string>> = {
  records: '4399dd2e3d1b1452bd1332f085b2a43122f8416803f863b4214f068af97263de',
  consultations: '728f2ed54c2863f409975292202778ae917dbb87b6eb298ca03f4ccdbe06183c',
  'continued-sessions': 'e33b9c9fc2682f418e1ca5fa98700f1a872601eb0e855b15771b1d067751049d',
  'spellings-by-word': 'c97ec83d336ec95a0c8bfa059a1fa6b26432b51eee8af631a30cf5fbdf78798e',
};

const plainFile = () => new Database(join(temporaryFolder(), 'plain.db'));
const first = { number: 1, name: 'first', sql: 'create table a (x) strict' };

test('released migrations are as they were released', () => {
  expect(Object.fromEntries(migrations.map(({ name, sql }) => [name, createHash('sha256').update(sql).digest('hex')]))).toEqual(released);
});

test('the numbers are 1, 2, 3 and every one of them applies to an empty file', () => {
  expect(migrations.map(({ number }) => number)).toEqual(migrations.map((_, index) => index + 1));
  const db = plainFile();
  expect(migrate(db, () => undefined)).toMatchObject({ ok: true, value: { applied: migrations.length } });
  expect(databaseVersion(db)).toBe(migrations.length);
  expect(db.pragma('foreign_key_check')).toEqual([]);
});

test('migrations out of order are a fault of the program', () => {
  expect(() => migrate(plainFile(), () => undefined, [{ number: 2, name: 'second', sql: '' }])).toThrow('out of order');
});

test('only what is missing is applied, and the copy comes first', () => {
  const db = plainFile();
  migrate(db, () => undefined, [{ ...first, sql: 'create table a (x integer) strict' }]);
  const seen: number[] = [];
  const second = { number: 2, name: 'second', sql: 'alter table a add column y integer' };
  migrate(db, () => seen.push(databaseVersion(db)), [first, second]);
  expect(seen).toEqual([1]);
  expect(db.prepare('select x, y from a').all()).toEqual([]);
  migrate(db, () => seen.push(databaseVersion(db)), [first, second]);
  expect(seen).toEqual([1]);
});

test('a migration that fails leaves the shape before it, whole', () => {
  const db = plainFile();
  const broken = { number: 2, name: 'broken', sql: 'create table b (x integer) strict; insert into nowhere values (1)' };
  expect(() => migrate(db, () => undefined, [{ ...first, sql: 'create table a (x integer) strict' }, broken])).toThrow('nowhere');
  expect(databaseVersion(db)).toBe(1);
  expect(db.prepare("select name from sqlite_schema where type = 'table'").pluck().all()).toEqual(['a']);
});

test('a database of a newer program is refused and left alone', () => {
  const db = plainFile();
  db.pragma('user_version = 99');
  expect(migrate(db, () => expect.unreachable('nothing may be touched'))).toMatchObject({ ok: false, code: 'database-newer', details: { found: 99 } });
});

test('records of before the spellings had their index keep every word, and are found by a name with a typo', () => {
  const db = plainFile();
  migrate(db, () => undefined, migrations.slice(0, 3));
  insertResident(db, 'mario', { surname: 'Rossi', givenName: 'Mario' }, '2026-03-10T08:00:00.000Z');
  const spellings = () => db.prepare('select * from name_token_deletion order by spelling').all();
  const before = spellings();
  expect(migrate(db, () => undefined, migrations.slice(0, 4))).toEqual({ ok: true, value: { applied: 1 } });
  expect(spellings()).toEqual(before);
  expect([...residentsNamed(db, 'rosi')]).toEqual([['mario', 1]]);
});
