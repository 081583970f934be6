import type Database from 'better-sqlite3';

/** Reads every page, and with it the seal on each, and checks that the tables hang together. */
export function isWholeDatabase(db: Database.Database): boolean {
  return db.pragma('quick_check(1)', { simple: true }) === 'ok';
}
