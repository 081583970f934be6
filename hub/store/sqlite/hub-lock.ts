import Database from 'better-sqlite3';
import { anotherHubIsRunning } from '../hub-store.ts';

/**
 * Takes a hub's state for this process: what one hub knows of who is connected, another does not. The lock is the operating
 * system's own, on an empty SQLite file beside the state: it ends with the process, however that ends. Commands beside a
 * running hub do not take it.
 * @throws Error `anotherHubIsRunning`, SqliteError
 */
export function lockState(path: string): Database.Database {
  const lock = new Database(`${path}.lock`, { timeout: 50 });
  try {
    lock.pragma('journal_mode = MEMORY');
    lock.exec('begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    throw error instanceof Error && 'code' in error && String(error.code).startsWith('SQLITE_BUSY') ? new Error(anotherHubIsRunning) : error;
  }
}
