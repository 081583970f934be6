import type Database from 'better-sqlite3';
import type { DocumentState } from '../../../shared/procedure/condition-schema.ts';
import type { DocumentMark } from '../../../shared/procedure/run-state.ts';
import { statement } from '../db/statement.ts';

const documents = statement<[string], DocumentMark>('select document_id as document, subject, state from run_document where run_id = ?');
const mark = statement<[string, string, string, DocumentState, string]>(
  `insert into run_document (run_id, document_id, subject, state, marked_at) values (?, ?, ?, ?, ?)
   on conflict do update set state = excluded.state, marked_at = excluded.marked_at`,
);
const unmark = statement<[string, string, string]>('delete from run_document where run_id = ? and document_id = ? and subject = ?');
const blocks = statement<[string], { block: string }>('select block_id as block from run_block where run_id = ? order by passed_at');
const pass = statement<[string, string, string]>('insert into run_block (run_id, block_id, passed_at) values (?, ?, ?) on conflict do nothing');

export const documentMarks = (db: Database.Database, runId: string): readonly DocumentMark[] => documents(db).all(runId);
export const passedBlocks = (db: Database.Database, runId: string): readonly string[] => blocks(db).all(runId).map((row) => row.block);
export const passBlockRow = (db: Database.Database, runId: string, block: string, at: string): unknown => pass(db).run(runId, block, at);

/** Writes a mark, or takes it back when `state` is null. */
export function writeMark(db: Database.Database, runId: string, document: string, subject: string, state: DocumentState | null, at: string): void {
  if (state === null) unmark(db).run(runId, document, subject);
  else mark(db).run(runId, document, subject, state, at);
}
