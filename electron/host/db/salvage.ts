import Database from 'better-sqlite3';
import { databaseVersion } from './migrate.ts';
import { eachReadableRow, tablesOf } from './readable-rows.ts';
import type { Row, TableShape } from './readable-rows.ts';

/**
 * Brings over, into a copy of the records, what happened after it was made and can still be read in the damaged file: rows
 * added or changed since, and, in tables that can be read whole, rows taken away. Each page of the damaged file carries a
 * seal, so what can be read is what was written. Answers with the number of rows that came over, in one transaction.
 * @throws SqliteError when the damaged file cannot be opened at all; the copy is then as it was
 */
export function salvage(damaged: Database.Database, copy: Database.Database): number {
  if (databaseVersion(damaged) !== databaseVersion(copy)) return 0;
  return copy
    .transaction(() => {
      const tables = tablesOf(copy).filter(({ name }) => name !== 'journal');
      const changes = tables.map((table) => bringTable(damaged, copy, table)).reduce((sum, rows) => sum + rows, 0);
      return changes + bringJournal(damaged, copy);
    })
    .immediate();
}

function bringTable(damaged: Database.Database, copy: Database.Database, table: TableShape): number {
  const bring = copy.prepare<Row>(upsertOf(table));
  const seen = new Set<string>();
  const refused: Row[] = [];
  let rows = 0;
  const whole = eachReadableRow(damaged, table, (row) => {
    seen.add(keyOf(table, row));
    const brought = runUnlessUnfit(bring, row);
    if (brought === undefined) refused.push(row);
    rows += brought ?? 0;
  });
  return rows + bringRefused(bring, table, refused) + (whole ? removeUnseen(copy, table, seen) : 0);
}

/**
 * Rows of a table that speak of rows of the same table, which may have been read after them, from the last back: in the
 * other order now, and without a reference that may be empty where what it speaks of could not be read.
 */
function bringRefused(bring: Database.Statement<[Row]>, { loose }: TableShape, refused: readonly Row[]): number {
  if (loose.length === 0) return 0;
  const alone = Object.fromEntries(loose.map((column) => [column, null]));
  return refused.toReversed().reduce((rows, row) => rows + (runUnlessUnfit(bring, row) ?? runUnlessUnfit(bring, { ...row, ...alone }) ?? 0), 0);
}

/** Inserts a row or makes the one with its key equal to it; does nothing where they are equal already. */
function upsertOf({ name, columns, key }: TableShape): string {
  const others = columns.filter((column) => !key.includes(column));
  const given = columns.map((column) => `@${column}`).join(', ');
  const insert = `insert into ${name} (${columns.join(', ')}) values (${given}) on conflict (${key.join(', ')})`;
  if (others.length === 0) return `${insert} do nothing`;
  const differs = others.map((column) => `${name}.${column} is not excluded.${column}`).join(' or ');
  return `${insert} do update set ${others.map((column) => `${column} = excluded.${column}`).join(', ')} where ${differs}`;
}

/** Undefined for a row whose parent could not be read, or that is in the way of another one: it stays in the damaged file. */
function runUnlessUnfit(bring: Database.Statement<[Row]>, row: Row): number | undefined {
  try {
    return bring.run(row).changes;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_CONSTRAINT')) return undefined;
    throw error;
  }
}

function removeUnseen(copy: Database.Database, table: TableShape, seen: ReadonlySet<string>): number {
  const remove = copy.prepare<Row>(`delete from ${table.name} where ${table.key.map((column) => `${column} = @${column}`).join(' and ')}`);
  const gone = copy.prepare<[], Row>(`select ${table.key.join(', ')} from ${table.name}`).all().filter((row) => !seen.has(keyOf(table, row)));
  return gone.reduce((rows, row) => rows + (runUnlessUnfit(remove, row) ?? 0), 0);
}

const keyOf = ({ key }: TableShape, row: Row): string => JSON.stringify(key.map((column) => row[column]));

/** The lines after the copy's last one, as far as the chain can be followed. */
function bringJournal(damaged: Database.Database, copy: Database.Database): number {
  const insert = copy.prepare<Row>('insert into journal values (@seq, @at, @clerk_id, @event, @session_id, @data_json, @previous_hash, @hash)');
  let last = copy.prepare<[], Row>('select seq, hash from journal order by seq desc limit 1').get();
  const [journal] = tablesOf(damaged).filter(({ name }) => name === 'journal');
  let rows = 0;
  if (journal === undefined) return rows;
  eachReadableRow(damaged, journal, (line) => {
    if (line['previous_hash'] !== last?.['hash']) return;
    insert.run(line);
    last = line;
    rows += 1;
  });
  return rows;
}
