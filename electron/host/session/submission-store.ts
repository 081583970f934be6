import type Database from 'better-sqlite3';
import type { Submission } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';

interface SubmissionRow {
  readonly id: string;
  readonly step_id: string;
  readonly portal: string;
  readonly intended_at: string;
  readonly settled_at: string | null;
  readonly sent: 0 | 1 | null;
}

const ofRun = statement<[string], SubmissionRow>(
  'select id, step_id, portal, intended_at, settled_at, sent from submission where run_id = ? order by rowid',
);
const insert = statement<[{ id: string; run: string; step: string; portal: string; at: string }]>(
  'insert into submission (id, run_id, step_id, portal, intended_at) values (@id, @run, @step, @portal, @at)',
);
const settle = statement<[string, 0 | 1, string, string]>('update submission set settled_at = ?, sent = ? where id = ? and run_id = ?');
const pendingOfRun = statement<[string], { found: 1 }>('select 1 as found from submission where run_id = ? and settled_at is null limit 1');
const pendingOfSession = statement<[string], { found: 1 }>(
  `select 1 as found from run r join submission s on s.run_id = r.id where r.session_id = ? and s.settled_at is null limit 1`,
);

export const submissionsOf = (db: Database.Database, runId: string): readonly Submission[] =>
  ofRun(db).all(runId).map((row) => ({
    id: row.id,
    step: row.step_id,
    portal: row.portal,
    intendedAt: row.intended_at,
    result: row.settled_at === null ? undefined : { at: row.settled_at, sent: row.sent === 1 },
  }));

export const insertSubmission = (db: Database.Database, submission: { id: string; run: string; step: string; portal: string; at: string }): unknown =>
  insert(db).run(submission);

export const settleSubmissionRow = (db: Database.Database, id: string, runId: string, sent: boolean, at: string): unknown =>
  settle(db).run(at, sent ? 1 : 0, id, runId);

/** Whether nobody knows yet what became of a submission of this run. */
export const runHasPendingSubmission = (db: Database.Database, runId: string): boolean => pendingOfRun(db).get(runId) !== undefined;
export const sessionHasPendingSubmission = (db: Database.Database, sessionId: string): boolean =>
  pendingOfSession(db).get(sessionId) !== undefined;
