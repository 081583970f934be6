import type Database from 'better-sqlite3';
import type { ContinuedSession, SessionLink } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';
import { followUpsOf } from './follow-up-store.ts';
import { visibleTo } from './visibility.ts';
import type { Viewer } from './visibility.ts';

type Looked = Viewer & { id: string };
const columns = 's.id, s.number, s.opened_at as openedAt';
const before = statement<[Looked], SessionLink>(
  `select ${columns} from session this join session s on s.id = this.continues where this.id = @id and ${visibleTo}`,
);
const after = statement<[Looked], SessionLink>(`select ${columns} from session s where s.continues = @id and ${visibleTo} order by s.opened_at, s.rowid`);

/** The session one goes on from, for those who may see it. */
export function sessionContinued(db: Database.Database, viewer: Viewer, id: string): ContinuedSession | undefined {
  const link = before(db).get({ ...viewer, id });
  return link && { ...link, openFollowUps: followUpsOf(db, link.id).filter(({ state }) => state === 'open') };
}

/** The sessions that go on from one, the first first, for those who may see them. */
export const sessionsContinuing = (db: Database.Database, viewer: Viewer, id: string): readonly SessionLink[] => after(db).all({ ...viewer, id });
