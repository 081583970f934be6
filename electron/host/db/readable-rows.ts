import type Database from 'better-sqlite3';
import { databaseTrouble } from './database-trouble.ts';

export type Row = Readonly<Record<string, string | number | null>>;

/** A table as SQLite describes it. */
export interface TableShape {
  readonly name: string;
  readonly columns: readonly string[];
  /** The columns of the primary key, in its order. */
  readonly key: readonly string[];
  /** What a walk through the table follows: the row id, or the key of a table without one. */
  readonly walk: readonly string[];
  /** The columns that are emptied when the row they speak of is taken away. */
  readonly loose: readonly string[];
}

/** The tables of a database, each after those it refers to: the order they were made in. */
export function tablesOf(db: Database.Database): readonly TableShape[] {
  const names = db.prepare<[], { name: string }>("select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' order by rowid").all();
  return names.map(({ name }) => shapeOf(db, name));
}

function shapeOf(db: Database.Database, name: string): TableShape {
  const columns = db.prepare<[string], { name: string; pk: number }>('select name, pk from pragma_table_info(?) order by cid').all(name);
  const key = columns.filter(({ pk }) => pk > 0).sort((one, other) => one.pk - other.pk).map((column) => column.name);
  const withoutRowid = db.prepare<[string], number>('select wr from pragma_table_list where name = ?').pluck().get(name) === 1;
  const loose = db.prepare<[string], string>(`select "from" from pragma_foreign_key_list(?) where on_delete = 'SET NULL'`).pluck().all(name);
  return { name, columns: columns.map((column) => column.name), key, walk: withoutRowid ? key : ['rowid'], loose };
}

/**
 * Gives every row of a table that can still be read: from the first to the first damaged page, then from the last back to
 * the last damaged page. Answers whether that was all of them.
 */
export function eachReadableRow(db: Database.Database, { name, walk }: TableShape, work: (row: Row) => void): boolean {
  const inOrder = (direction: 'asc' | 'desc') => db.prepare<[], Row>(`select * from ${name} order by ${walk.map((column) => `${column} ${direction}`).join(', ')}`);
  const whole = walkToDamage(inOrder('asc'), work);
  if (!whole) walkToDamage(inOrder('desc'), work);
  return whole;
}

function walkToDamage(rows: Database.Statement<[], Row>, work: (row: Row) => void): boolean {
  const readable = rows.iterate();
  for (;;) {
    const next = readUnlessDamaged(readable);
    if (next === undefined) return false;
    if (next.done === true) return true;
    work(next.value);
  }
}

function readUnlessDamaged(rows: IterableIterator<Row>): IteratorResult<Row> | undefined {
  try {
    return rows.next();
  } catch (error) {
    if (databaseTrouble(error) !== 'database-damaged') throw error;
    return undefined;
  }
}
