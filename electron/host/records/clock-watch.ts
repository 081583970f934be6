import type Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { calendarDay, instantText } from '../../../shared/desk/clock.ts';
import type { DeskDescription } from '../../../shared/desk/desk-view.ts';
import type { Journal } from '../journal.ts';
import { noteDeskDay } from './desk-days.ts';

/** Clocks are corrected by a few minutes now and then; that is no news. */
const toleranceMinutes = 5;

const daysUntilBelieved = 7;

/** The latest instant these records ever saw: of the journal's last line, or noted at an earlier sign-in. */
export function latestInstant(db: Database.Database): Temporal.Instant | undefined {
  const instants = db
    .prepare<[], { at: string }>('select at from latest_instant union all select at from (select at from journal order by seq desc limit 1)')
    .all()
    .map(({ at }) => Temporal.Instant.from(at));
  return instants.sort(Temporal.Instant.compare).at(-1);
}

/**
 * Writes down today, and how the clock stands against the records. A clock that stays behind for a week is believed: then
 * it was the recorded instant that was wrong, of a clock that had leapt ahead, and nobody should read the warning for ever.
 */
export function recordClock(db: Database.Database, journal: Journal, now: Temporal.Instant): void {
  const lastRecorded = latestInstant(db);
  const behind = clockBehind(now, lastRecorded);
  // A day before one already recorded was none: the clock says it wrongly, or said the other.
  if (behind === undefined) noteDeskDay(db, calendarDay(now));
  if (lastRecorded === undefined) return;
  if (behind === undefined) return noteLatestInstant(db, lastRecorded, undefined);
  journal.append('clock-behind', { data: { lastRecorded: behind.lastRecorded } });
  const since = behindSince(db) ?? now;
  const believed = now.since(since).total('hours') > 24 * daysUntilBelieved;
  return believed ? noteLatestInstant(db, now, undefined) : noteLatestInstant(db, lastRecorded, since);
}

function behindSince(db: Database.Database): Temporal.Instant | undefined {
  const since = db.prepare<[], string | null>('select behind_since from latest_instant').pluck().get();
  return typeof since === 'string' ? Temporal.Instant.from(since) : undefined;
}

function noteLatestInstant(db: Database.Database, at: Temporal.Instant, since: Temporal.Instant | undefined): void {
  db.prepare(
    'insert into latest_instant values (1, ?, ?) on conflict (id) do update set at = excluded.at, behind_since = excluded.behind_since',
  ).run(instantText(at), since === undefined ? null : instantText(since));
}

/** Both instants when the clock stands before the last thing recorded. */
export function clockBehind(now: Temporal.Instant, lastRecorded: Temporal.Instant | undefined): DeskDescription['clockBehind'] {
  if (lastRecorded === undefined || lastRecorded.since(now).total('minutes') <= toleranceMinutes) return undefined;
  return { now: now.toString(), lastRecorded: lastRecorded.toString() };
}
