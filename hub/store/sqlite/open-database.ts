import { closeSync, existsSync, openSync } from 'node:fs';
import Database from 'better-sqlite3';
import { migrations as released } from '../migrations.ts';
import type { Migration } from '../migrations.ts';

/**
 * Opens a hub's database, made if need be, in its newest shape: WAL, every commit on disk before it counts.
 * @throws SqliteError; Error when the file is of a newer hub
 */
export function openHubDatabase(path: string, migrations: readonly Migration[] = released): Database.Database {
  // Only its owner can read it; SQLite gives the same permissions to the files it puts beside it.
  if (!existsSync(path)) closeSync(openSync(path, 'a', 0o600));
  const db = new Database(path);
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    db.pragma('foreign_keys = ON');
    db.pragma('secure_delete = ON');
    migrate(db, migrations);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(db: Database.Database, migrations: readonly Migration[]): void {
  const from = Number(db.pragma('user_version', { simple: true }));
  if (from > migrations.length) throw new Error(`the data is of a newer hub (version ${from}, this one knows ${migrations.length})`);
  for (const { number, sql } of migrations.slice(from))
    db.transaction(() => {
      db.exec(sql);
      db.pragma(`user_version = ${number}`);
    }).immediate();
}
