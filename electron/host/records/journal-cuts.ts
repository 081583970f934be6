import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { JournalCut } from '../../../shared/desk/desk-view.ts';
import { databaseTrouble } from '../db/database-trouble.ts';
import { openDatabase } from '../db/open-database.ts';
import type { OpenRecords } from '../desk-core.ts';
import { copiesFolder, listCopies } from './copies.ts';
import { headOf, holds } from './journal-head.ts';
import type { JournalHead } from './journal-head.ts';
import { keepHead } from './keep-head.ts';

const dataSchema = z.strictObject({ why: z.enum(['shorter', 'rewritten', 'no-head']), known: z.number(), found: z.number(), restored: z.boolean() });

/** Every time the journal's end was found missing, and the safe copies that know lines it no longer holds. */
export function cutsOf(folder: string, open: OpenRecords): readonly JournalCut[] {
  keepHead(folder, open);
  const lines = open.db.prepare<[], { at: string; data_json: string }>("select at, data_json from journal where event = 'journal-cut' order by seq").all();
  const said = lines.flatMap(({ at, data_json }) => {
    // A line of another shape was tampered with: the chain of seals tells that.
    const { data } = dataSchema.safeParse(JSON.parse(data_json));
    return data === undefined ? [] : [{ at, ...data }];
  });
  return [...said, ...listCopies(folder).flatMap(({ name, at }) => cutByCopy(open, join(copiesFolder(folder), name), at, said))];
}

/** A copy that goes further than what an earlier cut left tells of that cut again. */
function cutByCopy({ db, key }: OpenRecords, copy: string, at: string, said: readonly JournalCut[]): readonly JournalCut[] {
  const head = headOfCopy(copy, key);
  if (head === undefined || holds(db, head) || said.some(({ why, found, known }) => why !== 'no-head' && head.events > Math.min(found, known - 1))) return [];
  return [{ at, why: 'copy', known: head.events, found: headOf(db).events, restored: false }];
}

/** Undefined for a copy that cannot be read: it proves nothing. */
function headOfCopy(path: string, key: Buffer): JournalHead | undefined {
  let db: Database.Database | undefined;
  try {
    db = openDatabase(path, key);
    return headOf(db);
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
    return undefined;
  } finally {
    db?.close();
  }
}
