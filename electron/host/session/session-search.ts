import type Database from 'better-sqlite3';
import { dayStart } from '../../../shared/desk/clock.ts';
import type { DeskInput } from '../../../shared/desk/desk-api.ts';
import { normaliseNumber } from '../../../shared/session/issued-number.ts';
import { statement } from '../db/statement.ts';
import { matchingResidents } from './resident-search.ts';
import { visibleTo } from './visibility.ts';
import type { Viewer } from './visibility.ts';

type Search = DeskInput<'searchSessions'>;
interface Filters extends Viewer {
  readonly procedure: string | null;
  readonly clerk: string | null;
  readonly state: string | null;
  readonly outcome: string | null;
  readonly from: string | null;
  readonly before: string | null;
  readonly cursor: string | null;
  readonly limit: number;
}
interface Found {
  readonly id: string;
}

// Newest first by the index over opened_at, which ends in the rowid: a page is read from where the last one ended.
const filtered = `(@state is null or s.state = @state) and (@outcome is null or s.outcome = @outcome)
  and (@clerk is null or s.clerk_id = @clerk) and ${visibleTo}
  and s.opened_at >= coalesce(@from, '') and s.opened_at < coalesce(@before, '~')
  and (@procedure is null or exists (select 1 from run where run.session_id = s.id and run.procedure_id = @procedure))
  and (@cursor is null or (s.opened_at, s.rowid) < (select c.opened_at, c.rowid from session c where c.id = @cursor))
  order by s.opened_at desc, s.rowid desc limit @limit`;
const all = statement<[Filters], Found>(`select s.id from session s where ${filtered}`);
const among = statement<[Filters & { sessions: string }], Found>(
  `select s.id from json_each(@sessions) w cross join session s on s.rowid = w.value where ${filtered}`,
);
const ofResidents = statement<[string], { session: number }>(
  `select distinct s.rowid as session from json_each(?) w cross join session_person p on p.resident_id = w.value
   cross join session s on s.id = p.session_id`,
);
const byNumber = statement<[string], { session: number }>(
  // the inner select walks the index alone, a fraction of the table
  `select s.rowid as session from issued_number n join run on run.id = n.run_id join session s on s.id = run.session_id
   where n.rowid in (select rowid from issued_number where instr(normalised, ?) > 0)`,
);
const byOwnNumber = statement<[string, string], { session: number }>('select rowid as session from session where number >= ? and number < ?');

const byRunningNumber = statement<[string], { session: number }>('select rowid as session from session where substr(number, 6) = ?');

/**
 * Ids of the sessions that match, newest first, at most `limit`.
 * @throws nothing on odd text: it then matches nothing
 */
export function searchSessionIds(db: Database.Database, viewer: Viewer, search: Search, limit: number): readonly string[] {
  const filters = { ...viewer, ...filtersOf(search), limit };
  const text = search.text?.trim() ?? '';
  const found = text === '' ? all(db).all(filters) : among(db).all({ ...filters, sessions: JSON.stringify(matchingSessions(db, text)) });
  return found.map(({ id }) => id);
}

const filtersOf = (search: Search): Omit<Filters, 'limit' | keyof Viewer> => ({
  procedure: search.procedure ?? null,
  clerk: search.clerkId ?? null,
  state: search.state ?? null,
  outcome: search.outcome ?? null,
  from: search.from === undefined ? null : dayStart(search.from),
  before: search.to === undefined ? null : dayStart(search.to, 1),
  cursor: search.cursor ?? null,
});

/** Rowids of sessions with somebody of that name or codice fiscale, with that number, or numbered so themselves. */
function matchingSessions(db: Database.Database, text: string): readonly number[] {
  const residents = JSON.stringify([...matchingResidents(db, text).keys()]);
  const found = [...ofResidents(db).all(residents), ...withNumber(db, text), ...numbered(db, text)];
  return [...new Set(found.map(({ session }) => session))];
}

/** `2026-17`, `2026/00017`. */
const sessionNumber = /^(\d{4}) ?[-/] ?(\d{0,5})$/;

/** Any part of an issued number will do: a clerk types the last digits. A session's own number is none of them. */
function withNumber(db: Database.Database, text: string): readonly { session: number }[] {
  if (sessionNumber.test(text)) return [];
  const number = normaliseNumber(text);
  return number.length >= 3 && /\d/.test(number) ? byNumber(db).all(number) : [];
}

/** `2026-17`, `2026/00017`, the beginning of one, or the five digits after the year. */
function numbered(db: Database.Database, text: string): readonly { session: number }[] {
  if (/^\d{5}$/.test(text)) return byRunningNumber(db).all(text);
  const parts = sessionNumber.exec(text);
  if (parts === null) return [];
  const [, year = '', running = ''] = parts;
  const typed = `${year}-${running}`;
  const whole = `${year}-${running.padStart(5, '0')}`;
  return [...byOwnNumber(db).all(typed, `${typed}~`), ...byOwnNumber(db).all(whole, `${whole}~`)];
}
