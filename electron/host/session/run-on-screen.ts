import type Database from 'better-sqlite3';
import { statement } from '../db/statement.ts';
import { pinnedProcedure } from './procedure-version-store.ts';
import { stepOnScreen, stepsOf } from './step-store.ts';

// Of procedures begun in the same second and never touched, the one begun last.
const lastWorkedOn = statement<[string], { id: string; content_hash: string }>(
  `select id, content_hash from run where session_id = ? and ended_at is null
   order by max(started_at, coalesce((select max(saved_at) from run_step where run_id = run.id), '')) desc, rowid desc limit 1`,
);

/** Where a session stands: the run last worked on that has not ended, and the title of its step. */
export interface RunOnScreen {
  readonly run: string | undefined;
  readonly step: string | undefined;
}

export const nowhere: RunOnScreen = { run: undefined, step: undefined };

/** Where a session stands, also after the process died: it is read from the steps themselves. */
export function runOnScreen(db: Database.Database, sessionId: string): RunOnScreen {
  const found = lastWorkedOn(db).get(sessionId);
  if (found === undefined) return nowhere;
  const { texts } = pinnedProcedure(db, found.content_hash);
  return { run: found.id, step: texts.steps[stepOnScreen(stepsOf(db, found.id))]?.title };
}
