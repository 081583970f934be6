import type Database from 'better-sqlite3';

/**
 * One SQL statement, prepared when a database first needs it and kept for as long as that database lives. `Params` are the
 * values bound to `?` in order, or one object for `@names`.
 */
export function statement<Params extends unknown[], Row = unknown>(sql: string): (db: Database.Database) => Database.Statement<Params, Row> {
  const prepared = new WeakMap<Database.Database, Database.Statement<Params, Row>>();
  return (db) => {
    const known = prepared.get(db);
    if (known !== undefined) return known;
    const made = db.prepare<Params, Row>(sql);
    prepared.set(db, made);
    return made;
  };
}
