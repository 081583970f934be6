import type Database from 'better-sqlite3';
import type { StoreMethods } from '../hub-store.ts';
import { consultationRows } from './consultation-rows.ts';
import { deskRows } from './desk-rows.ts';
import { guestRows } from './guest-rows.ts';
import { officeRows } from './office-rows.ts';
import { officialRows } from './official-rows.ts';
import { purgeRows } from './purge-rows.ts';
import { stepRows } from './step-rows.ts';

/** The store on an open database, waiting for the disk at each write. */
export const storeMethods = (db: Database.Database): StoreMethods => ({
  changedElsewhere: changeWatcher(db),
  ...officeRows(db),
  ...deskRows(db),
  ...officialRows(db),
  ...consultationRows(db),
  ...stepRows(db),
  ...guestRows(db),
  ...purgeRows(db),
});

/** SQLite counts what other connections commit. */
function changeWatcher(db: Database.Database): () => boolean {
  const version = (): number => Number(db.pragma('data_version', { simple: true }));
  let known = version();
  return () => {
    const before = known;
    known = version();
    return known !== before;
  };
}
