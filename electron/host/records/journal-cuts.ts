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

const dataSchema = z.strictObject({ why: z.enum(['shorter', 'rewritten', 'no-head']), known: z.number(), hash: z.string().optional(), found: z.number(), restored: z.boolean() });

/** A cut as a line of the journal tells of it, and which line that is. */
interface Said {
  readonly line: JournalHead;
  readonly cut: JournalCut;
}

/** Every time the journal's end was found missing, and the safe copies that know lines it no longer holds. */
export function cutsOf(folder: string, open: OpenRecords): readonly JournalCut[] {
  keepHead(folder, open);
  const said = saidIn(open.db);
  return [...said.map(({ cut }) => cut), ...listCopies(folder).flatMap(({ name, at }) => cutByCopy(open, join(copiesFolder(folder), name), at, said))];
}

function saidIn(db: Database.Database): readonly Said[] {
  const lines = db.prepare<[], { events: number; hash: string; at: string; data_json: string }>("select seq as events, hash, at, data_json from journal where event = 'journal-cut' order by seq").all();
  return lines.flatMap(({ events, hash, at, data_json }) => {
    // A line of another shape was tampered with: the chain of seals tells that.
    const { data } = dataSchema.safeParse(JSON.parse(data_json));
    return data === undefined ? [] : [{ line: { events, hash }, cut: { at, why: data.why, known: data.known, found: data.found, restored: data.restored } }];
  });
}

function cutByCopy({ db, key }: OpenRecords, copy: string, at: string, said: readonly Said[]): readonly JournalCut[] {
  return readCopy(copy, key, (inCopy) => {
    const head = headOf(inCopy);
    if (holds(db, head) || said.some((one) => explains(one, head, inCopy))) return [];
    return [{ at, why: 'copy', known: head.events, found: headOf(db).events, restored: false }];
  });
}

/** A copy that goes further than what a cut left tells of that cut again, unless it was made after it and holds its line. */
const explains = ({ line, cut: { why, found, known } }: Said, head: JournalHead, copy: Database.Database): boolean =>
  why !== 'no-head' && head.events > Math.min(found, known - 1) && !holds(copy, line);

/** What a copy tells; nothing where it cannot be read. */
function readCopy(path: string, key: Buffer, read: (copy: Database.Database) => readonly JournalCut[]): readonly JournalCut[] {
  let db: Database.Database | undefined;
  try {
    db = openDatabase(path, key);
    return read(db);
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
    return [];
  } finally {
    db?.close();
  }
}
