import type Database from 'better-sqlite3';
import type { Temporal } from 'temporal-polyfill';
import type { JournalEvent } from '../../../shared/session/journal-events.ts';
import { createJournal } from '../journal.ts';
import type { Journal, JournalData } from '../journal.ts';
import { newId } from '../new-id.ts';
import type { Chance } from './chance.ts';

/** What every writer of synthetic records needs. */
export interface SyntheticWriting {
  readonly db: Database.Database;
  readonly chance: Chance;
  /** Last calendar day of the records; what is due after it is still open. */
  readonly lastDay: string;
  /** An id that comes out the same every time. */
  id(at: Temporal.Instant): string;
  /** A journal line in a clerk's name, at a given instant. */
  tell(line: { event: JournalEvent; clerkId: string; sessionId: string; at: Temporal.Instant; data: JournalData }): void;
}

export function createWriting(db: Database.Database, chance: Chance, lastDay: string): SyntheticWriting {
  const journals = new Map<string, Journal>();
  let now: Temporal.Instant;
  const journalOf = (clerkId: string): Journal => {
    const journal = journals.get(clerkId) ?? createJournal(db, () => now, clerkId);
    journals.set(clerkId, journal);
    return journal;
  };
  return {
    db,
    chance,
    lastDay,
    id: (at) => newId(at, chance.bytes(10)),
    tell: ({ event, clerkId, sessionId, at, data }) => {
      now = at;
      journalOf(clerkId).append(event, { sessionId, data });
    },
  };
}
