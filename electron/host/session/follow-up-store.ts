import type Database from 'better-sqlite3';
import type { FollowUp } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';
import { visibleTo } from './visibility.ts';
import type { Viewer } from './visibility.ts';
import { whoOf } from './who.ts';

const select = `select f.id, f.session_id as sessionId, s.number as sessionNumber, ${whoOf} as who, f.due, f.what, f.state
  from follow_up f join session s on s.id = f.session_id`;
const byId = statement<[string], FollowUp>(`${select} where f.id = ?`);
const ofSession = statement<[string], FollowUp>(`${select} where f.session_id = ? order by f.due, f.rowid`);
const due = statement<[Viewer & { until: string }], FollowUp>(
  `${select} where f.state = 'open' and f.due <= @until and s.privacy <> 'confidential' and ${visibleTo} order by f.due, f.rowid`,
);
const insert = statement<[{ id: string; session: string; due: string; what: string }]>(
  `insert into follow_up (id, session_id, due, what, state) values (@id, @session, @due, @what, 'open')`,
);
const change = statement<[{ id: string; due: string; what: string }]>(`update follow_up set due = @due, what = @what where id = @id`);
const settle = statement<['done' | 'cancelled', string, string]>('update follow_up set state = ?, settled_at = ? where id = ?');

export const findFollowUp = (db: Database.Database, id: string): FollowUp | undefined => byId(db).get(id);
export const followUpsOf = (db: Database.Database, sessionId: string): readonly FollowUp[] => ofSession(db).all(sessionId);
/** Open follow-ups due up to a day, for somebody to look at. A session made confidential later reminds nobody any more. */
export const followUpsUntil = (db: Database.Database, viewer: Viewer, until: string): readonly FollowUp[] => due(db).all({ ...viewer, until });
export const insertFollowUp = (db: Database.Database, followUp: { id: string; session: string; due: string; what: string }): unknown =>
  insert(db).run(followUp);
export const changeFollowUp = (db: Database.Database, followUp: { id: string; due: string; what: string }): unknown => change(db).run(followUp);
export const settleFollowUpRow = (db: Database.Database, id: string, state: 'done' | 'cancelled', at: string): unknown =>
  settle(db).run(state, at, id);
