import type Database from 'better-sqlite3';
import { answer, refuse } from '../../../shared/desk/refusal.ts';
import { statement } from '../db/statement.ts';
import type { HostContext, SessionHalf } from '../host-context.ts';
import { commitChange } from './commit-change.ts';
import { peopleOf, removePersonRow } from './person-store.ts';
import { removeIfOrphan } from './resident-store.ts';
import { sessionInHand } from './session-access.ts';
import type { SessionRow } from './session-store.ts';

// A session that was closed and reopened has been somebody's visit, whatever is left in it.
const content = statement<[{ id: string }], { found: 1 }>(
  // An anonymous session begins with somebody of whom nothing is known: nobody yet.
  `select 1 as found where exists (select 1 from session_person p join session s on s.id = p.session_id where p.session_id = @id
       and not (s.privacy = 'anonymous' and p.role = 'main' and p.identity_document is null)) or exists (select 1 from run where session_id = @id)
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
    return discardIfEmpty(context, found.value) ? answer(null) : refuse('session-not-empty');
  },
});

/** Throws a session away if nobody and nothing was written down in it; whether it did. */
export function discardIfEmpty(context: HostContext, { id, number }: SessionRow): boolean {
  if (!isEmpty(context.db, id)) return false;
  commitChange(context, { event: 'session-discarded', sessionId: id, data: { number } }, () => {
    for (const person of peopleOf(context.db, id)) {
      removePersonRow(context.db, person);
      removeIfOrphan(context.db, person.resident_id);
    }
    remove(context.db).run(id);
  });
  return true;
}
