import type Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import { noteDeskDay } from '../../electron/host/records/desk-days.ts';
import { insertSession } from './records-on-disk.ts';

/** A desk used every week before 9 October 2026, with so many sessions of May: all due to be wiped after thirty days of use. */
export function insertDueSessions(db: Database.Database, count: number): void {
  db.transaction(() => {
    for (let week = 1; week <= 30; week += 1) noteDeskDay(db, Temporal.PlainDate.from('2026-10-09').subtract({ weeks: week }).toString());
    for (let index = 0; index < count; index += 1) insertSession(db, { codiceFiscale: `RSSMRA80A01H${String(index).padStart(3, '0')}U`, openedAt: '2026-05-08T07:00:00Z' });
    db.exec("update follow_up set state = 'done', settled_at = '2026-05-20T09:00:00Z'");
  })();
}
