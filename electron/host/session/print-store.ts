import type Database from 'better-sqlite3';
import type { PrintJob, PrintState } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';

const byId = statement<[string], PrintJob & { session: string }>('select id, session_id as session, state, at from print_job where id = ?');
const ofSession = statement<[string], PrintJob>('select id, state, at from print_job where session_id = ? order by rowid');
const insert = statement<[{ id: string; session: string; at: string }]>(
  `insert into print_job (id, session_id, state, at) values (@id, @session, 'queued', @at)`,
);
const settle = statement<[PrintState, string]>('update print_job set state = ? where id = ?');

export const findPrint = (db: Database.Database, id: string): (PrintJob & { readonly session: string }) | undefined => byId(db).get(id);
export const printsOf = (db: Database.Database, sessionId: string): readonly PrintJob[] => ofSession(db).all(sessionId);
export const insertPrint = (db: Database.Database, print: { id: string; session: string; at: string }): unknown => insert(db).run(print);
export const settlePrintRow = (db: Database.Database, id: string, state: PrintState): unknown => settle(db).run(state, id);
