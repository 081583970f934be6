import type Database from 'better-sqlite3';
import type { NumberKind } from '../../../shared/session/closed-lists.ts';
import { normaliseNumber } from '../../../shared/session/issued-number.ts';
import type { IssuedNumber } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';

const ofRun = statement<[string], IssuedNumber>(
  'select id, kind, value, added_at as addedAt from issued_number where run_id = ? order by rowid',
);
const insert = statement<[{ id: string; run: string; kind: NumberKind; value: string; normalised: string; at: string }]>(
  'insert into issued_number (id, run_id, kind, value, normalised, added_at) values (@id, @run, @kind, @value, @normalised, @at)',
);
const same = statement<[string, NumberKind, string], { found: 1 }>(
  'select 1 as found from issued_number where run_id = ? and kind = ? and normalised = ?',
);
const remove = statement<[string, string]>('delete from issued_number where id = ? and run_id = ?');

export const numbersOf = (db: Database.Database, runId: string): readonly IssuedNumber[] => ofRun(db).all(runId);

export const hasNumber = (db: Database.Database, runId: string, kind: NumberKind, value: string): boolean =>
  same(db).get(runId, kind, normaliseNumber(value)) !== undefined;

export const insertNumber = (db: Database.Database, number: { id: string; run: string; kind: NumberKind; value: string; at: string }): unknown =>
  insert(db).run({ ...number, normalised: normaliseNumber(number.value) });

export const removeNumberRow = (db: Database.Database, id: string, runId: string): unknown => remove(db).run(id, runId);
