import { expect, test } from 'vitest';
import { openRecords } from '../session/context-in-a-folder.ts';

/** What the desk takes a row out of. SQLite looks in each table that refers to one whether the row is still spoken of. */
const deletes = [
  'delete from name_token where id = 1',
  'delete from resident where id = ?',
  'delete from session where id = ?',
  'delete from session_person where id = ?',
  'delete from consultation where id = ?',
  'delete from issued_number where id = ?',
] as const;

test.each(deletes)('%s walks through no table from end to end', (sql) => {
  const db = openRecords();
  const steps = db.prepare<string[], { detail: string }>(`explain query plan ${sql}`).all(...(sql.includes('?') ? [''] : []));
  expect(steps.map(({ detail }) => detail).filter((detail) => detail.startsWith('SCAN'))).toEqual([]);
});
