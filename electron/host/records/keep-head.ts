import type Database from 'better-sqlite3';
import { databaseTrouble } from '../db/database-trouble.ts';
import type { DeskCore, OpenRecords } from '../desk-core.ts';
import type { Journal } from '../journal.ts';
import { headOf, holds, readHead, writeHead } from './journal-head.ts';
import type { JournalHead } from './journal-head.ts';

/** At most so much of the journal's end can be cut without trace while somebody works, milliseconds. */
const pause = 60_000;

interface Kept {
  readonly db: Database.Database;
  readonly key: Buffer;
  readonly journal: Journal;
}

/**
 * Notes down where the journal ends; first, if it no longer holds the end noted last, says so in the journal itself, once.
 *
 * The chain alone shows a line changed or taken out of the middle, and no line missing at the end. The head does, as it
 * lies in a file of its own under a seal made from the database key:
 * - records put back from an older file, or whose write-ahead log was cut, are noticed at the next sign-in, and so are
 *   lines deleted with the key but without this program's head;
 * - the file is written after the lines are durable, so it never knows more than the records: a kill or a power cut
 *   between the two raises no alarm. What was written since, a minute's work at most, can be cut unseen;
 * - a head that is missing or forged is said as well.
 * It does not prove that nobody who has the key (any clerk's passphrase opens it) wrote both anew, nor notice the whole
 * folder put back from one moment; the safe copies then still speak, where they were left (see cutsOf). Only a copy kept
 * where that person cannot reach shows that.
 */
export function keepHead(folder: string, { db, key, journal }: Kept, restored = false): void {
  const noted = readHead(folder, key);
  const now = headOf(db);
  if (noted === undefined) journal.append('journal-cut', { data: { why: 'no-head', known: 0, found: now.events, restored } });
  else if (!holds(db, noted) && !alreadySaid(db, noted)) {
    journal.append('journal-cut', { data: { why: now.events < noted.events ? 'shorter' : 'rewritten', known: noted.events, hash: noted.hash, found: now.events, restored } });
  }
  const head = headOf(db);
  if (head.hash !== noted?.hash) writeIfThereIsRoom(folder, key, head);
}

/** Keeps the head fresh for as long as the records are open; the function returned ends that. */
export function keepHeadFresh(core: DeskCore, open: OpenRecords): () => void {
  let callOff = (): void => undefined;
  const again = (): void => {
    callOff = core.timers.after(pause, () => {
      keepHeadIfPossible(core.folder, open);
      again();
    });
  };
  again();
  return () => callOff();
}

/** The same where nobody waits for an answer: damaged records or a full disk are somebody else's news. */
export function keepHeadIfPossible(folder: string, open: OpenRecords): void {
  try {
    keepHead(folder, open);
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
  }
}

/** Killed between the line in the journal and the new head, the desk finds the old head again: that very one, and no other. */
const alreadySaid = (db: Database.Database, { hash }: JournalHead): boolean =>
  db.prepare("select 1 from journal where event = 'journal-cut' and data_json ->> 'hash' = ?").get(hash) !== undefined;

/** An older head is still a true one. */
function writeIfThereIsRoom(folder: string, key: Buffer, head: { events: number; hash: string }): void {
  try {
    writeHead(folder, key, head);
  } catch (error) {
    if (databaseTrouble(error) === undefined) throw error;
  }
}
