import type Database from 'better-sqlite3';
import { callNoteSchema } from '../../../shared/session/consultation-view.ts';
import type { CallNote, NotedCall } from '../../../shared/session/consultation-view.ts';
import { statement } from '../db/statement.ts';

const of = statement<[string], { at: string; note_json: string }>('select at, note_json from call_note where consultation_id = ? order by id');
const insert = statement<[string, string, string]>('insert into call_note (consultation_id, at, note_json) values (?, ?, ?)');

/** In the order they were noted. */
export const notesOf = (db: Database.Database, consultationId: string): readonly NotedCall[] =>
  of(db).all(consultationId).map(({ at, note_json: json }) => ({ at, ...callNoteSchema.parse(JSON.parse(json)) }));
export const insertNote = (db: Database.Database, consultationId: string, at: string, note: CallNote): unknown =>
  insert(db).run(consultationId, at, JSON.stringify(note));
