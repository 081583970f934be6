import type Database from 'better-sqlite3';
import type { SessionEvent } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';

const ofSession = statement<[string], SessionEvent>(
  `select j.seq, j.at, coalesce(c.display_name, '') as clerkName, j.event
   from journal j left join clerk c on c.id = j.clerk_id where j.session_id = ? order by j.seq`,
);

/** A session's own story, oldest first: the journal's lines about it, without the data. */
export const storyOf = (db: Database.Database, sessionId: string): readonly SessionEvent[] => ofSession(db).all(sessionId);
