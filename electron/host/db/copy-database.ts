import type Database from 'better-sqlite3';
import { isWholeDatabase } from './check-database.ts';
import { makePrivateFile, putInPlace, removeDatabase } from './database-files.ts';
import { openDatabase } from './open-database.ts';

/**
 * Writes a copy of an open database, under the same key, and reads all of it back before giving it its name: a file called
 * a copy is a good one. Answers false when what was read back is not whole.
 * @throws SqliteError or a file system error; the unfinished copy is then removed.
 */
export function copyDatabase(db: Database.Database, key: Buffer, to: string): boolean {
  const unfinished = `${to}.part`;
  removeDatabase(unfinished);
  try {
    makePrivateFile(unfinished);
    db.prepare('vacuum into ?').run(unfinished);
    const whole = checkDatabaseFile(unfinished, key);
    if (whole) putInPlace(unfinished, to);
    return whole;
  } finally {
    removeDatabase(unfinished);
  }
}

/** Opens a database file and reads all of it. */
export function checkDatabaseFile(path: string, key: Buffer): boolean {
  return isWholeFile(openDatabase(path, key));
}

/** Reads all of a database just opened, and closes it. */
export function isWholeFile(db: Database.Database): boolean {
  try {
    return isWholeDatabase(db);
  } finally {
    db.close();
  }
}
