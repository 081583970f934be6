import { statSync } from 'node:fs';
import type Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { databaseVersion, migrate } from '../db/migrate.ts';
import { openDatabase } from '../db/open-database.ts';

export interface OpenedFile {
  readonly db: Database.Database;
  /** The version it had before, when it was brought to a newer one just now. */
  readonly migratedFrom: number | undefined;
}

/**
 * Opens the records with their key and brings them to the newest shape. Looks at the first pages only, so that a big file
 * opens at once; every page is read when the day's copy is made. A file that is missing or empty, or no
 * file at all, is damaged, not new.
 * @throws SqliteError; see databaseTrouble for what it means.
 */
export function openRecordsFile(path: string, key: Buffer, beforeFirst: (db: Database.Database) => void): Answer<OpenedFile> {
  const file = statSync(path, { throwIfNoEntry: false });
  if (file?.isFile() !== true || file.size === 0) return refuse('database-damaged');
  const db = openDatabase(path, key);
  try {
    const from = databaseVersion(db);
    const migrated = from === 0 ? refuse('database-damaged') : migrate(db, () => beforeFirst(db));
    if (migrated.ok) return answer({ db, migratedFrom: migrated.value.applied > 0 ? from : undefined });
    db.close();
    return migrated;
  } catch (error) {
    db.close();
    throw error;
  }
}
