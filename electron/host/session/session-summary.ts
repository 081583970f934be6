import type Database from 'better-sqlite3';
import { z } from 'zod';
import type { SessionSummary } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';
import { nowhere, runOnScreen } from './run-on-screen.ts';
import { visibleTo } from './visibility.ts';
import type { Viewer } from './visibility.ts';
import type { SessionRow } from './session-store.ts';
import { whoOf } from './who.ts';

type SummaryRow = Pick<SessionRow, 'id' | 'number' | 'privacy' | 'state' | 'opened_at' | 'last_activity_at' | 'closed_at' | 'outcome'> & {
  readonly who: string;
  readonly clerk_name: string;
  readonly titles_json: string;
};

const titlesSchema = z.array(z.string());

const selectFrom = (session: string) => `select s.id, s.number, s.privacy, s.state, s.opened_at, s.last_activity_at, s.closed_at, s.outcome, ${whoOf} as who,
  c.display_name as clerk_name,
  (select json_group_array(v.title order by run.rowid) from run join procedure_version v using (content_hash)
   where run.session_id = s.id) as titles_json
  from ${session} join clerk c on c.id = s.clerk_id`;
const byId = statement<[string], SummaryRow>(`${selectFrom('session s')} where s.id = ?`);
// Told which index, because to the planner the order by date looks cheaper: it is, until most sessions are closed.
const unfinished = statement<[Viewer], SummaryRow>(
  `${selectFrom('session s indexed by session_unfinished')} where s.state <> 'closed' and ${visibleTo} order by s.opened_at desc, s.rowid desc`,
);

const summary = (db: Database.Database, row: SummaryRow): SessionSummary => ({
  id: row.id,
  number: row.number,
  privacy: row.privacy,
  state: row.state,
  who: row.who,
  clerkName: row.clerk_name,
  openedAt: row.opened_at,
  lastActivityAt: row.last_activity_at,
  closedAt: row.closed_at ?? undefined,
  outcome: row.outcome ?? undefined,
  procedures: titlesSchema.parse(JSON.parse(row.titles_json)),
  ...(row.state === 'closed' ? nowhere : runOnScreen(db, row.id)),
});

/** The line of one session; `undefined` when there is none with this id. */
export function readSummary(db: Database.Database, sessionId: string): SessionSummary | undefined {
  const row = byId(db).get(sessionId);
  return row && summary(db, row);
}

/** Everything not closed that somebody may see, newest first. */
export const unfinishedSessions = (db: Database.Database, viewer: Viewer): readonly SessionSummary[] =>
  unfinished(db).all(viewer).map((row) => summary(db, row));
