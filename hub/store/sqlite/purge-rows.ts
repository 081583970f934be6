import type Database from 'better-sqlite3';
import type { StoreMethods } from '../hub-store.ts';

/** Days the waits of answered questions are kept: only the latest are ever told. */
const waitsKeptDays = 30;

/** Takes away what is over; what was asked of the hub remains as numbers a day. */
export function purgeRows(db: Database.Database): Pick<StoreMethods, 'purge'> {
  const over = "state = 'ended' and state_since < case when wrap_up is null then @keptOrNone else @others end";
  const count = db.prepare(
    `insert into consultation_count (day, office_id, topic, end_reason, outcome, count)
     select substr(asked_at, 1, 10), office_id, question ->> '$.topic', end_reason, coalesce(outcome, ''), count(*)
     from consultation where ${over} group by 1, 2, 3, 4, 5
     on conflict do update set count = count + excluded.count`,
  );
  const forget = db.prepare(`delete from consultation where ${over}`);
  const alsoForget = [
    'delete from guest where not exists (select 1 from consultation c where c.call_id = guest.call_id)',
    'delete from official_session where expires_at < @keptOrNone',
    'delete from invitation where expires_at < @keptOrNone',
    'delete from enrolment_code where expires_at < @keptOrNone',
    `delete from answered_wait where claimed_at < strftime('%Y-%m-%dT%H:%M:%fZ', @at, '-${waitsKeptDays} days')`,
  ].map((sql) => db.prepare(sql));
  return {
    purge: db.transaction((input: Parameters<StoreMethods['purge']>[0]) => {
      count.run(input);
      const { changes } = forget.run(input);
      for (const statement of alsoForget) statement.run(input);
      return changes;
    }).immediate,
  };
}
