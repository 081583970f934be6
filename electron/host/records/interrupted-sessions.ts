import type Database from 'better-sqlite3';
import type { Journal } from '../journal.ts';

interface LeftOpen {
  readonly id: string;
  readonly clerk_id: string;
  readonly last_activity_at: string;
}

/** Marks every session that another run of the program left open. Whoever signs in finds them as interrupted. */
export function markInterrupted(db: Database.Database, journal: Journal, processId: string): void {
  const left = db
    .prepare<[string], LeftOpen>("select id, clerk_id, last_activity_at from session where state <> 'closed' and state = 'open' and process_id <> ?")
    .all(processId);
  const mark = db.prepare("update session set state = 'interrupted' where id = ?");
  for (const session of left) {
    mark.run(session.id);
    journal.append('session-interrupted', { sessionId: session.id, data: { clerk: session.clerk_id, lastActivityAt: session.last_activity_at } });
  }
}
