import { accessSync, constants, existsSync, statSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { makePrivateFile } from './database-files.ts';
import { databaseTrouble } from './database-trouble.ts';

/** Held for as long as a desk works on a folder. */
export interface DeskLock {
  release(): void;
}

/**
 * Takes the folder for this process, or refuses with `database-in-use`. The lock is the operating system's own, on an
 * empty SQLite file: it ends with the process however that ends, and leaves nothing stale behind.
 */
export function lockDeskFolder(folder: string): Answer<DeskLock> {
  const path = join(folder, 'desk.lock');
  try {
    makeLockFile(path);
    if (statSync(path).isDirectory()) return refuse('folder-in-the-way');
    // A lock on a file that cannot be written is not exclusive, and SQLite does not say so.
    accessSync(path, constants.W_OK);
    return answer(holdEmptyFile(path));
  } catch (error) {
    const code = databaseTrouble(error);
    if (code === undefined) throw error;
    return refuse(code);
  }
}

/**
 * Two first starts may both get as far as this: one of them makes the file. One that is there is never opened here, for
 * closing it again would end the lock this process may already hold.
 */
function makeLockFile(path: string): void {
  try {
    if (!existsSync(path)) makePrivateFile(path);
  } catch (error) {
    if (!existsSync(path)) throw error;
  }
}

/** What a disk error wrote into the file means nothing: it is emptied, for the records must not be taken for damaged because of it. */
function holdEmptyFile(path: string): DeskLock {
  try {
    return holdExclusively(path);
  } catch (error) {
    if (databaseTrouble(error) !== 'database-damaged') throw error;
    truncateSync(path);
    return holdExclusively(path);
  }
}

/** Two that begin at the same moment are in each other's way: each tries on for a little. */
const patienceMs = 50;

function holdExclusively(path: string): DeskLock {
  const db = new Database(path, { timeout: patienceMs });
  try {
    db.pragma('journal_mode = MEMORY');
    db.exec('begin exclusive');
  } catch (error) {
    db.close();
    throw error;
  }
  return { release: () => void db.close() };
}
