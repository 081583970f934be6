import type Database from 'better-sqlite3';
import { dayStart } from '../../../shared/desk/clock.ts';

/** A desk that opens once a fortnight, and its August, are no leap of the clock; a longer silence may be one. */
const longestSilenceDays = 45;
/** No fortnight is a leap, however short the term. */
const fortnightDays = 16;

/** Three working weeks with a wrong date on every screen and every printed page: nobody overlooks that. */
const steadyDays = 15;

const dayNumber = (day: string): number => Date.parse(day) / 86_400_000;
const dayOf = (number: number): string => new Date(number * 86_400_000).toISOString().slice(0, 10);

/** Writes down that somebody worked at the desk on this calendar day, `YYYY-MM-DD`. */
export function noteDeskDay(db: Database.Database, day: string): void {
  db.prepare('insert into desk_day (day) values (?) on conflict do nothing').run(day);
}

/** The calendar days somebody worked at the desk up to `today`, newest first; `limit` of them. */
export function deskDays(db: Database.Database, today: string, limit = -1): readonly string[] {
  return db.prepare<[string, number], string>('select day from desk_day where day <= ? order by day desc limit ?').pluck().all(today, limit);
}

/** A wipe comes forward by no more than this under a wrong clock: of two years 45 days, of less a sixteenth. */
const believedSilence = (term: number): number => Math.min(longestSilenceDays, Math.max(fortnightDays, Math.floor(term / 16)));

/**
 * The first calendar day that is not yet due after `term` days: what was last touched before it may be wiped. Undefined
 * while nothing may.
 *
 * The PC's clock alone must not decide what can never be undone, and nothing else here knows the time. So the days between
 * two days of work count whole up to 45 (less for a term under two years); of a longer silence so many count, until 15
 * days of work came after it, none of them after another such silence: then the desk really was closed. What that gives:
 * - a clock ahead, by months or by decades, for fewer than 15 days of work, brings a wipe forward by those 45 days at
 *   most, and by the days it was wrong;
 * - a clock behind brings nothing forward, nor does one that leaps back and forth: a day counts once;
 * - nothing goes before its term has passed by the clock as well, and a desk that opens every fortnight wipes on the day.
 * A clock that stays wrong for 15 days of work is believed. What was written while it was ahead, and everything at a desk
 * that opens once in two months, is kept longer than its term: that can be put right, a wipe cannot.
 * @param days the days of work up to today, newest first, as deskDays gives them
 */
export function firstDayKept(days: readonly string[], today: string, term: number): string | undefined {
  const believed = believedSilence(term);
  let [later, age, inARow] = [dayNumber(today), 0, 1];
  for (const day of days.map(dayNumber).filter((one) => one < dayNumber(today))) {
    const silence = later - day;
    const counted = inARow < steadyDays ? Math.min(silence, believed) : silence;
    if (age + counted > term) return dayOf(counted === silence ? later - (term - age) : day + 1);
    inARow = silence > believed ? 1 : inARow + 1;
    [later, age] = [day, age + counted];
  }
  return undefined;
}

/** The instant before which everything last touched is due, as the records write it. */
export function dueBefore(db: Database.Database, today: string, term: number): string | undefined {
  const day = firstDayKept(deskDays(db, today), today, term);
  return day === undefined ? undefined : dayStart(day);
}

/** A silence so long that the clock may have leapt, and how many more days of work it takes to believe it. */
export interface DoubtfulLeap {
  readonly from: string;
  readonly to: string;
  readonly daysLeft: number;
}

/** The leap in doubt on this day for a term of so many days, if there is one. */
export function doubtfulLeap(db: Database.Database, today: string, term: number): DoubtfulLeap | undefined {
  const days = [today, ...deskDays(db, today, steadyDays).filter((day) => day !== today)].slice(0, steadyDays);
  const place = days.findIndex((day, index) => dayNumber(day) - dayNumber(days[index + 1] ?? day) > believedSilence(term));
  const [to, from] = [days[place], days[place + 1]];
  return to === undefined || from === undefined ? undefined : { from, to, daysLeft: steadyDays - place - 1 };
}
