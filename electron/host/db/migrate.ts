import type Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import type { Answer } from '../../../shared/desk/refusal.ts';
import { migrations as released } from './migrations.ts';
import type { Migration } from './migrations.ts';

/** The number of the last migration the file went through; 0 is an empty file. */
export function databaseVersion(db: Database.Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

/**
 * Brings a database to the newest shape, each migration in one transaction with its number. `beforeFirst` runs once if
 * there is anything to do, before anything is changed: the place for a safe copy. Refuses a database of a newer program.
 * @throws SqliteError when a migration fails; the database then stands as the last whole migration left it.
 */
export function migrate(db: Database.Database, beforeFirst: () => void, migrations = released): Answer<{ applied: number }> {
  checkNumbers(migrations);
  const from = databaseVersion(db);
  if (from > migrations.length) return refuse('database-newer', { found: from, known: migrations.length });
  const waiting = migrations.slice(from);
  if (waiting.length > 0) beforeFirst();
  for (const migration of waiting) apply(db, migration);
  return answer({ applied: waiting.length });
}

function apply(db: Database.Database, migration: Migration): void {
  db.transaction(() => {
    db.exec(migration.sql);
    db.pragma(`user_version = ${migration.number}`);
  }).immediate();
}

function checkNumbers(migrations: readonly Migration[]): void {
  const wrong = migrations.find((migration, index) => migration.number !== index + 1);
  if (wrong !== undefined) throw new Error(`Migration ${wrong.number} (${wrong.name}) is out of order`);
}
