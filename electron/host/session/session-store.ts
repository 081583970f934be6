import type Database from 'better-sqlite3';
import type { Outcome, Privacy, Referral, SessionState } from '../../../shared/session/closed-lists.ts';
import type { Closing } from '../../../shared/session/session-view.ts';
import { statement } from '../db/statement.ts';
import { visibleTo } from './visibility.ts';
import type { Viewer } from './visibility.ts';

/** A session as its table has it. */
export interface SessionRow {
  readonly id: string;
  readonly number: string;
  readonly privacy: Privacy;
  readonly state: SessionState;
  readonly clerk_id: string;
  readonly process_id: string;
  readonly opened_at: string;
  readonly last_activity_at: string;
  readonly closed_at: string | null;
  readonly outcome: Outcome | null;
  readonly autonomy: Closing['autonomy'] | null;
  readonly useful: Closing['useful'] | null;
  readonly referral: Referral | null;
  readonly wiped_at: string | null;
  /** The closed session this one goes on from. */
  readonly continues: string | null;
}

type NewSession = Pick<SessionRow, 'id' | 'number' | 'privacy' | 'clerk_id' | 'process_id' | 'opened_at' | 'continues'>;
type Ending = Pick<SessionRow, 'id' | 'closed_at' | 'outcome' | 'autonomy' | 'useful' | 'referral'>;
interface Hand {
  readonly id: string;
  readonly clerk_id: string;
  readonly process_id: string;
}

const byId = statement<[string], SessionRow>('select * from session where id = ?');
const insert = statement<[NewSession]>(
  `insert into session (id, number, privacy, state, clerk_id, process_id, opened_at, last_activity_at, continues)
   values (@id, @number, @privacy, 'open', @clerk_id, @process_id, @opened_at, @opened_at, @continues)`,
);
const lastNumber = statement<[string, string], { number: string }>(
  'select number from session where number > ? and number < ? order by number desc limit 1',
);
const suspend = statement<[string]>(`update session set state = 'suspended' where id = ?`);
const take = statement<[Hand]>(
  `update session set state = 'open', clerk_id = @clerk_id, process_id = @process_id, closed_at = null, outcome = null,
     autonomy = null, useful = null, referral = null where id = @id`,
);
const close = statement<[Ending]>(
  `update session set state = 'closed', closed_at = @closed_at, outcome = @outcome, autonomy = @autonomy, useful = @useful,
     referral = @referral where id = @id`,
);
const setPrivacy = statement<[{ id: string; privacy: Privacy }]>('update session set privacy = @privacy where id = @id');
const untie = statement<[{ id: string }]>('update session set continues = null where id = @id or continues = @id');
const touch = statement<[{ id: string; at: string; minute: string }]>(
  `update session set last_activity_at = max(last_activity_at, @at), wiped_at = null
   where id = @id and (last_activity_at < @minute or wiped_at is not null)`,
);
const touchPeople = statement<[string, string, string]>(
  `update resident set last_activity_at = ?
   where id in (select resident_id from session_person where session_id = ?) and last_activity_at < ?`,
);
const interrupted = statement<[Viewer], { id: string }>(
  `select s.id from session s where s.state <> 'closed' and s.state = 'interrupted' and ${visibleTo} order by s.last_activity_at desc`,
);

export const findSession = (db: Database.Database, id: string): SessionRow | undefined => byId(db).get(id);
export const insertSession = (db: Database.Database, session: NewSession): unknown => insert(db).run(session);
export const suspendRow = (db: Database.Database, id: string): unknown => suspend(db).run(id);
export const setPrivacyOf = (db: Database.Database, id: string, privacy: Privacy): unknown => setPrivacy(db).run({ id, privacy });
/** Cuts a session from those it goes on from and those that go on from it. */
export const untieSession = (db: Database.Database, id: string): unknown => untie(db).run({ id });
export const closeRow = (db: Database.Database, ending: Ending): unknown => close(db).run(ending);
/** Opens a session in a clerk's hands, from any state; an earlier closing leaves the row (it stays in the journal). */
export const takeInHand = (db: Database.Database, hand: Hand): unknown => take(db).run(hand);
/** Ids of the interrupted sessions somebody may see, the latest first. */
export const interruptedSessions = (db: Database.Database, viewer: Viewer): readonly string[] =>
  interrupted(db).all(viewer).map((row) => row.id);

/** The next running number of a year, `2026-00017`. A session is deleted only while empty: the next takes its number if it was the last, and the journal says where one is missing. */
export function nextSessionNumber(db: Database.Database, year: string): string {
  const last = lastNumber(db).get(`${year}-`, `${year}-:`);
  const running = last === undefined ? 1 : Number(last.number.slice(year.length + 1)) + 1;
  return `${year}-${String(running).padStart(5, '0')}`;
}

/**
 * Notes that somebody worked on a session: to the minute for the session, to the day for its people. Coarse on purpose:
 * most saves then leave both rows alone. Neither ever goes back, whatever the clock does. A session that was wiped has
 * something in it again, and will be wiped again.
 * @returns whether this is the first work on it in this minute
 */
export function touchSession(db: Database.Database, id: string, at: string): boolean {
  const { changes } = touch(db).run({ id, at, minute: `${at.slice(0, 17)}00.000Z` });
  if (changes > 0) touchPeople(db).run(at, id, `${at.slice(0, 11)}00:00:00.000Z`);
  return changes > 0;
}
