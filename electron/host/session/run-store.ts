import type Database from 'better-sqlite3';
import type { Outcome } from '../../../shared/session/closed-lists.ts';
import { statement } from '../db/statement.ts';

/** A run as its table has it. */
export interface RunRow {
  readonly id: string;
  readonly session_id: string;
  readonly procedure_id: string;
  readonly content_hash: string;
  readonly started_at: string;
  readonly ended_at: string | null;
  readonly outcome: Outcome | null;
  readonly note: string;
}

type NewRun = Pick<RunRow, 'id' | 'session_id' | 'procedure_id' | 'content_hash' | 'started_at'>;

const byId = statement<[string], RunRow>('select * from run where id = ?');
const ofSession = statement<[string], RunRow>('select * from run where session_id = ? order by rowid');
const insert = statement<[NewRun]>(
  `insert into run (id, session_id, procedure_id, content_hash, started_at)
   values (@id, @session_id, @procedure_id, @content_hash, @started_at)`,
);
const setNote = statement<[string, string]>('update run set note = ? where id = ?');
const end = statement<[string, Outcome, string]>('update run set ended_at = ?, outcome = ? where id = ?');
const endAll = statement<[{ at: string; outcome: Outcome; session: string }]>(
  `update run set ended_at = @at, outcome = case
     when @outcome in ('submitted', 'handed-over')
       and (select count(*) from run other where other.session_id = @session) > 1
       and not exists (select 1 from submission s where s.run_id = run.id and s.sent = 1) then 'info-only'
     else @outcome end
   where session_id = @session and ended_at is null`,
);
const goOn = statement<[string]>('update run set ended_at = null, outcome = null where id = ?');
const used = statement<[string, string], { times: number }>(
  'select count(*) as times from run where procedure_id = ? and started_at >= ?',
);

export const findRun = (db: Database.Database, id: string): RunRow | undefined => byId(db).get(id);
/** A session's runs in the order they were begun. */
export const runsOf = (db: Database.Database, sessionId: string): readonly RunRow[] => ofSession(db).all(sessionId);
export const insertRun = (db: Database.Database, run: NewRun): unknown => insert(db).run(run);
export const setNoteOf = (db: Database.Database, runId: string, note: string): unknown => setNote(db).run(note, runId);
export const endRunRow = (db: Database.Database, runId: string, outcome: Outcome, at: string): unknown => end(db).run(at, outcome, runId);
/**
 * Ends whatever is still going on in a session, with the session's outcome. Of several procedures one of which was sent or handed
 * over, another of which nothing says so ends as talked about: its sheet must not say of it what is true of its neighbour.
 */
export const endOpenRuns = (db: Database.Database, session: string, outcome: Outcome, at: string): unknown => endAll(db).run({ at, outcome, session });
export const goOnWithRun = (db: Database.Database, runId: string): unknown => goOn(db).run(runId);
/** How many runs of a procedure began at or after an instant. */
export const timesUsedSince = (db: Database.Database, procedure: string, since: string): number =>
  used(db).get(procedure, since)?.times ?? 0;
