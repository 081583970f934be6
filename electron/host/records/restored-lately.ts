import type Database from 'better-sqlite3';
import { Temporal } from 'temporal-polyfill';
import type { DeskDescription } from '../../../shared/desk/desk-view.ts';

/** Whoever works here should know by then; what is missing has been recorded again, or never will be. */
const newsForHours = 72;
/** More than a desk writes in those hours; a journal of years is not read through at each sign-in. */
const linesLookedAt = 5_000;

/** The last restore of a copy, while it is news: when it was, and the last thing the records knew before it. */
export function restoredLately(db: Database.Database, now: Temporal.Instant): DeskDescription['restored'] {
  const restored = db
    .prepare<[number], { at: string; upTo: string | null }>(
      // A restore's own entrance may have lines before it.
      `select at, (select at from journal as before where before.seq < journal.seq and event not in ('journal-cut', 'clock-behind') order by seq desc limit 1) as upTo
       from journal where event = 'copy-restored' and seq > (select max(seq) from journal) - ? order by seq desc limit 1`,
    )
    .get(linesLookedAt);
  if (restored === undefined || restored.upTo === null) return undefined;
  return now.since(Temporal.Instant.from(restored.at)).total('hours') > newsForHours ? undefined : { at: restored.at, upTo: restored.upTo };
}
