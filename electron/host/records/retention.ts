import type Database from 'better-sqlite3';
import type { Temporal } from 'temporal-polyfill';
import { calendarDay, instantText } from '../../../shared/desk/clock.ts';
import type { Journal } from '../journal.ts';
import type { StoredSettings } from '../settings/settings-store.ts';
import { wipeDamaged } from './damaged-aside.ts';
import { dueBefore } from './desk-days.ts';

/**
 * Wipes the personal data of everybody nobody has worked for in `retentionDays`, counted so that a wrong clock does no
 * harm (see firstDayKept): names and codici fiscali, who stood in which relation, the numbers INPS gave, notes, texts of
 * follow-ups, what was asked of officials and what they said, names of papers shown to them; and damaged records put aside that long ago. What the figures count stays. A session with a follow-up still
 * to come waits, and a resident waits for their last session. The daily copies lose it as they are replaced, the last of
 * them three days of work later. What the comune decided and the desk can no longer read waits for the supervisor.
 */
export function wipeOldPersonalData(folder: string, db: Database.Database, journal: Journal, { settings, reset }: StoredSettings, now: Temporal.Instant): void {
  const undecided = reset.includes('retentionDays') || reset.includes('exportBeforeWipe');
  const cutoff = undecided || settings.exportBeforeWipe ? undefined : dueBefore(db, calendarDay(now), settings.retentionDays);
  if (cutoff === undefined) return;
  db.transaction(() => {
    const sessions = wipeSessions(db, cutoff, now);
    const residents = wipeResidents(db, cutoff, now);
    if (sessions + residents > 0) journal.append('retention-wiped', { data: { sessions, residents } });
  }).immediate();
  wipeDamaged(folder, journal, cutoff);
}

function wipeSessions(db: Database.Database, cutoff: string, now: Temporal.Instant): number {
  const old = db
    .prepare<[string, string, string], { id: string }>(
      `select id from session where wiped_at is null and opened_at < ? and last_activity_at < ?
       and not exists (select 1 from follow_up where session_id = session.id and state = 'open' and due >= ?)`,
    )
    .all(cutoff, cutoff, calendarDay(now));
  const wipes = [
    'update session_person set relation = null where session_id = ?',
    "update run set note = '' where session_id = ?",
    "update issued_number set value = '-', normalised = '' where run_id in (select id from run where session_id = ?)",
    "update follow_up set what = '' where session_id = ?",
    `update consultation set question_json = json_set(question_json, '$.done', '', '$.blocked', '', '$.asked', ''), words_json = null,
       official_name = null, sealing_private_key = null where session_id = ?`,
    `update call_note set note_json = json_set(note_json, '$.label', '-') where json_extract(note_json, '$.kind') = 'paper-seen'
       and consultation_id in (select id from consultation where session_id = ?)`,
  ].map((sql) => db.prepare(sql));
  const mark = db.prepare('update session set wiped_at = ? where id = ?');
  for (const { id } of old) {
    for (const wipe of wipes) wipe.run(id);
    mark.run(instantText(now), id);
  }
  return old.length;
}

function wipeResidents(db: Database.Database, cutoff: string, now: Temporal.Instant): number {
  const old = db
    .prepare<[string], { id: string }>(
      `select id from resident where wiped_at is null and last_activity_at < ?
       and not exists (select 1 from session_person join session on session.id = session_id where resident_id = resident.id and session.wiped_at is null)`,
    )
    .all(cutoff);
  const wipe = db.prepare(
    'update resident set surname = null, given_name = null, codice_fiscale = null, birth_date = null, sex = null, wiped_at = ? where id = ?',
  );
  const unname = db.prepare('delete from resident_token where resident_id = ?');
  for (const { id } of old) {
    wipe.run(instantText(now), id);
    unname.run(id);
  }
  if (old.length > 0) db.exec('delete from name_token where id not in (select token_id from resident_token)');
  return old.length;
}
