import { parentPort, workerData } from 'node:worker_threads';
import type Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import { isWholeDatabase } from './check-database.ts';
import { checkDatabaseFile, copyDatabase, isWholeFile } from './copy-database.ts';
import type { CopyTask } from './copy-in-background.ts';
import { databaseTrouble } from './database-trouble.ts';
import { openDatabase, openToRead } from './open-database.ts';
import { salvage } from './salvage.ts';

/** Work on a whole database, on a thread of its own: with years of records it takes seconds the desk must not stand still. */
function perform(task: CopyTask): { whole: boolean; rows: number } {
  const key = Buffer.from(task.key);
  switch (task.what) {
    case 'check':
      return { whole: checkDatabaseFile(task.path, key), rows: 0 };
    case 'look':
      return { whole: isWholeFile(openToRead(task.path, key)), rows: 0 };
    case 'copy':
      return { whole: withDatabase(task.path, key, (db) => copyDatabase(db, key, task.to)), rows: 0 };
    case 'salvage':
      return withDatabase(task.from, key, (damaged) =>
        withDatabase(task.path, key, (copy) => {
          const rows = salvage(damaged, copy);
          return { whole: isWholeDatabase(copy), rows };
        }),
      );
  }
}

function withDatabase<T>(path: string, key: Buffer, work: (db: Database.Database) => T): T {
  const db = openDatabase(path, key);
  try {
    return work(db);
  } finally {
    db.close();
  }
}

function report(task: CopyTask) {
  try {
    const { whole, rows } = perform(task);
    return whole ? answer({ rows }) : refuse('database-damaged');
  } catch (error) {
    const code = databaseTrouble(error);
    if (code === undefined) throw error;
    return refuse(code);
  } finally {
    task.key.fill(0);
  }
}

parentPort?.postMessage(report(workerData));
