import type Database from 'better-sqlite3';

type Run = (work: () => void) => void;
const runs = new WeakMap<Database.Database, Run>();

/**
 * Does all of `work` or, when it throws, nothing of it; gives back what it gives. Reads inside share one lock, and the
 * transaction is made once for each database: taking locks and making transactions cost more than the statements.
 */
export function inTransaction<T>(db: Database.Database, work: () => T): T {
  const run: Run = runs.get(db) ?? db.transaction((inner: () => void) => inner());
  runs.set(db, run);
  const done: { readonly value: T }[] = [];
  run(() => void done.push({ value: work() }));
  const [only] = done;
  if (only === undefined) throw new Error('A transaction ended without its work');
  return only.value;
}
