import type Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import { statement } from '../db/statement.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { commitChange } from './commit-change.ts';
import { sessionInHand } from './session-access.ts';

// A session that was closed and reopened has been somebody's visit, whatever is left in it.
const content = statement<[{ id: string }], { found: 1 }>(
  `select 1 as found where exists (select 1 from session_person where session_id = @id) or exists (select 1 from run where session_id = @id)
     or exists (select 1 from follow_up where session_id = @id) or exists (select 1 from print_job where session_id = @id)
     or exists (select 1 from consultation where session_id = @id)
     or exists (select 1 from journal where session_id = @id and event = 'session-closed')`,
);
const remove = statement<[string]>('delete from session where id = ?');

const isEmpty = (db: Database.Database, id: string): boolean => content(db).get({ id }) === undefined;

/** Throwing away a session that was opened and in which nobody and nothing was written down. */
export const discardMethods = (context: HostContext): Pick<SessionHalf, 'discardSession'> => ({
  discardSession: ({ sessionId }) => {
    const found = sessionInHand(context, sessionId);
    if (!found.ok) return found;
    if (!isEmpty(context.db, sessionId)) return refuse('session-not-empty');
    commitChange(context, { event: 'session-discarded', sessionId, data: { number: found.value.number } }, () => void remove(context.db).run(sessionId));
    return answer(null);
  },
});
